"""Lists of names that share one word of level."""

from __future__ import annotations

import re

from pipeline.extract.places.fitting import Reader, name_at
from pipeline.extract.places.mention import LOW, Mention, is_low
from pipeline.extract.places.words import begins_person, run_from, word_after
from pipeline.records import Hit

_SEPARATOR = re.compile(r" ?[,;] | ?\(| \u2013 | - ")
_QUOTES = '"\u201c\u201d\u201e'
_WIDTH = 16


def list_behind(reader: Reader, first: Mention, *, many: bool) -> list[Mention]:
    """The names that go on behind the first, parted by commas and a link; unknown ones only where several are announced."""
    found: list[Mention] = []
    last = first
    while True:
        at, linked = next_item(reader, last.stop)
        item = name_at(reader, at, first.level or "") if at >= 0 else None
        if item is None or not _goes_on(reader, item, last, at, linked=linked, many=many):
            return found
        found.append(item)
        last = item
        if linked:
            return found


def _goes_on(reader: Reader, item: Mention, last: Mention, at: int, *, linked: bool, many: bool) -> bool:
    """False where an item is no more of the list: a person, a title, a larger unit, or the one that holds the unit before it."""
    text = reader.passage.text
    if not item.rows:
        if not many or begins_person(run_from(text, at), reader.knowledge):
            return False
        after = word_after(text, item.stop)
        if not linked and " " not in item.name and after is not None and not after.capital:
            return False
    hit = reader.passage.starting(at, "place")
    if hit is None or many:
        return True
    larger = item.level in LOW and not all(is_low(row) for row in hit.entry.value.rows)
    return not larger and not _holds(hit, last)


def _holds(hit: Hit, last: Mention) -> bool:
    """True where a name is of the unit that holds the one before it ("xa A, B" for B's commune A)."""
    held = {row.parent for row in last.rows}
    return any(row.place_id in held for row in hit.entry.value.rows)


def next_item(reader: Reader, at: int) -> tuple[int, bool]:
    """Where the next item of a list begins behind a separator or a link, -1 where none does; and whether a link stood before it."""
    text = reader.passage.text
    if at < len(text) and text[at] in _QUOTES:
        at += 1
    separator = _SEPARATOR.match(text, at)
    comma = separator is not None and separator.group().strip() == ","
    if comma and separator is not None:
        at = separator.end() - 1
    window = f"{reader.passage.folded[at:at + _WIDTH]} "
    link = next((phrase for phrase in reader.words.links if window.startswith(phrase)), None) if text[at:at + 1] == " " else None
    if link is not None:
        return at + len(link), True
    return (at + 1, False) if comma else (-1, False)


def item_before(reader: Reader, start: int) -> int:
    """Where the item of a list ends that stands before an offset, -1 where none does."""
    text = reader.passage.text
    for link in reader.words.links:
        if start > len(link) and reader.passage.folded.startswith(link, start - len(link)):
            end = start - len(link)
            return end - 1 if text[end - 1:end] == "," else end
    return start - 2 if text[start - 2:start] == ", " else -1


def list_such(reader: Reader, hit: Hit) -> list[Mention]:
    """The list that a level word introduces: "communes such as X, Y and Z", "ba xa gom X, Y va Z"."""
    window = f"{reader.passage.folded[hit.stop:hit.stop + _WIDTH]} "
    colon = ": " if reader.passage.text[hit.stop:hit.stop + 1] == ":" else ""
    phrase = next((phrase for phrase in reader.words.such if window.startswith(phrase)), colon)
    first = name_at(reader, hit.stop + len(phrase), hit.entry.id) if phrase else None
    return [first, *list_behind(reader, first, many=True)] if first is not None else []
