"""The one schema of all fact tables; writers, exports, docs and the data package derive from it."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pyarrow as pa

from pipeline.knowledge.schema import CHANGES, MODIFIERS, STATUSES, UnitFile
from pipeline.write.columns import BLOCKS, FLAG, INTEGER, NUMBER, READINGS, SYMBOL_PARTS, TEXT, TEXTS, Column, Table
from pipeline.write.gathered import FINDINGS, GATHERED

SCHEMA_VERSION = "1"
"""Changes with every name or meaning of a column (docs/schema-changes.md)."""

BLOCK_KINDS = ("title", "lead", "body", "caption", "byline", "dateline", "furniture")
UNIT_KINDS = get_args(UnitFile.model_fields["kind"].annotation)
REVIEW_STATUSES = ("unreviewed", "accepted", "corrected", "rejected", "disputed")
ANCHORS = ("published", "updated", "dateline", "crawled")
DATE_KINDS = ("date", "period", "term", "relative", "page_updated", "page_published")


_ARTICLE = Column("article_id", TEXT, "The article, a digest of its text.", required=True)
_POINTS = (("article_id", "articles"),)


def _mention(id_name: str) -> tuple[Column, ...]:
    """The columns that every mention row carries."""
    return (
        Column(id_name, TEXT, "Stable id: a digest of the article and of where this stands in it.", required=True),
        _ARTICLE,
        Column("field", TEXT, "The field that start and stop count in.", required=True, values=("text", "title")),
        Column("block", TEXT, "The part of the page that it stands in.", required=True, values=BLOCK_KINDS),
        Column("start", INTEGER, "Offset of the quote's first code point in the field.", required=True),
        Column("stop", INTEGER, "Offset behind the quote's last code point.", required=True),
        Column("quote", TEXT, "The words of the article: field[start:stop].", required=True),
        Column("sentence", TEXT, "The sentence around the quote.", required=True),
        Column("rule", TEXT, "The rule that read it.", required=True),
    )


ARTICLES = Table("articles", "One row an article: a text, however many inputs had it.", (
    _ARTICLE,
    Column("text", TEXT, "The text as ingested; every offset counts in it.", required=True),
    Column("title", TEXT, "The title where the source gives it apart from the text."),
    Column("language", TEXT, "BCP 47; `und` where it cannot be known.", required=True),
    Column("language_given", TEXT, "The language that the source or the user says."),
    Column("language_score", NUMBER, "How sure the language is, from 0 to 1.", required=True),
    Column("language_by", TEXT, "What decided on the language.", required=True, values=("given", "script", "votes", "langdetect", "none")),
    Column("published", TEXT, "EDTF, as the source says."),
    Column("updated", TEXT, "EDTF, as the source or the page's own update line says."),
    Column("anchor", TEXT, "EDTF: the date that partial dates of the article count from."),
    Column("anchor_from", TEXT, "Where the anchor comes from; of a crawl only its year is taken.", values=ANCHORS),
    Column("byline", TEXT, "The line that names the author."),
    Column("n_claims", INTEGER, "Numeric claims found.", required=True),
    Column("repairs", TEXTS, "What was repaired in the text before it froze.", required=True),
    Column("source_path", TEXT, "The first source that had this text.", required=True),
    Column("crawled", TEXT, "EDTF: when a crawler took the page; the article may be much older."),
    Column("blocks", BLOCKS, "The parts of the page, in order; they cover the text.", required=True),
), "article_id")

SOURCES = Table("sources", "One row an input record that gave an article; inputs with one text share it.", (
    Column("source_path", TEXT, "The file as given, or relative to the given folder.", required=True),
    Column("source_line", INTEGER, "Line or row in a file of many records, from 1."),
    Column("source_url", TEXT, "The address of the page."),
    Column("url_slug", TEXT, "The last part of the address; on translated pages it often keeps the original title."),
    _ARTICLE,
    Column("title", TEXT, "The title as this source gives it."),
    Column("published", TEXT, "EDTF, as this source says."),
    Column("sha256", TEXT, "Of the record's bytes (of a table's row: of its values).", required=True),
    Column("encoding", TEXT, "The encoding that the record was in.", required=True),
    Column("crawled", TEXT, "EDTF: when a crawler took the page, as this source says."),
), points=_POINTS)

CLAIMS = Table("claims", "One row a numeric claim.", (
    *_mention("claim_id"),
    Column("language", TEXT, "The article's language.", required=True),
    Column("figure_start", INTEGER, "Offset of the figures alone.", required=True),
    Column("figure_stop", INTEGER, "Offset behind the figures.", required=True),
    Column("value", NUMBER, "The number, scale words and all; null for a range and for a vague number."),
    Column("value_text", TEXT, "The same number as an exact decimal."),
    Column("low", NUMBER, "Lower end of a stated range, or of what a vague number says."),
    Column("high", NUMBER, "Upper end of it."),
    Column("modifier", TEXT, "How the number is bounded.", required=True, values=MODIFIERS),
    Column("unit", TEXT, "Unit id (ISO 4217 for money); null where none is known."),
    Column("unit_kind", TEXT, "The unit's dimension.", values=UNIT_KINDS),
    Column("unit_text", TEXT, "The unit as written, or the counted noun where no id is known."),
    Column("per", TEXT, 'Unit id or noun of a rate, behind a number where it is per more than one: "hectare", "10000 person".'),
    Column("of", NUMBER, "The whole in 'n of m'."),
    Column("measured", TEXT, "What is counted or measured, in the article's words."),
    Column("subject", TEXT, "Whose figure it is."),
    Column("change", TEXT, "How the quantity changes.", required=True, values=("none", *CHANGES)),
    Column("change_from", NUMBER, "The number before the change."),
    Column("change_to", NUMBER, "The number after it."),
    Column("status", TEXT, "Whether it is so, or is meant or expected to be.", required=True, values=STATUSES),
    Column("period", TEXT, "EDTF: the time that the claim speaks of."),
    Column("place", TEXT, "The place that it speaks of, as written."),
    Column("place_id", TEXT, "The place's code, `@` and the year since which that extent is valid."),
    Column("speaker", TEXT, "Who says so."),
    Column("under", TEXTS, "Symbols of the documents that the claim stands under.", required=True),
    Column("unit_conflict", FLAG, "The unit written contradicts the thing counted.", required=True),
    Column("part_of", TEXT, "claim_id of the whole that this is a stated part of."),
    Column("alternatives", READINGS, "Other readings kept open.", required=True),
    Column("confidence", NUMBER, "One of a few documented values, by evidence.", required=True),
), "claim_id", _POINTS)

CITATIONS = Table("citations", "One row a mention of a document.", (
    *_mention("citation_id"),
    Column("doc_type", TEXT, "resolution, decision, decree, directive ...", required=True),
    Column("symbol", TEXT, "Canonical symbol; a short form as written."),
    Column("resolved_symbol", TEXT, "The full symbol that a short form stands for."),
    *SYMBOL_PARTS,
    Column("issuer", TEXT, "The issuer as written."),
    Column("signed", TEXT, "EDTF: when it was signed."),
    Column("title", TEXT, "Its title as written."),
), "citation_id", _POINTS)

OFFICIALS = Table("officials", "One row a person and role.", (
    *_mention("official_id"),
    Column("name", TEXT, "As written, case ending and glue undone.", required=True),
    Column("person_key", TEXT, "The name folded: the same for all spellings.", required=True),
    Column("role", TEXT, "As written.", required=True),
    Column("role_id", TEXT, "Id of the role."),
    Column("body", TEXT, "The body that the role is of, as written."),
    Column("place", TEXT, "The place that the role is of, as written."),
    Column("tenure", TEXT, "Whether the role is held now.", required=True, values=("current", "former", "acting")),
), "official_id", _POINTS)

DATES = Table("dates", "One row a date or period.", (
    *_mention("date_id"),
    Column("edtf", TEXT, "ISO 8601-2.", required=True),
    Column("kind", TEXT, "What sort of time it is.", required=True, values=DATE_KINDS),
    Column("anchored", FLAG, "Resolved with the article's anchor.", required=True),
), "date_id", _POINTS)

PLACES = Table("places", "One row a mention of a place.", (
    *_mention("mention_id"),
    Column("name", TEXT, "As written, without the level word, case ending undone.", required=True),
    Column("place_id", TEXT, "Code, `@` and the year since which that extent is valid."),
    Column("level", TEXT, "country, province, city, district, commune, ward ..."),
), "mention_id", _POINTS)

ORGANISATIONS = Table("organisations", "One row a mention of a body.", (
    *_mention("mention_id"),
    Column("name", TEXT, "As written, case ending undone.", required=True),
    Column("organisation_id", TEXT, "Id of the body."),
    Column("level", TEXT, "The level of government that it is of."),
    Column("place_id", TEXT, "The place that it is of."),
), "mention_id", _POINTS)

REFUSALS = Table("refusals", "One row for whatever was not taken, with its reason.", (
    Column("what", TEXT, "What was refused.", required=True, values=("input", "block", "candidate", "model")),
    Column("source_path", TEXT, "The source."),
    Column("source_line", INTEGER, "Line or row in a file of many records, from 1."),
    Column("article_id", TEXT, "The article, where there is one."),
    Column("stage", TEXT, "The stage that refused.", required=True),
    Column("start", INTEGER, "Offset of the first code point."),
    Column("stop", INTEGER, "Offset behind the last one."),
    Column("quote", TEXT, "The words of the article."),
    Column("reason", TEXT, "A stable word.", required=True),
    Column("detail", TEXT, "For a person: what it was and what to do."),
))

ALL: tuple[Table, ...] = (ARTICLES, SOURCES, CLAIMS, CITATIONS, OFFICIALS, DATES, PLACES, ORGANISATIONS, REFUSALS)
"""The tables that a run writes, in the order in which they are shown."""

CORRECTABLE = (
    "value", "low", "high", "modifier", "unit", "per", "of", "measured", "change", "change_from", "change_to", "status", "period", "place",
)
"""Columns of a claim that a reviewer may correct."""

_DECIDED = (
    Column("review_status", TEXT, "What reviewers decided; disputed where they differ.", required=True, values=REVIEW_STATUSES),
    Column("reviewers", TEXTS, "Who decided.", required=True),
    Column("reviewed_at", TEXT, "When the last of them did (ISO 8601, UTC)."),
    Column("notes", TEXTS, "What they noted, each with its reviewer.", required=True),
)

REVIEWED: tuple[Table, ...] = (
    Table("reviewed_claims", "The claims with what reviewers decided about each.", (
        *CLAIMS.columns, *_DECIDED,
        Column("anchored_by", TEXT, "How the decision found its claim: by its id, or by its quote where it had moved.", values=("id", "quote")),
        Column("corrected_fields", TEXTS, "The columns that are wrong.", required=True),
        *(Column(f"corrected_{one.name}", one.type, f"What `{one.name}` should be, where it is corrected.", values=one.values)
          for one in CLAIMS.columns if one.name in CORRECTABLE),
    ), "claim_id", _POINTS),
    Table("reviewed_findings", "The findings with what reviewers decided about each.", (*FINDINGS.columns, *_DECIDED), "finding_id"),
)
"""The tables that `apply` writes from the decisions of a review."""

EVERY: tuple[Table, ...] = (*ALL, *GATHERED, *REVIEWED)
"""All tables that soat knows."""


def tables_in(folder: Path) -> tuple[Table, ...]:
    """The tables that a finished run has: its own, and the others where they were written."""
    return (*ALL, *(table for table in (*GATHERED, *REVIEWED) if (folder / table.name).is_dir()))


def schema_of(table: Table) -> pa.Schema:
    """The Arrow schema of a table; each field carries its meaning and enumeration as metadata."""
    fields = []
    for column in table.columns:
        metadata = {"meaning": column.meaning} | ({"values": " ".join(column.values)} if column.values else {})
        fields.append(pa.field(column.name, column.type, nullable=not column.required, metadata=metadata))
    return pa.schema(fields, metadata={"schema_version": SCHEMA_VERSION, "table": table.name, "meaning": table.meaning})


TABLES: dict[str, pa.Schema] = {table.name: schema_of(table) for table in ALL}
"""The Arrow schema of every table of a run by name."""

SCHEMAS: dict[str, pa.Schema] = TABLES | {table.name: schema_of(table) for table in EVERY[len(ALL):]}
"""The same with the gathered and the reviewed tables."""
