"""The stage: what is read, what is refused, and what becomes of annotations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from pipeline.annotate.gate import capital_before, gated
from pipeline.annotate.stage import annotate_all
from pipeline.ingest import article_from_text
from pipeline.knowledge import Knowledge, load_knowledge
from pipeline.records import Annotation, Dossier, Entity, Token
from pipeline.run.shard import read_articles
from pipeline.stages import ORDER


class Capitals:
    """A stand-in model: every run of capitalised words is a body; it remembers what it was given."""

    name = "capitals-1"
    gives = frozenset({"names"})

    def __init__(self, refuse: str = "") -> None:
        self.seen: list[str] = []
        self.batches = 0
        self.wanted: list[frozenset[str] | None] = []
        self._refuse = refuse

    def annotate(self, sentences: Sequence[str], wanted: frozenset[str] | None = None) -> list[Annotation | str]:
        self.batches += 1
        self.wanted.append(wanted)
        self.seen += sentences
        return [self._refuse or Annotation((), (Entity(0, len(one.split()[0]), "organisation"),)) for one in sentences]


class Broken:
    """A model that fails on whatever it reads."""

    name = "broken-1"
    gives = frozenset({"names", "relations"})

    def annotate(self, sentences: Sequence[str], wanted: frozenset[str] | None = None) -> list[Annotation | str]:  # noqa: ARG002 - of the protocol
        raise ValueError(f"cannot read {len(sentences)}")


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


def _read(text: str, knowledge: Knowledge, language: str = "en") -> Dossier:
    dossier = Dossier(article_from_text(text, language=language, knowledge=knowledge))
    for stage in ORDER:
        if stage.name == "annotate":
            break
        stage.run(dossier, knowledge)
    return dossier


BOTH = frozenset({"names", "relations"})
OPEN = "They met at the Institute of Zabrze Lowlands. It rained all day. Nobody came."


def test_only_sentences_with_something_left_open_are_read(knowledge: Knowledge) -> None:
    model = Capitals()
    dossier = _read(OPEN, knowledge)
    annotate_all([dossier], replace(knowledge, annotators={"en": model}))
    assert [sentence.strip() for sentence in model.seen] == ["They met at the Institute of Zabrze Lowlands."]


def test_a_text_without_triggers_is_never_read(knowledge: Knowledge) -> None:
    dossier = _read("It rained all day. Nobody came.", knowledge)
    assert gated(dossier, dossier.passages[0], BOTH) == []


@pytest.mark.parametrize(("language", "text"), [
    ("en", "He works at the Institute of Zabrze Lowlands."),
    ("pl", "Pracuje w Quxland Banku."),
])
def test_a_head_that_may_be_part_of_a_name_opens_the_gate(language: str, text: str, knowledge: Knowledge) -> None:
    dossier = _read(text, knowledge, language)
    assert len(gated(dossier, dossier.passages[0], frozenset({"names"}))) == 1


@pytest.mark.parametrize("text", [
    "He works at an institute in Zabrze.",
    "Institute: he met Zabrze Quxley there.",
    "The Institute said on that day, and on every other day, what Quxley had said.",
    "The institute is old.",
])
def test_a_head_in_small_letters_or_far_from_any_capital_does_not(text: str, knowledge: Knowledge) -> None:
    dossier = _read(text, knowledge)
    assert gated(dossier, dossier.passages[0], frozenset({"names"})) == []


def test_the_word_before_is_told_by_its_capital() -> None:
    assert capital_before("the World Bank", 10) == 4
    assert capital_before("the world Bank", 10) is None
    assert capital_before("World, Bank", 7) is None
    assert capital_before("Bank", 0) is None


def test_a_model_without_relations_is_not_given_a_figure_that_names_nothing(knowledge: Knowledge) -> None:
    dossier = _read("He works at the Institute of Zabrze Lowlands. It was 7 km.", knowledge)
    dossier.claims = [claim._replace(measured=None) for claim in dossier.claims]
    passage = dossier.passages[0]
    assert dossier.claims
    assert len(gated(dossier, passage, BOTH)) > len(gated(dossier, passage, frozenset({"names"}))) > 0
    assert gated(dossier, passage, frozenset()) == []


def test_sentences_of_many_articles_go_in_one_batch(knowledge: Knowledge) -> None:
    model = Capitals()
    annotate_all([_read(OPEN, knowledge), _read(OPEN, knowledge)], replace(knowledge, annotators={"en": model}))
    assert model.batches == 1


def test_each_sentence_is_given_with_what_is_wanted_of_it(knowledge: Knowledge) -> None:
    model = Capitals()
    model.gives = BOTH
    dossier = _read(f"{OPEN} It was 7 km.", knowledge)
    dossier.claims = [claim._replace(measured=None) for claim in dossier.claims]
    annotate_all([dossier], replace(knowledge, annotators={"en": model}))
    assert model.wanted == [frozenset({"names"}), frozenset({"relations"})]
    assert [sentence.strip() for sentence in model.seen] == ["They met at the Institute of Zabrze Lowlands.", "It was 7 km."]


def test_articles_of_other_languages_are_left_alone(knowledge: Knowledge) -> None:
    model = Capitals()
    annotate_all([_read(OPEN, knowledge)], replace(knowledge, annotators={"pl": model}))
    assert model.batches == 0


def test_a_sentence_that_the_model_refuses_is_a_row_of_the_kind_model(knowledge: Knowledge) -> None:
    dossier = _read("The population of the office of Quxland Region was 5.", knowledge)
    sentence = dossier.passages[0].sentences[0]
    dossier.claims = []
    model = Capitals(refuse="choked")
    annotate_all([dossier], replace(knowledge, annotators={"en": model}))
    refused = [refusal for refusal in dossier.refusals if refusal.what == "model"]
    assert len(refused) == len(model.seen)
    assert all(refusal.reason == "choked" and refusal.start == sentence.start for refusal in refused)


def test_annotations_stand_at_offsets_of_the_passage() -> None:
    moved = Annotation((Token(0, 3, "the", "DET", "det", 0),), (Entity(4, 8, "place"),)).moved(10)
    assert (moved.tokens[0].start, moved.tokens[0].stop, moved.entities[0].start, moved.entities[0].stop) == (10, 13, 14, 18)


def test_a_model_that_fails_leaves_the_article_to_the_rules(knowledge: Knowledge) -> None:
    text = "In 2024 the Institute of Zabrze Lowlands and the Office of Quxland spoke of 5 bridges."
    article = article_from_text(text, language="en", knowledge=knowledge)
    plain = read_articles([article], knowledge)[0]
    broken = read_articles([article], replace(knowledge, annotators={"en": Broken()}))[0]
    assert isinstance(plain, Dossier)
    assert isinstance(broken, Dossier)
    assert broken.claims == plain.claims
    read = gated(plain, plain.passages[0], BOTH)
    assert len([refusal for refusal in broken.refusals if refusal.what == "model"]) == bool(read)
