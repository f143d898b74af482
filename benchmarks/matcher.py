"""What the gazetteers add to the time of a run: the one pass and all stages, with the places of all rooms and without any.

usage: python benchmarks/matcher.py [ARTICLES]

The texts are those of benchmarks/speed.py. Both knowledges read the same texts in turns, three rounds; the least processor time of each counts.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from pathlib import Path

from speed import FILES, ROOT, bulk_folder, read_texts

from pipeline.ingest import article_from_text
from pipeline.knowledge import Knowledge, load_knowledge
from pipeline.records import Dossier
from pipeline.stages import ORDER

ARTICLES = 200
ROUNDS = 3
_GAZETTEERS = ("languages/*/places*.csv", "places/*.csv")


def without_places(folder: Path) -> Knowledge:
    """The knowledge of a copy of `models/` whose rooms name no place."""
    shutil.copytree(ROOT / "models", folder, ignore=shutil.ignore_patterns("weights", "training"))
    for pattern in _GAZETTEERS:
        for path in folder.glob(pattern):
            path.write_text(path.read_text(encoding="utf-8").partition("\n")[0] + "\n", encoding="utf-8")
    return load_knowledge(folder)


def seconds(texts: list[str], language: str, knowledge: Knowledge) -> tuple[float, float]:
    """Processor time of the one pass and of all stages."""
    dossiers = [Dossier(article_from_text(text, language=language, published="2025-10-01", knowledge=knowledge)) for text in texts]
    scan = whole = 0.0
    for stage in ORDER:
        start = time.process_time()
        for dossier in dossiers:
            stage.run(dossier, knowledge)
        spent = time.process_time() - start
        whole += spent
        scan += spent if stage.name == "scan" else 0.0
    return scan, whole


def main(articles: int) -> None:
    """Print the share that the gazetteers add, a language a line."""
    full = load_knowledge()
    names = sum(len(path.read_text(encoding="utf-8").splitlines()) - 1 for pattern in _GAZETTEERS for path in (ROOT / "models").glob(pattern))
    print(f"{names} rows of places and of their names")
    with tempfile.TemporaryDirectory() as folder:
        bare = without_places(Path(folder) / "models")
        for language in FILES:
            texts = read_texts(language, bulk_folder(), articles)
            rounds = [(seconds(texts, language, bare), seconds(texts, language, full)) for _ in range(ROUNDS)]
            (scan_bare, all_bare), (scan_full, all_full) = (tuple(min(one[i][j] for one in rounds) for j in (0, 1)) for i in (0, 1))
            print(f"{language}: the one pass {scan_full / scan_bare - 1:+.1%}, all stages {all_full / all_bare - 1:+.1%}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES)
