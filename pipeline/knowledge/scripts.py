"""Letters that speak for languages which have no room."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from pipeline.knowledge.files import name_of, read_model

_RANGE = re.compile(r"([0-9A-F]{4,6})-([0-9A-F]{4,6})")


class VoteFile(BaseModel):
    """One `[[vote]]` of `models/scripts.toml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    language: str
    share: float = Field(gt=0, le=1)
    letters: str = ""
    ranges: list[str] = Field(default_factory=list)


class ScriptsFile(BaseModel):
    """`models/scripts.toml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    latin_below: float = 1.0
    """A text is Latin where fewer of its letters are of other scripts."""
    vote: list[VoteFile] = Field(default_factory=list)
    aliases: dict[str, str] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Vote:
    """A language and the letters that speak for it, where they are at least `share` of a text's letters."""

    language: str
    share: float
    letters: frozenset[str]
    ranges: tuple[tuple[str, str], ...]

    def speaks(self, letter: str) -> bool:
        """Whether a lower-case letter is one of them."""
        return letter in self.letters or any(first <= letter <= last for first, last in self.ranges)


@dataclass(frozen=True, slots=True)
class Scripts:
    """The votes in their order, and other codes of languages."""

    latin_below: float
    votes: tuple[Vote, ...]
    aliases: Mapping[str, str]


def load_scripts(folder: Path, problems: list[str]) -> Scripts:
    """Read `scripts.toml`; every problem is added to `problems`."""
    path = folder / "scripts.toml"
    file = read_model(path, ScriptsFile, problems) or ScriptsFile()
    votes = []
    for vote in file.vote:
        ranges = [_RANGE.fullmatch(written) for written in vote.ranges]
        if None in ranges or not (vote.ranges or vote.letters):
            problems.append(f"{name_of(path)}:1: [[vote]] {vote.language}: give letters, or ranges such as 0E00-0E7F")
        bounds = tuple((chr(int(found[1], 16)), chr(int(found[2], 16))) for found in ranges if found)
        votes.append(Vote(vote.language, vote.share, frozenset(vote.letters), bounds))
    return Scripts(file.latin_below, tuple(votes), file.aliases)
