"""Near duplicates: articles that say nearly the same in nearly the same words, found by MinHash over runs of four words.

The digests of all articles stand in a file; of these, one band after another is sorted, so that a million articles need little memory.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
from rensa import RMinHash

from pipeline.errors import OutputError

SIMILAR = 0.8
"""The part of their runs of words that two articles share (Jaccard, as 128 hashes estimate it) from which they are near duplicates."""
_HASHES = 128
_BANDS = 16
"""Of eight hashes: at a similarity of 0.8 they find 19 pairs of 20, at 0.9 all but one of ten thousand."""
_SEED = 1
_RUN = 4
_PAIRS = 100_000
_WORD = re.compile(r"\w+")

_Places = npt.NDArray[np.int64]
_Digests = npt.NDArray[np.uint32]


def near_duplicates(articles: Iterable[tuple[str, str]], spill: Path) -> Iterator[dict[str, object]]:
    """The rows of `near_duplicates`, in the order of the articles (id and text); `spill` is a file for what memory should not hold.

    Of articles that are near duplicates of one another the first stands for all. Raises OutputError where the disk refuses.
    """
    names: list[str] = []
    figures: list[bytes] = []
    try:
        with spill.open("wb") as file:
            for name, text in articles:
                names.append(name)
                words = _WORD.findall(text.lower())
                figures.append(_figures(words))
                file.write(np.asarray(_digest(words), dtype=np.uint32).tobytes())
        if len(names) > 1:
            digests = np.memmap(spill, dtype=np.uint32, mode="r", shape=(len(names), _HASHES))
            first = _first_of_each(digests)
            for at in np.flatnonzero(first != np.arange(len(names))):
                kept = int(first[at])
                yield {
                    "article_id": names[at], "duplicate_of": names[kept], "similarity": round(float(np.mean(digests[at] == digests[kept])), 3),
                    "same_figures": figures[at] == figures[kept],
                }
    except OSError as error:
        raise OutputError(f"cannot write {spill}: {error.strerror or error}") from error
    finally:
        spill.unlink(missing_ok=True)


def _digest(words: list[str]) -> list[int]:
    hashes = RMinHash(num_perm=_HASHES, seed=_SEED)
    runs = map(" ".join, zip(*(words[at:] for at in range(_RUN)), strict=False)) if len(words) >= _RUN else [" ".join(words)]
    hashes.update(list(runs))
    return hashes.digest()  # type: ignore[no-any-return]


def _figures(words: list[str]) -> bytes:
    """A digest of all numbers of a text, in whatever order."""
    return hashlib.blake2b(" ".join(sorted(word for word in words if not word.isalpha())).encode(), digest_size=8).digest()


def _first_of_each(digests: _Digests) -> _Places:
    """For each article the first of those that it is tied to, itself where there is none."""
    parents = np.arange(len(digests))
    width = _HASHES // _BANDS
    for band in range(_BANDS):
        keys = _keys(digests[:, band * width:(band + 1) * width])
        order = np.argsort(keys, kind="stable")
        same = np.flatnonzero(keys[order[1:]] == keys[order[:-1]])
        for start in range(0, len(same), _PAIRS):
            some = same[start:start + _PAIRS]
            left, right = order[some], order[some + 1]
            alike = np.mean(digests[left] == digests[right], axis=1) >= SIMILAR
            for one, other in zip(left[alike].tolist(), right[alike].tolist(), strict=True):
                _join(parents, one, other)
    return np.array([_root(parents, at) for at in range(len(parents))])


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
