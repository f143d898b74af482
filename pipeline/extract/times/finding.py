"""Dates and periods in running text: shapes propose, licences and the calendar dispose, the anchor fills what is not said."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

from pipeline.extract.times.grammar import CHAIN, SHAPE
from pipeline.extract.times.hours import over_hours
from pipeline.extract.times.joining import Found, join
from pipeline.extract.times.licence import LICENCES, is_loose, separator
from pipeline.extract.times.moments import Moment, read_anchor, write_edtf
from pipeline.extract.times.place import Place
from pipeline.extract.times.readings import READERS
from pipeline.extract.times.resolving import Resolver
from pipeline.extract.times.shapes import Shape
from pipeline.extract.times.short_years import lengthen
from pipeline.extract.times.spans import join_spans
from pipeline.extract.times.tense import side_of
from pipeline.extract.times.tokens import Token, calendar_tokens, spell
from pipeline.extract.times.worded_days import with_worded_days
from pipeline.extract.times.years import is_year_of_a_name
from pipeline.knowledge import Knowledge, Room
from pipeline.records import DateMention, Dossier, Passage

_STAGE = "times"
_LEAD = 60
_BACK, _JANUARY = "months_back", "-01"
_CUT = frozenset({"day_of", "named", "month_first", "month_list"})
_SPOILERS = frozenset({"every_year", "other_era"})
_CLAUSE_ENDS = frozenset({"", ",", ".", ";", ")", ":", "\n"})


def find_times(dossier: Dossier, knowledge: Knowledge) -> None:
    """Add every date and period of the article, mark their digits as taken, and set the anchor where the article alone gives it."""
    room = knowledge.rooms.get(dossier.language)
    if room is not None:
        find_in_room(dossier, room)


def find_in_room(dossier: Dossier, room: Room) -> None:
    """The same with the room of the language at hand."""
    anchor = read_anchor(dossier.anchor)
    passages = [(passage, _propose(passage, room, anchor, dossier)) for passage in dossier.passages]
    if anchor is None:
        anchor = _own_anchor(dossier, passages) or _of_crawl(dossier, passages)
    resolver = Resolver(anchor)
    for passage, found in passages:
        for one in found:
            _record(dossier, passage, one, resolver, room)


def _propose(passage: Passage, room: Room, anchor: Moment | None, dossier: Dossier) -> list[Found]:
    tokens = calendar_tokens(passage, room)
    if room.has_dictionary and tokens:
        tokens = with_worded_days(passage, tokens, room)
    elif tokens:
        tokens = over_hours(tokens, passage.text, room)
    tokens = lengthen(tokens, passage, room)
    codes = spell(tokens, passage.text)
    found: list[Found] = []
    for match in chain.from_iterable(SHAPE.finditer(codes, *row.span()) for row in CHAIN.finditer(codes)):
        rule = match.lastgroup or ""
        first, body, last = match.start() // 2, match.end("pre") // 2, (match.end() - 1) // 2
        shape = Shape(rule, match.group("pre")[::2], tokens[body:last + 1], codes[2 * body:2 * last + 1])
        place = Place(passage, _before(codes, first), _behind(codes, last), anchor, room)
        if rule in _CUT and place.counted(shape.stop) and (cut := _before_amount(shape)) is not None:
            shape, rule, last = cut, cut.rule, body + len(cut.body) - 1
        if rule == "day_of" and not _is_day_of(passage, shape):
            shape, rule = Shape("month_names", "p", shape.body[2:], shape.codes[4:]), "month_names"  # "sold 10 in May"
            first = last - len(shape.body)
        if rule == "mask" and (own := _own_words(passage, shape, room)) is not None:
            found += _read(own, tokens, last, last)
        elif rule not in READERS:
            _bar(dossier, passage, shape)
        elif LICENCES.get(rule) is None or LICENCES[rule](shape, place):
            found += _told_ago(passage, shape, _read(shape, tokens, first, last))
        elif rule == "numeric":
            counted = place.counted(shape.stop) or place.lasting(shape.stop)
            found += [replace(one, licensed=False, counted=counted, loose=is_loose(shape, place)) for one in _read(shape, tokens, first, last)]
        elif rule == "years" and is_year_of_a_name(shape, place):
            passage.take(shape.start, shape.stop, "date")
    joined = join(found, codes)
    if room.language.inflection == "suffixes" and ("_K_" in codes or "_F_" in codes):
        joined = join_spans(joined, tokens, codes)
    return joined


def _is_day_of(passage: Passage, shape: Shape) -> bool:
    """Whether a figure before "of" and a month is its day: with an ordinal's mark or an article ("the 5th of June")."""
    day, link = shape.body[:2]
    article = passage.ending(day.start, "calendar_link")
    return link.id == "of" and (not passage.text[day.start:day.stop].isdigit() or (article is not None and article.id == "article"))


