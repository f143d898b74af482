"""The W3C's Web Annotation: an annotation a line, anchored by position and by quote.

Source: Web Annotation Data Model, W3C Recommendation of 23 February 2017 (4.2.4 and 4.2.5 for the selectors; offsets are code points).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pipeline.write.annotated import Mention, addresses_of, annotated

_AROUND = 32
"""Characters before and behind a quote that tell it from others like it."""


def write_web_annotation(folder: Path, out: Path) -> None:
    """JSON Lines of annotations; the target is the article's address, or `urn:soat:ARTICLE` where no source has one."""
    addresses = addresses_of(folder)
    with out.open("w", encoding="utf-8", newline="\n") as stream:
        for one in annotated(folder):
            article = one.article
            source = addresses.get(article["article_id"], f"urn:soat:{article['article_id']}")
            for _, words, mentions in one.fields():
                for mention in mentions:
                    stream.write(json.dumps(_annotation(words, mention, source, article["language"]), ensure_ascii=False) + "\n")


def _annotation(words: str, one: Mention, source: str, language: str) -> dict[str, Any]:
    start, stop = one.start, one.stop
    facts = json.dumps(one.facts, ensure_ascii=False, sort_keys=True)
    selectors: list[dict[str, Any]] = [
        {"type": "TextQuoteSelector", "exact": one.quote, "prefix": words[max(0, start - _AROUND):start], "suffix": words[stop:stop + _AROUND]},
    ]
    if one.field == "text":  # offsets count in the text; a title is found by its words alone
        selectors.append({"type": "TextPositionSelector", "start": start, "end": stop})
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"urn:soat:{one.label}:{one.id}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "value": one.label},
            {"type": "TextualBody", "purpose": "describing", "format": "application/json", "value": facts},
        ],
        "target": {
            "source": source,
            "language": language,
            "selector": selectors,
        },
    }
