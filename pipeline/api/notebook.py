"""A result as a page fragment for notebooks: every word of the article escaped, no script, no style sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

Row = Mapping[str, object]

_COLUMNS: dict[str, tuple[str, ...]] = {
    "claims": ("quote", "value", "low", "high", "modifier", "unit", "change", "change_from", "change_to", "period", "status"),
    "citations": ("quote", "doc_type", "symbol", "signed"),
    "officials": ("name", "role", "role_id", "tenure"),
    "dates": ("quote", "edtf", "kind"),
    "places": ("quote", "name", "place_id", "level"),
    "organisations": ("quote", "name", "organisation_id"),
}
"""What a reader wants of each table at first; the frames have the rest."""

_ROWS = 50


def write_html(title: str, tables: Mapping[str, Sequence[Row]]) -> str:
    """One table a kind of fact, columns without any value left out, at most fifty rows of each."""
    parts = [f"<h4>{escape(title)}</h4>"] if title else []
    for name, columns in _COLUMNS.items():
        rows = tables.get(name, ())
        if rows:
            parts.append(_write_table(name, [c for c in columns if any(row[c] is not None for row in rows)], rows))
    refused = len(tables.get("refusals", ()))
    parts.append(f"<p>{refused} candidates refused; <code>result.refusals</code> says why.</p>")
    return "\n".join(parts)


def _write_table(name: str, columns: Sequence[str], rows: Sequence[Row]) -> str:
    head = "".join(f"<th>{escape(column)}</th>" for column in columns)
    body = "".join("<tr>" + "".join(f"<td>{_cell(row[column])}</td>" for column in columns) + "</tr>" for row in rows[:_ROWS])
    more = f", the first {_ROWS}" if len(rows) > _ROWS else ""
    return f"<table><caption>{len(rows)} {name}{more}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cell(value: object) -> str:
    if value is None:
        return ""
    return escape(f"{value:,.10g}" if isinstance(value, float) else str(value))
