"""Runs every command and snippet of the documents and writes what it printed under it.

usage: python docs/refresh.py [--check]

A fenced block of `sh` or `python` is run; a block of `text` right behind it is its output. The blocks of a document run in order in one
empty folder that has `corpora/` in it. A line that calls make is left to make. With --check nothing is written, and a document that is
not as it would be is told, with exit code 1; of a block of `text sample` (counts over many articles, which every better rule changes)
only the first line is then compared, its figures apart.
"""

from __future__ import annotations

import difflib
import inspect
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

import pipeline

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = ("README.md", "docs/journalist.md", "docs/researcher.md", "docs/verify.md", "docs/developer.md", "docs/scale.md")
API = "docs/api.md"
_BLOCK = re.compile(
    r"^```(?P<language>sh|python)\n(?P<code>.*?)^```\n(?:\n```text(?P<sample> sample)?\n(?P<output>.*?)^```\n)?", re.MULTILINE | re.DOTALL,
)
_LEFT_OUT = ("make ", "git ", "pip ", "cd ")
_CLOCK = re.compile(r"\bin [0-9.,]+ s\b")
_FIGURE = re.compile("[0-9.,]+")


class Failed(Exception):
    """A command of a document did not end well."""


class Shown(NamedTuple):
    """A document as it stands and as it would be with the output of now."""

    name: str
    now: str
    fresh: str


def refresh(name: str, *, check: bool) -> Shown:
    """Run the blocks of a document; raises Failed with the block that fails. `check`: samples need not be fresh."""
    text = (ROOT / name).read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "corpora", Path(folder) / "corpora")
        return Shown(name, text, _BLOCK.sub(lambda block: _run(block, Path(folder), check=check), text))


def _run(block: re.Match[str], folder: Path, *, check: bool) -> str:
    code, output = block["code"], block["output"]
    if block["language"] == "python":
        command = [sys.executable, "-c", code]
    else:
        lines = [line for line in code.splitlines() if not line.startswith(_LEFT_OUT)]
        command = ["bash", "-euo", "pipefail", "-c", "\n".join(lines)]
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {key: value for key, value in os.environ.items() if key not in ("COLUMNS", "FORCE_COLOR")}
    environment |= {"PATH": path, "TERM": "dumb", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 - our own documents
    if done.returncode:
        raise Failed(f"exit code {done.returncode} of:\n{code}\n{done.stdout}{done.stderr}")
    if output is None:
        return block.group()
    said = "\n".join(line.rstrip() for line in done.stdout.rstrip("\n").split("\n"))
    if _alike(said, output.rstrip("\n"), sample=check and block["sample"] is not None):
        said = output.rstrip("\n")
    return f"```{block['language']}\n{code}```\n\n```text{block['sample'] or ''}\n{said}\n```\n"


def _alike(said: str, before: str, *, sample: bool) -> bool:
    if sample:
        return _FIGURE.sub("", said.partition("\n")[0]) == _FIGURE.sub("", before.partition("\n")[0])
    return _CLOCK.sub("", said) == _CLOCK.sub("", before)


def api_page() -> Shown:
    """The page of the public verbs, from their signatures and docstrings."""
    parts = ["# The public verbs\n\nMade from the docstrings of `pipeline`; `make docs` writes it anew.\n"]
    for name in pipeline.__all__:
        verb = getattr(pipeline, name)
        signature = str(inspect.signature(verb)).replace("'", "")
        parts.append(f"\n## {name}\n\n```python\n{name}{signature}\n```\n\n{inspect.getdoc(verb)}\n")
    # an example in a docstring is code on a page
    page = re.sub("(?m)^>>> (.*\\n)(.*\\n)", r"```pycon\n>>> \1\2```\n", "".join(parts))
    path = ROOT / API
    return Shown(API, path.read_text(encoding="utf-8") if path.exists() else "", page)


def main() -> int:
    """Refresh or check every document."""
    check = "--check" in sys.argv[1:]
    stale = 0
    for shown in (api_page(), *(refresh(name, check=check) for name in DOCUMENTS)):
        if shown.now == shown.fresh:
            continue
        stale += 1
        if check:
            lines = (text.splitlines(keepends=True) for text in (shown.now, shown.fresh))
            sys.stdout.writelines(difflib.unified_diff(*lines, shown.name, "as it would be"))
        else:
            (ROOT / shown.name).write_text(shown.fresh, encoding="utf-8")
            sys.stdout.write(f"refreshed {shown.name}\n")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
