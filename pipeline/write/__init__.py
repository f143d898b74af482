"""The fact tables on disk: one schema, parquet first, every other format derived."""

from pipeline.write.as_parquet import read_table
from pipeline.write.describe import SchemaFormat, describe
from pipeline.write.export import EXPORTS, export
from pipeline.write.rows import rows_of
from pipeline.write.tables import SCHEMA_VERSION, TABLES

__all__ = ["EXPORTS", "SCHEMA_VERSION", "TABLES", "SchemaFormat", "describe", "export", "read_table", "rows_of"]
