"""Phrases of office: the marks, the office, its body, level and place."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from pipeline.extract.officials.cases import CASES, NOMINATIVE, gendered
from pipeline.extract.officials.complement import ComplementReader
from pipeline.extract.officials.grammar import BODIES, Titles, skip_spaces
from pipeline.extract.officials.marks import POST_MARKS, Marks, are_many, is_plural, mark_behind, serves
from pipeline.extract.officials.names import Name
from pipeline.extract.officials.regions import is_province, is_voivodeship
from pipeline.extract.officials.state import Complement
from pipeline.knowledge import Room
from pipeline.knowledge.offices import UNKNOWN_BODY, Post, read_post
from pipeline.records import Hit, Passage

_ALSO_OF_COMPANIES = frozenset({"president"})
"""Offices of a state with a capital, of whatever body without."""
_OF_PROVINCES = {"chair": "peoples_committee", "secretary": "party_committee"}
"""The body of an office whose holder is called after a province ("chairman of Hanoi")."""
_OF_VOIVODESHIPS = {"marshal": "voivodeship"}
"""The body of an office whose holder is called after a voivodeship or its historic region."""
_OF_VILLAGES = frozenset({"head", "unit_head"})
_HEADS = {"minister": "ministry"}
"""Offices whose name says what body they head."""
_UNITS = frozenset({"province", "district", "commune"})
_OF_WOMEN = frozenset(case for case in CASES if case.endswith("f"))
_COUNT = re.compile(r"(?<![\w.,/])[0-9]{1,2} $")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One office as a text says it; `name` is the holder who follows without a mark between, `barred` why it has none."""

    start: int
    stop: int
    post: Post
    tenure: str
    plural: bool
    barred: str
    complement: Complement
    name: Name | None
    cases: frozenset[str] = frozenset()
    """The cases that the form of its head may be in, where the language has any."""

    @property
    def end(self) -> int:
        """Where the phrase ends, the holder's name included."""
        return self.name.stop if self.name is not None else self.stop


def read_phrases(passage: Passage, titles: Titles, reader: ComplementReader) -> list[Phrase]:
    """All phrases of office of a passage, in order; one begins where the last one ended or later."""
    offices = passage.of("office")
    if not offices:
        return []
    found: list[Phrase] = []
    at = 0
    for hit in offices:
        if hit[0] < at or _is_part(passage, hit) or _is_given(passage, hit, reader):
            continue
        phrase = _read(passage, hit, titles, reader, at)
        if found and (served := _of_superior(passage, found[-1], phrase, reader)) is not None:
            found[-1] = phrase = served
        else:
            found.append(phrase)
        at = phrase.end
    return found


def _of_superior(passage: Passage, one: Phrase, other: Phrase, reader: ComplementReader) -> Phrase | None:
    """An office that is another one's ("spokesman of the mayor N."): its holder follows both, in its own case."""
    direct = skip_spaces(passage.text, one.stop) == other.start and other.start > one.stop
    oblique = bool(one.cases) and bool(other.cases) and not other.cases & NOMINATIVE
    if one.name is not None or not direct or not oblique or (other.name is not None and other.name.sure):
        return None
    name = reader.reader.at(passage, skip_spaces(passage.text, other.stop), direct=True, cases=one.cases & NOMINATIVE or one.cases)
    return replace(one, stop=other.stop, name=name) if name is not None and name.sure else None


def _is_part(passage: Passage, hit: Hit) -> bool:
    """Whether an office is but a part of another wording: of a body's name ("council of ministers"), of a word that is no office."""
    longer = passage.starting(hit[0], *BODIES, "not_office")
    if longer is not None and longer[1] > hit[1]:
        return True
    around = passage.ending(hit[1], "organisation", "body", "not_office")
    return around is not None and around[0] <= hit[0] and (around[0] < hit[0] or around[2][0] == "not_office")


def _is_given(passage: Passage, hit: Hit, reader: ComplementReader) -> bool:
    """Whether a word of office is but a given name ("Dean Boyd"), or an abbreviation lacks its dot ("Hun Sen")."""
    text, behind = passage.text, skip_spaces(passage.text, hit[1])
    if hit[2].wording.endswith("."):
        dot = hit[1] - (text[hit[1] - 1] == ".")
        if text[dot:dot + 1] != "." or not text[skip_spaces(text, dot + 1):][:1].isalpha():
            return True
    capital = text[hit[0]].isupper() and text[behind:behind + 1].isupper() and not reader.titles.vietnamese
    return capital and reader.reader.is_given(text[hit[0]:hit[1]]) and reader.reader.at(passage, behind, direct=False) is None


