"""One word that is a person's name because the text gives it in full elsewhere."""

from __future__ import annotations

import re

from pipeline.extract.officials.names import Name, Reader
from pipeline.knowledge.offices import key
from pipeline.records import Passage

_SHORT = 4
_SHORTEST = 3


def known_before(passage: Passage, stop: int, reader: Reader, cases: frozenset[str]) -> Name | None:
    """The one word that ends at `stop`, where it is the last of a full name elsewhere in the passage."""
    run = reader.run_before(passage, stop)
    if len(run) != 1 or run[0][1] - run[0][0] < _SHORTEST:
        return None
    name = reader.alone(passage, run, cases)
    full = full_name(passage, name, reader)
    return None if full is None else Name(name.start, name.stop, full, sure=True)


def full_name(passage: Passage, name: Name, reader: Reader) -> str | None:
    """The full name whose last word is a surname (in Vietnamese a given name) that stands alone."""
    stem = name.text if len(name.text) <= _SHORT else name.text[:-1]
    word = re.escape(stem)
    for match in re.finditer(rf"{word}(?<=[^\W\d_] {word})\w{{0,4}}", passage.text):
        said = reader.before(passage, match.end())
        if said is not None and said.sure and said.full and key(said.text.split()[-1]) == key(name.text):
            return said.text
    return None
