"""Text that a spreadsheet would take for a formula: how our CSV guards it, and how the guard comes off again."""

from __future__ import annotations

GUARD = "'"
_STARTS = frozenset("=+-@\t\r\uff1d\uff0b\uff0d\uff20")


def starts_formula(text: str) -> bool:
    """Whether a spreadsheet would take a text for a formula, the full-width signs included."""
    return text[:1] in _STARTS and text != ""


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula: an apostrophe before it where one would.

    >>> guarded("=1+1"), guarded("'=1+1"), guarded("1 = 1"), guarded("'tis")
    ("'=1+1", "''=1+1", '1 = 1', "'tis")
    """
    return GUARD + text if starts_formula(text.lstrip(GUARD)) else text


def unguarded(text: str) -> str:
    """What `guarded` was given.

    >>> unguarded("'=1+1"), unguarded("'tis")
    ('=1+1', "'tis")
    """
    return text[1:] if text.startswith(GUARD) and starts_formula(text.lstrip(GUARD)) else text
