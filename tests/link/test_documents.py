"""Documents from citations of many articles: what is one document, what is not, and what stays open."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pipeline.extract.citations import find_citations
from pipeline.knowledge import load_knowledge
from pipeline.link.documents import link_documents
from pipeline.records import Article, Block, Dossier, Source
from pipeline.scan import scan_article


def rows(*articles: tuple[str, str]) -> list[dict[str, Any]]:
    knowledge = load_knowledge()
    found = []
    for i, (language, text) in enumerate(articles):
        source = Source("x.json", None, None, None, None, None, "0", "utf-8")
        dossier = Dossier(Article(f"article{i}", text, None, (Block("body", 0, len(text)),), source), language=language)
        dossier.passages = scan_article(dossier.article, knowledge.rooms.get(language))
        find_citations(dossier, knowledge)
        for j, one in enumerate(dossier.citations):
            found.append({
                "citation_id": f"{i}.{j}", "article_id": f"article{i}", "rule": one.evidence.rule,
                **{name: getattr(one, name) for name in one._fields if name != "evidence"},
            })
    return found


def documents(*articles: tuple[str, str]) -> list[dict[str, Any]]:
    return linked(rows(*articles))


def linked(citations: list[dict[str, Any]]) -> list[dict[str, Any]]:
    with TemporaryDirectory() as spill:
        return list(link_documents(citations, load_knowledge().papers, Path(spill)))


def test_a_central_symbol_is_one_document_across_words_and_languages() -> None:
    found = documents(
        ("pl", "Uchwała nr 21-NQ/TW z dnia 3 maja 2024 r."), ("pl", "Rezolucja nr 21-NQ/TW"), ("vi", "Nghị quyết 21/NQ-TW"),
        ("en", "Resolution No. 21-NQ/TW"), ("zh", "第21-NQ/TW号"),
    )
    assert [(d["symbol"], d["doc_type"], d["signed"]) for d in found] == [("21-NQ/TW", "resolution", "2024-05-03")]
    assert found[0]["article_ids"] == [f"article{i}" for i in range(5)]


def test_every_numbered_mention_stands_in_one_document() -> None:
    given = rows(("vi", "Nghị quyết 21-NQ/TW. Nghị quyết này và Nghị quyết 21, Nghị định 47"), ("en", "Decree 44/2023/ND-CP"))
    found = linked(given)
    assert sorted(c for d in found for c in d["citation_ids"]) == sorted(row["citation_id"] for row in given)


def test_two_days_for_one_symbol_are_kept_and_flagged() -> None:
    later = ("vi", "Nghị quyết 21-NQ/TW ngày 4/5/2024")
    found = documents(("pl", "Uchwała nr 21-NQ/TW z dnia 3 maja 2024 r."), later, later)
    assert len(found) == 1
    assert found[0]["signed"] == "2024-05-04"
    assert found[0]["signed_all"] == ["2024-05-03", "2024-05-04"]
    assert found[0]["signed_conflict"]


def test_a_day_without_its_year_does_not_contradict_the_whole_day() -> None:
    found = documents(("vi", "Nghị quyết 21-NQ/TW ngày 4/5"), ("vi", "Nghị quyết 21-NQ/TW ngày 4/5/2024"))
    assert (found[0]["signed"], found[0]["signed_conflict"]) == ("2024-05-04", False)


def test_provinces_number_alike_so_their_symbols_join_only_by_the_day() -> None:
    apart = documents(("vi", "Kế hoạch 219-KH/TU"), ("vi", "Kế hoạch 219-KH/TU"))
    assert len(apart) == 2
    joined = documents(("vi", "Kế hoạch 219-KH/TU ngày 4/5/2024 và Kế hoạch 219-KH/TU"), ("pl", "Plan nr 219-KH/TU z dnia 4 maja 2024 r."))
    assert [len(d["citation_ids"]) for d in joined] == [3]


def test_a_short_form_joins_the_only_fitting_symbol_and_says_so() -> None:
    found = documents(("vi", "Nghị quyết 21-NQ/TW"), ("pl", "podsumowanie rezolucji 21"))
    assert len(found) == 1
    assert found[0]["uncertain"] == ["1.0"]


def test_a_short_form_with_two_fitting_symbols_or_none_stays_its_article_s() -> None:
    found = documents(("vi", "Nghị định 44/2023/NĐ-CP và Nghị định 44/2019/NĐ-CP"), ("vi", "theo Nghị định 44; Nghị định 47"))
    assert sorted(d["symbol"] for d in found) == ["44", "44/2019/NĐ-CP", "44/2023/NĐ-CP", "47"]
    assert all(d["uncertain"] == [] for d in found)


def test_a_year_in_a_short_form_chooses() -> None:
    found = documents(("vi", "Nghị định 44/2023/NĐ-CP và Nghị định 44/2019/NĐ-CP"), ("vi", "theo Nghị định 44/2019"))
    assert {d["symbol"]: len(d["citation_ids"]) for d in found} == {"44/2023/NĐ-CP": 1, "44/2019/NĐ-CP": 2}


def test_laws_by_name_join_their_symbols_and_each_other() -> None:
    found = documents(
        ("vi", "Luật Đất đai 2024"), ("en", "the 2024 Land Law"), ("vi", "Luật số 31/2024/QH15"), ("vi", "Luật Đất đai"), ("en", "Land Law"),
    )
    assert [(d["symbol"], d["title"], len(d["citation_ids"])) for d in found] == [(None, "Land Law", 2), ("31/2024/QH15", "Land Law", 3)]


def test_unnumbered_mentions_make_no_document() -> None:
    assert documents(("vi", "các Nghị quyết của Quốc hội")) == []


def test_ids_do_not_depend_on_the_order_of_articles() -> None:
    first = ("vi", "Nghị quyết 21-NQ/TW")
    second = ("pl", "Dekret nr 44/2023/ND-CP")
    assert [d["document_id"] for d in documents(first, second)] == [d["document_id"] for d in documents(second, first)]
