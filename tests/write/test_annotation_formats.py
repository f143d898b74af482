"""The formats of annotation tools, read back by the tools' own readers where there are any."""

from __future__ import annotations

import json
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
import spacy
from label_studio_sdk.label_interface import LabelInterface
from spacy.tokens import DocBin

from pipeline.config import ExportFormat, RunConfig
from pipeline.errors import OutputError, UsageError
from pipeline.evaluate.annotators import Tool, import_gold
from pipeline.run import run
from pipeline.write import export, read_table
from pipeline.write.annotated import MENTIONS, annotated
from pipeline.write.as_label_studio import units_before

FORMATS: tuple[ExportFormat, ...] = ("brat", "label-studio", "prodigy", "doccano", "docbin", "web-annotation")
RECORDS = (
    {
        "text": "\U0001f3d7 Tỉnh có 58 xã, giảm 97 đơn vị.\nÔng Lê Văn An, Chủ tịch UBND tỉnh Lai Châu, nói ngày 1/7/2025.",
        "title": "Nghị quyết 18-NQ/TW: 58 xã",
    },
    {"text": "Rada przyjęła 12 uchwał, z których 5 dotyczy dróg.\nKoszt to 3 miliony złotych.", "url": "https://news.example/a"},
    {"text": "The province has 5 bridges."},
)


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("annotation")
    source = place / "in.jsonl"
    source.write_text("".join(json.dumps(record) + "\n" for record in RECORDS), encoding="utf-8")
    run(RunConfig(inputs=(str(source),), out=place / "out", workers=0))
    return place / "out"


