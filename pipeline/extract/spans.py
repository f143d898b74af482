"""Intervals of time in EDTF (ISO 8601-2): which holds which, and which is the span of a report."""

from __future__ import annotations


def contains(span: str, edtf: str) -> bool:
    """Whether an interval holds a date or another interval."""
    first, _, last = span.partition("/")
    low, _, high = edtf.partition("/")
    high = high or low
    return bool(last) and last[0].isdigit() and span != edtf and low[:len(first)] >= first and high[:len(last)] <= last


def is_reported(edtf: str) -> bool:
    """A span of months inside one year, as reports speak of it."""
    first, _, last = edtf.partition("/")
    return len(first) == len("2025-01") == len(last) and first[:4] == last[:4]
