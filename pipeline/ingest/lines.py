"""What a line is by its shape alone, in any language."""

from __future__ import annotations

import re

_IMAGE = re.compile(r"!\[[^\]\n]{0,300}\]\([^)\n]{0,500}\)[ |]*|\[(?:img|image|photo|video)\]", re.IGNORECASE)
_BRACKETED = re.compile(r"\(([^\W\d_][^()\n]{1,28})\) ?[-\u2013\u2014] ?")
_AGENCY = re.compile(r"[^\W\d_][^()\n.!?]{1,60}\(([^()\n]{2,24})\) ?[-\u2013\u2014] ")
_CAPITALS = re.compile(r"([^\W\d_](?:[^\W\d_]|[ .,/&-]){2,40}?) ?(?:[\u2013\u2014]|(?<= )-) ")
_SITE = re.compile(r"(?:[A-Za-z0-9-]{2,30}\.){1,3}[A-Za-z]{2,6} ?[-\u2013\u2014] ")
_NAME_AND_ROLES = re.compile(r"(?:[^\W\d_](?:[^\W\d_]|[.'\u2019-]){0,20} ){2,5}[-\u2013\u2014] (?=\S)")
_NOTE = re.compile(r" ?\([^()]{1,30}\)$")
_BYLINE = 48
_WORDS = 6
_ROLES = 320
_ENDS = (".", "!", "?", "\u2026", ":", ";")
_LEAST_CAPITALS = 3


def is_image_mark(line: str) -> bool:
    """Whether a line is only a mark that stands for a picture."""
    return line[0] in "![" and _IMAGE.fullmatch(line) is not None


def dateline_end(text: str, start: int) -> int:
    """Where the dateline that opens a text at `start` ends ("HANOI (VNA) - ", "(name) - ", "HANOI - ", "site.vn - "); 0 where there is none.

    >>> dateline_end("HANOI, March 5 (VNA) - Two", 0), dateline_end("Hanoi (the capital) - Two", 0)
    (23, 0)
    """
    if found := _BRACKETED.match(text, start):
        return found.end()
    if (found := _AGENCY.match(text, start)) and found[1].isupper():
        return found.end()
    if (found := _CAPITALS.match(text, start)) and found[1].isupper() and sum(map(str.isalpha, found[1])) >= _LEAST_CAPITALS:
        return found.end()
    found = _SITE.match(text, start)
    return found.end() if found else 0


def is_byline(line: str) -> bool:
    """Whether a line is nothing but a name or an agency: a few words, every one with a capital, a note in brackets behind them at most.

    >>> [is_byline(line) for line in ("Lan Anh", "N. H.", "LAN ANH (reporter)", "Lan Anh said so.", "Hanoi 2025")]
    [True, True, True, False, False]
    """
    if len(line) > _BYLINE:
        return False
    words = _NOTE.sub("", line).replace("/", " ").replace("-", " ").replace(".", ". ").split()
    return 0 < len(words) <= _WORDS and all(word[0].isupper() and word.strip(".,").isalpha() for word in words if word != ".")


def is_person_with_roles(line: str) -> bool:
    """Whether a line is a name, a dash and roles, and no sentence: the byline of an official who writes himself.

    >>> is_person_with_roles("Tran Van Nam \u2013 head of the Office"), is_person_with_roles("Ha Noi - a city of lakes that grows.")
    (True, False)
    """
    if len(line) > _ROLES or line.endswith(_ENDS):
        return False
    found = _NAME_AND_ROLES.match(line)
    return found is not None and all(word[0].isupper() for word in found[0].split()[:-1])
