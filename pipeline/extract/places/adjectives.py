"""Units that are named by an adjective behind their level word ("powiaty kutnowski i lowicki")."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.extract.places.fitting import Reader
from pipeline.extract.places.lists import next_item
from pipeline.extract.places.mention import LEVELS_OF, Mention
from pipeline.knowledge import Room
from pipeline.records import Hit

LEVELS = frozenset({"province", "district"})
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def read_adjectives(reader: Reader, hit: Hit) -> list[Mention]:
    """The adjectives of places behind a level word, in the gender of the word; none in rooms without a dictionary."""
    found: list[Mention] = []
    if not reader.words.endings or hit.entry.id not in LEVELS:
        return found
    text = reader.passage.text
    at = hit.stop + 1
    while 0 < at < len(text) and text[at - 1] in " ,":
        word = _WORD.match(text, at)
        mention = _adjective(reader, hit, word) if word is not None else None
        if mention is None:
            break
        found.append(mention)
        at, _ = next_item(reader, mention.stop)
    return found


def _adjective(reader: Reader, hit: Hit, word: re.Match[str]) -> Mention | None:
    prefix, mark, stem = word.group().rpartition("-")
    lemma = next((reading.lemma for reading in reader.room.readings(stem.lower()) if reading.pos == "adj"), "")
    if not lemma.endswith(reader.words.endings) or lemma in reader.words.not_adjectives:
        return None
    name = prefix.lower() + mark + _agreeing(lemma, hit.entry.lemma, reader.room)
    stop = word.end()
    if (double := _double(reader, hit, name, stop)) is not None:
        name, stop = double
    rows = tuple(row for row in reader.knowledge.gazetteer.named(name) if row.level in LEVELS_OF[hit.entry.id])
    if hit.entry.id == "province" and not rows:
        return None
    return Mention(reader.passage, word.start(), stop, name, rows, hit.entry.id, "level_adjective")


def _double(reader: Reader, hit: Hit, name: str, at: int) -> tuple[str, int] | None:
    """A name of two adjectives that the gazetteer knows ("warszawski zachodni"), and where it ends."""
    word = _WORD.match(reader.passage.text, at + 1) if reader.passage.text[at:at + 1] == " " else None
    if word is None:
        return None
    whole = f"{name} {_agreeing(reader.room.lemma(word.group().lower()), hit.entry.lemma, reader.room)}"
    return (whole, word.end()) if reader.knowledge.gazetteer.named(whole) else None


@lru_cache(maxsize=4096)
def _agreeing(adjective: str, noun: str, room: Room) -> str:
    """The nominative of an adjective in the gender of a noun."""
    genders = next((reading.genders for reading in room.readings(noun) if reading.pos == "subst"), frozenset[str]())
    for form in room.inflector.forms(adjective):
        if any(r.pos == "adj" and "sg" in r.numbers and "nom" in r.cases and r.genders & genders for r in room.readings(form)):
            return form
    return adjective
