"""Vietnamese from before Unicode is read right by bytes and by mojibake, and no other language is ever taken for it."""

from __future__ import annotations

import gzip
import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.ingest import article_from_text
from pipeline.ingest.legacy import mend_legacy, read_legacy
from pipeline.knowledge import load_knowledge
from pipeline.knowledge.encodings import load_encodings
from pipeline.records import Article, Refusal
from tests.ingest.conftest import Ingest

ENCODINGS = load_knowledge().encodings
BY_NAME = {one.name: one for one in ENCODINGS.encodings}
TONES = "\u0300\u0301\u0303\u0309\u0323"
LETTERS = "áàảãạâấầẩẫậăắằẳẵặéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđ"
VIETNAMESE = (
    'Tỉnh đã sắp xếp lại 58 xã, phường trong tháng này.\nỦy ban nhân dân giao Sở Nội vụ chủ trì việc đó, "khẩn trương" và đúng luật.\n'
    "Mỗi xã có ít nhất một trạm y tế; kỳ họp thứ bảy sẽ bàn thêm về chỗ ở của người dân."
)
OTHERS = {
    "pl": "Województwo zmniejszyło liczbę gmin; urząd ogłosił już pięć nowych planów. Są też zażalenia, które będą rozpatrzone później.",
    "en": "The province has 58 communes \u2013 it had 155 before. \u201cThe caf\u00e9 is na\u00efve\u201d, said the mayor\u2019s prot\u00e9g\u00e9.",
    "fr": "L\u2019été à la préfecture : où est passée la forêt brûlée ? Le maire a déjà promis une réponse très précise aux élus.",
    "de": "Die Bürgermeisterin erklärte, daß für größere Städte künftig höhere Zuschüsse gewährt würden; später äußerte sich der Rat.",
    "cs": "Město zvýšilo příští rok výdaje; říká, že už má šest nových škol a že děti budou mít lepší hřiště.",
    "es": "La región redujo también el número de municipios; según el señor alcalde, habrá más días de atención al público en otoño.",
    "is": "Bærinn hefur þrjá nýja skóla og það er gott, sagði borgarstjórinn í gær þegar hann opnaði þá.",
}


def written(text: str, name: str) -> bytes:
    """A text in one of the encodings, by its letters' bytes; TCVN3 writes capitals with a tone as small letters."""
    text = unicodedata.normalize("NFC", text)
    if name == "windows-1258":
        return b"".join(_in_windows_1258(letter) for letter in text)
    inverse = {letter: raw for raw, letter in BY_NAME[name]._letters.items()}
    if name == "tcvn3":
        inverse = {letter.upper(): raw for letter, raw in inverse.items()} | inverse
    return "".join(letter if letter.isascii() else inverse[letter] for letter in text).encode("latin-1")


def _in_windows_1258(letter: str) -> bytes:
    try:
        return letter.encode("cp1258")
    except UnicodeEncodeError:
        spread = unicodedata.normalize("NFD", letter)
        tone = "".join(mark for mark in spread if mark in TONES)
        return (unicodedata.normalize("NFC", "".join(mark for mark in spread if mark not in TONES)) + tone).encode("cp1258")


def misread(data: bytes) -> str:
    """Bytes as a Western European reader shows them."""
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in data)


@pytest.mark.parametrize("name", BY_NAME)
def test_every_letter_goes_there_and_back(name: str) -> None:
    assert BY_NAME[name].read(written(LETTERS, name).decode("latin-1")) == LETTERS
    if name != "tcvn3":
        assert BY_NAME[name].read(written(LETTERS.upper(), name).decode("latin-1")) == LETTERS.upper()


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        ("tcvn3", b"Ngh\xde quy\xd5t s\xe8", "Nghị quyết số"),
        ("vni", b"Ngh\xf2 quye\xe1t so\xe1 \xf1o\xe0ng tr\xf6\xf4\xf9c \xd1a\xef", "Nghị quyết số đồng trước Đạ"),
        ("viscii", b"Ngh\xb8 quy\xaat s\xaf", "Nghị quyết số"),
        ("vps", b"Ngh\xce quy\x89t s\xd3", "Nghị quyết số"),
        ("windows-1258", b"Nghi\xf2 quy\xea\xect s\xf4\xec", "Nghị quyết số"),
    ],
)
def test_bytes_that_are_known_from_elsewhere(name: str, data: bytes, text: str) -> None:
    assert BY_NAME[name].read(data.decode("latin-1")) == text


@pytest.mark.parametrize("name", BY_NAME)
def test_bytes_are_recognised_and_the_choice_is_on_record(ingest: Ingest, name: str) -> None:
    data = written(VIETNAMESE, name)
    (article,) = ingest("a.txt", data)
    assert isinstance(article, Article), article
    assert article.text == (VIETNAMESE if name != "tcvn3" else VIETNAMESE.replace("Ủy", "ủy"))
    assert (article.source.encoding, article.repairs[:1]) == (name, (f"from_{name}",))


