"""Archives, web archives and compressed streams: what is whole in them is read, what is not is told, and nothing leads out of them."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import os
import tarfile
import time
import zipfile
import zlib
from collections.abc import Callable

import pytest
from backports import zstd

from pipeline.records import Article, Refusal
from tests.ingest.conftest import Ingest
from tests.ingest.test_bad_inputs import only, reasons
from tests.ingest.test_formats import PAGE, TEXT, TITLE

PACKERS: dict[str, Callable[[bytes], bytes]] = {".gz": gzip.compress, ".zst": zstd.compress, ".bz2": bz2.compress, ".xz": lzma.compress}
KINDS = {".gz": "gzip", ".zst": "zstd", ".bz2": "bzip2", ".xz": "xz"}


def zipped(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive of files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def tarred(files: dict[str, bytes], *others: tarfile.TarInfo) -> bytes:
    """A tar archive of files and of members that are none."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
        for other in others:
            archive.addfile(other)
    return buffer.getvalue()


def paths(items: list[Article | Refusal]) -> list[str | None]:
    """Where each item came from."""
    return [item.source.path.rpartition("/ingest/")[2] if isinstance(item, Article) else item.source_path for item in items]


FILES = {
    "b/one.txt": b"One bridge", "a/two.jsonl": b'{"text": "Two"}\n{"text": "Three"}\n', "page.html": PAGE.encode(),
    "more.csv.gz": gzip.compress(b"text\nFour\n"), ".hidden": b"no", "__MACOSX/._one.txt": b"no",
    "picture.jpg": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(200),
}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.zip", zipped(FILES)), ("a.zip", zipped(FILES, zipfile.ZIP_STORED)), ("a.zip.gz", gzip.compress(zipped(FILES))),
        ("unnamed", zipped(FILES)),
        ("a.tar", tarred(FILES)), ("a.tgz", gzip.compress(tarred(FILES))), ("unnamed", tarred(FILES)),
        *((f"a.tar{ending}", pack(tarred(FILES))) for ending, pack in PACKERS.items()),
    ],
)
def test_the_files_of_an_archive_are_read_as_if_it_were_a_folder(ingest: Ingest, name: str, content: bytes) -> None:
    items = ingest(name, content)
    assert reasons(items) == ["ok"] * 5 + ["unknown_format"]
    assert [item.text for item in items if isinstance(item, Article)] == ["One bridge", "Two", "Three", TEXT, "Four"]
    tails = [str(path).rpartition(f"{name}/")[2] for path in paths(items)]
    assert tails == ["b/one.txt", "a/two.jsonl", "a/two.jsonl", "page.html", "more.csv.gz", "picture.jpg"]
    assert [item.source.line for item in items if isinstance(item, Article)] == [None, 1, 2, None, 2]


@pytest.mark.parametrize("trick", ["../out.txt", "/etc/out.txt", "a/../../out.txt", "..\\out.txt", "C:\\out.txt", "a\nb.txt", "a" * 2000 + ".txt"])
@pytest.mark.parametrize("pack", [zipped, tarred])
def test_names_that_lead_out_of_an_archive_are_refused(ingest: Ingest, trick: str, pack: Callable[..., bytes]) -> None:
    items = ingest("a.archive" if pack is tarred else "a.zip", pack({trick: b"One bridge", "fine.txt": b"Two bridges"}))
    assert reasons(items) == ["unsafe_path", "ok"]
    assert "\n" not in str(items[0])[:4000].replace("\\n", "")


def test_links_and_devices_in_an_archive_are_not_followed(ingest: Ingest) -> None:
    members = []
    for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE):
        member = tarfile.TarInfo("x.txt")
        member.type, member.linkname = kind, "/etc/passwd"
        members.append(member)
    assert reasons(ingest("a.tar", tarred({"fine.txt": b"One bridge"}, *members))) == ["ok", *["not_a_file"] * 4]


