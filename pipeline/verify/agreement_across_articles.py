"""Whether articles agree on one measured thing, place and period; which of them is later."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.knowledge import Knowledge
from pipeline.verify import tolerance
from pipeline.verify.check import Dated
from pipeline.verify.finding import Finding, Severity, Verdict
from pipeline.verify.note import Note
from pipeline.verify.working import figure

CHECK_ID = "agreement_across_articles"

_MOST_FIGURES = 4
"""A thing with more figures is a list whose members the words do not tell apart."""
_WORDS = 2
_WORDS_WITHOUT_TIME = 3
"""A counted thing that fewer words name may be many things; more so where no time is said but the article's own day."""


def across_articles(group: Sequence[Dated], _: Knowledge) -> Iterator[Finding]:
    """One finding a thing that two articles or more speak of, translations of one text being one article.

    Unlike figures contradict each other where the articles are of one day or one figure looks like a slip of the other; where one article
    is later, it may correct or bring up to date, and where it gives both figures it does. An article with several figures tells that the
    words do not name one thing.
    """
    first = group[0].claim
    if len(first.words) < (_WORDS if first.period else _WORDS_WITHOUT_TIME):
        return
    by_text: dict[str, list[Dated]] = {}
    for one in group:
        by_text.setdefault(one.family_id or one.claim.article_id, []).append(one)
    if len(by_text) < 2:
        return
    told = [its[0] for its in by_text.values() if len({one.claim.value for one in its}) == 1]
    if len(told) < 2 or len({one.claim.value for one in told}) > _MOST_FIGURES:
        return
    if all(tolerance.agree(told[0].claim, one.claim) for one in told[1:]):
        if first.value is not None and len(tolerance.digits(first.value)) >= 2:
            yield _finding("agrees", None, told, Note("articles_agree", n=len(told)))
        return
    both = [its for its in by_text.values() if len({one.claim.value for one in its}) > 1]
    base = told[0]
    for other in told[1:]:
        if not tolerance.agree(base.claim, other.claim):
            yield _unlike(base, other, [one for its in both for one in its])


def _unlike(one: Dated, other: Dated, both: Sequence[Dated]) -> Finding:
    """What is said of two articles with unlike figures, the later one first."""
    earlier, later = sorted((one, other), key=lambda dated: dated.anchor or "")
    named = {dated.claim.value for dated in both if (dated.anchor or "") >= (later.anchor or "")}
    if {earlier.claim.value, later.claim.value} <= named:
        return _finding("suspect", "low", [later, earlier], Note("articles_overtaken"))
    if tolerance.slipped(earlier.claim.value, later.claim.value):
        return _finding("conflicts", "high", [later, earlier], Note("articles_by_slip"))
    if later.anchor and earlier.anchor and later.anchor != earlier.anchor:
        note = Note("articles_differ_in_time", later=later.anchor, earlier=earlier.anchor)
        return _finding("suspect", "medium", [later, earlier], note)
    return _finding("conflicts", "medium", [later, earlier], Note("articles_differ"))


def _finding(verdict: Verdict, severity: Severity | None, dated: Sequence[Dated], note: Note) -> Finding:
    said = dict.fromkeys(figure(one.claim) for one in dated)
    thing = dated[0].claim
    return Finding(
        CHECK_ID, verdict, "; ".join(said) + f" ({thing.measured}, {thing.period or dated[0].anchor})", note,
        tuple(one.claim.claim_id for one in dated),
        articles=tuple(dict.fromkeys(one.claim.article_id for one in dated)), severity=severity,
    )
