"""The forms of a room's wordings, worked out once: inflecting thousands of phrases is a third of the time that loading takes.

`python -m pipeline.knowledge.forms` writes the files anew. A wording that its file lacks is inflected when it is loaded, and a file of
another version of the dictionary is passed over, so that a stale file costs time and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.knowledge.files import FORMS, models_folder, read_toml
from pipeline.knowledge.inflect import Morphology
from pipeline.knowledge.schema import KINDS


def wordings_of(folder: Path) -> Iterator[str]:
    """Every wording of a room that its inflector is asked for."""
    for file in dict.fromkeys(kind.file for kind in KINDS):
        path = folder / f"{file}.toml"
        tables = read_toml(path, []) if path.exists() else {}
        for kind in KINDS:
            if kind.file == file and kind.inflected:
                yield from (wording for wordings in tables.get(kind.name, {}).values() for wording in wordings if not wording.startswith("="))


def write_forms(path: Path, wordings: Iterable[str]) -> None:
    """Inflect wordings and write their forms."""
    morphology = Morphology()
    lines = [morphology.dictionary]
    for wording in sorted(set(wordings)):
        forms = morphology.forms(wording)
        same = _shared(forms[0], forms[-1])  # they are sorted: what these two share, all do
        lines.append(f"{wording}\t{same}\t{'|'.join(form.removeprefix(same) for form in forms)}")
    path.write_text("\n".join([*lines, ""]), encoding="utf-8", newline="\n")


def _shared(one: str, other: str) -> str:
    size = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one[:size]


if __name__ == "__main__":
    for room in sorted((models_folder() / "languages").iterdir()):
        if read_toml(room / "language.toml", []).get("inflection") == "morfeusz2":
            write_forms(room / FORMS, wordings_of(room))
