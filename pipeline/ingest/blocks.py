"""Which parts of a text are title, lead, body, caption, byline, dateline, and which belong to the page round it."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.ingest.lines import dateline_end, is_byline, is_image_mark, is_person_with_roles
from pipeline.knowledge.furniture import Furniture
from pipeline.records import Block

_URL = re.compile(r"https?://[^\s<>\"]+")
_TITLE = 180
_CAPTION = 400
_LEAD = 700
_PAGE_LINE = 200
_HEADLINE = 130
_REST = 250
"""Characters behind a phrase of the page that still belong to the page, where they are the last of a line."""
_REPEATED = 30
"""Letters; shorter lines may stand twice in a table or a poem."""
_BYLINE = 60
_CREDIT = 90
"""Characters before the end of a line in which a credit stands, unless it opens the line."""
_SENTENCE_END = re.compile(r"(?<![.!?\u2026])[.!?\u2026]++[\"\u201d\u2019\u00bb)]*(?= |$)")
_ENDS = (".", "\u2026", ":", ";", ",")


class Page(NamedTuple):
    """The blocks of a text, which cover it in order, with the byline and the address that its page lines give."""

    blocks: tuple[Block, ...]
    byline: str | None
    url: str | None


_Hit = tuple[int, int, str]


class _Line(NamedTuple):
    start: int
    stop: int
    """Behind its last character, the line mark left out."""
    text: str


def cut_blocks(text: str, title: str | None, furniture: Furniture) -> Page:
    """Cut a frozen text into blocks, line by line; inside a line only pointers to other articles and a dateline are cut off."""
    lines = _lines_of(text)
    kinds = [_kind_by_itself(line.text, furniture) for line in lines]
    inline = list(furniture.inline(text))
    _mark_captions(lines, kinds, _credited(text, lines, inline), furniture)
    byline = _mark_byline(lines, kinds, furniture)
    _mark_opening(text, lines, kinds, title)
    url = next((found[0] for line, kind in zip(lines, kinds, strict=True) if kind == "furniture" and (found := _URL.search(line.text))), None)
    return Page(_blocks_of(text, lines, kinds, inline, furniture), byline, url)


def _lines_of(text: str) -> list[_Line]:
    lines = []
    at = 0
    for part in text.split("\n"):
        stop = at + len(part)
        stripped = part.strip(" ")
        if stripped:
            lines.append(_Line(at, stop, stripped))
        at = stop + 1
    return lines


def _kind_by_itself(line: str, furniture: Furniture) -> str:
    """`furniture` or `body`, by the words of the line alone."""
    if len(line) > _PAGE_LINE and line[0] not in "![":
        return "body"
    if is_image_mark(line):
        return "furniture"
    return "furniture" if furniture.line_kind(line) is not None else "body"


def _credited(text: str, lines: list[_Line], inline: list[_Hit]) -> dict[int, bool]:
    """By the start of their line: lines of a caption's length with a photo credit near their end or at their start; True where it opens them."""
    found: dict[int, bool] = {}
    at = 0
    for start, stop, kind in inline:
        if kind != "photo_credit":
            continue
        while at + 1 < len(lines) and lines[at + 1].start <= start:
            at += 1
        line = lines[at]
        if len(line.text) > _CAPTION or line.start in found:
            continue
        whole_word = not text[start - 1:start].isalnum() and not (text[stop - 1].isalnum() and text[stop:stop + 1].isalnum())
        opens = not any(map(str.isalnum, text[line.start:start]))
        if whole_word and (opens or line.stop - start <= _CREDIT):
            found[line.start] = opens
    return found


def _mark_captions(lines: list[_Line], kinds: list[str], credited: dict[int, bool], furniture: Furniture) -> None:
    """Lines with a photo credit, short lines behind a picture, and lines that say a second time what stands above."""
    seen: set[str] = set()
    for at, line in enumerate(lines):
        if kinds[at] != "body":
            continue
        behind_picture = at > 0 and kinds[at - 1] == "furniture" and _is_picture(lines[at - 1].text, furniture)
        again = line.text in seen and sum(map(str.isalpha, line.text)) >= _REPEATED
        if line.start in credited or again or (behind_picture and _is_short(line.text)):
            kinds[at] = "caption"
            if credited.get(line.start) and at > 0 and kinds[at - 1] == "body" and _is_short(lines[at - 1].text):
                kinds[at - 1] = "caption"
        seen.add(line.text)


def _is_picture(line: str, furniture: Furniture) -> bool:
    return is_image_mark(line) or furniture.line_kind(line) == "image_mark"


def _is_short(line: str) -> bool:
    """Short enough for a caption: a sentence or two."""
    return len(line) <= _CAPTION // 2 or (len(line) <= _CAPTION and len(_SENTENCE_END.findall(line)) <= 1)


