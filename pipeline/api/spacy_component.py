"""`nlp.add_pipe("soat")` for users of spaCy: the facts of a text on its Doc."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.api import extract
from pipeline.errors import InputRefusal

if TYPE_CHECKING:
    from pipeline.api import Result

SPANS = "soat"


def _facts(doc: Doc) -> Result | None:
    return doc.user_data.get(SPANS)


class SoatComponent:
    """Reads each Doc's text; `doc._.soat` is its Result (None for an empty text), `doc.spans["soat"]` its claims on the Doc's tokens.

    The spans are there where the text needed no repair; else offsets count in `doc._.soat.text`.
    """

    def __init__(self, language: str | None) -> None:
        self._language = language

    def __call__(self, doc: Doc) -> Doc:
        """Put the facts of a Doc's text on the Doc."""
        try:
            result = extract(doc.text, language=self._language)
        except InputRefusal:
            return doc
        doc.user_data[SPANS] = result
        if result.text == doc.text:
            claims = (claim for claim in result.claims if claim.field == "text")
            spans = (doc.char_span(claim.start, claim.stop, label=claim.unit or "claim", alignment_mode="expand") for claim in claims)
            doc.spans[SPANS] = [span for span in spans if span is not None]
        return doc


def make_component(nlp: Language, name: str, language: str | None) -> SoatComponent:  # noqa: ARG001 - spaCy calls with a name
    """The factory that spaCy finds by its entry point; the language of the pipeline is the hint where none is given."""
    if not Doc.has_extension(SPANS):
        Doc.set_extension(SPANS, getter=_facts)
    return SoatComponent(language or (nlp.lang if nlp.lang != "xx" else None))


Language.factory(SPANS, default_config={"language": None}, func=make_component)
