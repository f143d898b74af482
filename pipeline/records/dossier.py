"""An article with everything that has been found in it so far: what the stages hand on."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from pipeline.records.annotation import Annotation
from pipeline.records.article import Article, Block
from pipeline.records.facts import Citation, Claim, DateMention, Official, Organisation, Place, Refusal
from pipeline.records.hit import Hit
from pipeline.records.span import Evidence, Span

_start_of, _stop_of = itemgetter(0), itemgetter(1)


class Sentence(NamedTuple):
    """A sentence of a passage, inside one block."""

    start: int
    stop: int
    block: str


class Passage:
    """One field of an article (its text or its title) with the hits of the one pass over it.

    `text` is the article's with the digits of all scripts as ASCII ones, `folded` the same in lower case, with one tone placement and every
    non-word character a space; both have the length of `source`, the field itself, which quotes are cut from. `hits` are sorted by start,
    the longest first. Offsets everywhere are code points.
    """

    __slots__ = (
        "_begins", "_by_stop", "_kinds", "_starts", "_stops", "_whole", "annotations",
        "blocks", "field", "figures", "folded", "hits", "joins", "sentences", "source", "taken", "text",
    )

    def __init__(self, field: str, source: str, text: str, folded: str, blocks: tuple[Block, ...]) -> None:
        self.field = field
        self.source = source
        self.text = text
        self.folded = folded
        self.blocks = blocks
        self.sentences: list[Sentence] = []
        self.hits: list[Hit] = []
        self.joins: list[int] = []
        """Where a space between two words was lost."""
        self.figures: list[Span] = []
        """Every run of digits with its separators, as the figure pattern saw it."""
        self.taken: list[tuple[int, int, str]] = []
        """Stretches whose digits are spoken for (dates, symbols, names), with the word of what took them."""
        self.annotations: dict[int, Annotation] = {}
        """What a model says of a sentence, by the sentence's start; only of sentences that were worth one."""
        self._begins: list[int] = []
        self._by_stop: list[Hit] = []
        self._starts: dict[int, int] = {}
        self._stops: dict[int, int] = {}
        self._kinds: dict[str, list[int]] = {}
        self._whole: dict[int, str] = {}

    def lay(self, hits: list[Hit]) -> None:
        """Take the hits of the pass, sorted by start and then by falling length, and index them."""
        self.hits = hits
        self._begins = list(map(_start_of, hits))
        self._by_stop = sorted(hits, key=_stop_of)
        down = range(len(hits) - 1, -1, -1)  # backwards, so that the first hit of a place is the one that stays
        self._starts = dict(zip(reversed(self._begins), down, strict=True))
        self._stops = dict(zip(map(_stop_of, reversed(self._by_stop)), down, strict=True))
        kinds: defaultdict[str, list[int]] = defaultdict(list)
        for i, hit in enumerate(hits):
            kinds[hit[2][0]].append(i)
        self._kinds = kinds

    def of(self, *kinds: str) -> list[Hit]:
        """The hits of `kinds`, in order."""
        hits, places = self.hits, self._kinds
        if len(kinds) == 1:
            return [hits[i] for i in places.get(kinds[0], ())]
        return [hits[i] for i in sorted(chain.from_iterable(places.get(kind, ()) for kind in kinds))]

    def starting(self, at: int, *kinds: str) -> Hit | None:
        """The longest hit of one of `kinds` that starts at `at`, plain spaces skipped."""
        text = self.text
        size = len(text)
        while at < size and text[at] == " ":
            at += 1
        hits = self.hits
        for i in range(self._starts.get(at, len(hits)), len(hits)):
            hit = hits[i]
            if hit[0] != at:
                break
            if hit[2][0] in kinds:
                return hit
        return None

    def ending(self, at: int, *kinds: str) -> Hit | None:
        """The longest hit of one of `kinds` that ends at `at`, plain spaces skipped backwards."""
        text = self.text
        while at > 0 and text[at - 1] == " ":
            at -= 1
        hits = self._by_stop
        for i in range(self._stops.get(at, len(hits)), len(hits)):
            hit = hits[i]
            if hit[1] != at:
                break
            if hit[2][0] in kinds:
                return hit
        return None

    def within(self, start: int, stop: int, *kinds: str) -> Iterator[Hit]:
        """The hits of `kinds` that lie inside [start, stop), in order."""
        hits, found = self.hits, []
        first = bisect_left(self._begins, start)
        last = bisect_left(self._begins, stop, first)
        for kind in kinds:
            places = self._kinds.get(kind, ())
            for k in range(bisect_left(places, first), len(places)):
                i = places[k]
                if i >= last:
                    break
                if hits[i][1] <= stop:
                    found.append(i)
        if len(kinds) > 1:
            found.sort()
        return iter([hits[i] for i in found])

    def word_stop(self, start: int, stop: int) -> int:
        """Where a word that looks as if it went on to `stop` ends: at the first lost space inside it."""
        return next((join for join in self.joins if start < join < stop), stop)

    def sentence_at(self, at: int) -> Sentence:
        """The sentence that holds the offset (the nearest one before it when it stands between two)."""
        i = bisect_left(self.sentences, at + 1, key=_start_of) - 1
        return self.sentences[max(i, 0)]

    def take(self, start: int, stop: int, what: str) -> None:
        """Say that the digits of a stretch are spoken for."""
        self.taken.append((start, stop, what))

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
