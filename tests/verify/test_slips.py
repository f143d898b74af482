"""Slips of the pen: swapped digits, steps of ten, a thousand, a million."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.verify.slips import slip


@pytest.mark.parametrize(("said", "meant", "how"), [
    ("892", "829", "two digits are swapped"),
    ("15.3", "51.3", "two digits are swapped"),
    ("1480", "148", "it is 10 times too large"),
    ("1.5", "1500", "it is 1,000 times too small"),
    ("13.6", "13600000", "it is 1,000,000 times too small"),
    ("148", "150", None),
    ("10", "100000", None),
    ("148", "148", None),
])
def test_a_slip_is_named(said: str, meant: str, how: str | None) -> None:
    found = slip(Decimal(said), Decimal(meant))
    assert (None if found is None else str(found)) == how
