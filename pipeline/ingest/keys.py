"""Which key of a source's record says what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from pipeline.config import FIELDS
from pipeline.errors import InputRefusal

_USUAL: Mapping[str, tuple[str, ...]] = {"language": ("language", "lang")}


def columns_of(keys: Iterable[str], fields: Mapping[str, str]) -> dict[str, str]:
    """The key of each field that a source has; raises InputRefusal where the text's key is missing."""
    there = list(keys)
    known = set(there)
    found: dict[str, str] = {}
    for field in FIELDS:
        wanted = (fields[field],) if field in fields else _USUAL.get(field, (field,))
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
