"""Which model reads which language: an explicit path, an installed package, the shipped weights, or rules alone."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from pipeline.annotate.threads import one_thread
from pipeline.annotate.weights import SUMS, check_weights, digest_of, sums_of, weights_folder
from pipeline.errors import ModelError
from pipeline.knowledge.files import models_folder, read_toml
from pipeline.records import Refusal
from pipeline.records.annotation import Annotator

NONE, AUTO, STANZA = "none", "auto", "stanza"
"""Words of the configuration: rules alone; the first that is there; `stanza:DIR`, the Stanza models of a folder."""


@dataclass(frozen=True)
class Chosen:
    """The annotators by language, what the manifest says of them, and a refusal for each that was asked for and could not be had."""

    annotators: Mapping[str, Annotator] = field(default_factory=dict)
    told: tuple[dict[str, str], ...] = ()
    refusals: tuple[Refusal, ...] = ()


def choose(models: Mapping[str, str]) -> Chosen:
    """The annotators that `models` asks for, by language (`"*"` stands for every language with a model of its own).

    A value is a folder, the name of an installed spaCy package, `stanza:DIR`, `auto` or `none`. What cannot be had is one sentence in
    `told` and a refusal, never an error.
    """
    wanted = {language: how for language, how in _spelt_out(models).items() if how != NONE}
    if not wanted:
        return Chosen()
    one_thread()
    annotators: dict[str, Annotator] = {}
    told: list[dict[str, str]] = []
    refusals: list[Refusal] = []
    for language, how in sorted(wanted.items()):
        try:
            annotator, where, digest = _load(language, how)
        except ModelError as error:
            said = f"{language}: {error}; its articles are read by rules alone"
            told.append({"language": language, "model": NONE, "note": said})
            refusals.append(Refusal("model", "annotate", "model_missing", said, source_path="-"))
        else:
            annotators[language] = annotator
            told.append({"language": language, "model": annotator.name, "from": where, "digest": digest})
    return Chosen(annotators, tuple(told), tuple(refusals))


def _spelt_out(models: Mapping[str, str]) -> dict[str, str]:
    """The wish for every language by name."""
    named = {language: how for language, how in models.items() if language != "*"}
    if "*" in models:
        folder = weights_folder()
        shipped = [path.name for path in folder.iterdir() if path.is_dir() and len(path.name) == 2] if folder else []
        for language in sorted({*shipped, *_packages()}):
            named.setdefault(language, models["*"])
    return named


def _load(language: str, how: str) -> tuple[Annotator, str, str]:
    if how.startswith(f"{STANZA}:"):
        return _stanza(language, Path(how.partition(":")[2]))
    if how == AUTO:
        return _first(language)
    if Path(how).is_dir():
        folder = Path(how)
        return _spacy(folder, f"{language}:{folder.name}"), "path", digest_of(sums_of(folder))
    return _package(how)


def _first(language: str) -> tuple[Annotator, str, str]:
    """An installed package that is known to be good, else the shipped weights."""
    package = _packages().get(language)
    if package is not None and find_spec(package["module"]) is not None:
        return _package(package["module"])
    folder = weights_folder()
    if folder is None or not (folder / language).is_dir():
        how = f"pip install {package['distribution']}=={package['version']}" if package else "pip install soat-models"
        raise ModelError(f"no model is installed (get one with: {how})")
    return _shipped(folder / language)


def _shipped(folder: Path) -> tuple[Annotator, str, str]:
    """The shipped weights of a language: the first model of its folder that reads names."""
    found = sorted(path.parent for path in folder.glob("*/card.json") if json.loads(path.read_text(encoding="utf-8")).get("kind") == "entities")
    if not found:
        raise ModelError(f"{folder} holds no model that reads names; install soat-models anew")
    digest = check_weights(found[0])
    return _spacy(found[0], f"soat-{folder.name}-{found[0].name}"), "shipped", digest


def _package(name: str) -> tuple[Annotator, str, str]:
    """An installed spaCy package; of one that `packages.toml` knows, version and digest are those told there."""
    spec = find_spec(name) if name.isidentifier() else None
    if spec is None or not spec.submodule_search_locations:
        raise ModelError(f"{name!r} is no folder and no installed package")
    folder = Path(next(iter(spec.submodule_search_locations)))
    known = next((one for one in _packages().values() if one["module"] == name), None)
    try:
        installed = version(name)
    except PackageNotFoundError:
        installed = "unknown"
    digest = digest_of(sums_of(folder))
    if known is not None and (installed, digest) != (known["version"], known["digest"]):
        wanted = f"{known['distribution']}=={known['version']}"
        raise ModelError(f"{name} {installed} is not the one that soat knows by its digest; get that with: pip install --force-reinstall {wanted}")
    data = folder / f"{name}-{installed}"
    return _spacy(data if data.is_dir() else folder, f"{name}-{installed}"), "package", digest


def _spacy(folder: Path, name: str) -> Annotator:
    try:
        from pipeline.annotate.spacy_annotator import SpacyAnnotator

        return SpacyAnnotator.load(folder, name)
    except ImportError as error:
        raise ModelError(f"spaCy cannot be imported ({error})") from error
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"spaCy cannot load {folder} ({_first_line(error)})") from error


def _stanza(language: str, folder: Path) -> tuple[Annotator, str, str]:
    if not folder.is_dir():
        raise ModelError(f"{folder} is no folder of Stanza models")
    # official models come without digests of ours
    digest = check_weights(folder) if (folder / SUMS).is_file() else digest_of(sums_of(folder))
    try:
        from pipeline.annotate.stanza_annotator import StanzaAnnotator

        return StanzaAnnotator.load(language, folder), "path", digest
    except ImportError as error:
        raise ModelError(f"Stanza or torch cannot be imported ({error})") from error
    except (OSError, ValueError, KeyError, RuntimeError) as error:
        raise ModelError(f"Stanza cannot load {folder} ({_first_line(error)})") from error


def _first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)


def _packages() -> dict[str, dict[str, str]]:
    """The packages of official weights that are known by version and digest, by language."""
    problems: list[str] = []
    return read_toml(models_folder() / "training" / "packages.toml", problems)
