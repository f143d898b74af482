"""Vietnamese names for generated sentences: persons and places, with their marks and without."""

from __future__ import annotations

import random
from pathlib import Path

from pipeline.knowledge.files import read_csv, read_toml
from pipeline.knowledge.fold import bare

_COLUMNS = ("code", "level", "name", "parent", "valid_from", "valid_to", "merged_into", "latitude", "longitude")


class VietnameseNames:
    """Draws names from `models/`; a province is drawn far oftener than a commune, as news do."""

    def __init__(self, models: Path, chance: random.Random) -> None:
        problems: list[str] = []
        parts = read_toml(models / "training" / "vietnamese_names.toml", problems)
        names = read_toml(models / "offices" / "names.toml", problems)["vietnamese"]
        self._chance = chance
        self._parts = parts
        self._common, self._families = names["common"], [name for name in names["families"] if not name.endswith("'")]
        by_level: dict[str, list[str]] = {}
        for _, row in read_csv(models / "places" / "vietnam.csv", _COLUMNS, problems):
            by_level.setdefault(row["level"], []).append(row["name"])
        if problems:
            raise ValueError("; ".join(problems))
        self._high = sorted({*by_level["province"], *by_level["city"]})
        self._middle = sorted({*by_level["district"], *by_level["town"], *by_level["special_zone"]})
        self._low = sorted(name for name in {*by_level["commune"], *by_level["ward"], *by_level["township"]} if not name[-1].isdigit())

    def person(self) -> str:
        """A full name with its marks: family, middle and given names."""
        draw = self._chance
        family = draw.choice(self._common if draw.random() < 0.8 else self._families)
        sex = "men" if draw.random() < 0.65 else "women"
        given = draw.choice(self._parts[f"given_{sex}"])
        if draw.random() < 0.12:
            return f"{family} {given}"
        middle = draw.choice(self._parts[f"middle_{sex}"])
        extra = f" {draw.choice(self._parts[f'given_{sex}'])}" if draw.random() < 0.1 else ""
        return f"{family} {middle}{extra} {given}"

    def place(self) -> str:
        """The name of a province, a district or a commune with its marks."""
        draw = self._chance.random()
        return self._chance.choice(self._high if draw < 0.45 else self._middle if draw < 0.65 else self._low)

    def level_of_draw(self) -> str:
        """A name of the lowest level alone."""
        return self._chance.choice(self._low)

    def stripped(self, name: str, share: float = 0.65) -> str:
        """The name as translations write it: mostly without its marks."""
        return bare(name) if self._chance.random() < share else name
