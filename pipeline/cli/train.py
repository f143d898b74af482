"""`soat train`: the shipped weights made anew, or others by the same recipes."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.terminal import console


def train(
    name: Annotated[str, typer.Argument(metavar="MODEL", help="A recipe of models/training: pl-ner, vi-ner, vi-syntax, vi-stanza.")],
    data: Annotated[Path, typer.Option(help="The folder with the corpora that the recipe names.")],
    out: Annotated[Path, typer.Option(help="The folder for the weights and their cards.")],
    plain: Annotated[bool, typer.Option("--plain", help="Leave out our own sentences, to see what they bring.")] = False,
    steps: Annotated[int | None, typer.Option(min=1, help="Fewer or more steps than the recipe has.")] = None,
) -> None:
    """Train a model by its recipe, with its seed; weights, cards, licence and digests are written into a folder."""
    from pipeline.train.command import train_model

    told = console(stderr=True)

    def on_score(step: int, score: float, best: float) -> None:
        told.print(f"step {step}: {score:.4f} (best {best:.4f})")

    scores = train_model(name, data, out, on_score, augment=not plain, steps=steps)
    for part, found in scores.items():
        console().print(f"{part}: " + ", ".join(f"{measure} {value:.3f}" for measure, value in found.items()), soft_wrap=True)
    console().print(f"wrote {out}", soft_wrap=True)