def _read(passage: Passage, hit: Hit, titles: Titles, reader: ComplementReader, floor: int) -> Phrase:
    start, stop, entry = hit
    post = read_post(entry[1])
    marks = Marks(start, set(post.marks))
    marks.take_before(passage, titles, floor)
    left = Complement(start)
    if reader.compounds:
        marks.start, left = reader.read_before(passage, marks.start, floor)
        marks.take_before(passage, titles, floor)
    if not marks.bar and serves(passage, titles, marks.start):
        marks.bar = "relative"
    first = passage.text[marks.start:hit[1]].split(" ")[0]
    plural = marks.plural or is_plural(titles, hit) or are_many(titles, first)
    plural = plural or _COUNT.search(passage.text, max(0, marks.start - 4), marks.start) is not None
    while (mark := mark_behind(passage, titles, stop)) is not None:
        marks.posts.update(POST_MARKS & {mark.id})
        stop = mark.stop
    cases = _cases(titles, passage.text[marks.start:hit[1]].split(" "), entry.lemma)
    if cases and marks.tenure == "acting":
        cases |= NOMINATIVE
    head = post.body or _HEADS.get(post.office, "")
    complement = reader.read(passage, hit[0] if stop == hit[1] else stop, stop, cases, head)
    joined = _joined(left, complement)
    if complement.name is not None and not joined.body and reader.compounds:
        joined = _joined(reader.read_behind(passage, complement.name.stop, titles), complement)
    if post.office in _ALSO_OF_COMPANIES and not joined.body and passage.text[start].islower():
        joined.opaque = True
    return Phrase(
        marks.start, complement.stop, _post(post, joined, frozenset(marks.posts)), marks.tenure, plural,
        "name_of_a_place" if complement.hero else marks.bar, complement, complement.name, cases,
    )


def _joined(left: Complement, right: Complement) -> Complement:
    """The body behind an office, and what the one before it adds; a country alone says less than another body."""
    if left.body and right.body in ("", "country"):
        right.body, right.owner = left.body, left.owner
    right.level = right.level or left.level
    right.place, right.place_text = right.place or left.place, right.place_text or left.place_text
    return right


def _post(said: Post, complement: Complement, marks: frozenset[str]) -> Post:
    """The post of an office: the body that its own wording names wins over the one that follows."""
    body, level = complement.body, complement.level
    if said.body and not (complement.inner and said.level):
        body, level = said.body, (said.level if said.level not in ("", "city") else complement.level or said.level)
    elif body in ("", "municipality") and said.office in _OF_PROVINCES and complement.place is not None and is_province(complement.place):
        body, level = _OF_PROVINCES[said.office], level or "province"
    elif body in ("", "municipality") and said.office in _OF_VOIVODESHIPS and complement.place is not None and is_voivodeship(complement.place):
        body, level = _OF_VOIVODESHIPS[said.office], "province"
    elif not body and not complement.opaque and said.office in _OF_PROVINCES and level in _UNITS:
        body = _OF_PROVINCES[said.office]
    elif body == "" and level == "base" and said.office in _OF_VILLAGES:
        return Post(said.office, "village", level, marks)
    return Post(said.office, UNKNOWN_BODY if complement.opaque and not body else body, level, marks)


@lru_cache(maxsize=8)
def _basic_forms(room: Room) -> frozenset[str]:
    """The first words of offices as the room lists them, which are nominatives."""
    return frozenset(entry.lemma.split(" ")[0].lower() for entry in room.entries if entry.kind == "office")


def _cases(titles: Titles, words: list[str], lemma: str) -> frozenset[str]:
    """The cases (with gender) that the words up to the first noun, of an office in its base form, share; none where the room has no dictionary."""
    base = lemma.lower().split()
    found = frozenset[str]()
    for word in words:
        readings = [reading for reading in titles.room.readings(word.lower()) if reading.cases and reading.pos in ("subst", "adj", "depr")]
        nouns = [reading for reading in readings if reading.pos == "subst"]
        nouns = [reading for reading in nouns if reading.lemma.lower() in base] or nouns
        nouns = [reading for reading in nouns if "sg" in reading.numbers] or nouns
        cases = gendered(nouns or readings)
        if nouns and word.lower() in _basic_forms(titles.room) and not cases & NOMINATIVE:
            cases |= {"nom:f"}  # an office's own form for women that the dictionary knows as a form of the men's only
        found = (found & cases or cases) if found else cases
        if nouns:
            break
    # an office of masculine form may be a woman's: in its basic form it is not declined then, in another one it has her case
    found |= {f"{case[:-1]}f" for case in found if case.endswith("m")}
    return found | _OF_WOMEN if "nom:m" in found else found
