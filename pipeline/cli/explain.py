"""`soat explain`: an article with every mention marked in its place, the rule that read it, and what was refused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer
from rich.padding import Padding
from rich.text import Text

from pipeline.cli.article import notes_of, read_article, source_name
from pipeline.cli.options import AsJson, Fields, Language, Number, OneFile, many_of
from pipeline.cli.saying import KINDS, Kind
from pipeline.cli.terminal import console, one_line, print_json, visible

if TYPE_CHECKING:
    from pipeline.api import Result

_QUOTE = 60


class Mark(NamedTuple):
    """A mention in a text: `label` is its letter and number."""

    start: int
    stop: int
    label: str
    kind: Kind
    row: Mapping[str, Any]


def explain(
    file: OneFile, number: Number = 1, lang: Language = None, field: Fields = None,
    only: Annotated[str, typer.Option(metavar="TABLES", help="Mark only these, with commas: claims,dates,refusals ...")] = "",
    as_json: AsJson = False,
) -> None:
    """Show an article with every mention in its place.

    A mark is [the words]C1: C claim, D document, O official, T time, P place, G organisation, X refused candidate. Under each paragraph
    stands what each mark was read as, and by which rule.
    """
    names = many_of("--only", only, [kind.table for kind in KINDS]) or tuple(kind.table for kind in KINDS)
    result = read_article(file, number, lang, field)
    if as_json:
        print_json({"article": dict(result.article), **{name: [dict(row) for row in result.rows(name)] for name in names}})
        return
    out = console()
    article = result.article
    known = f"{article.language} (by {article.language_by}), date {article.anchor or 'unknown'}"
    out.print(f"{one_line(source_name(article))}: {known}", style="bold", soft_wrap=True)
    for note in notes_of(result):
        out.print(one_line(note), style="bold", soft_wrap=True)
    for name, text in (("title", article.title), ("text", result.text)):
        if text is not None:
            for paragraph, marks in paragraphs(text, list(marks_of(result, name, names))):
                out.print(paragraph)
                for mark in marks:
                    out.print(Padding(explain_mark(mark), (0, 0, 0, 4), expand=False))
                if marks:
                    out.print()


def marks_of(result: Result, field: str, names: Sequence[str]) -> Iterator[Mark]:
    """The marks of one field of an article, numbered in the order of the text."""
    for kind in KINDS:
        if kind.table not in names:
            continue
        rows = [row for row in result.rows(kind.table) if row["start"] is not None and row.get("field", "text") == field]
        for at, row in enumerate(sorted(rows, key=lambda row: (row["start"], row["stop"])), 1):
            letter = kind.letter if field == "text" else f"title {kind.letter}"
            yield Mark(row["start"], row["stop"], f"{letter}{at}", kind, row)


def paragraphs(text: str, marks: Sequence[Mark]) -> Iterator[tuple[Text, list[Mark]]]:
    """Each line of a text with its marks drawn, and the marks that start in it, by start."""
    start = 0
    for line in text.split("\n"):
        stop = start + len(line)
        inside = sorted((mark for mark in marks if mark.start < stop and start < mark.stop), key=lambda mark: (mark.start, -mark.stop))
        if line.strip():
            yield draw(text, start, stop, inside), [mark for mark in inside if mark.start >= start]
        start = stop + 1


def draw(text: str, start: int, stop: int, marks: Sequence[Mark]) -> Text:
    """A stretch of text with a bracket where a mark starts and a bracket with its label where it stops; marks may overlap in any way."""
    drawn = Text()
    points = sorted({start, stop, *(point for mark in marks for point in (mark.start, mark.stop) if start < point < stop)})
    for at, until in zip(points, [*points[1:], stop], strict=True):
        for mark in sorted((mark for mark in marks if mark.stop == at), key=lambda mark: -mark.start):
            drawn.append(f"]{mark.label}", mark.kind.style)
        for mark in marks:
            if mark.start == at and at < stop:
                drawn.append("[", mark.kind.style)
        covering = [mark.kind.style for mark in marks if mark.start <= at and until <= mark.stop]
        drawn.append(visible(text[at:until]), covering[-1] if covering else "")
    return drawn


def explain_mark(mark: Mark) -> Text:
    """A mark's line: label, words, what they were read as, and the rule."""
    line = Text()
    line.append(f"{mark.label} ", mark.kind.style)
    line.append(f"\u201c{one_line(mark.row['quote'] or '', _QUOTE)}\u201d ")
    line.append(one_line(mark.kind.say(mark.row)))
    if rule := mark.row.get("rule"):
        sure = mark.row.get("confidence")
        line.append(f"  [{one_line(rule)}{f' {sure:g}' if sure is not None else ''}]", "dim")
    return line
