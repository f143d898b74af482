"""Whatever bytes a file holds, reading it gives articles and refusals, and never an exception."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.ingest import FORMATS, read_inputs
from pipeline.knowledge import Knowledge, load_knowledge
from pipeline.records import Article, Refusal
from tests.ingest.test_archives import CRAWL, FILES, tarred, zipped
from tests.ingest.test_formats import PAGE, RECORD, _columnar, _table

KNOWLEDGE: Knowledge = load_knowledge()
ENDINGS = [ending for endings, _ in FORMATS for ending in endings]
SOUND = {
    ".json": str(RECORD).replace("'", '"').encode(),
    ".jsonl": (str(RECORD).replace("'", '"') + "\n").encode() * 3,
    ".csv": _table(",").encode(),
    ".tsv": _table("\t").encode(),
    ".html": PAGE.encode(),
    ".parquet": _columnar("parquet"),
    ".feather": _columnar("feather"),
    ".arrow": _columnar("stream"),
    ".warc": b"".join(CRAWL),
    ".zip": zipped(FILES),
    ".tar": tarred(FILES),
}


def read(folder: Path, name: str, content: bytes) -> list[Article | Refusal]:
    """What a file gives."""
    path = folder / name
    path.write_bytes(content)
    return list(read_inputs([str(path)], KNOWLEDGE))


@pytest.mark.parametrize("ending", [*ENDINGS, ""])
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(tmp_path: Path, ending: str, content: bytes) -> None:
    items = read(tmp_path, f"a{ending}", content)
    assert items or ending in (".csv", ".tsv", ".tab", ".parquet", ".pq", ".arrow", ".feather", ".ipc"), "only a table may have a header and no row"


@pytest.mark.parametrize("ending", SOUND)
@pytest.mark.parametrize("packed", [False, True])
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_sound_file_with_a_wound_is_read_or_refused(tmp_path: Path, ending: str, packed: bool, data: st.DataObject) -> None:  # noqa: FBT001
    sound = gzip.compress(SOUND[ending]) if packed else SOUND[ending]
    at = data.draw(st.integers(0, len(sound) - 1))
    wound = data.draw(st.sampled_from(["cut", "flip", "insert", "double"]))
    marks = data.draw(st.binary(min_size=1, max_size=4))
    content = {
        "cut": sound[:at], "flip": sound[:at] + bytes([sound[at] ^ marks[0]]) + sound[at + 1:], "insert": sound[:at] + marks + sound[at:],
        "double": sound[:at] + sound[at // 2:],
    }[wound]
    for item in read(tmp_path, f"a{ending}{'.gz' if packed else ''}", content):
        assert isinstance(item, Article | Refusal)