@pytest.fixture(scope="module")
def out(tables: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("formats")
    export(tables, FORMATS, folder)
    return folder


@pytest.fixture(scope="module")
def rows(tables: Path) -> dict[str, dict[str, Any]]:
    """Every mention by its id."""
    return {row[key]: row for name, key in MENTIONS.items() for row in read_table(tables, name).to_pylist()}


def test_every_mention_comes_once_with_its_article(tables: Path, rows: dict[str, dict[str, Any]]) -> None:
    found = [(one.article["article_id"], mention.id) for one in annotated(tables) for mention in one.mentions]
    assert sorted(found) == sorted((row["article_id"], key) for key, row in rows.items())


def test_tables_of_two_runs_are_told(tables: Path, tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    for name in MENTIONS:
        (tmp_path / name).symlink_to(tables / name)
    with pytest.raises(OutputError, match="rows of articles that are not there"):
        list(annotated(tmp_path))


def test_brat_has_a_line_for_each_mention_whose_words_stand_there(out: Path, rows: dict[str, dict[str, Any]]) -> None:
    seen = set()
    for path in (out / "brat").glob("*.ann"):
        words = path.with_suffix(".txt").read_text(encoding="utf-8")
        for line in path.read_text(encoding="utf-8").splitlines():
            cells = line.split("\t")
            if cells[0].startswith("T"):
                label, _, spans = cells[1].partition(" ")
                pieces = [words[int(start):int(stop)] for start, stop in (span.split() for span in spans.split(";"))]
                assert label
                assert " ".join(pieces) == cells[2]
                assert "\n" not in cells[2]
            elif cells[0].startswith("#"):
                seen.add(json.loads(cells[2])["id"])
    assert seen == set(rows)


def test_a_part_is_related_to_its_whole(out: Path) -> None:
    lines = list(chain.from_iterable(path.read_text(encoding="utf-8").splitlines() for path in (out / "brat").glob("*.ann")))
    assert [line for line in lines if line.startswith("R")] == ["R1\tpart_of Arg1:T2 Arg2:T1"]
    (line,) = [json.loads(line) for line in (out / "doccano.jsonl").read_text(encoding="utf-8").splitlines() if '"part_of"' in line]
    (relation,) = line["relations"]
    texts = {one["id"]: line["text"][one["start_offset"]:one["end_offset"]] for one in line["entities"]}
    assert "5" in texts[relation["from_id"]]
    assert "12" in texts[relation["to_id"]]


def test_label_studio_counts_in_code_units(out: Path, rows: dict[str, dict[str, Any]]) -> None:
    tasks = json.loads((out / "label-studio" / "tasks.json").read_text(encoding="utf-8"))
    assert len(tasks) == len(RECORDS)
    seen = set()
    for task in tasks:
        for region in task["predictions"][0]["result"]:
            units = task["data"][region["to_name"]].encode("utf-16-le")
            start, stop = region["value"]["start"], region["value"]["end"]
            assert units[2 * start:2 * stop].decode("utf-16-le") == region["value"]["text"] == rows[region["id"]]["quote"]
            seen.add(region["id"])
    assert seen == set(rows)
    assert units_before("\U0001f3d7a", 1) == 2


def test_label_studios_own_reader_takes_its_tasks(out: Path) -> None:
    interface = LabelInterface((out / "label-studio" / "label_config.xml").read_text())
    for task in json.loads((out / "label-studio" / "tasks.json").read_text(encoding="utf-8")):
        assert interface.validate_task({"data": task["data"]})
        for region in task["predictions"][0]["result"]:
            # this version of its reader asks for offsets as text, which the tool itself does not
            value = region["value"] | {"start": str(region["value"]["start"]), "end": str(region["value"]["end"])}
            assert interface.validate_region(region | {"value": value})


def test_prodigy_spans_are_the_quotes(out: Path, rows: dict[str, dict[str, Any]]) -> None:
    lines = [json.loads(line) for line in (out / "prodigy.jsonl").read_text(encoding="utf-8").splitlines()]
    quotes = {span["id"]: line["text"][span["start"]:span["end"]] for line in lines for span in line["spans"]}
    assert quotes == {key: row["quote"] for key, row in rows.items()}


def test_spacy_reads_every_mention_to_the_letter(out: Path, rows: dict[str, dict[str, Any]]) -> None:
    docs = list(DocBin(store_user_data=True).from_disk(out / "soat.spacy").get_docs(spacy.blank("xx").vocab))
    assert [doc.text for doc in docs if doc.user_data["soat"]["field"] == "text"] == [record["text"] for record in RECORDS]
    spans = {span.id_: span.text for doc in docs for group in doc.spans.values() for span in group}
    assert spans == {key: row["quote"] for key, row in rows.items()}


def test_a_web_annotation_is_anchored_by_position_and_by_quote(out: Path, rows: dict[str, dict[str, Any]], tables: Path) -> None:
    texts = {row["article_id"]: row["text"] for row in read_table(tables, "articles").to_pylist()}
    for line in (out / "web-annotations.jsonl").read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        row = rows[one["id"].rpartition(":")[2]]
        quote, *position = one["target"]["selector"]
        assert quote["exact"] == row["quote"]
        assert len(position) == (row["field"] == "text")
        if position:
            text = texts[row["article_id"]]
            assert text[position[0]["start"]:position[0]["end"]] == row["quote"]
            assert (quote["prefix"] + quote["exact"] + quote["suffix"]) in text
        assert one["target"]["source"].startswith(("https://news.example/a", "urn:soat:"))


@pytest.mark.parametrize("tool", ["brat", "label-studio", "prodigy"])
def test_what_annotators_keep_comes_back_as_gold(tool: Tool, out: Path, rows: dict[str, dict[str, Any]], tmp_path: Path) -> None:
    source = {"brat": out / "brat", "prodigy": out / "prodigy.jsonl"}.get(tool)
    if source is None:
        tasks = json.loads((out / "label-studio" / "tasks.json").read_text(encoding="utf-8"))
        for task in tasks:
            task["annotations"] = [{"result": task.pop("predictions")[0]["result"]}]
        source = tmp_path / "done.json"
        source.write_text(json.dumps(tasks), encoding="utf-8")
    assert import_gold(source, tool, tmp_path / "gold") == len(RECORDS)
    claims = {}
    for path in (tmp_path / "gold" / "facts").glob("*.json"):
        text = json.loads((tmp_path / "gold" / "articles" / path.name).read_text(encoding="utf-8"))["text"]
        for claim in json.loads(path.read_text(encoding="utf-8"))["numeric_claims"]:
            assert text[claim["start"]:].startswith(claim["quote"])
            claims[path.stem, claim["start"]] = (claim["value"], claim["unit"])
    mine = [row for row in rows.values() if "claim_id" in row and row["field"] == "text"]
    wanted = {(row["article_id"], row["start"]): (row["value"], row["unit"] or row["unit_text"]) for row in mine}
    assert claims == wanted


def test_marks_that_lack_a_value_are_all_told_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It has 5 bridges and 7 roads.", encoding="utf-8")
    (tmp_path / "a.ann").write_text("T1\tclaim 7 16\t5 bridges\nT2\tclaim 21 28\t7 roads\n#1\tAnnotatorNotes T2\tnot sure\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"(?s)2 marks cannot become gold:.*a.ann T1: '5 bridges' has no value.*a.ann T2"):
        import_gold(tmp_path, "brat", tmp_path / "gold")
    assert not (tmp_path / "gold").exists()


def test_a_file_of_another_tool_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text('{"a": 1}', encoding="utf-8")
    with pytest.raises(UsageError, match="cannot be read as an export of label-studio"):
        import_gold(tmp_path / "x.json", "label-studio", tmp_path / "gold")
