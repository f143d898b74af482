"""The work on one shard: records in, parts on the disk; the unit that any engine hands to a worker."""

from __future__ import annotations

import gc
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice

from pipeline.config import RunConfig
from pipeline.ingest import read_item
from pipeline.ingest.formats import Item
from pipeline.knowledge import Knowledge
from pipeline.records import Article, Dossier, Refusal
from pipeline.run.desk import Desk, desk_of
from pipeline.run.shards import Piece
from pipeline.run.watch import CUT, IDLE, READ, Care, Watch
from pipeline.stages import ORDER, Stage
from pipeline.write.rows import Rows, add_dossier, add_refusal, add_source, empty_rows

_GROUP = 64
"""Articles that are read together where models run: enough to fill their batches, few enough to hold."""
_ROUND = 16
"""Articles that are read together by rules alone: one stage over all of them, and then the next, finds its code and words warm in the caches."""


@dataclass(slots=True)
class ShardResult:
    """The rows of a shard, and what the manifest wants to know of it."""

    rows: Rows = field(default_factory=empty_rows)
    inputs: int = 0
    characters: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)

    def refuse(self, refusal: Refusal) -> None:
        """Count and keep a refused input."""
        self.reasons[refusal.reason] += 1
        add_refusal(self.rows, refusal)

    def counts(self) -> dict[str, object]:
        """What is written beside the parts."""
        return {
            "rows": {name: len(rows) for name, rows in self.rows.items()}, "inputs": self.inputs, "characters": self.characters,
            "reasons": dict(self.reasons), "languages": dict(self.languages),
        }


def process_shard(shard: int, config: RunConfig, care: Care | None = None) -> None:
    """Read the records of a shard and write its parts, whole or not at all; the one unit of work that any engine hands out.

    All that it needs stands in the plan under `config.out`, all that it gives does too; a shard that is finished already is left alone.
    Raises OutputError where the disk refuses.
    """
    work_on_shard(shard, desk_of(config), care or Care())


def work_on_shard(shard: int, desk: Desk, care: Care) -> None:
    """The same at a desk that is at hand."""
    if desk.store.finished(shard) is not None:
        return
    result = read_shard(desk.shard(shard), desk, care)
    if not shard:
        for refusal in desk.chosen.refusals:
            add_refusal(result.rows, refusal)
    # writing may take its time, and is no article's fault
    care.watch.at(0, 0, IDLE)
    # an engine that took this worker for dead has given the shard to another one, and what that gave may be settled by now
    if desk.store.finished(shard) is None:
        desk.store.add(shard, result.rows, result.counts())


def read_shard(pieces: Sequence[Piece], desk: Desk, care: Care) -> ShardResult:
    """The rows of the records of some pieces."""
    result = ShardResult()
    with _without_collector():
        _fill(result, _Cutter(desk, care).items(pieces), desk, care)
    return result


@contextmanager
def _without_collector() -> Iterator[None]:
    """Rows hold no cycles, so looking for some again and again (a fifth of the time) finds nothing; behind a shard it may look once more."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


class _Cutter:
    """Cuts the records of a shard's pieces and ingests them, one by one under the eyes of the watch."""

    def __init__(self, desk: Desk, care: Care) -> None:
        self._desk, self._care = desk, care

    def items(self, pieces: Sequence[Piece]) -> Iterator[tuple[int, Article | Refusal]]:
        """Every record by its number in the shard."""
        number = 0
        for piece in pieces:
            if piece.segment.refused is not None:
                yield number, Refusal("input", "ingest", *piece.segment.refused, source_path=piece.name)
                number += 1
                continue
            yield from self._records(piece, number)
            number += piece.segment.records

    def _records(self, piece: Piece, number: int) -> Iterator[tuple[int, Article | Refusal]]:
        watch, verdicts, wanted = self._care.watch, self._care.verdicts, self._desk.wanted
        cut = self._desk.cut(piece)
        for at in range(number, number + piece.segment.records):
            watch.at(at, at, CUT)
            verdict = verdicts.get(at)
            if verdict is not None and verdict[2] == CUT:
                yield at, Refusal("input", "ingest", verdict[0], verdict[1], source_path=piece.name)
                return
            item = next(cut, None)
            if item is None:
                return
            watch.at(at, at, READ)
            if wanted is not None and not wanted(*_key(item)):
                continue
            if verdict is None:
                yield at, self._read(item)
            elif isinstance(item, Refusal):
                yield at, item
            else:
                yield at, Refusal("input", "run", verdict[0], verdict[1], source_path=item.path, source_line=item.line)

    def _read(self, item: Item) -> Article | Refusal:
        try:
            return read_item(item, self._desk.reading, self._desk.knowledge)
        except Exception as error:  # noqa: BLE001 - what a page's or a table's library raises on a record is that record's fault
            path, line = _key(item)
            return Refusal("input", "ingest", "failed", f"{type(error).__name__}: {error}", source_path=path, source_line=line)


