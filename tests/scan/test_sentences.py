"""Where sentences end: behind an abbreviation only where a small word with a capital opens the next one."""

from __future__ import annotations

import pytest

from pipeline.records import Block
from pipeline.scan.sentences import cut_sentences

SHORT, OPENERS = ["r", "proc", "dr"], frozenset({"w", "na"})


@pytest.mark.parametrize(("text", "sentences"), [
    ("Spadek o 5 proc. W roku 2020 nic.", ["Spadek o 5 proc.", "W roku 2020 nic."]),
    ("W 2020 r. Polska wygrała.", ["W 2020 r. Polska wygrała."]),
    ("Straty w 2020 r. Na razie nic.", ["Straty w 2020 r.", "Na razie nic."]),
    ("Mówił dr. Na pewno nie.", ["Mówił dr. Na pewno nie."]),
    ("Spadek (o 5 proc.) i wzrost. Dalej nic.", ["Spadek (o 5 proc.) i wzrost.", "Dalej nic."]),
    ("To nic. (Było o tym.) Dalej nic.", ["To nic.", "(Było o tym.)", "Dalej nic."]),
    ("W latach 80. XX wieku stał dom.", ["W latach 80. XX wieku stał dom."]),
])
def test_sentences_end_behind_a_figure_with_an_abbreviation(text: str, sentences: list[str]) -> None:
    found = cut_sentences(text, [Block("body", 0, len(text))], SHORT, OPENERS)
    assert [text[one.start:one.stop] for one in found] == sentences
