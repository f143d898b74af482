"""From whatever a user has (text, JSON, pages, tables) to articles whose text is frozen from here on."""

from pipeline.ingest.files import InputFile, input_files
from pipeline.ingest.formats import FORMATS
from pipeline.ingest.opening import Cursor
from pipeline.ingest.reading import read_file, read_inputs
from pipeline.ingest.record import Reading, article_from_text

__all__ = ["FORMATS", "Cursor", "InputFile", "Reading", "article_from_text", "input_files", "read_file", "read_inputs"]
