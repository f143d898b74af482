"""Near duplicates are found whatever their order, texts that only share a subject are not, and the first one stands for all."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline.errors import OutputError
from pipeline.link.duplicates import near_duplicates

WORDS = [f"{start}{middle}{end}" for start in "bcdghklmnprstv" for middle in ("a", "e", "i", "o", "u") for end in ("", "n", "r")]


def article(seed: int, words: int = 300) -> str:
    """A text of its own."""
    dice = random.Random(seed)
    return " ".join(dice.choice(WORDS) + (f" {dice.randrange(1000)}" if place % 20 == 0 else "") for place in range(words))


def edited(text: str, words: int, to: str = "other") -> str:
    """The same with some words changed."""
    parts = text.split(" ")
    for place in range(words):
        parts[(place * 97 + 13) % len(parts)] = to
    return " ".join(parts)


def found(texts: list[str], folder: Path) -> dict[str, tuple[str, float, bool]]:
    """Duplicates by name, with what stands for them."""
    rows = near_duplicates([(f"a{at}", text) for at, text in enumerate(texts)], folder / "digests")
    return {str(row["article_id"]): (str(row["duplicate_of"]), float(str(row["similarity"])), bool(row["same_figures"])) for row in rows}


def test_an_edited_copy_is_a_near_duplicate_of_the_first(tmp_path: Path) -> None:
    texts = [article(1), article(2), edited(article(1), 3), edited(article(2), 2), edited(article(1), 4)]
    assert {name: kept for name, (kept, *_) in found(texts, tmp_path).items()} == {"a2": "a0", "a3": "a1", "a4": "a0"}
    assert not (tmp_path / "digests").exists()


def test_another_case_and_other_marks_change_nothing(tmp_path: Path) -> None:
    text = article(3)
    assert found([text, text.upper().replace(" ", ", ")], tmp_path) == {"a1": ("a0", 1.0, True)}


def test_the_same_words_with_other_figures_are_told_apart(tmp_path: Path) -> None:
    text = article(4, 600)
    other = text.replace(text.split()[1], "1234", 1)
    assert found([text, other], tmp_path)["a1"][2] is False


def test_other_texts_and_much_edited_ones_are_no_duplicates(tmp_path: Path) -> None:
    assert found([*(article(seed) for seed in range(10, 60)), edited(article(10), 60)], tmp_path) == {}


@pytest.mark.parametrize("texts", [[], ["one text"], ["", "a", "b c", "d e f"]])
def test_few_and_short_texts_are_fine(texts: list[str], tmp_path: Path) -> None:
    assert found(texts, tmp_path) == {}


def test_short_texts_are_compared_whole(tmp_path: Path) -> None:
    assert found(["Two bridges", "two  bridges!"], tmp_path) == {"a1": ("a0", 1.0, True)}


def test_the_same_articles_give_the_same_rows(tmp_path: Path) -> None:
    texts = [edited(article(seed % 20), seed // 20) for seed in range(60)]
    assert found(texts, tmp_path) == found(texts, tmp_path)


def test_it_is_cheap(tmp_path: Path) -> None:
    texts = [article(seed, 400) for seed in range(500)]
    started = time.process_time()
    found(texts * 2, tmp_path)
    assert sum(map(len, texts)) * 2 / (time.process_time() - started) > 2_000_000, "characters a second"


def test_pairs_that_part_between_two_batches_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [edited(article(seed % 7), seed // 7) for seed in range(35)]
    whole = found(texts, tmp_path)
    assert len(whole) > 20
    monkeypatch.setattr("pipeline.link.duplicates._PAIRS", 1)
    monkeypatch.setattr("pipeline.link.duplicates._AT_ONCE", 4)
    assert found(texts, tmp_path) == whole


@pytest.mark.soak
def test_memory_does_not_grow_with_the_articles(tmp_path: Path) -> None:
    def peak(count: int) -> int:
        script = (
            "import random, resource, sys\n"
            "from pathlib import Path\n"
            "from pipeline.link.duplicates import near_duplicates\n"
            "dice = random.Random(1)\n"
            "texts = ((f'a{at:016x}', ' '.join(str(dice.randrange(99)) for _ in range(9)) if at % 9 else 'five words that are alike')\n"
            "    for at in range(int(sys.argv[1])))\n"
            "assert sum(1 for _ in near_duplicates(texts, Path(sys.argv[2]) / 'spill')) >= int(sys.argv[1]) // 9\n"
            "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
        )
        return int(subprocess.run([sys.executable, "-c", script, str(count), str(tmp_path)], check=True, capture_output=True, text=True).stdout)

    assert peak(800_000) - peak(400_000) < 60_000  # kB; with ids in memory and the digests mapped as a whole, the difference was 300 MB


def test_a_disk_that_refuses_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        list(near_duplicates([("a", "b")], tmp_path / "nowhere" / "digests"))
