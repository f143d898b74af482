"""Which document a short or pointing mention means: its antecedent in the same article."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.citations.mention import Mention
from pipeline.knowledge.papers import Papers

_ZEROS = "0"
_FARTHEST = 1500
"""Characters between a pointer and the mention that it points to, at most."""


def resolve(mentions: Sequence[Mention], papers: Papers) -> list[Mention]:
    """Give short mentions and pointers their antecedents, in the order of the article; what needs one and has none is left out."""
    whole = [m for m in mentions if m.kind == "symbol"]
    kept: list[Mention] = []
    for mention in mentions:
        if mention.kind in ("short", "doubtful"):
            antecedent = _same_number(mention, kept, whole)
            if antecedent is not None:
                mention.resolved = antecedent.symbol if antecedent.kind == "symbol" else antecedent.resolved
                mention.kind = "short"
            elif mention.kind == "short":
                mention.resolved = _composed(mention, papers)
            elif not any(_meets(mention, m) for m in mentions if m.kind == "short"):
                continue
        elif mention.kind == "back":
            antecedent = next((m for m in reversed(kept) if (m.symbol or m.resolved) and m.may_be(mention)), None)
            if antecedent is None or mention.start - antecedent.stop > _FARTHEST:
                continue
            mention.resolved = antecedent.resolved or antecedent.symbol
        kept.append(mention)
    return kept


def _same_number(mention: Mention, before: Sequence[Mention], whole: Sequence[Mention]) -> Mention | None:
    """The nearest whole symbol of the number before the mention, else the one symbol of the number behind it."""
    for candidate in reversed(before):
        if candidate.kind == "symbol" and _meets(mention, candidate):
            return candidate
    behind = {m.symbol: m for m in whole if _meets(mention, m)}
    return next(iter(behind.values())) if len(behind) == 1 else None


def _meets(mention: Mention, other: Mention) -> bool:
    if mention is other or mention.number is None or other.number is None:
        return False
    same = mention.number.lstrip(_ZEROS) == other.number.lstrip(_ZEROS)
    return same and (mention.year is None or other.year is None or mention.year == other.year) and mention.may_be(other)


def _composed(mention: Mention, papers: Papers) -> str | None:
    """The whole symbol where type, number, issuer and year leave only one."""
    if len(mention.issuers) != 1 or mention.number is None or mention.word is None:
        return None
    signed = mention.signed[:4] if mention.signed and mention.signed[:4].isdecimal() else None
    return papers.compose(mention.word, mention.issuers[0], mention.number, mention.year or signed)
