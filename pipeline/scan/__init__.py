"""Sentences and the one pass over the text."""

from __future__ import annotations

import re
from functools import lru_cache, partial

from pipeline.knowledge import Room
from pipeline.knowledge.fold import fold, fold_digits
from pipeline.records import Article, Block, Passage, Span
from pipeline.scan.glue import find_apart, find_joins
from pipeline.scan.sentences import cut_sentences

__all__ = ["FIGURE", "scan_article"]

FIGURE = re.compile(
    r"[0-9](?:[0-9]{0,2}(?:[ \u00a0\u202f\u2009'\u2019][0-9]{3})+(?![0-9])(?:[.,][0-9]+)?|[0-9]*(?:[.,][0-9]+)*)",
)
"""A run of digits with its separators, ASCII only: other digits are folded in the copy. What the separators mean is the numerals' affair."""


_NONE: frozenset[str] = frozenset()
_GENITIVE = "gen"
_ALL_CASES = 6


def scan_article(article: Article, room: Room | None) -> list[Passage]:
    """The passages of an article (its text, and its title where it stands apart) with sentences, hits and figures."""
    passages = [_scan("text", article.text, article.blocks, room)]
    if article.title:
        passages.append(_scan("title", article.title, (Block("title", 0, len(article.title)),), room))
    return passages


@lru_cache(maxsize=64)
def _openers(room: Room) -> frozenset[str]:
    """Small words that stand with a capital only where a sentence opens."""
    words = [form for kind in ("stop_word", "phrase_end", "auxiliary", "preposition") for forms in room.words(kind).values() for form in forms]
    return frozenset([*map(str.lower, words), *room.language.common])


@lru_cache(maxsize=64)
def _measures(room: Room) -> frozenset[str]:
    """Abbreviations of units and scale words, without their dot."""
    return frozenset(form.rstrip(".").lower() for kind in ("unit", "scale") for forms in room.words(kind).values() for form in forms)


@lru_cache(maxsize=4096)
def _begins(room: Room, measure: str, word: str) -> bool:
    """Whether a word with a capital behind "5 per cent." or "20 thousand." opens a sentence: a figure governs the genitive and nothing else."""
    readings = (*room.readings(word), *room.readings(word.lower()))
    if measure not in _measures(room) or not readings or (len(word) > 1 and word.isupper()):
        return False
    declined = (reading for reading in readings if not (reading.proper and len(reading.cases) >= _ALL_CASES))  # of surnames that women do not decline
    return not any(_GENITIVE in reading.cases for reading in declined)


def _scan(field: str, source: str, blocks: tuple[Block, ...], room: Room | None) -> Passage:
    text = fold_digits(source)
    folded = fold(text)
    passage = Passage(field, source, text, folded, blocks)
    begins = partial(_begins, room) if room is not None and room.has_dictionary else None
    passage.sentences = cut_sentences(text, blocks, room.abbreviations, _openers(room), begins) if room else cut_sentences(text, blocks, _NONE)
    if room is not None:
        passage.joins = find_joins(text, room)
        lexicon = room.lexicon
        passage.lay(find_apart(text, passage.joins, room) if passage.joins else lexicon.find(text, folded), lexicon.unlisted)
    passage.figures = [Span._make(m.span()) for m in FIGURE.finditer(text)]
    return passage
