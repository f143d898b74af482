"""`soat evaluate`: how well soat reads articles that people have read before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.terminal import console, one_line, print_json, table
from pipeline.errors import SoatError, UsageError

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from pipeline.evaluate import Evaluation
    from pipeline.evaluate.scores import ClassTally
    from pipeline.knowledge import Knowledge

_LONG = 400


def evaluate(
    gold_dir: Annotated[Path, typer.Argument(help="The folder with facts/NAME.json and articles/NAME.json.")],
    articles: Annotated[Path | None, typer.Option(help="Where the articles are, if not in GOLD_DIR/articles.")] = None,
    tables: Annotated[Path | None, typer.Option(help="Judge the tables of a finished run instead of reading the articles.")] = None,
    langs: Annotated[str, typer.Option(help="Only these languages, with commas.")] = "",
    names: Annotated[str, typer.Option(metavar="GLOB", help="Only gold articles of such names, for example '*_blind'.")] = "*",
    misses: Annotated[int, typer.Option(min=0, help="Show so many of the misses, each with its text.")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
    floors: Annotated[Path | None, typer.Option(help="Compare the scores with the floors in this file, and nothing else.")] = None,
    update: Annotated[bool, typer.Option("--update", help="With --floors: pin the scores as the new floors.")] = False,
    lower: Annotated[str, typer.Option(metavar="WHY", help="With --update: why a floor may be lowered.")] = "",
) -> None:
    """Judge soat against articles that people have read.

    Precision, recall and F1 a kind and a field, recall a class of claims, precision a value of confidence.
    """
    from pipeline.evaluate import articles_folder, extract_gold, read_gold, read_tables
    from pipeline.evaluate import evaluate as judge
    from pipeline.knowledge import load_knowledge

    knowledge = load_knowledge()
    if floors is not None:
        _hold(console(), gold_dir, floors, knowledge, update=update, reason=lower)
        return
    gold = [one for one in read_gold(gold_dir, [code for code in langs.split(",") if code]) if fnmatchcase(one.name, names)]
    if not gold:
        raise UsageError(f"{gold_dir} has gold articles, but none in {langs or 'any language'} of a name like {names}")
    rows = read_tables(tables) if tables else extract_gold(gold, articles or articles_folder(gold_dir), knowledge)
    evaluation = judge(gold, rows, knowledge.units)
    if as_json:
        print_json(_as_json(evaluation, misses))
        return
    _print(console(), evaluation, misses)


def _hold(out: Console, gold_dir: Path, path: Path, knowledge: Knowledge, *, update: bool, reason: str) -> None:
    """Compare with the floors, or pin new ones; raises SoatError where something has fallen."""
    from pipeline.evaluate import floors

    scores = floors.measure(gold_dir, knowledge)
    if update:
        floors.update(path, gold_dir, scores, reason)
        out.print(f"floors pinned in {one_line(str(path))}")
        return
    if fallen := floors.fallen(floors.read_floors(path), scores):
        raise SoatError("below the floors:\n  " + "\n  ".join(fallen))
    out.print("no score is below its floor")


def _as_json(evaluation: Evaluation, misses: int) -> dict[str, object]:
    return {
        "scores": {f"{language}.{kind}": tally.as_row() for (language, kind), tally in sorted(evaluation.tallies.items())},
        "classes": {name: _class_row(tally) for name, tally in sorted(evaluation.classes.items())},
        "confidence": {f"{value:g}": _class_row(tally) for value, tally in sorted(evaluation.confidences.items())},
        "misses": evaluation.misses[:misses],
        "notes": evaluation.notes,
    }


def _class_row(tally: ClassTally) -> dict[str, int]:
    return {"asked": tally.asked, "found": tally.found, "right": tally.right}


def _print(out: Console, evaluation: Evaluation, misses: int) -> None:
    from pipeline.evaluate import ALL, CLAIM_FIELDS

    kinds = list(dict.fromkeys(kind for _, kind in evaluation.tallies))
    languages = sorted({language for language, _ in evaluation.tallies} - {ALL})
    scores = table("", "", "precision", "recall", "F1", "right", "false", "missed", right=("precision", "recall", "F1", "right", "false", "missed"))
    shown = [ALL, *languages] if len(languages) > 1 else languages
    for kind in kinds:
        for language in shown:
            if (tally := evaluation.tallies.get((language, kind))) is not None:
                shares = (f"{value:.3f}" for value in (tally.precision, tally.recall, tally.f1))
                scores.add_row(kind if language == shown[0] else "", language, *shares, str(tally.found), str(tally.false), str(tally.missed))
        scores.add_section()
    out.print(f"{evaluation.articles} articles\n")
    out.print(scores)
    claims = evaluation.tallies[ALL, "claims"]
    fields = table("of the claims found", "right", "of", right=("right", "of"))
    for name in CLAIM_FIELDS:
        share = claims.share(name)
        if share is not None:
            fields.add_row(name + (" (value, modifier, unit and change)" if name == "whole" else ""), f"{share:.3f}", str(claims.asked[name]))
    fields.add_row("F1 of whole claims", f"{claims.whole_f1:.3f}", "")
    out.print(fields)
    out.print()
    classes = dict(sorted(evaluation.classes.items(), key=lambda one: (-one[1].asked, one[0])))
    out.print(_classes("class of gold claims", ("claims", "found", "whole", "recall", "whole recall"), classes))
    out.print()
    named = {f"{value:g}": tally for value, tally in sorted(evaluation.confidences.items(), reverse=True)}
    out.print(_classes("confidence", ("rows", "in the gold", "whole", "precision", "whole precision"), named))
    for note in evaluation.notes:
        out.print(f"note: {one_line(note)}")
    for line in evaluation.misses[:misses]:
        out.print(one_line(line, _LONG), soft_wrap=True)
    left = len(evaluation.misses) - misses
    if left > 0:
        out.print(f"{left} {'more ' if misses else ''}misses; --misses {len(evaluation.misses)} shows them")


def _classes(first: str, heads: Sequence[str], tallies: Mapping[str, ClassTally]) -> Table:
    made = table(first, *heads, right=heads)
    for name, tally in tallies.items():
        shares = (f"{tally.found / tally.asked:.3f}", f"{tally.right / tally.asked:.3f}")
        made.add_row(name, str(tally.asked), str(tally.found), str(tally.right), *shares)
    return made
