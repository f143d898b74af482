"""Phrases of office: the marks, the office, its body, level and place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.extract.officials.complement import ComplementReader
from pipeline.extract.officials.declined import CASES, NOMINATIVE, gendered
from pipeline.extract.officials.grammar import BODIES, Found, Titles, skip_spaces, skip_spaces_back
from pipeline.extract.officials.names import Name
from pipeline.extract.officials.regions import is_province
from pipeline.extract.officials.state import Complement
from pipeline.knowledge import Room
from pipeline.knowledge.offices import UNKNOWN_BODY, Post, read_post
from pipeline.records import Hit, Passage

_POST_MARKS = frozenset({"deputy", "standing", "alternate"})
_TENURES = ("former", "acting")
_ALSO_OF_COMPANIES = frozenset({"president"})
"""Offices of a state with a capital, of whatever body without."""
_OF_PROVINCES = {"chair": "peoples_committee", "secretary": "party_committee"}
"""The body of an office whose holder is called after a province ("chairman of Hanoi")."""
_UNITS = frozenset({"province", "district", "commune"})
_OF_WOMEN = frozenset(case for case in CASES if case.endswith("f"))
_HYPHENS = ("-", "\u2010", "\u2011")
_LONGEST_WORD = 20
_MOST_MARKS = 4
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
        found.append(phrase)
        at = phrase.end
    return found


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


@dataclass(slots=True)
class _Marks:
    """The marks around an office, from `start` on."""

    start: int
    posts: set[str]
    tenure: str = "current"
    plural: bool = False
    bar: str = ""

    def take_before(self, passage: Passage, titles: Titles, floor: int) -> None:
        """Take the marks that end where the office, as far as it is read, begins."""
        for _ in range(_MOST_MARKS):
            at = skip_spaces_back(passage.text, self.start)
            mark = titles.marks.before(passage, at - (passage.text[at - 1:at] in _HYPHENS and at == self.start))
            if mark is None or mark.start < floor or mark.id == "stop":
                break
            link = titles.links.before(passage, mark.stop)
            if link is not None and link.start < mark.start:
                break  # "was elected to the post of"
            self.take(mark)

    def take(self, mark: Found) -> None:
        """Take one more mark, before those that were read."""
        self.start = mark.start
        if mark.id in _POST_MARKS:
            self.posts.add(mark.id)
        elif mark.id in _TENURES:
            self.tenure = mark.id
        elif mark.id == "plural":
            self.plural = True
        elif mark.id != "new":
            self.bar = mark.id


def _read(passage: Passage, hit: Hit, titles: Titles, reader: ComplementReader, floor: int) -> Phrase:
    start, stop, entry = hit
    post = read_post(entry[1])
    marks = _Marks(start, set(post.marks))
    marks.take_before(passage, titles, floor)
    left = Complement(start)
    if reader.compounds:
        marks.start, left = reader.read_before(passage, marks.start, floor)
        marks.take_before(passage, titles, floor)
    if not marks.bar and _serves(passage, titles, marks.start):
        marks.bar = "relative"
    first = passage.text[marks.start:hit[1]].split(" ")[0]
    plural = marks.plural or _is_plural(titles, hit) or _are_many(titles, first)
    plural = plural or _COUNT.search(passage.text, max(0, marks.start - 4), marks.start) is not None
    while (mark := _mark_behind(passage, titles, stop)) is not None:
        marks.posts.update(_POST_MARKS & {mark.id})
        stop = mark.stop
    cases = _cases(titles, passage.text[marks.start:hit[1]].split(" "))
    if cases and marks.tenure == "acting":
        cases |= NOMINATIVE
    complement = reader.read(passage, hit[0] if stop == hit[1] else stop, stop, cases)
    joined = _joined(left, complement)
    if complement.name is not None and not joined.body and reader.compounds:
        joined = _joined(reader.read_behind(passage, complement.name.stop, titles), complement)
    if post.office in _ALSO_OF_COMPANIES and not joined.body and passage.text[start].islower():
        joined.opaque = True
    return Phrase(
        marks.start, complement.stop, _post(post, joined, frozenset(marks.posts)), marks.tenure, plural,
        "name_of_a_place" if complement.hero else marks.bar, complement, complement.name, cases,
    )


def _serves(passage: Passage, titles: Titles, start: int) -> bool:
    """Whether "of" stands before an office and, a few words before it, a word for those about its holder ("security adviser of President")."""
    link = titles.links.before(passage, skip_spaces_back(passage.text, start))
    if link is None or link.id != "of":
        return False
    at = link.start
    for _ in range(_MOST_MARKS):
        at = skip_spaces_back(passage.text, at)
        mark = titles.marks.before(passage, at)
        if mark is not None:
            return mark.id == "relative"
        at = passage.text.rfind(" ", max(0, at - _LONGEST_WORD), at)
        if at < 0:
            break
    return False


def _joined(left: Complement, right: Complement) -> Complement:
    """The body behind an office, and what the one before it adds; a country alone says less than another body."""
    if left.body and right.body in ("", "country"):
        right.body, right.owner = left.body, left.owner
    right.level = right.level or left.level
    right.place, right.place_text = right.place or left.place, right.place_text or left.place_text
    return right


def _is_plural(titles: Titles, hit: Hit) -> bool:
    """Whether the office is written in the plural, where the language has one."""
    room = titles.room
    if room.has_dictionary:
        numbers = frozenset(number for reading in room.readings(hit[2].wording.split(" ")[0]) for number in reading.numbers)
        return numbers == {"pl"}
    return room.language.inflection == "suffixes" and hit[2].wording.lower() != hit[2].lemma.lower()


def _are_many(titles: Titles, word: str) -> bool:
    """Whether a noun is in the plural only, as the dictionary knows it."""
    return {number for reading in titles.room.readings(word.lower()) if reading.pos == "subst" for number in reading.numbers} == {"pl"}


def _post(said: Post, complement: Complement, marks: frozenset[str]) -> Post:
    """The post of an office: the body that its own wording names wins over the one that follows."""
    body, level = complement.body, complement.level
    if said.body and not (complement.inner and said.level):
        body, level = said.body, (said.level if said.level not in ("", "city") else complement.level or said.level)
    elif body in ("", "municipality") and said.office in _OF_PROVINCES and complement.place is not None and is_province(complement.place):
        body, level = _OF_PROVINCES[said.office], level or "province"
    elif not body and not complement.opaque and said.office in _OF_PROVINCES and level in _UNITS:
        body = _OF_PROVINCES[said.office]
    return Post(said.office, UNKNOWN_BODY if complement.opaque and not body else body, level, marks)


def _mark_behind(passage: Passage, titles: Titles, stop: int) -> Found | None:
    """A mark of the office behind it, where it is no mark of the body."""
    at = skip_spaces(passage.text, stop)
    mark = titles.marks.at(passage, at)
    if mark is None or mark.id not in ("standing", "alternate", "new"):
        return None
    if titles.body_marks.at(passage, at) is None:
        return mark
    own = gendered(titles.room.readings(passage.text[mark.start:mark.stop].lower())) & NOMINATIVE
    return mark if own and passage.starting(skip_spaces(passage.text, mark.stop), "body_head") is None else None


@lru_cache(maxsize=8)
def _basic_forms(room: Room) -> frozenset[str]:
    """The first words of offices as the room lists them, which are nominatives."""
    return frozenset(entry.lemma.split(" ")[0].lower() for entry in room.entries if entry.kind == "office")


def _cases(titles: Titles, words: list[str]) -> frozenset[str]:
    """The cases (with gender) that the words up to the first noun share; none where the room has no dictionary."""
    found = frozenset[str]()
    for word in words:
        readings = [reading for reading in titles.room.readings(word.lower()) if reading.cases and reading.pos in ("subst", "adj", "depr")]
        nouns = [reading for reading in readings if reading.pos == "subst"]
        cases = gendered(nouns or readings)
        if nouns and word.lower() in _basic_forms(titles.room) and not cases & NOMINATIVE:
            cases |= {"nom:f"}  # an office's own form for women that the dictionary knows as a form of the men's only
        found = (found & cases or cases) if found else cases
        if nouns:
            break
    # an office of masculine form may be a woman's: in its basic form it is not declined then, in another one it has her case
    found |= {f"{case[:-1]}f" for case in found if case.endswith("m")}
    return found | _OF_WOMEN if "nom:m" in found else found
