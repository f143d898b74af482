"""Corrections as proposed entries for `models/`: a patch for a person to read, never applied by itself."""

from __future__ import annotations

import difflib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.knowledge.files import models_folder, read_toml
from pipeline.review.decisions import Decision, Standing, Target

Row = Mapping[str, Any]
Standings = Mapping[tuple[Target, str], Standing]
_PLAIN_KEY = re.compile("[A-Za-z0-9_-]+")
UNNAMED = "NAME-ME"
"""Stands for an id that only a person can give; the check of the rooms refuses it until one has."""


class Suggestion(NamedTuple):
    """One entry: the file under `models/`, its table, the key and the wording, and the decisions that speak for it."""

    file: str
    table: str
    key: str
    wording: str
    why: str


def suggest(claims: Iterable[Row], officials: Iterable[Row], languages: Mapping[str, str], standing: Standings) -> list[Suggestion]:
    """What corrections ask of `models/`, the most frequent first; `languages` are those of the articles.

    A unit corrected where soat knew only the noun becomes a wording of that noun; a place corrected to a name without a code becomes a row of the
    gazetteer; a role without an id, in an article where a reviewer has decided, becomes a wording of an office that a person must name.
    """
    found: Counter[tuple[str, str, str, str]] = Counter()
    reasons: dict[tuple[str, str, str, str], str] = {}
    read: set[str] = set()
    for claim in claims:
        stands = standing.get(("claim", claim["claim_id"]))
        if stands is None:
            continue
        read.add(claim["article_id"])
        for entry in _of_claim(claim, stands.corrected):
            found[entry] += 1
            reasons.setdefault(entry, _reason(claim, stands))
    for official in officials:
        if official["article_id"] in read and official["role_id"] is None:
            entry = (f"languages/{languages[official['article_id']]}/roles.toml", "office", UNNAMED, official["role"].lower())
            found[entry] += 1
            reasons.setdefault(entry, f"{official['role']!r} of {official['name']} has no role id")
    return [Suggestion(*entry, f"{count} times; {reasons[entry]}") for entry, count in found.most_common()]


def _of_claim(claim: Row, corrected: Mapping[str, Any]) -> Iterable[tuple[str, str, str, str]]:
    unit, place = corrected.get("unit"), corrected.get("place")
    if isinstance(unit, str) and claim["unit"] is None and claim["unit_text"]:
        yield f"languages/{claim['language']}/nouns.toml", "noun", unit, claim["unit_text"]
        if unit not in read_toml(models_folder() / "units" / "units.toml", []):
            yield "units/units.toml", "", unit, ""
    if isinstance(place, str) and place:
        yield f"languages/{claim['language']}/places.csv", "", UNNAMED, place


def _reason(claim: Row, stands: Standing) -> str:
    who: list[Decision] = list(stands.by_reviewer.values())
    return f"{claim['quote']!r} was corrected by {', '.join(sorted({one.reviewer for one in who}))} (claim {claim['claim_id']})"


def as_patch(suggestions: Iterable[Suggestion]) -> str:
    """A unified diff against `models/`, each file's reasons before it; empty where nothing is suggested."""
    by_file: dict[str, list[Suggestion]] = defaultdict(list)
    for one in suggestions:
        by_file[one.file].append(one)
    parts = []
    for name, its in sorted(by_file.items()):
        path = models_folder() / name
        before = path.read_text(encoding="utf-8") if path.is_file() else ""
        after = before
        for one in its:
            after = _added(after, one, Path(name).suffix)
        parts += [f"# {one.key}: {one.wording or 'a concept that is not there yet'}; {one.why}\n" for one in its]
        parts += difflib.unified_diff(before.splitlines(keepends=True), after.splitlines(keepends=True), f"a/models/{name}", f"b/models/{name}")
    return "".join(parts)


def _added(text: str, one: Suggestion, suffix: str) -> str:
    if suffix == ".csv":
        return f"{text}{one.key},{one.wording},,\n"
    key = one.key if _PLAIN_KEY.fullmatch(one.key) else json.dumps(one.key)
    if not one.table:  # a unit: what sort of thing it counts is for a person to say
        return f'{text}{key} = {{ kind = "count", counts = "thing" }}\n'
    wording = json.dumps(one.wording, ensure_ascii=False)
    table = re.search(rf"^\[{one.table}\]\n", text, re.MULTILINE)
    if table is None:
        return f"{text}\n[{one.table}]\n{key} = [{wording}]\n"
    stop = re.compile(r"^\[", re.MULTILINE).search(text, table.end())
    body, rest = text[table.end():stop.start() if stop else len(text)], text[stop.start():] if stop else ""
    entry = re.search(rf"^{re.escape(key)} = \[", body, re.MULTILINE)
    body = f"{body[:entry.end()]}{wording}, {body[entry.end():]}" if entry else f"{key} = [{wording}]\n{body}"
    return text[:table.end()] + body + rest
