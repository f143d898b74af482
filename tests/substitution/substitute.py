"""Another article of the same make: every figure, person, document symbol and province replaced by one of the same shape and grammar."""

from __future__ import annotations

import json
import math
import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from pipeline.evaluate.gold import plain, read_claim
from pipeline.evaluate.places import locate, locate_figures
from pipeline.knowledge.fold import bare

Item = dict[str, Any]
Edits = dict[tuple[int, int], str]

_FIGURE = re.compile(r"[0-9]+(?:[ .,][0-9]+)*")
_SURNAMES = "Nguy\u1ec5n Tr\u1ea7n Ph\u1ea1m Ho\u00e0ng V\u0169 \u0110\u1eb7ng B\u00f9i \u0110\u1ed7 Ng\u00f4 D\u01b0\u01a1ng".split()
_MIDDLES = "V\u0103n \u0110\u00ecnh Minh H\u1eefu \u0110\u1ee9c C\u00f4ng".split()
_GIVEN = "H\u00f9ng D\u0169ng S\u01a1n Th\u1eafng Long B\u00ecnh Nam Kh\u00e1nh Ki\u00ean".split()
"""All end in a consonant, so that a Polish case ending sits on them as it sat on the name before."""
_POLISH_GIVEN = "Marek Tomasz Piotr Andrzej Micha\u0142 Pawe\u0142".split()
_POLISH_SURNAMES = {"a": ("Sikora", "Zar\u0119ba", "Kaleta"), "": ("Nowak", "Wilk", "Lis", "Urban")}
_PROVINCES = (
    "Cao B\u1eb1ng", "L\u1ea1ng S\u01a1n", "S\u01a1n La", "\u0110i\u1ec7n Bi\u00ean", "Qu\u1ea3ng Ninh", "Ngh\u1ec7 An",
    "H\u00e0 T\u0129nh", "Lai Ch\u00e2u",
)
"""Provinces that stand on the maps before and after July 2025."""
_YEARS = range(1900, 2100)


class Figures:
    """A new figure for each old one: as many digits, the same separators, the same agreement with its noun, and the same order."""

    def __init__(self, rng: random.Random, language: str) -> None:
        self._pull = rng.uniform(0.25, 0.9)
        self._language = language

    def new(self, old: int, *, counted: bool) -> int:
        """The figure that stands for another; a power of ten stands for itself."""
        low = 10 ** (len(str(old)) - 1)
        if old <= 1 or old == low:
            return old
        value = max(low + 1 if low > 1 else 2, round(low + (old - low) * self._pull))
        if value in _YEARS and old not in _YEARS:
            value += 250
        wanted = self._agreement(old) if counted else None
        near = sorted(range(low, low * 10), key=lambda one: abs(one - value)) if low <= 1000 else range(value, value + 40)
        return next(one for one in near if one not in (0, 1, old) and wanted in (None, self._agreement(one)) and (one in _YEARS) == (old in _YEARS))

    def _agreement(self, number: int) -> str:
        if self._language == "pl":
            few = number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14)
            return "one" if number == 1 else "few" if few else "many"
        return "one" if number == 1 else "more"

    def write(self, figure: str) -> str:
        """A written figure with new digits in the places of the old ones."""
        digits = re.sub("[^0-9]", "", figure)
        lead = len(digits) - len(digits.lstrip("0"))
        old = int(digits)
        if old == 0:
            return figure
        new = "0" * lead + str(self.new(old, counted=re.search("[.,]", figure) is None))
        fresh = iter(new)
        return "".join(next(fresh) if c.isdigit() else c for c in figure)


