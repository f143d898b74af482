"""Counts of right, false and missed, and what is read from them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

CLAIM_FIELDS = ("value", "modifier", "unit", "change", "whole", "period", "unit_conflict", "measured", "span")


@dataclass(slots=True)
class Tally:
    """What one kind of fact came to; `right` and `asked` count the fields of the facts that were found."""

    found: int = 0
    false: int = 0
    missed: int = 0
    right: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    asked: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    @property
    def precision(self) -> float:
        """The share of what was given that is in the gold; 1 where nothing was given."""
        return self.found / (self.found + self.false) if self.found + self.false else 1.0

    @property
    def recall(self) -> float:
        """The share of the gold that was given; 1 where the gold has nothing."""
        return self.found / (self.found + self.missed) if self.found + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def whole_f1(self) -> float:
        """F1 where only facts with every field right count as found."""
        return 2 * self.right["whole"] / max(1, 2 * self.found + self.false + self.missed)

    def share(self, name: str) -> float | None:
        """How many of the found facts have a field right; None where none was asked for it."""
        return self.right[name] / self.asked[name] if self.asked[name] else None

    def mark(self, name: str, *, right: bool) -> None:
        """Count one field of one found fact."""
        self.asked[name] += 1
        self.right[name] += right

    def as_row(self) -> dict[str, float | int]:
        """Every number of the tally, rounded to four places."""
        row: dict[str, float | int] = {
            "precision": round(self.precision, 4), "recall": round(self.recall, 4), "f1": round(self.f1, 4),
            "tp": self.found, "fp": self.false, "fn": self.missed,
        }
        row |= {name: round(self.right[name] / asked, 4) for name, asked in self.asked.items() if asked}
        if self.asked:
            row["whole_f1"] = round(self.whole_f1, 4)
        return row


@dataclass(slots=True)
class ClassTally:
    """What became of one class of gold claims: how many there are, how many were found, how many of them wholly right."""

    asked: int = 0
    found: int = 0
    right: int = 0


@dataclass(slots=True)
class Evaluation:
    """What an evaluation found: tallies by (language, kind), classes of claims, rows by confidence, and every miss in words."""

    tallies: dict[tuple[str, str], Tally] = field(default_factory=lambda: defaultdict(Tally))
    classes: dict[str, ClassTally] = field(default_factory=lambda: defaultdict(ClassTally))
    confidences: dict[float, ClassTally] = field(default_factory=lambda: defaultdict(ClassTally))
    misses: list[str] = field(default_factory=list)
    articles: int = 0
    notes: list[str] = field(default_factory=list)
