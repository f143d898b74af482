"""Claims that only one translation has."""

from __future__ import annotations

from pipeline.knowledge import load_knowledge
from pipeline.verify.agreement_missing_claims import missing_claims
from pipeline.verify.alignment import align
from pipeline.verify.facts import Claim, FamilyFacts
from tests.verify.builders import article, claim

KNOWN = load_knowledge()
FIGURES = (31, 284, 1482, 96, 57)


def claims(language: str, *values: int) -> list[Claim]:
    return [claim(f"{language}{value}", value, "household", article_id=language, language=language) for value in values]


def found(here: list[Claim], there: list[Claim]) -> list[tuple[str, str, tuple[str, ...]]]:
    members = (article(*here, article_id="vi", language="vi"), article(*there, article_id="pl", language="pl"))
    family = FamilyFacts("y1", members, has_original=True, pairs=align(members[0].claims, members[1].claims, KNOWN.units))
    return [(one.check.partition(".")[2], one.verdict, one.claims) for one in missing_claims(family, KNOWN)]


def test_a_full_translation_lacks_nothing() -> None:
    assert found(claims("vi", *FIGURES), claims("pl", *FIGURES)) == []


def test_a_dropped_claim_is_missing_and_a_new_one_is_added() -> None:
    assert found(claims("vi", *FIGURES), claims("pl", *FIGURES[1:])) == [("missing", "suspect", ("vi31",))]
    assert found(claims("vi", *FIGURES[1:]), claims("pl", *FIGURES)) == [("added", "suspect", ("pl31",))]


def test_a_summary_is_no_translation_of_everything() -> None:
    assert found(claims("vi", *FIGURES, *range(200, 220)), claims("pl", *FIGURES)) == [("", "uncheckable", ())]


def test_a_converted_amount_is_not_added() -> None:
    here, there = claims("vi", *FIGURES), claims("pl", *FIGURES)
    amount = {"unit_kind": "money", "article_id": "pl", "language": "pl"}
    here.append(claim("vim", 10**10, "VND", unit_kind="money", article_id="vi", language="vi"))
    twin = [claim("plm", 10**10, "VND", start=900, stop=914, **amount), claim("plt", 380228, "USD", at=916, stop=930, **amount)]
    assert found(here, [*there, *twin]) == []
