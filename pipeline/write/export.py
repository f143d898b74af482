"""Other formats of finished tables; each one derives from the one schema."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from pipeline.config import ExportFormat
from pipeline.errors import OutputError
from pipeline.write.as_brat import write_brat
from pipeline.write.as_claim_review import write_claim_review
from pipeline.write.as_datasette import write_datasette
from pipeline.write.as_docbin import write_docbin
from pipeline.write.as_duckdb import write_duckdb
from pipeline.write.as_label_studio import write_label_studio
from pipeline.write.as_span_lines import write_doccano, write_prodigy
from pipeline.write.as_sqlite import write_sqlite
from pipeline.write.as_text import write_csv, write_jsonl
from pipeline.write.as_web_annotation import write_web_annotation
from pipeline.write.as_xlsx import write_xlsx
from pipeline.write.disk_store import read_manifest

Writer = Callable[[Path, Path], None]

EXPORTS: dict[ExportFormat, tuple[str, Writer]] = {
    "csv": ("csv", write_csv),
    "jsonl": ("jsonl", write_jsonl),
    "sqlite": ("soat.sqlite", write_sqlite),
    "duckdb": ("soat.duckdb", write_duckdb),
    "xlsx": ("soat.xlsx", write_xlsx),
    "brat": ("brat", write_brat),
    "label-studio": ("label-studio", write_label_studio),
    "prodigy": ("prodigy.jsonl", write_prodigy),
    "doccano": ("doccano.jsonl", write_doccano),
    "docbin": ("soat.spacy", write_docbin),
    "claim-review": ("claim-reviews.jsonl", write_claim_review),
    "datasette": ("datasette", write_datasette),
    "web-annotation": ("web-annotations.jsonl", write_web_annotation),
}
"""Every format: the name of the file or folder that it becomes, and what writes it from the folder of a run."""


def export(folder: Path, formats: Iterable[ExportFormat], out: Path | None = None) -> Sequence[Path]:
    """Write the tables of a finished run in other formats into `out` (its own folder by default); the paths written.

    Each file or folder appears whole, in place of an earlier one. Raises OutputError.
    """
    read_manifest(folder)
    out = out or folder
    written = []
    for name in dict.fromkeys(formats):
        target, writer = EXPORTS[name]
        work = out / ".work"
        torn = work / target
        try:
            work.mkdir(parents=True, exist_ok=True)
            _remove(torn)
            writer(folder, torn)
            _remove(out / target)
            torn.rename(out / target)
            if not any(work.iterdir()):
                work.rmdir()
        except OSError as error:
            raise OutputError(f"cannot write {out / target}: {error.strerror or error}") from error
        written.append(out / target)
    return written


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
