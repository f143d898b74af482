"""What may still be called equal."""

from __future__ import annotations

import pytest

from pipeline.verify import tolerance
from tests.verify.builders import claim


@pytest.mark.parametrize(("one", "other"), [
    (("140", "more_than"), ("143", "exact")),
    (("21", "more_than"), ("21.14", "exact")),
    (("1500", "nearly"), ("1486", "exact")),
    (("1500", "approx"), ("1520", "exact")),
    (("1500000", "exact"), ("1486000", "exact")),
    (("62.58", "exact"), ("62.6", "exact")),
    (("90", "at_least"), ("98", "exact")),
    (("7", "more_than"), ("8", "nearly")),
])
def test_a_rounded_figure_agrees_with_the_exact_one(one: tuple[str, str], other: tuple[str, str]) -> None:
    first, second = claim("c1", one[0], modifier=one[1]), claim("c2", other[0], modifier=other[1])
    assert tolerance.agree(first, second)
    assert tolerance.agree(second, first)


@pytest.mark.parametrize(("one", "other"), [
    (("892", "exact"), ("829", "exact")),
    (("140", "more_than"), ("134", "exact")),
    (("1500", "nearly"), ("1520", "exact")),
    (("1500", "approx"), ("15000", "exact")),
    (("143", "exact"), ("144", "exact")),
    (("62.58", "exact"), ("62.85", "exact")),
])
def test_another_figure_does_not_agree(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert not tolerance.agree(claim("c1", one[0], modifier=one[1]), claim("c2", other[0], modifier=other[1]))
