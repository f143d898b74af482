"""The errors that soat raises on purpose; each message says what, where and what next."""

from __future__ import annotations

from collections.abc import Sequence


class SoatError(Exception):
    """Any failure that soat foresees; its text is fit to be shown to a user."""


class UsageError(SoatError):
    """The command or the call was given something that it cannot take (exit code 2)."""


class KnowledgeError(SoatError):
    """Files under `models/` contradict their schema; carries every problem found, not only the first."""

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        count = len(self.problems)
        super().__init__(f"{count} problem{'s' * (count != 1)} in the knowledge files:\n  " + "\n  ".join(self.problems))


class InputRefusal(SoatError):
    """One input could not become an article; `reason` is a stable word, `detail` is for a person."""

    def __init__(self, reason: str, detail: str) -> None:
        self.reason = reason
        self.detail = detail
        super().__init__(f"{reason}: {detail}")


class OutputError(SoatError):
    """Tables could not be written or read where they were asked for."""


class ModelError(SoatError):
    """A trained model is not there, not what it should be, or cannot be loaded; the run goes on without it."""
