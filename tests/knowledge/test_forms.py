"""The forms that were worked out before are those that the dictionary gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.knowledge.files import FORMS, models_folder, read_forms
from pipeline.knowledge.forms import wordings_of, write_forms
from pipeline.knowledge.inflect import Morphology

POLISH = models_folder() / "languages" / "pl"
LIVE = Morphology()
KNOWN = read_forms(POLISH / FORMS, LIVE.dictionary)

pytestmark = pytest.mark.skipif(not KNOWN, reason="another version of the dictionary is installed, so that the file is not used")


def test_the_file_says_what_the_dictionary_says() -> None:
    known = Morphology(lambda _: KNOWN)
    for wording in list(KNOWN)[::7]:
        assert known.forms(wording) == LIVE.forms(wording)


def test_most_wordings_stand_in_the_file() -> None:
    wordings = set(wordings_of(POLISH))
    assert len(wordings - KNOWN.keys()) < 0.1 * len(wordings), "write it anew: python -m pipeline.knowledge.forms"


def test_a_file_of_another_dictionary_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / FORMS
    write_forms(path, ["gmina", "rada miasta"])
    assert set(read_forms(path, LIVE.dictionary)) == {"gmina", "rada miasta"}
    assert not read_forms(path, "sgjp of another day")
