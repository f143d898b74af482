"""The readers' entry as one function of bytes, for a hunt of any kind."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.feather
import pyarrow.parquet as pq
from backports import zstd

from pipeline.ingest import FORMATS, InputFile, Reading, read_file
from pipeline.ingest.opening import COMPRESSIONS
from pipeline.knowledge import load_knowledge
from pipeline.records import Article, Refusal

ENDINGS = ["", *(ending for endings, _ in FORMATS for ending in endings), *(f".jsonl{one.endings[0]}" for one in COMPRESSIONS)]
READING = Reading(max_bytes=2**20, max_chars=2**20)
RECORD = {"text": "The province has 58 communes.\nIt had 155.", "title": "Fewer", "published": "2025-04-22", "url": "https://example.org/a"}
PAGE = b"<html><head><title>Fewer</title></head><body><article><p>The province has 58 communes, it had 155 before.</p></article></body></html>"
LEGACY = b"Ngh\xde quy\xd5t s\xe8 18 v\xd2 vi\xd6c s\xbep x\xd5p l\xb9i c\xb8c x\xb7 c\xf1a t\xd8nh"


def read_one(data: bytes, scratch: Path) -> int:
    """Read bytes as a file whose ending the first of them chooses; the number of items, each of which keeps what records promise."""
    ending = ENDINGS[data[0] % len(ENDINGS)] if data else ""
    path = scratch / f"input{ending}"
    path.write_bytes(data[1:])
    count = 0
    for item in read_file(InputFile(path, path.name), load_knowledge(), READING):
        count += 1
        if isinstance(item, Article):
            assert item.text
            assert item.text == item.text.strip(" \n")
            assert (item.blocks[0].start, item.blocks[-1].stop) == (0, len(item.text))
            item.text.encode()
        else:
            assert isinstance(item, Refusal)
            assert item.reason
            assert (item.source_path or "").startswith(path.name)
    return count


def sound_inputs() -> Iterator[bytes]:
    """A sound input of each format."""
    line = json.dumps(RECORD).encode() + b"\n"
    table = pa.table({key: [value] for key, value in RECORD.items()})
    parquet, feather = io.BytesIO(), io.BytesIO()
    pq.write_table(table, parquet)
    pyarrow.feather.write_feather(table, feather)
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE
    head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/a\r\nWARC-Date: 2025-06-11T03:04:05Z\r\n"
    warc = head + b"Content-Length: %d\r\n\r\n%s\r\n\r\n" % (len(answer), answer)
    files = {"a.jsonl": line, "b.html": PAGE, "c.txt": LEGACY}
    rows = ",".join(RECORD) + "\n" + ",".join(json.dumps(value) for value in RECORD.values()) + "\n"
    sound = {
        "": LEGACY, ".json": b"[" + line + b"]", ".jsonl": line * 3, ".csv": rows.encode(), ".html": PAGE, ".parquet": parquet.getvalue(),
        ".feather": feather.getvalue(), ".warc": warc * 2, ".zip": _zipped(files), ".tar": _tarred(files), ".jsonl.gz": gzip.compress(line),
        ".jsonl.zst": zstd.compress(line), ".jsonl.bz2": bz2.compress(line), ".jsonl.xz": lzma.compress(line),
    }
    for ending, data in sound.items():
        yield bytes([ENDINGS.index(ending)]) + data


def _zipped(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return buffer.getvalue()


def _tarred(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return buffer.getvalue()
