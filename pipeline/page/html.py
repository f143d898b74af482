"""The page itself: one HTML text with its style, its script and its data inside, and a policy that lets nothing else in."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from pipeline.page.articles import MENTIONS, article_data
from pipeline.page.backdrop import Backdrop
from pipeline.page.index import Index
from pipeline.page.reading import Tables
from pipeline.page.severity import VERDICTS, failing
from pipeline.verify.note import wordings

STYLES = ("base.css", "index.css", "article.css", "compare.css", "pictures.css", "print.css")
SCRIPTS = (
    "base.js", "numbers.js", "times.js", "search.js", "claims.js", "marks.js", "checks.js", "facts.js", "pictures.js", "map.js", "compare.js",
    "filters.js", "index.js", "article.js", "keys.js", "main.js",
)
"""The files of the one style and the one script, in order."""
_REVIEW = ("review.css", "review.js")
"""What the page of a review has more; its script stands before the last, which begins."""

_ACTING = re.compile("[<>&\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]")
"""What could end a script or turn the writing direction of a source text; JSON writes the rest of the controls as escapes by itself."""
_DIGITS = 4


def visible(text: str) -> str:
    r"""A text for places that show letters alone, as a window's title; what could act is written as its code.

    >>> visible("a\u202eb")
    'a[U+202E]b'
    """
    return _ACTING.sub(lambda match: match.group() if match.group() in "<>&" else f"[U+{ord(match.group()):04X}]", text)


def page_of(tables: Tables, backdrop: Backdrop, title: str, *, review: Mapping[str, Any] | None = None) -> str:
    """The whole page as HTML; it holds everything that it needs and asks no network for anything.

    With `review` (the key of decisions, the reviewer's name, the ids of a sample or None) it has a desk for decisions, and asks the service that
    served it.
    """
    style = _part("style", STYLES if review is None else (*STYLES, _REVIEW[0]))
    script = _part("script", SCRIPTS if review is None else (*SCRIPTS[:-1], _REVIEW[1], SCRIPTS[-1]))
    articles, index = _data(tables, backdrop)
    meta = {
        "title": title, "version": version("soat"), "first": tables.first, "left_out": tables.left_out,
        "strings": strings() if review is None else {language: {**words, **review_strings()[language]} for language, words in strings().items()},
        "checked": "findings" in tables, "grouped": "families" in tables, "aligned": "alignments" in tables, "verdicts": VERDICTS,
        "notes": wordings(), "unit_names": backdrop.units, "dust": _packed(backdrop.dust()),
    }
    if review is not None:
        ids = [row["claim_id"] for row in tables.of("claims")]
        meta["review"] = {**review, "ids": ids, "claims": len(ids)}
    policy = f"default-src 'none'; style-src 'sha256-{_digest(style)}'; script-src 'sha256-{_digest(script)}'; base-uri 'none'; form-action 'none'"
    policy += "; connect-src 'self'" if review is not None else ""
    template = _environment().from_string(_file("page.html"))
    return template.render(
        title=visible(title), policy=policy, style=Markup(style), script=Markup(script),  # noqa: S704 - files of this package
        data=as_json(meta | index), articles=[as_json(one) for one in articles], names=[visible(one["title"]) for one in index["articles"]],
        strings=strings()["en"], version=version("soat"),
    )


def as_json(value: object) -> Markup:
    r"""JSON that may stand inside a script element: it holds no character that could end it.

    >>> str(as_json("</script>"))
    '"\\u003c/script\\u003e"'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return Markup(_ACTING.sub(lambda match: f"\\u{ord(match.group()):04x}", text))  # noqa: S704 - nothing in it can act


@cache
def strings() -> Mapping[str, Mapping[str, Any]]:
    """The words of the interface by language."""
    return tomllib.loads(_file("strings.toml"))


@cache
def review_strings() -> Mapping[str, Mapping[str, Any]]:
    """The words of the review's desk by language."""
    return tomllib.loads(_file("review.toml"))


def _data(tables: Tables, backdrop: Backdrop) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """The data of each article, and the index of them all."""
    by_article = {name: _grouped(tables.of(name)) for name in (*MENTIONS, "sources")}
    findings: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in tables.of("findings"):
        for name in dict.fromkeys(row["article_ids"]):
            findings[name].append(row)
    symbols = {citation: row["symbol"] for row in tables.of("documents") if row["symbol"] for citation in row["citation_ids"]}
    elsewhere = {row["claim_id"]: row for row in tables.elsewhere}
    index = Index(backdrop, tables.of("families"), symbols)
    articles = []
    for row in sorted(tables.of("articles"), key=lambda one: -sum(map(failing, findings[one["article_id"]]))):
        own = {name: its.get(row["article_id"], []) for name, its in by_article.items()}
        its = findings[row["article_id"]]
        index.add(row, own["sources"], own, its)
        data = article_data(row, own, own["sources"], its)
        data["homes"] = index.home_names([*own["claims"], *own["places"], *own["organisations"]])
        data["filed"] = {name: symbols[name] for citation in own["citations"] if (name := citation["citation_id"]) in symbols}
        named = {claim: elsewhere[claim] for finding in its for claim in finding["claim_ids"] if claim in elsewhere}
        data["elsewhere"] = {claim: {name: other[name] for name in ("quote", "sentence", "language")} for claim, other in named.items()}
        articles.append(data)
    return articles, index.data(tables.of("alignments"))


def _grouped(rows: Iterable[Mapping[str, Any]]) -> dict[str, list[Mapping[str, Any]]]:
    found: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        found[row["article_id"]].append(row)
    return found


def _packed(dust: list[tuple[float, float]]) -> str:
    """Dots as one short text: each a square of a grid of a hundredth of a degree, in four characters of base 36 an axis."""
    squares = {(round(latitude * 50), round(longitude * 50)) for latitude, longitude in dust}
    return "".join(f"{latitude:0{_DIGITS}x}{longitude:0{_DIGITS}x}" for latitude, longitude in sorted(squares) if latitude > 0 and longitude > 0)


def _part(kind: str, names: tuple[str, ...]) -> str:
    """The files of the style or the script as one text; the script's share one scope that is not the window's."""
    text = "\n".join(_file(f"{kind}/{name}") for name in names)
    return f'(() => {{\n"use strict";\n{text}\n}})();\n' if kind == "script" else text


def _file(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _environment() -> Environment:
    return Environment(autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True, trim_blocks=True, lstrip_blocks=True)
