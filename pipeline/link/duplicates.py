"""Near duplicates: articles that say nearly the same in nearly the same words, found by MinHash over runs of four words.

The digests of all articles stand in a file, their ids and bands with DuckDB, which sorts one band after another on disk. Memory holds eight
bytes an article.
"""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
from rensa import RMinHash

from pipeline.errors import OutputError
from pipeline.link.sorting import Sorter, sorter

SIMILAR = 0.8
"""The part of their runs of words that two articles share (Jaccard, as 128 hashes estimate it) from which they are near duplicates."""
_HASHES = 128
_BANDS = 16
"""Of eight hashes: at a similarity of 0.8 they find 19 pairs of 20, at 0.9 all but one of ten thousand."""
_WIDTH = _HASHES // _BANDS
_SEED = 1
_RUN = 4
_PAIRS = 20_000
_AT_ONCE = 1000
"""Articles whose texts and digests are in memory together."""
_FILE = "digests"
_MEGABYTES = 128
_WORD = re.compile(r"\w+")

_ARTICLES = pa.schema([("place", pa.int64()), ("name", pa.string()), ("figures", pa.binary())])
_BANDED = pa.schema([("place", pa.int64()), *((f"band_{band}", pa.uint64()) for band in range(_BANDS))])
_TIED = pa.schema([("place", pa.int64()), ("first", pa.int64()), ("similarity", pa.float64())])
_ROWS = """
SELECT one.name AS article_id, other.name AS duplicate_of, similarity, one.figures = other.figures AS same_figures
FROM tied JOIN articles AS one ON one.place = tied.place JOIN articles AS other ON other.place = tied.first ORDER BY tied.place
"""

_Places = npt.NDArray[np.int64]
_Digests = npt.NDArray[np.uint32]


def near_duplicates(articles: Iterable[tuple[str, str]], spill: Path) -> Iterator[dict[str, object]]:
    """The rows of `near_duplicates`, in the order of the articles (id and text); `spill` is a folder for what memory should not hold.

    Of articles that are near duplicates of one another the first stands for all. Raises OutputError where the disk refuses.
    """
    try:
        spill.mkdir()
        with sorter(spill, _MEGABYTES) as base:
            count = _spill(articles, base, spill / _FILE)
            if count > 1:
                alike = _Alike(spill / _FILE)
                base.fill("tied", _TIED, _tied(_parents(base, count, alike), alike))
                yield from base.rows(_ROWS)
    except OSError as error:
        raise OutputError(f"cannot write {spill}: {error.strerror or error}") from error
    finally:
        shutil.rmtree(spill, ignore_errors=True)


def _spill(articles: Iterable[tuple[str, str]], base: Sorter, path: Path) -> int:
    """Write the digests of all articles to a file, what their bands are looked up by and what is said of them to tables; their number."""
    base.make("articles", _ARTICLES)
    base.make("bands", _BANDED)
    coming, count = iter(articles), 0
    with path.open("wb") as file:
        while some := list(islice(coming, _AT_ONCE)):
            places = np.arange(count, count + len(some))
            digests, figures = np.empty((len(some), _HASHES), np.uint32), []
            for at, (_, text) in enumerate(some):
                words = _WORD.findall(text.lower())
                digests[at] = _digest(words)
                figures.append(_figures(words))
            file.write(digests.tobytes())
            keys = [_keys(digests[:, first:first + _WIDTH]) for first in range(0, _HASHES, _WIDTH)]
            base.add("articles", pa.table([places, [name for name, _ in some], figures], schema=_ARTICLES))
            base.add("bands", pa.table([places, *keys], schema=_BANDED))
            count += len(some)
    return count


def _digest(words: list[str]) -> list[int]:
    hashes = RMinHash(num_perm=_HASHES, seed=_SEED)
    runs = map(" ".join, zip(*(words[at:] for at in range(_RUN)), strict=False)) if len(words) >= _RUN else [" ".join(words)]
    hashes.update(list(runs))
    return hashes.digest()  # type: ignore[no-any-return]


def _figures(words: list[str]) -> bytes:
    """A digest of all numbers of a text, in whatever order."""
    return hashlib.blake2b(" ".join(sorted(word for word in words if not word.isalpha())).encode(), digest_size=8).digest()


class _Alike:
    """How far articles are alike, by the file of their digests."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def of(self, left: _Places, right: _Places) -> npt.NDArray[np.float64]:
        """The part of their hashes that the articles of some pairs have in common."""
        if not len(left):
            return np.empty(0)
        # mapped anew for every batch: what was read of the file is let go of
        digests = np.memmap(self._path, dtype=np.uint32, mode="r").reshape(-1, _HASHES)
        return np.asarray(np.mean(digests[left] == digests[right], axis=1))


def _parents(base: Sorter, count: int, alike: _Alike) -> _Places:
    """For each article an earlier one that it is tied to, itself where there is none."""
    parents = np.arange(count)
    for band in range(_BANDS):
        last: tuple[Any, ...] = (np.empty(0, np.uint64), np.empty(0, np.int64))
        # those with the same hashes in a band stand beside one another, also across two batches
        for batch in base.batches(f"SELECT band_{band}, place FROM bands ORDER BY band_{band}, place", _PAIRS):  # noqa: S608 - a number of ours
            keys, places = (np.concatenate([before, column.to_numpy()]) for before, column in zip(last, batch.columns, strict=True))
            same = np.flatnonzero(keys[1:] == keys[:-1])
            left, right = places[same], places[same + 1]
            near = alike.of(left, right) >= SIMILAR
            for one, other in zip(left[near].tolist(), right[near].tolist(), strict=True):
                _join(parents, one, other)
            last = keys[-1:], places[-1:]
    return parents


def _tied(parents: _Places, alike: _Alike) -> Iterator[tuple[int, int, float]]:
    """The articles that another one stands for, with it and how far they are alike."""
    for start in range(0, len(parents), _PAIRS):
        places = np.arange(start, min(start + _PAIRS, len(parents)))
        places = places[parents[places] != places]
        firsts = np.array([_root(parents, at) for at in places.tolist()], dtype=np.int64)
        yield from zip(places.tolist(), firsts.tolist(), alike.of(places, firsts).round(3).tolist(), strict=True)


def _keys(band: _Digests) -> npt.NDArray[np.uint64]:
    """One number for each article's hashes of a band; where two meet by chance, the digests are still compared as a whole."""
    keys = np.zeros(len(band), dtype=np.uint64)
    for column in band.T:
        keys = keys * np.uint64(0x100000001B3) ^ column.astype(np.uint64)
    return keys


def _root(parents: _Places, at: int) -> int:
    while parents[at] != at:
        parents[at] = parents[parents[at]]
        at = int(parents[at])
    return at


def _join(parents: _Places, one: int, other: int) -> None:
    """The earlier one's root stands for both."""
    one, other = sorted((_root(parents, one), _root(parents, other)))
    parents[other] = one