def test_an_archive_in_an_archive_is_refused(ingest: Ingest) -> None:
    assert reasons(ingest("a.zip", zipped({"b.zip": zipped({"a.txt": b"a"}), "c.tar.gz": gzip.compress(tarred({"a.txt": b"a"}))}))) == ["archive"] * 2


def test_an_encrypted_or_damaged_file_of_an_archive_spares_its_neighbours(ingest: Ingest) -> None:
    data = bytearray(zipped({"a.txt": b"One bridge, two", "b.txt": b"Two bridges"}, zipfile.ZIP_STORED))
    data[data.index(b"One bridge") + 4] ^= 1
    assert reasons(ingest("a.zip", bytes(data))) == ["zip", "ok"]
    data = bytearray(zipped({"a.txt": b"One bridge", "b.txt": b"Two bridges"}))
    for at in (data.index(b"PK\x03\x04") + 6, data.index(b"PK\x01\x02") + 8):
        data[at] |= 1
    assert reasons(ingest("b.zip", bytes(data))) == ["zip", "ok"]


def test_a_torn_archive_gives_what_stands_before_the_tear(ingest: Ingest) -> None:
    data = tarred({f"{number}.txt": os.urandom(700).hex().encode() for number in range(20)})
    found = reasons(ingest("a.tar", data[:15_000]))
    assert found[:5] == ["ok"] * 5
    assert found[-1] == "tar"
    assert reasons(ingest("a.zip", zipped(FILES)[:-30])) == ["zip"]
    assert reasons(ingest("b.zip", b"PK\x03\x04")) == ["zip"]
    assert reasons(ingest("b.tar", b"no archive")) == ["tar"]


def test_archives_without_files_give_nothing_to_read(ingest: Ingest) -> None:
    assert reasons(ingest("a.zip", zipped({}))) == ["empty"]
    assert reasons(ingest("a.tar", tarred({}))) == ["empty"]


@pytest.mark.parametrize("ending", PACKERS)
def test_streams_of_every_compression_are_read_and_torn_ones_told(ingest: Ingest, ending: str) -> None:
    pack = PACKERS[ending]
    lines = [json.dumps({"text": f"Bridge {number} {os.urandom(40).hex()}"}).encode() + b"\n" for number in range(20_000)]
    half = len(lines) // 2
    packed = pack(b"".join(lines[:half])) + pack(b"".join(lines[half:]))
    assert reasons(ingest(f"a.jsonl{ending}", packed)).count("ok") == len(lines)
    found = reasons(ingest(f"b.jsonl{ending}", packed[:-1000]))
    assert found[-1] == KINDS[ending]
    assert found.count("ok") >= half
    assert only(ingest("plain.txt", pack(b"One bridge"))).text == "One bridge"


@pytest.mark.parametrize("ending", PACKERS)
@pytest.mark.parametrize("garbage", [b"g", b"and what a server said behind it" * 300])
def test_garbage_behind_a_stream_is_told_and_what_stands_before_it_is_kept(ingest: Ingest, ending: str, garbage: bytes) -> None:
    packed = PACKERS[ending](b'{"text": "One"}\n{"text": "Two"}\n')
    assert reasons(ingest(f"a.jsonl{ending}", packed + garbage)) == ["ok", "ok", KINDS[ending]]


@pytest.mark.parametrize("ending", [".gz", ".bz2", ".xz"])
def test_zeros_behind_a_stream_are_no_garbage(ingest: Ingest, ending: str) -> None:
    assert reasons(ingest(f"a.jsonl{ending}", PACKERS[ending](b'{"text": "One"}\n') + bytes(20_000))) == ["ok"]


@pytest.mark.parametrize("ending", PACKERS)
def test_bombs_are_refused_in_time(ingest: Ingest, ending: str) -> None:
    bomb = PACKERS[ending](bytes(300 * 2**20))
    started = time.process_time()
    assert reasons(ingest(f"a.jsonl{ending}", bomb, max_bytes=2**30)) == [KINDS[ending]]
    assert time.process_time() - started < 20


