"""From whatever a user has (text, JSON, pages, tables) to articles whose text is frozen from here on."""

from pipeline.ingest.files import InputFile, input_files, located
from pipeline.ingest.formats import FORMATS, holds_one
from pipeline.ingest.opening import Cursor
from pipeline.ingest.reading import cut_file, read_file, read_inputs, read_item, starts_of
from pipeline.ingest.record import Reading, article_from_text

__all__ = [
    "FORMATS", "Cursor", "InputFile", "Reading", "article_from_text", "cut_file", "holds_one", "input_files", "located", "read_file", "read_inputs",
    "read_item", "starts_of",
]
