"""The time of all stages grows with the length of a text and no faster, whatever the text."""

from __future__ import annotations

from time import thread_time

import pytest

from pipeline.knowledge import load_knowledge
from pipeline.records import Article, Block, Dossier, Source
from pipeline.stages import ORDER

_SHORT, _LONG = 1000, 8000
_DOUBLING = 2.5
"""What a doubling of the length may multiply the time by: 2 is linear, 4 is quadratic."""
_DOUBLINGS = 3
_FLOOR = 0.002
"""Seconds below which a time is noise."""
_ATTEMPTS = 5

_ROWS = (
    "7", "1 ", "1-", "1, ", "1/2/3/", "1'000", "12:30 ", "1.5.", "5% ", "2 1/2 ", "1 \u00bd ", "5 tys. ", "5 tri\u1ec7u ", "5 million ", "z 1 do 2 ",
    "t\u1eeb 1 \u0111\u1ebfn 2 ", "from 1 to 2 ", "one over two ", "and five ", "point five ", "minus ", "m\u1ed9t ", "trzy ", "hundred ",
    "(", ")", "- ", ".", '"', ",", "_", "\n", "a\n", "A B C ", "Q\u0110-", "a", "\U0001f600 ", "Abc \u0413\u0434\u0435 \u4e2d\u6587 ",
    "Nguy\u1ec5n ", "Nguy\u1ec5n V\u0103n A, ", "x\u00e3 A, B, C, ", "t\u1ec9nh ", "H\u00e0 N\u1ed9i v\u00e0 ", "Hanoi i ", "Ngh\u1ecb quy\u1ebft ",
    "s\u1ed1 1, 2, 3, ", "uchwa\u0142a nr 1, ", "ng\u00e0y 1/2/2025 ", "th\u00e1ng 5 ", "May 5, ", "t\u0103ng ", "wzrost o 5 proc. ",
    "rose 5% to 7%, ",
    "Ch\u1ee7 t\u1ecbch ", "prezes Jan Kowalski ", "minister ", "of the ", "DobryDzie\u0144", "half a ", "per cent ",
)


@pytest.mark.parametrize("row", _ROWS)
@pytest.mark.parametrize("language", ["pl", "vi", "en"])
def test_time_grows_with_the_length_and_no_faster(language: str, row: str) -> None:
    short = long = float("inf")
    for _ in range(_ATTEMPTS):  # the least of several: other programs can only make a run slower
        short, long = min(short, _seconds(language, row, _SHORT)), min(long, _seconds(language, row, _LONG))
        if long < max(short, _FLOOR) * _DOUBLING ** _DOUBLINGS:
            return
    pytest.fail(f"{_SHORT} characters take {short:.4f} s, {_LONG} take {long:.4f} s")


def _seconds(language: str, row: str, size: int) -> float:
    text = (row * (size // len(row) + 1))[:size]
    source = Source("x", None, None, None, None, None, "0", "utf-8")
    dossier = Dossier(Article("a", text, None, (Block("body", 0, size),), source, language_given=language, published="2025-10-01"))
    knowledge = load_knowledge()
    began = thread_time()
    for stage in ORDER:
        stage.run(dossier, knowledge)
    return thread_time() - began
