"""Every check, in the order in which findings are told: one line each."""

from __future__ import annotations

from pipeline.verify import coherence_written_unit
from pipeline.verify.check import ArticleCheck, Check

CHECKS: tuple[Check, ...] = (
    ArticleCheck(coherence_written_unit.CHECK_ID, "Does the unit written fit the thing counted?", coherence_written_unit.written_unit),
)