@pytest.mark.parametrize("name", BY_NAME)
def test_text_that_was_read_as_western_is_mended_title_and_all(ingest: Ingest, name: str) -> None:
    record = {"text": misread(written(VIETNAMESE, name)), "title": misread(written("Xã mới", name))}
    (article,) = ingest("a.json", json.dumps(record))
    assert isinstance(article, Article), article
    assert article.text.startswith("Tỉnh đã sắp xếp lại 58 xã, phường")
    assert (article.title, article.source.encoding, article.repairs[:1]) == ("Xã mới", "utf-8", (f"from_{name}",))


@pytest.mark.parametrize("name", BY_NAME)
def test_tables_and_pages_in_such_an_encoding_are_read(ingest: Ingest, name: str) -> None:
    first = VIETNAMESE.split("\n", maxsplit=1)[0]
    rows = "title;text\n" + "".join(f"Xã mới;{first} Số {number}.\n" for number in range(3))
    items = ingest("a.csv", written(rows, name))
    assert [item.text for item in items if isinstance(item, Article)] == [f"{first} Số {number}." for number in range(3)]
    assert {item.source.encoding for item in items if isinstance(item, Article)} == {name}
    paragraphs = "".join(f"<p>{line}</p>" for line in VIETNAMESE.split("\n")[:1] * 3)
    page = f"<html><head><title>Xã mới</title></head><body><article><h1>Xã mới</h1>{paragraphs}</article></body></html>"
    for head in ("<head>", '<head><meta charset="iso-8859-1">', f'<head><meta charset="{name}">'):
        (article,) = ingest("a.html", written(page.replace("<head>", head), name))
        assert isinstance(article, Article), article
        assert first in article.text, head
        assert f"from_{name}" in article.repairs


def test_a_short_text_and_one_that_two_encodings_could_be_are_left_alone() -> None:
    assert read_legacy(written("Xã mới", "tcvn3"), ENCODINGS) is None
    assert mend_legacy("Ngh\u00de", ENCODINGS) is None


def test_words_in_a_font_of_capitals_are_capitals() -> None:
    assert BY_NAME["tcvn3"].read(written("HỘI ĐỒNG nhân dân TP Hà Nội", "tcvn3").decode("latin-1")) == "HỘI ĐỒNG nhân dân TP Hà Nội"


def test_lines_that_were_read_right_stay_as_they_are() -> None:
    lines = VIETNAMESE.split("\n")
    mended = mend_legacy("\n".join([lines[0], misread(written(lines[1], "tcvn3"))]), ENCODINGS)
    assert mended is not None
    assert mended.text.split("\n") == [lines[0], lines[1].replace("Ủy", "ủy")]


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("codec", ["cp1252", "cp1250", "iso8859_2", "latin-1", "cp1254", "cp1257"])
def test_other_languages_are_never_converted(language: str, codec: str) -> None:
    text = OTHERS[language]
    data = text.encode(codec, "replace")
    for piece in (data, data[:40], data * 5):
        assert read_legacy(piece, ENCODINGS) is None
        assert mend_legacy(piece.decode("cp1252", "replace"), ENCODINGS) is None
    assert mend_legacy(text, ENCODINGS) is None
    assert mend_legacy(text.encode().decode("cp1252", "replace"), ENCODINGS) is None


def test_sound_vietnamese_is_never_converted() -> None:
    for text in (VIETNAMESE, "Võ Thị Sáu, Hà Nam, Lê Hoàng, Sóc, Đà", "Hà Nam: bà, mà, là, và, có, lúc"):
        assert mend_legacy(text, ENCODINGS) is None
        assert mend_legacy(unicodedata.normalize("NFD", text), ENCODINGS) is None


def test_polish_without_a_declaration_is_still_refused(ingest: Ingest) -> None:
    (refusal,) = ingest("a.txt", OTHERS["pl"].encode("windows-1250"))
    assert isinstance(refusal, Refusal)
    assert refusal.reason == "encoding"


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_break_the_readers(data: bytes) -> None:
    for encoding in ENCODINGS.encodings:
        text = encoding.read(data.decode("latin-1"))
        assert unicodedata.is_normalized("NFC", text)
    mend_legacy(data.decode("latin-1"), ENCODINGS)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(sorted(set(VIETNAMESE.split()))), min_size=12, max_size=40), st.sampled_from(sorted(BY_NAME)))
def test_any_words_of_the_language_are_recognised_or_left_but_never_read_wrong(words: list[str], name: str) -> None:
    found = read_legacy(written(" ".join(words), name), ENCODINGS)
    assert found is None or found.encoding == name


def test_a_mark_for_what_cannot_be_read_is_on_record() -> None:
    article = article_from_text(misread(written(VIETNAMESE, "vni")) + " \u0081")
    assert "\ufffd" in article.text
    assert "replacement_marks" in article.repairs


def test_wrong_tables_are_told(tmp_path: Path) -> None:
    (tmp_path / "encodings.toml").write_text('[[encoding]]\nid = "a"\nletters = "á=E1 à=E1 b=ZZ"\n[[encoding]]\nid = "a"\ncodec = "none"\n')
    problems: list[str] = []
    load_encodings(tmp_path, problems)
    assert len(problems) == 4


def test_a_packed_file_is_recognised_too(ingest: Ingest) -> None:
    (article,) = ingest("a.txt.gz", gzip.compress(written(VIETNAMESE, "vps")))
    assert isinstance(article, Article)
    assert article.source.encoding == "vps"
