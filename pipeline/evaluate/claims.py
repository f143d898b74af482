"""Claim rows against gold claims: which row stands for which, and what of it is right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pipeline.evaluate.gold import Gold, GoldClaim
from pipeline.evaluate.names import fold_name
from pipeline.evaluate.places import locate, locate_figures
from pipeline.records import Span

Row = Mapping[str, Any]

_REACH = 200
"""A row may reach this many characters beyond the gold figures; a longer one points at nothing."""
_SNUG = 60
"""A row's span is right when it holds the figures and no more than this beside them."""
_CLOSE = 1e-6
_RATIO_SLACK = 5e-5
"""Two thirds are written 0.6667."""
_MEASURES = frozenset({"point", "metre", "kilometre", "centimetre", "millimetre", "mile", "hour", "gram", "kilogram", "litre"})
"""Units whose name with a qualifier is another unit: a square kilometre is no kilometre."""
_NAMED_ALIKE = 0.6
"""The share of words at which a reader takes two phrases for names of one thing."""
_READS_AS = {"nearly": ("nearly", "approx", "less_than")}
"""A row's finer modifier says any of the coarser ones too."""


@dataclass(slots=True)
class ClaimVerdicts:
    """What became of an article's gold claims and rows: `matched` maps a gold index to its row and fields; `false` are rows of nothing."""

    matched: dict[int, tuple[Row, dict[str, bool]]] = field(default_factory=dict)
    false: list[Row] = field(default_factory=list)
    spans: list[list[Span]] = field(default_factory=list)


def asked_claims(gold: Gold) -> list[GoldClaim]:
    """The claims that count."""
    return [claim for claim in gold.claims if not claim.optional]


def match_claims(gold: Gold, text: str, rows: Sequence[Row], known_units: Collection[str]) -> ClaimVerdicts:
    """Give each gold claim the row that says most of it right; a row serves one claim, but both ends of a change it states."""
    asked = asked_claims(gold)
    verdicts = ClaimVerdicts(spans=[locate_figures(text, claim) for claim in asked])
    pairs = [
        (-sum(fields.values()), -fields["value"], row["stop"] - row["start"], i, at, row, fields)
        for i, claim in enumerate(asked) for at, row in enumerate(rows)
        if _meets(row, verdicts.spans[i]) for fields in [_judge(claim, row, known_units)]
    ]
    pairs.sort(key=lambda pair: pair[:5])
    used: set[int] = set()
    for *_, i, at, row, fields in pairs:
        if i not in verdicts.matched and at not in used:
            verdicts.matched[i] = row, fields
            used.add(at)
    for *_, i, _at, row, fields in pairs:
        if i not in verdicts.matched and row["change"] == "from_to" and "from_to" in asked[i].changes and fields["value"]:
            verdicts.matched[i] = row, fields
    for claim, spans in zip(asked, verdicts.spans, strict=True):
        # the ends of a change or a range as rows of their own are no false alarm
        if len(spans) > 1 or "from_to" in claim.changes or claim.ends:
            used |= {at for at, row in enumerate(rows) if _meets(row, spans) and any(_same(row["value"], end) for end in _ends(claim))}
    free = _free_spans(gold, text)
    verdicts.false = [row for at, row in enumerate(rows) if at not in used and not _touches(row, free)]
    return verdicts


def judge_beside(claim: GoldClaim, row: Row, spans: Sequence[Span]) -> dict[str, bool]:
    """What is asked of a found claim beside its value: span, and period, unit conflict and the thing measured where the gold speaks of them."""
    first, last = min(span.start for span in spans), max(span.stop for span in spans)
    beside = {"span": row["start"] <= first and last <= row["stop"] <= row["start"] + last - first + _SNUG}
    if claim.periods:
        beside["period"] = row.get("period") in claim.periods
    if claim.unit_conflict or row.get("unit_conflict"):
        beside["unit_conflict"] = bool(row.get("unit_conflict")) == claim.unit_conflict
    if claim.measured:
        beside["measured"] = _share_of_words(claim.measured, row.get("measured") or "") >= _NAMED_ALIKE
    return beside


def _share_of_words(one: str, other: str) -> float:
    """How many of the words of two phrases both have, from 0 to 1 (Dice)."""
    first, second = (Counter(fold_name(phrase).split()) for phrase in (one, other))
    return 2 * (first & second).total() / max(1, first.total() + second.total())


def _judge(claim: GoldClaim, row: Row, known_units: Collection[str]) -> dict[str, bool]:
    return {
        "value": _right_value(claim, row),
        "modifier": any(said in claim.modifiers for said in _READS_AS.get(row["modifier"], (row["modifier"],))),
        "unit": _open_noun(claim, row, known_units) or any(same_unit(row.get("unit"), unit) for unit in claim.units),
        "change": row["change"] in claim.changes,
    }


def _right_value(claim: GoldClaim, row: Row) -> bool:
    if claim.ends:
        return _same(row["low"], claim.ends[0]) and _same(row["high"], claim.ends[1])
    if row["change"] == "from_to" and claim.change == "from_to":
        return _same(row["change_from"], claim.change_from) and _same(row["change_to"], claim.change_to)
    slack = _RATIO_SLACK if claim.units[0] == "ratio" else 0.0
    if row["change"] == "from_to" and "from_to" in claim.changes:
        return any(_same(row[end], claim.values[0], slack) for end in ("value", "change_from", "change_to"))
    return any(_same(row["value"], value, slack) for value in claim.values)


def same_unit(mine: str | None, wanted: str | None) -> bool:
    """Whether two units are one, or one counted noun with another qualifier (never so for measures).

    >>> same_unit("party_organisation", "organisation"), same_unit("square_kilometre", "kilometre")
    (True, False)
    """
    one, other = _unit(mine), _unit(wanted)
    if one == other:
        return True
    if not one or not other:
        return False
    head = one.split()[-1]
    return head == other.split()[-1] and head not in _MEASURES


def _open_noun(claim: GoldClaim, row: Row, known_units: Collection[str]) -> bool:
    """A noun without an id may stand as the article's own word, whatever its ending."""
    if row.get("unit") or not row.get("unit_text") or _unit(claim.units[0]) in known_units:
        return False
    words = fold_name(claim.quote).split()
    return any(word.startswith(said[:4]) for said in fold_name(row["unit_text"]).split() for word in words if len(said) > 1)


def _unit(text: str | None) -> str:
    return fold_name(text).replace("_", " ").replace("-", " ")


def _same(one: float | None, other: float | None, slack: float = 0.0) -> bool:
    return one is not None and other is not None and abs(one - other) <= max(slack, _CLOSE * max(1.0, abs(one), abs(other)))


def _ends(claim: GoldClaim) -> list[float]:
    return [end for end in (*(claim.ends or claim.values[:1]), claim.change_from, claim.change_to) if end is not None]


def _touches(row: Row, spans: Sequence[Span]) -> bool:
    return any(row["start"] < span.stop and span.start < row["stop"] for span in spans)


def _meets(row: Row, spans: Sequence[Span]) -> bool:
    return _touches(row, spans) and row["stop"] - row["start"] <= max(s.stop for s in spans) - min(s.start for s in spans) + _REACH


def _free_spans(gold: Gold, text: str) -> list[Span]:
    spans = [span for claim in gold.claims if claim.optional for span in locate_figures(text, claim)]
    return spans + [span for quote, start in gold.ignored if (span := locate(text, quote, start)) is not None]
