"""Chunks of a clause in a language that has a dictionary: noun phrases, phrases behind a preposition, verbs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from pipeline.knowledge import Room
from pipeline.knowledge.inflect import Reading
from pipeline.records import Passage

_TOKEN = re.compile(r"(?:[0-9]+-)?[^\W\d_]+(?:[-'\u2019][^\W\d_]+)*|[0-9]+(?:[.,\u2013-][0-9]+)*|[^\w\s]")
_VERBS = frozenset({"fin", "praet", "bedzie", "imps", "inf", "pcon", "pant", "winien"})
_NOUNS = frozenset({"subst", "ger", "depr"})
_ADJECTIVES = frozenset({"adj", "pact", "ppas"})
_SMALL = frozenset({"conj", "comp", "part", "adv", "interj", "pred", "ppron3", "ppron12", "siebie", "impt"})
_OPENERS = frozenset(" \"'\u201e\u201d\u201c\u2013\u2014-")
_CALLING = frozenset({"voc"})
_BRACKET = 24
"""Characters: a short name in brackets behind a noun is passed over."""

Cases = frozenset[str]
_ANY: Cases = frozenset({"nom", "gen", "dat", "acc", "inst", "loc"})


class Token(NamedTuple):
    """A word, figure or mark; `kind` is noun, adj, name, verb, prep, small, figure or mark, `cases` what its readings as a nominal allow."""

    start: int
    stop: int
    kind: str
    cases: Cases
    readings: tuple[Reading, ...] = ()


class Chunk(NamedTuple):
    """A stretch of a clause: `kind` is np, pp, verb or mark; of a pp `start` is that of its preposition, `inner` that of its noun phrase."""

    kind: str
    start: int
    stop: int
    inner: int
    cases: Cases = frozenset()
    headed: bool = True
    """Whether the noun phrase has a noun, not only adjectives."""
    plural: bool = False
    """Of a verb: whether it stands in the plural."""
    rest: int = -1
    """Of a pp: where a word of its noun phrase stands that may be a nominative plural as well as a genitive, and so a subject; -1 for none."""


def tokens_of(passage: Passage, start: int, stop: int, room: Room, *, phrase: bool = False) -> list[Token]:
    """The tokens of a stretch, short brackets left out; of a `phrase` only those up to the first that no noun phrase goes over."""
    found: list[Token] = []
    text = passage.text
    at = start
    opening = passage.sentence_at(start).start
    while (match := _TOKEN.search(text, at, stop)) is not None:
        at = match.end()
        if match.group() == "(" and (end := text.find(")", at, min(stop, at + _BRACKET))) != -1 and not any(c.isdigit() for c in text[at:end]):
            at = end + 1
            continue
        word = match.group()
        if not word[-1].isalpha():
            found.append(Token(match.start(), at, "figure" if word[0].isdigit() else "mark", frozenset()))
            if phrase and word != "," and any(token.kind != "figure" for token in found[:-1]):
                break
            continue
        kind, cases, readings = _known(word, room)
        if _is_no_phrase(passage, match.start(), at, room):
            kind, cases = "small", frozenset()
        if word[0].isupper() and kind in ("small", "verb", "prep") and not _opens(text, match.start(), opening):
            kind, cases = "name", _ANY  # a capital in mid-sentence: a foreign name that looks like a word ("Nam Tam")
        found.append(Token(match.start(), at, kind, cases, readings))
        if phrase and kind in ("verb", "prep") and len(found) > 1:
            break
        if kind == "adj" and len(found) > 2 and _is_done_so(found):
            del found[-2]
        if kind in ("noun", "adj") and "gen" in cases and len(found) > 1:
            found[-2:-1] = [_as_noun(found)]
    return found


def _is_no_phrase(passage: Passage, start: int, stop: int, room: Room) -> bool:
    """Whether a word is in no noun phrase though it looks so: an abbreviation's part, a letter alone, the mark of a number, a filler."""
    text = passage.text
    if stop - start == 1 and text[start].islower() and text[start:stop] not in _stop_words(room):
        return True
    if text[start - 1:start] == "." == text[stop:stop + 1] and text[start:stop].islower():
        return True
    told = stop + text.startswith(".", stop)
    mark = passage.starting(start, "number_mark") if text[told:told + 1] == " " and text[told + 1:told + 2].isdigit() else None
    return (mark is not None and mark.stop in (stop, told)) or (text[start].isupper() and text[start:stop].lower() in _fillers(room))


