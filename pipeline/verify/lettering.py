"""Whether a text has a name or a symbol somewhere, whatever marks, case, spaces and dashes it is written with."""

from __future__ import annotations

import re

from pipeline.knowledge.fold import bare
from pipeline.verify.facts import ArticleFacts

_NO_LETTER = re.compile(r"[\W_]+")


class Lettering:
    """The letters and digits of an article, read once, when they are first asked for."""

    def __init__(self, facts: ArticleFacts) -> None:
        self._facts = facts
        self._letters: str | None = None

    def has(self, name: str) -> bool:
        """True where the letters of a name stand in the title or the text."""
        if self._letters is None:
            self._letters = letters(f"{self._facts.article['title'] or ''} {self._facts.article['text']}")
        return letters(name) in self._letters


def letters(text: str) -> str:
    """Letters and digits alone, in small form and without marks.

    >>> letters("18-NQ/TW"), letters("Le Thi Mai")
    ('18nqtw', 'lethimai')
    """
    return _NO_LETTER.sub("", bare(text)).lower()
