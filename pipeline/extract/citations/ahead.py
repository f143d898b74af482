"""What stands before a document's number: the word or sign for a number, the word for the document, its issuers."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.extract.citations.behind import POSSESSIVE
from pipeline.extract.citations.words import Words
from pipeline.knowledge.papers import Papers
from pipeline.records import Hit, Passage

TYPES = ("document_type", "document_type_weak")
_REACH = 90
_CLOSERS = ',.;!?()\n\u201d"\u2026'


class Ahead(NamedTuple):
    """The start of the mention, the hit of the word for the document (None: not said), whether a word or sign stands right before the number.

    `issuers` are the ids of the issuers that stand between the two.
    """

    start: int
    type: Hit | None
    worded: bool
    issuers: tuple[str, ...] = ()


def read_ahead(passage: Passage, at: int, words: Words | None, papers: Papers) -> Ahead:
    """Read backwards from a number: its number word, and the type word right before it or earlier in the phrase."""
    start = at
    if words is None:
        mark = next((m for m in papers.number_marks if passage.text[max(0, at - len(m) - 1):at].rstrip(" ").endswith(m)), None)
        return Ahead(at, None, mark is not None)
    number = words.before("document_number", passage, at)
    if number is not None:
        start = number[0]
    elif (sign := _sign_before(passage.text, at, papers)) is not None:
        start = sign
    near = _ending(passage, start)
    if near is not None:
        return Ahead(near.start, near, worded=True, issuers=owner_of(passage, near.start, words))
    far = _earlier(passage, start) if start < at else None
    if far is None:
        return Ahead(start, None, worded=start < at)
    between = passage.within(far.stop, start, "document_issuer")
    issuers: list[Hit] = []
    for hit in between:
        if not issuers or hit.start >= issuers[-1].stop:
            issuers.append(hit)
    return Ahead(far.start, far, start < at, tuple(hit.id for hit in issuers))


def _sign_before(text: str, at: int, papers: Papers) -> int | None:
    """Where a sign for a number that every language writes stands right before `at`."""
    before = text[max(0, at - 8):at].rstrip(" ")
    for mark in papers.number_marks:
        if before.endswith(mark) and not (mark[0].isalpha() and before[:-len(mark)][-1:].isalpha()):
            return max(0, at - 8) + len(before) - len(mark)
    return None


def _ending(passage: Passage, at: int) -> Hit | None:
    """The type word that ends at `at`; a colon or a quotation mark may stand between."""
    back = at
    while back > 0 and passage.text[back - 1] in ' :\u201c\u201e"(':
        back -= 1
    return passage.ending(back, *TYPES)


def _earlier(passage: Passage, at: int) -> Hit | None:
    """The last type word before a number in the same phrase ("decision on a fine No. 75/..."), nothing numbered between."""
    sentence = passage.sentence_at(at)
    low = max(sentence.start, at - _REACH)
    best: Hit | None = None
    for hit in passage.within(low, at, *TYPES):
        if best is None or hit.start >= best.stop:
            best = hit
    if best is None:
        return None
    between = passage.text[best.stop:at]
    if any(c in _CLOSERS or c.isdigit() for c in between):
        return None
    return best


def owner_of(passage: Passage, at: int, words: Words) -> tuple[str, ...]:
    """The issuer that stands before the word for its document, in languages that have a possessive ("the Politburo's Resolution")."""
    if not words.has("document_of", POSSESSIVE):
        return ()
    link = words.before("document_of", passage, at)
    possessed = link is not None and link[1] == POSSESSIVE
    hit = passage.ending(link[0] - 1 if link and possessed else at, "document_issuer")
    return (hit.id,) if hit is not None and passage.text[hit.start].isupper() else ()
