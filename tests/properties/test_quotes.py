"""Whatever the text, no stage fails, and every row quotes it exactly."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.knowledge import load_knowledge
from pipeline.records import Article, Block, Dossier, Source
from pipeline.stages import ORDER

_LANGUAGES = ("pl", "vi", "en", "fr")
_PIECES = (
    "1", "2/3", "1.234", "1,5", "0", "\u00bd", "-", "\u2013", "+", "%", "$", "(", ")", ",", ".", ";", ":", "\n", '"', "/", "'", " ", "2025", "01/02",
    "proc.", "tys.", "mln", "triệu", "tỷ đồng", "million", "year-old", "half", "quarter", "one in five", "two",
    "dwa", "pół", "một", "rưỡi", "over", "and",
    "point", "minus", "i", "và", "do", "đến", "to", "od", "từ",
    "from", "wzrost o", "tăng", "rose", "by", "nearly", "hơn", "ponad", "osób", "người", "people",
    "Nghị quyết số", "18-NQ/TW", "uchwała nr", "ngày", "tháng", "năm", "May", "maja", "Hà Nội", "tỉnh", "xã", "Hanoi", "Chủ tịch", "Bí thư", "prezes",
    "Minister", "Nguyễn Văn A", "Jan Nowak", "UBND", "Quốc hội", "XIV", "A", "đồng/kg", "km2", "hectares", "\u0660\u0661", "\u4e2d", "\U0001f600",
)
_SAID = st.lists(st.sampled_from(_PIECES), max_size=24).flatmap(lambda pieces: st.sampled_from([" ", "", ", "]).map(lambda gap: gap.join(pieces)))
_SETTINGS = settings(max_examples=120, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize("language", _LANGUAGES)
@_SETTINGS
@given(text=st.one_of(st.text(max_size=120), st.text("0123456789.,-/ %()$kmtA\u00bd", max_size=60), _SAID), title=st.one_of(st.none(), _SAID))
def test_any_text_goes_through_all_stages_and_is_quoted_exactly(language: str, text: str, title: str | None) -> None:
    dossier = _through(language, text, title)
    fields = {"text": text, "title": title or ""}
    tables = (dossier.claims, dossier.citations, dossier.officials, dossier.dates, dossier.places, dossier.organisations)
    for evidence in (fact.evidence for table in tables for fact in table):
        assert evidence.start < evidence.stop
        assert fields[evidence.field][evidence.start:evidence.stop] == evidence.quote
    for refusal in dossier.refusals:
        assert refusal.start is None or refusal.quote in (text[refusal.start:refusal.stop], (title or "")[refusal.start:refusal.stop])
    for claim in dossier.claims:
        assert claim.figure_start < claim.figure_stop


def _through(language: str, text: str, title: str | None) -> Dossier:
    source = Source("x", None, None, None, None, None, "0", "utf-8")
    article = Article("a", text, title, (Block("body", 0, len(text)),), source, language_given=language, published="2025-10-01")
    dossier = Dossier(article)
    knowledge = load_knowledge()
    for stage in ORDER:
        stage.run(dossier, knowledge)
    return dossier
