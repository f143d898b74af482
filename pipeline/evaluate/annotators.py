"""Gold from annotators' own tools: what they accepted, mended or marked in brat, Label Studio or Prodigy, in the shape that soat judges by."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Literal, NamedTuple, cast

from pipeline.errors import UsageError
from pipeline.write.as_brat import BRAT_ARTICLES

Tool = Literal["brat", "label-studio", "prodigy"]
_FIGURES = re.compile(r"[0-9][0-9.,]*")
_ENTITY = re.compile(r"(T\d+)\t(\S+) ([0-9 ;]+)\t")
_NOTE = re.compile(r"#\d+\tAnnotatorNotes (T\d+)\t(.*)")


class Marked(NamedTuple):
    """A stretch of an article's text that an annotator marked, with what is told of it; `where` is for messages."""

    label: str
    start: int
    stop: int
    facts: dict[str, Any]
    where: str


class MarkedText(NamedTuple):
    """An article as an annotator left it."""

    name: str
    told: dict[str, Any]
    """What the export says of the article: `language`, `published`."""
    text: str
    marks: list[Marked]


def import_gold(source: Path, tool: Tool, out: Path) -> int:
    """Write `facts/NAME.json` and `articles/NAME.json` into `out`; how many articles.

    What soat exported and an annotator kept carries its columns along; of a mention that the annotator made, a note says them (JSON: for a claim
    at least `value`). Raises UsageError that names every mark that cannot be read, before anything is written.
    """
    try:
        texts = list(_READERS[tool](source))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(f"{source} cannot be read as an export of {tool} ({type(error).__name__}: {error})") from error
    if not texts:
        raise UsageError(f"{source} holds no annotated article of {tool}")
    problems: list[str] = []
    gold = [(one, _facts(one, problems)) for one in texts]
    if problems:
        raise UsageError("\n".join([f"{len(problems)} marks cannot become gold:", *problems]))
    for folder in ("facts", "articles"):
        (out / folder).mkdir(parents=True, exist_ok=True)
    for one, facts in gold:
        article = {"lang": facts["lang"], "published": one.told.get("published"), "text": one.text}
        for folder, content in (("facts", facts), ("articles", article)):
            (out / folder / f"{one.name}.json").write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return len(gold)


def _facts(one: MarkedText, problems: list[str]) -> dict[str, Any]:
    found: dict[str, Any] = {"article": one.name, "lang": one.told.get("language") or "und", "complete": True}
    found |= {name: [] for name in ("numeric_claims", "documents", "officials", "dates", "places", "organisations")}
    for mark in sorted(one.marks, key=lambda mark: (mark.start, mark.stop)):
        if mark.label not in _SHAPES:
            problems.append(f"{mark.where}: label {mark.label!r} is none of {', '.join(_SHAPES)}")
            continue
        name, shape = _SHAPES[mark.label]
        quote = one.text[mark.start:mark.stop]
        item = shape(quote, mark, one.text)
        if missing := [field for field, value in item.items() if value is _MISSING]:
            problems.append(f"{mark.where}: {quote!r} has no {missing[0]}; say it in the mark's note, as in {json.dumps({missing[0]: '...'})}")
            continue
        found[name].append({"quote": quote, "start": mark.start, "occ": one.text.count(quote, 0, mark.start) + 1, **item})
    return found


_MISSING = object()


def _claim(quote: str, mark: Marked, text: str) -> dict[str, Any]:
    facts = mark.facts
    ends = [facts[end] for end in ("low", "high", "change_from") if end in facts]
    stated = facts.get("value", [facts["low"], facts["high"]] if {"low", "high"} <= set(facts) else ends[0] if ends else _MISSING)
    figures = text[facts["figure_start"]:facts["figure_stop"]] if "figure_start" in facts else ""
    if not figures or figures not in quote:
        digits = _FIGURES.search(quote)
        figures = digits[0].rstrip(".,") if digits else quote
    change = {"type": facts.get("change", "none")}
    change |= {end: facts[column] for end, column in (("from", "change_from"), ("to", "change_to")) if column in facts}
    return {
        "number_text": figures, "value": stated, "modifier": facts.get("modifier", "exact"), "unit": facts.get("unit") or facts.get("unit_text"),
        "change": change, "status": facts.get("status", "actual"), "period": facts.get("period"), "measured_text": facts.get("measured"),
        "unit_conflict": bool(facts.get("unit_conflict")),
    }


