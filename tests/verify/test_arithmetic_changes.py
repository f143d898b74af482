"""From, to and difference; the difference in per cent."""

from __future__ import annotations

from pipeline.knowledge import load_knowledge
from pipeline.verify.arithmetic_changes import changes
from tests.verify.builders import article, claim


def verdicts(
    before: int | str, after: int | str, said: int | str, unit: str = "agency", change: str = "decrease_by", **columns: object,
) -> list[tuple[str, str]]:
    move = claim(
        "m", after, "agency", unit_kind="count", change="from_to", change_from=float(before), change_to=float(after), measured="agencies", stop=12,
    )
    delta = claim("d", said, unit, unit_kind="share" if unit == "percent" else "count", change=change, at=20, stop=25, **columns)
    return [(one.verdict, one.working) for one in changes(article(move, delta, text=" " * 40), load_knowledge())]


def test_a_difference_that_comes_out_agrees() -> None:
    assert verdicts(106, 38, 68) == [("agrees", "106 - 38 = 68")]
    assert verdicts(155, 58, "62.58", "percent") == [("agrees", "97 / 155 = 62.58 %")]
    assert verdicts("31.2", "31.95", "2.4", "percent", "increase_by") == [("agrees", "0.75 / 31.2 = 2.4 %")]


def test_another_difference_is_suspect() -> None:
    assert verdicts(106, 38, 86) == [("suspect", "106 - 38 = 68 \u2260 86")]
    assert verdicts(155, 58, "65.28", "percent") == [("suspect", "97 / 155 = 62.58 % \u2260 65.28")]


def test_a_difference_the_other_way_conflicts() -> None:
    assert verdicts(106, 38, 68, change="increase_by") == [("conflicts", "106 to 38 falls")]
    assert verdicts(58, 155, "62.58", "percent") == [("conflicts", "58 to 155 rises")]


def test_a_difference_of_something_else_is_left_alone() -> None:
    assert verdicts(106, 38, 86, "person") == []


def test_what_is_nearly_so_agrees() -> None:
    assert verdicts(106, 38, 70, modifier="nearly") == [("agrees", "106 - 38 = 68")]


def test_other_changes_between_part_them() -> None:
    move = claim("m", 38, "agency", change="from_to", change_from=106.0, change_to=38.0, stop=12, at=60)
    other = claim("o", 5, "agency", change="decrease_by", at=30, stop=40)
    delta = claim("d", 86, "agency", change="decrease_by", at=0, stop=10)
    found = changes(article(delta, other, move, text=" " * 42 + ";" + " " * 40), load_knowledge())
    assert list(found) == []


def test_of_another_status_it_is_suspect_only_where_a_slip_explains_it() -> None:
    assert verdicts(430, 299, 257, status="target") == []
    assert verdicts(430, 299, 113, status="target") == [("suspect", "430 - 299 = 131 \u2260 113")]
