"""What a check is.

A check is a function that reads facts and yields findings; it changes nothing, remembers nothing and opens no file. Three sorts, by what
they are given: everything of one article, of one family of translations, or the claims of many articles on one measured thing. A check
is one module with such a function, and one line in `checks.CHECKS`; its tests stand in `tests/verify/test_<module>.py`.

What a check owes its reader: `conflicts` only where both sides are stated and cannot both be so; `suspect` where one side must be read in
some way that the columns do not prove; `agrees` where a reader would take comfort from it; `uncheckable` where a reader would expect an
answer and there is none, with the reason as its note. What may still be called equal is decided in `tolerance` alone. No check compares a
value with its own quote: the extractor's reading is what is verified.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from pipeline.knowledge import Knowledge
from pipeline.verify.facts import ArticleFacts, Claim, FamilyFacts
from pipeline.verify.finding import Finding


class ArticleCheck(NamedTuple):
    """A check of one article by itself; `asks` is the question in a sentence."""

    check_id: str
    asks: str
    run: Callable[[ArticleFacts, Knowledge], Iterable[Finding]]


class FamilyCheck(NamedTuple):
    """A check of translations against each other."""

    check_id: str
    asks: str
    run: Callable[[FamilyFacts, Knowledge], Iterable[Finding]]


class Dated(NamedTuple):
    """A claim and the date of its article (EDTF), where that is known."""

    claim: Claim
    anchor: str | None
    family_id: str | None


class MeasuredCheck(NamedTuple):
    """A check of what several articles say of one measured thing, place and period."""

    check_id: str
    asks: str
    run: Callable[[Sequence[Dated], Knowledge], Iterable[Finding]]


Check = ArticleCheck | FamilyCheck | MeasuredCheck
