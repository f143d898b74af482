"""The public verbs."""

from __future__ import annotations

import copy
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import pipeline
from pipeline.errors import InputRefusal, UsageError
from pipeline.write import TABLES

TEXT = "T\u1ec9nh gi\u1ea3m 214 c\u01a1 quan; s\u1ed1 x\u00e3 gi\u1ea3m t\u1eeb 97 xu\u1ed1ng c\u00f2n 41 v\u00e0o ng\u00e0y 12/5."


@pytest.fixture(scope="module", autouse=True)
def _knowledge() -> None:
    """Faults of the knowledge files are told once, not by every example of a property."""
    pipeline.load()


def test_a_claim_says_its_value_and_where_it_stands() -> None:
    result = pipeline.extract(TEXT, language="vi", published="2025-05-13")
    change = result.claims[-1]
    assert (change.value, change.change_from, change.change_to, change.unit) == (41.0, 97.0, 41.0, "commune")
    assert result.text[change.start:change.stop] == change.quote
    assert result.dates[0].edtf == "2025-05-12"
    assert result.language == "vi"


def test_every_attribute_is_a_column_and_a_wrong_one_names_the_nearest() -> None:
    claim = pipeline.extract(TEXT, language="vi").claims[0]
    assert list(claim) == TABLES["claims"].names
    assert {"value", "unit"} <= set(dir(claim))
    with pytest.raises(AttributeError, match="'value'"):
        _ = claim.valu
    assert copy.deepcopy(claim) == claim


def test_the_language_is_found_when_nobody_gives_it() -> None:
    more = "H\u1ed9i ngh\u1ecb di\u1ec5n ra v\u1edbi s\u1ef1 tham gia c\u1ee7a c\u00e1c x\u00e3, ph\u01b0\u1eddng trong t\u1ec9nh."
    assert pipeline.extract(f"{TEXT} {more}").language == "vi"


def test_an_empty_text_is_refused() -> None:
    with pytest.raises(InputRefusal, match="empty"):
        pipeline.extract(" \n ")


def test_frames_have_every_table_with_its_columns_even_without_rows() -> None:
    frames = pipeline.extract("Kh\u00f4ng c\u00f3 g\u00ec.", language="vi").to_frames()
    assert {name: list(frame.columns) for name, frame in frames.items()} == {name: schema.names for name, schema in TABLES.items()}
    assert frames["claims"].empty


def test_a_notebook_shows_no_markup_of_the_article() -> None:
    shown = pipeline.extract("T\u1ec9nh c\u00f3 12 x\u00e3.", language="vi", title="<script>alert(1)</script> 5 x\u00e3 &")._repr_html_()
    assert "12" in shown
    assert "<script" not in shown


def test_extract_frame_keeps_the_index_and_joins() -> None:
    cells = {"body": [TEXT, None, "T\u1ec9nh c\u00f3 12 x\u00e3.", 7], "day": ["2025-05-13", None, None, None]}
    frame = pd.DataFrame(cells, index=["a", "b", "c", "d"])
    frames = pipeline.extract_frame(frame, text="body", language="vi", published="day")
    assert list(frames["articles"].index) == ["a", "c"]
    assert set(frames["claims"].index) == {"a", "c"}
    assert list(frames["refusals"].query("what == 'input'").index) == ["b", "d"]
    assert frame.join(frames["claims"][["value"]]).loc["c", "value"] == 12.0
    assert frames["dates"].loc["a", "edtf"] == "2025-05-12"


def test_extract_frame_keeps_an_index_of_many_levels_and_doubles() -> None:
    index = pd.MultiIndex.from_tuples([("x", 1), ("x", 1)], names=["site", "page"])
    frames = pipeline.extract_frame(pd.DataFrame({"text": ["T\u1ec9nh c\u00f3 12 x\u00e3."] * 2}, index=index), language="vi")
    assert frames["claims"].index.names == ["site", "page"]
    assert len(frames["claims"]) == 2


def test_extract_frame_reads_the_language_from_a_column_and_dates_as_they_come() -> None:
    frame = pd.DataFrame({"text": [TEXT], "tongue": ["vi"], "day": [pd.Timestamp("2025-05-13")]})
    frames = pipeline.extract_frame(frame, language="tongue", published="day")
    assert frames["articles"]["language_given"].tolist() == ["vi"]
    assert frames["dates"]["edtf"].tolist() == ["2025-05-12"]


def test_a_column_that_is_not_there_is_named() -> None:
    with pytest.raises(UsageError, match="'body'"):
        pipeline.extract_frame(pd.DataFrame({"text": []}), text="body")


def test_threads_share_one_knowledge_and_read_alike() -> None:
    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(lambda _: id(pipeline.load()), range(8)))) == 1
        results = list(pool.map(lambda _: [dict(claim) for claim in pipeline.extract(TEXT, language="vi").claims], range(16)))
    assert all(result == results[0] for result in results)


def test_import_is_quick_and_the_verb_stays_the_verb() -> None:
    code = (
        "import sys, pipeline; assert not {'pandas', 'pyarrow', 'pydantic'} & set(sys.modules); "
        "from pipeline.extract.times import find_times; import pipeline.extract.quantities; assert callable(pipeline.extract)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(("call", "value"), [
    (lambda: pipeline.read_number("hai m\u01b0\u01a1i l\u0103m", language="vi"), Decimal(25)),
    (lambda: pipeline.read_number("1.500", language="vi"), Decimal(1500)),
    (lambda: pipeline.read_number("dwudziestu dw\u00f3ch", language="pl"), Decimal(22)),
    (lambda: pipeline.read_number("sixty-three people", language="en"), None),
    (lambda: pipeline.read_number("25", language="xx"), None),
    (lambda: pipeline.read_ordinal("twenty-first", language="en"), 21),
    (lambda: pipeline.read_time("ng\u00e0y 12/5", language="vi", today="2025-07-24"), "2025-05-12"),
    (lambda: pipeline.read_time("ng\u00e0y 12/5 n\u1eefa", language="vi", today="2025-07-24"), None),
    (lambda: [(one.value, one.unit) for one in pipeline.read_quantity("5 km", language="pl-PL")], [(Decimal(5), "kilometre")]),
    (lambda: pipeline.read_quantity("5 km away", language="en"), []),
])
def test_readers_read_the_whole_text_or_nothing(call: object, value: object) -> None:
    assert callable(call)
    assert call() == value


@given(st.text(max_size=40), st.sampled_from(["vi", "pl", "en", "de", ""]))
def test_readers_never_raise(text: str, language: str) -> None:
    pipeline.read_number(text, language=language)
    pipeline.read_ordinal(text, language=language)
    pipeline.read_quantity(text, language=language)
    pipeline.read_time(text, language=language, today="2025-07-24")


@given(st.text("0123456789.,-/:%$ \u00a0\u0661\uff11\u00bdtr\u0111xYk", max_size=24), st.sampled_from(["vi", "pl", "en"]))
def test_readers_never_raise_on_figures(text: str, language: str) -> None:
    pipeline.read_number(text, language=language)
    pipeline.read_quantity(text, language=language)
    pipeline.read_time(text, language=language, today="not a day")
