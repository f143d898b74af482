"""From a dossier to the rows of the tables: tuples in the order of the schema's columns, because a run makes millions of them."""

from __future__ import annotations

import hashlib
from decimal import Decimal

from pipeline.records import Claim, Dossier, Evidence, Refusal, Source
from pipeline.write.tables import ALL

Row = tuple[object, ...]
Rows = dict[str, list[Row]]

_ID_DIGITS = 16
_COLUMNS = {table.name: tuple(column.name for column in table.columns) for table in ALL}


def empty_rows() -> Rows:
    """No rows, for every table."""
    return {table.name: [] for table in ALL}


def rows_of(dossier: Dossier) -> dict[str, list[dict[str, object]]]:
    """The rows that a dossier gives to each table, by column name."""
    rows = empty_rows()
    add_dossier(rows, dossier)
    add_source(rows, dossier.article.source, dossier.article.article_id)
    return {name: [dict(zip(_COLUMNS[name], row, strict=True)) for row in rows[name]] for name in rows}


def add_source(rows: Rows, source: Source, article_id: str) -> None:
    """Add the row of an input that gave an article."""
    rows["sources"].append((
        source.path, source.line, source.url, source.url_slug, article_id, source.title, source.published, source.sha256, source.encoding,
        source.crawled,
    ))


def add_refusal(rows: Rows, refusal: Refusal, source: Source | None = None) -> None:
    """Add the row of something that was not taken; what the refusal does not know of its source, `source` says."""
    path, line = refusal.source_path, refusal.source_line
    if path is None and source is not None:
        path, line = source.path, source.line
    rows["refusals"].append((
        refusal.what, path, line, refusal.article_id, refusal.stage, refusal.start, refusal.stop, refusal.quote, refusal.reason,
        refusal.detail or None,
    ))


def add_dossier(rows: Rows, dossier: Dossier) -> None:
    """Add everything that was found in an article; the row of its source is `add_source`'s affair."""
    article = dossier.article
    updated = article.updated or next((date.edtf for date in dossier.dates if date.kind == "page_updated"), None)
    rows["articles"].append((
        article.article_id, article.text, article.title, dossier.language, article.language_given, dossier.language_score, dossier.language_by,
        article.published, updated, dossier.anchor, dossier.anchor_from, article.byline, len(dossier.claims), list(article.repairs),
        article.source.path, article.crawled, [block._asdict() for block in article.blocks],
    ))
    _add_claims(rows["claims"], dossier)
    ids = _Ids(article.article_id)
    for cited in sorted(dossier.citations, key=_place):
        rows["citations"].append((
            *ids.mention("r", cited.evidence, cited.symbol or cited.doc_type), cited.doc_type, cited.symbol, cited.resolved_symbol, cited.number,
            cited.year, cited.issuer_code, cited.issuer, cited.signed, cited.title,
        ))
    for one in sorted(dossier.officials, key=_place):
        rows["officials"].append((
            *ids.mention("o", one.evidence, f"{one.person_key}|{one.role_id or one.role}"), one.name, one.person_key, one.role, one.role_id, one.body,
            one.place, one.tenure,
        ))
    for date in sorted(dossier.dates, key=_place):
        rows["dates"].append((*ids.mention("d", date.evidence, date.edtf), date.edtf, date.kind, date.anchored))
    for place in sorted(dossier.places, key=_place):
        rows["places"].append((*ids.mention("p", place.evidence, place.name), place.name, place.place_id, place.level))
    for body in sorted(dossier.organisations, key=_place):
        rows["organisations"].append((*ids.mention("g", body.evidence, body.name), body.name, body.organisation_id, body.level, body.place_id))
    for refusal in sorted(dossier.refusals, key=_refusal_place):
        add_refusal(rows, refusal, article.source)


def _add_claims(table: list[Row], dossier: Dossier) -> None:
    article_id, language = dossier.article.article_id, dossier.language
    ids = _Ids(article_id)
    claims = dossier.claims
    order = sorted(range(len(claims)), key=lambda at: _place(claims[at]))
    names = {at: ids.claim(claims[at]) for at in order}
    for at in order:
        claim = claims[at]
        quantity, change, where = claim.quantity, claim.change, claim.evidence
        table.append((
            names[at], article_id, where.field, where.block, where.start, where.stop, where.quote, where.sentence, where.rule,
            language, claim.figure_start, claim.figure_stop, _float(quantity.value), decimal_text(quantity.value), _float(quantity.low),
            _float(quantity.high), quantity.modifier, quantity.unit, quantity.unit_kind, quantity.unit_text, quantity.per, _float(quantity.of),
            claim.measured, claim.subject, change.kind, _float(change.start), _float(change.end), claim.status, claim.period, claim.place,
            claim.place_id, claim.speaker, list(claim.under), claim.unit_conflict, names.get(claim.part_of) if claim.part_of is not None else None,
            [{"change": kind, "value_text": value} for kind, value in claim.alternatives], claim.confidence,
        ))


class _Ids:
    """Ids of one article's mentions: digests, told apart by a number where two would be the same."""

    def __init__(self, article_id: str) -> None:
        self._article = article_id
        self._given: dict[str, int] = {}

    def claim(self, claim: Claim) -> str:
        return self._id("c", f"{claim.evidence.field}|{claim.figure_start}|{claim.figure_stop}")

    def mention(self, prefix: str, where: Evidence, what: str) -> tuple[object, ...]:
        name = self._id(prefix, f"{where.field}|{where.start}|{where.stop}|{what}")
        return name, self._article, where.field, where.block, where.start, where.stop, where.quote, where.sentence, where.rule

    def _id(self, prefix: str, key: str) -> str:
        key = f"{prefix}|{self._article}|{key}"
        again = self._given.get(key, 0)
        self._given[key] = again + 1
        return prefix + hashlib.sha256((f"{key}|{again}" if again else key).encode()).hexdigest()[:_ID_DIGITS]


def decimal_text(value: Decimal | None) -> str | None:
    """The exact decimal without exponent or idle zeros.

    >>> decimal_text(Decimal("1.50E+3")), decimal_text(Decimal("0.250"))
    ('1500', '0.25')
    """
    if value is None:
        return None
    text = format(value, "f")
    return (text.rstrip("0").rstrip(".") or "0") if "." in text else text


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _place(item: object) -> tuple[bool, int, int]:
    where: Evidence = item.evidence  # type: ignore[attr-defined]
    return where.field == "title", where.start, where.stop


def _refusal_place(refusal: Refusal) -> int:
    return -1 if refusal.start is None else refusal.start
