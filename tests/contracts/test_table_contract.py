"""The names that tools outside of this project read: a change of any is a new schema version."""

from __future__ import annotations

import pyarrow as pa
import pytest

from pipeline.write import SCHEMA_VERSION, TABLES
from pipeline.write.gathered import GATHERED
from pipeline.write.tables import SCHEMAS

MENTION = "article_id field block start stop quote sentence rule"
CONTRACT = {
    "articles": (
        "article_id text title language language_given language_score language_by published updated anchor anchor_from byline n_claims repairs "
        "source_path"
    ),
    "sources": "source_path source_line source_url url_slug article_id title published sha256 encoding",
    "claims": (
        f"claim_id language figure_start figure_stop value value_text low high modifier unit unit_kind unit_text per of measured subject change "
        f"change_from change_to status period place place_id speaker under unit_conflict part_of alternatives confidence {MENTION}"
    ),
    "citations": f"citation_id doc_type symbol resolved_symbol number year issuer_code issuer signed title {MENTION}",
    "officials": f"official_id name person_key role role_id body place tenure {MENTION}",
    "dates": f"date_id edtf kind anchored {MENTION}",
    "places": f"mention_id name place_id level {MENTION}",
    "organisations": f"mention_id name organisation_id level place_id {MENTION}",
    "refusals": "what source_path source_line article_id stage start stop quote reason detail",
}
GATHERED_CONTRACT = {
    "families": "article_id family_id why role",
    "alignments": "family_id article_id claim_id other_article_id other_claim_id how differs",
    "findings": "finding_id check_id verdict severity claim_ids mention_ids article_ids family_id working note source",
}
NUMBERS = {"claims": "value low high of change_from change_to confidence", "articles": "language_score"}


def test_the_schema_has_a_version() -> None:
    assert SCHEMA_VERSION == "1"


@pytest.mark.parametrize("table", CONTRACT)
def test_every_promised_column_is_there(table: str) -> None:
    assert not set(CONTRACT[table].split()) - set(TABLES[table].names)


@pytest.mark.parametrize("table", GATHERED_CONTRACT)
def test_every_promised_column_of_a_gathered_table_is_there(table: str) -> None:
    assert not set(GATHERED_CONTRACT[table].split()) - set(SCHEMAS[table].names)


def test_verdicts_are_the_four_that_readers_know() -> None:
    findings = next(table for table in GATHERED if table.name == "findings")
    values = {column.name: column.values for column in findings.columns}
    assert values["verdict"] == ("agrees", "conflicts", "suspect", "uncheckable")
    assert values["severity"] == ("high", "medium", "low")


@pytest.mark.parametrize("table", NUMBERS)
def test_numbers_are_float64(table: str) -> None:
    assert {TABLES[table].field(name).type for name in NUMBERS[table].split()} == {pa.float64()}


@pytest.mark.parametrize("table", CONTRACT)
def test_offsets_are_whole_numbers_and_flags_are_flags(table: str) -> None:
    types = {field.name: field.type for field in TABLES[table]}
    assert {types[name] for name in types.keys() & {"start", "stop", "figure_start", "figure_stop", "source_line", "n_claims"}} <= {pa.int64()}
    assert {types[name] for name in types.keys() & {"unit_conflict", "anchored"}} <= {pa.bool_()}


def test_lists_are_lists() -> None:
    claims = TABLES["claims"]
    assert claims.field("under").type == pa.list_(pa.string())
    assert pa.types.is_list(claims.field("alternatives").type)
