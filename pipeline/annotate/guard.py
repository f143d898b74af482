"""Sentences made safe for a model: what makes tokenisers and parsers slow is cut or kept from them."""

from __future__ import annotations

import re

LONGEST = 3000
"""Characters of the longest sentence that a model reads; news sentences have under a thousand."""
_MARKS = re.compile(r"[^\w\s]{41,}|_{41,}")
"""Runs of brackets, dashes, underscores: tokenisers peel them off one by one, each time looking at all that are left."""
_UNBROKEN = re.compile(r"\S{301}")
"""A word of hundreds of characters is no word (encoded data, an address)."""


def made_safe(sentence: str) -> str:
    """The sentence with every run of over 40 marks blanked out; its length stays.

    >>> made_safe("a" + "(" * 50 + "b") == "a" + " " * 50 + "b"
    True
    """
    return _MARKS.sub(lambda run: " " * len(run.group()), sentence)


def why_not(sentence: str) -> str | None:
    """Why a sentence is not for a model: `sentence_too_long`, `unbroken_run`; None where it is."""
    if len(sentence) > LONGEST:
        return "sentence_too_long"
    return "unbroken_run" if _UNBROKEN.search(sentence) else None
