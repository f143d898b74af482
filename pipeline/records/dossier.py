"""An article with everything that has been found in it so far: what the stages hand on."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.records.annotation import Annotation
from pipeline.records.article import Article, Block
from pipeline.records.facts import Citation, Claim, DateMention, Official, Organisation, Place, Refusal
from pipeline.records.hit import Hit
from pipeline.records.span import Evidence, Span


class Sentence(NamedTuple):
    """A sentence of a passage, inside one block."""

    start: int
    stop: int
    block: str


class Passage:
    """One field of an article (its text or its title) with the hits of the one pass over it.

    `folded` has the length of `text`: lower case, one tone placement, every non-word character a space. `hits` are sorted by start,
    the longest first. Offsets everywhere are code points of `text`.
    """

    __slots__ = ("_ends", "_starts", "_whole", "annotations", "blocks", "field", "figures", "folded", "hits", "sentences", "taken", "text")

    def __init__(self, field: str, text: str, folded: str, blocks: tuple[Block, ...]) -> None:
        self.field = field
        self.text = text
        self.folded = folded
        self.blocks = blocks
        self.sentences: list[Sentence] = []
        self.hits: list[Hit] = []
        self.figures: list[Span] = []
        """Every run of digits with its separators, as the figure pattern saw it."""
        self.taken: list[tuple[int, int, str]] = []
        """Stretches whose digits are spoken for (dates, symbols, names), with the word of what took them."""
        self.annotations: dict[int, Annotation] = {}
        """What a model says of a sentence, by the sentence's start; only of sentences that were worth one."""
        self._starts: dict[int, list[Hit]] = defaultdict(list)
        self._ends: dict[int, list[Hit]] = defaultdict(list)
        self._whole: dict[int, str] = {}

    def lay(self, hits: list[Hit]) -> None:
        """Take the hits of the pass, sorted by start and then by falling length, and index them."""
        self.hits = hits
        starts, ends = self._starts, self._ends
        for hit in hits:
            starts[hit[0]].append(hit)
            ends[hit[1]].append(hit)

    def starting(self, at: int, *kinds: str) -> Hit | None:
        """The longest hit of one of `kinds` that starts at `at`, plain spaces skipped."""
        text = self.text
        size = len(text)
        while at < size and text[at] == " ":
            at += 1
        for hit in self._starts.get(at, ()):
            if hit[2][0] in kinds:
                return hit
        return None

    def ending(self, at: int, *kinds: str) -> Hit | None:
        """The longest hit of one of `kinds` that ends at `at`, plain spaces skipped backwards."""
        text = self.text
        while at > 0 and text[at - 1] == " ":
            at -= 1
        best: Hit | None = None
        for hit in self._ends.get(at, ()):
            if hit[2][0] in kinds and (best is None or hit[0] < best[0]):
                best = hit
        return best

    def within(self, start: int, stop: int, *kinds: str) -> Iterator[Hit]:
        """The hits of `kinds` that lie inside [start, stop), in order."""
        hits = self.hits
        for i in range(bisect_left(hits, start, key=_start_of), len(hits)):
            hit = hits[i]
            if hit[0] >= stop:
                return
            if hit[1] <= stop and hit[2][0] in kinds:
                yield hit

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
            whole = self._whole[sentence.start] = self.text[sentence.start:sentence.stop]
        return Evidence(self.field, sentence.block, start, stop, self.text[start:stop], whole, rule)


def _start_of(item: Hit | Sentence) -> int:
    return item[0]


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
        self.refusals.append(Refusal("candidate", stage, reason, detail, start, stop, passage.text[start:stop], article_id=self.article.article_id))

    def extend_refusals(self, refusals: Iterable[Refusal]) -> None:
        """Record refusals made elsewhere."""
        self.refusals.extend(refusals)
