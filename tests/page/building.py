"""Tables to make pages of: a story in three languages that our own extraction reads, and rows written by hand."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from pipeline.api import extract
from pipeline.page import Backdrop, Tables, load_backdrop
from pipeline.write.columns import FLAG
from pipeline.write.gathered import GATHERED
from pipeline.write.tables import ALL

Row = dict[str, Any]

VI = (
    "Sáng 12/5/2025, tại Pleiku, tỉnh Gia Lai công bố: số xã giảm từ 97 xuống còn 41, tức giảm 56 xã.\n"
    "Hơn 1.200 cán bộ nhận việc mới theo Nghị quyết số 77-NQ/TU. Năm 2026, kinh phí là 3,5 tỷ đồng."
)
PL = (
    "12 maja 2025 r. w Pleiku prowincja Gia Lai ogłosiła: liczba gmin spadła z 97 do 41, czyli o 65 gmin.\n"
    "Ponad 1200 urzędników dostało nowe zadania na mocy Uchwały nr 77-NQ/TU. W 2026 r. koszt to 3,5 mld VND."
)
EN = (
    "On May 12, 2025, in Pleiku, Gia Lai province said the number of communes fell from 97 to 41, down by 56 communes.\n"
    "More than 1,200 officials took new posts under Resolution No. 77-NQ/TU. In 2026 the cost is 3.5 billion VND."
)
TITLES = {"vi": "Gia Lai sắp xếp lại các xã", "pl": "Gia Lai łączy gminy", "en": "Gia Lai merges communes"}
FAMILY = "f0merger"


def row(table: str, **values: object) -> Row:
    """A row of a table: what is not given is null, an empty list or false."""
    columns = next(one for one in (*ALL, *GATHERED) if one.name == table).columns
    assert not values.keys() - {column.name for column in columns}, values
    empty: Row = {}
    for column in columns:
        empty[column.name] = [] if str(column.type).startswith("list") else False if column.type == FLAG else None
    return empty | values


def article(name: str, text: str, title: str | None = None, **values: object) -> Row:
    return row("articles", **({"article_id": name, "text": text, "title": title, "language": "en", "source_path": "in.jsonl"} | values))


def claim(name: str, home: Row, quote: str, **values: object) -> Row:
    start = home["text"].index(quote)
    stop = start + len(quote)
    given: Row = {
        "claim_id": name, "article_id": home["article_id"], "field": "text", "block": "body", "start": start, "stop": stop, "quote": quote,
        "sentence": home["text"], "rule": "plain", "language": home["language"], "figure_start": start, "figure_stop": stop,
        "value": 1.0, "value_text": "1", "modifier": "exact", "unit": "person", "unit_kind": "count", "change": "none", "status": "actual",
        "confidence": 0.95,
    }
    return row("claims", **(given | values))


def finding(name: str, verdict: str, claims: Sequence[Row], working: str, **values: object) -> Row:
    severity = "high" if verdict in ("conflicts", "suspect") else None
    given: Row = {
        "finding_id": name, "check_id": "arithmetic_difference", "verdict": verdict, "severity": severity, "working": working, "note": "A note.",
        "note_key": "none_of_ours", "note_values": "{}",
        "claim_ids": [one["claim_id"] for one in claims], "article_ids": list(dict.fromkeys(one["article_id"] for one in claims)),
    }
    return row("findings", **(given | values))


@cache
def backdrop() -> Backdrop:
    return load_backdrop()


@cache
def _read(language: str, text: str) -> dict[str, list[Row]]:
    found = extract(text, language=language, title=TITLES[language], published="2025-05-12")
    return {table.name: [dict(one) for one in found.rows(table.name)] for table in ALL}


def found(tables: Tables, language: str, quote: str) -> Row:
    """The claim of the version in a language whose quote holds some words."""
    (one,) = (row for row in tables.of("claims") if row["language"] == language and quote in row["quote"] and row["field"] == "text")
    return one


def mentions() -> Tables:
    """The story in three languages as `run` leaves it: no families, no findings."""
    parts = [_read(language, text) for language, text in (("vi", VI), ("pl", PL), ("en", EN))]
    rows: dict[str, list[Row]] = {table.name: [one for part in parts for one in part[table.name]] for table in ALL}
    for source, language in zip(rows["sources"], ("vi", "pl", "en"), strict=True):
        source["source_url"] = f"https://{language}.news.example/gia-lai-sap-xep-lai-cac-xa"
    return Tables(rows)


def story() -> Tables:
    """The same after `verify`: one family, aligned; the Polish difference contradicts the Polish ends and the original."""
    plain = mentions()
    pairs = (("97", "97", "97"), ("56 xã", "65", "by 56"), ("1.200", "1200", "1,200"), ("3,5", "3,5", "3.5"))
    sets = [[found(plain, language, quote) for language, quote in zip(("vi", "pl", "en"), its, strict=True)] for its in pairs]
    alignments = [
        row(
            "alignments", family_id=FAMILY, article_id=original["article_id"], claim_id=original["claim_id"], other_article_id=other["article_id"],
            other_claim_id=other["claim_id"], how="figure", differs=["value"] if original["value"] != other["value"] else [],
        )
        for original, *others in sets for other in others
    ]
    ends, by = sets[0], sets[1]
    findings = [
        finding("x_vi", "agrees", [by[0], ends[0]], "97 - 41 = 56"), finding("x_en", "agrees", [by[2], ends[2]], "97 - 41 = 56"),
        finding("x_pl", "conflicts", [by[1], ends[1]], "97 - 41 = 56, not 65", note="The ends give another difference."),
        finding("x_tr", "suspect", [by[1], by[0]], "65 against 56", check_id="agreement_translated_claims.figure", family_id=FAMILY),
        finding("x_un", "uncheckable", [sets[3][0]], "nothing stated to reckon with"),
    ]
    families = [
        row("families", article_id=one["article_id"], family_id=FAMILY, why="url_slug", role="original" if one["language"] == "vi" else "translation")
        for one in plain.of("articles")
    ]
    return Tables({**plain.rows, "families": families, "alignments": alignments, "findings": findings})


def many(count: int) -> Tables:
    """A run of many articles, each with twelve claims and a finding."""
    text = "\n".join(f"Xã số {number} có {number + 100} hộ dân và {number + 7} trường học trong năm 2025." for number in range(12))
    articles = [
        article(f"a{number:05d}", f"{text}\n{number}", f"Bài số {number} về các xã miền núi", language="vi", anchor="2025-05-12")
        for number in range(count)
    ]
    told = {"unit": "household", "period": "2025"}
    claims = [
        claim(f"c{place:05d}{number}", home, f"{number + 100} hộ", value=number + 100.0, value_text=str(number + 100), **told)
        for place, home in enumerate(articles) for number in range(12)
    ]
    verdicts = ("agrees", "uncheckable", "agrees", "suspect", "conflicts")
    findings = [finding(f"f{place}", verdicts[place % 5], [claims[place * 12]], "1 + 1 = 2") for place in range(count)]
    return Tables({"articles": articles, "claims": claims, "findings": findings, "families": [], "alignments": []})
