"""The page where a person looks: tables in, one self-contained HTML file out."""

from pipeline.page.backdrop import Backdrop, load_backdrop
from pipeline.page.html import page_of
from pipeline.page.reading import Tables, read_tables
from pipeline.page.writing import write_page

__all__ = ["Backdrop", "Tables", "load_backdrop", "page_of", "read_tables", "write_page"]
