"""Which part of the page a line is."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ingest import article_from_text
from pipeline.ingest.blocks import cut_blocks
from pipeline.ingest.lines import dateline_end, is_byline, is_person_with_roles
from pipeline.knowledge import Knowledge, load_knowledge

BODY = "Województwo połączyło w tym roku dwanaście gmin, a dalsze zmiany zapowiada na przyszły rok."
SECOND = "Rada zbierze się ponownie w listopadzie, aby przyjąć podział zadań."


def kinds(text: str, title: str | None = None) -> list[tuple[str, str]]:
    """Each block's kind with its text, white space round it left out."""
    article = article_from_text(text, title=title)
    return [(block.kind, article.text[block.start:block.stop].strip()) for block in article.blocks]


def test_byline_update_source_and_comments_stand_behind_the_body() -> None:
    author = "Tran Van Nam \u2013 członek Rady, kierownik Biura"
    tail = [author, "Zaktualizowano 3 maja 2025 r.", "Source: https://example.org/a/b.html", "Komentarz (0)"]
    article = article_from_text("\n".join([BODY, SECOND, *tail]))
    found = [(block.kind, article.text[block.start:block.stop].strip()) for block in article.blocks]
    assert found == [("body", f"{BODY}\n{SECOND}"), ("byline", tail[0]), ("furniture", tail[1]), ("furniture", tail[2]), ("furniture", tail[3])]
    assert article.byline == tail[0]
    assert (article.source.url, article.source.url_slug) == ("https://example.org/a/b.html", "b")


@pytest.mark.parametrize(
    "line",
    [
        "Komentarz (0)", "Bình luận (12)", "Comments", "Komentář (0)", "Comentário (0)", "Source: https://example.org", "Zdroj: https://example.org",
        "Nguồn: example.org", "Zaktualizowano 17 maja 2025 r.", "Cập nhật 17/05/2025", "Updated: May 17, 2025", "Xem thêm: Hai cầu mới",
        "Czytaj też: Dwa mosty",
        "Tagi: mosty, rzeki",
    ],
)
def test_a_line_of_the_page_is_furniture(line: str) -> None:
    assert kinds(f"{BODY}\n{line}\n{SECOND}") == [("body", BODY), ("furniture", line), ("body", SECOND)]


@pytest.mark.parametrize(
    "line",
    [
        "Komentarze do ustawy wpłynęły w terminie.", "Source code is free for all of them.", "Updated rules bind all schools.",
        "Theo kế hoạch, cầu xong sớm.",
    ],
)
def test_a_sentence_that_opens_like_a_line_of_the_page_stays_body(line: str) -> None:
    assert kinds(f"{BODY}\n{line}\n{SECOND}") == [("body", f"{BODY}\n{line}\n{SECOND}")]


@pytest.mark.parametrize(
    "caption",
    [
        "Quang cảnh buổi làm việc. Ảnh: N.H", "Most nad rzeką. Fot. PAP", "A bridge over the river. VNA/VNS Photo",
        "A new bridge. \u2014 Photo courtesy of the bank",
    ],
)
def test_a_line_with_a_photo_credit_is_a_caption(caption: str) -> None:
    assert ("caption", caption) in kinds(f"{BODY}\n{caption}\n{SECOND}")


def test_a_short_line_behind_a_picture_is_a_caption_and_a_paragraph_is_not() -> None:
    for mark in ("[img]", "![]() |", "![a bridge](https://example.org/a.jpg)"):
        assert kinds(f"{BODY}\n{mark}\nRada podczas obrad\n{SECOND}")[1:3] == [("furniture", mark), ("caption", "Rada podczas obrad")]
    paragraph = " ".join([BODY] * 3)
    assert ("body", paragraph) in kinds(f"[img]\n{paragraph}")


def test_a_paragraph_that_stands_twice_is_body_once() -> None:
    assert [kind for kind, _ in kinds(f"{BODY}\n{SECOND}\n{BODY}")] == ["body", "caption"]


