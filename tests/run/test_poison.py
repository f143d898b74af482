"""A folder of everything that is wrong with files: each record is accounted for, and sound neighbours do not notice."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import os
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import pytest

from pipeline.config import RunConfig
from pipeline.run import run
from pipeline.write import export, read_table
from pipeline.write.disk_store import DiskStore

FACTS = ("claims", "citations", "officials", "dates", "places", "organisations")
SOUND = {"text": "The province has 58 communes since 3 May 2025.\nIt had 155 of them.", "language": "en", "published": "2025-06-01"}


def sound(folder: Path) -> None:
    """Neighbours in every kind of file, before and behind the others in the order of names."""
    for number, name in enumerate(("a.jsonl", "m.jsonl", "z.jsonl")):
        lines = [json.dumps(SOUND | {"text": f"{SOUND['text']} Of {number * 10 + at} schools, 7 are new."}) for at in range(6)]
        (folder / name).write_text("\n".join(lines) + "\n")
    (folder / "n.csv").write_text('text,language\n"The town has 12 bridges.",en\n')


def poison(folder: Path) -> int:
    """One of everything; the number of their records."""
    whole = gzip.compress(b"".join(json.dumps({"text": f"Bridge {n} {os.urandom(30).hex()}"}).encode() + b"\n" for n in range(3)))
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("../../out.txt", "The town has 3 bridges.")
    tar = io.BytesIO()
    with tarfile.open(fileobj=tar, mode="w") as packed_tar:
        member = tarfile.TarInfo("/etc/passwd.txt")
        member.type, member.linkname = tarfile.SYMTYPE, "/etc/passwd"
        packed_tar.addfile(member)
    files = {
        "b.txt": b"", "c.txt": bytes(range(32)) * 40, "d.json": b'{"text": "a', "e.json": b"[" * 100_000, "f.jsonl": b"broken\n{}\n5\n",
        "g.csv": b'text,title\n"not closed,a\n', "h.parquet": b"PAR1", "i.html": b"<div>" * 20_000, "j.txt.gz": gzip.compress(b"Five")[:-6],
        "k.txt.bz2": bz2.compress(b" " * 10_000_000), "l.zip": archive.getvalue(), "o.tar": tar.getvalue(), "p.warc": b"WARC/1.0\r\nbroken",
        "q.xml.html": b'<!DOCTYPE a [<!ENTITY b SYSTEM "/etc/passwd">]><html><body><p>&b;</p></body></html>',
        "r.txt": "Miasto ma 5 mostów".encode("windows-1250"), "s.jpg": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(200), "t.jsonl.gz": whole[:-3],
    }
    for name, content in files.items():
        (folder / name).write_bytes(content)
    (folder / "u.txt").symlink_to(folder / "u.txt")
    os.mkfifo(folder / "v.txt")
    return len(files) + 2


def facts(folder: Path, paths: set[str]) -> dict[str, list[dict[str, Any]]]:
    """The rows of the articles that came from some files."""
    ids = {row["article_id"] for row in read_table(folder, "sources").to_pylist() if row["source_path"] in paths}
    return {name: [row for row in read_table(folder, name).to_pylist() if row["article_id"] in ids] for name in ("articles", *FACTS)}


@pytest.mark.parametrize("workers", [0, 2])
def test_everything_is_accounted_for_and_neighbours_stay_as_they_are(tmp_path: Path, workers: int) -> None:
    (tmp_path / "in").mkdir()
    sound(tmp_path / "in")
    paths = {path.name for path in (tmp_path / "in").iterdir()}
    run(RunConfig(inputs=(str(tmp_path / "in"),), out=tmp_path / "healthy", shard_articles=4, workers=0))
    files = poison(tmp_path / "in")
    summary = run(RunConfig(inputs=(str(tmp_path / "in"),), out=tmp_path / "out", shard_articles=4, workers=workers, max_bytes=2**20))
    manifest = json.loads((tmp_path / "out" / "run.json").read_text())
    refused = [row for row in read_table(tmp_path / "out", "refusals").to_pylist() if row["what"] == "input"]
    assert sum(row["source_path"] in paths for row in read_table(tmp_path / "out", "sources").to_pylist()) == 19
    assert manifest["inputs"] == manifest["articles"] + manifest["duplicates"] + manifest["refused"] == summary.inputs
    assert manifest["refused"] == len(refused) == sum(manifest["refused_by_reason"].values())
    assert len({row["source_path"].partition("!")[0].partition("/")[0] for row in refused}) >= files - 1
    assert all(row["reason"] and row["reason"] != "failed" for row in refused)
    assert facts(tmp_path / "out", paths) == facts(tmp_path / "healthy", paths)


def test_no_name_from_an_input_becomes_a_place_on_the_disk(tmp_path: Path) -> None:
    """Ids, addresses, titles and file names of articles are content: files are named by us alone."""
    trick = "../../../escaped"
    (tmp_path / "deep" / "in").mkdir(parents=True)
    record = SOUND | {"id": trick, "title": trick, "url": f"https://example.org/{trick}", "source": trick}
    (tmp_path / "deep" / "in" / "a.jsonl").write_text(json.dumps(record))
    (tmp_path / "deep" / "in" / "..escaped; rm -rf $HOME.txt").write_text("The town has 12 bridges.")
    before, around = set(tmp_path.rglob("*")), set(tmp_path.parent.iterdir())
    out = tmp_path / "deep" / "out"
    run(RunConfig(inputs=(str(tmp_path / "deep" / "in"),), out=out, workers=0))
    export(out, ["csv", "jsonl", "brat", "web-annotation"])
    made = set(tmp_path.rglob("*")) - before
    assert all(path.is_relative_to(out) for path in made)
    assert not any("escaped" in path.name for path in made)
    assert not any("escaped" in path.name for path in set(tmp_path.parent.iterdir()) - around)


def test_a_resumed_run_may_have_another_number_of_workers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in").mkdir()
    sound(tmp_path / "in")
    settings = {"inputs": (str(tmp_path / "in"),), "shard_articles": 3}
    run(RunConfig(out=tmp_path / "whole", workers=0, **settings))  # type: ignore[arg-type]
    add = DiskStore.add

    def stop(self: DiskStore, shard: int, *rest: object) -> None:
        if shard == 2:
            raise KeyboardInterrupt
        add(self, shard, *rest)  # type: ignore[arg-type]

    with monkeypatch.context() as broken:
        broken.setattr(DiskStore, "add", stop)
        with pytest.raises(KeyboardInterrupt):
            run(RunConfig(out=tmp_path / "out", workers=0, **settings))  # type: ignore[arg-type]
    run(RunConfig(out=tmp_path / "out", workers=2, **settings))  # type: ignore[arg-type]
    parts = [{path.relative_to(out): path.read_bytes() for path in sorted(out.rglob("part-*"))} for out in (tmp_path / "whole", tmp_path / "out")]
    assert parts[0] == parts[1]
    assert len(parts[0]) > 20
