"""Where a gold quote and its figures stand in the text as ingested."""

from __future__ import annotations

import re

from pipeline.evaluate.gold import GoldClaim
from pipeline.records import Span


def locate(text: str, quote: str, start: int) -> Span | None:
    """The occurrence of a quote that is nearest to where the reader saw it; None where the text does not hold it.

    >>> locate("ab ab", "ab", 3)
    Span(start=3, stop=5)
    """
    found = [match.start() for match in re.finditer(re.escape(quote), text)]
    if not found:
        return None
    at = min(found, key=lambda one: abs(one - start))
    return Span(at, at + len(quote))


def locate_figures(text: str, claim: GoldClaim) -> list[Span]:
    """A span for each figure of a claim; empty where its quote is not in the text."""
    where = locate(text, claim.quote, claim.start)
    if where is None:
        return []
    spans: list[Span] = []
    at = where.start
    for figure in claim.figures:
        # a figure is not the tail or the head of a longer one
        bounded = re.compile(("(?<![0-9.,])" if figure[:1].isdigit() else "") + re.escape(figure) + ("(?![0-9])" if figure[-1:].isdigit() else ""))
        match = bounded.search(text, at, where.stop) or bounded.search(text, where.start, where.stop)
        match = match or re.compile(re.escape(figure)).search(text, where.start, where.stop)
        spans.append(Span(*match.span()) if match else where)
        at = spans[-1].stop
    return spans
