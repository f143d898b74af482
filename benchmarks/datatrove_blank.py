"""The usual batch tool at its least: datatrove with spaCy's blank pipeline, which splits into tokens, from JSON Lines to JSON Lines.

usage: PYTHON_WITH_DATATROVE_AND_SPACY benchmarks/datatrove_blank.py ARTICLES.jsonl FOLDER WORKERS

It is run by `benchmarks/engine.py` where SOAT_DATATROVE names such a Python: datatrove wants other versions of our libraries, so it has an
environment of its own. The input is cut into as many files as there are workers, because datatrove shares out files. Prints seconds of the clock
and of processors.
"""

from __future__ import annotations

import json
import logging
import resource
import sys
import time
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

import spacy
from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.base import PipelineStep
from datatrove.pipeline.readers import JsonlReader
from datatrove.pipeline.writers import JsonlWriter

_MODELS: dict[str, Any] = {}


class Tokens(PipelineStep):
    """Counts the tokens of every text."""

    name = "tokens"

    def run(self, data: Any, rank: int = 0, world_size: int = 1) -> Iterator[Any]:  # noqa: ANN401, ARG002 - the signature of a step
        """One text after the other."""
        for document in data:
            language = document.metadata["language"]
            if language not in _MODELS:
                _MODELS[language] = spacy.blank("xx" if language == "vi" else language)  # its own for Vietnamese asks for one more library
            document.metadata["tokens"] = len(_MODELS[language](document.text))
            yield document


def main() -> None:
    """Cut the input, run, and print."""
    source, folder, workers = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    logging.disable()
    parts = folder / "in"
    parts.mkdir(parents=True)
    streams = [(parts / f"{number}.jsonl").open("w", encoding="utf-8") for number in range(workers)]
    with source.open(encoding="utf-8") as lines:
        for line, stream in zip(lines, cycle(streams), strict=False):
            stream.write(line)
    for stream in streams:
        stream.close()
    began = time.perf_counter()
    LocalPipelineExecutor(
        pipeline=[JsonlReader(str(parts)), Tokens(), JsonlWriter(str(folder / "out"))], tasks=workers, workers=workers, start_method="spawn",
        logging_dir=str(folder / "logs"),
    ).run()
    spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(json.dumps({"wall": time.perf_counter() - began, "processor": sum(one.ru_utime + one.ru_stime for one in spent)}))


if __name__ == "__main__":
    main()
