"""A text that is one date, one time, both or a span of them, and nothing else."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta

from pipeline.extract.times.alone import read_alone
from pipeline.extract.times.clock import half_of, read_clock
from pipeline.extract.times.distance import is_distance, read_distance
from pipeline.extract.times.finding import find_in_room
from pipeline.knowledge import Room
from pipeline.records import Article, Block, Dossier, Hit, Passage, Source
from pipeline.scan import scan_article

_MARKS = " .,;:()@"
_DAY = 10
_NOON = 12
_LONGEST = 160
"""Characters of the longest text that is tried as one time."""
_STAMP = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(?:\.[0-9]{1,9})?(?:Z|[+-][0-9]{2}:?[0-9]{2})?")
_DASH = re.compile(" ?[-\u2013\u2014] ?")


def read_time(text: str, room: Room, today: str | None) -> str | None:
    """The EDTF of a text that is one date, period or time of day, else None; `today` is the day (or minute) that partial ones count from.

    A time of day has the form `2025-07-24T18:00`, a span of them `2025-07-24T09:00/2025-07-24T11:00`; without a date it is of `today`.

    >>> from pipeline.knowledge import load_knowledge
    >>> read_time("12/5/2025", load_knowledge().rooms["vi"], None)
    '2025-05-12'
    """
    whole = unicodedata.normalize("NFC", text).strip().strip(_MARKS)
    if not whole or len(whole) > _LONGEST:
        return None
    stamp = _STAMP.fullmatch(whole)
    if stamp is not None:
        return _stamped(stamp, room)
    passage = _scanned(whole, room, today).passages[0]
    noon = any(hit.id in ("noon", "midnight") for hit in passage.within(0, len(whole), "clock_word"))
    found = _read_moment(whole, room, today) if noon and not _is_opened(whole, room) else None
    found = found or read_distance(passage, room, today, counted=True) or _read_date(whole, room, today) or read_distance(passage, room, today)
    found = found or _read_shifted(passage, room, today)
    if found is not None or is_distance(passage, room):
        return found
    readers = [_read_moment, _read_span]
    if whole[0].isdigit() or _is_opened(whole, room):  # "3 to 5 pm" is a span, "five to three" is none
        readers.reverse()
    return next((found for reader in readers if (found := reader(whole, room, today)) is not None), None)


def _stamped(stamp: re.Match[str], room: Room) -> str | None:
    clock = read_clock(_scanned(stamp.group(2), room, None).passages[0], room)
    day = _read_date(stamp.group(1), room, None)
    return f"{day}T{stamp.group(2)}" if day is not None and clock is not None else None


def _scanned(text: str, room: Room, today: str | None) -> Dossier:
    source = Source("", None, None, None, None, None, "", "utf-8")
    dossier = Dossier(Article("", text, None, (Block("body", 0, len(text)),), source), language=room.code, anchor=today)
    dossier.passages = scan_article(dossier.article, room)
    return dossier


def _read_date(text: str, room: Room, today: str | None) -> str | None:
    dossier = _scanned(text, room, today)
    if (alone := read_alone(dossier.passages[0], room, today)) is not None:
        return alone
    find_in_room(dossier, room)
    whole = text.strip(_MARKS)
    quotes = [date for date in dossier.dates if date.evidence.quote.strip(_MARKS) == whole]
    return quotes[0].edtf if len(quotes) == len(dossier.dates) == 1 else None


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """A text cut in a time of day and the rest: the longest stretch from either end goes first."""
    stops = [i for i in range(1, len(text)) if text[i] in " ," and text[i - 1] not in " ,"]
    for cut in (len(text), *reversed(stops)):
        yield text[:cut].strip(_MARKS), text[cut:].strip(_MARKS)
    for cut in stops:
        yield text[cut:].strip(_MARKS), text[:cut].strip(_MARKS)


def _read_moment(text: str, room: Room, today: str | None) -> str | None:
    """A time of day, before, behind or without a date."""
    for hours, rest in _pieces(text):
        day = _day_of(rest, room, today) if hours and not (rest and not _led_off(rest, room)) else None
        clock = read_clock(_scanned(hours, room, None).passages[0], room, day[1]) if day is not None else None
        if day is not None and clock is not None:
            return _written(day[0], clock)
    return None


def _written(day: str, clock: tuple[int, int, int]) -> str:
    hour, minute, second = clock
    return f"{day}T{hour:02d}:{minute:02d}" + (f":{second:02d}" if second else "")


def _day_of(text: str, room: Room, today: str | None) -> tuple[str, str] | None:
    """The day that a text names and the part of it ("this evening"); today for an empty text or a mere link."""
    passage = _scanned(text, room, None).passages[0] if text else None
    mere = passage is None or not _but_links(passage).strip(_MARKS)
    edtf = today[:_DAY] if today is not None and mere else _read_date(text, room, today) if text else None
    if edtf is None or len(edtf) != _DAY:
        return None
    return edtf, _half_in(passage) if passage is not None else ""


def _but_links(passage: Passage) -> str:
    left = list(passage.text)
    for hit in passage.within(0, len(passage.text), "calendar_link", "clock_word", "day_half"):
        if hit.kind == "calendar_link" or hit.id == "lead" or hit.kind == "day_half":
            left[hit.start:hit.stop] = " " * (hit.stop - hit.start)
    return "".join(left)


def _half_in(passage: Passage) -> str:
    return next((hit.id for hit in passage.within(0, len(passage.text), "day_half")), "")


def _read_span(text: str, room: Room, today: str | None) -> str | None:
    """Two times of day of one day ("from 9:30 to 11", "3-5pm tomorrow")."""
    passage = _scanned(text, room, None).passages[0]
    joints = [match.span() for match in _DASH.finditer(text)] + [(hit.start, hit.stop) for hit in _joints(passage)]
    for start, stop in sorted(joints):
        left, right = text[:start].strip(_MARKS), text[stop:].strip(_MARKS)
        if left and right and (found := _spanned(left, right, room, today)) is not None:
            return found
    return None


def _joints(passage: Passage) -> Iterator[Hit]:
    for hit in passage.within(0, len(passage.text), "calendar_link", "range_word", "list_word"):
        if hit.start and hit.id in ("to", "until", "and", "list"):
            yield hit


def _spanned(left: str, right: str, room: Room, today: str | None) -> str | None:
    for last_hours, last_rest in _pieces(right):
        last_day = _day_of(last_rest, room, today) if last_hours else None
        if last_day is None:
            continue
        last = _scanned(last_hours, room, None).passages[0]
        for hours, rest in _pieces(left):
            if not hours or (rest and last_rest and _but_links(_scanned(rest, room, None).passages[0]).strip(_MARKS)):
                continue
            first_day = _day_of(_led_off(rest, room), room, today)
            if first_day is None:
                continue
            first = _scanned(_led_off(hours, room), room, None).passages[0]
            day = last_day[0] if last_rest else first_day[0]
            sure = bool(rest or last_rest) and (_led_off(left, room) != left or _led_off(rest, room) != rest)
            if (found := _clocks(first, last, room, last_day[1] or first_day[1], sure=sure)) is not None:
                return f"{_written(day, found[0])}/{_written(_next_day(day) if found[1] < found[0] else day, found[1])}"
    return None


def _is_opened(text: str, room: Room) -> bool:
    """Whether a word that opens a span stands anywhere in a text."""
    padded = f" {text.lower()} "
    return any(f" {word} " in padded for word in room.words("date_range").get("from", ()))


def _read_shifted(passage: Passage, room: Room, today: str | None) -> str | None:
    """A distance from another day than today: "two weeks from Thursday", "three days after Christmas", "w pi\u0105tek za tydzie\u0144"."""
    text = passage.text
    for side, joints in room.words("date_shift").items():
        for joint in joints:
            amount, found, day = text.partition(f" {joint} ")
            base = _read_date(day, room, today) if found else None
            moved = _moved(f"{amount} {_hence(room, side)}", base, room) if base is not None and len(base) == _DAY else None
            if moved is not None:
                return moved
    for left, right in _pieces(text):
        base = _read_date(left, room, today) if right and today is not None else None
        weekday = base is not None and len(base) == _DAY and any(passage.within(0, len(text), "weekday", "weekday_doubtful"))
        moved = _moved(right, _coming(base or "", today or ""), room) if weekday else None
        if moved is not None:
            return moved
    return None


def _hence(room: Room, side: str) -> str:
    return room.words("distance_word")["hence" if side == "after" else "ago"][0]


def _moved(distance: str, base: str, room: Room) -> str | None:
    moved = read_distance(_scanned(distance, room, None).passages[0], room, base)
    return moved if moved is not None and len(moved) == _DAY else None


def _coming(base: str, today: str) -> str:
    """The day itself, or the same weekday of the next week where it has passed; empty where the calendar ends before it."""
    if not base or base >= today[:_DAY]:
        return base
    passed = date.fromisoformat(base)
    return (passed + timedelta(weeks=1)).isoformat() if date.max - passed >= timedelta(weeks=1) else ""


def _next_day(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _led_off(text: str, room: Room) -> str:
    """The text without the word that opens a span."""
    openers = room.words("date_range").get("from", ())
    folded = text.lower()
    opener = max((word for word in openers if folded == word or folded.startswith(f"{word} ")), key=len, default="")
    if opener:
        return text[len(opener):].strip()
    tail = max((word for word in openers if folded.endswith(f" {word}")), key=len, default="")
    return text[:len(text) - len(tail)].strip() if tail else text


def _clocks(first: Passage, last: Passage, room: Room, half: str, *, sure: bool) -> tuple[tuple[int, int, int], tuple[int, int, int]] | None:
    """Both ends; a bare number is an hour where the other end is a time of day or that is `sure`, and takes the other's part of the day."""
    named = half or half_of(last, room)
    begin, end = read_clock(first, room, named), read_clock(last, room, half)
    if begin is None and end is None and not sure:
        return None
    if begin is not None and end is not None and end < begin and half_of(first, room) and half_of(last, room):
        return begin, end  # past midnight
    end = end or read_clock(last, room, half, bare=True)
    for part in (named, ""):
        start = read_clock(first, room, part, bare=True)
        if start is not None and end is not None and start < end:
            return start, end
        if sure and not part and start is not None and end is not None and end < start and end[0] < _NOON > start[0]:
            return start, (end[0] + _NOON, *end[1:])  # "from 9 to 5 on Monday"
    return None