def _before_amount(shape: Shape) -> Shape | None:
    """The shape without its last figure, which counts something ("on March 9 and 10 people came", "on 9 March, 2000 people came")."""
    if shape.rule == "month_list":
        return Shape("month_first", shape.pre, shape.body[:2], shape.codes[:3])
    return Shape(shape.rule, shape.pre, shape.body[:-1], shape.codes[:-2]) if shape.codes.endswith(",y") else None


def _own_words(passage: Passage, shape: Shape, room: Room) -> Shape | None:
    """A relative time that a number only stands before ("sold 5 million last year"), where its first word is no unit that is counted.

    Where nouns inflect, a time in the singular is none of what a figure before it counts ("3,000 a year before").
    """
    last = shape.body[-1]
    counted = not room.has_dictionary and passage.starting(last.start, "calendar_word") is not None
    return None if last.code not in "RV" or shape.body[0].value == 1 or counted else Shape("relative", "", [last], shape.codes[-1:])


def _told_ago(passage: Passage, shape: Shape, found: list[Found]) -> list[Found]:
    """"Three months ago" is the one month that lies so far back, "the past three months" all of them; one word for month may end in either."""
    word = passage.ending(shape.stop, "distance_word") if shape.rule == _BACK else None
    for one in found if word is not None and word.id == "ago" else ():
        one.reading.relative = "month:-" + one.reading.relative.partition(":")[2]
    return found


def _before(codes: str, first: int) -> str:
    return codes[2 * first - 2] if first and codes[2 * first - 1] == "_" else ""


def _behind(codes: str, last: int) -> str:
    return codes[2 * last + 2:2 * last + 3] if codes[2 * last + 1] in "_,(" else ""


def _bar(dossier: Dossier, passage: Passage, shape: Shape) -> None:
    """Shapes that look like dates and are none: impossible days, days of the moon."""
    if shape.rule == "broken" and frozenset(shape.pre) & frozenset("DP"):
        dossier.refuse(passage, shape.start, shape.stop, _STAGE, "impossible_date")
    elif shape.rule == "moon":
        dossier.refuse(passage, shape.start, shape.stop, _STAGE, "lunar_date")
        passage.take(shape.start, shape.stop, "date")


def _read(shape: Shape, tokens: list[Token], first: int, last: int) -> list[Found]:
    readings = list(READERS[shape.rule](shape))
    if readings and readings[0].start == shape.start:
        readings[0].start = tokens[first].start
    page = next((token.id for token in tokens[first:last] if token.code == "U"), "") if "U" in shape.pre else ""
    year = next((token.id for token in tokens[first:last] if token.code == "V"), "") if "V" in shape.pre else ""
    edges = {token.id for token in tokens[first:last] if token.code == "E"}
    for reading in readings:
        reading.to_the_end = "end" in edges
        reading.at_start = "start" in edges
        if year and not reading.relative and reading.first.year is None:
            reading.relative = year
    return [Found(reading, first, last, shape.pre, separator(shape), page) for reading in readings]


def _own_anchor(dossier: Dossier, passages: list[tuple[Passage, list[Found]]]) -> Moment | None:
    """The article's own date: the first full one of its page furniture, else of its dateline; None where it has neither."""
    for source, holds in (("updated", _is_of_page), ("dateline", _is_of_dateline)):
        for passage, found in passages:
            for one in found:
                moment = one.reading.first
                if moment.day is not None and moment.year is not None and one.reading.last is None and moment.is_possible() and holds(passage, one):
                    dossier.anchor, dossier.anchor_from = write_edtf(moment), source
                    return moment
    return None


