"""The manifest `run.json`: with what a folder's tables were made, when, and what came of it; times stand only here."""

from __future__ import annotations

import hashlib
import json
import platform
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from pipeline.config import RunConfig
from pipeline.knowledge.files import models_folder
from pipeline.run.inputs import Listed, digest_of
from pipeline.write.tables import SCHEMA_VERSION

LIBRARIES = ("pyarrow", "pydantic", "ahocorasick_rs", "morfeusz2", "langdetect", "ftfy")
_LISTED = 1000
"""Inputs whose digests the manifest keeps one by one; of more than these it keeps only the digest of all."""
_SHOWN = 3


def plan_of(config: RunConfig, listed: Sequence[Listed], models: Sequence[Mapping[str, str]] = ()) -> dict[str, Any]:
    """What decides about the tables: the settings, the inputs, the knowledge and the version; equal plans give equal tables."""
    return {
        "settings": config.settings(),
        "inputs": {
            "digest": digest_of(listed), "files": len(listed),
            "listed": {one.file.name: one.digest for one in listed} if len(listed) <= _LISTED else {},
        },
        "knowledge": knowledge_digest(),
        "models": [dict(model) for model in models],
        "soat": _version("soat"),
        "schema_version": SCHEMA_VERSION,
    }


def what_differs(before: Mapping[str, Any], now: Mapping[str, Any]) -> str:
    """How a plan differs from another, for a person; empty where it does not.

    >>> what_differs({"soat": "1"}, {"soat": "2"})
    'soat was 1, is 2'
    """
    parts = []
    for key in now:
        if before.get(key) == now[key]:
            continue
        if key == "settings":
            old = before.get(key) or {}
            parts += [f"{name} was {json.dumps(old.get(name))}, is {json.dumps(value)}" for name, value in now[key].items() if old.get(name) != value]
        elif key == "inputs":
            parts.append(_inputs_differ(before.get(key) or {}, now[key]))
        elif key == "knowledge":
            parts.append("the files under models/ have changed")
        else:
            parts.append(f"{key} was {before.get(key)}, is {now[key]}")
    return "; ".join(parts)


def _inputs_differ(before: Mapping[str, Any], now: Mapping[str, Any]) -> str:
    old, new = before.get("listed") or {}, now["listed"]
    if not old or not new:
        return f"other inputs: {before.get('files')} files then, {now['files']} now"
    said = []
    changed = {name for name in old.keys() & new.keys() if old[name] != new[name]}
    for what, names in (("new", new.keys() - old.keys()), ("gone", old.keys() - new.keys()), ("changed", changed)):
        if names:
            shown = ", ".join(sorted(names)[:_SHOWN])
            said.append(f"{what}: {shown}" + (f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""))
    return "inputs " + (", ".join(said) or "in another order")


def manifest_of(
    earlier: Mapping[str, Any] | None, plan: Mapping[str, Any], counts: Mapping[str, Any], rows: Mapping[str, int], started: datetime,
) -> dict[str, Any]:
    """The manifest of a folder after one more run."""
    times = {"started": started.isoformat(timespec="seconds"), "ended": datetime.now(UTC).isoformat(timespec="seconds")}
    one = {"plan": plan, "counts": counts, "rows": dict(rows), **times}
    runs = [*(earlier["runs"] if earlier else ()), one]
    total: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    for run in runs:
        total.update(run["rows"])
        reasons.update(run["counts"]["reasons"])
    return {
        "schema_version": SCHEMA_VERSION,
        "soat": plan["soat"],
        "python": platform.python_version(),
        "libraries": {name: _version(name) for name in LIBRARIES},
        "models": plan["models"],
        "started": runs[0]["started"],
        "ended": runs[-1]["ended"],
        "inputs": sum(run["counts"]["inputs"] for run in runs),
        "articles": total["articles"],
        "duplicates": total["sources"] - total["articles"],
        "refused": sum(run["counts"]["refused"] for run in runs),
        "refused_by_reason": dict(sorted(reasons.items())),
        "rows": dict(total),
        "runs": runs,
    }


def _version(distribution: str) -> str | None:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return None


def knowledge_digest() -> str:
    """One digest of all files of the knowledge."""
    digest = hashlib.sha256()
    folder = models_folder()
    for path in sorted(path for path in folder.rglob("*") if path.suffix in (".toml", ".csv")):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()
