"""An article with everything that has been found in it so far: what the stages hand on."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple

from pipeline.records.annotation import Annotation
from pipeline.records.article import Article, Block
from pipeline.records.facts import Citation, Claim, DateMention, Official, Organisation, Place, Refusal
from pipeline.records.hit import Hit, Match, Wording
from pipeline.records.span import Evidence, Span

_start_of, _stop_of = itemgetter(0), itemgetter(1)
_new = tuple.__new__
_WORD = re.compile(r"\w+")
_NO_MATCH: Match = (-1, -1, Wording((), ()))
"""What stands behind the last match, so that the searches need not ask whether they are there."""
_FEW = 12
"""Matches a kind that are sooner looked through than looked up."""


class Sentence(NamedTuple):
    """A sentence of a passage, inside one block."""

    start: int
    stop: int
    block: str


class Passage:
    """One field of an article (its text or its title) with the hits of the one pass over it.

    `text` is the article's with the digits of all scripts as ASCII ones, `folded` the same in lower case, with one tone placement and every
    non-word character a space; both have the length of `source`, the field itself, which quotes are cut from. Hits come sorted by start,
    the longest first. Offsets everywhere are code points.
    """

    __slots__ = (
        "_begins", "_by_start", "_by_stop", "_had", "_kinds", "_openings", "_sentences", "_starts", "_stops", "_taken", "_unlisted", "_upto",
        "_whole", "_words",
        "annotations", "blocks", "field", "figures", "folded", "joins", "source", "taken", "text",
    )

    def __init__(self, field: str, source: str, text: str, folded: str, blocks: tuple[Block, ...]) -> None:
        self.field = field
        self.source = source
        self.text = text
        self.folded = folded
        self.blocks = blocks
        self.joins: list[int] = []
        """Where a space between two words was lost."""
        self.figures: list[Span] = []
        """Every run of digits with its separators, as the figure pattern saw it."""
        self.taken: list[tuple[int, int, str]] = []
        """Stretches whose digits are spoken for (dates, symbols, names), with the word of what took them."""
        self.annotations: dict[int, Annotation] = {}
        """What a model says of a sentence, by the sentence's start; only of sentences that were worth one."""
        self._by_start: list[Match] = [_NO_MATCH]
        self._by_stop: list[Match] = [_NO_MATCH]
        self._begins: list[int] = []
        self._starts: dict[int, int] = {}
        self._stops: dict[int, int] = {}
        self._kinds: dict[str, list[int]] = {}
        self._unlisted: frozenset[str] = frozenset()
        self._whole: dict[int, str] = {}
        self._sentences: list[Sentence] = []
        self._openings: list[int] = []
        self._words: frozenset[str] = frozenset()
        self._had: dict[str, bool] = {}
        self._taken: list[tuple[int, int, str]] = []
        self._upto: list[int] = []

    @property
    def sentences(self) -> list[Sentence]:
        """The sentences, in order."""
        return self._sentences

    @sentences.setter
    def sentences(self, sentences: list[Sentence]) -> None:
        self._sentences = sentences
        self._openings = list(map(_start_of, sentences))

    def lay(self, found: list[Match], unlisted: frozenset[str] = frozenset()) -> None:
        """Take what the pass found, sorted by stop, the longest first, and index it; hits of `unlisted` kinds are asked for by place alone."""
        by_start = found[::-1]
        by_start.sort(key=_start_of)
        self._begins = list(map(_start_of, by_start))
        down = range(len(found) - 1, -1, -1)  # backwards, so that the first match of a place is the one that stays
        self._starts = dict(zip(reversed(self._begins), down, strict=True))
        self._stops = dict(zip(map(_stop_of, reversed(found)), down, strict=True))
        kinds: defaultdict[str, list[int]] = defaultdict(list)
        for i, wording in [(i, match[2]) for i, match in enumerate(by_start) if match[2][1]]:
            for kind in wording[1]:
                kinds[kind].append(i)
        self._kinds = dict(kinds)
        self._unlisted = unlisted
        self._by_start = [*by_start, _NO_MATCH]
        self._by_stop = [*found, _NO_MATCH]

    @property
    def hits(self) -> list[Hit]:
        """Everything that the pass found."""
        return [Hit(start, stop, entry) for start, stop, wording in self._by_start for entry in wording.entries]

    def of(self, *kinds: str) -> list[Hit]:
        """The hits of `kinds`, in order."""
        matches, places = self._by_start, self._kinds
        if not self._unlisted.isdisjoint(kinds):
            found: Iterable[int] = range(len(self._begins))
        elif len(kinds) == 1:
            found = places.get(kinds[0], ())
        else:
            every: set[int] = set()
            every.update(*(places[kind] for kind in kinds if kind in places))
            found = sorted(every)
        inside = map(matches.__getitem__, found)
        return [_new(Hit, (start, stop, entry)) for start, stop, wording in inside for entry in wording[0] if entry[0] in kinds]

    def holds(self, kind: str) -> bool:
        """Whether a hit of a kind may stand anywhere: most rules need not look where none does."""
        return kind in self._kinds or kind in self._unlisted

    def starting(self, at: int, *kinds: str) -> Hit | None:
        """The longest hit of one of `kinds` that starts at `at`, plain spaces skipped."""
        text = self.text
        if text[at:at + 1] == " ":
            size = len(text)
            while at < size and text[at] == " ":
                at += 1
        i = self._starts.get(at)
        if i is None:
            return None
        matches = self._by_start
        start, stop, wording = matches[i]
        while start == at:
            for entry in wording[0]:
                if entry[0] in kinds:
                    return _new(Hit, (at, stop, entry))
            i += 1
            start, stop, wording = matches[i]
        return None

    def ending(self, at: int, *kinds: str) -> Hit | None:
        """The longest hit of one of `kinds` that ends at `at`, plain spaces skipped backwards."""
        text = self.text
        while at > 0 and text[at - 1] == " ":
            at -= 1
        i = self._stops.get(at)
        if i is None:
            return None
        matches = self._by_stop
        start, stop, wording = matches[i]
        while stop == at:
            for entry in wording[0]:
                if entry[0] in kinds:
                    return _new(Hit, (start, at, entry))
            i += 1
            start, stop, wording = matches[i]
        return None

    def within(self, start: int, stop: int, *kinds: str) -> Iterator[Hit]:
        """The hits of `kinds` that lie inside [start, stop), in order."""
        matches, begins = self._by_start, self._begins
        first = bisect_left(begins, start)
        last = bisect_left(begins, stop, first)
        if last - first <= _FEW * len(kinds) or not self._unlisted.isdisjoint(kinds):
            inside = matches[first:last]
        else:
            found: set[int] = set()
            for kind in kinds:
                places = self._kinds.get(kind, [])
                low = bisect_left(places, first)
                found.update(places[low:bisect_left(places, last, low)])
            inside = [matches[i] for i in sorted(found)]
        return iter([_new(Hit, (begin, end, entry)) for begin, end, wording in inside if end <= stop for entry in wording[0] if entry[0] in kinds])

    def has_word(self, word: str) -> bool:
        """Whether a word stands anywhere, whole and in this case."""
        if not self._words:
            self._words = frozenset(_WORD.findall(self.text))
        return word in self._words if _WORD.fullmatch(word) else re.search(rf"\b{re.escape(word)}\b", self.text) is not None

    def has(self, part: str) -> bool:
        """Whether the text has something in it; the answer is kept, because few things are asked for and often."""
        found = self._had.get(part)
        if found is None:
            found = self._had[part] = part in self.text
        return found

    def word_stop(self, start: int, stop: int) -> int:
        """Where a word that looks as if it went on to `stop` ends: at the first lost space inside it."""
        i = bisect_right(self.joins, start)
        return min(stop, self.joins[i]) if i < len(self.joins) else stop

    def sentence_at(self, at: int) -> Sentence:
        """The sentence that holds the offset (the nearest one before it when it stands between two)."""
        i = bisect_right(self._openings, at)
        return self._sentences[i - 1 if i else 0]

    def take(self, start: int, stop: int, what: str) -> None:
        """Say that the digits of a stretch are spoken for."""
        self.taken.append((start, stop, what))

    def taken_within(self, start: int, stop: int) -> list[tuple[int, int, str]]:
        """The stretches that are spoken for and meet [start, stop), by their beginning."""
        if len(self._taken) != len(self.taken):
            self._taken = sorted(self.taken)
            self._upto = list(accumulate((stretch[1] for stretch in self._taken), max))
        last = bisect_left(self._taken, stop, key=_start_of)
        first = last
        while first and self._upto[first - 1] > start:
            first -= 1
        return [stretch for stretch in self._taken[first:last] if stretch[1] > start]

    def evidence(self, start: int, stop: int, rule: str) -> Evidence:
        """The one door to evidence: the quote is cut here and nowhere else."""
        sentence = self.sentence_at(start)
        # many facts may lie in one long sentence: its text is cut once
        whole = self._whole.get(sentence.start)
        if whole is None:
            whole = self._whole[sentence.start] = self.source[sentence.start:sentence.stop]
        return Evidence(self.field, sentence.block, start, stop, self.source[start:stop], whole, rule)


@dataclass(slots=True)
class Dossier:
    """What is known of one article; each stage adds to it and passes it on."""

    article: Article
    language: str = "und"
    language_score: float = 0.0
    language_by: str = "none"
    anchor: str | None = None
    anchor_from: str | None = None
    passages: list[Passage] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    officials: list[Official] = field(default_factory=list)
    dates: list[DateMention] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    organisations: list[Organisation] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)

    def refuse(self, passage: Passage, start: int, stop: int, stage: str, reason: str, detail: str = "") -> None:
        """Record a candidate that was not taken."""
        self.refusals.append(Refusal("candidate", stage, reason, detail, start, stop, passage.source[start:stop], article_id=self.article.article_id))

    def extend_refusals(self, refusals: Iterable[Refusal]) -> None:
        """Record refusals made elsewhere."""
        self.refusals.extend(refusals)