def substitute(folder: Path, name: str, seed: int, out: Path) -> None:
    """Write another article of the make of gold article `name` of `folder`, with its facts, to `out`."""
    rng = random.Random(f"{seed} {name}")
    article = json.loads((folder / "articles" / f"{name}.json").read_text(encoding="utf-8"))
    facts = json.loads((folder / "facts" / f"{name}.json").read_text(encoding="utf-8"))
    text = plain(article["text"])
    edits: Edits = {}
    _persons(text, facts["officials"], facts["lang"], rng, edits)
    _provinces(text, facts, rng, edits)
    _symbols(text, facts["documents"], rng, edits)
    _claims(text, facts["numeric_claims"], Figures(rng, facts["lang"]), edits)
    move = _mover(edits)
    fresh = _apply(text, edits)
    for item in (*facts["numeric_claims"], *facts["documents"], *facts["dates"], *facts.get("ignore", [])):
        _move(item, text, fresh, move)
    for kind, what in (("articles", {**article, "text": fresh}), ("facts", facts)):
        (out / kind).mkdir(parents=True, exist_ok=True)
        (out / kind / f"{name}.json").write_text(json.dumps(what, ensure_ascii=False), encoding="utf-8")


def _add(edits: Edits, start: int, stop: int, new: str) -> bool:
    if any(start < other_stop and other_start < stop for other_start, other_stop in edits):
        return (start, stop) in edits
    edits[start, stop] = new
    return True


def _replace(text: str, old: str, new: str, edits: Edits) -> None:
    for match in re.finditer(re.escape(old), text):
        _add(edits, match.start(), match.end(), new)


def _persons(text: str, officials: list[Item], language: str, rng: random.Random, edits: Edits) -> None:
    for person in officials:
        old = person["name"]
        parts = old.split()
        if _is_polish(old, language):
            kind = "a" if old.endswith("a") else ""
            new = f"{rng.choice(_POLISH_GIVEN)} {rng.choice(_POLISH_SURNAMES[kind])}"
        else:
            new = _vietnamese(len(parts), rng, marked=bare(old) != old)
        _replace(text, old, new, edits)
        if _is_polish(old, language):
            # the surname alone, with or without a case ending
            _replace(text, parts[-1], new.split()[-1], edits)
        person["name"] = new
        person.pop("accept", None)


def _is_polish(name: str, language: str) -> bool:
    return language == "pl" and len(name.split()) == 2 and not set(map(len, name.split())) & {2, 3}


def _vietnamese(syllables: int, rng: random.Random, *, marked: bool) -> str:
    middles = rng.sample(_MIDDLES, max(0, syllables - 2))
    name = " ".join([rng.choice(_SURNAMES), *middles, rng.choice(_GIVEN)])
    return name if marked else bare(name)


def _provinces(text: str, facts: Item, rng: random.Random, edits: Edits) -> None:
    free = [name for name in _PROVINCES if bare(name).lower() not in bare(text).lower()]
    for place in facts["places"]:
        if place["level"] != "province" or place["name"] not in text:
            continue
        new = free.pop(rng.randrange(len(free)))
        old, new = place["name"], new if facts["lang"] == "vi" or bare(place["name"]) != place["name"] else bare(new)
        for before, after in ((old, new), (old.upper(), new.upper()), (bare(old), bare(new)), (bare(old).upper(), bare(new).upper())):
            _replace(text, before, after, edits)
        place["name"] = new
        place.pop("accept", None)


def _symbols(text: str, documents: list[Item], rng: random.Random, edits: Edits) -> None:
    numbers: dict[str, str] = {}
    for document in documents:
        if not document.get("number"):
            continue
        old = re.match("[0-9]+", document["number"])
        where = locate(text, plain(document["quote"]), document["start"])
        if old is None or where is None:
            continue
        fresh = numbers.setdefault(old.group(), _other_number(old.group(), rng))
        for match in re.compile(rf"(?<![0-9]){old.group()}(?![0-9])").finditer(text, where.start, where.stop):
            _add(edits, match.start(), match.end(), fresh)
            break
        _each_form(document, "number", lambda form: re.sub("^[0-9]+", lambda found: numbers.get(found.group(), found.group()), form))


