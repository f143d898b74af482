"""The title of a document: what stands behind the word for "about"."""

from __future__ import annotations

import re

from pipeline.extract.citations.words import Words
from pipeline.knowledge import Room
from pipeline.records import Passage

_TITLE_STOP = re.compile(r"[.;:!?\n()\[\]\u201c\u201d\u201e\"\u2026]| [-\u2013\u2014](?= )|, ")
_WORD = re.compile(r"[^\W\d_]+")
_VERBS = frozenset({"fin", "praet", "bedzie", "impt"})
_PARTICLE = "part"
_NOUNS = frozenset({"subst", "adj", "ger", "prep", "conj"})
_LONGEST_TITLE = 180
_FEWEST_WORDS, _FEWEST_SYLLABLES = 2, 4
"""Words before a comma that may end a title: of enumerations the first member alone is none."""


def read_title(passage: Passage, at: int, room: Room, words: Words, limit: int) -> tuple[str, int] | None:
    """What the document is about, and where that stops; a verb in the place of "about" ("approving ...") belongs to it."""
    start = at + (passage.text[at:at + 2] == ", ")
    word = words.at("document_about", passage, start)
    if word is None or passage.text[word[0]:word[0] + 1] == ",":
        return None
    stop = min(limit, at + _LONGEST_TITLE)
    fewest = _FEWEST_SYLLABLES if room.language.names == "vietnamese" else _FEWEST_WORDS
    for mark in _TITLE_STOP.finditer(passage.text, word[0], stop):
        if mark.group() == ", " and passage.text.count(" ", word[0] + 1, mark.start()) + 1 < fewest:
            continue
        if mark.group() == "." and passage.text[mark.end():mark.end() + 1].islower():
            continue
        stop = mark.start()
        break
    else:
        stop = stop if stop == limit else passage.text.rfind(" ", word[0], stop)
    stop = _before_others(passage, word[0], stop, room, words)
    said = passage.text[word[0]:stop].rstrip(" ,(")
    if not said.strip():
        return None
    return (passage.text[start:stop] if word[1] == "verb" else said).strip(" ,("), word[0] + len(said)


def _before_others(passage: Passage, start: int, stop: int, room: Room, words: Words) -> int:
    """Where a title stops at the latest: before a further document of the same list, a word that goes on with the sentence, or a verb."""
    for hit in passage.within(start, stop, "document_type", "document_journal"):
        joint = words.before("document_and", passage, hit.start)
        if joint is not None or hit.kind == "document_journal":
            stop = joint[0] if joint else hit.start
            break
    further = words.first("document_stop", passage, start, stop)
    stop = further if further is not None else stop
    if room.has_dictionary:
        last = start
        for word in _WORD.finditer(passage.text, start, stop):
            parts = room.parts(word.group())
            if parts & _VERBS and not parts & _NOUNS:
                return last
            if parts & _NOUNS and _PARTICLE not in parts:
                last = word.end()
    return stop
