"""`soat apply`, `soat sample` and `soat suggest`: what becomes of the decisions that reviewers made."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.options import AsJson, Tables
from pipeline.cli.terminal import console, one_line, print_json, table
from pipeline.errors import UsageError

if TYPE_CHECKING:
    from pipeline.review import Decision, DecisionLog

Log = Annotated[Path | None, typer.Option("--log", help="The log of decisions, if not DIR/review/decisions.jsonl; one log may serve many runs.")]
_DRAWN = ("claim_id", "language", "unit_kind", "rule")


def apply(folder: Tables, log: Log = None) -> None:
    """Merge the decisions of reviewers into reviewed tables.

    `reviewed_claims` and `reviewed_findings` have every row with its `review_status` and the corrected values beside the extracted ones. A decision
    whose claim has moved is found again by its quote.
    """
    from pipeline.review import apply_decisions

    done = apply_decisions(folder, log_at(folder, log))
    printed = console()
    told = ", ".join(f"{number} {status}" for status, number in sorted(done.statuses.items(), key=lambda item: -item[1]))
    printed.print(f"{one_line(str(folder / 'reviewed_claims'))}: {told or 'no claims'}", soft_wrap=True)
    if done.moved:
        printed.print(f"{done.moved} decided claims had moved and were found again by their quotes (anchored_by = quote)")
    for lost in done.lost:
        printed.print(f"not in these tables, kept in the log: {one_line(lost)}", soft_wrap=True)
    _tell(done.problems)


def sample(
    folder: Tables,
    number: Annotated[int, typer.Option("--n", min=1, help="How many claims to draw.")] = 200,
    seed: Annotated[int, typer.Option(help="Another seed draws others.")] = 1,
    report: Annotated[bool, typer.Option("--report", help="Print the precision of the drawn claims that were judged.")] = False,
    log: Log = None,
    as_json: AsJson = False,
) -> None:
    """Draw claims for judgement, or print how many of those judged are right.

    The draw goes over languages, kinds of units and rules in turn. The report weighs each by its size in the tables and gives 95 % intervals.
    """
    from pipeline.write import read_table

    claims = read_table(folder, "claims").select(_DRAWN).to_pylist()
    if report:
        _report(folder, claims, log_at(folder, log), as_json=as_json)
        return
    from pipeline.review import draw_sample, keep_sample

    drawn = draw_sample(claims, number, seed)
    if not drawn:
        raise UsageError(f"{folder} has no claims to draw from")
    path = keep_sample(folder, drawn, number, seed)
    console().print(
        f"{len(drawn)} of {len(claims)} claims drawn into {one_line(str(path))}\nnext: soat review {one_line(str(folder))} --sample", soft_wrap=True,
    )


def suggest(folder: Tables, log: Log = None) -> None:
    """Print what corrections ask of `models/`, as a patch to be read; nothing is changed.

    Units for nouns without an id, places without a code, roles without an id. NAME-ME stands where a person must choose.
    """
    from pipeline.review import standing_of
    from pipeline.review import suggest as find
    from pipeline.review.suggesting import as_patch
    from pipeline.write import read_table

    languages = {row["article_id"]: row["language"] for row in read_table(folder, "articles").select(["article_id", "language"]).to_pylist()}
    decisions = _read(log_at(folder, log))
    found = find(read_table(folder, "claims").to_pylist(), read_table(folder, "officials").to_pylist(), languages, standing_of(decisions))
    sys.stdout.write(as_patch(found) or "# no correction asks for an entry\n")


def log_at(folder: Path, given: Path | None) -> DecisionLog:
    """The log that was named, else the run's own."""
    from pipeline.review import DecisionLog, log_of

    return DecisionLog(given or log_of(folder))


def _read(log: DecisionLog) -> list[Decision]:
    decisions, problems = log.read()
    _tell(problems)
    return decisions


def _tell(problems: list[str] | tuple[str, ...]) -> None:
    for problem in problems:
        console(stderr=True).print(f"soat: {one_line(problem)}", soft_wrap=True)


def _report(folder: Path, claims: list[dict[str, object]], log: DecisionLog, *, as_json: bool) -> None:
    from pipeline.review import read_sample, report_on, standing_of

    drawn, seed = read_sample(folder)
    rows = report_on(claims, set(drawn), standing_of(_read(log)))
    if not rows:
        raise UsageError(f"none of the {len(drawn)} drawn claims is judged yet: soat review {folder} --sample")
    if as_json:
        print_json({"seed": seed, "drawn": len(drawn), "claims": len(claims), "precision": [row._asdict() for row in rows]})
        return
    figures = ("precision", "95 % interval", "right", "judged", "claims")
    shown = table("of", "", *figures, right=figures)
    for row in rows:
        interval = f"{row.low:.3f} to {row.high:.3f}"
        shown.add_row(row.group, row.name, f"{row.precision:.3f}", interval, str(row.right), str(row.judged), str(row.population))
    printed = console()
    printed.print(shown)
    everything = rows[0]
    printed.print(
        f"To cite: of {everything.judged} claims drawn from {len(claims)} (stratified by language, kind and rule; seed {seed}) "
        f"and judged by people, {everything.right} were right; precision {100 * everything.precision:.1f} % "
        f"(95 % interval {100 * everything.low:.1f} to {100 * everything.high:.1f} %).", soft_wrap=True,
    )
