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
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return Decoded(_strict(data, codec), codec.removesuffix("-sig"))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if declared is not None and (codec := _known(declared)) is not None:
            return Decoded(_strict(data, codec), codec)
        raise _not_utf8(data, error) from error
    _refuse_binary(data)
    return Decoded(text, "utf-8")


def _strict(data: bytes, codec: str) -> str:
    try:
        return data.decode(codec)
    except (UnicodeDecodeError, LookupError) as error:
        raise InputRefusal("encoding", f"its mark or declaration says {codec}, but it is not: {error}") from error


def _known(declared: str) -> str | None:
    try:
        codec = codecs.lookup(declared.strip().strip("\"'"))
    except (LookupError, ValueError):
        return None
    return codec.name if codec._is_text_encoding and codec.name not in ("utf-8", "ascii", "utf-7", "idna", "punycode") else None


def _refuse_binary(data: bytes) -> None:
    head = data[:_HEAD]
    if not head:
        return
    odd = len(head) - len(head.translate(None, _BINARY))
    if odd * _BINARY_SHARE > len(head):
        if head.count(0) * 3 > len(head):
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
