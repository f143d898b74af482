"""What a run will find on this machine, looked at before it begins."""

from __future__ import annotations

import importlib.util
import json
import locale
import os
import platform
import shutil
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NamedTuple

from pipeline.annotate.weights import check_weights, weights_folder
from pipeline.errors import KnowledgeError, ModelError, SoatError
from pipeline.knowledge import load_knowledge
from pipeline.remote import RemoteFolder
from pipeline.run.manifest import LIBRARIES, knowledge_digest
from pipeline.run.pool.measure import resident_bytes
from pipeline.run.pool.supervisor import cores
from pipeline.write.tables import SCHEMA_VERSION

_LEAST_DISK = 2**30
_DRIVERS = {"s3": "s3fs", "gs": "gcsfs", "abfs": "adlfs", "sftp": "paramiko", "https": "aiohttp", "hdfs": "pyarrow"}
"""Packages by which fsspec reaches the storage that is most asked for."""


class Finding(NamedTuple):
    """One thing that was looked at; `bad` says whether a run would suffer from it."""

    what: str
    said: str
    bad: bool = False


def examine(folder: Path | str) -> list[Finding]:
    """Versions, knowledge, models with their digests, cores, memory, encodings, file systems and disk, for a run into `folder` or its URL."""
    place = _disk(folder) if isinstance(folder, Path) else _storage(folder)
    return [*_versions(), *_knowledge(), *_models(), *_machine(), *_encodings(), _file_systems(), *place]


def _versions() -> Iterator[Finding]:
    yield Finding("soat", f"{version('soat')}, schema {SCHEMA_VERSION}")
    yield Finding("Python", f"{platform.python_version()} ({sys.executable})", bad=sys.version_info < (3, 11))
    yield Finding("system", f"{platform.system()} {platform.release()}, {platform.machine()}")
    for name in (*LIBRARIES, "spacy", "stanza", "duckdb"):
        try:
            yield Finding(name, version(name))
        except PackageNotFoundError:
            yield Finding(name, "is not installed", bad=name in LIBRARIES)


def _knowledge() -> Iterator[Finding]:
    try:
        rooms = load_knowledge().rooms
    except KnowledgeError as error:
        yield Finding("knowledge", str(error), bad=True)
    else:
        yield Finding("knowledge", f"languages {', '.join(sorted(rooms))}; digest {knowledge_digest()[:16]}")


def _models() -> Iterator[Finding]:
    folder = weights_folder()
    if folder is None:
        yield Finding("models", "none shipped (pip install soat-models); rules alone")
        return
    for card in sorted(folder.glob("*/*/card.json")):
        name = card.parent.relative_to(folder).as_posix()
        try:
            digest = check_weights(card.parent)
        except ModelError as error:
            yield Finding(f"model {name}", str(error), bad=True)
        else:
            yield Finding(f"model {name}", f"{json.loads(card.read_text(encoding='utf-8')).get('kind')}; digest {digest[:16]}")


def _machine() -> Iterator[Finding]:
    threads = {name: os.environ[name] for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS") if name in os.environ}
    told = f"; {', '.join(f'{name}={value}' for name, value in threads.items())}" if threads else ""
    yield Finding("cores", f"{cores()} of {os.cpu_count()} may be used; one thread a worker{told}")
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    yield Finding("memory", f"{pages / 2**30:.1f} GB")
    watched = resident_bytes(os.getpid()) is not None
    yield Finding("limits", "deadlines and memory of workers can be watched" if watched else (
        "this system does not tell the memory and processor time of workers: deadlines go by the clock, memory is not limited"
    ))
    yield Finding("torch", "is installed; it is loaded in workers only" if importlib.util.find_spec("torch") else "is not installed")


def _encodings() -> Iterator[Finding]:
    files, said = sys.getfilesystemencoding(), sys.stdout.encoding or "unknown"
    yield Finding("file names", files, bad=files.lower().replace("-", "") != "utf8")
    yield Finding("terminal", f"{said}; locale {locale.setlocale(locale.LC_CTYPE)}")
    yield Finding("hash seed", os.environ.get("PYTHONHASHSEED", "random (the tables do not depend on it)"))


def _file_systems() -> Finding:
    if importlib.util.find_spec("fsspec") is None:
        return Finding("URLs", "are not read: pip install 'soat[remote]'")
    missing = [scheme for scheme, package in _DRIVERS.items() if importlib.util.find_spec(package) is None]
    there = ["file", *(scheme for scheme in _DRIVERS if scheme not in missing)]
    return Finding("URLs", f"fsspec {version('fsspec')}; can read and write {', '.join(there)}; lacks a package for {', '.join(missing) or 'none'}")


def _storage(url: str) -> Iterator[Finding]:
    try:
        names = RemoteFolder(url).names()
    except SoatError as error:
        yield Finding("storage", str(error), bad=True)
    else:
        yield Finding("storage", f"{url} answers and holds {len(names)} names; whether it may be written to, a run tries before it reads")


def _disk(folder: Path) -> Iterator[Finding]:
    there = next(path for path in (folder, *folder.absolute().parents) if path.is_dir())
    free = shutil.disk_usage(there).free
    yield Finding("disk", f"{free / 2**30:.1f} GB free at {there}; tables take about as much as their compressed inputs do", bad=free < _LEAST_DISK)
    yield Finding("writing", "allowed" if os.access(there, os.W_OK) else f"not allowed in {there}", bad=not os.access(there, os.W_OK))
