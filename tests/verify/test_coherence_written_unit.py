"""A unit that contradicts what is counted is suspect."""

from __future__ import annotations

from pipeline.knowledge import load_knowledge
from pipeline.verify.coherence_written_unit import written_unit
from tests.verify.builders import article, claim


def test_persons_where_organisations_are_counted_are_suspect() -> None:
    slip = claim("c1", 37, "party_organisation", unit_text="persons", measured="party organisations", unit_conflict=True)
    found = list(written_unit(article(slip, claim("c2", 37, "person")), load_knowledge()))
    assert [(one.verdict, one.severity, one.claims, one.working) for one in found] == [
        ("suspect", "medium", ("c1",), "37 persons of party organisations"),
    ]
