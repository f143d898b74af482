"""Dates and periods that a whole text names: nothing around them could make them something else, so they need no licence."""

from __future__ import annotations

import re
from datetime import timedelta

from pipeline.extract.times.alone_words import CODES, TWO_DIGITS, merged_words
from pipeline.extract.times.genders import may_be_hour
from pipeline.extract.times.moments import Moment, day_of, read_anchor
from pipeline.extract.times.points import MARKS, PointReader, alone_reading
from pipeline.extract.times.resolving import Resolver
from pipeline.extract.times.shapes import Reading
from pipeline.extract.times.weeks import iso_week, read_numbered_week
from pipeline.extract.times.words import Word, match_words
from pipeline.knowledge import Room
from pipeline.records import Passage

_ANY = re.compile(".+")
_MINUTES = 16
_TO_DATE = "to_date:"
_HUNDRED = 100


def read_alone(passage: Passage, room: Room, today: str | None) -> str | None:
    """EDTF of a passage that is one date or period and nothing else, else None."""
    reader = PointReader(room, today)
    if (week := iso_week(passage.text)) is not None:
        return week
    for _, found_words in match_words(passage, room, CODES, _ANY, marks=MARKS):
        words = merged_words(found_words)
        if len(words) == 1 and words[0].code == "n" and words[0].start and _is_led_by_day(passage, room):
            words = [words[0]._replace(code="o")]
        if len(words) == 1 and words[0].id == "now" and today is not None:
            return today[:_MINUTES]
        day = _is_day_of_month(passage, words, room)
        found = read_numbered_week(words, read_anchor(today)) or _to_date(words, today) or _read_week(words, reader, passage, today)
        found = found or _read_point(words, reader, passage, today, led=day) or _read_range(words, reader, passage, today)
        if found is None and len(words) > 1 and words[0].code in "kf" and passage.starting(words[0].start, "list_word") is None:
            found = _read_point(words[1:], reader, passage, today, ahead=words[0].code == "k")  # "until 2026"
        if found is not None:
            return found
    return None


def _to_date(words: list[Word], today: str | None) -> str | None:
    """"Year to date": from the start of the year, quarter or month to today."""
    unit = words[0].id.removeprefix(_TO_DATE) if len(words) == 1 and words[0].id.startswith(_TO_DATE) else ""
    day = day_of(read_anchor(today))
    if not unit or day is None:
        return None
    month = {"year": 1, "quarter": day.month - (day.month - 1) % 3}.get(unit, day.month)
    return f"{day.replace(month=month, day=1).isoformat()}/{day.isoformat()}"


def _is_led_by_day(passage: Passage, room: Room) -> bool:
    """Whether a bare number is one of the month because the word for day stands before it."""
    word = passage.starting(0, "calendar_word")
    return word is not None and word.id == "day" and not room.language.month_first


def _is_day_of_month(passage: Passage, words: list[Word], room: Room) -> bool:
    """Whether an ordinal alone can be no hour, so that it is a day ("szesnastego")."""
    if len(words) != 1 or words[0].code != "o" or not room.has_dictionary:
        return False
    return not may_be_hour(passage.text[words[0].start:words[0].stop], int(words[0].value), room)


def _read_point(
    words: list[Word], reader: PointReader, passage: Passage, today: str | None, *, led: bool = False, ahead: bool = False,
) -> str | None:
    reading = reader.read(words, led=led or words[0].start > 0)
    if ahead and reading is not None and reading.weekday and not (reading.turn or reading.relative):
        reading.turn = "future"  # "until Sunday"
    return _resolved(reading, passage, today) if reading is not None else None


def _read_week(words: list[Word], reader: PointReader, passage: Passage, today: str | None) -> str | None:
    """"The week of October 6": the week that the day lies in."""
    day = _read_point(words[1:], reader, passage, today) if words[0].code == "W" and len(words) > 1 else None
    anchor = day_of(read_anchor(day)) if day is not None else None
    if anchor is None:
        return None
    monday = anchor - timedelta(days=anchor.weekday())
    return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def _read_range(words: list[Word], reader: PointReader, passage: Passage, today: str | None) -> str | None:
    words = words[words[0].code == "f":]
    words = words[_is_year_word(words[:1]):]  # "fiscal year 2019/20"
    words = words[:-1] if _is_year_word(words[1:][-1:]) else words
    words = words[:-1] if len(words) > 3 and words[-1].code == "Q" else words  # "the April-June quarter"
    for i, word in enumerate(words):
        if not (word.code in "k-" or (word.code == "/" and _is_next_year(words, i))) or not 0 < i < len(words) - 1:
            continue
        left, right = _sides(words[:i], words[i + 1:], reader)
        if left is None or right is None or (left.first.month is None) != (right.first.month is None):
            continue
        first, last = _resolved(left, passage, today), _resolved(right, passage, today)
        if first is not None and last is not None and first.split("/")[0] < (end := last.split("/")[-1]):
            return f"{first.split('/')[0]}/{end}"
    return None


def _is_year_word(words: list[Word]) -> bool:
    return any(word.code == "U" and word.id == "year" for word in words)


def _is_next_year(words: list[Word], i: int) -> bool:
    """"2019/20": the stroke of a school, playing or fiscal year."""
    first, last = words[i - 1], words[i + 1] if i + 1 < len(words) else words[i]
    two = last.code == "n" and last.stop - last.start == TWO_DIGITS
    return i == 1 and first.code == "y" and two and (first.value + 1) % _HUNDRED == last.value


def _sides(first: list[Word], last: list[Word], reader: PointReader) -> tuple[Reading | None, Reading | None]:
    """The two ends of a range, each filled from the other where it leaves a part out."""
    left, right = reader.read(first, led=False), reader.read(last, led=False)
    if left is not None and right is not None and 0 < left.weekday < right.weekday and not left.relative and not left.turn:
        left.relative, left.turn = right.relative, right.turn  # "from Monday to Friday next week"
    if right is not None and right.first.day is not None and (day := _bare_day(first)):
        return alone_reading(right.first._replace(day=day), relative=right.relative), right
    if left is not None and left.first.day is not None and (day := _bare_day(last)):
        return left, alone_reading(left.first._replace(day=day), relative=left.relative)
    if left is not None and left.first.year is not None and left.first.month is None and len(last) == 1 and last[0].code == "n":
        century = left.first.year // _HUNDRED * _HUNDRED  # "2016-20"
        right = alone_reading(Moment(century + int(last[0].value))) if last[0].stop - last[0].start == TWO_DIGITS else right
    if left is None and right is not None and right.first.month is not None and len(first) == 1 and first[0].code == "n":
        left = alone_reading(Moment(None, int(first[0].value)))  # "from 6 to August"
    if left is not None and right is not None and left.first.year is None and left.first.month is not None and not left.relative:
        left.first, left.relative = left.first._replace(year=right.first.year), right.relative
    if left is not None and right is not None and right.first.year is None and right.first.month is not None and not right.relative:
        right.first, right.relative = right.first._replace(year=left.first.year), left.relative
    return left, right


def _bare_day(words: list[Word]) -> int | None:
    codes = "".join(word.code for word in words).rstrip(".")
    return int(words[-1].value) if codes in ("n", "o", "wn", "wo") else None


def _resolved(reading: Reading, passage: Passage, today: str | None) -> str | None:
    try:
        found = Resolver(read_anchor(today)).resolve(reading, passage.sentence_at(0))
    except (OverflowError, ValueError):
        return None  # beyond the calendar
    return found[0] if found is not None else None
