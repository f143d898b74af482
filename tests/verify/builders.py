"""How the tests of checks make facts: rows with what a test leaves open filled in."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from pipeline.verify.facts import ArticleFacts, Claim, claim_of

_CLAIM: dict[str, Any] = {
    "language": "en", "field": "text", "block": "body", "start": 0, "stop": 0, "quote": "", "sentence": "one", "figure_start": 0, "figure_stop": 0,
    "value_text": None, "low": None, "high": None, "modifier": "exact", "unit": None, "unit_kind": None, "unit_text": None, "per": None, "of": None,
    "measured": None, "subject": None, "change": "none", "change_from": None, "change_to": None, "status": "actual", "period": None, "place": None,
    "place_id": None, "speaker": None, "under": [], "unit_conflict": False, "part_of": None, "confidence": 0.9,
}


def claim(claim_id: str, value: str | int | None = None, unit: str | None = None, **columns: object) -> Claim:
    """A claim; `at` is the place of its figures."""
    at = columns.pop("at", 0)
    row = _CLAIM | {"claim_id": claim_id, "article_id": "a", "unit": unit, "figure_start": at, "start": at} | columns
    row["value_text"] = None if value is None else str(Decimal(str(value)))
    return claim_of(row)


def article(*claims: Claim, article_id: str = "a", language: str = "en", text: str = "", **rows: object) -> ArticleFacts:
    """An article with these claims."""
    head = {"article_id": article_id, "language": language, "text": text, "title": None, "anchor": None, "published": None}
    tables = {name: tuple(its) for name, its in rows.items() if isinstance(its, list)}
    return ArticleFacts(head | {name: its for name, its in rows.items() if name not in tables}, claims, **tables)
