"""What is linked may be more than memory: rows are sorted on disk, and the order of those that are alike is kept."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pytest

from pipeline.errors import OutputError
from pipeline.link.sorting import sorter

SCHEMA = pa.schema([("nth", pa.int64()), ("key", pa.string())])


def test_rows_come_in_the_order_of_code_points(tmp_path: Path) -> None:
    keys = ["b", "\U0001f600", "\uffee", "A", "a\0b", "a", ""]
    with sorter(tmp_path) as base:
        base.fill("keys", SCHEMA, enumerate(keys))
        assert [row["key"] for row in base.rows("FROM keys ORDER BY key, nth")] == sorted(keys)


def test_a_table_without_rows_is_empty(tmp_path: Path) -> None:
    with sorter(tmp_path) as base:
        base.fill("keys", SCHEMA, ())
        assert list(base.rows("FROM keys")) == []


def test_what_the_sorter_refuses_is_an_output_error(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot sort the tables"), sorter(tmp_path) as base:
        list(base.rows("FROM nothing"))


def test_memory_does_not_grow_with_the_citations(tmp_path: Path) -> None:
    def peak(count: int) -> int:
        script = (
            "import resource, sys\n"
            "from pathlib import Path\n"
            "from pipeline.knowledge import load_knowledge\n"
            "from pipeline.link.documents import link_documents\n"
            "rows = (dict(citation_id=f'c{i:020}', article_id=f'a{i:020}', doc_type='plan', symbol=f'{i % 999}-KH/TU', resolved_symbol=None,\n"
            "    number=str(i % 999), year=None, issuer_code='TU', issuer=None, signed=None, title=None) for i in range(int(sys.argv[1])))\n"
            "assert sum(1 for _ in link_documents(rows, load_knowledge().papers, Path(sys.argv[2]))) == int(sys.argv[1])\n"
            "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
        )
        return int(subprocess.run([sys.executable, "-c", script, str(count), str(tmp_path)], check=True, capture_output=True, text=True).stdout)

    assert peak(120_000) - peak(20_000) < 100_000  # kB; held as objects, the difference was 187 MB
