"""The map stages and their one visible order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from pipeline.annotate.stage import annotate, annotate_all
from pipeline.detect import detect
from pipeline.extract.citations import find_citations
from pipeline.extract.modelled import find_modelled
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
    over: Callable[[Sequence[Dossier], Knowledge], None] | None = None
    """The same over a whole batch, where that is much cheaper than article by article."""


_Run = Callable[[Dossier, Knowledge], None]
_Over = Callable[[Sequence[Dossier], Knowledge], None]


def _stage(name: str, run: _Run, needs: str, gives: str, over: _Over | None = None) -> Stage:
    return Stage(name, run, frozenset(needs.split()), frozenset(gives.split()), over)


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
    _stage("annotate", annotate, "passages citations dates places officials organisations claims", "annotations", annotate_all),
    _stage("modelled", find_modelled, "passages annotations citations dates places officials organisations claims", "modelled"),
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
            if stage.over is not None:
                stage.over(batch, knowledge)
                continue
            for dossier in batch:
                stage.run(dossier, knowledge)
        return batch

    return run
