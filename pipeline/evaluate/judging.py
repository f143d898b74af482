"""The evaluation of fact tables against gold articles."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import PurePath
from typing import Any

from pipeline.evaluate.claims import ClaimVerdicts, asked_claims, judge_beside, match_claims
from pipeline.evaluate.gold import Gold, GoldClaim, plain
from pipeline.evaluate.names import KINDS, judge_names, judge_organisations, judge_roles
from pipeline.evaluate.scores import Evaluation, Tally
from pipeline.knowledge import Units

Row = Mapping[str, Any]
Tables = Mapping[str, Sequence[Row]]
ALL = "all"

_CORE = ("value", "modifier", "unit", "change")


def evaluate(gold: Sequence[Gold], tables: Tables, units: Units) -> Evaluation:
    """Compare fact tables with gold articles; an article is found by the stem of its `source_path`, or by its id."""
    evaluation = Evaluation(articles=len(gold))
    known_units = {unit.replace("_", " ") for unit in units.by_id}
    by_name: dict[str, list[Row]] = {}
    for article in sorted(tables["articles"], key=lambda row: not str(row.get("source_path") or "").endswith(".json")):
        for name in {PurePath(str(article.get("source_path") or "")).name.split(".")[0], str(article["article_id"])}:
            by_name.setdefault(name, []).append(article)
    by_article = {name: _by_article(rows) for name, rows in tables.items() if name != "articles"}
    for one in gold:
        mine = by_name.get(one.name, [])
        if len(mine) > 1:
            evaluation.notes.append(f"{one.name}: {len(mine)} inputs of this name; {mine[0].get('source_path')} is judged")
        if not mine:
            evaluation.misses.append(f"{one.name}: article not in the tables")
        rows = {name: groups.get(mine[0]["article_id"], []) if mine else [] for name, groups in by_article.items()}
        _judge_article(evaluation, one, mine[0]["text"] if mine else "", rows, units, known_units)
    return evaluation


def _by_article(rows: Sequence[Row]) -> dict[str, list[Row]]:
    """Rows by article; those of a title that stands apart are not judged, since no reader annotated titles."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        if row.get("field") in ("text", None):
            groups.setdefault(row["article_id"], []).append(row)
    return groups


def _judge_article(evaluation: Evaluation, gold: Gold, text: str, tables: Tables, units: Units, known_units: Collection[str]) -> None:
    claims = tables.get("claims", ())
    broken = sum(row["quote"] != text[row["start"]:row["stop"]] for row in claims)
    if broken:
        evaluation.notes.append(f"{gold.name}: {broken} claims whose quote is not the text at its offsets")
    if plain(text) != text:
        evaluation.notes.append(f"{gold.name}: the text in the tables is not in the ingested form")
    verdicts = match_claims(gold, text, claims, known_units)
    misses = _count_claims(evaluation, gold, verdicts, text)
    _count_classes(evaluation, gold, verdicts, units)
    for kind in KINDS:
        tally, lines = judge_names(kind, gold, tables.get(kind.table, ()))
        _add(evaluation, gold, kind.table, tally)
        misses += lines
    roles = judge_roles(gold, tables.get("officials", ()))
    if roles is not None:
        _add(evaluation, gold, "roles", roles[0])
        misses += roles[1]
    bodies = judge_organisations(gold, tables.get("organisations", ()))
    if bodies is not None:
        _add(evaluation, gold, "organisations", bodies[0])
        misses += bodies[1]
    evaluation.misses += [f"{gold.name}: {line}" for line in misses]


def _count_claims(evaluation: Evaluation, gold: Gold, verdicts: ClaimVerdicts, text: str) -> list[str]:
    misses: list[str] = []
    tally = Tally(found=len(verdicts.matched), false=len(verdicts.false))
    for i, claim in enumerate(asked_claims(gold)):
        if i not in verdicts.matched:
            tally.missed += 1
            gone = "" if verdicts.spans[i] else " (its quote is not in the text)"
            misses.append(f"claim missed: {claim.quote!r}: {claim.wanted}{gone}")
            continue
        row, fields = verdicts.matched[i]
        beside = judge_beside(claim, row, verdicts.spans[i])
        for name, right in {**fields, "whole": all(fields.values()), **beside}.items():
            tally.mark(name, right=right)
        wrong = [name for name, right in {**fields, **beside}.items() if not right]
        if wrong:
            period = f" period {claim.periods[0]}" if "period" in wrong else ""
            misses.append(f"claim {', '.join(wrong)} wrong: {claim.quote!r}: {claim.wanted}{period}; given {write_row(row)}")
    misses += [f"claim not in gold: {text[row['start']:row['stop']]!r}: {write_row(row)}" for row in verdicts.false]
    _add(evaluation, gold, "claims", tally)
    return misses


def write_row(row: Row) -> str:
    """A claim row in one line."""
    value = f"{row['value']:g}" if row["value"] is not None else f"{row['low']} to {row['high']}"
    if row["change"] == "from_to":
        value = f"{row['change_from']} > {row['change_to']}"
    return " ".join(str(part) for part in (row["change"], row["modifier"], value, row.get("unit") or row.get("unit_text"), row.get("period")) if part)


def classes_of(claim: GoldClaim, units: Units) -> list[str]:
    """The classes that a gold claim is counted in: its change, bound, form, status and sort of unit."""
    unit = (claim.units[0] or "").replace(" ", "_")
    kind = units.kind(unit)
    found = [claim.change if claim.change != "none" else "", claim.modifiers[0] if claim.modifiers[0] != "exact" else ""]
    found += ["range" if claim.ends else "", claim.status if claim.status != "actual" else "", "unit_conflict" if claim.unit_conflict else ""]
    found += [kind if kind in ("money", "share", "duration") else "", unit if unit == "times" else "", "in_words" if _in_words(claim) else ""]
    return [name for name in found if name] or ["plain"]


def _in_words(claim: GoldClaim) -> bool:
    return not any(c.isdigit() for figure in claim.figures for c in figure)


def _count_classes(evaluation: Evaluation, gold: Gold, verdicts: ClaimVerdicts, units: Units) -> None:
    for i, claim in enumerate(asked_claims(gold)):
        found = verdicts.matched.get(i)
        for name in classes_of(claim, units):
            tally = evaluation.classes[name]
            tally.asked += 1
            tally.found += found is not None
            tally.right += found is not None and all(found[1].values())
    right_of: dict[int, bool] = {}
    rows: dict[int, Row] = {}
    for row, fields in verdicts.matched.values():
        rows[id(row)] = row
        right_of[id(row)] = right_of.get(id(row), True) and all(fields[name] for name in _CORE)
    for key, row in rows.items():
        _count_confidence(evaluation, row, found=True, right=right_of[key])
    for row in verdicts.false:
        _count_confidence(evaluation, row, found=False, right=False)


def _count_confidence(evaluation: Evaluation, row: Row, *, found: bool, right: bool) -> None:
    tally = evaluation.confidences[row.get("confidence") or 0.0]
    tally.asked += 1
    tally.found += found
    tally.right += right


def _add(evaluation: Evaluation, gold: Gold, kind: str, tally: Tally) -> None:
    for language in (gold.language, ALL):
        whole = evaluation.tallies[language, kind]
        whole.found += tally.found
        whole.false += tally.false
        whole.missed += tally.missed
        for name, asked in tally.asked.items():
            whole.asked[name] += asked
            whole.right[name] += tally.right[name]
