"""The work on one shard: articles in, rows out; the unit that any executor hands to a worker."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice

from pipeline.knowledge import Knowledge
from pipeline.records import Article, Dossier, Refusal
from pipeline.stages import ORDER, Stage
from pipeline.write.rows import Rows, add_dossier, add_refusal, add_source, empty_rows
from pipeline.write.store import id_number

_GROUP = 64
"""Articles that are read together where models run: enough to fill their batches, few enough to hold."""


@dataclass(slots=True)
class ShardResult:
    """The rows of a shard, and what the manifest wants to know of it."""

    rows: Rows = field(default_factory=empty_rows)
    inputs: int = 0
    characters: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    article_ids: set[int] = field(default_factory=set)


def process_shard(items: Iterable[Article | Refusal], known: Collection[int], knowledge: Knowledge) -> ShardResult:
    """Run every stage over the articles of a shard; `known` are the articles (by number) that earlier shards have.

    An article on which a stage fails is an input refusal, and its neighbours are as if it had not been there.
    """
    result = ShardResult()
    with _without_collector():
        _fill(result, items, known, knowledge)
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


def _fill(result: ShardResult, items: Iterable[Article | Refusal], known: Collection[int], knowledge: Knowledge) -> None:
    rows = result.rows
    ahead: dict[str, Dossier | Refusal] = {}
    for item in _read_ahead(items, known, knowledge, ahead) if knowledge.annotators else items:
        result.inputs += 1
        if isinstance(item, Refusal):
            result.reasons[item.reason] += 1
            add_refusal(rows, item)
            continue
        number = id_number(item.article_id)
        if number not in known and number not in result.article_ids:
            done = ahead.pop(item.article_id, None) or read_article(item, knowledge)
            if isinstance(done, Refusal):
                result.reasons[done.reason] += 1
                add_refusal(rows, done)
                continue
            add_dossier(rows, done)
            result.article_ids.add(number)
            result.characters += len(item.text)
            result.languages[done.language] += 1
        add_source(rows, item.source, item.article_id)


def _read_ahead(
    items: Iterable[Article | Refusal], known: Collection[int], knowledge: Knowledge, ahead: dict[str, Dossier | Refusal],
) -> Iterator[Article | Refusal]:
    """The items, with what the stages find in them laid into `ahead`: models are several times as fast on many sentences at once."""
    inputs = iter(items)
    while group := list(islice(inputs, _GROUP)):
        fresh = {item.article_id: item for item in group if isinstance(item, Article) and id_number(item.article_id) not in known}
        ahead.update(zip(fresh, read_articles(list(fresh.values()), knowledge), strict=True))
        yield from group


def read_article(article: Article, knowledge: Knowledge) -> Dossier | Refusal:
    """Everything that the stages find in one article; an input refusal where one of them fails."""
    return read_articles([article], knowledge)[0]


def read_articles(articles: Sequence[Article], knowledge: Knowledge) -> list[Dossier | Refusal]:
    """The same for many articles at once, in order; what a stage does over a whole batch it does here."""
    done: list[Dossier | Refusal] = [Dossier(article) for article in articles]
    for stage in ORDER:
        whole = [one for one in done if isinstance(one, Dossier)]
        if stage.over is not None and _outlived(stage.over, whole, knowledge):
            continue
        for at, one in enumerate(done):
            if isinstance(one, Dossier):
                done[at] = _staged(stage, one, knowledge)
    return done


def _staged(stage: Stage, dossier: Dossier, knowledge: Knowledge) -> Dossier | Refusal:
    """The dossier after one more stage; a model that fails leaves the article to the rules, any other stage refuses it."""
    article = dossier.article
    try:
        stage.run(dossier, knowledge)
    except Exception as error:  # noqa: BLE001 - the one place that must outlive any fault of a stage (docs/reliability.md)
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
