"""brat's standoff format: a text file and its annotations an article, with the configuration that brat asks for.

Source: brat's manual, "brat standoff format" and "brat configuration".
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from pipeline.write.annotated import LABELS, Mention, annotated

_LINE = re.compile(r"[^\n]+")
_PART_OF = "part_of"
BRAT_ARTICLES = "articles.json"
"""Beside the texts: what brat's own files have no place for, each article's language, date and source."""


def write_brat(folder: Path, out: Path) -> None:
    """`ARTICLE.txt` and `ARTICLE.ann` (and `ARTICLE.title.txt` where a title stands apart), offsets in code points.

    A mention's other columns are its note, as JSON, so that nothing is lost on the way back; a part is related to its whole.
    """
    out.mkdir()
    told = {}
    (out / "annotation.conf").write_text(_configuration(), encoding="utf-8")
    for one in annotated(folder):
        told[one.article["article_id"]] = {name: one.article[name] for name in ("language", "published", "source_path")}
        for name, words, mentions in one.fields():
            stem = one.article["article_id"] + ("" if name == "text" else f".{name}")
            (out / f"{stem}.txt").write_text(words, encoding="utf-8", newline="\n")
            (out / f"{stem}.ann").write_text("".join(_lines(words, mentions)), encoding="utf-8", newline="\n")
    (out / BRAT_ARTICLES).write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _lines(words: str, mentions: list[Mention]) -> list[str]:
    numbers = {one.id: f"T{number}" for number, one in enumerate(mentions, 1)}
    lines = []
    for one in mentions:
        # brat writes a stretch over several lines as its pieces
        pieces = [match.span() for match in _LINE.finditer(words, one.start, one.stop)]
        spans = ";".join(f"{start} {stop}" for start, stop in pieces)
        lines.append(f"{numbers[one.id]}\t{one.label} {spans}\t{' '.join(words[start:stop] for start, stop in pieces)}\n")
        note = json.dumps({"id": one.id, **one.facts}, ensure_ascii=False, sort_keys=True)
        lines.append(f"#{numbers[one.id][1:]}\tAnnotatorNotes {numbers[one.id]}\t{note}\n")
    pairs = [(numbers[one.id], numbers.get(one.facts.get(_PART_OF, ""))) for one in mentions]
    lines += [f"R{number}\t{_PART_OF} Arg1:{part} Arg2:{whole}\n" for number, (part, whole) in enumerate((pair for pair in pairs if pair[1]), 1)]
    return lines


def _configuration() -> str:
    related = f"{_PART_OF}\tArg1:claim, Arg2:claim"
    return "\n".join(["[entities]", *LABELS.values(), "", "[relations]", related, "", "[events]", "", "[attributes]", ""])
