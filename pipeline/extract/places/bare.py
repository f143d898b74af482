"""Names that stand alone: each is believed, in doubt, or refused for its neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.extract.places.fitting import name_of
from pipeline.extract.places.mention import Mention, is_low, shaped
from pipeline.extract.places.neighbours import refusal
from pipeline.extract.places.words import PERSON_SYLLABLES, Words, is_family, longest, opens, word_after, word_before, words_before, words_of
from pipeline.knowledge import Knowledge, PlaceName, Room
from pipeline.knowledge.fold import bare
from pipeline.records import Dossier, Hit, Passage

STAGE = "places"
_WITH = "inst"
"""The case of what is with somebody."""
_SYLLABLE = 7
"""Characters of the longest Vietnamese syllable."""
_FAR = 1000
"""Characters within which names that differ by their number stand."""
_NUMBER = re.compile(r" ([0-9]{1,2})(?=[;)\n]|[,.:](?![0-9])|$| [^\W\d])")


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
        reason = refusal(mention, hit, room, knowledge, words)
        if reason is None:
            mention.doubt = "" if mention.rule == "name_with_number" else _doubt(mention, hit.entry.value, room, knowledge, words)
            found.append(mention)
        elif not mention.low:
            dossier.refuse(passage, hit.start, hit.stop, STAGE, reason)
    return found


def _syllable(hit: Hit) -> bool:
    """True for a small unit of Vietnam whose name is one syllable: alone it is always something else."""
    wording = hit.entry.wording
    name = hit.entry.value
    return not name.worded and " " not in wording and len(wording) < _SYLLABLE and all(is_low(row) for row in name.rows)


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


def _doubt(mention: Mention, name: PlaceName, room: Room, knowledge: Knowledge, words: Words) -> str:
    """What a name that may be a place still needs: "" where it is believed, `inside`, `context` or `level`."""
    passage, text = mention.passage, mention.passage.text
    surface = text[mention.start:mention.stop]
    syllables = surface.split(" ")
    if len(syllables) >= PERSON_SYLLABLES and is_family(syllables[0], knowledge) and any(bare(row.name) == bare(surface) for row in mention.rows):
        return "" if longest(mention.before, words.strong) else "level"
    alone = _alone_in_line(text, mention)
    personal = name.needs == "context" and bool(words.strong)
    origin = personal and longest(mention.before, words.origins) and not any(_WITH in reading.cases for reading in room.readings(surface))
    small = mention.low and not name.worded and not _stands_at(mention, knowledge, words)
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
    if surface.isupper() and len(surface) > PERSON_SYLLABLES and _shouting(text, mention) and passage.ending(mention.start, "body") is None:
        return "context"
    return "context" if alone and all(row.code.startswith("VN-") for row in mention.rows) else ""


def _stands_at(mention: Mention, knowledge: Knowledge, words: Words) -> bool:
    """True for two syllables that begin no person's name and no longer name, behind a preposition that only places stand behind."""
    passage, surface = mention.passage, mention.passage.text[mention.start:mention.stop]
    if not longest(mention.before, words.at) or " " not in surface or is_family(surface.split(" ")[0], knowledge):
        return False
    longer = passage.starting(mention.start, "organisation", "body")
    return longer is None or longer.stop <= mention.stop


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
