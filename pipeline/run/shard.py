"""The work on one shard: articles in, rows out; the unit that any executor hands to a worker."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from pipeline.knowledge import Knowledge
from pipeline.records import Article, Dossier, Refusal
from pipeline.stages import ORDER
from pipeline.write.rows import Rows, add_dossier, add_refusal, add_source, empty_rows
from pipeline.write.store import id_number


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
    rows = result.rows
    for item in items:
        result.inputs += 1
        if isinstance(item, Refusal):
            result.reasons[item.reason] += 1
            add_refusal(rows, item)
            continue
        number = id_number(item.article_id)
        if number not in known and number not in result.article_ids:
            done = read_article(item, knowledge)
            if isinstance(done, Refusal):
                result.reasons[done.reason] += 1
                add_refusal(rows, done)
                continue
            add_dossier(rows, done)
            result.article_ids.add(number)
            result.characters += len(item.text)
            result.languages[done.language] += 1
        add_source(rows, item.source, item.article_id)
    return result


def read_article(article: Article, knowledge: Knowledge) -> Dossier | Refusal:
    """Everything that the stages find in one article; an input refusal where one of them fails."""
    dossier = Dossier(article)
    for stage in ORDER:
        try:
            stage.run(dossier, knowledge)
        except Exception as error:  # noqa: BLE001 - the one place that must outlive any fault of a stage (docs/reliability.md)
            detail = f"{type(error).__name__}: {error}"
            return Refusal("input", stage.name, "failed", detail, source_path=article.source.path, source_line=article.source.line)
    return dossier
