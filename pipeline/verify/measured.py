"""What several articles say of one measured thing: the claims that share the words, the unit, the place and the time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from pipeline.verify.check import Dated
from pipeline.verify.facts import COLUMNS, claim_of
from pipeline.verify.tables import stream

if TYPE_CHECKING:
    import duckdb

_MOST = 400
"""More claims of one unit, place and time are statistics, and not read for contradictions."""

_BESIDE_EACH_OTHER = """
WITH keyed AS (
  SELECT claims.*, nth, anchor,
    concat_ws('|', claims.language, coalesce(unit, lower(unit_text)), coalesce(per, ''), place_id, coalesce(period, 'on ' || anchor), change, status)
      AS key
  FROM claims JOIN numbered USING (article_id)
  WHERE measured IS NOT NULL AND place_id IS NOT NULL AND value IS NOT NULL AND change <> 'from_to'
    AND (period IS NOT NULL OR anchor IS NOT NULL) AND (unit IS NOT NULL OR unit_text IS NOT NULL)
), shared AS (SELECT key FROM keyed GROUP BY key HAVING count(DISTINCT article_id) > 1 AND count(*) <= $at_most)
SELECT key, anchor, family_id, {columns}
FROM keyed JOIN shared USING (key) LEFT JOIN (SELECT article_id, family_id FROM members) AS related USING (article_id)
ORDER BY key, nth, field = 'title', start, claim_id
"""


def measured_things(base: duckdb.DuckDBPyConnection) -> Iterator[list[Dated]]:
    """Groups of claims of two articles or more on one thing; needs the tables `numbered` and `members` in the session.

    A claim that names no time speaks of its article's day.
    """
    columns = ", ".join(f'keyed."{column}"' for column in COLUMNS)
    rows = stream(base, _BESIDE_EACH_OTHER.format(columns=columns), {"at_most": _MOST})
    for _, group in groupby(rows, key=lambda row: row["key"]):
        things: dict[frozenset[str], list[Dated]] = {}
        for row in group:
            claim = claim_of(row)
            things.setdefault(claim.words, []).append(Dated(claim, row["anchor"], row["family_id"]))
        for words, its in things.items():
            if words and len({one.claim.article_id for one in its}) > 1:
                yield its
