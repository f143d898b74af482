"""Which document a short or pointing mention means: its antecedent in the same article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from pipeline.extract.citations.mention import Mention
from pipeline.knowledge.papers import Papers

_ZEROS = "0"
_FARTHEST = 1500
"""Characters between a pointer and the mention that it points to, at most."""


def resolve(mentions: Sequence[Mention], papers: Papers) -> list[Mention]:
    """Give short mentions and pointers their antecedents, in the order of the article; what needs one and has none is left out."""
    whole: dict[str, list[tuple[int, Mention]]] = defaultdict(list)
    short: dict[str, list[Mention]] = defaultdict(list)
    for i, mention in enumerate(mentions):
        if mention.number is not None and mention.kind == "symbol":
            whole[_key(mention)].append((i, mention))
        elif mention.number is not None and mention.kind == "short":
            short[_key(mention)].append(mention)
    kept: list[Mention] = []
    for i, mention in enumerate(mentions):
        if mention.kind in ("short", "doubtful"):
            antecedent = _same_number(mention, i, whole, papers)
            if mention.kind == "doubtful" and antecedent is None and not any(mention.may_be(other) for other in short[_key(mention)]):
                continue
            mention.resolved = antecedent.symbol if antecedent is not None else _composed(mention, papers)
            mention.kind = "short"
        elif mention.kind == "back":
            target = _pointed_at(mention, kept)
            if target is None:
                continue
            mention.resolved = target.resolved or target.symbol
        kept.append(mention)
    return kept


def _key(mention: Mention) -> str:
    return (mention.number or "").lstrip(_ZEROS)


def _same_number(mention: Mention, at: int, whole: dict[str, list[tuple[int, Mention]]], papers: Papers) -> Mention | None:
    """The nearest whole symbol of the number before the mention, else the one symbol of the number behind it.

    A type for which translators take the mention's word is a fit where none of the very type stands.
    """
    same = [(i, other) for i, other in whole.get(_key(mention), ()) if _same_year(mention, other)]
    fitting = [(i, other) for i, other in same if mention.may_be(other)]
    if not fitting and len({other.symbol for _, other in same}) == 1:
        fitting = [(i, other) for i, other in same if mention.word in papers.near.get(other.doc_type, ())]
    before = [other for i, other in fitting if i < at]
    if before:
        return before[-1]
    behind = {other.symbol: other for _, other in fitting}
    return next(iter(behind.values())) if len(behind) == 1 else None


def _same_year(mention: Mention, other: Mention) -> bool:
    return mention.year is None or other.year is None or mention.year == other.year


def _pointed_at(mention: Mention, before: Sequence[Mention]) -> Mention | None:
    """The last numbered mention of the type that is near enough; offsets fall where another field of the article begins."""
    for other in reversed(before):
        if not 0 <= mention.start - other.start <= _FARTHEST:
            return None
        if (other.symbol or other.resolved) and other.may_be(mention):
            return other
    return None


def _composed(mention: Mention, papers: Papers) -> str | None:
    """The whole symbol where type, number, issuer and year leave only one."""
    if not mention.issuers or mention.number is None or mention.word is None:
        return None
    signed = mention.signed[:4] if mention.signed and mention.signed[:4].isdecimal() else None
    made = {papers.compose(mention.word, issuer, mention.number, mention.year or signed) for issuer in mention.issuers}
    return made.pop() if len(made) == 1 else None
