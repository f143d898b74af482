"""What is taken of a model's word: bodies that a rule's word bears out, and what a figure hangs on; nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from pipeline.ingest import article_from_text
from pipeline.knowledge import Knowledge, load_knowledge
from pipeline.records import Annotation, Dossier, Entity
from pipeline.run.shard import read_articles

NAME = "Institute of Zabrze Lowlands"


class Saying:
    """A stand-in model that sees one name wherever it stands."""

    name = "saying-1"
    gives = frozenset({"names"})

    def __init__(self, name: str, kind: str) -> None:
        self._what, self._kind = name, kind

    def annotate(self, sentences: Sequence[str], wanted: frozenset[str] | None = None) -> list[Annotation | str]:  # noqa: ARG002 - of the protocol
        found: list[Annotation | str] = []
        for sentence in sentences:
            at = sentence.find(self._what)
            found.append(Annotation((), (Entity(at, at + len(self._what), self._kind),) if at >= 0 else ()))
        return found


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


def _added(text: str, said: str, kind: str, knowledge: Knowledge) -> list[str]:
    article = article_from_text(text, language="en", knowledge=knowledge)
    dossier = read_articles([article], replace(knowledge, annotators={"en": Saying(said, kind)}))[0]
    assert isinstance(dossier, Dossier)
    rows = [fact.evidence for facts in (dossier.organisations, dossier.places) for fact in facts]
    return [row.quote for row in rows if row.rule == "model:saying-1"]


def test_a_body_with_a_word_for_a_body_in_its_name_is_taken(knowledge: Knowledge) -> None:
    assert _added(f"They met at the {NAME} today.", NAME, "organisation", knowledge) == [NAME]


def test_marks_that_a_tokeniser_left_to_a_name_are_no_part_of_it(knowledge: Knowledge) -> None:
    assert _added(f"They met at the {NAME}: all of them.", f"{NAME}:", "organisation", knowledge) == [NAME]


@pytest.mark.parametrize(("text", "said"), [
    (f"They met at the {NAME} in Quxland Mills.", "Quxland Mills"),
    (f"They met at the {NAME} today.", "Institute"),
    ("They met at the Institute of Zabrze: Lowlands.", "Institute of Zabrze: Lowlands"),
    ("They met at the Institute of Zabrze 7 Lowlands.", "Institute of Zabrze 7 Lowlands"),
])
def test_a_name_without_such_a_word_with_digits_or_with_a_stop_inside_is_not(text: str, said: str, knowledge: Knowledge) -> None:
    assert _added(text, said, "organisation", knowledge) == []


def test_a_name_that_begins_before_what_the_model_saw_is_not_taken_cut(knowledge: Knowledge) -> None:
    assert _added(f"They met at the Upper {NAME} today.", NAME, "organisation", knowledge) == []


@pytest.mark.parametrize("kind", ["place", "person"])
def test_a_place_or_a_person_is_not_taken_on_a_model_s_word(kind: str, knowledge: Knowledge) -> None:
    assert _added(f"They met at the {NAME} in Quxland village.", "Quxland", kind, knowledge) == []
