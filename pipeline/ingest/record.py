"""One input record on its way to an article, and how it gets there."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from urllib.parse import unquote, urlsplit

from pipeline.errors import InputRefusal
from pipeline.ingest.blocks import cut_blocks
from pipeline.ingest.legacy import mend_as
from pipeline.ingest.published import read_published
from pipeline.ingest.repair import repair, repaired_from
from pipeline.knowledge import Encodings, Knowledge, load_knowledge
from pipeline.records import Article, Source

_ID_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Record:
    """What one source says of one article, before any repair; `line` counts from 1 in a file of many records."""

    path: str
    line: int | None
    said: Mapping[str, object]
    """By the names of `config.FIELDS`."""
    sha256: str
    encoding: str
    repairs: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Sealed:
    """A record that is cut out of its file and not read yet: workers pass by what others read, so what costs time belongs into `open`.

    `open` gives the record, or raises InputRefusal.
    """

    path: str
    line: int | None
    open: Callable[[], Record]
    size: int = 0
    """Bytes of the record as it lies in its (unpacked) file, 0 where that is not known."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How sources are read: their keys, hints and limits (see `RunConfig`)."""

    fields: Mapping[str, str] = field(default_factory=dict)
    language: str | None = None
    day_first: bool = True
    max_chars: int = 5_000_000
    max_bytes: int = 64 * 2**20
    languages: Mapping[str, str] = field(default_factory=dict)
    """By globs over the paths of sources; the first that matches goes before `language`."""
    before: int = 0
    """Lines or rows of the file that lie before what is to be read; only readers that `formats.STARTS` names heed it."""

    def language_of(self, path: str) -> str | None:
        """The language that the user says of a source."""
        return next((language for pattern, language in self.languages.items() if fnmatchcase(path, pattern)), self.language)


def article_of(record: Record, reading: Reading, knowledge: Knowledge) -> Article:
    """The frozen article of a record; raises InputRefusal where it has no text or too much of it."""
    said = record.said
    given = said.get("text")
    if not isinstance(given, str):
        raise InputRefusal("no_text", "the record has no text" if given is None else f"the text is a {type(given).__name__}, not a string")
    if len(given) > reading.max_chars:
        raise InputRefusal("too_long", f"{len(given)} characters, {reading.max_chars} are allowed")
    encodings = knowledge.encodings
    text, repairs = repair(given, encodings)
    if not text:
        raise InputRefusal("empty", "the text is empty or only white space")
    title = _one_line(_as_the_text(said.get("title"), repairs, encodings), encodings)
    page = cut_blocks(text, title, knowledge.furniture)
    dates = {name: read_published(said.get(name), day_first=reading.day_first) for name in ("published", "updated", "crawled")}
    unread = tuple(f"{name}_unread" for name, date in dates.items() if date is None and said.get(name) not in (None, ""))
    url = _one_line(said.get("url")) or page.url
    source = Source(record.path, record.line, url, _slug(url), title, dates["published"], record.sha256, record.encoding, dates["crawled"])
    return Article(
        article_id=f"a{hashlib.sha256(text.encode()).hexdigest()[:_ID_DIGITS]}",
        text=text,
        title=title,
        blocks=page.blocks,
        source=source,
        language_given=_one_line(said.get("language")) or reading.language_of(record.path),
        published=dates["published"],
        updated=dates["updated"],
        byline=page.byline,
        crawled=dates["crawled"],
        repairs=(*_of_encoding(record.encoding, encodings), *record.repairs, *repairs, *unread),
    )


def article_from_text(
    text: str,
    *,
    title: str | None = None,
    published: str | None = None,
    language: str | None = None,
    path: str = "-",
    knowledge: Knowledge | None = None,
) -> Article:
    """An article of a text at hand, cut with the knowledge that ships with soat where none is given; raises InputRefusal for an empty one."""
    said = {"text": text, "title": title, "published": published, "language": language}
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return article_of(Record(path, None, said, digest, "utf-8"), Reading(), knowledge or load_knowledge())



def _of_encoding(encoding: str, encodings: Encodings) -> tuple[str, ...]:
    return (repaired_from(encoding),) if encodings.known_as(encoding) else ()


def _as_the_text(title: object, repairs: tuple[str, ...], encodings: Encodings) -> object:
    """A title read in the encoding that its text turned out to be in: it is too short to tell by itself."""
    if not isinstance(title, str):
        return title
    found = next((one for one in encodings.encodings if repaired_from(one.name) in repairs), None)
    return mend_as(title, found, encodings) if found is not None else title


def _one_line(said: object, encodings: Encodings | None = None) -> str | None:
    if not isinstance(said, str):
        return None
    return " ".join(repair(said, encodings)[0].split()) or None


def _slug(url: str | None) -> str | None:
    """The last part of an address's path, without its extension: on translated pages it often keeps the original title."""
    if not url:
        return None
    try:
        path = urlsplit(url).path
    except ValueError:
        return None
    last = unquote(path.rstrip("/").rpartition("/")[2])
    stem, dot, extension = last.rpartition(".")
    return (stem if dot and extension.isalnum() else last) or None
