"""The command line as a user calls it, in this process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from pipeline.cli.app import run_app

TEXT = (
    "H\u1ed9i ngh\u1ecb t\u1ec9nh Lai Ch\u00e2u\n"
    "S\u00e1ng 12/5, t\u1ec9nh gi\u1ea3m 214 c\u01a1 quan, \u0111\u01a1n v\u1ecb; s\u1ed1 x\u00e3 gi\u1ea3m t\u1eeb 97 xu\u1ed1ng c\u00f2n 41. "
    "Ng\u00e2n s\u00e1ch chi h\u01a1n 3,5 t\u1ef7 \u0111\u1ed3ng theo Ngh\u1ecb quy\u1ebft s\u1ed1 77-NQ/TU.\n"
)


class Outcome(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str


Soat = Callable[..., Outcome]


@pytest.fixture
def soat(capsys: pytest.CaptureFixture[str]) -> Soat:
    def call(*arguments: object) -> Outcome:
        # in this process, whose knowledge is loaded already; workers have tests of their own
        inline = ("--workers", "0") if arguments[:1] == ("run",) and "--workers" not in arguments else ()
        code = run_app([str(one) for one in (*arguments, *inline)])
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return call


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "in" / "bai.txt"
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    return path
