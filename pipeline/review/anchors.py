"""Decisions about claims of another run: which claim of these tables each one speaks of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from pipeline.review.decisions import Decision

Row = Mapping[str, Any]


class Anchored(NamedTuple):
    """Decisions by the ids that claims have now; how each claim was found; and those whose claim is nowhere."""

    decisions: list[Decision]
    how: dict[str, str]
    """claim_id: `id`, or `quote` where offsets or the text have moved."""
    lost: list[Decision]


def anchor(decisions: Iterable[Decision], claims: Sequence[Row], sources: Mapping[str, set[str]], findings: set[str]) -> Anchored:
    """Move each decision to the claim that it speaks of; `sources` are the paths of each article.

    By id; else by quote: the claim of the same words in the same article, or in an article of the same source, whose sentence is the same, or that
    is the only one of these words. Where two claims fit none is taken.
    """
    by_id = {claim["claim_id"]: claim for claim in claims}
    by_quote: dict[str, list[Row]] = defaultdict(list)
    for claim in claims:
        by_quote[claim["quote"]].append(claim)
    anchored = Anchored([], {}, [])
    moved: dict[str, str] = {}
    for one in decisions:
        if one.target == "finding":
            (anchored.decisions if one.id in findings or one.action == "undo" else anchored.lost).append(one)
            continue
        if one.id in by_id:
            anchored.how.setdefault(one.id, "id")
            anchored.decisions.append(one)
            continue
        if one.id not in moved and (found := _found(one, by_quote.get(one.quote or "", ()), sources)) is not None:
            moved[one.id] = found["claim_id"]
        if one.id in moved:
            anchored.how[moved[one.id]] = "quote"
            anchored.decisions.append(one.model_copy(update={"id": moved[one.id]}))
        elif one.action != "undo":
            anchored.lost.append(one)
    return anchored


def _found(one: Decision, claims: Sequence[Row], sources: Mapping[str, set[str]]) -> Row | None:
    near = [claim for claim in claims if claim["article_id"] == one.article_id or one.source_path in sources.get(claim["article_id"], ())]
    for fits in ([claim for claim in near if claim["sentence"] == one.sentence], near):
        if len(fits) == 1:
            return fits[0]
    return None
