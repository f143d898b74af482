"""How well a model's names, apart from any rule, meet the names of our own articles (corpora/names).

usage: python benchmarks/names.py LANGUAGE MODEL [--misses]

Each name counts once an article, compared without marks and case; MODEL is what `--model` takes: auto, a folder, a package, stanza:DIR.
Held-out articles (`*_blind`) are counted apart and their misses are never printed.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections import Counter
from pathlib import Path

from pipeline.annotate.choose import choose
from pipeline.annotate.guard import made_safe
from pipeline.api import load
from pipeline.evaluate.names import fold_name
from pipeline.ingest import article_from_text
from pipeline.knowledge import Knowledge
from pipeline.records import Annotation
from pipeline.records.annotation import Annotator
from pipeline.scan import scan_article

ROOT = Path(__file__).resolve().parent.parent
KINDS = ("person", "place", "organisation")


def names_of(text: str, language: str, annotator: Annotator, known: Knowledge) -> dict[str, set[str]]:
    """The distinct names of a text by kind, folded."""
    article = article_from_text(text, language=language, knowledge=known)
    found: dict[str, set[str]] = {kind: set() for kind in KINDS}
    for passage in scan_article(article, known.rooms.get(language)):
        sentences = [passage.text[one.start:one.stop] for one in passage.sentences]
        for sentence, annotation in zip(sentences, annotator.annotate([made_safe(one) for one in sentences]), strict=True):
            for entity in annotation.entities if isinstance(annotation, Annotation) else ():
                if entity.kind in found:
                    found[entity.kind].add(fold_name(sentence[entity.start:entity.stop]))
    return found


class Tally:
    """Names found rightly, found falsely and missed, by kind."""

    def __init__(self) -> None:
        self.right, self.false, self.missed = Counter[str](), Counter[str](), Counter[str]()

    def row(self, kind: str) -> str:
        """Precision, recall and F1 of a kind."""
        right, false, missed = self.right[kind], self.false[kind], self.missed[kind]
        precision, recall = right / max(1, right + false), right / max(1, right + missed)
        return f"{kind}: P {precision:.3f} R {recall:.3f} F1 {2 * right / max(1, 2 * right + false + missed):.3f} of {right + missed}"


def main(language: str, model: str, *, misses: bool) -> None:
    """Print precision, recall and F1 by kind."""
    gold = tomllib.loads((ROOT / "corpora" / "names" / f"{language}.toml").read_text(encoding="utf-8"))
    chosen, known = choose({language: model}), load()
    if not chosen.annotators:
        sys.exit(chosen.told[0]["note"])
    tallies = {"all": Tally(), "held out": Tally()}
    for name, lists in gold.items():
        blind = name.endswith("_blind")
        path = next((ROOT / "corpora" / "samples").glob(f"{name}.*"))
        text = path.read_text(encoding="utf-8")
        found = names_of(json.loads(text)["text"] if path.suffix == ".json" else text, language, chosen.annotators[language], known)
        either = {fold_name(one) for one in lists.get("either", ())}
        for kind in KINDS:
            wanted = {fold_name(one) for one in lists[kind]}
            extra, lost = found[kind] - wanted - either, wanted - found[kind]
            for tally in tallies.values() if blind else [tallies["all"]]:
                tally.right[kind] += len(wanted & found[kind])
                tally.false[kind] += len(extra)
                tally.missed[kind] += len(lost)
            if misses and not blind and (extra or lost):
                print(f"{name} {kind}: false {sorted(extra)}, missed {sorted(lost)}")
    for which, tally in tallies.items():
        print(which)
        for kind in KINDS:
            print(f"  {tally.row(kind)}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], misses="--misses" in sys.argv)
