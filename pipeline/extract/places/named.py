"""Names beside a word of level: "huyen X", "X District", "gminy X, Y i Z", and the lists that they open."""

from __future__ import annotations

import re
from dataclasses import dataclass
from collections.abc import Iterable, Sequence
from functools import lru_cache

from pipeline.extract.places.mention import KNOWN_ONLY, LEVELS_OF, LOW, Mention, is_low, shaped
from pipeline.extract.places.words import (
    Word, Words, begins_person, is_family, is_given, is_vietnamese, opens, run_from, run_to, stands_before, word_after, word_before, words_of,
)
from pipeline.knowledge import GazetteerRow, Knowledge, Room
from pipeline.records import Hit, Passage

OTHER = "other"
"""Id of a wording that holds a word of level and is none."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NUMBER = re.compile(r"[0-9]{1,2}(?![0-9]|[.,/:-][0-9]| ?%)")
_NUMBERED = re.compile(r" [0-9]{1,2}(?=[,.;:)\n]|$| [^\W\d])")
_SEPARATOR = re.compile(r" ?[,;] | ?\(| \u2013 | - ")
_QUOTES = "\"\u201c\u201e"
_LONGEST = 4
_NATURE = frozenset({"village", "island", "river", "lake", "mountain", "sea", "region", "country"})
_WHOLE = frozenset({"river", "lake", "mountain", "sea"})
"""Levels whose word is a part of the name."""
_COUNTED = ("noun", "unit", "scale", "cardinal", "month", "calendar_word")


@dataclass(frozen=True, slots=True)
class Reader:
    """What is needed to read the names of one passage."""

    passage: Passage
    room: Room
    knowledge: Knowledge
    words: Words


def read_named(passage: Passage, hits: Iterable[Hit], room: Room, knowledge: Knowledge) -> list[Mention]:
    """The names that stand beside level words, with the lists that go on behind them, in order; hits of names hide level words inside them."""
    reader = Reader(passage, room, knowledge, words_of(room))
    found: list[Mention] = []
    upto = inside = 0
    for hit in hits:
        kind = hit.entry.kind
        if hit.start < upto:
            continue
        if kind == "place":
            if " " in hit.entry.wording and _is_wide(hit) and shaped(passage.text[hit.start:hit.stop], hit.entry.wording):
                inside = max(inside, hit.stop)
            continue
        if hit.start < inside and passage.starting(hit.start, "place") is None:
            continue
        if hit.entry.id == OTHER:
            upto = hit.stop
            continue
        if not _is_level(reader, hit):
            continue
        names = _behind(reader, hit) if kind == "level_before" else _ahead(reader, hit) or _such(reader, hit)
        if names:
            found += names
            upto = max(hit.stop, names[-1].stop)
    return found


def _is_wide(hit: Hit) -> bool:
    """True for the name of more than a small unit of Vietnam."""
    return not all(is_low(row) for row in hit.entry.value.rows)


def _is_level(reader: Reader, hit: Hit) -> bool:
    """False for one letter without its dot, for a part of a longer place's name, and for the last syllable of another name."""
    text = reader.passage.text
    if hit.stop - hit.start - text[hit.start:hit.stop].count(".") == 1 and (text[hit.start] != hit.entry.wording[0] or text[hit.stop - 1] != "."):
        return False
    if hit.entry.kind == "level_after":
        longer = reader.passage.ending(hit.stop, "place")
        return longer is None or longer.start >= hit.start
    longer = reader.passage.starting(hit.start, "place")
    if longer is not None and longer.stop > hit.stop and _is_wide(longer) and shaped(text[hit.start:longer.stop], longer.entry.wording):
        return False
    if hit.entry.id in _NATURE and text[hit.start].isupper():
        left = word_before(text, hit.start)
        return not is_family(text[hit.start:hit.stop], reader.knowledge) and (left is None or not left.capital)
    return True


def _behind(reader: Reader, hit: Hit) -> list[Mention]:
    """The name that follows a level word, and the list that it opens."""
    text = reader.passage.text
    at = hit.stop + (text[hit.stop:hit.stop + 1] == " ")
    such = _such(reader, hit) if hit.entry.wording != hit.entry.lemma or stands_before(reader.passage, hit.start, reader.words.many) else []
    if such:
        return such
    at += text[at:at + 1] in _QUOTES and at < len(text)
    number = _NUMBER.match(text, at) if at > hit.stop or text[hit.stop - 1] == "." else None
    if number is not None:
        return _numbers(reader, hit, number)
    first = _name_at(reader, at, hit.entry.id) if _names_follow(reader, hit) else None
    if first is None:
        return _adjectives(reader, hit) if reader.words.endings and hit.entry.id in ("province", "district") else []
    if first.level in _WHOLE:
        if not reader.room.has_dictionary:
            first.start, first.name = hit.start, text[hit.start:first.stop]
        return [first] if first.rows or not reader.room.has_dictionary else []
    many = hit.entry.wording != hit.entry.lemma or stands_before(reader.passage, hit.start, reader.words.many)
    return [first, *_list(reader, first, many=many)]


