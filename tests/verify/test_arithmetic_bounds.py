"""n of m, and ranges in order."""

from __future__ import annotations

from pipeline.knowledge import load_knowledge
from pipeline.verify.arithmetic_bounds import bounds
from tests.verify.builders import article, claim


def verdicts(value: int | None = None, **columns: object) -> list[tuple[str, str]]:
    return [(one.verdict, one.working) for one in bounds(article(claim("c", value, "commune", unit_kind="count", **columns)), load_knowledge())]


def test_a_part_no_larger_than_its_whole_agrees() -> None:
    assert verdicts(12, of=22.0) == [("agrees", "12 of 22 = 54.55 %")]
    assert verdicts(63, of=63.0) == [("agrees", "63 of 63 = 100 %")]


def test_a_part_larger_than_its_whole_conflicts() -> None:
    assert verdicts(120, of=22.0) == [("conflicts", "120 of 22")]


def test_a_range_that_begins_above_its_end_conflicts() -> None:
    assert verdicts(low=9.0, high=0.85) == [("conflicts", "9 to 0.85")]
    assert verdicts(low=8.5, high=9.0) == []
    assert verdicts(low=9.0, high=9.0) == []


def test_a_range_over_a_thousandfold_is_suspect_unless_it_is_vague() -> None:
    assert verdicts(low=2.5, high=1700000.0) == [("suspect", "2.5 to 1,700,000")]
    assert verdicts(low=1000.0, high=1000000.0) == []
