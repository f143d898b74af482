"""The hunt's own inputs, and sound files with wounds, for a few seconds: the long hunt is `python benchmarks/fuzz_readers.py` (it needs atheris)."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from tests.fuzz.entry import read_one, sound_inputs

SOUND = list(sound_inputs())
SECONDS = 3


@pytest.mark.parametrize("number", range(len(SOUND)))
def test_sound_files_give_items(number: int, tmp_path: Path) -> None:
    assert read_one(SOUND[number], tmp_path) > 0


def test_wounds_break_no_reader(tmp_path: Path) -> None:
    dice = random.Random(1)
    started = time.process_time()
    tried = 0
    while time.process_time() - started < SECONDS:
        data = bytearray(dice.choice(SOUND))
        for _ in range(dice.randint(1, 4)):
            at = dice.randrange(1, len(data))
            wound = dice.randrange(4)
            if wound == 0:
                data[at] = dice.randrange(256)
            elif wound == 1:
                del data[at:at + dice.randint(1, 40)]
            elif wound == 2:
                data[at:at] = dice.randbytes(dice.randint(1, 8))
            else:
                data[at:at] = data[at // 2:at]
            if len(data) < 3:
                break
        read_one(bytes(data), tmp_path)
        tried += 1
    assert tried > 20