def _document(_quote: str, mark: Marked, _text: str) -> dict[str, Any]:
    facts = mark.facts
    return {
        "type": facts.get("doc_type", _MISSING), "number": facts.get("resolved_symbol") or facts.get("symbol"),
        "date": facts.get("signed"), "issuer": facts.get("issuer"),
    }


def _official(quote: str, mark: Marked, _text: str) -> dict[str, Any]:
    facts = mark.facts
    role, role_id = facts.get("role"), facts.get("role_id")
    return {
        "name": facts.get("name", quote), "surface": quote, "roles": [role] if role else [], "role_ids": [role_id] if role_id else [],
        "org": facts.get("body"), "status": facts.get("tenure", "current"),
    }


_SHAPES: dict[str, tuple[str, Callable[[str, Marked, str], dict[str, Any]]]] = {
    "claim": ("numeric_claims", _claim),
    "citation": ("documents", _document),
    "official": ("officials", _official),
    "date": ("dates", lambda _quote, mark, _text: {"iso": mark.facts.get("edtf", _MISSING)}),
    "place": ("places", lambda quote, mark, _text: {"name": mark.facts.get("name", quote), "level": mark.facts.get("level")}),
    "organisation": ("organisations", lambda quote, mark, _text: {"surface": quote, "norm": mark.facts.get("organisation_id")}),
}
"""What each label becomes."""


def _from_brat(folder: Path) -> Iterator[MarkedText]:
    beside = folder / BRAT_ARTICLES
    told = json.loads(beside.read_text(encoding="utf-8")) if beside.is_file() else {}
    for path in sorted(folder.glob("*.ann")):
        if path.name.endswith(".title.ann"):
            continue  # gold counts in the text
        lines = path.read_text(encoding="utf-8").splitlines()
        notes = {match[1]: _told(match[2]) for line in lines if (match := _NOTE.match(line))}
        marks = []
        for line in lines:
            if match := _ENTITY.match(line):
                ends = [int(end) for end in re.split("[ ;]", match[3])]
                marks.append(Marked(match[2], ends[0], ends[-1], notes.get(match[1], {}), f"{path.name} {match[1]}"))
        yield MarkedText(path.stem, told.get(path.stem, {}), path.with_suffix(".txt").read_text(encoding="utf-8"), marks)


def _from_label_studio(path: Path) -> Iterator[MarkedText]:
    for number, task in enumerate(json.loads(path.read_text(encoding="utf-8")), 1):
        data = task["data"]
        done = [one for one in task.get("annotations", []) if not one.get("was_cancelled")]
        if not done:
            continue  # a task that nobody has judged is no gold
        # by code points: a pair of code units is one of ours
        points = [at for at, letter in enumerate(data["text"]) for _ in range(2 if letter > "\uffff" else 1)]
        points.append(len(data["text"]))
        marks = []
        for region in done[-1]["result"]:
            if region["type"] == "labels" and region["to_name"] == "text":
                value = region["value"]
                where = f"task {number} {region['id']}"
                marks.append(Marked(value["labels"][0], points[value["start"]], points[value["end"]], _meta(region), where))
        yield MarkedText(str(data.get("article_id") or f"task-{number}"), data, data["text"], marks)


def _from_prodigy(path: Path) -> Iterator[MarkedText]:
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not line.strip():
            continue
        task = json.loads(line)
        meta = task.get("meta", {})
        if task.get("answer", "accept") != "accept" or meta.get("field", "text") != "text":
            continue
        where = f"line {number}"
        marks = [Marked(one["label"], one["start"], one["end"], one.get("facts", {}), f"{where} {one['start']}") for one in task.get("spans", [])]
        yield MarkedText(str(meta.get("article_id") or where.replace(" ", "-")), meta, task["text"], marks)


_READERS: dict[Tool, Callable[[Path], Iterable[MarkedText]]] = {"brat": _from_brat, "label-studio": _from_label_studio, "prodigy": _from_prodigy}


def _told(note: str) -> dict[str, Any]:
    """What a note says: an object of JSON, or nothing where it is a person's remark."""
    try:
        told = json.loads(note)
    except ValueError:
        return {}
    return cast("dict[str, Any]", told) if isinstance(told, dict) else {}


def _meta(region: dict[str, Any]) -> dict[str, Any]:
    notes = region.get("meta", {}).get("text", [])
    return _told(" ".join(notes) if isinstance(notes, list) else str(notes))
