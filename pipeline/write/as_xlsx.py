"""A workbook: a sheet a table, made for people who look and filter."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import xlsxwriter
from xlsxwriter.exceptions import XlsxWriterException
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from pipeline.errors import OutputError
from pipeline.ingest.formulas import starts_formula
from pipeline.write.cells import batches, flat
from pipeline.write.columns import FLAG, INTEGER, NUMBER, Column, Table
from pipeline.write.tables import tables_in

_MOST_ROWS = 1_048_575
"""Of a sheet, its header apart."""
_LONGEST = 32_767
"""Characters of a cell; the whole text stands in the other formats."""
_CUT = "\u2026"
_WIDTHS = {FLAG: 8, INTEGER: 9, NUMBER: 12}
_WIDE = {"text": 60, "quote": 34, "sentence": 60, "title": 40, "measured": 30, "role": 30, "detail": 50, "name": 24}
_PLAIN = 16
_OPTIONS = {
    "constant_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False, "nan_inf_to_errors": True,
}
_MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""Said to be the time of making: the true one would make every workbook another file."""


def write_xlsx(folder: Path, out: Path) -> None:
    """Write every table of a run into one workbook; raises OutputError.

    Text is text, whatever it starts with; numbers are numbers. Header rows stay in sight and filter their columns.
    """
    try:
        with xlsxwriter.Workbook(str(out), _OPTIONS) as book:
            book.set_properties({"title": "Fact tables of news articles", "created": _MADE})
            header = book.add_format({"bold": True, "bottom": 1})
            guarded = book.add_format({"quote_prefix": True})
            for table in tables_in(folder):
                _sheets(book, table, folder, header, guarded)
    except XlsxWriterException as error:
        raise OutputError(f"cannot write the workbook: {error}") from error


def _sheets(book: xlsxwriter.Workbook, table: Table, folder: Path, header: Format, guarded: Format) -> None:
    """The table's sheet, and more of them where it has more rows than one can hold."""
    sheet = _sheet(book, table, table.name, header)
    row = number = 0
    for rows in batches(folder, table.name):
        for values in rows:
            if row == _MOST_ROWS:
                sheet.autofilter(0, 0, row, len(table.columns) - 1)
                number += 1
                sheet, row = _sheet(book, table, f"{table.name} {number + 1}", header), 0
            row += 1
            for place, value in enumerate(values.values()):
                _cell(sheet, row, place, flat(value), guarded)
    sheet.autofilter(0, 0, max(row, 1), len(table.columns) - 1)


def _sheet(book: xlsxwriter.Workbook, table: Table, name: str, header: Format) -> Worksheet:
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 1)
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, _width(column))
    for place, column in enumerate(table.columns):
        sheet.write_string(0, place, column.name, header)
    return sheet


def _width(column: Column) -> int:
    return max(_WIDTHS.get(column.type, _WIDE.get(column.name, _PLAIN)), len(column.name) + 2)


def _cell(sheet: Worksheet, row: int, place: int, value: object, guarded: Format) -> None:
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, place, value)
    elif isinstance(value, int | float):
        sheet.write_number(row, place, value)
    else:
        text = str(value)
        text = text if len(text) <= _LONGEST else text[:_LONGEST - 1] + _CUT
        sheet.write_string(row, place, text, guarded if starts_formula(text) else None)
