"""Where trained weights are found, and whether they are what they were when they were made."""

from __future__ import annotations

import hashlib
import zipfile
from importlib.util import find_spec
from pathlib import Path

from pipeline.errors import ModelError

SUMS = "SHA256SUMS"
"""The file beside a model's weights with the digest of every other file, as `sha256sum` writes it."""
_CHECKOUT = Path(__file__).resolve().parent.parent.parent / "models" / "weights"
_PACKAGE = "soat_models"
_PICKLES = frozenset({".pkl", ".pickle", ".joblib"})
_PICKLE_STARTS = tuple(bytes((0x80, protocol)) for protocol in range(2, 6))
"""The first two bytes of a pickle, from its second protocol on."""


def weights_folder() -> Path | None:
    """The folder of the shipped weights: beside the package in a checkout, else in the distribution soat-models; None without either."""
    if _CHECKOUT.is_dir():
        return _CHECKOUT
    spec = find_spec(_PACKAGE)
    places = list(spec.submodule_search_locations or ()) if spec is not None else []
    return Path(places[0]) if places else None


def sums_of(folder: Path) -> dict[str, str]:
    """The digest of every file of a folder, by its path there; compiled Python and the sums themselves left out."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name != SUMS and path.suffix != ".pyc":
            found[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def digest_of(sums: dict[str, str]) -> str:
    """One digest of a folder's digests."""
    return hashlib.sha256("".join(f"{digest}  {name}\n" for name, digest in sorted(sums.items())).encode()).hexdigest()


def write_sums(folder: Path) -> None:
    """Write the digests of a folder of weights beside them."""
    lines = [f"{digest}  {name}\n" for name, digest in sums_of(folder).items()]
    (folder / SUMS).write_text("".join(lines), encoding="utf-8")


def holds_pickle(path: Path) -> bool:
    """Whether a file is a pickle, or a zip archive (as torch writes them) with a pickle in it."""
    with path.open("rb") as file:
        start = file.read(2)
    if path.suffix in _PICKLES or start in _PICKLE_STARTS:
        return True
    if not zipfile.is_zipfile(path):
        return False
    with zipfile.ZipFile(path) as archive:
        return any(Path(name).suffix in _PICKLES or archive.open(name).read(2) in _PICKLE_STARTS for name in archive.namelist())


def check_weights(folder: Path) -> str:
    """The digest of a folder of weights; raises ModelError where they are not there, damaged, or hold a pickle."""
    path = folder / SUMS
    if not path.is_file():
        raise ModelError(f"{folder} holds no weights with digests ({SUMS})")
    told: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        digest, _, name = line.partition("  ")
        told[name] = digest
    found = sums_of(folder)
    for name in sorted(told.keys() | found.keys()):
        if told.get(name) != found.get(name):
            what = "is missing" if name not in found else "is not listed" if name not in told else "is damaged"
            raise ModelError(f"{folder}: {name} {what}; install soat-models anew")
    if any(holds_pickle(folder / name) for name in found):
        raise ModelError(f"{folder} holds a pickle, which could run code: nothing of it is loaded")
    return digest_of(found)
