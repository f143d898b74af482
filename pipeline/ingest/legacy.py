"""Vietnamese in encodings from before Unicode: recognised by the form of its syllables, in bytes and in text that was read wrong."""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

from pipeline.knowledge.encodings import Encodings, LegacyEncoding

_SAMPLE = 20_000
"""Characters that are weighed."""
_LEAST_MARKED = 4
_MARKED = 0.3
"""Share of the words that have a mark: two of three in Vietnamese, one of three in Polish, hardly one in English."""
_VALID = 0.85
"""Share of the marked words that must be syllables (0.95 and more in news; below 0.4 where the encoding is another one, or the language)."""
_AHEAD = 0.25
"""By how much that share must rise: text that is sound already cannot gain."""

_CLEAR = 0.03
"""By how much it must be above the next encoding's: a few short words may be syllables in two of them."""

_WINDOWS = {
    ord(bytes([byte]).decode("cp1252")): chr(byte) for byte in range(0x80, 0xA0) if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
_UNREAD = {ord(byte): letter for letter, byte in _WINDOWS.items()}
_TELLING = re.compile(
    # a letter of one of the fonts beside a plain letter: signs that no spelling has inside a word, or a vowel with a mark behind it
    "[A-Za-z][\u00a1-\u00bf\u00ad\u00de\u00d0\u00d7\u00f7\u0080-\u009f]|[\u00a1-\u00bf\u00ad\u0080-\u009f][a-z]"
    "|[aeouyAEOUY\u00f4\u00f6\u00d4\u00d6][\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff]"
    "|[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff][a-z]",
)
_BEYOND = re.compile(f"[^\x00-\xff{''.join(map(chr, _WINDOWS))}]")
_TAG = re.compile("<[^<>]{0,2000}>")
_ENOUGH = 3


class Converted(NamedTuple):
    """A text with the encoding that it was in."""

    text: str
    encoding: str


def read_legacy(data: bytes, encodings: Encodings) -> Converted | None:
    """The text of bytes that are Vietnamese in one of the encodings; None where they are not."""
    raw = data.decode("latin-1")
    encoding = choose(raw, encodings)
    return Converted(encoding.read(raw), encoding.name) if encoding is not None else None


def choose(raw: str, encodings: Encodings) -> LegacyEncoding | None:
    """The encoding in which text (bytes held as characters below U+0100) is Vietnamese; None where it is in none of them."""
    sample = _weighed(raw)
    shares = sorted(((_share(one.read(sample), encodings), at) for at, one in enumerate(encodings.encodings)), reverse=True)
    best, at = shares[0] if shares else (0.0, 0)
    second = shares[1][0] if len(shares) > 1 else 0.0
    if best < _VALID or best - second < _CLEAR or best - _share(sample.translate(_UNREAD), encodings, least=0.0) < _AHEAD:
        return None
    return encodings.encodings[at]


def _weighed(raw: str) -> str:
    """What there is to weigh: of a page, the lines with marks on them, without their tags."""
    if "<" in raw and not raw.isascii():
        raw = "\n".join(line for line in _TAG.sub(" ", raw).split("\n") if not line.isascii())
    return raw[:_SAMPLE]


def _share(text: str, encodings: Encodings, least: float = _MARKED) -> float:
    """The share of the marked words that are syllables; 0 for a text with too few of them."""
    words, marked, valid = encodings.count(text)
    return valid / marked if marked >= _LEAST_MARKED and marked >= least * words else 0.0


def mend_legacy(text: str, encodings: Encodings) -> Converted | None:
    """A text in which lines of such bytes were read as Western European, mended; None where there are none.

    Lines with letters that no Western European encoding has were read right and stay as they are.
    """
    # any will do, and most texts have them at their very beginning or nowhere
    if len(list(islice(_TELLING.finditer(text, 0, _SAMPLE), _ENOUGH))) < _ENOUGH:
        return None
    lines = text.split("\n")
    raw = {at: line.translate(_WINDOWS) for at, line in enumerate(lines) if not _BEYOND.search(line) and _TELLING.search(line)}
    if not raw:
        return None
    encoding = choose("\n".join(raw.values()), encodings)
    if encoding is None:
        return None
    for at, line in raw.items():
        lines[at] = encoding.read(line)
    return Converted("\n".join(lines), encoding.name)


def mend_as(text: str, encoding: LegacyEncoding, encodings: Encodings) -> str:
    """A short text read in the encoding of its surroundings, where more of its words are syllables then."""
    if text.isascii() or _BEYOND.search(text):
        return text
    mended = encoding.read(text.translate(_WINDOWS))
    return mended if encodings.count(mended)[2] > encodings.count(text)[2] else text
