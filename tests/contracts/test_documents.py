"""The documents say what is so: their commands run, and what they show is what is printed."""

from __future__ import annotations

import difflib
import importlib.util
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
_SHOWN = 40


def refresh() -> ModuleType:
    spec = importlib.util.spec_from_file_location("refresh", ROOT / "docs" / "refresh.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["refresh"] = module
    spec.loader.exec_module(module)
    return module


def test_the_page_of_the_verbs_is_what_their_docstrings_say() -> None:
    page = refresh().api_page()
    assert page.now.splitlines() == page.fresh.splitlines(), "make docs writes it anew"


@pytest.mark.parametrize("name", refresh().DOCUMENTS)
def test_every_command_of_a_document_runs_and_prints_what_the_document_shows(name: str) -> None:
    shown = refresh().refresh(name, check=True)
    difference = list(difflib.unified_diff(shown.now.splitlines(), shown.fresh.splitlines(), name, "as it would be", lineterm="", n=0))
    assert not difference, "make docs writes the documents anew:\n" + "\n".join(difference[:_SHOWN])


def test_every_make_target_of_the_documents_is_there() -> None:
    text = "".join((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "CONTRIBUTING.md"))
    targets = set(re.findall("^make ([a-z]+)|`make ([a-z]+)", text, re.MULTILINE))
    targets = {one or other for one, other in targets}
    assert {"run", "test"} <= targets
    for target in sorted(targets):
        subprocess.run(["make", "-n", target], cwd=ROOT, check=True, capture_output=True)  # noqa: S607


def test_every_link_of_the_documents_leads_somewhere() -> None:
    for path in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")):
        for link in re.findall("\\]\\(([^)#:]+)(?:#[^)]*)?\\)", path.read_text(encoding="utf-8")):
            assert (path.parent / link).exists(), f"{path.name}: {link}"


def test_ci_runs_the_test_command_of_the_readme() -> None:
    assert "exec make test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "make test" in (ROOT / "README.md").read_text(encoding="utf-8")
