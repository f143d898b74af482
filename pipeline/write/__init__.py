"""The fact tables on disk: one schema, parquet first, every other format derived."""

from pipeline.write.as_parquet import read_table
from pipeline.write.rows import rows_of
from pipeline.write.tables import SCHEMA_VERSION, TABLES

__all__ = ["SCHEMA_VERSION", "TABLES", "read_table", "rows_of"]
