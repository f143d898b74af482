"""schema.org's ClaimReview: what people have checked and decided, and nothing else.

Source: schema.org, "ClaimReview", "Claim", "Rating".
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pipeline.errors import OutputError
from pipeline.write.annotated import addresses_of
from pipeline.write.as_parquet import read_table

_RATINGS = {"agrees": (5, "holds"), "suspect": (2, "doubtful"), "conflicts": (1, "does not hold")}
_BEST = 5


def write_claim_review(folder: Path, out: Path) -> None:
    """JSON Lines: one ClaimReview for every finding that all reviewers who decided accepted; its author are they.

    Raises OutputError where nothing is reviewed: a machine's finding alone is no review.
    """
    if not (folder / "reviewed_findings").is_dir():
        raise OutputError(f"{folder} has nothing that a person reviewed: decide in soat review, then soat apply, then export")
    rows = read_table(folder, "reviewed_findings").to_pylist()
    findings = [row for row in rows if row["review_status"] == "accepted" and row["verdict"] in _RATINGS]
    if not findings:
        raise OutputError(f"{folder}: no finding is accepted by its reviewers; ClaimReview is written of accepted ones alone")
    claims = {row["claim_id"]: row for row in read_table(folder, "claims").to_pylist()}
    articles = {row["article_id"]: row for row in read_table(folder, "articles").to_pylist()}
    addresses = addresses_of(folder)
    with out.open("w", encoding="utf-8", newline="\n") as stream:
        for finding in findings:
            if spoken := [claims[one] for one in finding["claim_ids"] if one in claims]:
                stream.write(json.dumps(_review(finding, spoken[0], articles, addresses), ensure_ascii=False) + "\n")


def _review(finding: dict[str, Any], claim: dict[str, Any], articles: dict[str, dict[str, Any]], addresses: dict[str, str]) -> dict[str, Any]:
    rating, word = _RATINGS[finding["verdict"]]
    article = articles[claim["article_id"]]
    published = article["published"]
    work = {"headline": article["title"], "inLanguage": article["language"], "datePublished": published, "url": addresses.get(claim["article_id"])}
    said: dict[str, Any] = {"@type": "Claim", "datePublished": published, "appearance": {"@type": "NewsArticle", **_told(work)}}
    if claim["speaker"]:
        said["author"] = {"@type": "Person", "name": claim["speaker"]}
    return _told({
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "@id": f"urn:soat:finding:{finding['finding_id']}",
        "datePublished": finding["reviewed_at"],
        "author": [{"@type": "Person", "name": name} for name in finding["reviewers"]],
        "claimReviewed": claim["sentence"],
        "itemReviewed": _told(said),
        "reviewRating": {"@type": "Rating", "ratingValue": rating, "bestRating": _BEST, "worstRating": 1, "alternateName": word},
        "reviewBody": " ".join(filter(None, [finding["note"], finding["working"], *finding["notes"]])),
    })


def _told(item: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in item.items() if value is not None}