def _key(item: Item) -> tuple[str | None, int | None]:
    """The name of a record in the tables."""
    return (item.source_path, item.source_line) if isinstance(item, Refusal) else (item.path, item.line)


def _fill(result: ShardResult, items: Iterable[tuple[int, Article | Refusal]], desk: Desk, care: Care) -> None:
    rows, knowledge = result.rows, desk.knowledge
    taken: set[str] = set()
    group = 1 if care.alone else _GROUP if knowledge.annotators else _ROUND
    inputs = iter(items)
    while some := list(islice(inputs, group)):
        fresh = {item.article_id: (number, item) for number, item in some if isinstance(item, Article) and item.article_id not in taken}
        numbers = [number for number, _ in fresh.values()]
        # a single article is known to the watch since it was cut
        at = _Round(care.watch, numbers).at if len(numbers) > 1 else None
        done = dict(zip(fresh, read_articles([item for _, item in fresh.values()], knowledge, at), strict=True))
        for _, item in some:
            result.inputs += 1
            if isinstance(item, Refusal):
                result.refuse(item)
                continue
            found = done.get(item.article_id)
            if isinstance(found, Refusal):
                result.refuse(found._replace(source_path=item.source.path, source_line=item.source.line))
                continue
            if found is not None and item.article_id not in taken:
                add_dossier(rows, found)
                taken.add(item.article_id)
                result.characters += len(item.text)
                result.languages[found.language] += 1
            add_source(rows, item.source, item.article_id)


class _Round:
    """Word to the watch of each article of a round, and of the time that it has had in the stages before."""

    def __init__(self, watch: Watch, numbers: Sequence[int]) -> None:
        self._watch, self._numbers = watch, numbers
        self._spent = [0.0] * len(numbers)
        self._now, self._since = -1, time.process_time()

    def at(self, place: int | None) -> None:
        """An article, by its place, is about to be read; None: all are."""
        now = time.process_time()
        if self._now >= 0:
            self._spent[self._now] += now - self._since
        self._now, self._since = -1 if place is None else place, now
        if place is None:
            self._watch.at(self._numbers[0], self._numbers[-1], READ)
        else:
            number = self._numbers[place]
            self._watch.at(number, number, READ, self._spent[place])


def read_article(article: Article, knowledge: Knowledge) -> Dossier | Refusal:
    """Everything that the stages find in one article; an input refusal where one of them fails."""
    return read_articles([article], knowledge)[0]


def read_articles(articles: Sequence[Article], knowledge: Knowledge, at: Callable[[int | None], None] | None = None) -> list[Dossier | Refusal]:
    """The same for many articles at once, in order; what a stage does over a whole batch it does here.

    `at` is told the place of every article before a stage reads it, and None before one reads them all.
    """
    done: list[Dossier | Refusal] = [Dossier(article) for article in articles]
    for stage in ORDER:
        whole = [one for one in done if isinstance(one, Dossier)]
        if stage.over is not None:
            if at is not None:
                at(None)
            if _outlived(stage.over, whole, knowledge):
                continue
        for place, one in enumerate(done):
            if isinstance(one, Dossier):
                if at is not None:
                    at(place)
                done[place] = _staged(stage, one, knowledge)
    return done


def _staged(stage: Stage, dossier: Dossier, knowledge: Knowledge) -> Dossier | Refusal:
    """The dossier after one more stage; a model that fails leaves the article to the rules, any other stage refuses it."""
    article = dossier.article
    try:
        stage.run(dossier, knowledge)
    except Exception as error:  # noqa: BLE001 - the one place that must outlive any fault of a stage (docs/promises.md)
        detail = f"{type(error).__name__}: {error}"
        if stage.over is None:
            return Refusal("input", stage.name, "failed", detail, source_path=article.source.path, source_line=article.source.line)
        dossier.refusals.append(Refusal("model", stage.name, "failed", detail, article_id=article.article_id))
    return dossier


def _outlived(over: Callable[[Sequence[Dossier], Knowledge], None], dossiers: Sequence[Dossier], knowledge: Knowledge) -> bool:
    """Whether a batch went through; where not, its articles are tried one by one, so that one of them costs no other anything."""
    refused = [len(dossier.refusals) for dossier in dossiers]
    try:
        over(dossiers, knowledge)
    except Exception:  # noqa: BLE001 - as below: the fault is told of the article that has it
        for dossier, count in zip(dossiers, refused, strict=True):
            del dossier.refusals[count:]
        return False
    return True
