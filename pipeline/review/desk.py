"""What a review works on: the claims and findings of a run, the log, and what stands now, kept in step with others who write to the log."""

from __future__ import annotations

import threading
from collections.abc import Collection
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from pipeline.errors import SoatError
from pipeline.review.decisions import Decision, Standing, Target, standing_of
from pipeline.review.log import DecisionLog
from pipeline.write import read_table
from pipeline.write.store import MANIFEST

_OF_CLAIM = ("article_id", "field", "start", "quote", "sentence")


class NotKept(SoatError):
    """A decision that is not kept, with the reason and the status of HTTP that says so."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status


class News(NamedTuple):
    """What stands of the claims and findings that were decided about since an earlier look, and where the log ends now."""

    standing: dict[str, dict[str, Any]]
    seen: int
    problems: list[str]


class Desk:
    """One run under review; threads may share it.

    Raises OutputError where the tables are not there.
    """

    def __init__(self, folder: Path, log: DecisionLog) -> None:
        self.folder = folder
        self._log = log
        self._mark = self._stamp()
        columns = ["claim_id", *_OF_CLAIM]
        self._claims = {row.pop("claim_id"): row for row in read_table(folder, "claims").select(columns).to_pylist()}
        self._findings: set[str] = set()
        if (folder / "findings").is_dir():
            self._findings = set(read_table(folder, "findings").column("finding_id").to_pylist())
        self._paths: dict[str, str] = {}
        for row in read_table(folder, "sources").select(["article_id", "source_path"]).to_pylist():
            self._paths.setdefault(row["article_id"], row["source_path"])
        self._lock = threading.Lock()
        self._decisions: list[Decision] = []
        self._problems: list[str] = []
        self._size = -1

    def articles_of(self, claims: Collection[str]) -> set[str]:
        """The articles of some claims; those that are not there have none."""
        return {self._claims[one]["article_id"] for one in claims if one in self._claims}

    def decide(self, said: object) -> News:
        """Keep one decision and give what stands of its claim now; raises NotKept, and OutputError where the disk refuses."""
        if not isinstance(said, dict):
            raise NotKept(400, "a decision is an object")
        try:
            one = Decision.model_validate({key: value for key, value in said.items() if key not in ("entry", "at")} | self._of(said))
        except ValidationError as error:
            told = error.errors()[0]
            raise NotKept(400, ": ".join([*map(str, told["loc"]), told["msg"]])) from error
        with self._lock:
            if self._stamp() != self._mark:
                raise NotKept(409, "the tables have changed since this review was opened; your decision is not kept: start soat review again")
            self._reread()
            if one.action == "undo":
                self._check_undo(one)
            before = len(self._decisions)
            self._log.append([one])
            self._reread()
            return self._since(before)

    def news(self, seen: int) -> News:
        """What was decided behind the first `seen` decisions of the log, by whomever."""
        with self._lock:
            self._reread()
            return self._since(seen if 0 <= seen <= len(self._decisions) else 0)

    def _of(self, said: dict[str, Any]) -> dict[str, Any]:
        """What finds the claim again; raises NotKept where there is no such claim or finding."""
        target, key = said.get("target"), said.get("id")
        if target == "finding" and key in self._findings:
            return {}
        if target == "claim" and isinstance(key, str) and key in self._claims:
            claim: dict[str, Any] = self._claims[key]
            return claim | {"source_path": self._paths.get(claim["article_id"])}
        raise NotKept(404, f"these tables have no {target} {key}")

    def _check_undo(self, one: Decision) -> None:
        undone = {other.undoes for other in self._decisions}
        for other in self._decisions:
            if other.entry == one.undoes:
                if other.reviewer != one.reviewer:
                    raise NotKept(403, f"only {other.reviewer} takes that decision back")
                if other.entry in undone:
                    raise NotKept(409, "that decision is taken back already")
                return
        raise NotKept(404, "there is no such decision to take back")

    def _reread(self) -> None:
        """The log again where it has grown."""
        size = self._log.path.stat().st_size if self._log.path.exists() else 0
        if size != self._size:
            self._decisions, self._problems = self._log.read()
            self._size = size

    def _since(self, seen: int) -> News:
        touched: set[tuple[Target, str]] = {(one.target, one.id) for one in self._decisions[seen:]}
        every = standing_of(one for one in self._decisions if (one.target, one.id) in touched)
        return News({key: _told(every.get((target, key))) for target, key in touched}, len(self._decisions), self._problems)

    def _stamp(self) -> tuple[int, ...]:
        """Changes when a run, `verify` or `append` writes the tables that are under review."""
        places = [self.folder / MANIFEST, *sorted((self.folder / "claims").glob("part-*")), *sorted((self.folder / "findings").glob("part-*"))]
        return tuple(path.stat().st_mtime_ns if path.exists() else 0 for path in places)


def _told(stands: Standing | None) -> dict[str, Any]:
    if stands is None:
        return {"status": "unreviewed", "decisions": [], "notes": []}
    return {
        "status": stands.status,
        "decisions": [
            {"entry": one.entry, "reviewer": one.reviewer, "action": one.action, "corrected": one.corrected, "note": one.note, "at": one.at}
            for one in stands.by_reviewer.values()
        ],
        "notes": [{"reviewer": reviewer, "note": note} for reviewer, note in stands.notes],
    }
