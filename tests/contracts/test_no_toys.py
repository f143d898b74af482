"""Nothing in code or knowledge stands there on account of the article that the project was founded on, or of one machine."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]

FIGURES = frozenset({"892", "228", "106"})
"""Of the sample's figures those that are no round and no everyday number."""
PHRASES = re.compile(
    "le thi huong|l\u00ea th\u1ecb h\u01b0\u01a1ng|to lam|t\u00f4 l\u00e2m|generalnegoto|18-nq/tw|laichau\\.gov|proste linie|jasne \u015bcie\u017cki",
    re.IGNORECASE,
)
MACHINE = re.compile(r"(?:^|[\s\"'=(:])/(?:work|tmp|home|root|Users|opt|mnt)/|file:///|(?:127\.0\.0\.1|localhost):[0-9]")
TEXT_FILES = frozenset({".py", ".toml", ".md", ".txt", ".csv", ".json", ".cfg", ".yml", ".yaml", ""})
NOT_OURS = frozenset({".git", ".venv", "out", "dist", "build"})


def leaves(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield str(key)
            yield from leaves(item)
    elif isinstance(value, list):
        for item in value:
            yield from leaves(item)
    else:
        yield str(value)


def literals() -> Iterator[tuple[Path, str]]:
    for path in sorted((ROOT / "pipeline").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        yield from ((path, str(node.value)) for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in told)
    for path in sorted((ROOT / "models").rglob("*.toml")):
        # a room's examples are its tests, and may say what any article may say
        if path.name != "examples.toml":
            yield from ((path, leaf) for leaf in leaves(tomllib.loads(path.read_text(encoding="utf-8"))))


def test_no_figure_and_no_phrase_of_the_sample_is_known() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {literal[:80]!r}" for path, literal in literals()
        if literal in FIGURES or PHRASES.search(literal)
    ]
    assert not found, "\n".join(found)


def test_no_person_is_known_by_name() -> None:
    """Persons are read from articles; only the heroes of set phrases may be known, in the table that keeps them from being officials."""
    found = [str(path.relative_to(ROOT)) for path in (ROOT / "models").rglob("*") if re.search(r"persons?\.|politicians?\.|people\.", path.name)]
    assert not found


def test_no_file_speaks_of_one_machine() -> None:
    found = []
    for path in sorted(ROOT.rglob("*")):
        parts = path.relative_to(ROOT).parts
        hidden = any(part.startswith(".") and part != ".ci" for part in parts[:-1])
        if hidden or parts[0] in NOT_OURS or path.suffix not in TEXT_FILES or not path.is_file() or path == Path(__file__):
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").split("\n"), 1):
            if MACHINE.search(line):
                found.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}")
    assert not found, "\n".join(found)
