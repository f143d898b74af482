"""The folded copies of a text on which matching runs; every one keeps the length of its source."""

from __future__ import annotations

import re
import unicodedata

_LATIN_MARKS = re.compile("[\u0300-\u036f]+")
_DIGITS = re.compile("[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\uff10-\uff19]")
_MARKS = ',._-"'
"""The commonest non-word characters: replacing one at a time is several times as fast as a pattern."""
_NONWORD = re.compile(r"[^\w ]")
_OLD_TONES = tuple(zip(
    "o\u0300a o\u0301a o\u0309a o\u0303a o\u0323a o\u0300e o\u0301e o\u0309e o\u0303e o\u0323e u\u0300y u\u0301y u\u0309y u\u0303y u\u0323y".split(),
    "oa\u0300 oa\u0301 oa\u0309 oa\u0303 oa\u0323 oe\u0300 oe\u0301 oe\u0309 oe\u0303 oe\u0323 uy\u0300 uy\u0301 uy\u0309 uy\u0303 uy\u0323".split(),
    strict=True,
))
_TONES = {unicodedata.normalize("NFC", old): unicodedata.normalize("NFC", new) for old, new in _OLD_TONES}
_OLD_TONE = re.compile("|".join(_TONES))
_STROKES = str.maketrans({"\u0111": "d", "\u0110": "D", "\u00d0": "D", "\u00f0": "d", "\u0142": "l", "\u0141": "L"})


def fold_digits(text: str) -> str:
    """Every decimal digit of whatever script as the ASCII one, for the copy that is matched; the length stays.

    >>> fold_digits("\uff12\uff10\u0661\u0669")
    '2019'
    """
    return text if text.isascii() else _DIGITS.sub(lambda found: str(unicodedata.digit(found[0])), text)


def lower(text: str) -> str:
    """Lower case of the same length: U+0130, the one letter whose small form is longer, becomes a plain i."""
    return text.replace("\u0130", "i").lower()


def fold(text: str) -> str:
    """The matching form: lower case, the new tone placement (`h\u00f2a` = `ho\u00e0`), U+00F0 as U+0111, every non-word character a space.

    >>> fold("T\u1ec9nh u\u1ef7, X\u00c3 H\u00f2a-An")
    't\u1ec9nh u\u1ef7  x\u00e3 ho\u00e0 an'
    """
    folded = lower(text)
    for mark in _MARKS:
        folded = folded.replace(mark, " ")
    folded = _NONWORD.sub(" ", folded)
    if folded.isascii():
        return folded
    return _OLD_TONE.sub(_new_tone, folded.replace("\u00f0", "\u0111"))


def with_new_tones(text: str) -> str:
    """The text with the new tone placement, of the same length and case.

    >>> with_new_tones("H\u00f2a, T\u1ec9nh \u1ee7y")
    'Ho\u00e0, T\u1ec9nh u\u1ef7'
    """
    return _OLD_TONE.sub(_new_tone, text)


def _new_tone(found: re.Match[str]) -> str:
    return _TONES[found[0]]


def bare(text: str) -> str:
    """Letters without marks, in the given case: for keys of names across translations (not of the source's length).

    >>> bare("\u0110\u1eb7ng V\u0103n H\u00f2a")
    'Dang Van Hoa'
    """
    if text.isascii():
        return text
    parts = _LATIN_MARKS.sub("", unicodedata.normalize("NFD", text.translate(_STROKES)))
    return parts if parts.isascii() else "".join(c for c in parts if not unicodedata.combining(c))
