"""Stated parts sum to their whole, and a slip in them is named."""

from __future__ import annotations

import pytest

from pipeline.knowledge import load_knowledge
from pipeline.verify.arithmetic_sums import sums
from pipeline.verify.facts import Claim
from pipeline.verify.finding import Finding
from tests.verify.builders import article, claim


def parts(whole: int | str, *values: int | str, unit: str = "project", kind: str = "count", stated: bool = True, **columns: object) -> list[Claim]:
    """A whole and its parts in a row; `columns` are those of every part."""
    head = claim("w", whole, unit, unit_kind=kind, measured="projects", at=0, stop=5)
    return [head] + [
        claim(f"p{at}", value, unit, unit_kind=kind, measured="projects", at=10 * at, stop=10 * at + 5, part_of="w" if stated else None, **columns)
        for at, value in enumerate(values, 1)
    ]


def found(*claims: Claim, text: str = "") -> list[Finding]:
    return list(sums(article(*claims, text=text), load_knowledge()))


def verdicts(*claims: Claim, text: str = "") -> list[tuple[str, str]]:
    return [(one.verdict, one.working) for one in found(*claims, text=text)]


def test_parts_that_come_to_the_whole_agree() -> None:
    assert verdicts(*parts(47, 31, 16)) == [("agrees", "31 + 16 = 47")]


def test_parts_that_come_to_more_than_the_whole_conflict() -> None:
    assert verdicts(*parts(47, 31, 29)) == [("conflicts", "31 + 29 = 60 \u2260 47")]


def test_two_digits_swapped_are_named() -> None:
    (one,) = found(*parts(74, 31, 16))
    assert one.verdict == "suspect"
    assert "47 would (two digits are swapped)" in str(one.note)


def test_a_part_that_slipped_by_a_thousand_is_named() -> None:
    (one,) = found(*parts(47, 31, 16000))
    assert "it is 1,000 times too large" in str(one.note)


def test_a_list_of_some_parts_says_nothing() -> None:
    assert verdicts(*parts(415, 290, 48)) == []


def test_parts_that_fill_a_bracket_should_be_all() -> None:
    text = "aaaaa    (bbbbb     ccccc) and more"
    assert [one for one, _ in verdicts(*parts(50, 20, 10), text=text)] == ["suspect"]


def test_a_part_larger_than_its_whole_conflicts() -> None:
    assert verdicts(*parts(22, 31)) == [("conflicts", "31 \u2260 22")]


def test_rounded_parts_agree() -> None:
    assert [one for one, _ in verdicts(*parts("41.9", 26, "15.9", unit="percent", kind="share"))] == ["agrees"]
    assert [one for one, _ in verdicts(*parts(75, 51, 23, unit="percent", kind="share"))] == ["agrees"]


def test_bounds_are_understood() -> None:
    claims = parts(900000, 570000, 350000)
    claims[2] = claims[2]._replace(modifier="approx")
    assert [one for one, _ in verdicts(*claims)] == ["agrees"]


def test_the_rest_of_a_list_belongs_to_its_first_part() -> None:
    claims = parts(2144, 1247, 586, 311)
    claims[2:] = [part._replace(part_of=None) for part in claims[2:]]
    assert verdicts(*claims) == [("agrees", "1,247 + 586 + 311 = 2,144")]
    claims[0] = claims[0]._replace(value=claims[0].value + 3 if claims[0].value else None)
    assert [one for one, _ in verdicts(*claims)] == ["suspect"]


@pytest.mark.parametrize(("whole", "values"), [(17, (12, 5)), (130, (96, 31)), (55, (20, 25))])
def test_figures_that_nobody_calls_parts_are_left_alone(whole: int, values: tuple[int, ...]) -> None:
    assert verdicts(*parts(whole, *values, stated=False)) == []


def test_unstated_parts_of_many_digits_are_seen() -> None:
    assert verdicts(*parts(17557, 15319, 2238, stated=False)) == [("agrees", "15,319 + 2,238 = 17,557")]
    assert [one for one, _ in verdicts(*parts(17575, 15319, 2238, stated=False))] == ["suspect"]


def test_one_part_that_fits_agrees() -> None:
    assert verdicts(*parts(29, 17)) == [("agrees", "17 of 29")]


def test_a_list_of_places_with_their_figures_has_no_whole() -> None:
    figures = (11, 10, 29, 4, 26, 3)
    claims = [claim(f"c{at}", value, "case", unit_kind="count", measured="cases", at=10 * at) for at, value in enumerate(figures)]
    assert verdicts(*claims) == []


def test_a_part_that_stands_in_words_may_be_missing() -> None:
    assert verdicts(*parts(16, 10, 3, 2, stated=False)) == []
    assert [one for one, _ in verdicts(*parts(16, 10, 5, 2, stated=False))] == ["suspect"]
