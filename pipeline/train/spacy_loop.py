"""One loop for every spaCy model: batches by words, a rate that rises and falls, averaged weights, the best of the evaluations kept."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.pipeline import TrainablePipe
from spacy.training import Example
from thinc.api import Adam, fix_random_seed, warmup_linear

from pipeline.annotate.threads import use_numpy_kernel
from pipeline.train.recipe import Training

OnScore = Callable[[int, float, float], None]
"""Told of every evaluation: the step, its score on the development set, the best score so far."""


def batches(draw: Callable[[], Iterator[Example]], words: int) -> Iterator[list[Example]]:
    """Batches of about so many words, epoch after epoch without end."""
    while True:
        batch: list[Example] = []
        size = 0
        for example in draw():
            batch.append(example)
            size += len(example)
            if size >= words:
                yield batch
                batch, size = [], 0
        if batch:
            yield batch


def train(
    nlp: Language, epoch: Callable[[], Iterator[Example]], dev: Sequence[Example], settings: Training, seed: int,
    *, score: str, out: Path, on_score: OnScore,
) -> dict[str, Any]:
    """Train in place and keep the best weights in `out`; gives the dev scores of the kept ones."""
    random.seed(seed)
    fix_random_seed(seed)
    use_numpy_kernel()
    sample = next(batches(epoch, 20_000))
    nlp.initialize(lambda: sample)
    rate = iter(warmup_linear(settings.learn_rate, settings.warm_up, settings.steps + 1))
    optimizer = Adam(next(rate), beta1=0.9, beta2=0.999, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0, use_averages=True)
    components = [component for _, component in nlp.pipeline if isinstance(component, TrainablePipe)]
    best: dict[str, Any] = {}
    losses: dict[str, float] = {}
    for step, batch in enumerate(batches(epoch, settings.batch_words), 1):
        optimizer.learn_rate = next(rate)
        # Language.update copies and aligns every example anew at each step; components that annotate nothing for one another need neither
        for component in components:
            component.update(batch, sgd=None, drop=settings.dropout, losses=losses)
        for component in components:
            component.finish_update(optimizer)
        if step % settings.evaluate_every == 0 or step == settings.steps:
            with nlp.use_params(optimizer.averages) if optimizer.averages else nullcontext():
                found = nlp.evaluate(dev)
                if found[score] > best.get(score, -1.0):
                    best = found
                    nlp.to_disk(out, exclude=["vocab"])  # its strings are those of the corpus; labels come with their components
            on_score(step, found[score], best[score])
            losses = {}
        if step >= settings.steps:
            break
    return best