def _agrees_never(word: str, room: Room) -> bool:
    return not any(reading.pos in _ADJECTIVES for reading in room.readings(word))


@lru_cache(maxsize=16)
def _fillers(room: Room) -> frozenset[str]:
    return frozenset(form for forms in room.words("filler").values() for form in forms if _agrees_never(form, room))


def _is_done_so(tokens: Sequence[Token]) -> bool:
    """Whether an adverb stands between a noun and its participle ("area of newly planted woods")."""
    how = {reading.pos for reading in tokens[-2].readings}
    done = any(reading.pos in ("ppas", "pact") for reading in tokens[-1].readings)
    return done and how == {"adv"} and tokens[-2].kind == "small" and tokens[-3].kind in ("noun", "adj", "name")


def _as_noun(tokens: Sequence[Token]) -> Token:
    """The token before the last, a genitive: at the head of a clause it is a noun though it may be a verb too ("skala gospodarki")."""
    token = tokens[-2]
    before = tokens[-3] if len(tokens) > 2 else None
    if token.kind != "verb" or (before is not None and before.kind not in ("mark", "prep") and (before.kind == "verb" or "nom" in before.cases)):
        return token
    nouns = [reading for reading in token.readings if reading.pos in _NOUNS and not reading.proper]
    return token._replace(kind="noun", cases=frozenset(case for reading in nouns for case in reading.cases) - _CALLING) if nouns else token


def _opens(text: str, start: int, opening: int) -> bool:
    """True where a sentence, a quotation or a heading begins at `start`."""
    at = start
    while at > opening and text[at - 1] in _OPENERS:
        at -= 1
    return at <= opening or (at < start and text[at - 1] in ".!?:")


@lru_cache(maxsize=65536)
def _known(word: str, room: Room) -> tuple[str, Cases, tuple[Reading, ...]]:
    """What sort of word the dictionary makes of a form, the cases it may stand in as a nominal, and its readings."""
    if word.lower() in _stop_words(room):
        readings = room.readings(word.lower())
        tags = {reading.pos for reading in readings}
        return ("prep" if "prep" in tags and not tags & {"conj", "comp"} else "verb" if tags & _VERBS else "small"), frozenset(), readings
    readings = room.readings(word.rpartition("-")[2]) or room.readings(word.lower())
    tags = {reading.pos for reading in readings}
    if "prep" in tags and not tags & {"conj", "comp"}:
        kind = "prep"
    elif tags & _VERBS:
        kind = "verb"
    elif tags & {"conj", "comp", "part", "adv"} and not (word[0].isupper() and tags & _NOUNS):
        kind = "small"
    elif "pred" in tags and not tags & _NOUNS:
        kind = "small"  # but "czas", "brak": the noun is meant, unless an infinitive follows
    elif tags & _ADJECTIVES:
        kind = "adj"  # also a noun, perhaps; the words beside it tell
    elif tags & _NOUNS:
        kind = "noun"
    elif tags & _SMALL:
        kind = "small"
    elif "num" in tags:
        kind = "figure"
    else:
        kind = "name"
    nominal = [reading for reading in readings if reading.pos in _NOUNS | _ADJECTIVES]
    cases = frozenset(case for reading in nominal for case in reading.cases) - _CALLING if readings else _ANY
    return kind, cases, readings


@lru_cache(maxsize=16)
def _stop_words(room: Room) -> frozenset[str]:
    return frozenset(form for forms in room.words("stop_word").values() for form in forms)


