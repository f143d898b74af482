"""A Stanza model as plain arrays (npz) and JSON, and back into the archive that Stanza's own loading reads."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import numpy as np

from pipeline.errors import ModelError

ARRAYS, SETTINGS = ".npz", ".json"
"""The two files of a model: its weights by name, and its configuration and vocabularies."""
_WEIGHTS = "model"
_DROPPED = frozenset({"external_dict"})
"""What only another training reads; it is packed bytes, and its words stand in the lexicon."""
_UNORDERED = frozenset({"lexicon"})


def write_plain(archive: Path) -> None:
    """Put a model that Stanza saved into the two plain files beside it and delete it; raises ModelError where it holds what they cannot."""
    import torch

    saved = torch.load(archive, map_location="cpu", weights_only=True)
    arrays = {name: tensor.numpy() for name, tensor in saved[_WEIGHTS].items()}
    settings = {name: value for name, value in saved.items() if name != _WEIGHTS and name not in _DROPPED}
    for name in _UNORDERED & settings.keys():
        settings[name] = settings[name] and sorted(settings[name])
    settings["config"] = {name: _no_folder(value) for name, value in settings["config"].items()}
    text = json.dumps(settings, ensure_ascii=False, indent=0)
    if json.loads(text) != settings:
        raise ModelError(f"{archive} holds settings that JSON cannot tell")
    archive.with_suffix(SETTINGS).write_text(text + "\n", encoding="utf-8")
    np.savez(archive.with_suffix(ARRAYS), allow_pickle=False, **arrays)
    archive.unlink()


def is_plain(path: Path) -> bool:
    """Whether the two files are there in the place of the archive `path`."""
    return path.with_suffix(ARRAYS).is_file() and path.with_suffix(SETTINGS).is_file()


def rebuild(path: Path, archive: Path) -> None:
    """Write the archive that the two files in the place of `path` stand for; raises ModelError where they are damaged.

    Stanza reads only files, so the caller gives a path in a folder that is deleted.
    """
    import torch

    try:
        saved: dict[str, Any] = json.loads(path.with_suffix(SETTINGS).read_text(encoding="utf-8"))
        with np.load(path.with_suffix(ARRAYS), allow_pickle=False) as arrays:
            saved[_WEIGHTS] = {name: torch.from_numpy(arrays[name]) for name in arrays.files}
    except (OSError, EOFError, ValueError, TypeError, AttributeError, zipfile.BadZipFile) as error:
        raise ModelError(f"{path.with_suffix(ARRAYS)} or the {SETTINGS} beside it cannot be read ({error}); install soat-models anew") from error
    torch.save(saved, archive)


def _no_folder(value: object) -> object:
    """A setting without the folder of the machine that trained."""
    return Path(value).name if isinstance(value, str) and Path(value).is_absolute() else value
