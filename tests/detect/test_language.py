"""Which language an article is in, what decided, and which date it counts from."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

from pipeline.detect import choose, detect
from pipeline.ingest import article_from_text
from pipeline.knowledge import Knowledge, load_knowledge
from pipeline.records import Dossier

POLISH = "Rada gminy przyjęła plan, który przez najbliższy rok będzie dotyczył dróg oraz mostów. Nie jest to jednak koniec prac."
VIETNAMESE = "Tỉnh đã họp và thống nhất kế hoạch của các xã trong năm nay, với những việc được giao cho người dân."
ENGLISH = "The province has said that it will build the bridges which were planned for the people of its northern districts."
NAMES = "The Secretary of Đắk Lắk, Nguyễn Đình Trung, said in Buôn Ma Thuột that the roads to Phú Yên were finished and have been opened."


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    """The knowledge that ships with soat."""
    return load_knowledge()


@pytest.mark.parametrize(
    ("text", "language", "by"),
    [
        (POLISH, "pl", "votes"),
        (VIETNAMESE, "vi", "votes"),
        (ENGLISH, "en", "votes"),
        (NAMES, "en", "votes"),
        ("Мосты построены, дорога открыта для всех этих людей.", "ru", "script"),
        ("Мости збудовані, дорога відкрита, її бачили всі європейці.", "uk", "script"),
        ("橋は昨日完成しました。市長が語りました。", "ja", "script"),
        ("大桥昨天完工，市长出席了仪式。明年还有新桥。", "zh", "script"),
        ("다리가 어제 완공되었습니다. 시장이 참석했습니다.", "ko", "script"),
        ("สะพานสร้างเสร็จแล้วเมื่อวานนี้", "th", "script"),
        ("Die Brücke wurde gestern fertiggestellt, und der Bürgermeister hat sie mit vielen Gästen feierlich eröffnet.", "de", "langdetect"),
        ("Le pont a été achevé hier et le maire l'a inauguré en présence de tous les habitants de la ville.", "fr", "langdetect"),
        ("106 do 38; 5,5%", "und", "none"),
        ("", "und", "none"),
        ("Lan Anh", "und", "none"),
        ("Tỉnh có 58 xã, giảm 97 đơn vị (giảm 62,58%).", "vi", "votes"),
        ("Revenue rose by 12% in the third quarter.", "en", "votes"),
        ("Przychody wzrosły o 12%.", "pl", "votes"),
        ("12 gmin", "pl", "votes"),
        ("năm trăm đồng", "vi", "votes"),
        ("Tržby vzrostly o 12 procent.", "und", "none"),
        ("El PIB creció un 8,22% en el tercer trimestre.", "und", "none"),
        ("De omzet is in het derde kwartaal gestegen.", "und", "none"),
    ],
)
def test_what_a_text_says_of_its_language(text: str, language: str, by: str, knowledge: Knowledge) -> None:
    assert choose(text, None, knowledge)[::2] == (language, by)


@pytest.mark.parametrize(
    ("text", "given", "language", "by"),
    [
        (POLISH, "vi", "pl", "votes"),
        (POLISH, "pl-PL", "pl", "given"),
        ("106 do 38; 5,5%", "pl", "pl", "given"),
        ("Die Brücke wurde gestern fertiggestellt und feierlich eröffnet.", "de", "de", "given"),
        (VIETNAMESE, "Vietnamese", "vi", "given"),
        (ENGLISH, "?", "en", "votes"),
    ],
)
def test_a_given_language_wins_unless_the_votes_are_certain_of_another(text: str, given: str, language: str, by: str, knowledge: Knowledge) -> None:
    assert choose(text, given, knowledge)[::2] == (language, by)


def test_what_the_source_said_is_kept_beside_what_was_found(knowledge: Knowledge) -> None:
    dossier = Dossier(article_from_text(POLISH, language="vi"))
    detect(dossier, knowledge)
    assert (dossier.article.language_given, dossier.language, dossier.language_by) == ("vi", "pl", "votes")


@pytest.mark.parametrize(("text", "reason"), [("다리가 어제 완공되었습니다.", "no_room"), ("106 do 38", "unknown_language")])
def test_a_language_without_a_room_is_one_clear_refusal(text: str, reason: str, knowledge: Knowledge) -> None:
    dossier = Dossier(article_from_text(text))
    detect(dossier, knowledge)
    (refusal,) = dossier.refusals
    assert (refusal.what, refusal.reason, refusal.article_id) == ("model", reason, dossier.article.article_id)


@pytest.mark.parametrize(
    ("published", "updated", "anchor"),
    [("2025-04-22", "2025-04-23", ("2025-04-22", "published")), (None, "2025-04-23", ("2025-04-23", "updated")), (None, None, (None, None))],
)
def test_the_anchor_is_the_date_of_publication_else_of_the_update(
    published: str | None, updated: str | None, anchor: tuple[str | None, str | None], knowledge: Knowledge,
) -> None:
    dossier = Dossier(replace(article_from_text(POLISH, published=published), updated=updated))
    detect(dossier, knowledge)
    assert (dossier.anchor, dossier.anchor_from) == anchor


def test_langdetect_answers_the_same_in_every_process() -> None:
    code = (
        "from pipeline.detect.by_langdetect import ask; "
        "print(ask('El puente fue terminado ayer y el alcalde lo inauguró con todos los vecinos de la ciudad.'), "
        "ask('Most over the river is dit jaar klaar gekomen voor het verkeer'))"
    )
    answers = {subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout for _ in range(2)}
    assert len(answers) == 1
    assert "('es', " in answers.pop()
