"""Every language room against its own corpus."""

from __future__ import annotations

import pytest

from pipeline.evaluate.examples import mistakes
from pipeline.knowledge import load_knowledge
from pipeline.knowledge.examples import Example, ExamplesFile, load_examples
from pipeline.knowledge.files import models_folder

_LEAST_WORDINGS = 150
_MOST_GENERATED = 30
_MOST_WORDS = 20
KINDS = frozenset({"claims", "dates", "citations", "officials", "places", "organisations"})


def corpora() -> dict[str, ExamplesFile]:
    found = {}
    for folder in sorted((models_folder() / "languages").iterdir()):
        problems: list[str] = []
        examples = load_examples(folder, problems) if folder.is_dir() else None
        assert not problems, problems
        if examples is not None:
            found[folder.name] = examples
    return found


CORPORA = corpora()
CASES = [
    pytest.param(code, example, wording, id=f"{code}-{i}-{j}")
    for code, corpus in CORPORA.items() for i, example in enumerate(corpus.example) for j, wording in enumerate(example.wordings)
]


@pytest.mark.parametrize(("code", "example", "wording"), CASES)
def test_wording_is_read_as_the_room_says(code: str, example: Example, wording: str) -> None:
    found = mistakes(example, wording, code, CORPORA[code].today, load_knowledge())
    assert not found, f"{example.phenomenon}: {wording!r}: {'; '.join(found)}"


def test_every_room_has_a_corpus() -> None:
    assert set(CORPORA) == set(load_knowledge().rooms)


@pytest.mark.parametrize("code", sorted(CORPORA))
def test_corpus_is_large_and_thought_of(code: str) -> None:
    examples = CORPORA[code].example
    kinds = {id(example): tuple(sorted(example.model_dump(exclude_none=True).keys() & KINDS)) for example in examples}
    wordings = [(wording, kinds[id(example)]) for example in examples for wording in example.wordings]
    generated = [wording for example in examples if example.generated for wording in example.wordings]
    assert len(set(wordings)) == len(wordings), "a wording stands twice for one kind of fact"
    assert len(wordings) >= _LEAST_WORDINGS
    assert len(generated) <= _MOST_GENERATED


@pytest.mark.parametrize("code", sorted(CORPORA))
def test_wordings_are_phrases(code: str) -> None:
    long = [w for example in CORPORA[code].example for w in example.wordings if len(w.split()) > _MOST_WORDS]
    assert not long