def test_an_archive_may_not_grow_without_bounds_file_by_file(ingest: Ingest) -> None:
    bomb = zipped({f"{number}.txt": bytes(30 * 2**20) for number in range(5)})
    assert "zip" in reasons(ingest("a.zip", bomb))


def warc(kind: str, block: bytes, **head: str) -> bytes:
    """A record of a web archive."""
    lines = {"WARC-Type": kind, "WARC-Target-URI": "https://example.org/news/it-xa-hon.html", "WARC-Date": "2025-06-11T03:04:05Z"} | {
        key.replace("_", "-"): value for key, value in head.items()
    }
    lines.setdefault("Content-Length", str(len(block)))
    return b"WARC/1.0\r\n" + "".join(f"{key}: {value}\r\n" for key, value in lines.items()).encode() + b"\r\n" + block + b"\r\n\r\n"


def answer(body: bytes, status: str = "200 OK", **head: str) -> bytes:
    """What a server answers."""
    lines = {"Content-Type": "text/html; charset=utf-8"} | {key.replace("_", "-"): value for key, value in head.items()}
    return f"HTTP/1.1 {status}\r\n{''.join(f'{key}: {value}' + chr(13) + chr(10) for key, value in lines.items())}\r\n".encode() + body


def chunked(body: bytes) -> bytes:
    """A body in chunks."""
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in (body[:100], body[100:])) + b"0\r\n\r\n"


BARE = PAGE.replace('<meta property="article:published_time" content="2025-04-22T10:00:00+07:00">', "").encode()
CRAWL = [
    warc("warcinfo", b"software: x"), warc("request", b"GET / HTTP/1.1\r\n\r\n"), warc("response", answer(BARE)),
    warc("response", answer(b"moved", "301 Moved")), warc("response", answer(b"GIF89a", Content_Type="image/gif")),
    warc("response", answer(b"Five bridges", Content_Type="text/plain")), warc("metadata", b"x: y"),
]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.warc", b"".join(CRAWL)), ("a.warc.gz", b"".join(map(gzip.compress, CRAWL))), ("a.warc.gz", gzip.compress(b"".join(CRAWL))),
        ("a.warc.zst", zstd.compress(b"".join(CRAWL))), ("unnamed", b"".join(CRAWL)),
    ],
)
def test_the_pages_of_a_web_archive_are_read_with_their_address_and_crawl_day(ingest: Ingest, name: str, content: bytes) -> None:
    page, plain = ingest(name, content)
    assert isinstance(page, Article)
    assert isinstance(plain, Article)
    assert (page.text, page.title, page.source.line, page.crawled, page.published) == (TEXT, TITLE, 3, "2025-06-11", None)
    assert page.source.url_slug == "it-xa-hon"
    assert (plain.text, plain.source.line) == ("Five bridges", 6)


@pytest.mark.parametrize(
    ("body", "head"),
    [
        (gzip.compress(BARE), {"Content_Encoding": "gzip"}), (zlib.compress(BARE), {"Content_Encoding": "deflate"}),
        (chunked(BARE), {"Transfer_Encoding": "chunked"}),
        (chunked(gzip.compress(BARE)), {"Transfer_Encoding": "chunked", "Content_Encoding": "gzip"}),
        (BARE, {"Transfer_Encoding": "chunked", "Content_Encoding": "gzip"}),
        (BARE, {"Content_Type": "text/html"}),
        (BARE.decode().replace("communes", "gmin\u0119").encode("windows-1250"), {"Content_Type": "text/html; charset=windows-1250"}),
    ],
)
def test_bodies_are_unpacked_as_their_server_packed_them(ingest: Ingest, body: bytes, head: dict[str, str]) -> None:
    article = only(ingest("a.warc", warc("response", answer(body, **head))))
    assert article.text in (TEXT, TEXT.replace("communes", "gmin\u0119"))


