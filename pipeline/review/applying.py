"""Reviewed tables: the claims and findings of a run with what was decided about each, beside what was extracted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.review.anchors import Anchored, anchor
from pipeline.review.decisions import Standing, standing_of
from pipeline.review.log import DecisionLog
from pipeline.write import read_table
from pipeline.write.disk_store import DiskStore
from pipeline.write.tables import CORRECTABLE, REVIEWED


class Applied(NamedTuple):
    """What `apply` did: rows of each status, claims that were found again by their quote, decisions whose claim is gone, lines that are none."""

    statuses: dict[str, int]
    moved: int
    lost: tuple[str, ...]
    problems: tuple[str, ...]


def apply_decisions(folder: Path, log: DecisionLog) -> Applied:
    """Write `reviewed_claims` and `reviewed_findings` of a finished run, in place of earlier ones.

    The extracted tables stay as they are. Raises OutputError where tables or the log cannot be read or written.
    """
    claims = read_table(folder, "claims").to_pylist()
    findings = read_table(folder, "findings").to_pylist() if (folder / "findings").is_dir() else []
    decisions, problems = log.read()
    sources: dict[str, set[str]] = defaultdict(set)
    for row in read_table(folder, "sources").select(["article_id", "source_path"]).to_pylist():
        sources[row["article_id"]].add(row["source_path"])
    anchored = anchor(decisions, claims, sources, {row["finding_id"] for row in findings})
    standing = standing_of(anchored.decisions)
    statuses: dict[str, int] = defaultdict(int)
    reviewed: dict[str, list[dict[str, Any]]] = {"reviewed_claims": [], "reviewed_findings": []}
    for row in claims:
        stands = standing.get(("claim", row["claim_id"]))
        reviewed["reviewed_claims"].append(row | _told(stands) | _corrected(stands, row, anchored))
        statuses[reviewed["reviewed_claims"][-1]["review_status"]] += 1
    for row in findings:
        reviewed["reviewed_findings"].append(row | _told(standing.get(("finding", row["finding_id"]))))
    rows = {table.name: [tuple(row[column.name] for column in table.columns) for row in reviewed[table.name]] for table in REVIEWED}
    store = DiskStore(folder)
    with store.locked():
        store.replace(rows)
    lost = tuple(f"{one.target} {one.id} ({one.quote!r}), {one.action} by {one.reviewer}" for one in anchored.lost)
    return Applied(dict(statuses), sum(how == "quote" for how in anchored.how.values()), lost, tuple(problems))


def _told(stands: Standing | None) -> dict[str, Any]:
    return {
        "review_status": stands.status if stands else "unreviewed",
        "reviewers": sorted(stands.by_reviewer) if stands else [],
        "reviewed_at": stands.last.at if stands else None,
        "notes": [f"{reviewer}: {note}" for reviewer, note in stands.notes] if stands else [],
    }


def _corrected(stands: Standing | None, row: Mapping[str, Any], anchored: Anchored) -> dict[str, Any]:
    said = stands.corrected if stands else {}
    return {
        "anchored_by": anchored.how.get(row["claim_id"]) if stands else None,
        "corrected_fields": sorted(said),
        **{f"corrected_{column}": said.get(column) for column in CORRECTABLE},
    }
