"""Three articles of our own, table by table: whatever a change of a rule does to them is seen, line by line.

`python tests/golden/test_tables.py` writes the lines anew; the difference is then read before it is committed.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.evaluate.examples import write_citation, write_claim, write_official, write_place
from pipeline.ingest import read_inputs
from pipeline.knowledge import load_knowledge
from pipeline.records import Dossier, Refusal
from pipeline.stages import ORDER, compose

HERE = Path(__file__).parent
SAMPLES = HERE.parents[1] / "corpora" / "samples"
NAMES = ("pl_gmina_reorganizacja", "vi_sap_xep_xa", "en_commune_merger")


def lines_of(name: str) -> list[str]:
    knowledge = load_knowledge()
    (article,) = read_inputs([str(SAMPLES / f"{name}.json")], knowledge)
    assert not isinstance(article, Refusal)
    dossier = Dossier(article)
    compose(ORDER)([dossier], knowledge)
    lines = [f"claim\t{claim.evidence.start}\t{write_claim(claim)}\t{claim.period}\t{claim.measured}" for claim in dossier.claims]
    lines += [f"citation\t{one.evidence.start}\t{write_citation(one)}" for one in dossier.citations]
    lines += [f"official\t{one.evidence.start}\t{write_official(one)}" for one in dossier.officials]
    lines += [f"date\t{one.evidence.start}\t{one.edtf}\t{one.kind}" for one in dossier.dates]
    lines += [f"place\t{one.evidence.start}\t{write_place(one)}\t{one.place_id}" for one in dossier.places]
    lines += [f"organisation\t{one.evidence.start}\t{one.name}\t{one.organisation_id}" for one in dossier.organisations]
    return lines


@pytest.mark.parametrize("name", NAMES)
def test_tables_are_as_they_were_read_and_committed(name: str) -> None:
    assert lines_of(name) == (HERE / f"{name}.tsv").read_text(encoding="utf-8").split("\n")[:-1]


if __name__ == "__main__":
    for one in NAMES:
        (HERE / f"{one}.tsv").write_text("".join(f"{line}\n" for line in lines_of(one)), encoding="utf-8")
