"""`soat rooms`: what soat knows of each language."""

from __future__ import annotations

from typing import Annotated

import typer

from pipeline.cli.terminal import console, print_json, table


def rooms(
    check: Annotated[bool, typer.Option("--check", help="Only validate the knowledge files; print nothing but problems and one line.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
) -> None:
    """Show what soat knows of each language.

    A row for each kind of wording; a dash means that a room has none of it.
    """
    from pipeline.knowledge import load_knowledge
    from pipeline.knowledge.schema import KINDS

    knowledge = load_knowledge()
    languages = sorted(knowledge.rooms)
    out = console()
    if as_json:
        print_json({code: knowledge.rooms[code].counts for code in languages})
        return
    if check:
        wordings = sum(sum(room.counts.values()) for room in knowledge.rooms.values())
        out.print(f"{len(languages)} rooms, {wordings} wordings: no problem found")
        return
    made = table("file", "kind", *languages, right=languages)
    last = ""
    for kind in KINDS:
        counts = [knowledge.rooms[code].counts.get(kind.name, 0) for code in languages]
        made.add_row(kind.file if kind.file != last else "", kind.name, *(str(count) if count else "-" for count in counts))
        last = kind.file
    made.add_section()
    made.add_row("", "all wordings", *(str(sum(knowledge.rooms[code].counts.values())) for code in languages))
    made.add_row("", "all forms", *(str(len(knowledge.rooms[code].entries)) for code in languages))
    out.print(made)
