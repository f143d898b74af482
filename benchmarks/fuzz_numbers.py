"""A coverage-guided hunt for texts that break the grammar of numbers: an exception, or a number without bounds, is a finding.

usage: pip install -e '.[fuzz]' && python benchmarks/fuzz_numbers.py FOLDER [-max_total_time=600]

FOLDER keeps the inputs that reach new code; it is filled with numbers of every kind where it is empty. The first byte of an input chooses the
language, the rest is the text.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["pipeline.extract", "pipeline.scan"]):
    import pipeline.extract.reading  # noqa: F401 - instrumented before the entry uses it

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "fuzz"))
from numbers_entry import read_one, seeds


def main() -> None:
    """Fill the folder where it is empty, and hunt."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    if not any(folder.iterdir()):
        for number, data in enumerate(seeds()):
            (folder / f"number-{number}").write_bytes(data)
    atheris.Setup(sys.argv, read_one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
