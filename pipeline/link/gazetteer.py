"""From the places that articles mention to the rows of the gazetteer table."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.knowledge import Gazetteer, GazetteerRow


def mentioned_places(place_ids: Iterable[str | None], gazetteer: Gazetteer) -> list[GazetteerRow]:
    """The rows of the places mentioned, each once, by id; ids that the gazetteer does not know (an older release wrote them) give none.

    >>> from pipeline.knowledge import load_knowledge
    >>> [row.valid_from for row in mentioned_places(["VN-30@2025", None, "VN-30@2025"], load_knowledge().gazetteer)]
    ['2025-07-01']
    """
    known = sorted({place_id for place_id in place_ids if place_id is not None and place_id in gazetteer.by_id})
    return [gazetteer.by_id[place_id] for place_id in known]
