"""Label Studio: tasks with predictions, and the labelling configuration that they need.

Source: Label Studio's documentation, "Import pre-annotated data into Label Studio" and "Text" and "Labels" among its tags.
"""

from __future__ import annotations

import json
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pipeline.write.annotated import LABELS, Annotated, Mention, annotated

CONFIGURATION = "label_config.xml"
_COLOURS = ("#c2410c", "#1d4ed8", "#15803d", "#7e22ce", "#0f766e", "#a16207")


def write_label_studio(folder: Path, out: Path) -> None:
    """`tasks.json` to import, `label_config.xml` to paste: soat's mentions are predictions, which an annotator accepts or mends.

    Label Studio counts in UTF-16 code units, so offsets behind a character outside the basic plane differ from those of the tables.
    """
    out.mkdir()
    (out / CONFIGURATION).write_text(_configuration(), encoding="utf-8")
    with (out / "tasks.json").open("w", encoding="utf-8", newline="\n") as stream:
        mark = "["
        for one in annotated(folder):
            stream.write(f"{mark}\n{json.dumps(_task(one), ensure_ascii=False)}")
            mark = ","
        stream.write("[]\n" if mark == "[" else "\n]\n")


def units_before(words: str, offset: int) -> int:
    """UTF-16 code units before a code point."""
    return offset + sum(letter > "\uffff" for letter in words[:offset])


def _task(one: Annotated) -> dict[str, Any]:
    article = one.article
    told = {name: article[name] for name in ("article_id", "language", "published", "source_path")}
    result = [_region(name, words, mention) for name, words, mentions in one.fields() for mention in mentions]
    return {
        "data": {"text": article["text"], "title": article["title"] or "", **told},
        "predictions": [{"model_version": f"soat {version('soat')}", "result": result}],
    }


def _region(field: str, words: str, one: Mention) -> dict[str, Any]:
    return {
        "id": one.id,
        "from_name": f"{field}_label",
        "to_name": field,
        "type": "labels",
        "value": {"start": units_before(words, one.start), "end": units_before(words, one.stop), "text": one.quote, "labels": [one.label]},
        "meta": {"text": [json.dumps(one.facts, ensure_ascii=False, sort_keys=True)]},
    }


def _configuration() -> str:
    lines = ["<View>"]
    for field in ("title", "text"):
        lines.append(f'  <Labels name="{field}_label" toName="{field}">')
        lines += [f'    <Label value="{label}" background="{colour}"/>' for label, colour in zip(LABELS.values(), _COLOURS, strict=True)]
        lines += ["  </Labels>", f'  <Text name="{field}" value="${field}"/>']
    return "\n".join([*lines, "</View>", ""])
