"""JSON: an object or a list of objects in a file, or an object a line."""

from __future__ import annotations

import hashlib
import io
import json
import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from pipeline.errors import InputRefusal
from pipeline.ingest.decoding import decode
from pipeline.ingest.keys import said_of
from pipeline.ingest.record import Reading, Record, Sealed
from pipeline.ingest.text_reader import read_whole
from pipeline.records import Refusal

_LONGEST_NUMBER = 30
"""Digits; longer ones are no figures of an article's source, and turning them into numbers takes quadratic time."""

_SPACE = re.compile(r"[ \t\r\n]*")


class _Doubled(dict[str, Any]):
    """An object in which some keys stand twice with different values."""

    doubled: frozenset[str] = frozenset()


def read_json(stream: io.BufferedReader, name: str, reading: Reading) -> Iterator[Record | Refusal]:
    """The records of a file that holds one object or a list of objects; a broken end of a list spares the items before it."""
    data = read_whole(stream, reading.max_bytes)
    text, encoding = decode(data)
    start = _SPACE.match(text).end()  # type: ignore[union-attr]
    if text[start:start + 1] != "[":
        yield Record(name, None, _said(parse_json(text), reading), hashlib.sha256(data).hexdigest(), encoding)
        return
    del data
    number = 0
    for number, item in enumerate(_items(text, start + 1), 1):
        digest = hashlib.sha256(json.dumps(item, sort_keys=True).encode()).hexdigest()
        try:
            yield Record(name, number, _said(item, reading), digest, encoding)
        except InputRefusal as refusal:
            yield Refusal("input", "ingest", refusal.reason, refusal.detail, source_path=name, source_line=number)
    if not number:
        raise InputRefusal("empty", "the list has no objects")


def _items(text: str, at: int) -> Iterator[object]:
    """The values of a JSON list whose bracket stands before `at`."""
    after = ""
    while True:
        at = _SPACE.match(text, at).end()  # type: ignore[union-attr]
        if text[at:at + 1] == "]" and after in ("", "value"):
            if text[at + 1:].strip():
                raise InputRefusal("json", "not JSON: something stands behind the list")
            return
        if after == "value":
            if text[at:at + 1] != ",":
                raise InputRefusal("json", f"not JSON: a comma or the end of the list is missing at character {at}")
            at = _SPACE.match(text, at + 1).end()  # type: ignore[union-attr]
        try:
            item, at = _DECODER.raw_decode(text, at)
        except RecursionError as error:
            raise InputRefusal("json", "nested too deeply") from error
        except ValueError as error:
            raise InputRefusal("json", f"not JSON: {error}") from error
        yield item
        after = "value"


def read_json_lines(stream: io.BufferedReader, name: str, reading: Reading) -> Iterator[Sealed]:
    r"""The records of a file with an object a line; only `\n` ends a line (U+2028 may stand inside a string)."""
    number = reading.before
    records = 0
    while line := stream.readline(reading.max_bytes + 1):
        number += 1
        if len(line) > reading.max_bytes:
            raise InputRefusal("too_large", f"line {number} has more than {reading.max_bytes} bytes")
        if not line.strip():
            continue
        records += 1
        yield Sealed(name, number, partial(_of_line, line, name, number, reading), len(line))
    if not records and not reading.before:
        raise InputRefusal("empty", "the file has no lines")


def _of_line(line: bytes, name: str, number: int, reading: Reading) -> Record:
    text, encoding = decode(line)
    return Record(name, number, _said(parse_json(text), reading), hashlib.sha256(line.rstrip(b"\r\n")).hexdigest(), encoding)


def parse_json(text: str) -> object:
    """Plain values of a JSON text; NaN is null, a number of more than 30 digits stays a string; raises InputRefusal where it is broken."""
    try:
        return _DECODER.decode(text)
    except RecursionError as error:
        raise InputRefusal("json", "nested too deeply") from error
    except ValueError as error:
        raise InputRefusal("json", f"not JSON: {error}") from error


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    plain = dict(pairs)
    if len(plain) == len(pairs):
        return plain
    doubled = _Doubled(plain)
    doubled.doubled = frozenset(key for key, value in pairs if value != plain[key])
    return doubled


def _integer(digits: str) -> int | str:
    return int(digits) if len(digits) <= _LONGEST_NUMBER else digits


def _constant(_: str) -> None:
    return None


_DECODER = json.JSONDecoder(object_pairs_hook=_pairs, parse_int=_integer, parse_constant=_constant)


def _said(item: object, reading: Reading) -> Mapping[str, object]:
    if not isinstance(item, dict):
        raise InputRefusal("json", f"an object is needed, this is a {type(item).__name__}")
    return said_of(item, reading.fields, item.doubled if isinstance(item, _Doubled) else frozenset())