def _other_number(old: str, rng: random.Random) -> str:
    low = 10 ** (len(old) - 1)
    return str(rng.choice([one for one in range(low + 1, min(low * 10, low + 900)) if one not in _YEARS and one != int(old)]))


def _claims(text: str, claims: list[Item], figures: Figures, edits: Edits) -> None:
    new_values: dict[float, float] = {}
    for claim in claims:
        if claim.get("optional"):
            continue
        found = [match for span in locate_figures(text, read_claim(claim)) for match in _FIGURE.finditer(text, *span)]
        fresh = [figures.write(match.group()) for match in found]
        if isinstance(claim["value"], list) and sorted(map(_amount, fresh)) != list(map(_amount, fresh)):
            continue  # a range of figures of unlike shapes ("2-4.5") would be turned round
        tokens: dict[int, int] = {}
        for match, new in zip(found, fresh, strict=True):
            if _add(edits, match.start(), match.end(), new):
                tokens[_digits(match.group())] = _digits(new)
        for value in _values(claim):
            if (scaled := _scaled(value, tokens)) is not None:
                new_values[value] = scaled
        _each_form(claim, "value", lambda value, tokens=tokens: _new_value(value, tokens, new_values))
        for end in ("from", "to"):
            if claim["change"].get(end) is not None:
                claim["change"][end] = _new_value(claim["change"][end], tokens, new_values)


def _digits(figure: str) -> int:
    return int(re.sub("[^0-9]", "", figure))


def _amount(figure: str) -> float:
    return float(re.sub("[ .,](?=[0-9]{3}(?![0-9]))", "", figure).replace(",", ".").replace(" ", ""))


def _values(claim: Item) -> Iterator[float]:
    yield from claim["value"] if isinstance(claim["value"], list) else [claim["value"]]
    yield from (claim["change"][end] for end in ("from", "to") if claim["change"].get(end) is not None)


def _new_value(value: Any, tokens: dict[int, int], known: dict[float, float]) -> Any:  # noqa: ANN401 - a JSON value
    if isinstance(value, list):
        return [_new_value(one, tokens, known) for one in value]
    scaled = _scaled(value, tokens)
    return scaled if scaled is not None else known.get(value, value)


def _scaled(value: float, tokens: dict[int, int]) -> float | None:
    """The value of a figure whose digits changed: its scale (a power of ten) stays."""
    for old, new in tokens.items():
        if old and value > 0:
            power = math.log10(value / old)
            if abs(power - round(power)) < 1e-9:
                exponent = round(power)
                return float(new * 10**exponent) if exponent >= 0 else new / 10**-exponent
    return None


def _each_form(item: Item, field: str, change: Callable[[Any], Any]) -> None:
    item[field] = change(item[field])
    if field in item.get("accept", {}):
        item["accept"][field] = [change(form) for form in item["accept"][field]]


def _apply(text: str, edits: Edits) -> str:
    parts, at = [], 0
    for (start, stop), new in sorted(edits.items()):
        parts += [text[at:start], new]
        at = stop
    return "".join([*parts, text[at:]])


def _mover(edits: Edits) -> Callable[[int], int]:
    """From offsets of the old text to those of the new one; the inside of an edit is its edge."""
    ordered = sorted(edits.items())

    def move(at: int) -> int:
        shift = 0
        for (start, stop), new in ordered:
            if stop <= at:
                shift += len(new) - (stop - start)
            elif start < at:
                return start + shift + len(new)
            else:
                break
        return at + shift

    return move


def _move(item: Item, text: str, fresh: str, move: Callable[[int], int]) -> None:
    where = locate(text, plain(item["quote"]), item["start"])
    if where is None:
        return
    if "number_text" in item:
        spans = locate_figures(text, read_claim(item))
        pieces = [fresh[move(span.start):move(span.stop)] for span in spans]
        item["number_text"] = pieces if isinstance(item["number_text"], list) else pieces[0]
    item["start"] = move(where.start)
    item["quote"] = fresh[move(where.start):move(where.stop)]
