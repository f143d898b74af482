"""Whether stated parts sum to their whole ("58 units: 41 communes and 17 wards")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from pipeline.knowledge import Knowledge
from pipeline.verify import rounding, tolerance
from pipeline.verify.facts import ArticleFacts, Claim
from pipeline.verify.finding import Finding
from pipeline.verify.note import Note
from pipeline.verify.slips import slip, told
from pipeline.verify.working import number

CHECK_ID = "arithmetic_sums"
_FEW = 2


def sums(facts: ArticleFacts, knowledge: Knowledge) -> Iterator[Finding]:
    """Each whole beside the parts that say they are its own, and beside the run of like figures that follows it in the sentence.

    Stated parts that come to more than the whole conflict, parts that nearly reach it are suspect. A run that nobody states to be parts
    is believed to be one only where it comes out, or would come out but for one slip in figures of many digits.
    """
    followers, first = _followers(facts), _first_of_their_unit(facts)
    parts: dict[str, list[Claim]] = {}
    for claim in facts.claims:
        if claim.part_of is not None:
            parts.setdefault(claim.part_of, []).append(claim)
    for whole in facts.claims:
        if whole.value is None or whole.value <= 0:
            continue
        stated = [part for part in parts.get(whole.claim_id, ()) if part.value is not None and part.change == "none"]
        same = [part for part in stated if part.unit_kind == whole.unit_kind]
        runs = [run for run in _runs(whole, followers.get(whole.claim_id, ())) if len(run) >= _FEW]
        found = list(_stated(whole, same, runs, knowledge, str(facts.article[whole.field])))
        # a list of places with their figures has no whole
        yield from found or (_unstated(whole, runs, knowledge, str(facts.article[whole.field])) if whole.claim_id in first and not same else ())


def _followers(facts: ArticleFacts) -> dict[str, Sequence[Claim]]:
    return {claim.claim_id: its[at + 1:] for its in facts.sentences() for at, claim in enumerate(its)}


def _first_of_their_unit(facts: ArticleFacts) -> set[str]:
    found: dict[object, str] = {}
    for its in facts.sentences():
        for claim in its:
            found.setdefault((claim.where, claim.unit_kind, claim.unit), claim.claim_id)
    return set(found.values())


def _runs(whole: Claim, followers: Sequence[Claim]) -> Iterator[tuple[Claim, ...]]:
    """The claims behind a whole that may be its parts: one, two, three of them and so on."""
    run: tuple[Claim, ...] = ()
    for part in followers:
        if part.change != "none" or part.unit_kind != whole.unit_kind or part.value is None or part.part_of not in (None, whole.claim_id):
            return
        run = (*run, part)
        yield run


def _stated(whole: Claim, same: Sequence[Claim], runs: Sequence[Sequence[Claim]], knowledge: Knowledge, text: str) -> Iterator[Finding]:
    said = whole.value or Decimal(0)
    listed = [run for run in ([same] if len(same) >= _FEW else []) if len({part.where for part in run}) == 1]
    continued = [run for run in runs if same and _ids(same) < _ids(run)]
    for comes_out in (_rounds, _may_come_out):
        holding = next((run for run in (*listed, *continued, *runs) if comes_out(whole, run) and _is_telling(whole, run, same, knowledge)), None)
        if holding is not None:
            yield _finding("agrees", whole, holding, Note("sum_holds", whole=said))
            return
        for run in (*listed, *continued) if comes_out is _rounds else ():
            if slipped := _one_slip(whole, run):
                yield _finding("suspect", whole, run, Note("sum_by_slip", slip=slipped), "high")
                return
            if run in listed and _is_fine_but_off(whole, run):
                note = Note("sum_off_fine", total=_total(run), gap=abs(_total(run) - said))
                yield _finding("suspect", whole, run, note, "low")
                return
    for run in listed:
        gap = _total(run) - said
        if whole.unit_kind == "duration" or any(one.modifier != "exact" for one in (whole, *run)):
            return
        if gap > 0:
            yield _finding("conflicts", whole, run, Note("sum_above", total=_total(run)), "high")
        elif _is_close(whole, run) or abs(gap) <= tolerance.NEARLY_ALL * said or (_in_brackets(whole, run, text) and 2 * _total(run) > said):
            yield _finding("suspect", whole, run, Note("sum_off", total=_total(run), gap=abs(gap)), "medium")
        return
    for run in sorted(continued, key=len, reverse=True):
        if _is_close(whole, run) and all(part.unit == run[0].unit for part in run):
            note = Note("sum_off", total=_total(run), gap=abs(_total(run) - said))
            yield _finding("suspect", whole, run, note, "medium")
            return
    if found := _of_part(whole, same):
        yield found


def _unstated(whole: Claim, runs: Sequence[Sequence[Claim]], knowledge: Knowledge, text: str) -> Iterator[Finding]:
    """Runs that are not stated to be parts: suspect where one slip in many digits, or little beside many parts of one sort, is off."""
    for run in sorted(runs, key=len, reverse=True):
        if not all(one.modifier == "exact" and _one_sort(whole, one, knowledge) for one in run) or whole.modifier != "exact":
            continue
        alike = len(run) > _FEW and all(one.unit == whole.unit for one in run) and sum(bool(one.words & whole.words) for one in run) >= _FEW
        telling = rounding.steps(whole.value or Decimal(0), [part.value or Decimal(0) for part in run]) >= tolerance.TELLING_STEPS
        slipped = _one_slip(whole, run) if alike or telling or _in_brackets(whole, run, text) else None
        if slipped:
            yield _finding("suspect", whole, run, Note("sum_unstated_by_slip", slip=slipped), "medium")
            return
        # less than the whole may lack a part that stands in words
        if alike and _total(run) > (whole.value or 0) and _is_close(whole, run):
            yield _finding("suspect", whole, run, Note("sum_unstated_above", total=_total(run)), "low")
            return


def _ids(run: Sequence[Claim]) -> set[str]:
    return {part.claim_id for part in run}


def _total(run: Sequence[Claim]) -> Decimal:
    return sum((part.value or Decimal(0) for part in run), Decimal(0))


def _rounds(whole: Claim, run: Sequence[Claim]) -> bool:
    """True where the sum is the whole, within what rounding allows."""
    counted = whole.unit_kind == "count"
    return rounding.sums_to([part.value or Decimal(0) for part in run], whole.value or Decimal(0), counted=counted)


def _may_come_out(whole: Claim, run: Sequence[Claim]) -> bool:
    """True where the sum may be the whole, within what bounds allow."""
    if all(one.modifier == "exact" for one in (whole, *run)):
        return False
    ends = [tolerance.allowed(part.value or Decimal(0), part.modifier) for part in run]
    low, high = sum((end.low or Decimal(0) for end in ends), Decimal(0)), sum((end.high or Decimal(0) for end in ends), Decimal(0))
    return tolerance.meet(tolerance.Interval(low, high), tolerance.allowed(whole.value or Decimal(0), whole.modifier))


def _is_telling(whole: Claim, run: Sequence[Claim], same: Sequence[Claim], knowledge: Knowledge) -> bool:
    """True where a sum that comes out is hardly chance."""
    if len(same) >= _FEW and _ids(same) <= _ids(run):
        return True
    exact = _total(run) == whole.value and (whole.value or 0) >= tolerance.WHOLE
    sort = all(_one_sort(whole, part, knowledge) for part in run)
    digits = len(tolerance.digits(whole.value or Decimal(0)))
    return exact and sort and (bool(_ids(same) & _ids(run)) or len(run) > _FEW or digits >= tolerance.TELLING_DIGITS)


def _one_sort(whole: Claim, part: Claim, knowledge: Knowledge) -> bool:
    """True where a part may be of the whole as far as the units tell: the same, a narrower one, or one sort of thing."""
    one, other = knowledge.units.by_id.get(whole.unit or ""), knowledge.units.by_id.get(part.unit or "")
    if whole.unit is None or one is None or other is None:
        return False
    return whole.unit == part.unit or (bool(one.counts) and one.counts == other.counts)


def _one_slip(whole: Claim, run: Sequence[Claim]) -> Note | None:
    """The slip that would explain a sum that does not come out; None where there is none."""
    values = [part.value or Decimal(0) for part in run]
    total, said = sum(values, Decimal(0)), whole.value or Decimal(0)
    if slip(said, total):
        return told(said, total)
    for value in values:
        meant = said - (total - value)
        if meant > 0 and slip(value, meant):
            return told(value, meant)
    return None


def _in_brackets(whole: Claim, run: Sequence[Claim], text: str) -> bool:
    """True where the parts fill a pair of brackets right behind the whole."""
    first, last = min(part.start for part in run), max(part.stop for part in run)
    before, behind = text[whole.stop:first], text[last:last + tolerance.SINCE].partition("(")[0]
    # what stands behind the last part may still belong to it
    return "(" in before and ")" not in before and ")" in behind and "(" not in text[first:last]


def _is_close(whole: Claim, run: Sequence[Claim]) -> bool:
    step = min(tolerance.grain(one.value) for one in (whole, *run) if one.value)
    gap, said = abs(_total(run) - (whole.value or 0)), whole.value or Decimal(0)
    exact = all(one.modifier == "exact" for one in (whole, *run)) and whole.unit_kind != "duration"
    return exact and said >= tolerance.WHOLE and gap <= min(tolerance.ALTERED_STEPS * step, tolerance.CLOSE * said)


def _is_fine_but_off(whole: Claim, run: Sequence[Claim]) -> bool:
    """True where figures of many digits, though called rough, are off by a few steps of the last digit."""
    said, values = whole.value or Decimal(0), [part.value or Decimal(0) for part in run]
    step = min(map(tolerance.grain, (said, *values)))
    rough = {one.modifier for one in (whole, *run)} == {"exact", "approx"}
    return rough and rounding.steps(said, values) >= tolerance.TELLING_STEPS and abs(_total(run) - said) <= tolerance.ALTERED_STEPS * step


def _of_part(whole: Claim, same: Sequence[Claim]) -> Finding | None:
    """What one part says: it is larger than its whole, or, if it is the only one, it fits."""
    said = whole.value or Decimal(0)
    for part in same:
        if (part.value or 0) > said and {part.modifier, whole.modifier} == {"exact"}:
            return _finding("conflicts", whole, [part], Note("part_above_whole"), "high")
    if len(same) != 1 or whole.unit_kind != "count" or (same[0].value or 0) > said:
        return None
    return Finding(
        f"{CHECK_ID}.part", "agrees", f"{number(same[0].value)} of {number(said)}", Note("part_fits"),
        (same[0].claim_id, whole.claim_id), articles=(whole.article_id,),
    )


def _finding(verdict: str, whole: Claim, run: Sequence[Claim], note: Note, severity: str | None = None) -> Finding:
    total = _total(run)
    sign = "=" if total == whole.value else "\u2248" if verdict == "agrees" else "\u2260"
    working = " + ".join(number(part.value) for part in run) + (f" = {number(total)}" if len(run) > 1 else "")
    if sign != "=" or len(run) == 1:
        working += f" {sign} {number(whole.value)}"
    ids = (whole.claim_id, *(part.claim_id for part in run))
    return Finding(CHECK_ID, verdict, working, note, claims=ids, articles=(whole.article_id,), severity=severity)  # type: ignore[arg-type]
