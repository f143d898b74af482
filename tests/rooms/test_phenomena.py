"""Every phenomenon that the articles of a language have stands in its corpus at least twice, and once among what is never read."""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest

from tests.rooms.test_examples import CORPORA

_LEAST = 2


class Phenomenon(NamedTuple):
    """A thing that an extractor meets: who has it, what it is called in the corpora, and what looks like it and is none."""

    languages: str
    name: str
    never: str = ""


PHENOMENA = {
    "groups and decimals": Phenomenon("pl vi en", "thousands", "versions|scores"),
    "a decimal before a scale word": Phenomenon("pl vi", "before a scale word"),
    "both marks in one number": Phenomenon("pl vi en", "dot groups|group the thousands"),
    "leading zeros": Phenomenon("pl vi", "leading zeros", "telephone|addresses|names with digits"),
    "glued units": Phenomenon("pl vi en", "glued", "names with digits"),
    "number words": Phenomenon("pl vi en", "number words", "small words|names with digits|pronoun"),
    "halves and parts": Phenomenon("pl vi en", "half|fractions"),
    "vague numbers": Phenomenon("pl vi en", "vague|thousands of"),
    "scale words and money": Phenomenon("pl vi en", "money|thousand"),
    "two currencies": Phenomenon("pl vi en", "currenc|foreign money"),
    "more than": Phenomenon("pl vi en", "more than", "small words|ordinals|shares"),
    "nearly": Phenomenon("pl vi en", "^nearly"),
    "about": Phenomenon("pl vi en", "^about"),
    "less than": Phenomenon("pl vi en", "less than"),
    "at least and at most": Phenomenon("pl vi en", "at least|at most"),
    "fillers": Phenomenon("pl vi en", "no modifiers"),
    "denied figures": Phenomenon("pl", "denied", "denied"),
    "by": Phenomenon("pl vi en", "^by$", "changes|parties|shares"),
    "from and to": Phenomenon("pl vi en", "from and to"),
    "to only": Phenomenon("pl vi en", "to only|verb missing|what is not said"),
    "before and after": Phenomenon("pl vi", "before and after|before/after"),
    "points": Phenomenon("pl vi en", "points"),
    "times": Phenomenon("pl vi en", "^times|multiples", "clock times|scores"),
    "levels with their change": Phenomenon("vi", "change in brackets"),
    "targets and plans": Phenomenon("pl vi en", "not actual"),
    "shares of a plan": Phenomenon("pl vi", "share of a plan"),
    "the same period": Phenomenon("pl", "same period"),
    "ranges": Phenomenon("pl vi en", "ranges", "scores|terms"),
    "parts of a whole": Phenomenon("pl vi en", "n of m", "shares"),
    "breakdowns": Phenomenon("pl vi en", "part of a whole|parts of a whole|breakdown"),
    "distributive": Phenomenon("pl vi en", "distributive"),
    "units said once": Phenomenon("pl vi en", "unit said once"),
    "rates": Phenomenon("pl vi en", "^rates"),
    "ordinals": Phenomenon("pl vi en", "rank|congresses|ordinals", "ordinals|congresses|names with digits"),
    "days without a year": Phenomenon("pl vi en", "without its year|year of the article|full dates", "shares"),
    "full dates": Phenomenon("pl vi en", "full dates|day and month", "no calendar has|dates of attacks"),
    "months and quarters": Phenomenon("pl vi en", "quarters"),
    "terms": Phenomenon("pl vi en", "terms", "terms"),
    "relative years": Phenomenon("pl vi en", "relative"),
    "months that lie behind": Phenomenon("pl vi en", "lie behind"),
    "weekdays": Phenomenon("pl en", "verb tells", "day of the week|weekdays"),
    "page dates": Phenomenon("pl vi", "page dates", "page furniture|page marks|lunar"),
    "party style": Phenomenon("pl vi en", "party style", "no symbols"),
    "state style": Phenomenon("pl vi en", "state style", "no symbols"),
    "short forms of papers": Phenomenon("pl vi en", "short"),
    "roles before and behind names": Phenomenon("pl vi en", "role before name|then role|then several", "private persons"),
    "former officials": Phenomenon("pl vi en", "former"),
    "places by their level": Phenomenon("pl vi en", "level word"),
    "glue and stray spaces": Phenomenon("pl", "glue|stray space"),
    "wrong units of a translation": Phenomenon("pl en", "contradicts|wrong currency"),
    "zero-width marks": Phenomenon("en", "zero-width"),
}
ROWS = [pytest.param(language, one, id=f"{language}-{name}") for name, one in PHENOMENA.items() for language in one.languages.split()]


@pytest.mark.parametrize(("language", "phenomenon"), ROWS)
def test_a_phenomenon_stands_in_the_corpus(language: str, phenomenon: Phenomenon) -> None:
    name = re.compile(phenomenon.name)
    wordings = [wording for example in CORPORA[language].example if name.search(example.phenomenon) for wording in example.wordings]
    assert len(wordings) >= _LEAST


@pytest.mark.parametrize(("language", "phenomenon"), [row for row in ROWS if row.values[1].never])
def test_what_looks_like_it_stands_under_never(language: str, phenomenon: Phenomenon) -> None:
    name = re.compile(phenomenon.never)
    assert any(name.search(example.phenomenon) for example in CORPORA[language].example if example.phenomenon.startswith("never"))