def _adjectives(reader: Reader, hit: Hit) -> list[Mention]:
    """The adjectives of places behind a level word ("powiaty kutnowski i lowicki"), in the gender of the word."""
    found: list[Mention] = []
    at = hit.stop + 1
    while (word := _WORD.match(reader.passage.text, at)) is not None and reader.passage.text[at - 1] in " ,":
        mention = _adjective(reader, hit, word)
        if mention is None:
            break
        found.append(mention)
        at, linked = _next_item(reader, word.end())
        if at < 0 or (linked and len(found) > 1 and hit.entry.wording == hit.entry.lemma):
            break
    return found


def _adjective(reader: Reader, hit: Hit, word: re.Match[str]) -> Mention | None:
    room = reader.room
    prefix, mark, stem = word.group().rpartition("-")
    lemma = next((reading.lemma for reading in room.readings(stem.lower()) if reading.pos == "adj"), "")
    if not lemma.endswith(reader.words.endings) or lemma in reader.words.not_adjectives:
        return None
    genders = next((reading.genders for reading in room.readings(hit.entry.lemma) if reading.pos == "subst"), frozenset[str]())
    form = next((
        form for form in room.inflector.forms(lemma)
        if any(r.pos == "adj" and "sg" in r.numbers and "nom" in r.cases and r.genders & genders for r in room.readings(form))
    ), lemma)
    name = prefix.lower() + mark + form
    rows = tuple(row for row in reader.knowledge.gazetteer.named(name) if row.level in LEVELS_OF[hit.entry.id])
    if hit.entry.id == "province" and not rows:
        return None
    return Mention(reader.passage, word.start(), word.end(), name, rows, hit.entry.id, "level_adjective")


def _names_follow(reader: Reader, hit: Hit) -> bool:
    """False for a word that stands behind names in this language: before them it has only numbers ("Ward 5")."""
    return hit.entry.wording.endswith(" of") or hit.entry.id not in _levels_behind(reader.room)


@lru_cache(maxsize=64)
def _levels_behind(room: Room) -> frozenset[str]:
    return frozenset(room.words("level_after")) - _WHOLE


def _numbers(reader: Reader, hit: Hit, number: re.Match[str]) -> list[Mention]:
    """A unit whose name is a number: the word of level belongs to it."""
    text, passage = reader.passage.text, reader.passage
    if hit.entry.id in _NATURE - {"village"} or hit.entry.id in KNOWN_ONLY or hit.entry.wording.endswith(" of"):
        return []
    if passage.starting(number.end(), *_COUNTED) is not None or hit.entry.wording != hit.entry.lemma:
        return []
    name = f"{text[hit.start:hit.stop].rstrip('.')} {number.group()}" if text[hit.stop - 1] != "." else text[hit.start:number.end()]
    passage.take(number.start(), number.end(), "name")
    rows = tuple(row for row in _rows_of(reader, hit.start, number.end()) if row.level in LEVELS_OF[hit.entry.id])
    return [Mention(passage, hit.start, number.end(), name, rows, hit.entry.id, "level_number")]


def _rows_of(reader: Reader, start: int, stop: int) -> tuple[GazetteerRow, ...]:
    """The rows of the gazetteer's name that fills a stretch exactly."""
    hit = reader.passage.starting(start, "place")
    return tuple(hit.entry.value.rows) if hit is not None and hit.stop == stop else ()


def _name_at(reader: Reader, at: int, level: str) -> Mention | None:
    """The name that begins at an offset and fits a level: of the gazetteer if it can be, else a row of capitals that is no person."""
    passage, text = reader.passage, reader.passage.text
    run = run_from(text, at, _LONGEST + 2)
    hit = passage.starting(at, "place") if text[at:at + 1] != " " else None
    if hit is not None and shaped(text[hit.start:hit.stop], hit.entry.wording):
        fitting = _fitting(hit.entry.value.rows, level)
        rest = [word for word in run if word.start >= hit.stop]
        if not rest or begins_person(rest, reader.knowledge) or rest[0].text.isupper() or (fitting and not is_vietnamese(rest, reader.knowledge)):
            return _known(reader, hit, fitting, level)
        if fitting and passage.starting(rest[0].start, "office", "honorific", "level_before", "body", "body_head") is not None:
            return _known(reader, hit, fitting, level)
    return _unknown(reader, run, level)