def _of_crawl(dossier: Dossier, passages: list[tuple[Passage, list[Found]]]) -> Moment | None:
    """The year in which the page was crawled, where the article speaks of that year itself: else it may have been years old by then."""
    crawl = read_anchor(dossier.article.crawled)
    if crawl is None or crawl.year is None:
        return None
    named = (moment for _, found in passages for one in found if one.licensed for moment in (one.reading.first, one.reading.last) if moment)
    if all(moment.year != crawl.year for moment in named):
        return None
    dossier.anchor, dossier.anchor_from = f"{crawl.year:04d}", "crawled"
    return Moment(crawl.year)


def _is_of_page(passage: Passage, one: Found) -> bool:
    return one.page != "" or passage.sentence_at(one.reading.start).block == "furniture"


def _is_of_dateline(passage: Passage, one: Found) -> bool:
    at = one.reading.start
    return passage.sentence_at(at).block == "dateline" or (passage.field == "text" and at < _LEAD and bool(frozenset(one.pre) & frozenset("PWw")))


def _turn_behind(passage: Passage, stop: int) -> str:
    """Whether "last" or "coming" stands behind a date, at the end of its clause (else the word may go on with the sentence)."""
    hit = passage.starting(stop, "relative_time")
    if hit is None or hit.id not in ("last:0", "next:0", "next_week:0") or passage.text[hit.stop:hit.stop + 1] not in _CLAUSE_ENDS:
        return ""
    return hit.id.partition(":")[0]


def _record(dossier: Dossier, passage: Passage, one: Found, resolver: Resolver, room: Room) -> None:
    reading = one.reading
    start, stop = reading.start, reading.stop
    if not one.licensed:
        if "/" in passage.text[start:stop]:
            dossier.refuse(passage, start, stop, _STAGE, "no_date_word", "figures that a share or a score may be")
        return
    if passage.starting(stop, "lunar"):
        dossier.refuse(passage, start, stop, _STAGE, "lunar_date")
        passage.take(start, stop, "date")
        return
    each = passage.ending(start, "part_word") if reading.weekday else None
    if each is not None and each.id == "each":
        dossier.refuse(passage, start, stop, _STAGE, "every_week")
        passage.take(start, stop, "date")
        return
    behind = passage.starting(stop, "not_a_date")
    if behind is not None and behind.id in _SPOILERS:
        dossier.refuse(passage, start, stop, _STAGE, behind.id)
        passage.take(start, stop, "date")
        return
    if not reading.turn:
        reading.turn = _turn_behind(passage, stop)
    if reading.weekday and not (reading.turn or reading.relative or reading.follows):
        until = passage.ending(start, "calendar_link")
        reading.turn = "future" if until is not None and until.id == "until" else side_of(passage, start, stop, room)
    if reading.rule == "decade" and room.language.ordinal_dot and passage.text[stop:stop + 1] == "." and passage.text[stop - 1].isdigit():
        stop += 1
    resolved = resolver.resolve(reading, passage.sentence_at(start))
    if resolved is None:
        reason = "impossible_date" if not reading.is_possible() else "unresolved"
        dossier.refuse(passage, start, stop, _STAGE, reason)
        if reason == "unresolved":
            passage.take(start, stop, "date")
        return
    edtf, anchored = resolved
    if passage.text[stop:stop + 1] == ")" and "(" in passage.text[start:stop]:
        stop += 1
    kind = reading.kind
    if _is_of_page(passage, one) and reading.kind == "date":
        kind = f"page_{one.page or 'updated'}"
    dossier.dates.append(DateMention(passage.evidence(start, stop, f"time_{reading.rule}"), edtf, kind, anchored))
    if reading.rule != _BACK or edtf.partition("/")[0][4:] == _JANUARY:  # "the past 12 months" is a span of time that is told, too
        passage.take(start, stop, "date")