@pytest.mark.parametrize(
    ("record", "found"),
    [
        (warc("response", answer(BARE), Content_Length="99999"), ["warc"]),
        (warc("response", answer(BARE), Content_Length="100"), ["warc", "ok"]),
        (warc("response", answer(BARE), Content_Length="none"), ["warc", "ok"]),
        (warc("response", answer(gzip.compress(BARE)[:-20], Content_Encoding="gzip")), ["warc", "ok"]),
        (warc("response", answer(chunked(BARE)[:-60], Transfer_Encoding="chunked")), ["warc", "ok"]),
        (warc("response", answer(b"x", Content_Encoding="br")), ["warc", "ok"]),
        (warc("response", answer(b"")), ["no_text", "ok"]),
        (warc("response", answer(b"")[:10]), ["ok"]),
        (warc("response", answer(gzip.compress(bytes(2**22)), Content_Encoding="gzip")), ["too_large", "ok"]),
    ],
)
def test_a_broken_record_spares_the_one_behind_it(ingest: Ingest, record: bytes, found: list[str]) -> None:
    assert reasons(ingest("a.warc", record + warc("response", answer(BARE)), max_bytes=2**21)) == found


def test_a_torn_web_archive_gives_what_stands_before_the_tear(ingest: Ingest) -> None:
    assert reasons(ingest("a.warc", b"".join(CRAWL)[:-400])) == ["ok", "warc"]
    assert reasons(ingest("a.warc.gz", b"".join(map(gzip.compress, CRAWL))[:-300])) == ["ok", "gzip"]
    assert reasons(ingest("b.warc", b"no archive at all\n")) == ["warc"]
    assert reasons(ingest("c.warc", b"WARC/1.0\r\n" + b"A: b\r\n" * 500_000)) == ["warc"]
    assert reasons(ingest("d.warc", CRAWL[0])) == ["empty"]


def test_a_page_that_the_crawler_cut_is_read_with_a_note(ingest: Ingest) -> None:
    assert "truncated" in only(ingest("a.warc", warc("response", answer(BARE), WARC_Truncated="length"))).repairs


def test_the_older_format_of_web_archives_is_read(ingest: Ingest) -> None:
    version = b"1 0 example\nURL IP-address Archive-date Content-type Archive-length\n"
    block = answer(BARE)
    data = (
        b"filedesc://a.arc 0.0.0.0 20050611030405 text/plain %d\n%s\n" % (len(version), version)
        + b"https://example.org/news/it-xa-hon.html 127.0.0.1 20050611030405 text/html %d\n%s\n" % (len(block), block) * 2
    )
    for name, content in (("a.arc", data), ("a.arc.gz", gzip.compress(data)), ("unnamed", data)):
        items = ingest(name, content)
        assert reasons(items) == ["ok", "ok"], items
        assert isinstance(items[0], Article)
        assert (items[0].text, items[0].crawled) == (TEXT, "2005-06-11")




def test_a_file_without_a_name_and_a_place_before_the_beginning_break_nothing(ingest: Ingest) -> None:
    data = zipped({"x": b"One bridge"}, zipfile.ZIP_STORED)
    at = data.index(b"PK\x01\x02")
    nameless = data[:at] + data[at:at + 28] + b"\0\0" + data[at + 30:at + 46] + data[at + 47:]
    end = nameless.index(b"PK\x05\x06")
    nameless = nameless[:end + 12] + (end - at).to_bytes(4, "little") + nameless[end + 16:]
    assert reasons(ingest("a.zip", nameless))[0] in ("ok", "zip")
    before = data[:at + 42] + (2**32 - 2).to_bytes(4, "little") + data[at + 46:]
    assert reasons(ingest("b.zip", before)) == ["zip"]
