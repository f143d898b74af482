"""From bytes to text: the encoding is declared, marked or UTF-8, and never guessed."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from pipeline.errors import InputRefusal

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)
_HEAD = 4096
_BINARY_SHARE = 50
"""A file is binary when more than one byte of its head in so many is a control that no text has."""
_TEXT_CONTROLS = frozenset(b"\t\n\r\x0b\x0c\x1b")
_BINARY = bytes(byte for byte in range(32) if byte not in _TEXT_CONTROLS)


class Decoded(NamedTuple):
    """A text with the encoding that it was in."""

    text: str
    encoding: str


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of bytes: by their mark, else strict UTF-8, else the encoding that the source declares; raises InputRefusal otherwise.

    UTF-8 goes before the declaration, because valid UTF-8 is hardly ever anything else and pages are often saved in it without a change
    of what they declare.
    """
    marked = codec_of(data)
    if marked != "utf-8":
        return Decoded(_strict(data, marked), marked.removesuffix("-sig"))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        codec = _legacy(declared)
        if codec is not None:
            return Decoded(_strict(data, codec), codec)
        raise _not_utf8(data, error) from error
    _refuse_binary(data)
    return Decoded(text, "utf-8")


def codec_of(head: bytes) -> str:
    """The codec that a byte order mark at the start of a file asks for; `utf-8` where there is none."""
    return next((codec for mark, codec in _MARKS if head.startswith(mark)), "utf-8")


def looks_binary(head: bytes) -> bool:
    """Whether the head of a file has more control bytes than any text."""
    if codec_of(head) != "utf-8":
        return False
    head = head[:_HEAD]
    return (len(head) - len(head.translate(None, _BINARY))) * _BINARY_SHARE > len(head)


def _strict(data: bytes, codec: str) -> str:
    try:
        return data.decode(codec)
    except (UnicodeDecodeError, LookupError) as error:
        raise InputRefusal("encoding", f"its mark or declaration says {codec}, but it is not: {error}") from error


def _legacy(declared: str | None) -> str | None:
    """The codec of a declared encoding other than Unicode; None where there is no such text encoding."""
    if declared is None:
        return None
    try:
        name = codecs.lookup(declared).name
        b"".decode(name)
    except LookupError:
        return None
    return None if name.startswith("utf") else name


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
        f"not UTF-8 (byte 0x{data[error.start]:02x} at {error.start}) and no other encoding is declared; convert it first, for instance "
        "iconv -f windows-1250 -t utf-8 (Polish), iconv -f windows-1258 -t utf-8 (Vietnamese)",
    )
