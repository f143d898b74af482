"""No shipped weights hold a pickle, which could run code when it is opened."""

from __future__ import annotations

import zipfile
from pathlib import Path

import numpy as np

WEIGHTS = Path(__file__).parents[2] / "models" / "weights"
FILES = sorted(path for path in WEIGHTS.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
STARTS = tuple(bytes((0x80, protocol)) for protocol in range(2, 6))


def test_no_file_begins_with_a_pickle() -> None:
    assert len(FILES) > 30
    assert [path for path in FILES if path.read_bytes().startswith(STARTS)] == []


def test_no_archive_has_a_pickle_in_it() -> None:
    for path in filter(zipfile.is_zipfile, FILES):
        with zipfile.ZipFile(path) as archive:
            assert [name for name in archive.namelist() if Path(name).suffix in (".pkl", ".pickle")] == []
            assert [name for name in archive.namelist() if archive.read(name).startswith(STARTS)] == []


def test_every_array_is_of_plain_numbers() -> None:
    found = [path for path in FILES if path.suffix in (".npz", ".npy")]
    assert found
    for path in found:
        with np.load(path, allow_pickle=False) as arrays:
            assert {arrays[name].dtype.kind for name in arrays.files} == {"f"}


def test_torch_archives_are_not_shipped() -> None:
    assert [path for path in FILES if path.suffix in (".pt", ".pth", ".bin")] == []
