"""Families: the articles that are one text in several languages, by the end of their addresses, their source, or their facts.

An address's last part keeps the words of the original on every translated page, so it ties articles, and tells the original (`roles`).
Addresses that many different articles share (a rubric, a daily column) tie nothing: the articles of a family are of about one date, and
where both have telling figures they share some.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

import pyarrow as pa

from pipeline.knowledge.fold import bare, fold
from pipeline.verify import tolerance
from pipeline.verify.facts import ArticleFacts
from pipeline.verify.tables import keep

if TYPE_CHECKING:
    import duckdb

_MOST = 60
"""An address that more articles share is no article's own."""
_SLUG_WORDS = 4
"""A shorter end of an address is a rubric's."""
_COMMON = 12
"""A figure that stands in more articles ties none."""
_SHARED = 4
_SHARED_PART = 0.6
"""So many telling figures, and this part of the article with fewer, make two articles one text where no address does."""
_ORIGINAL_HAS = 0.6
_MORE_THAN_OTHERS = 0.3
"""The original has this part of its address's words, and so much more of them than any member in another language."""
_ID_DIGITS = 16
_WORD = re.compile(r"[^\W_]+")
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Member(NamedTuple):
    """One article of a family; `at` is its place in the tables, `slug` the end of the address that ties it."""

    at: int
    article_id: str
    language: str
    family_id: str
    why: str
    slug: str | None


class _Candidate(NamedTuple):
    at: int
    article_id: str
    language: str
    anchor: str | None
    tokens: frozenset[str]


_TOKENS = """
CREATE TEMP TABLE tokens AS
SELECT article_id, list(DISTINCT token ORDER BY token) AS tokens FROM (
  SELECT article_id, value_text AS token FROM claims WHERE length(trim(replace(value_text, '.', ''), '0')) >= $digits
  UNION ALL SELECT article_id, upper(symbol) FROM citations WHERE length(symbol) > 5
) GROUP BY article_id
"""
_BY_ADDRESS = """
WITH keyed AS (SELECT DISTINCT {column} AS key, article_id FROM sources WHERE {column} IS NOT NULL),
shared AS (SELECT key FROM keyed GROUP BY key HAVING count(*) BETWEEN 2 AND $at_most)
SELECT key, nth, article_id, language, anchor, tokens
FROM keyed JOIN shared USING (key) JOIN numbered USING (article_id) LEFT JOIN tokens USING (article_id) ORDER BY key, nth
"""
_BY_FACTS = """
WITH told AS (SELECT article_id, unnest(tokens) AS token FROM tokens),
rare AS (SELECT token FROM told GROUP BY token HAVING count(*) BETWEEN 2 AND $common),
named AS (SELECT nth, language, token FROM told JOIN rare USING (token) JOIN numbered USING (article_id)),
pairs AS (
  SELECT one.nth AS first, other.nth AS second
  FROM named AS one JOIN named AS other ON one.token = other.token AND one.nth < other.nth AND one.language <> other.language
  GROUP BY ALL HAVING count(*) >= $shared
)
SELECT numbered.nth, article_id, language, anchor, tokens, first, second
FROM pairs JOIN numbered ON numbered.nth IN (first, second) LEFT JOIN tokens USING (article_id) ORDER BY first, second, numbered.nth
"""


def find_families(base: duckdb.DuckDBPyConnection, numbered: pa.Table) -> list[Member]:
    """The members of all families, family by family; `numbered` are the articles with their place in the tables (`nth`).

    Addresses tie first; facts tie what no address ties, and only articles in different languages.
    """
    keep(base, "numbered", numbered)
    base.execute(_TOKENS, {"digits": tolerance.TELLING_DIGITS})
    links = _Links()
    for why, column in (("url_slug", "url_slug"), ("source_url", "source_url")):
        rows = base.execute(_BY_ADDRESS.format(column=column), {"at_most": _MOST}).fetchall()
        for key, group in groupby(rows, key=lambda row: str(row[0])):
            if column == "source_url" or len(_WORD.findall(key)) >= _SLUG_WORDS:
                links.join_alike([_candidate(row[1:]) for row in group], why, key if column == "url_slug" else None)
    found = base.execute(_BY_FACTS, {"common": _COMMON, "shared": _SHARED}).fetchall()
    for _, pair in groupby(found, key=lambda row: row[5:]):
        one, other = (_candidate(row) for row in pair)
        shared = len(one.tokens & other.tokens)
        if shared >= _SHARED_PART * min(len(one.tokens), len(other.tokens)) and _may_be_one_text(one, other):
            links.join_alike([one, other], "facts", None)
    return links.members()


