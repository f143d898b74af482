"""Where sentences end."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence

from pipeline.records import Block
from pipeline.records.dossier import Sentence

_END = re.compile(
    '[.!?\u2026\n\u3002\uff01\uff1f](?:(?<=[\n\u3002\uff01\uff1f])|(?<![.!?\u2026]{2})[.!?\u2026]*+["\u201d\u2019\u00bb)\\]]*+(?= ))',
)
"""A stop mark before a space, the end of a line, a full stop of East Asia; it opens with one set, which is searched for at the speed of C."""
_CLOSED = (".)", ".]")
_LONGEST = 2000
"""Characters of a sentence; what goes on without an end (tables, lists without marks) is read in pieces."""
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_ROMAN = re.compile(r"[IVX]{2,6} (?=[^\W\d_])")
_OPENING = ' "\u201c\u201e\u2018\u00ab([-\u2013\u2014'


def cut_sentences(
    text: str,
    blocks: Sequence[Block],
    abbreviations: Collection[str],
    openers: Collection[str] = (),
    begins: Callable[[str, str], bool] | None = None,
) -> list[Sentence]:
    """Sentences inside each block: a stop mark, a space and then no lower-case letter; a line end always; no abbreviation (without its dot).

    But behind a figure where a small word (`openers`) stands with a capital ("in 2020 r. W ...") one ends, and where `begins` says of the
    abbreviation and the word behind it that the figure cannot go on with that word.

    >>> [s[:2] for s in cut_sentences("Do 5 proc. wzrost. Potem", [Block("body", 0, 24)], ["proc"])]
    [(0, 18), (19, 24)]
    """
    sentences: list[Sentence] = []
    for kind, start, stop in blocks:
        at = start
        for mark in _END.finditer(text, start, stop):
            end = mark.end() - (mark.group() == "\n")
            if end <= at or (mark.group() == "." and _goes_on(text, at, mark.start(), end, stop, abbreviations, openers, begins)):
                continue
            if mark.group() in _CLOSED and text[end + 1:end + 2].islower():
                continue  # "(by 4.5 p.c.) and stood at"
            _add(sentences, text, at, end, kind)
            at = end
        _add(sentences, text, at, stop, kind)
    return sentences or [Sentence(0, len(text), "body")]


def _goes_on(
    text: str, start: int, dot: int, end: int, stop: int, short: Collection[str], openers: Collection[str], begins: Callable[[str, str], bool] | None,
) -> bool:
    after = end
    while after < stop and text[after] in _OPENING:
        after += 1
    if after < stop and text[after].islower():
        return True
    word = dot
    while word > start and (text[word - 1].isalpha() or text[word - 1] == "."):
        word -= 1
    last = text[word:dot]
    if not last:
        return text[dot - 1:dot].isdigit() and _ROMAN.match(text, after) is not None  # "the 80. of the XX century"
    if last.lower() in short and text[start:word].rstrip()[-1:].isdigit():
        following = _FIRST_WORD.match(text, after)
        if following is None:
            return True
        return following.group().lower() not in openers and not (begins is not None and begins(last.lower(), following.group()))
    # an initial ("N. H. Anh") or an abbreviation goes on
    return last.lower() in short or (len(last) == 1 and last.isupper())


def _add(sentences: list[Sentence], text: str, start: int, stop: int, kind: str) -> None:
    while start < stop and text[start] in " \n":
        start += 1
    while stop > start and text[stop - 1] in " \n":
        stop -= 1
    while stop - start > _LONGEST:
        end = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        end = end if end != -1 else start + _LONGEST
        sentences.append(Sentence(start, end, kind))
        start = end + (text[end] == " ")
    if start < stop:
        sentences.append(Sentence(start, stop, kind))
