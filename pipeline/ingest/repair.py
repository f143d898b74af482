"""Repairs on a text before it freezes; each one that changed something is named in `articles.repairs`."""

from __future__ import annotations

import html
import re
import unicodedata

import ftfy

from pipeline.ingest.legacy import mend_legacy
from pipeline.knowledge.encodings import Encodings

_LINE_MARKS = re.compile("[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029](?:(?<=\r)\n)?")
"""One line's end; the pattern opens with one set, which is searched for at the speed of C."""
_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
_SPACES = re.compile("[\t\x1f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_MOJIBAKE = re.compile(
    "[\u00c2-\u00c6\u00d0\u00d1\u00e1\u00e2][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc"
    "\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]",
)
_ENOUGH = 1
"""Suspicious pairs: fewer stand in sound texts too."""
_BLOCK_TAG = re.compile(r"(?i)<(?:/?(?:p|div|h[1-6]|ul|ol|li|table|tr|blockquote|figure|figcaption)|br)(?:\s[^<>]{0,400})?/?>")
_TAG = re.compile(r"(?i)</?(?:a|abbr|b|big|em|font|i|img|small|span|strong|sub|sup|td|th|tbody|thead|u)(?:\s[^<>]{0,400})?/?>")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});")


def repair(text: str, encodings: Encodings | None = None) -> tuple[str, tuple[str, ...]]:
    r"""The text as it freezes, and the names of the repairs that it needed.

    NFC, no zero-width, bidirectional or control marks, every line mark `\\n`, every other white space a plain space, ASCII digits,
    no markup; UTF-8 that was read as another encoding is read again, and so is Vietnamese in one of `encodings`. Lone surrogates become U+FFFD.

    >>> repair("a\u00a0b\u200b\r\nc")
    ('a b\nc', ('line_marks', 'invisible', 'spaces'))
    """
    done: list[str] = []
    # some of its letters look like controls and invisible marks: it goes first
    if encodings is not None and not text.isascii() and (mended := mend_legacy(text, encodings)) is not None:
        text = mended.text
        done.append(repaired_from(mended.encoding))
    if not _is_plain(text):
        text = _repair_marks(text, done)
    text = _repair_markup(text, done)
    if not text.isascii():
        text = _repair_letters(text, done)
    return text.strip(" \n"), tuple(done)


def repaired_from(encoding: str) -> str:
    """How the repair of a text that was in an encoding from before Unicode is named."""
    return f"from_{encoding}"


def _is_plain(text: str) -> bool:
    """Whether no mark needs repair: a test at the speed of C for the usual case."""
    return text.replace("\n", "").isprintable()


def _repair_marks(text: str, done: list[str]) -> str:
    for name, pattern, to in (
        ("surrogates", _SURROGATES, "\ufffd"), ("line_marks", _LINE_MARKS, "\n"), ("invisible", _INVISIBLE, ""),
    ):
        text = _sub(text, name, pattern, to, done)
    if not text.isascii() and len(_MOJIBAKE.findall(text)) >= _ENOUGH:
        # C1 controls may be the second half of a letter: they must stand until that is settled
        text = _repair_mojibake(text, done)
    text = _sub(text, "controls", _CONTROL, "", done)
    return _sub(text, "spaces", _SPACES, " ", done)


def _repair_markup(text: str, done: list[str]) -> str:
    if "<" in text:
        plain = _TAG.sub("", _BLOCK_TAG.sub("\n", text))
        if plain != text:
            done.append("markup")
            text = plain
    if "&" in text and _ENTITY.search(text):
        plain = html.unescape(text)
        if plain != text:
            done.append("entities")
            text = plain if _is_plain(plain) else _repair_marks(plain, done)
    return text


def _repair_letters(text: str, done: list[str]) -> str:
    if "mojibake" not in done and len(_MOJIBAKE.findall(text)) >= _ENOUGH:
        text = _repair_mojibake(text, done)
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
        done.append("nfc")
    if "\ufffd" in text and "surrogates" not in done:
        done.append("replacement_marks")
    return text


def _repair_mojibake(text: str, done: list[str]) -> str:
    fixed = ftfy.fix_encoding(text)
    if len(_MOJIBAKE.findall(fixed)) * 2 > len(_MOJIBAKE.findall(text)):
        return text
    done.append("mojibake")
    return fixed if _is_plain(fixed) else _SPACES.sub(" ", _CONTROL.sub("", _INVISIBLE.sub("", _LINE_MARKS.sub("\n", fixed))))


def _sub(text: str, name: str, pattern: re.Pattern[str], to: str, done: list[str]) -> str:
    repaired, count = pattern.subn(to, text)
    if count and name not in done:
        done.append(name)
    return repaired
