"""What is kept from a model, and what is cut first."""

from __future__ import annotations

import pytest

from pipeline.annotate.guard import LONGEST, made_safe, why_not


@pytest.mark.parametrize("marks", ["(" * 41, "[" * 5000, "_" * 60, "-" * 45, "=" * 100])
def test_long_runs_of_marks_are_blanked_and_offsets_stay(marks: str) -> None:
    sentence = f"Trước {marks} sau"
    safe = made_safe(sentence)
    assert len(safe) == len(sentence)
    assert safe.split() == ["Trước", "sau"]


def test_forty_marks_are_left_alone() -> None:
    sentence = "a " + "." * 40 + " b"
    assert made_safe(sentence) == sentence


def test_sentences_that_no_writer_writes_are_refused_with_their_reason() -> None:
    assert why_not("Giá tăng 5%. " * 300) == "sentence_too_long"
    assert why_not("ab" * 200) == "unbroken_run"
    assert why_not("x " * (LONGEST // 2)) is None
