"""JSON Lines with spans: Prodigy's and doccano's.

Source: Prodigy's documentation, "Annotation interfaces: spans"; doccano's, "Import dataset: sequence labeling with relations".
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from pipeline.write.annotated import Mention, annotated


def write_prodigy(folder: Path, out: Path) -> None:
    """A task a line: `text`, `spans` with start, end and label, `meta`; mentions overlap, so `spans.manual` is the recipe that shows them all."""
    _write(folder, out, lambda words, mentions, meta: {
        "text": words,
        "spans": [{"start": one.start, "end": one.stop, "label": one.label, "id": one.id, "facts": one.facts} for one in mentions],
        "meta": meta,
    })


def write_doccano(folder: Path, out: Path) -> None:
    """A text a line with `entities` and `relations`, whose ids are numbers of the file; soat's ids and columns stand in `facts`."""
    numbers = iter(range(1, 10**12))
    _write(folder, out, lambda words, mentions, meta: _doccano(words, mentions, meta, numbers))


def _doccano(words: str, mentions: list[Mention], meta: dict[str, Any], numbers: Iterator[int]) -> dict[str, Any]:
    own = {one.id: next(numbers) for one in mentions}
    return {
        "text": words,
        "entities": [
            {"id": own[one.id], "start_offset": one.start, "end_offset": one.stop, "label": one.label, "facts": {"id": one.id, **one.facts}}
            for one in mentions
        ],
        "relations": [
            {"id": next(numbers), "from_id": own[one.id], "to_id": own[whole], "type": "part_of"}
            for one in mentions if (whole := one.facts.get("part_of", "")) in own
        ],
        **meta,
    }


def _write(folder: Path, out: Path, line: Callable[[str, list[Mention], dict[str, Any]], dict[str, Any]]) -> None:
    with out.open("w", encoding="utf-8", newline="\n") as stream:
        for one in annotated(folder):
            for name, words, mentions in one.fields():
                article = one.article
                meta = {"field": name} | {key: article[key] for key in ("article_id", "language", "published", "source_path")}
                stream.write(json.dumps(line(words, mentions, meta), ensure_ascii=False) + "\n")
