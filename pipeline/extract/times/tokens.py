"""The calendar's view of a passage: its calendar words, numbers and the marks between them as a string of codes.

Every token gives two characters, its own code and the code of the gap behind it, so that `codes[2 * i]` is the code of `tokens[i]`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from pipeline.extract.times.endings import ordinal_ending
from pipeline.knowledge import Room
from pipeline.knowledge.fold import fold
from pipeline.records import Entry, Passage

_KINDS = {
    "month": "m", "month_short": "i",
    "month_adjective": "j", "weekday": "w", "weekday_doubtful": "W", "day_part": "P", "calendar_edge": "E", "relative_time": "R",
    "same_period": "C", "page_date": "U", "not_a_date": "N", "cardinal": "c", "ordinal": "o", "scale": "k", "vague": "k",
}
_IDS = {
    ("calendar_word", "day"): "D", ("calendar_word", "week"): "t", ("calendar_word", "month"): "M", ("calendar_word", "year"): "Y",
    ("calendar_word", "years"): "Z", ("calendar_word", "quarter"): "Q", ("calendar_word", "half"): "H", ("calendar_word", "half_year"): "h",
    ("calendar_word", "term"): "T", ("calendar_word", "stage"): "G", ("calendar_word", "season"): "S", ("calendar_word", "century"): "X",
    ("calendar_word", "century_behind"): "B",
    ("calendar_link", "to"): "K", ("calendar_link", "until"): "K",
    ("calendar_link", "and"): "J", ("calendar_link", "from"): "O", ("calendar_link", "between"): "z",
    ("calendar_link", "in"): "p", ("calendar_link", "of"): "p", ("calendar_link", "on"): "v", ("calendar_link", "after"): "f",
    ("calendar_link", "ended"): "F",
    ("calendar_link", "ago"): "A", ("calendar_link", "ordinal"): "s", ("calendar_link", "decade"): "g", ("calendar_link", "article"): "u",
    ("lunar", "lunar"): "L", ("lunar", "month"): "l",
}
_new = tuple.__new__
_start_of = itemgetter(0)
_READ = frozenset(_KINDS) | {kind for kind, _ in _IDS}
_GAPS = {
    " ": "_", "": "_", "  ": "_", ". ": "!", "/": "/", " / ": "/", "/ ": "/", " /": "/", ".": ".", ",": ";", ", ": ",", " ,": ",",
    " (": "(", ") ": ")", ": ": ":",
    "-": "-", "\u2010": "-", "\u2011": "-", "\u2013": "-", "\u2014": "-",
    " - ": "~", " \u2013 ": "~", " \u2014 ": "~", "- ": "~", " -": "~", "\u2013 ": "~", " \u2013": "~",
}
_LONGEST_GAP = max(map(len, _GAPS))
_DIGITS = re.compile("[0-9]+")
_LETTERS_BEFORE = re.compile(r"[^\W\d_]+$")
_DECIMALS = re.compile("[0-9]{1,3}(?![0-9])")
_LETTERS_AFTER = re.compile(r"[^\W\d_]+")
_ROMAN = re.compile(r"(?<![\w])[IVX]{1,5}(?!\w)")
_ORDINALS = {"a": "o", "b": "o"}
_ROMANS = {"I": 1, "V": 5, "X": 10}
_LONGEST_WORD = 12
_CASED = frozenset("mwWiR")
"""Codes that depend on how the word is written."""
_LAST_CHOICES = "Jckoq"
_FIRST_YEAR, _LAST_YEAR = 1000, 2199


class Token(NamedTuple):
    """A calendar word or a number; `value` is its number, -1 where it has none, `id` the id of its wording."""

    start: int
    stop: int
    code: str
    value: int = -1
    id: str = ""


def calendar_tokens(passage: Passage, room: Room) -> list[Token]:
    """The calendar tokens of a passage in order."""
    found = _words(passage)
    if not found and not passage.figures:
        return []
    found += _numbers(passage, room)
    if any(token.code in "QHhXB" for token in found):
        found += _romans(passage)
    if any(form in passage.text for form in _short_centuries(room)):
        found += _short(passage, room)
    found.sort(key=_start_of)
    tokens: list[Token] = []
    at, last = 0, -1
    for token in found:
        start = token[0]
        if start == last:
            if _order(token) < _order(tokens[-1]):
                tokens[-1] = token
                at = token[1]
        elif start >= at:
            tokens.append(token)
            last, at = start, token[1]
    return tokens


def _order(token: Token) -> tuple[int, int]:
    # of one length: a roman numeral goes before a link, a link before the word for the coming one, a weekday before an ordinal
    return -token.stop, _LAST_CHOICES.find(token.code)


def spell(tokens: list[Token], text: str) -> str:
    """The codes of tokens and of the gaps behind them."""
    codes: list[str] = []
    at = 0
    for start, stop, code, _, _ in tokens:
        if codes:
            gap = text[at:start]
            codes.append((_GAPS.get(gap) if start - at <= _LONGEST_GAP else None) or ("|" if gap.strip(" ") else "_"))
        codes.append(code)
        at = stop
    if tokens:
        codes.append("|")
    return "".join(codes)


def _words(passage: Passage) -> list[Token]:
    tokens = []
    text = passage.text
    for start, stop, entry in passage.of(*_READ):
        code, value, ident = _coded(entry[0], entry[1])
        if code in _CASED:
            code = _cased(code, entry, text, start, stop) if code != "R" else _relative_code(ident, text, start, stop)
        if code:
            tokens.append(_new(Token, (start, stop, code, value, ident)))
    return tokens


@lru_cache(maxsize=1024)
def _coded(kind: str, ident: str) -> tuple[str, int, str]:
    """The code of a wording (empty for one that says nothing of times), its number, -1 where it has none, and its id."""
    return _KINDS.get(kind) or _IDS.get((kind, ident), ""), int(ident) if ident.isdecimal() else -1, ident


def _relative_code(ident: str, text: str, start: int, stop: int) -> str:
    """V: a year; q: only a side of the anchor; R: another unit; none for a word that is written large as a name."""
    if text[start].isupper() and " " not in text[start:stop] and not _opens(text, start):
        return ""
    unit = ident.partition(":")[0]
    return "V" if unit == "year" else "q" if unit in ("last", "next", "next_week") else "R"


def _cased(code: str, entry: Entry, text: str, start: int, stop: int) -> str:
    """Names that the room writes with a capital must have it; names that it writes small are doubtful with a capital inside a sentence."""
    lemma, surface = entry.lemma, text[start:stop]
    if lemma != lemma.lower():
        kept = len(lemma) == len(surface) and all(s.isupper() for c, s in zip(lemma, surface, strict=True) if c.isupper())
        return {"m": "e" if lemma[0].isupper() else "m", "w": "w", "W": "W", "i": "i"}[code] if kept else ""
    if code != "W" and surface[0].isupper() and " " not in surface and (not _opens(text, start) or text[stop + 1:stop + 2].isupper()):
        return {"m": "d", "w": "W"}[code]
    return code


def _opens(text: str, start: int) -> bool:
    """True where a sentence, a line or a quotation begins."""
    before = text[max(0, start - 3):start].rstrip(" ")
    return not before or before[-1] in '.!?\n\u201e\u201c"-\u2013\u2014:\u2026'


def _numbers(passage: Passage, room: Room) -> list[Token]:
    tokens = []
    text = passage.text
    size = len(text)
    barred = sorted([(start, stop) for start, stop, what in passage.taken if what == "symbol"])
    for match in _DIGITS.finditer(text):
        start, stop = match.span()
        if barred and (at := bisect_right(barred, (start, size))) and start < barred[at - 1][1]:
            tokens.append(Token(start, stop, "x"))
            continue
        digits = match.group()
        code, value = _number_code(digits) if len(digits) < _LONGEST_WORD else ("n", -1)
        if code == "y" and text[stop:stop + 1] == room.language.decimal == "," and _DECIMALS.match(text, stop + 1) is not None:
            code = "n"  # "1970,98" is no year
        if start and (text[start - 1].isalpha() or text[start - 1] == "_") and start not in passage.joins:
            word = _glued(_LETTERS_BEFORE.search(text, max(0, start - _LONGEST_WORD), start), room)
            tokens += [word] if word else []
            code = code if word else "x"
        if stop < size and (text[stop].isalpha() or text[stop] == "_") and stop not in passage.joins:
            word = _glued(_LETTERS_AFTER.match(text, stop), room)
            ending = ordinal_ending(text, stop, room) if word is None else stop
            if ending > stop:
                stop, code = ending, _ORDINALS.get(code, code)
            elif word and word.code == "s":
                stop = word.stop
            else:
                tokens += [word] if word else []
                code = code if word else "x"
        elif text[stop:stop + 1] == "-" and room.has_dictionary:
            ending = ordinal_ending(text, stop, room)
            stop, code = ending, _ORDINALS.get(code, code) if ending > stop else code
        tokens.append(_new(Token, (start, stop, code, value, "")))
    return tokens


@lru_cache(maxsize=4096)
def _number_code(digits: str) -> tuple[str, int]:
    """a: may be a month or a day; b: may be a day; y: may be a year; n: another number."""
    value = int(digits) if len(digits) <= len(str(_LAST_YEAR)) else -1
    if len(digits) == len(str(_LAST_YEAR)):
        return ("y" if _FIRST_YEAR <= value <= _LAST_YEAR else "n"), value
    if len(digits) > 2 or value < 1:
        return "n", value
    return ("a" if value <= 12 else "b" if value <= 31 else "n"), value


def _glued(match: re.Match[str] | None, room: Room) -> Token | None:
    """The calendar word that is glued to digits ("thang7/1931", "2025r"), None where the letters are none."""
    if match is None:
        return None
    found = _glueable(room).get(fold(match.group()))
    return Token(*match.span(), found) if found else None


@lru_cache(maxsize=64)
def _glueable(room: Room) -> dict[str, str]:
    return {
        fold(entry.wording).strip(): _IDS[entry.kind, entry.id] for entry in room.entries
        if entry.kind == "calendar_word" or (entry.kind == "calendar_link" and entry.id in ("ordinal", "decade"))
    }


def _romans(passage: Passage) -> list[Token]:
    """Roman numerals; a lone I that opens a sentence may be a word, so there a calendar word must follow."""
    return [
        Token(*m.span(), "r", _roman(m.group())) for m in _ROMAN.finditer(passage.text)
        if m.group() != "I" or not _opens(passage.text, m.start()) or passage.starting(m.end(), "calendar_word")
    ]


@lru_cache(maxsize=64)
def _short_centuries(room: Room) -> tuple[str, ...]:
    """Short forms for century that are other words without the Roman numeral before them."""
    return tuple(f" {form}" for form in room.words("date_unit").get("century", ()) if form.endswith("."))


def _short(passage: Passage, room: Room) -> list[Token]:
    tokens = []
    for numeral in _romans(passage):
        form = next((form for form in _short_centuries(room) if passage.text.startswith(form, numeral.stop)), "")
        if form:
            tokens += [numeral, Token(numeral.stop + 1, numeral.stop + len(form), "B")]
    return tokens


def _roman(text: str) -> int:
    values = [_ROMANS[c] for c in text]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
