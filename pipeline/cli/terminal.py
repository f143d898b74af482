"""What every command prints with: two consoles, text that cannot act on a terminal, and messages that name the nearest right word."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterable
from difflib import get_close_matches

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

_PIPE_WIDTH = 120

_ACTING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]")
"""Control characters (but the line feed), marks of writing direction, invisible marks and lone surrogates."""


def visible(text: str) -> str:
    r"""Text with every character that could move a cursor, turn the writing direction or hide itself written as an escape.

    >>> visible("a\x1b[31mb\u202ec")
    'a\\x1b[31mb\\u202ec'
    """
    return _ACTING.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    return f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}"


def one_line(text: str, limit: int = 0) -> str:
    """Visible text on one line, cut with an ellipsis where it is longer than `limit` (0: never)."""
    line = visible(" ".join(text.split()))
    return line[: limit - 1].rstrip() + "\u2026" if limit and len(line) > limit else line


def console(*, stderr: bool = False) -> Console:
    """A console that prints what it is given: no markup, no guessing of colours; a fixed width where no terminal is behind it."""
    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() or os.environ.get("COLUMNS") else _PIPE_WIDTH
    return Console(stderr=stderr, markup=False, highlight=False, emoji=False, width=width, soft_wrap=False)


def table(*columns: str, right: Iterable[str] = (), wide: str | None = None) -> Table:
    """A plain table; the columns named in `right` are set right, the one named `wide` takes what room is left."""
    made = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="bold", show_edge=False)
    for column in columns:
        made.add_column(
            Text(column), justify="right" if column in right else "left", no_wrap=column != wide,
            overflow="fold" if column == wide else "ellipsis", ratio=1 if column == wide else None,
        )
    return made


def print_json(value: object) -> None:
    """One JSON value on standard output; letters stay readable, acting characters are escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=1, default=str)
    sys.stdout.write(_ACTING.sub(lambda m: "\n" if m.group() == "\n" else f"\\u{ord(m.group()):04x}", text) + "\n")


def nearest(word: str, known: Iterable[str]) -> str:
    """A sentence that names the nearest known word, or all of them where none is near.

    >>> nearest("parqet", ["csv", "parquet"])
    "did you mean 'parquet'?"
    """
    choices = sorted(known)
    found = get_close_matches(word.lower(), choices, 1, 0.6)
    return f"did you mean {found[0]!r}?" if found else f"known are {', '.join(choices)}"
