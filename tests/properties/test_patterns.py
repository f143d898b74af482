"""Every pattern of the code is linear on every row of characters that it may meet."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.properties import patterns


@pytest.mark.parametrize("rows", [(), pytest.param(("--own",), marks=pytest.mark.soak)], ids=["twenty kinds", "what it repeats"])
def test_the_time_of_no_pattern_grows_faster_than_the_text(rows: tuple[str, ...]) -> None:
    done = subprocess.run([sys.executable, patterns.__file__, *rows], capture_output=True, text=True, check=True, cwd=patterns.ROOT)
    count, *slow = done.stdout.splitlines()
    assert int(count) > 200
    assert slow == []


def test_a_pattern_that_goes_back_over_what_it_read_is_seen() -> None:
    code = (
        "import re, signal, patterns; signal.signal(signal.SIGALRM, patterns.give_up); "
        # a busy machine may make the shortest text slow, and hide the growth: it is looked at again
        "seen = lambda use, pattern: any(patterns.is_slow(use, re.compile(pattern), 'a') for _ in range(9)); "
        "print(seen('match', 'a*a*b') and seen('finditer', 'a+b'))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path(patterns.__file__).parent)
    assert done.stdout.strip() == "True"
