"""The order of findings: what fails first, the worst of it before the rest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

VERDICTS = ("conflicts", "suspect", "uncheckable", "agrees")
"""From the worst to the best; what could not be checked is no failure, but the reader should know it before what holds."""
FAILING = frozenset(VERDICTS[:2])
_GRAVITY = {"high": 0, "medium": 1, "low": 2}


def failing(row: Mapping[str, Any]) -> bool:
    """Whether a finding says that something does not hold."""
    return row["verdict"] in FAILING


def order(row: Mapping[str, Any]) -> tuple[int, int]:
    """The key that sorts findings as a page shows them."""
    return VERDICTS.index(row["verdict"]), _GRAVITY.get(row["severity"] or "", len(_GRAVITY))
