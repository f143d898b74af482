"""`soat train`: from a recipe and a folder of data to weights with their cards."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterable
from importlib.metadata import version
from pathlib import Path

from pipeline.annotate.threads import one_thread
from pipeline.errors import UsageError
from pipeline.knowledge import load_knowledge
from pipeline.knowledge.files import models_folder
from pipeline.train.cards import Scores, write_cards
from pipeline.train.recipe import Recipe, load_recipe, recipe_names
from pipeline.train.sample import Sample, read_samples

_JUDGED = 300
"""Generated and transplanted sentences by which the weights that are kept are chosen, each."""

OnScore = Callable[[int, float, float], None]


def train_model(name: str, data: Path, out: Path, on_score: OnScore, *, augment: bool = True, steps: int | None = None) -> Scores:
    """Train the model of that name and write it with its cards into `out`; gives its scores by test set.

    Without `augment`, from the corpus alone: what our own sentences bring is the difference. Raises UsageError where the recipe or the
    data are not there, or where `out` holds something else.
    """
    if name not in recipe_names():
        raise UsageError(f"no recipe {name!r}; there are {', '.join(recipe_names())}")
    recipe = load_recipe(name)
    if steps is not None:
        recipe = recipe.model_copy(update={"training": recipe.training.model_copy(update={"steps": steps})})
    for part in (recipe.train, recipe.dev, *recipe.tests):
        if not (data / part).is_file():
            raise UsageError(f"{data / part} is missing; `{name}` is trained from it")
    if out.exists() and any(out.iterdir()):
        if not (out / "card.json").is_file():
            raise UsageError(f"{out} holds something that is no model: give another --out")
        shutil.rmtree(out)
    out.mkdir(parents=True, exist_ok=True)
    one_thread()
    if recipe.kind == "stanza":
        from pipeline.train.stanza_models import train_stanza

        scores: Scores = train_stanza(recipe, data, out)
        libraries = ("stanza", "torch")
    else:
        scores = _spacy(recipe, data, out, on_score, augment=augment)
        libraries = ("spacy", "thinc")
    write_cards(out, name, recipe, data, scores, {library: version(library) for library in libraries})
    return scores


def _spacy(recipe: Recipe, data: Path, out: Path, on_score: OnScore, *, augment: bool) -> Scores:
    if recipe.kind == "syntax":
        from pipeline.train.syntax import score_syntax, train_syntax

        train_syntax(recipe, data, out, on_score)
        return {part: score_syntax(out, data / part) for part in recipe.tests}
    from pipeline.train.entities import score_entities, train_entities

    samples, dev = _polish(recipe, data, augment=augment) if recipe.language == "pl" else _vietnamese(recipe, data)
    scores = {recipe.dev: train_entities(recipe, samples, dev, out, on_score)}
    return scores | {part: score_entities(out, read_samples(data / part)) for part in recipe.tests}


def _polish(recipe: Recipe, data: Path, *, augment: bool) -> tuple[list[Sample], Iterable[Sample]]:
    from pipeline.train.polish import augmented

    samples = list(read_samples(data / recipe.train))
    if augment:
        chance = random.Random(recipe.seed)  # noqa: S311 - reproducible draws, no secrets
        samples = list(augmented(samples, models_folder(), chance, recipe.augmentation.generated, recipe.augmentation.transplants))
    return samples, list(read_samples(data / recipe.dev))[::3]


def _vietnamese(recipe: Recipe, data: Path) -> tuple[list[Sample], Iterable[Sample]]:
    from pipeline.train.treebank import named_samples, read_trees
    from pipeline.train.vietnamese_news import generated, transplanted

    known, models = load_knowledge(), models_folder()
    chance = random.Random(recipe.seed)  # noqa: S311 - as above
    made = recipe.augmentation
    plain, dev = (list(named_samples(read_trees(data / part), known.offices, known.gazetteer)) for part in (recipe.train, recipe.dev))
    samples = [
        *(sample for _, sample in plain), *transplanted(models, chance, plain, made.transplants), *generated(models, chance, made.generated),
    ]
    judged = [*(sample for _, sample in dev), *transplanted(models, chance, dev, _JUDGED), *generated(models, chance, _JUDGED)]
    return samples, judged
