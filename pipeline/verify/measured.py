"""What several articles say of one measured thing: the claims that share the words, the unit, the place and the period."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from pipeline.verify.check import Dated
from pipeline.verify.facts import COLUMNS, claim_of
from pipeline.verify.tables import stream

if TYPE_CHECKING:
    import duckdb

_MOST = 200
"""A thing that more claims speak of is no one thing."""

_ON_ONE_THING = """
WITH keyed AS (
  SELECT *, concat_ws('|', language, lower(measured), coalesce(unit, unit_text, ''), coalesce(per, ''), place_id, period, change, status) AS key
  FROM claims WHERE measured IS NOT NULL AND period IS NOT NULL AND place_id IS NOT NULL AND value IS NOT NULL AND change <> 'from_to'
), shared AS (SELECT key FROM keyed GROUP BY key HAVING count(DISTINCT article_id) > 1 AND count(*) <= $at_most)
SELECT key, anchor, family_id, nth, {columns}
FROM keyed JOIN shared USING (key) JOIN numbered USING (article_id)
LEFT JOIN (SELECT article_id, family_id FROM members) AS related USING (article_id) ORDER BY key, nth, field = 'title', start, claim_id
"""


def measured_things(base: duckdb.DuckDBPyConnection) -> Iterator[list[Dated]]:
    """Groups of claims of two articles or more on one thing; needs the tables `numbered` and `members` in the session."""
    columns = ", ".join(f'keyed."{column}"' for column in COLUMNS)
    rows = stream(base, _ON_ONE_THING.format(columns=columns), {"at_most": _MOST})
    for _, group in groupby(rows, key=lambda row: row["key"]):
        yield [Dated(claim_of(row), row["anchor"], row["family_id"]) for row in group]