@pytest.mark.parametrize(
    ("opening", "rest"),
    [
        ("(BĐ) - ", "Chiều 22.4, tỉnh họp."), ("HÀ NỘI \u2014 ", "Five bridges stand."), ("Hanoi (VNA) \u2013 ", "Five bridges stand."),
        ("VTV.vn - ", "Tỉnh họp."),
        ("Dân trí ", "Tỉnh họp sáng nay."), ("HANOI, May 5 (VNA) - ", "Five bridges stand."),
    ],
)
def test_a_dateline_opens_the_text(opening: str, rest: str) -> None:
    assert kinds(opening + rest) == [("dateline", opening.strip()), ("body", rest)]


@pytest.mark.parametrize(
    "text",
    [
        "Hanoi (the capital) \u2013 a city of lakes", "Rzeka \u2014 ta sama od wieków", "COVID-19 - the virus",
        "Bộ Y tế (2 cơ sở) - nơi điều trị",
    ],
)
def test_a_dash_alone_makes_no_dateline(text: str) -> None:
    assert dateline_end(text, 0) == 0


def test_a_pointer_to_another_article_ends_with_its_sentence() -> None:
    text = f"{BODY} ZOBACZ: Nowy most za 5 mln zł. Kierowcy zadowoleni {SECOND} Widziałeś coś ważnego? Napisz do nas"
    assert kinds(text) == [
        ("body", BODY), ("furniture", "ZOBACZ: Nowy most za 5 mln zł."), ("body", f"Kierowcy zadowoleni {SECOND}"),
        ("furniture", "Widziałeś coś ważnego? Napisz do nas"),
    ]


def test_the_first_line_is_the_title_where_the_source_gives_none_apart() -> None:
    assert kinds(f"Dwanaście gmin mniej\n{BODY}\n{SECOND}")[0] == ("title", "Dwanaście gmin mniej")
    assert kinds(f"Dwanaście gmin mniej\n{BODY}\n{SECOND}", title="Inny tytuł")[0][0] == "body"
    assert kinds(f"{BODY}\n{SECOND}")[0][0] == "body"


def test_a_paragraph_set_off_by_a_blank_line_is_the_lead() -> None:
    assert kinds(f"{BODY}\n\n{SECOND}\n{SECOND[:-1]}!")[0] == ("lead", BODY)


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("T.SỸ", True), ("NGUYỄN HÂN", True), ("Lan Anh (theo BBC)", True), ("Năm 2025", False), ("Rada zakończyła obrady", False),
    ],
)
def test_a_line_of_names_is_a_byline(line: str, right: bool) -> None:  # noqa: FBT001
    assert is_byline(line) == right


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("Tran Van Nam \u2013 członek Rady", True), ("Nguyễn Văn Nam - Chủ tịch UBND xã", True),
        ("Nguyễn Văn Nam - Chủ tịch UBND xã phát biểu.", False),
        ("NOTE - full name follows", False), ("Dân số - 8.000 người", False),
    ],
)
def test_a_name_with_roles_is_told_from_a_sentence(line: str, right: bool) -> None:  # noqa: FBT001
    assert is_person_with_roles(line) == right


LINES = [BODY, SECOND, "", "[img]", "Komentarz (0)", "Lan Anh", "ZOBACZ: Most.", "Fot. PAP", "(BĐ) - Tỉnh"]


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=8))
def test_blocks_cover_the_text_in_order(lines: list[str]) -> None:
    text = "\n".join(lines)
    knowledge: Knowledge = load_knowledge()
    if text.strip():
        blocks = cut_blocks(text, None, knowledge.furniture).blocks
        assert (blocks[0].start, blocks[-1].stop) == (0, len(text))
        assert all(first.stop == second.start for first, second in pairwise(blocks))
        assert all(block.start < block.stop for block in blocks)
