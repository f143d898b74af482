"""Doubts that the rest of an article lifts: a name said elsewhere with its level word, a neighbour, a holder, brothers in one sentence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from pipeline.extract.places.choosing import holders, named_codes
from pipeline.extract.places.mention import Mention
from pipeline.knowledge import Gazetteer
from pipeline.knowledge.fold import bare

_BESIDE = re.compile(r" ?(?:[,;/(]|-|\u2013)? ?")
_UPPER = frozenset({"district", "city", "town"})
_DISTRICTS, _COMMUNES = 2, 3
"""So many names of one holder in one sentence are no chance."""
_ROUNDS = 2
"""A name that was believed may lift the doubt of the next."""


def lift_doubts(mentions: Sequence[Mention], gazetteer: Gazetteer, links: tuple[str, ...]) -> None:
    """Clear the doubt of each mention that the other ones speak for; `mentions` stand in the order of the article."""
    for _ in range(_ROUNDS):
        doubtful = [i for i, mention in enumerate(mentions) if mention.doubt]
        if not doubtful:
            return
        sure = [mention for mention in mentions if not mention.doubt]
        names = {bare(mention.name).lower() for mention in sure}
        codes = named_codes(sure, gazetteer)
        brothers = _brothers([mention for mention in mentions if mention.low and mention.doubt in ("", "low")], gazetteer)
        for i in doubtful:
            mention = mentions[i]
            neighbours = [mentions[j] for j in (i - 1, i + 1) if 0 <= j < len(mentions)]
            if mention.doubt != "level" and (
                (mention.doubt != "person" and bare(mention.name).lower() in names)
                or any(_beside(mention, other, links) for other in neighbours if not other.doubt)
                or (mention.doubt == "low" and (id(mention) in brothers or _is_held(mention, codes, gazetteer)))
            ):
                mention.doubt = ""


def _is_held(mention: Mention, codes: frozenset[str], gazetteer: Gazetteer) -> bool:
    """True where the article names the province of a district, or the unit that holds a commune itself."""
    districts = [row for row in mention.rows if row.level in _UPPER]
    return any(code in codes for row in districts for code in holders(row, gazetteer)) or any(
        holder in codes for row in mention.rows if row.level not in _UPPER for holder in holders(row, gazetteer)[:1]
    )


def _brothers(units: Sequence[Mention], gazetteer: Gazetteer) -> set[int]:
    """The identities of small units that stand with others of the same holder in one sentence."""
    groups: dict[tuple[int, int, str, bool], dict[str, list[Mention]]] = defaultdict(lambda: defaultdict(list))
    for mention in units:
        sentence = mention.passage.sentence_at(mention.start).start
        for holder, upper in {(holder, row.level in _UPPER) for row in mention.rows for holder in holders(row, gazetteer)[:1]}:
            groups[id(mention.passage), sentence, holder, upper][mention.name].append(mention)
    return {
        id(mention) for (_, _, _, upper), by_name in groups.items() if len(by_name) >= (_DISTRICTS if upper else _COMMUNES)
        for its in by_name.values() for mention in its
    }


def _beside(one: Mention, other: Mention, links: tuple[str, ...]) -> bool:
    """True where only a separator or a link stands between two names."""
    if one.passage is not other.passage:
        return False
    first, second = (one, other) if one.start < other.start else (other, one)
    gap = one.passage.folded[first.stop:second.start]
    return first.stop <= second.start and (_BESIDE.fullmatch(one.passage.text, first.stop, second.start) is not None or gap in links)
