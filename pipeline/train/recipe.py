"""How a model is trained: one TOML file of `models/training/`, checked before anything is read."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from pipeline.errors import KnowledgeError
from pipeline.knowledge.files import models_folder, name_of, read_toml


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Augmentation(_Part):
    """How many sentences of our own, and how many copies of corpus texts with other names, stand beside the corpus."""

    generated: int = Field(default=0, ge=0)
    transplants: int = Field(default=0, ge=0)


class Network(_Part):
    """The size of a HashEmbedCNN: its width and depth, and the rows of the tables of NORM, PREFIX, SUFFIX and SHAPE."""

    width: int = 96
    depth: int = 4
    rows: tuple[int, int, int, int] = (5000, 1000, 2500, 2500)
    stems: bool = False
    """Whether the prefix is as long as a stem (`pipeline.annotate.stems`)."""
    syllables: bool = False
    """Whether spaCy's general tokeniser cuts the text, not that of the language: Vietnamese is then read by syllables."""
    apart: bool = False
    """Whether the tokeniser parts a word at a capital inside it: machine translations glue a name to the word before."""
    hidden_width: int = 64


class Training(_Part):
    """The optimiser's path; the rate rises over `warm_up` steps and then falls to nothing."""

    steps: int = Field(ge=1)
    batch_words: int = 1000
    dropout: float = 0.1
    learn_rate: float = 0.001
    warm_up: int = 250
    evaluate_every: int = 500


class Recipe(_Part):
    """Everything that decides about a model, the data apart."""

    kind: Literal["entities", "syntax", "stanza"]
    language: str
    seed: int
    train: str
    dev: str
    tests: tuple[str, ...] = ()
    licence: str
    augmentation: Augmentation = Augmentation()
    network: Network = Network()
    training: Training


def recipe_names(models: Path | None = None) -> list[str]:
    """The models that can be trained."""
    return sorted(path.parent.name for path in ((models or models_folder()) / "training").glob("*/recipe.toml"))


def load_recipe(name: str, models: Path | None = None) -> Recipe:
    """The recipe of that name; raises KnowledgeError with what is wrong in it."""
    path = (models or models_folder()) / "training" / name / "recipe.toml"
    problems: list[str] = []
    table = read_toml(path, problems)
    if not problems:
        try:
            return Recipe.model_validate(table)
        except ValidationError as error:
            problems.append(f"{name_of(path)}: {error}")
    raise KnowledgeError(problems)
