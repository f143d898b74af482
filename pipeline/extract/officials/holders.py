"""Who holds an office: the name that stands before, behind or between the phrases of a list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from pipeline.extract.officials.beside import NamesBeside
from pipeline.extract.officials.cases import NOMINATIVE
from pipeline.extract.officials.grammar import skip_spaces, skip_spaces_back
from pipeline.extract.officials.names import Name
from pipeline.extract.officials.phrases import Phrase
from pipeline.extract.officials.regions import is_country
from pipeline.extract.officials.state import OWN_NAMES
from pipeline.records import Passage

_DASHES = "-\u2013\u2014"
_BEFORE = f",({_DASHES}:"
_BEHIND = f",:{_DASHES}"
_ENDS = frozenset({",", "", ".", ";", ")", "\n"})
"""What may stand behind the name in "the minister, John Smith, ..."."""
_BEHIND_OFFICE = ("role_name", "list")
"""Rules by which a holder stands behind an office with nothing between."""
_LONGEST_ASIDE = 40
_LONGEST_CLAUSE = 70
_LONGEST_WORD = 24
_BREAKS = re.compile(r"[.;:!?,\n]")
_MOST_NAMES = 12
_AGE = re.compile(r" ?[,(] ?(?:[^\W\d_]+ ){0,2}[0-9]{2}(?:[0-9]{2})?(?: [^\W\d_]+)?\Z")
"""An age or a year of birth between a name and what its bearer is: "(52 years", ", born in 1972"."""


@dataclass(frozen=True, slots=True)
class Holding:
    """A person in an office; `rule` says how the two stand to each other."""

    name: Name
    phrase: Phrase
    rule: str


class HolderFinder(NamesBeside):
    """Attaches phrases of office to names in passages of one language."""

    def find(self, passage: Passage, phrases: list[Phrase]) -> tuple[list[Holding], list[Phrase]]:
        """The holdings in order, and the phrases that no name stands beside."""
        holdings: list[Holding] = []
        alone: list[Phrase] = []
        groups = self._groups(passage, phrases)
        turns = self._turns(passage, groups)
        for i, group in enumerate(groups):
            held = [Holding(turns[i], phrase, "role_mark_name") for phrase in group] if i in turns else self._hold(passage, group, holdings)
            held = held or self._became(passage, group, holdings)
            holdings += held
            alone += [phrase for phrase in group if all(one.phrase is not phrase for one in held)]
        return holdings, alone

    def _became(self, passage: Passage, group: list[Phrase], before: list[Holding]) -> list[Holding]:
        """The holder named before in the sentence, where a verb of appointment stands before an office ("N., deputy, was elected chairman")."""
        link = self.titles.links.before(passage, skip_spaces_back(passage.text, group[0].start))
        if link is None or link.id != "become" or not before:
            return []
        last = before[-1]
        same = passage.sentence_at(group[0].start).start <= last.name.start
        return [Holding(last.name, phrase, "name_role") for phrase in group if not phrase.plural] if same else []

    def _turns(self, passage: Passage, groups: list[list[Phrase]]) -> dict[int, Name]:
        """The holders of offices and names that take turns behind commas: "the minister, John Smith, the mayor, Mary Jones"."""
        found: dict[int, Name] = {}
        for i, (group, following) in enumerate(pairwise(groups)):
            if group[-1].name is not None or following[-1].name is not None or (i not in found and self._before(passage, group[0]) is not None):
                continue
            first, second = self._behind(passage, group[-1], turns=True), self._behind(passage, following[-1], turns=True)
            if first is not None and second is not None and first.stop < following[0].start and self._before(passage, following[0]) == first:
                found[i], found[i + 1] = first, second
        return found

    def _groups(self, passage: Passage, phrases: list[Phrase]) -> list[list[Phrase]]:
        groups: list[list[Phrase]] = []
        for phrase in phrases:
            last = groups[-1][-1] if groups else None
            if last is not None and last.name is None and self._is_list(passage, last, phrase):
                groups[-1].append(phrase)
            else:
                groups.append([phrase])
        return groups

    def _is_list(self, passage: Passage, last: Phrase, phrase: Phrase) -> bool:
        """Whether two phrases are parted by a comma, a dash or a word of listing only, and may be in one case."""
        if last.cases and phrase.cases and not last.cases & phrase.cases:
            return False
        start = phrase.start
        at = skip_spaces(passage.text, last.stop)
        if at == start and phrase.cases and not phrase.cases & NOMINATIVE:
            return False  # "the spokesman of the mayor" is no mayor
        if at < start and passage.text[at] in f",{_DASHES}":
            at = skip_spaces(passage.text, at + 1)
        link = self.titles.links.at(passage, at) if at < start else None
        if link is not None and link.id in ("list", "also"):
            at = skip_spaces(passage.text, link.stop)
        if at != start or link is None or link.id != "list" or last.post.office != phrase.post.office or phrase.post.office == "member":
            return at == start
        # "the minister of trade and minister X" are two; "member of this, member of that" and "president of this and chairman of that" are one
        return _word_at(passage.text, last.start) != _word_at(passage.text, start)

    def _hold(self, passage: Passage, group: list[Phrase], earlier: list[Holding]) -> list[Holding]:
        before = self._before(passage, group[0])
        last = group[-1]
        served = before is not None and bool(earlier) and earlier[-1].rule in _BEHIND_OFFICE and earlier[-1].name.start == before.start
        if served and (following := self._of_next(passage, group)) is not None:
            return [Holding(following, phrase, "list") for phrase in group[:-1]] + [Holding(following, last, "role_name")]
        owned = last.post.body in OWN_NAMES and not last.plural and not self.titles.room.has_dictionary
        if before is not None and before.sure and owned and self.is_titled_before(passage, before):
            return [Holding(before, phrase, "name_role") for phrase in group]  # a name behind is the body's own
        if last.name is not None and (last.name.sure or before is None or not before.sure):
            holdings = [Holding(before or last.name, phrase, "list") for phrase in group[:-1] if not phrase.plural]
            names = [last.name, *(self._coordinated(passage, last.name) if last.plural else [])]
            return holdings + [Holding(name, last, "role_name") for name in names if not last.plural or self.titles.vietnamese or len(names) > 1]
        if before is not None and not group[0].plural:
            return [Holding(before, phrase, "name_role") for phrase in group if not phrase.plural]
        behind = self._behind(passage, last)
        if behind is None:
            return []
        names = [behind, *(self._coordinated(passage, behind) if last.plural else [])]
        return [Holding(name, phrase, "role_mark_name") for phrase in group for name in names]

    def _of_next(self, passage: Passage, group: list[Phrase]) -> Name | None:
        """The holder behind offices that are listed after the holder of others ("minister A, member of the council and minister B")."""
        last = group[-1]
        if any(phrase.plural for phrase in group):
            return None
        if len(group) == 1:
            aside = last.name is None and passage.text.startswith("(", skip_spaces(passage.text, last.stop))
            return self._behind(passage, last, turns=True) if aside else None
        bound = not self.titles.vietnamese and "," not in passage.text[group[-2].stop:last.start]
        return last.name if bound and last.name is not None and last.name.sure else None

    def _before(self, passage: Passage, phrase: Phrase) -> Name | None:
        """The name before a phrase, a mark or a word of being between; an aside in brackets is passed over."""
        text = passage.text
        at = skip_spaces_back(text, phrase.start)
        link = self.titles.links.before(passage, at)
        linked = link is not None and link.id in ("be", "own", "become")
        if link is not None and link.id in ("be", "own", "become"):
            at = skip_spaces_back(text, link.start)
            at = skip_spaces_back(text, at - 1) if at and text[at - 1] in _BEFORE else at
        elif at and text[at - 1] in _BEFORE:
            at = skip_spaces_back(text, at - 1)
            if at and text[at - 1] in _BEFORE:
                at = skip_spaces_back(text, at - 1)
            if (age := _AGE.search(text, max(0, at - _LONGEST_ASIDE), at)) is not None:
                at = age.start()
        elif text[at - 1:at] == ";" and (age := _AGE.search(text, max(0, at - _LONGEST_ASIDE), at - 1)) is not None:
            at = age.start()
        elif phrase.tenure == "former" and self.titles.vietnamese and phrase.name is None:
            name = self.person_before(passage, at, phrase.cases)
            return name if name is not None and name.sure and self.is_titled_before(passage, name) else None
        elif phrase.name is not None or not text[phrase.start:phrase.start + 1].isupper():
            return None
        else:
            name = self.person_before(passage, at, phrase.cases)
            return name if name is not None and name.sure and self.is_titled_before(passage, name) else None
        if at and text[at - 1] == ")":
            opened = text.rfind("(", max(0, at - _LONGEST_ASIDE), at)
            if opened < 0:
                return None
            at = skip_spaces_back(text, opened)
        name = self.person_before(passage, at, phrase.cases)
        if name is None and not linked:
            name = self.surname_before(passage, at, phrase.cases)
        return name if name is not None or phrase.tenure != "former" else self._before_clause(passage, at)

    def _before_clause(self, passage: Passage, at: int) -> Name | None:
        """The name before another apposition that holds no verb of saying: "N., an officer of the commune, former chairman"."""
        comma = passage.text.rfind(",", max(0, at - _LONGEST_CLAUSE), at)
        if comma < 0 or _BREAKS.search(passage.text, comma + 1, at) or next(passage.within(comma, at, "speech_verb"), None) is not None:
            return None
        name = self.person_before(passage, skip_spaces_back(passage.text, comma), frozenset())
        return name if name is not None and name.sure and self.is_titled_before(passage, name) else None

    def _behind(self, passage: Passage, phrase: Phrase, *, turns: bool = False) -> Name | None:
        """The name behind a phrase and a mark, where it opens no phrase of its own (or offices and names take turns)."""
        text = passage.text
        at = skip_spaces(text, phrase.stop)
        aside = ""
        if text[at:at + 1] == "(" and self.titles.vietnamese:
            bracketed, honoured = self.titled_at(passage, at + 1, frozenset())
            if honoured and bracketed is not None:  # "the chairman (Mr N., ...)"
                return bracketed
        if text[at:at + 1] == "(" and (closed := text.find(")", at, at + _LONGEST_ASIDE)) > 0:
            aside, at = "(", skip_spaces(text, closed + 1)
        mark = text[at:at + 1]
        if mark and mark in _BEHIND:
            at = skip_spaces(text, at + 1)
            if (link := self.titles.links.at(passage, at)) is not None and link.id == "names":
                mark, at = "names", skip_spaces(text, link.stop)
        elif (link := self.titles.links.at(passage, at)) is not None and link.id in ("names", "become") and phrase.plural:
            mark, at = "names", skip_spaces(text, link.stop)
            at = skip_spaces(text, at + 1) if text[at:at + 1] == ":" else at
        elif (link := self.titles.links.at(passage, at)) is not None and link.id == "be":
            mark, at = "be", skip_spaces(text, link.stop)
        else:
            mark = aside
        name, titled = self.titled_at(passage, at, phrase.cases if mark not in ("be", "names") else frozenset())
        if name is None and mark == ",":
            name = self._between_commas(passage, at, phrase)
            if name is not None:
                return name
        if name is None or not (titled or name.sure) or not (mark or titled):
            return None
        after = skip_spaces(text, name.stop)
        if mark == "," and not titled and text[after:after + 1] not in _ENDS:
            return None
        opens = text[after:after + 1] in (",", "(", *_DASHES) and passage.starting(skip_spaces(text, after + 1), "office") is not None
        if opens and not turns and (not titled or self._is_owned(passage, phrase)):
            return None
        return name

    def _between_commas(self, passage: Passage, at: int, phrase: Phrase) -> Name | None:
        """A foreigner's full name that a comma closes, behind an office of a country ("the ambassador of Japan in Hanoi, Ito Naoki, said")."""
        if phrase.complement.place is None or not is_country(phrase.complement.place):
            return None
        name = self.reader.at(passage, at, direct=True, cases=phrase.cases)
        if name is None or not name.full or passage.text[name.stop:name.stop + 1] != ",":
            return None
        return name if passage.starting(skip_spaces(passage.text, name.stop + 1), "office") is None else None

    def _is_owned(self, passage: Passage, phrase: Phrase) -> bool:
        """Whether something is said to be of the holder: "under the decision of the chairman, Mr N., head of the office, was ..."."""
        link = self.titles.links.before(passage, skip_spaces_back(passage.text, phrase.start))
        return link is not None and link.id == "of"

    def _coordinated(self, passage: Passage, name: Name) -> list[Name]:
        """The further names of a list behind an office in the plural."""
        found: list[Name] = []
        text = passage.text
        while len(found) < _MOST_NAMES:
            at = skip_spaces(text, name.stop)
            if text[at:at + 1] in (",", ";"):
                at = skip_spaces(text, at + 1)
            link = self.titles.links.at(passage, at)
            if link is not None and link.id == "list":
                at = skip_spaces(text, link.stop)
            following, _ = self.titled_at(passage, at, frozenset())
            if at == name.stop or following is None or not following.sure:
                # "A; B, head of this; C": what a bearer is besides stands before the next semicolon
                at = text.find(";", name.stop, passage.sentence_at(name.start).stop)
                following = self.titled_at(passage, skip_spaces(text, at + 1), frozenset())[0] if at > 0 else None
            if following is None or not following.sure:
                break
            found.append(following)
            name = following
        return found


def _word_at(text: str, at: int) -> str:
    return text[at:at + _LONGEST_WORD].partition(" ")[0].lower()
