"""Gold: what careful readers found in articles, `facts/NAME.json` beside the articles themselves."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.errors import UsageError

_HIDDEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_ODD_SPACE = re.compile(r"[^\S\n]")


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """A numeric claim with every value that counts as right; `ends` are those of a stated range, `figures` the digits inside the quote."""

    quote: str
    start: int
    figures: tuple[str, ...]
    values: tuple[float, ...]
    ends: tuple[float, float] | None
    change: str
    change_from: float | None
    change_to: float | None
    modifiers: tuple[str, ...]
    units: tuple[str | None, ...]
    changes: tuple[str, ...]
    periods: tuple[str | None, ...]
    """Empty where the reader gave no period: then it is not asked."""
    status: str
    unit_conflict: bool
    optional: bool
    measured: str = ""
    """The words of the article that name the thing measured; empty where the reader gave none."""

    @property
    def wanted(self) -> str:
        """The value as a reader of a report wants it."""
        value = " to ".join(f"{end:g}" for end in self.ends) if self.ends else f"{self.values[0]:g}"
        if self.change_from is not None or self.change_to is not None:
            value = f"{self.change_from} > {self.change_to}"
        return " ".join(filter(None, [self.change, self.modifiers[0], value, self.units[0]]))


@dataclass(frozen=True, slots=True)
class GoldName:
    """An item that is compared by one word of its own (a symbol, a name, a date); `forms` are all right ones, the main one first."""

    forms: tuple[str, ...]
    roles: tuple[str, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Gold:
    """What a reader found in one article; `ignored` are stretches (quote, start) in which a claim counts neither way."""

    name: str
    language: str
    claims: tuple[GoldClaim, ...]
    citations: tuple[GoldName, ...]
    officials: tuple[GoldName, ...]
    dates: tuple[GoldName, ...]
    places: tuple[GoldName, ...]
    ignored: tuple[tuple[str, int], ...]
    organisations: tuple[str, ...] = ()
    """Ids of the main bodies, where the reader gave any; readers do not list all."""


def plain(text: str) -> str:
    """The form of a text as ingested: NFC, nothing hidden, every space but the line feed a plain one."""
    return _ODD_SPACE.sub(" ", _HIDDEN.sub("", unicodedata.normalize("NFC", text)))


def read_gold(folder: Path, languages: Sequence[str] = ()) -> list[Gold]:
    """The gold of all articles of a folder, by name; raises UsageError where the folder is not of that shape."""
    names = sorted((folder / "facts").glob("*.json"))
    if not names:
        raise UsageError(f"{folder} holds no gold: facts/NAME.json are looked for; name the folder that has them")
    gold = [_read_facts(path) for path in names]
    return [one for one in gold if not languages or one.language in languages]


def _read_facts(facts: Path) -> Gold:
    try:
        found = json.loads(facts.read_text(encoding="utf-8"))
        return Gold(
            facts.stem, found["lang"],
            tuple(map(read_claim, found["numeric_claims"])),
            tuple(_read_name(item, "number", "number") for item in found["documents"]),
            tuple(_read_name(item, "name", "name") for item in found["officials"]),
            tuple(_read_name(item, "iso", "iso") for item in found["dates"]),
            tuple(_read_name(item, "name", "name") for item in found["places"]),
            tuple((plain(item["quote"]), item["start"]) for item in found.get("ignore", []) if item.get("optional")),
            tuple(item["organisation_id"] for item in found.get("organisations", []) if item.get("organisation_id")),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{facts} cannot be read as gold ({type(error).__name__}: {error})") from error


def _allowed(item: Mapping[str, Any], field: str, main: Any) -> list[Any]:  # noqa: ANN401 - a JSON value
    return [main, *item.get("accept", {}).get(field, [])]


def read_claim(item: Mapping[str, Any]) -> GoldClaim:
    """One claim of a facts file; raises KeyError where it lacks a field."""
    change = item["change"]
    value = item["value"]
    figures = item["number_text"]
    return GoldClaim(
        plain(item["quote"]), item["start"],
        tuple(map(plain, figures if isinstance(figures, list) else [figures])),
        tuple(float(one) for one in _allowed(item, "value", value) if not isinstance(one, list)),
        (float(value[0]), float(value[1])) if isinstance(value, list) else None,
        change["type"], change.get("from"), change.get("to"),
        tuple(_allowed(item, "modifier", item["modifier"])),
        tuple(_allowed(item, "unit", item["unit"])),
        tuple(one if isinstance(one, str) else one["type"] for one in _allowed(item, "change", change["type"])),
        tuple(_allowed(item, "period", item["period"])) if item.get("period") else (),
        item.get("status", "actual"), bool(item.get("unit_conflict")), bool(item.get("optional")),
        item.get("measured_text") or "",
    )


def _read_name(item: Mapping[str, Any], field: str, key: str) -> GoldName:
    forms = tuple(form for form in _allowed(item, field, item.get(key)) if form)
    main = item.get(key)
    # what no column can hold ("relative", two dates in one) counts neither way
    unheld = not main or main == "relative" or ";" in main
    optional = unheld or bool(item.get("optional"))
    spread = tuple(part for form in forms for part in form.split(";")) if optional else ()
    return GoldName(forms + spread, tuple(item.get("role_ids") or ()), optional=optional)
