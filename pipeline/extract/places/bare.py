"""Names that stand alone: what their neighbours make of them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.extract.places.fitting import name_of
from pipeline.extract.places.mention import Mention, is_low, shaped
from pipeline.extract.places.words import (
    Word,
    Words,
    begins_person,
    is_family,
    is_vietnamese,
    longest,
    opens,
    run_from,
    word_after,
    word_before,
    words_before,
    words_behind,
    words_of,
)
from pipeline.knowledge import Knowledge, PlaceName, Room
from pipeline.knowledge.fold import bare
from pipeline.records import Dossier, Hit, Passage

STAGE = "places"
_OTHER_BODIES = frozenset({"company", "bank", "hospital", "school", "institute", "newspaper", "fund", "association", "cooperative", "clinic", "club"})
_OFFICES = frozenset({"department", "ministry", "ministry_department", "division", "centre", "committee", "delegation"})
_PERSON_SYLLABLES = 3
_WITH = "inst"
"""The case of what is with somebody."""
_DIRECT = frozenset({"nom", "acc", "voc"})
_FUNCTION = frozenset({"adv", "conj", "comp", "part", "qub", "prep", "interj", "pred", "fin", "praet", "impt", "ppron12", "ppron3", "siebie"})
"""Parts of speech of words that open a sentence without being a part of the name behind them."""
_ACRONYM = 16
_NAME = 48
"""Characters that the name of a company may have before the place in it."""
_BREAK = re.compile(r"[^\w .&'-]|_|\. ")
_SYLLABLE = 7
_CREDIT = 4
_FAR = 1000
"""Characters within which names that differ by their number stand."""
_CURRENCY = "$\u20ac\u00a3"
_NUMBER = re.compile(r" ([0-9]{1,2})(?=[,.;:)\n]|$| [^\W\d])")


def read_bare(
    passage: Passage, hits: Iterable[Hit], room: Room, knowledge: Knowledge, dossier: Dossier, covered: list[tuple[int, int]],
) -> list[Mention]:
    """The given hits of the gazetteer outside the covered stretches, each believed, in doubt or refused."""
    words = words_of(room)
    text = passage.text
    found: list[Mention] = []
    stretches = iter([*covered, (len(text), len(text))])
    low, high = next(stretches)
    upto = 0
    for hit in hits:
        if hit.start < upto:
            continue
        while hit.start >= high and high < len(text):
            low, high = next(stretches)
        if hit.stop > low or _syllable(hit) or not shaped(text[hit.start:hit.stop], hit.entry.wording):
            continue
        mention = _mention_of(passage, hit)
        _take_number(mention)
        upto = mention.stop
        reason = _refusal(mention, hit, room, knowledge, words)
        if reason is None:
            mention.doubt = "" if mention.rule == "name_with_number" else _doubt(mention, hit.entry.value, room, knowledge, words)
            found.append(mention)
        elif not mention.low:
            dossier.refuse(passage, hit.start, hit.stop, STAGE, reason)
    return found


def _syllable(hit: Hit) -> bool:
    """True for a small unit of Vietnam whose name is one syllable: alone it is always something else."""
    wording = hit.entry.wording
    return " " not in wording and len(wording) < _SYLLABLE and all(is_low(row) for row in hit.entry.value.rows)


def _mention_of(passage: Passage, hit: Hit) -> Mention:
    before = words_before(passage, hit.start)
    return Mention(passage, hit.start, hit.stop, name_of(hit, passage.text), hit.entry.value.rows, None, "name", before=before)


def _take_number(mention: Mention) -> None:
    """Let a name take the number behind it where the text has the same name with another number ("Tan Lap 1, Tan Lap 2")."""
    text = mention.passage.text
    number = _NUMBER.match(text, mention.stop)
    if number is None:
        return
    sibling = re.compile(re.escape(text[mention.start:mention.stop]) + r" (?!" + number[1] + r"(?![0-9]))[0-9]{1,2}(?![0-9]|[.,%][0-9]| ?%)")
    if sibling.search(text, max(0, mention.start - _FAR), mention.stop + _FAR) is not None:
        mention.stop = number.end()
        mention.name, mention.rows, mention.rule = text[mention.start:mention.stop], (), "name_with_number"
        mention.passage.take(mention.start, mention.stop, "name")


def _refusal(mention: Mention, hit: Hit, room: Room, knowledge: Knowledge, words: Words) -> str | None:
    """Why a name is no place: its neighbours make it a part of another name, or another thing."""
    passage, text = mention.passage, mention.passage.text
    if passage.sentence_at(mention.start).block == "furniture":
        return "furniture"
    if mention.stop < len(text) and text[mention.stop] in _CURRENCY:
        return "currency"
    if room.has_dictionary and text[mention.stop:mention.stop + 1] in ("'", "\u2019"):
        return "person"  # only the foreign names of persons take their ending behind an apostrophe
    before = mention.before
    led = longest(before, words.leads)
    if longest(before, words.never_before) > led or longest(words_behind(passage, mention.stop), words.never_after):
        return "other_name"
    if longest(before, words.persons) > led or _credited(mention):
        return "person"
    if mention.wide and longest(before, words.bodies):
        return "in_a_name"
    body = passage.ending(mention.start, "body_head")
    if body is not None and body.entry.id in _OTHER_BODIES and text[body.start].isupper():
        return "in_a_name"
    if not led and _in_body(mention):
        return "in_a_name"
    left = None if led or passage.ending(mention.start, "office") is not None else _glued_left(mention, hit, room, knowledge)
    return left or _glued_right(mention, hit, room, knowledge, led=bool(led))


def _in_body(mention: Mention) -> bool:
    """True where the head of a company, a school or the like stands before a name with nothing but words between."""
    passage = mention.passage
    start = max(0, mention.start - _NAME)
    heads = [hit for hit in passage.within(start, mention.start, "body_head") if hit.entry.id in _OTHER_BODIES and " " in hit.entry.wording]
    return bool(heads) and _BREAK.search(passage.text, heads[-1].stop, mention.start) is None


def _credited(mention: Mention) -> bool:
    """True where the word of a photo credit stands before a name: "(Photo: X)"."""
    text = mention.passage.text
    near = text[max(0, mention.start - _CREDIT):mention.start]
    at = mention.start - len(near) + len(near.rstrip(" :")) if near.rstrip(" ").endswith(":") else mention.start
    return mention.passage.ending(at, "photo_credit") is not None


def _glued_left(mention: Mention, hit: Hit, room: Room, knowledge: Knowledge) -> str | None:
    """A capital right before a name takes it into a longer name, unless it opens the sentence, is a body's or a region's."""
    passage, text = mention.passage, mention.passage.text
    left = word_before(text, mention.start)
    if left is None or not left.capital:
        return None
    if passage.ending(mention.start, "body", "body_head", "level_before", "weekday", "month") is not None:
        return None
    place = passage.ending(mention.start, "place")
    if place is not None and all(row.level in ("region", "continent") for row in place.entry.value.rows):
        return None
    if opens(text, left.start) and not is_family(left.text, knowledge) and not _apposition(left, hit, room):
        return None
    if left.text.isupper() and any(body.entry.id in _OFFICES for body in passage.within(max(0, left.start - _ACRONYM), left.start, "body_head")):
        return None
    if room.has_dictionary and hit.entry.lemma != hit.entry.wording and not _apposition(left, hit, room):
        return None
    return "part_of_name"


def _apposition(left: Word, hit: Hit, room: Room) -> bool:
    """True where a noun stands before a name in the nominative: the two are one name ("Legia Warszawa")."""
    if not room.has_dictionary:
        return False
    parts = room.parts(left.text.lower()) | room.parts(left.text)
    return hit.entry.lemma == hit.entry.wording and "subst" in parts and parts.isdisjoint(_FUNCTION)


def _glued_right(mention: Mention, hit: Hit, room: Room, knowledge: Knowledge, *, led: bool) -> str | None:
    """A capital right behind a name takes the name into a longer one, unless a person, a body or an office begins there."""
    passage, text = mention.passage, mention.passage.text
    right = word_after(text, mention.stop)
    if right is None or not right.capital:
        return None
    run = run_from(text, right.start)
    if begins_person(run, knowledge) or (led and room.has_dictionary and _governed(text[mention.start:mention.stop], room)):
        return None
    office = passage.ending(mention.start, "office") is not None
    foreign = not is_vietnamese(run, knowledge)
    if (office or led) and ((foreign and (office or len(run) > 1)) or (office and len(run) >= _PERSON_SYLLABLES)):
        return None
    if mention.country and foreign and room.language.names == "vietnamese":
        return None
    kinds = ("office", "level_before", "weekday", "month", "honorific", *(("level_after",) if mention.low or _vietnamese(mention) else ()))
    if passage.starting(right.start, *kinds) is not None or (not mention.country and _body_begins(passage, run)):
        return None
    if room.has_dictionary and (hit.entry.lemma != hit.entry.wording and "adj" not in room.parts(text[mention.start:mention.stop].lower())):
        return None
    return "part_of_name"


def _governed(surface: str, room: Room) -> bool:
    """True where a form may stand behind a preposition: one that the dictionary does not know, or knows in an oblique case."""
    readings = room.readings(surface)
    return not readings or any(reading.cases - _DIRECT for reading in readings)


def _body_begins(passage: Passage, run: list[Word]) -> bool:
    """True where a row of capitals is a body of the place before it ("Hanoi Provincial Party Committee"), and no company or school."""
    hits = [hit for word in run[:_PERSON_SYLLABLES] if (hit := passage.starting(word.start, "body", "body_head")) is not None]
    return bool(hits) and hits[0].entry.id not in _OTHER_BODIES


def _vietnamese(mention: Mention) -> bool:
    return any(row.code.startswith("VN-") for row in mention.rows)


def _doubt(mention: Mention, name: PlaceName, room: Room, knowledge: Knowledge, words: Words) -> str:
    """What a name that may be a place still needs: "" where it is believed, `inside`, `context` or `level`."""
    passage, text = mention.passage, mention.passage.text
    surface = text[mention.start:mention.stop]
    syllables = surface.split(" ")
    if len(syllables) >= _PERSON_SYLLABLES and is_family(syllables[0], knowledge) and any(bare(row.name) == bare(surface) for row in mention.rows):
        return "" if longest(mention.before, words.strong) else "level"
    alone = _alone_in_line(text, mention)
    personal = name.needs == "context" and bool(words.strong)
    origin = personal and longest(mention.before, words.origins) and not any(_WITH in reading.cases for reading in room.readings(surface))
    small = mention.low and not name.worded
    if origin or longest(mention.before, words.strong if personal else words.leads):
        return "low" if small else ""
    if personal:
        return "person"
    if small:
        return "low"
    if name.needs == "inside" and opens(text, mention.start) and text[mention.stop:mention.stop + 1] != ".":
        return "inside"
    if name.needs == "context":
        return "context"
    if room.has_dictionary and opens(text, mention.start) and " " not in surface and _is_word(surface, text, mention, room):
        return "inside"
    if surface.isupper() and len(surface) > _PERSON_SYLLABLES and _shouting(text, mention) and passage.ending(mention.start, "body") is None:
        return "context"
    return "context" if alone and all(row.code.startswith("VN-") for row in mention.rows) else ""


def _is_word(surface: str, text: str, mention: Mention, room: Room) -> bool:
    """True where a form that opens a sentence may be an adjective of the noun behind it."""
    after = word_after(text, mention.stop)
    return "adj" in room.parts(surface.lower()) and after is not None and "subst" in room.parts(after.text)


def _alone_in_line(text: str, mention: Mention) -> bool:
    """True where a name is a line of its own, as an author's is."""
    start, stop = mention.start, mention.stop
    return stop - start < len(text) and (start == 0 or text[start - 1] == "\n") and (stop == len(text) or text[stop] == "\n")


def _shouting(text: str, mention: Mention) -> bool:
    """True where the words beside a name are in capitals too, so that its own say nothing."""
    before, after = word_before(text, mention.start), word_after(text, mention.stop)
    return any(word is not None and len(word.text) > 1 and word.text.isupper() for word in (before, after))