def chunk(tokens: Sequence[Token], joint: frozenset[str], text: str) -> list[Chunk]:
    """The chunks of a run of tokens, in order; `joint` are the words that tie the members of a list."""
    chunks: list[Chunk] = []
    i = 0
    while i < len(tokens):
        token = tokens[i]
        if token.kind in ("noun", "adj", "name"):
            end, cases = noun_phrase(tokens, i, joint, text)
            headed = any(t.kind != "adj" or any(reading.pos in _NOUNS for reading in t.readings) for t in tokens[i:end])
            chunks.append(Chunk("np", token.start, tokens[end - 1].stop, token.start, cases, headed))
            i = end
            continue
        if token.kind == "prep":
            first = i + 1
            while first < len(tokens) and tokens[first].kind == "figure":
                first += 1
            if first < len(tokens) and tokens[first].kind in ("noun", "adj", "name"):
                end, cases = noun_phrase(tokens, first, joint, text)
                rest = next((t.start for t in tokens[first + 1:end] if _may_be_subject(t)), -1)
                chunks.append(Chunk("pp", token.start, tokens[end - 1].stop, tokens[first].start, cases, rest=rest))
                i = end
                continue
        if token.kind == "verb":
            plural = any("pl" in reading.numbers for reading in token.readings if reading.pos in _VERBS)
            chunks.append(Chunk("verb", token.start, token.stop, token.start, plural=plural))
        elif token.kind == "mark":
            chunks.append(Chunk("mark", token.start, token.stop, token.start))
        i += 1
    return chunks


def _may_be_subject(token: Token) -> bool:
    nouns = [reading for reading in token.readings if reading.pos in _NOUNS]
    return token.kind == "noun" and any("pl" in reading.numbers and "nom" in reading.cases for reading in nouns)


def noun_phrase(tokens: Sequence[Token], first: int, joint: frozenset[str], text: str, within: Cases = _ANY) -> tuple[int, Cases]:
    """Where the noun phrase that begins at a token ends, and the cases that its head may stand in, of those `within` which it must.

    Adjectives agree with the noun before or behind them; nouns behind the head are genitives, names, or members of a list.
    """
    cases = tokens[first].cases & within
    headed = tokens[first].kind in ("noun", "name")
    last = tokens[first].cases & within
    i = first + 1
    while i < len(tokens):
        token = tokens[i]
        if token.kind in ("noun", "adj", "name"):
            if not headed:
                agreeing = cases & token.cases
                if not agreeing and any(reading.pos in _NOUNS for reading in tokens[first].readings):
                    headed = True  # an adjective's form that is a noun here
                    continue
                if not agreeing:
                    break
                cases, headed = agreeing, token.kind != "adj"
            elif token.kind == "name" or "gen" in token.cases or (token.kind == "adj" and _agrees(tokens[i - 1], token)):
                pass
            elif any(reading.pos == "pact" for reading in tokens[i - 1].readings):
                i, _ = noun_phrase(tokens, i, joint, text)  # what the participle governs: "of schools that meet national standards"
                last = tokens[i - 1].cases
                continue
            else:
                break
            last = token.cases
            i += 1
            continue
        if _joins(tokens, i, last, cases, joint, text):
            last = tokens[i + 1].cases
            i += 2
            continue
        break
    return i, cases


def _agrees(noun: Token, adjective: Token) -> bool:
    return any(
        (a.cases & n.cases) - _CALLING and a.numbers & n.numbers and a.genders & n.genders
        for n in noun.readings if n.pos in _NOUNS | _ADJECTIVES for a in adjective.readings if a.pos in _ADJECTIVES
    )


def _joins(tokens: Sequence[Token], i: int, last: Cases, head: Cases, joint: frozenset[str], text: str) -> bool:
    """Whether a comma or a joint stands at `i` between members of a list in one case."""
    if i + 1 >= len(tokens) or tokens[i + 1].kind not in ("noun", "adj"):
        return False
    tie = text[tokens[i].start:tokens[i].stop]
    if tie == ",":
        follows = tokens[i + 2] if i + 2 < len(tokens) else None
        return (
            bool(tokens[i + 1].cases & last)
            and follows is not None
            and (text[follows.start:follows.stop] in joint or text[follows.start:follows.stop] == ",")
        )
    return tie in joint and bool(tokens[i + 1].cases & (last | head))
