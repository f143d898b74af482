"""The registry of documents: every code decodes, every spelling of a code is one code, and errors name their line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipeline.knowledge import load_knowledge
from pipeline.knowledge.files import models_folder
from pipeline.knowledge.paper_files import check_wordings, load_papers
from pipeline.knowledge.papers import Papers, ordinal
from pipeline.records import Entry


@pytest.fixture(scope="module")
def papers() -> Papers:
    return load_knowledge().papers


@pytest.mark.parametrize(("spelling", "code", "types"), [
    ("NQ", "NQ", ("resolution",)),
    ("QĐ", "QĐ", ("decision", "regulation")),
    ("QD", "QĐ", ("decision", "regulation")),
    ("HD", "HD", ("guidance",)),
    ("HĐ", "HĐ", ("contract",)),
    ("TTR", "TTr", ("submission",)),
    ("CT", "CT", ("directive", "programme")),
    ("КЛ", "KL", ("conclusion",)),
])
def test_a_code_of_types_in_any_spelling(papers: Papers, spelling: str, code: str, types: tuple[str, ...]) -> None:
    found = papers.type_of(spelling)
    assert found is not None
    assert (found.code, found.types) == (code, types)


@pytest.mark.parametrize(("spelling", "code", "name"), [
    ("TƯ", "TW", "Central Committee of the Party"),
    ("TU", "TU", "Provincial Party Committee"),
    ("UBTVQH15", "UBTVQH15", "Standing Committee of the 15th National Assembly"),
    ("QH11", "QH11", "11th National Assembly"),
    ("HDND", "HĐND", "People's Council"),
    ("BGD&ĐT", "BGDĐT", "Ministry of Education and Training"),
    ("TTG", "TTg", "Prime Minister"),
    ("BTCTW", "BTCTW", "Central Organisation Commission"),
    ("BTC", "BTC", "Ministry of Finance"),
    ("BCĐ35", "BCĐ35", "Steering Committee 35"),
    ("BCĐXYZ", "BCĐXYZ", "Steering Committee"),
    ("BDTTG", "BDTTG", "Ministry of Ethnic and Religious Affairs"),
    ("VKSNDTC", "VKSNDTC", "Supreme People's Procuracy"),
    ("WE", "EC", "European Community"),
])
def test_a_code_of_issuers_in_any_spelling(papers: Papers, spelling: str, code: str, name: str) -> None:
    found = papers.issuer_of(spelling)
    assert found is not None
    assert (found.code, found.name) == (code, name)


def test_unknown_codes_are_none(papers: Papers) -> None:
    assert papers.type_of("XYZ") is None
    assert papers.issuer_of("XYZ") is None
    assert papers.issuer_of("BTC15") is None, "ministries have no terms"


@pytest.mark.parametrize(("doc_type", "issuer", "number", "year", "symbol"), [
    ("resolution", "politburo", "7", None, "07-NQ/TW"),
    ("decree", "government", "44", "2023", "44/2023/NĐ-CP"),
    ("decree", "government", "44", None, None),
    ("decree", "government", "44", "1993", None),
    ("circular", "ministry_of_health", "9", "2018", "09/2018/TT-BYT"),
    ("decision", "prime_minister", "612", "2020", None),
    ("resolution", "politburo", "30a", None, None),
])
def test_symbols_are_composed_only_where_one_way_is_lawful(
    papers: Papers, doc_type: str, issuer: str, number: str, year: str | None, symbol: str | None,
) -> None:
    assert papers.compose(doc_type, issuer, number, year) == symbol


def test_every_symbol_of_a_law_names_its_year(papers: Papers) -> None:
    for law in papers.laws.values():
        for year, symbol in law.symbols.items():
            assert f"/{year}/" in symbol, law


def test_ordinals() -> None:
    assert [ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 112)] == ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "112th"]


def copied(folder: Path) -> Path:
    shutil.copytree(models_folder() / "documents", folder / "documents")
    return folder / "documents"


def test_all_problems_of_the_files_are_told_at_once_with_file_and_line(tmp_path: Path) -> None:
    home = copied(tmp_path)
    with (home / "types.toml").open("a", encoding="utf-8") as stream:
        stream.write("[motion]\nsymbols = ['MO']\n")
    with (home / "issuers.csv").open("a", encoding="utf-8") as stream:
        stream.write("club,TW,,,Club,,moon,party,party\n")
    with (home / "laws.csv").open("a", encoding="utf-8") as stream:
        stream.write("oddity,Oddity,poem,VN,,\n")
    with (home / "composed.csv").open("a", encoding="utf-8") as stream:
        stream.write("resolution,nobody,{number}\n")
    problems: list[str] = []
    load_papers(tmp_path, problems)
    told = "\n".join(problems)
    for part in ("types.toml:", "[motion]", "'moon'", "'TW' is a code of central_committee already", "oddity", "nobody"):
        assert part in told
    assert all(":" in problem for problem in problems)


def test_wordings_must_name_what_the_registry_knows(papers: Papers) -> None:
    problems: list[str] = []
    entries = [Entry("document_type", "resolution", "a", "a"), Entry("document_type", "poem", "b", "b"), Entry("document_issuer", "nobody", "c", "c")]
    check_wordings(entries, papers, Path("document_words.toml"), problems)
    assert len(problems) == 2
    assert "'poem'" in problems[1]


def test_without_its_folder_the_registry_is_empty(tmp_path: Path) -> None:
    problems: list[str] = []
    assert load_papers(tmp_path, problems).types == frozenset()
    assert problems == []
