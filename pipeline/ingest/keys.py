"""Which key of a source's record says what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from pipeline.config import FIELDS
from pipeline.errors import InputRefusal

_USUAL: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "url": ("url", "link", "source_url", "uri"),
    "published": (
        "published", "published_at", "published_date", "publication_date", "publish_date", "date_publish", "date_published", "datePublished",
        "pubDate", "pub_date", "date",
    ),
    "updated": ("updated", "updated_at", "date_modify", "date_modified", "dateModified", "modified"),
    "crawled": ("crawled", "crawled_at", "crawl_date", "record_date", "fetched_at", "date_download", "timestamp"),
    "language": ("language", "lang"),
}
"""Keys under which dumps keep what; the first that a source has. (The usual dumps of web crawls keep the day of the crawl under `timestamp`.)"""


def columns_of(keys: Iterable[str], fields: Mapping[str, str]) -> dict[str, str]:
    """The key of each field that a source has; raises InputRefusal where the text's key is missing."""
    there = list(keys)
    known = set(there)
    found: dict[str, str] = {}
    taken = set(fields.values())
    for field in FIELDS:
        wanted = (fields[field],) if field in fields else tuple(key for key in _USUAL.get(field, (field,)) if key not in taken)
        key = next((key for key in wanted if key in known), None)
        if key is not None:
            found[field] = key
        elif field == "text":
            near = get_close_matches(wanted[0], there, 1)
            hint = f"; did you mean {near[0]!r}?" if near else "; say which key holds it (the field `text` of the settings)"
            raise InputRefusal("no_text", f"no key {wanted[0]!r} among {', '.join(map(repr, there[:12])) or 'none'}{hint}")
    return found


def said_of(record: Mapping[str, object], fields: Mapping[str, str], doubled: frozenset[str] = frozenset()) -> dict[str, object]:
    """What a record says, by the names of the fields; a key that is given twice with different values is refused where it is needed."""
    columns = columns_of(record, fields)
    for key in columns.values():
        if key in doubled:
            raise InputRefusal("duplicate_key", f"the key {key!r} is given twice, with different values")
    return {field: record[key] for field, key in columns.items()}
