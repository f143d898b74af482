"""Floors: the scores below which the readers may not fall, pinned with a digest of the corpus that they were measured on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from pipeline.errors import OutputError, UsageError
from pipeline.evaluate.gold import read_gold
from pipeline.evaluate.judging import evaluate
from pipeline.evaluate.running import articles_folder, extract_gold
from pipeline.knowledge import Knowledge

SETS = {"seen": ("*", "*_blind"), "blind": ("*_blind", "")}
"""Gold articles by name: those that rules may be written from, and those that are held out (pattern, pattern left out)."""

_DIGITS = 4
Scores = dict[str, dict[str, float]]


def digest_of(gold_folder: Path) -> str:
    """A digest of the gold facts and of their articles."""
    found = hashlib.sha256()
    for path in sorted([*(gold_folder / "facts").glob("*.json"), *articles_folder(gold_folder).glob("*.*")]):
        found.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()


def measure(gold_folder: Path, knowledge: Knowledge) -> Scores:
    """F1 a language and a kind (of claims also of whole ones), for each set of gold articles."""
    scores: Scores = {}
    every = read_gold(gold_folder)
    for name, (wanted, left_out) in SETS.items():
        gold = [one for one in every if fnmatchcase(one.name, wanted) and not fnmatchcase(one.name, left_out)]
        judged = evaluate(gold, extract_gold(gold, articles_folder(gold_folder), knowledge), knowledge.units)
        scores[name] = {f"{language}.{kind}": _cut(tally.f1) for (language, kind), tally in sorted(judged.tallies.items())}
        scores[name] |= {f"{language}.whole": _cut(tally.whole_f1) for (language, kind), tally in sorted(judged.tallies.items()) if kind == "claims"}
    return scores


def _cut(score: float) -> float:
    whole: int = 10**_DIGITS
    return int(score * whole) / whole


def fallen(floors: Mapping[str, Any], scores: Scores) -> list[str]:
    """What has fallen below its floor, one line each."""
    return [
        f"{name} {what}: {scores[name].get(what, 0.0):.4f} is below its floor of {floor:.4f}"
        for name, pinned in floors["scores"].items() for what, floor in pinned.items() if scores[name].get(what, 0.0) < floor
    ]


def read_floors(path: Path) -> dict[str, Any]:
    """The floors of a file; raises UsageError where there are none."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"cannot read the floors in {path}: {error}") from error
    if not isinstance(found, dict) or not {"corpus", "scores"} <= found.keys():
        raise UsageError(f"{path} holds no floors (keys corpus, scores)")
    return found


def update(path: Path, gold_folder: Path, scores: Scores, reason: str) -> None:
    """Pin new floors; raises UsageError where one would be lower and no reason is given, which is then kept in the file."""
    before = read_floors(path) if path.exists() else {"scores": {}, "lowered": []}
    lower: Iterable[str] = fallen(before, scores) if before["scores"] else ()
    if lower and not reason:
        raise UsageError("a floor would be lowered; say why with --lower:\n  " + "\n  ".join(lower))
    lowered = [*before.get("lowered", []), *([{"why": reason, "what": [*lower]}] if lower else [])]
    text = json.dumps({"corpus": digest_of(gold_folder), "scores": scores, "lowered": lowered}, indent=1, ensure_ascii=False)
    try:
        path.write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise OutputError(f"cannot write {path}: {error}") from error
