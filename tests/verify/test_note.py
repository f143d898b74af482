"""Every sentence that a check can say stands in notes.toml, in every language, with the same values."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from decimal import Decimal
from importlib.resources import files
from pathlib import Path
from string import Formatter

import pytest

from pipeline.page.html import strings
from pipeline.verify.note import Note, wordings

CHECKS = Path(str(files("pipeline.verify")))


def braces(wording: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(wording) if name is not None}


def notes() -> Iterator[tuple[str, str, set[str | None]]]:
    """Where a note is made, its template, and the names of its values."""
    for module in sorted(CHECKS.glob("*.py")):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Note":
                key = node.args[0]
                where = f"{module.name}:{node.lineno}"
                assert isinstance(key, ast.Constant), f"{where}: name the template where the note is made"
                yield where, str(key.value), {keyword.arg for keyword in node.keywords}


def test_a_template_has_a_wording_with_the_same_braces_in_each_language_of_the_page() -> None:
    for key, its in wordings().items():
        assert its.keys() == strings().keys(), key
        assert all(wording.strip() and braces(wording) == braces(its["en"]) for wording in its.values()), key


def test_a_check_fills_each_brace_of_a_template_that_is_there() -> None:
    for where, key, values in notes():
        assert key in wordings(), f"{where}: no template {key}"
        assert values == braces(wordings()[key]["en"]), f"{where}: {key}"


def test_a_template_is_some_check_s() -> None:
    assert wordings().keys() == {key for _, key, _ in notes()}


@pytest.mark.parametrize(("note", "told", "values"), [
    (Note("part_larger", whole=Decimal(1053)), "A part cannot be larger than its whole of 1,053.", {"whole": 1053}),
    (
        Note("sum_by_slip", slip=Note("slip_swapped")),
        "The parts do not come to the whole: two digits are swapped.", {"slip": {"key": "slip_swapped"}},
    ),
    (Note("claim_missing", having=("pl", "vi"), lacking=("en",)), "pl, vi says this; en does not.", {"having": ["pl", "vi"], "lacking": ["en"]}),
])
def test_a_note_is_told_in_english_and_keeps_what_fills_it(note: Note, told: str, values: object) -> None:
    assert (str(note), json.loads(note.as_json())) == (told, values)