def _candidate(row: Sequence[Any]) -> _Candidate:
    at, article_id, language, anchor, tokens, *_ = row
    return _Candidate(at, article_id, language, anchor, frozenset(tokens or ()))


def _may_be_one_text(one: _Candidate, other: _Candidate) -> bool:
    """True where neither the dates nor the figures speak against it."""
    if one.anchor and other.anchor and _DAY.fullmatch(one.anchor) and _DAY.fullmatch(other.anchor):
        apart = abs((date.fromisoformat(one.anchor) - date.fromisoformat(other.anchor)).days)
        if apart > tolerance.FAMILY_DAYS:
            return False
    enough = min(len(one.tokens), len(other.tokens)) >= tolerance.TELLING_DIGITS
    return not enough or bool(one.tokens & other.tokens)


class _Links:
    """Articles that are tied, in a forest; the first tie of an article is the one that is told."""

    def __init__(self) -> None:
        self._parent: dict[int, int] = {}
        self._known: dict[int, tuple[_Candidate, str, str | None]] = {}

    def _root(self, at: int) -> int:
        while self._parent[at] != at:
            at = self._parent[at] = self._parent[self._parent[at]]
        return at

    def join_alike(self, candidates: Sequence[_Candidate], why: str, slug: str | None) -> None:
        """Tie those that may be one text: each with the first group whose first member it fits."""
        groups: list[list[_Candidate]] = []
        for one in candidates:
            group = next((its for its in groups if _may_be_one_text(its[0], one)), None)
            if group is None:
                groups.append([one])
            else:
                group.append(one)
        for first, *others in groups:
            for other in others:
                for one in (first, other):
                    self._known.setdefault(one.at, (one, why, slug))
                    self._parent.setdefault(one.at, one.at)
                low, high = sorted((self._root(first.at), self._root(other.at)))
                self._parent[high] = low

    def members(self) -> list[Member]:
        """All members, families in the order of their first."""
        families: dict[int, list[int]] = {}
        for at in sorted(self._parent):
            families.setdefault(self._root(at), []).append(at)
        found = []
        for its in families.values():
            known = [self._known[at] for at in its]
            key = min(one.article_id for one, _, _ in known)
            family_id = "y" + hashlib.sha256(key.encode()).hexdigest()[:_ID_DIGITS]
            found += [Member(one.at, one.article_id, one.language, family_id, why, slug) for one, why, slug in known]
        return found


def roles(members: Sequence[Member], facts: Sequence[ArticleFacts]) -> Iterator[str | None]:
    """For each member original, translation or copy; a copy is in the language of an earlier member, the rest null where no original is known."""
    shares = [_share(member.slug, one) for member, one in zip(members, facts, strict=True)]
    best = max(shares)
    original = shares.index(best) if best >= _ORIGINAL_HAS else None
    if original is not None:
        others = [share for at, share in enumerate(shares) if members[at].language != members[original].language]
        original = original if all(share <= best - _MORE_THAN_OTHERS for share in others) else None
    seen = {members[original].language} if original is not None else set()
    for at, member in enumerate(members):
        if at == original:
            yield "original"
            continue
        yield "copy" if member.language in seen else "translation" if original is not None else None
        seen.add(member.language)


def _share(slug: str | None, facts: ArticleFacts) -> float:
    """The share of an address's words that an article has, its own copy of the address apart."""
    if not slug:
        return 0.0
    words = set(_WORD.findall(fold(bare(slug))))
    text = f"{facts.article['title'] or ''} {facts.article['text']}".replace(slug, " ")
    return len(words & set(_WORD.findall(fold(bare(text))))) / len(words) if words else 0.0