def _mark_byline(lines: list[_Line], kinds: list[str], furniture: Furniture) -> str | None:
    """The last line of the article proper where it names the author; it must not be the only one."""
    body = [at for at, kind in enumerate(kinds) if kind == "body"]
    for at in body[:0:-1][:2]:
        line = lines[at].text
        if is_byline(line) or is_person_with_roles(line) or (len(line) <= _BYLINE and not line.endswith(_ENDS) and furniture.is_byline(line)):
            kinds[at] = "byline"
            return line
        if any(kinds[later] == "body" for later in range(at, len(lines))):
            return None
    return None


def _mark_opening(text: str, lines: list[_Line], kinds: list[str], title: str | None) -> None:
    """The title in a text whose source gives none apart, or that repeats it; the lead where a blank line sets it off."""
    body = [at for at, kind in enumerate(kinds) if kind == "body"]
    if len(body) > 1 and _is_title(lines, body, title):
        kinds[body[0]] = "title"
        body = body[1:]
    if len(body) > 1 and body[1] == body[0] + 1:
        first, second = lines[body[0]], lines[body[1]]
        if len(first.text) <= _LEAD and text.count("\n", first.stop, second.start) > 1:
            kinds[body[0]] = "lead"


def _is_title(lines: list[_Line], body: list[int], title: str | None) -> bool:
    first = lines[body[0]].text
    if title is not None:
        return " ".join(first.split()).casefold() == title.casefold()
    following = lines[body[1]].text
    return (
        body[0] == 0 and len(first) <= _TITLE and not first.endswith(_ENDS) and first.count(" ") > 1 and len(following) > len(first)
        and not first[0].islower() and first[0] not in "-\u2013\u2014\u2022*" and dateline_end(first, 0) == 0
    )


def _blocks_of(text: str, lines: list[_Line], kinds: list[str], inline: list[_Hit], furniture: Furniture) -> tuple[Block, ...]:
    """Blocks that cover the text: a run of body lines is one, every line of another kind is one of its own."""
    cuts = _inline_cuts(text, lines, kinds, inline)
    blocks: list[Block] = []
    opened = False
    for line, kind in zip(lines, kinds, strict=True):
        start = line.start
        if kind in ("body", "lead"):
            if not opened:
                opened = True
                if (end := dateline_end(text, start)) or (end := furniture.agency(text, start)) > start:
                    _add(blocks, "dateline", start, end)
                    start = end
            for cut, stop in cuts.get(line.start, ()):
                if cut > start:
                    _add(blocks, kind, start, cut)
                _add(blocks, "furniture", cut, stop)
                start = stop
        if start < line.stop or kind not in ("body", "lead"):
            _add(blocks, kind, start, line.stop)
    return _covering(blocks, len(text))


def _add(blocks: list[Block], kind: str, start: int, stop: int) -> None:
    if blocks and kind == "body" and blocks[-1].kind == "body":
        start = blocks.pop().start
    blocks.append(Block(kind, start, stop))


def _covering(blocks: list[Block], size: int) -> tuple[Block, ...]:
    """The same blocks, each reaching to the next one."""
    stops = [block.start for block in blocks[1:]] + [size]
    starts = [0, *stops[:-1]]
    return tuple(Block(block.kind, start, stop) for block, start, stop in zip(blocks, starts, stops, strict=True))


def _inline_cuts(text: str, lines: list[_Line], kinds: list[str], inline: list[_Hit]) -> dict[int, list[tuple[int, int]]]:
    """By the start of their line: pointers to other articles inside it (to the end of their first sentence), and the page's own phrases."""
    cuts: dict[int, list[tuple[int, int]]] = {}
    at = 0
    for start, _, kind in inline:
        if kind == "photo_credit":
            continue
        while at + 1 < len(lines) and lines[at + 1].start <= start:
            at += 1
        line = lines[at]
        if kinds[at] not in ("body", "lead") or (cuts.get(line.start) and cuts[line.start][-1][1] > start):
            continue
        stop = _end_of_pointer(text, start, line, kind)
        if stop is not None:
            cuts.setdefault(line.start, []).append((start, stop))
    return cuts


def _end_of_pointer(text: str, start: int, line: _Line, kind: str) -> int | None:
    """Where it ends; None where that cannot be told without losing words of the article."""
    before = text[start - 1] if start > line.start else " "
    if kind == "read_also" and not (text[start].isupper() and (before == " " or before.islower() or before in '"\u201d.!?')):
        return None
    near = min(line.stop, start + _REST)
    end = _SENTENCE_END.search(text, start, near)
    if end is not None and end.end() == near < line.stop:
        # the search saw no further: that was not the end of the line
        end = None
    if kind == "page_phrase" and line.stop - (end.end() if end else start) <= _REST:
        return line.stop
    if end is None:
        return line.stop if line.stop - start <= _HEADLINE else None
    return end.end() if kind == "page_phrase" or end.end() - start <= _HEADLINE else None
