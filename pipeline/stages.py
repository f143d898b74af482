"""The map stages and their one visible order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from pipeline.detect import detect
from pipeline.extract.citations import find_citations
from pipeline.extract.officials import find_officials
from pipeline.extract.organisations import find_organisations
from pipeline.extract.places import find_places
from pipeline.extract.quantities import find_claims
from pipeline.extract.times import find_times
from pipeline.knowledge import Knowledge
from pipeline.records import Dossier
from pipeline.scan import scan_article


class Stage(NamedTuple):
    """One step over a batch of dossiers: what it needs of them and what it gives them."""

    name: str
    run: Callable[[Dossier, Knowledge], None]
    needs: frozenset[str]
    gives: frozenset[str]


def _stage(name: str, run: Callable[[Dossier, Knowledge], None], needs: str, gives: str) -> Stage:
    return Stage(name, run, frozenset(needs.split()), frozenset(gives.split()))


def _scan(dossier: Dossier, knowledge: Knowledge) -> None:
    dossier.passages = scan_article(dossier.article, knowledge.rooms.get(dossier.language))


ORDER: tuple[Stage, ...] = (
    _stage("detect", detect, "", "language anchor"),
    _stage("scan", _scan, "language", "passages"),
    _stage("citations", find_citations, "passages", "citations"),
    _stage("times", find_times, "passages citations anchor", "dates"),
    _stage("places", find_places, "passages dates", "places"),
    _stage("officials", find_officials, "passages places", "officials"),
    _stage("organisations", find_organisations, "passages places", "organisations"),
    _stage("claims", find_claims, "passages citations dates places officials organisations", "claims"),
)


def compose(order: Sequence[Stage]) -> Callable[[Sequence[Dossier], Knowledge], Sequence[Dossier]]:
    """One function over batches; raises ValueError naming the stage and what it lacks where the order cannot work."""
    given: frozenset[str] = frozenset()
    for stage in order:
        if lacking := stage.needs - given:
            raise ValueError(f"stage {stage.name!r} needs {', '.join(sorted(lacking))}, which no stage before it gives")
        given |= stage.gives

    def run(batch: Sequence[Dossier], knowledge: Knowledge) -> Sequence[Dossier]:
        for stage in order:
            for dossier in batch:
                stage.run(dossier, knowledge)
        return batch

    return run
