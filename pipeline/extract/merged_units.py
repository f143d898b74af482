"""The units of the two ends of a change: what may become what, and in what both are counted."""

from __future__ import annotations

from pipeline.extract.change_words import DIRECTED
from pipeline.extract.draft import Draft, UnitRead
from pipeline.knowledge import Knowledge
from pipeline.records import Hit, Passage

_NEAR = 2
"""Spaces: one word at most between a comma and a verb of change."""


def is_rest(passage: Passage, last: Draft, word: Hit) -> bool:
    """"1,000 paid, 500 remaining", "A lacks 230 m, B still 90 m": what remains behind a comma is no fall, unless at a later time."""
    comma = passage.text.find(", ", last.stop, word.start)
    if comma < 0 or passage.text[word.start - 2:word.start] == ", ":
        return comma >= 0
    verb = next((hit for hit in passage.within(comma, word.start, "change_verb") if hit.id in DIRECTED), None)
    now = verb is not None and passage.text[comma:verb.start].count(" ") <= _NEAR  # "900 dong, now cut to 700 dong"
    return not now and not any(what == "date" for _, _, what in passage.taken_within(comma, word.start))


def may_merge(first: UnitRead | None, second: UnitRead | None, knowledge: Knowledge) -> bool:
    """Whether things of one unit may become those of another: bodies and places do, persons do not become groups."""
    if first is None or second is None or first.unit == second.unit is not None:
        return True
    units = [knowledge.units.by_id.get(one.unit or "") for one in (first, second)]
    sorts = {unit.counts for unit in units if unit is not None}
    return None not in units and (len(sorts) == 1 or sorts <= {"body", "place"})


def common_unit(first: UnitRead | None, second: UnitRead | None, knowledge: Knowledge) -> UnitRead | None:
    """The unit of a from-to: the one that both ends are a sort of, else that of the end that says one."""
    if first is None or second is None or first.unit is None or second.unit is None:
        return second if second is not None and (first is None or second.unit is not None) else first
    registry = knowledge.units.by_id
    wider = registry[first.unit].wider, registry[second.unit].wider
    if first.unit != second.unit and (wider[0] == second.unit or wider[0] == wider[1] != ""):
        return second if wider[0] == second.unit else UnitRead(wider[0], "count", second.text, second.start, second.stop, second.rule)
    return first if wider[1] == first.unit else second


def of_one_sort(first: UnitRead | None, second: UnitRead | None, knowledge: Knowledge) -> bool:
    """The same unit, or sorts of one wider unit; a missing one is of any sort."""
    if first is None or second is None or first.unit == second.unit:
        return True
    registry = knowledge.units.by_id
    wide = [registry[unit.unit].wider or unit.unit for unit in (first, second) if unit.unit is not None]
    return len(wide) < len((first, second)) or wide[0] == wide[1]