def _fitting(rows: Sequence[GazetteerRow], level: str) -> tuple[GazetteerRow, ...]:
    """The rows that a level word may mean; a district or a commune is never a province of Vietnam."""
    return tuple(row for row in rows if row.level in LEVELS_OF.get(level, ()) and (level not in LOW or is_low(row) or not row.code.startswith("VN-")))


def _known(reader: Reader, hit: Hit, fitting: tuple[GazetteerRow, ...], level: str) -> Mention | None:
    passage, text = reader.passage, reader.passage.text
    surface = text[hit.start:hit.stop]
    if not fitting and level in KNOWN_ONLY and not any(row.level == "city" for row in hit.entry.value.rows):
        return None
    if not fitting and (level in ("region", "country") or (level in LOW and not all(is_low(row) for row in hit.entry.value.rows))):
        return None
    name = hit.entry.lemma if hit.entry.lemma != hit.entry.wording else surface
    stop = _number_end(reader, hit.start, hit.stop)
    if stop > hit.stop:
        return Mention(passage, hit.start, stop, text[hit.start:stop], (), level, "level_name")
    return Mention(passage, hit.start, hit.stop, name, fitting, level, "level_name")


def _unknown(reader: Reader, run: list[Word], level: str) -> Mention | None:
    """A row of capitals that the gazetteer does not know as a name of the level."""
    passage, text, knowledge = reader.passage, reader.passage.text, reader.knowledge
    run = _cut(run, knowledge)
    if not run or len(run) > _LONGEST or level in ("country", "region"):
        return None
    if level in KNOWN_ONLY and any(is_vietnamese([word], knowledge) or "'" in word.text or "\u2019" in word.text for word in run):
        return None
    if len(run) > 2 and is_family(run[0].text, knowledge) and is_vietnamese(run, knowledge):  # noqa: PLR2004  (family, middle and given name)
        return None
    if len(run) > 1 and is_given(run[0].text, reader.room, knowledge):
        return None
    after = word_after(text, run[-1].stop)
    if len(run) == 1 and level not in _WHOLE and (len(run[0].text) == 1 or (after is not None and not after.capital and is_vietnamese(run, knowledge))):
        return None  # a title in which only the first syllable is written large
    if run[0].text.isupper() and len(run[0].text) > 1 and not text[max(0, run[0].start - 12):run[0].start].strip().isupper():
        return None
    stop = _number_end(reader, run[0].start, run[-1].stop)
    return Mention(passage, run[0].start, stop, text[run[0].start:stop], (), level, "level_unknown")


def _cut(run: list[Word], knowledge: Knowledge) -> list[Word]:
    """A row of capitals up to where a person's name begins."""
    for i in range(2, len(run) - 1):
        if is_family(run[i].text, knowledge):
            return run[:i]
    return run


def _number_end(reader: Reader, start: int, stop: int) -> int:
    """Where a name ends that has a number of its own ("Tan Lap 2"); its digits are spoken for."""
    found = _NUMBERED.match(reader.passage.text, stop)
    if found is None or reader.passage.starting(found.end(), *_COUNTED) is not None:
        return stop
    reader.passage.take(start, found.end(), "name")
    return found.end()


def _list(reader: Reader, first: Mention, *, many: bool) -> list[Mention]:
    """The names that go on behind the first, parted by commas and a link; unknown ones only where several are announced."""
    passage, text = reader.passage, reader.passage.text
    found: list[Mention] = []
    last = first
    while True:
        at, linked = _next_item(reader, last.stop)
        if at < 0:
            return found
        item = _name_at(reader, at, first.level or "")
        if item is None or (not item.rows and not many) or (item.low is False and item.rule == "level_unknown"):
            return found
        if not item.rows and begins_person(run_from(text, at), reader.knowledge):
            return found
        if not item.rows and not linked and " " not in item.name and (after := word_after(text, item.stop)) is not None and not after.capital:
            return found
        hit = passage.starting(at, "place")
        if hit is not None and not many and not all(is_low(row) for row in hit.entry.value.rows) and first.level in LOW:
            return found
        if not many and _is_parent(last, hit):
            return found
        found.append(item)
        last = item
        if linked:
            return found


