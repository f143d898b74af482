"""Digits of other scripts are read, and quoted as they stand."""

from __future__ import annotations

from decimal import Decimal

from pipeline.evaluate.examples import read_wording
from pipeline.knowledge import load_knowledge


def test_full_width_digits_are_read_and_quoted_as_written() -> None:
    text = "\uff11\uff12 xã và tháng 7/２０２５"
    dossier = read_wording(text, "vi", "2025-09-17", load_knowledge())
    assert [(claim.quantity.value, claim.evidence.quote) for claim in dossier.claims] == [(Decimal(12), "\uff11\uff12 xã")]
    assert [date.edtf for date in dossier.dates] == ["2025-07"]
