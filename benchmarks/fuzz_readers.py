"""A coverage-guided hunt for bytes that break the readers: anything but articles and refusals is a finding.

usage: pip install -e '.[fuzz]' && python benchmarks/fuzz_readers.py FOLDER [-max_total_time=600]

FOLDER keeps the inputs that reach new code; it is filled with one sound file of each format where it is empty. The first byte of an input
chooses the format, the rest is the file.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["pipeline.ingest", "warcio", "zipfile", "tarfile"]):
    import pipeline.ingest  # noqa: F401 - instrumented before the entry uses it

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "fuzz"))
from entry import read_one, sound_inputs


def main() -> None:
    """Fill the folder where it is empty, and hunt."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    if not any(folder.iterdir()):
        for number, data in enumerate(sound_inputs()):
            (folder / f"sound-{number}").write_bytes(data)
    with tempfile.TemporaryDirectory() as scratch:
        atheris.Setup(sys.argv, lambda data: read_one(data, Path(scratch)))
        atheris.Fuzz()


if __name__ == "__main__":
    main()
