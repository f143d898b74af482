"""Officials and documents of translations."""

from __future__ import annotations

from pipeline.knowledge import load_knowledge
from pipeline.knowledge.fold import bare
from pipeline.verify.agreement_translated_documents import translated_documents
from pipeline.verify.agreement_translated_names import translated_names
from pipeline.verify.facts import ArticleFacts, FamilyFacts
from tests.verify.builders import article

KNOWN = load_knowledge()


def named(language: str, *persons: tuple[str, str], text: str = "") -> ArticleFacts:
    rows = [
        {"official_id": f"{language}{at}", "name": name, "person_key": bare(name).lower(), "role_id": role} for at, (name, role) in enumerate(persons)
    ]
    return article(article_id=language, language=language, officials=rows, text=text)


def names(here: ArticleFacts, there: ArticleFacts) -> list[tuple[str, str, tuple[str, ...]]]:
    findings = translated_names(FamilyFacts("y1", (here, there), has_original=True), KNOWN)
    return [(one.check.partition(".")[2], one.verdict, one.mentions) for one in findings]


def cited(language: str, *citations: tuple[str, str | None], text: str = "") -> ArticleFacts:
    rows = [
        {"citation_id": f"{language}{at}", "symbol": symbol, "signed": signed, "number": symbol.partition("/")[0], "doc_type": "decision",
         "issuer_code": symbol.rpartition("-")[2]}
        for at, (symbol, signed) in enumerate(citations)
    ]
    return article(article_id=language, language=language, citations=rows, text=text)


def documents(here: ArticleFacts, there: ArticleFacts) -> list[tuple[str, str, tuple[str, ...]]]:
    findings = translated_documents(FamilyFacts("y1", (here, there), has_original=True), KNOWN)
    return [(one.check.partition(".")[2], one.verdict, one.mentions) for one in findings]


def test_another_name_in_the_same_office_is_altered() -> None:
    here, there = named("vi", ("Trần Văn Bình", "minister")), named("pl", ("Tran Van Minh", "minister"))
    assert names(here, there) == [("altered", "conflicts", ("pl0", "vi0"))]


def test_marks_and_a_name_cut_short_are_no_difference() -> None:
    assert names(named("vi", ("Trần Văn Bình", "minister")), named("pl", ("Tran Van Binh", "minister"))) == []
    assert names(named("vi", ("Trần Văn Bình", "minister")), named("pl", ("Van Binh", "minister"))) == []


def test_a_name_that_the_other_text_has_is_not_missing() -> None:
    assert names(named("vi", ("Trần Văn Bình", "minister")), named("pl", text="Tran Van Binh otworzył obrady.")) == []
    assert names(named("vi", ("Trần Văn Bình", "minister")), named("pl", text="Otworzono obrady.")) == [("missing", "suspect", ("vi0",))]


def test_another_number_of_a_document_is_altered_and_a_lost_one_missing() -> None:
    assert documents(cited("vi", ("768/QĐ-TTg", None)), cited("pl", ("786/QĐ-TTg", None))) == [("altered", "conflicts", ("pl0", "vi0"))]
    assert documents(cited("vi", ("768/QĐ-TTg", None)), cited("pl")) == [("missing", "suspect", ("vi0",))]
    assert documents(cited("vi", ("768/QĐ-TTg", None)), cited("pl", ("768/QD-TTg", None))) == []


def test_another_day_of_a_document_contradicts() -> None:
    here, there = cited("vi", ("768/QĐ-TTg", "2025-04-15")), cited("pl", ("768/QĐ-TTg", "2025-04-25"))
    assert documents(here, there) == [("signed", "conflicts", ("pl0", "vi0"))]
