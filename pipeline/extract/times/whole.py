"""A text that is one date, one time or both and nothing else."""

from __future__ import annotations

import unicodedata

from pipeline.extract.times import clock, distance
from pipeline.extract.times.clock import read_clock
from pipeline.extract.times.distance import is_distance, read_distance
from pipeline.extract.times.finding import find_in_room
from pipeline.extract.times.words import Word, read_words
from pipeline.knowledge import Room
from pipeline.records import Article, Block, Dossier, Passage, Source
from pipeline.scan import scan_article

_MARKS = " .,;:()"
_DAY = 10


def read_time(text: str, room: Room, today: str | None) -> str | None:
    """The EDTF of a text that is one date, period or time of day, else None; `today` is the day (or minute) that partial ones count from.

    A time of day has the form `2025-07-24T18:00`; without a date of its own it is of `today`.

    >>> from pipeline.knowledge import load_knowledge
    >>> read_time("12/5/2025", load_knowledge().rooms["vi"], None)
    '2025-05-12'
    """
    whole = unicodedata.normalize("NFC", text).strip(_MARKS)
    if not whole:
        return None
    passage = _scanned(whole, room, today).passages[0]
    away = read_words(passage, room, distance.CODES)
    if away and is_distance(away):
        return read_distance(away, today)
    found = _read_date(whole, room, today)
    return found if found is not None else _read_moment(whole, room, today)


def _scanned(text: str, room: Room, today: str | None) -> Dossier:
    source = Source("", None, None, None, None, None, "", "utf-8")
    dossier = Dossier(Article("", text, None, (Block("body", 0, len(text)),), source), language=room.code, anchor=today)
    dossier.passages = scan_article(dossier.article, room)
    return dossier


def _read_date(text: str, room: Room, today: str | None) -> str | None:
    dossier = _scanned(text, room, today)
    find_in_room(dossier, room)
    whole = text.strip(_MARKS)
    quotes = [date for date in dossier.dates if date.evidence.quote.strip(_MARKS) == whole]
    return quotes[0].edtf if len(quotes) == len(dossier.dates) == 1 else None


def _read_moment(text: str, room: Room, today: str | None) -> str | None:
    """A time of day, before, behind or without a date: the longest stretch from either end that is a clock time."""
    stops = [i for i in range(1, len(text)) if text[i] in " ," and text[i - 1] not in " ,"]
    for cut in (len(text), *reversed(stops)):
        if (moment := _joined(text[:cut], text[cut:], room, today)) is not None:
            return moment
    for cut in stops:
        if (moment := _joined(text[cut:], text[:cut], room, today)) is not None:
            return moment
    return None


def _joined(hours: str, rest: str, room: Room, today: str | None) -> str | None:
    words = _clock_words(hours.strip(_MARKS), room)
    if not words:
        return None
    day = _day_of(rest.strip(_MARKS), room, today)
    if day is None:
        return None
    edtf, half = day
    time = read_clock(words, half)
    if time is None:
        return None
    hour, minute, second = time
    return f"{edtf}T{hour:02d}:{minute:02d}" + (f":{second:02d}" if second else "")


def _clock_words(text: str, room: Room) -> list[Word] | None:
    return read_words(_scanned(text, room, None).passages[0], room, clock.CODES) if text else None


def _day_of(text: str, room: Room, today: str | None) -> tuple[str, str] | None:
    """The day that a text names and the part of it ("this evening"); today for an empty text or a mere link."""
    passage = _scanned(text, room, None).passages[0]
    edtf = today[:_DAY] if today is not None and not _but_links(passage).strip(_MARKS) else _read_date(text, room, today) if text else None
    if edtf is None or len(edtf) != _DAY:
        return None
    return edtf, _half_in(passage)


def _but_links(passage: Passage) -> str:
    left = list(passage.text)
    for hit in passage.within(0, len(passage.text), "calendar_link", "clock_word"):
        left[hit.start : hit.stop] = " " * (hit.stop - hit.start)
    return "".join(left)


def _half_in(passage: Passage) -> str:
    return next((hit.id for hit in passage.within(0, len(passage.text), "day_half")), "")
