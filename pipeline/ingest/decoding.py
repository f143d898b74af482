"""From bytes to text: the encoding is marked, UTF-8, declared, or one of those that Vietnamese is sure to be recognised in; else refused."""

from __future__ import annotations

import codecs

from pipeline.errors import InputRefusal
from pipeline.ingest.legacy import Converted, choose, read_legacy
from pipeline.knowledge import load_knowledge
from pipeline.knowledge.encodings import LegacyEncoding

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)
_WESTERN = frozenset({"cp1252", "iso8859-1", "iso8859-15", "ascii"})
_HEAD = 4096
_BINARY_SHARE = 50
"""A file is binary when more than one byte of its head in so many is a control that no text has."""
_TEXT_CONTROLS = frozenset(b"\t\n\r\x0b\x0c\x1b")
_BINARY = bytes(byte for byte in range(32) if byte not in _TEXT_CONTROLS)


def decode(data: bytes, declared: str | None = None) -> Converted:
    """The text of bytes: by their mark, else strict UTF-8, else as the source declares, else Vietnamese as its syllables tell; else InputRefusal.

    UTF-8 goes before the declaration, because valid UTF-8 is hardly ever anything else and pages are often saved in it without a change
    of what they declare.
    """
    marked = codec_of(data)
    if marked != "utf-8":
        return Converted(_strict(data, marked), marked.removesuffix("-sig"))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        found = _declared(data, declared) or _recognised(data)
        if found is None:
            raise _not_utf8(data, error) from error
        return found
    _refuse_binary(data)
    return Converted(text, "utf-8")


def codec_of(head: bytes) -> str:
    """The codec that a byte order mark at the start of a file asks for; `utf-8` where there is none."""
    return next((codec for mark, codec in _MARKS if head.startswith(mark)), "utf-8")


def looks_binary(head: bytes) -> bool:
    """Whether the head of a file has more control bytes than any text."""
    if codec_of(head) != "utf-8":
        return False
    head = head[:_HEAD]
    return (len(head) - len(head.translate(None, _BINARY))) * _BINARY_SHARE > len(head)


def legacy_of(head: bytes) -> LegacyEncoding | None:
    """The encoding from before Unicode that the head of a table is in; None where it is UTF-8 (maybe cut in mid-letter) or cannot be told."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return choose(head.decode("latin-1"), load_knowledge().encodings)
    return None


def _strict(data: bytes, codec: str) -> str:
    try:
        return data.decode(codec)
    except (UnicodeDecodeError, LookupError) as error:
        raise InputRefusal("encoding", f"its mark or declaration says {codec}, but it is not: {error}") from error


def _declared(data: bytes, declared: str | None) -> Converted | None:
    """The text in a declared encoding other than Unicode; None where there is no such text encoding."""
    if declared is None:
        return None
    known = load_knowledge().encodings.known_as(declared)
    if known is not None:
        return Converted(known.read(data.decode("latin-1")), known.name)
    try:
        name = codecs.lookup(declared).name
        b"".decode(name)
    except LookupError:
        return None
    if name.startswith("utf"):
        return None
    # pages in a font's encoding had to be declared as something that browsers know
    return (_recognised(data) if name in _WESTERN else None) or Converted(_strict(data, name), name)


def _recognised(data: bytes) -> Converted | None:
    return None if looks_binary(data) else read_legacy(data, load_knowledge().encodings)


def _refuse_binary(data: bytes) -> None:
    if looks_binary(data):
        if data[:_HEAD].count(0) * 3 > len(data[:_HEAD]):
            raise InputRefusal("encoding", "looks like UTF-16 without a byte order mark; convert it: iconv -f utf-16le -t utf-8")
        raise InputRefusal("binary", "holds control bytes that no text has")


def _not_utf8(data: bytes, error: UnicodeDecodeError) -> InputRefusal:
    try:
        _refuse_binary(data)
    except InputRefusal as binary:
        return binary
    return InputRefusal(
        "encoding",
        f"not UTF-8 (byte 0x{data[error.start]:02x} at {error.start}), no other encoding is declared, and it is no Vietnamese in one of the "
        "encodings from before Unicode; convert it first, for instance iconv -f windows-1250 -t utf-8 (Polish)",
    )