def _next_item(reader: Reader, at: int) -> tuple[int, bool]:
    """Where the next item of a list begins behind a separator or a link, -1 where none does; and whether a link stood before it."""
    text = reader.passage.text
    if text[at:at + 1] in _QUOTES and at < len(text):
        at += 1
    separator = _SEPARATOR.match(text, at)
    if separator is not None and separator.group().strip() == ",":
        at = separator.end()
        word = f"{reader.passage.folded[at - 1:at + 12]} "
        link = next((phrase for phrase in reader.words.links if word.startswith(phrase)), None)
        return (at + len(link) - 1, True) if link else (at, False)
    word = f"{reader.passage.folded[at:at + 12]} "
    link = next((phrase for phrase in reader.words.links if word.startswith(phrase)), None)
    return (at + len(link), True) if link and text[at:at + 1] == " " else (-1, False)


def _is_parent(last: Mention, hit: Hit | None) -> bool:
    """True where an item is the unit that holds the one before it ("xa A, B" for B's commune A)."""
    holders = {row.parent for row in last.rows}
    return hit is not None and any(row.place_id in holders for row in hit.entry.value.rows)


def _ahead(reader: Reader, hit: Hit) -> list[Mention]:
    """The name that stands before a level word, and the list that ends with it where the word is a plural."""
    text, level = reader.passage.text, hit.entry.id
    if text[hit.start - 1:hit.start] != " ":
        return []
    last = _name_to(reader, hit.start - 1, level, capital=text[hit.start].isupper())
    if last is None:
        return []
    if level in _WHOLE:
        last.name, last.stop = f"{last.name} {text[hit.start:hit.stop]}", hit.stop
        return [last]
    found = [last]
    while hit.entry.wording != hit.entry.lemma:
        end = _item_before(reader, found[0].start)
        item = _name_to(reader, end, level, capital=False) if end > 0 else None
        if item is None:
            break
        found.insert(0, item)
    return found


def _such(reader: Reader, hit: Hit) -> list[Mention]:
    """The list behind a plural that introduces it: "communes such as X, Y and Z"."""
    text = reader.passage.text
    if hit.entry.kind == "level_after" and hit.entry.wording == hit.entry.lemma:
        return []
    behind = f"{reader.passage.folded[hit.stop:hit.stop + 16]} "
    phrase = next((phrase for phrase in reader.words.such if behind.startswith(phrase)), ": " if text[hit.stop:hit.stop + 1] == ":" else "")
    first = _name_at(reader, hit.stop + len(phrase), hit.entry.id) if phrase else None
    return [first, *_list(reader, first, many=True)] if first is not None else []


def _item_before(reader: Reader, start: int) -> int:
    """Where the item of a list ends that stands before an offset, -1 where none does."""
    text = reader.passage.text
    for link in reader.words.links:
        if reader.passage.folded.startswith(link, start - len(link)) and start > len(link):
            end = start - len(link)
            return end - 1 if text[end - 1:end] == "," else end
    return start - 2 if text[start - 2:start] == ", " else -1


def _name_to(reader: Reader, at: int, level: str, *, capital: bool) -> Mention | None:
    """The name that ends at an offset and fits a level."""
    passage, text, knowledge = reader.passage, reader.passage.text, reader.knowledge
    run = run_to(text, at)
    while len(run) > 1 and (run[0].text.lower() in reader.words.openers or len(run[0].text) == 1):
        run = run[1:]
    if not run:
        return None
    hit = passage.ending(at, "place")
    if hit is not None and shaped(text[hit.start:hit.stop], hit.entry.wording) and hit.start <= run[-1].start:
        fitting = _fitting(hit.entry.value.rows, level)
        if fitting and (hit.start <= run[0].start or not is_vietnamese(run, knowledge) or any(row.level == "province" for row in fitting)):
            if level == "city" and capital and not any(row.code.startswith("VN-") for row in fitting):
                return None  # "Manchester City"
            name = hit.entry.lemma if hit.entry.lemma != hit.entry.wording else text[hit.start:hit.stop]
            return Mention(passage, hit.start, hit.stop, name, fitting, level, "level_name")
    if level in KNOWN_ONLY or (level in ("town", "region", "village") and not is_vietnamese(run, knowledge)):
        return None
    if not is_vietnamese(run, knowledge) and not (capital and level in ("district", "island", "river", "lake", "mountain") and len(run) <= 2):  # noqa: PLR2004  (longer ones are names of bodies)
        return None
    if len(run) == 1 and (opens(text, run[0].start) or run[0].text.lower() in reader.words.openers):
        return None
    return Mention(passage, run[0].start, run[-1].stop, text[run[0].start:run[-1].stop], (), level, "level_unknown")
