"""Whether a change comes out: from, to and difference ("from 106 to 38, 68 fewer"), and the difference in per cent."""

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

CHECK_ID = "arithmetic_changes"
_POINTS = frozenset({"percent", "percentage_point"})


def changes(facts: ArticleFacts, knowledge: Knowledge) -> Iterator[Finding]:
    """Each change from one figure to another beside the difference that its sentence states next to it."""
    for its in facts.sentences():
        moves = [claim for claim in its if claim.change == "from_to" and claim.change_from is not None and claim.change_to is not None]
        deltas = [claim for claim in its if claim.change in ("increase_by", "decrease_by") and claim.value is not None]
        for move in moves:
            text = str(facts.article[move.field])
            beside = [delta for delta in deltas if _is_beside(move, delta, its, text)]
            for delta in beside:
                yield from _of_pair(move, delta, knowledge)


def _is_beside(move: Claim, delta: Claim, its: Sequence[Claim], text: str) -> bool:
    """True where nothing but parts of the change, and differences behind it, stands between the two, and they are near."""
    low, high = sorted((move.start, delta.start))
    between = [other for other in its if low < other.start < high]
    lawful = all(other.part_of == move.claim_id or (other.change in ("increase_by", "decrease_by") and move.start < delta.start) for other in between)
    # a list of changes parts them by semicolons, but the parts of one change may be parted so too
    return lawful and _gap(move, delta) <= tolerance.BESIDE and (move.start < delta.start or ";" not in text[delta.stop:move.start])


def _gap(move: Claim, delta: Claim) -> int:
    return max(move.start, delta.start) - min(move.stop, delta.stop)


def _of_pair(move: Claim, delta: Claim, knowledge: Knowledge) -> Iterator[Finding]:
    before, after, said = move.change_from or Decimal(0), move.change_to or Decimal(0), delta.value or Decimal(0)
    moved, share = abs(after - before), _share(before, after)
    rises = delta.change == "increase_by"
    reckonings: list[tuple[Decimal, str, bool]] = []
    if delta.unit in _POINTS and move.unit_kind != "share":
        if share is not None:
            working = f"{number(moved)} / {number(before)} = {number(rounding.shown(share, said))} %"
            reckonings.append((share, working, rounding.change_prints(before, after, said, delta.modifier)))
    elif delta.unit in _POINTS and move.unit_kind == "share":
        reckonings.append((moved, _difference(before, after), rounding.difference_prints(before, after, said, delta.modifier)))
        if share is not None and delta.unit == "percent":
            reckonings.append((share, "", rounding.change_prints(before, after, said, delta.modifier)))
    elif knowledge.units.alike(move.unit, delta.unit) and move.unit_kind == delta.unit_kind and (delta.per is None or move.per == delta.per):
        reckonings.append((moved, _difference(before, after), rounding.difference_prints(before, after, said, delta.modifier)))
    # a thousandfold change is a matter of its own
    if not reckonings or before == after or (before and after and max(before / after, after / before) >= tolerance.WIDEST_RANGE):
        return
    sign = (after > before) == rises
    holds = next((one for one in reckonings if one[2]), None)
    ids = (move.claim_id, delta.claim_id)
    article = (move.article_id,)
    if holds is not None and sign:
        working = holds[1] or f"{number(moved)} / {number(before)} = {number(rounding.shown(holds[0], said))} %"
        yield Finding(CHECK_ID, "agrees", working, Note("change_as_stated", said=said), ids, articles=article)
    elif _is_telling(move, said) and (holds is not None or _turned(move, delta)):
        way = "rises" if after > before else "falls"
        yield Finding(
            CHECK_ID, "conflicts", f"{number(before)} to {number(after)} {way}", Note("change_turned"),
            ids, articles=article, severity="high",
        )
    elif holds is None and (_may_be_its(move, delta) or _slipped(move, delta)):
        meant, working = rounding.shown(reckonings[0][0], said), reckonings[0][1]
        yield Finding(
            CHECK_ID, "suspect", f"{working} \u2260 {number(said)}", Note("change_otherwise", slip=told(said, meant)), ids,
            articles=article, severity="medium",
        )


def _slipped(move: Claim, delta: Claim) -> bool:
    """True where one slip in figures of many digits explains why the difference does not come out."""
    before, after, said = move.change_from or Decimal(0), move.change_to or Decimal(0), delta.value or Decimal(0)
    signed = said if delta.change == "increase_by" else -said
    tried = ((said, abs(after - before)), (before, after - signed), (after, before + signed))
    if delta.unit != move.unit or min(len(tolerance.digits(one)) for one in (before, after, said) if one) < tolerance.TELLING_DIGITS - 1:
        return False
    return any(meant > 0 and slip(one, meant) for one, meant in tried)


def _turned(move: Claim, delta: Claim) -> bool:
    """True where the difference would come out if the change went the other way, as it says itself."""
    before, after, said = move.change_to or Decimal(0), move.change_from or Decimal(0), delta.value or Decimal(0)
    sign = (after > before) == (delta.change == "increase_by")
    return sign and delta.unit == "percent" and before > 0 and rounding.change_prints(before, after, said, delta.modifier)


def _share(before: Decimal, after: Decimal) -> Decimal | None:
    return 100 * abs(after - before) / before if before > 0 else None


def _difference(before: Decimal, after: Decimal) -> str:
    high, low = max(before, after), min(before, after)
    return f"{number(high)} - {number(low)} = {number(high - low)}"


def _is_telling(move: Claim, said: Decimal) -> bool:
    return max(move.change_from or Decimal(0), move.change_to or Decimal(0), said) >= tolerance.WHOLE


def _may_be_its(move: Claim, delta: Claim) -> bool:
    """True where nothing says that the difference is of something else, as a change against another time is."""
    return (
        _is_telling(move, delta.value or Decimal(0))
        and (move.period is None or delta.period is None or move.period == delta.period)
        and (move.place_id is None or delta.place_id is None or move.place_id == delta.place_id)
        and (not move.words or not delta.words or bool(move.words & delta.words) or _gap(move, delta) <= tolerance.BRACKET)
        and move.status == delta.status
    )
