"""The engine: tables in memory and on disk say the same, and tables out of order are refused."""

from __future__ import annotations

import pyarrow as pa
import pytest

import pipeline
from pipeline.errors import OutputError, UsageError
from pipeline.knowledge import load_knowledge
from pipeline.verify import checks
from pipeline.verify.engine import verify_tables
from pipeline.verify.finding import Finding
from pipeline.verify.note import Note
from pipeline.verify.tables import READ, MemoryTables
from pipeline.write import TABLES

TEXTS = ("We have 31 communes and 14 wards.", "There are 512 households in 7 villages.", "No figure stands here.")


def in_memory() -> dict[str, pa.Table]:
    results = [pipeline.extract(text, language="en") for text in TEXTS]
    return {name: pa.Table.from_pylist([dict(row) for one in results for row in one.rows(name)], TABLES[name]) for name in READ}


def test_every_check_has_an_id_of_its_own_and_asks_a_question() -> None:
    ids = [check.check_id for check in checks.CHECKS]
    assert len(set(ids)) == len(ids)
    assert all(check.asks.endswith("?") for check in checks.CHECKS)
    assert not any(one != other and one.startswith(other + ".") for one in ids for other in ids)


def test_rows_out_of_order_are_an_error_and_not_a_silent_loss() -> None:
    tables = in_memory()
    tables["claims"] = tables["claims"].take([2, 3, 0, 1])
    with pytest.raises(OutputError, match="order of the articles"):
        list(verify_tables(MemoryTables(tables), load_knowledge()))


def test_results_given_twice_are_one_article() -> None:
    results = [pipeline.extract(text, language="en") for text in TEXTS]
    once, twice = pipeline.verify(results), pipeline.verify(results + results)
    assert once["findings"].equals(twice["findings"])


def test_a_missing_table_is_said() -> None:
    with pytest.raises(UsageError, match="no table 'claims'"):
        pipeline.verify({"articles": pa.table({"article_id": ["a"]})})


def test_a_verdict_without_its_severity_is_a_fault_of_the_check() -> None:
    with pytest.raises(ValueError, match="severity"):
        Finding("some_check", "conflicts", "1 and 2", Note("articles_differ"))
    with pytest.raises(ValueError, match="severity"):
        Finding("some_check", "agrees", "1 and 1", Note("part_fits"), severity="high")
