"""What is written beside trained weights: the data card, the score card, the licence and the digests."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pipeline.annotate.weights import write_sums
from pipeline.errors import ModelError
from pipeline.knowledge.files import models_folder
from pipeline.train.recipe import Recipe

LARGEST = 12_000_000
"""Bytes that the weights of one model may have."""

Scores = Mapping[str, Mapping[str, float]]
"""What a model scores, by test set and then by measure."""


def write_cards(folder: Path, name: str, recipe: Recipe, data: Path, scores: Scores, libraries: Mapping[str, str]) -> None:
    """Write the cards of a trained model into its folder; raises ModelError where its weights are too large to ship."""
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    if size > LARGEST:
        raise ModelError(f"the weights of {name} have {size:,} bytes, more than {LARGEST:,}: make the network smaller")
    used = {part: _digest(data / part) for part in (recipe.train, recipe.dev, *recipe.tests)}
    card: dict[str, Any] = {
        "name": name, "kind": recipe.kind, "language": recipe.language, "licence": recipe.licence, "seed": recipe.seed, "libraries": dict(libraries),
        "data": used, "recipe": recipe.model_dump(mode="json"), "scores": {part: dict(found) for part, found in scores.items()},
    }
    (folder / "card.json").write_text(json.dumps(card, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")
    lines = [f"# {name}: the data", "", f"Licence of the weights: {recipe.licence}. Sources and their authors: ../../SOURCES.md.", ""]
    lines += [f"- `{part}`, sha256 `{digest}`" for part, digest in used.items()]
    lines += [
        (
            f"- {recipe.augmentation.generated} texts generated from `models/training/{name}/` and {recipe.augmentation.transplants} copies "
            "of corpus texts with other names"
        ),
        "",
    ]
    (folder / "DATA.md").write_text("\n".join(lines), encoding="utf-8")
    lines = [f"# {name}: the scores", "", "| set | measure | value |", "|---|---|---|"]
    lines += [f"| {part} | {measure} | {value:.3f} |" for part, found in scores.items() for measure, value in found.items()]
    (folder / "SCORES.md").write_text("\n".join([*lines, ""]), encoding="utf-8")
    shutil.copyfile(models_folder() / "training" / "licences" / f"{recipe.licence}.txt", folder / "LICENSE")
    write_sums(folder)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
