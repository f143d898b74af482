"""soat as a component of a spaCy pipeline."""

from __future__ import annotations

import spacy

TEXT = "T\u1ec9nh c\u00f3 12 x\u00e3, gi\u1ea3m t\u1eeb 97 xu\u1ed1ng c\u00f2n 41 ph\u01b0\u1eddng."


def test_the_facts_are_on_the_doc_and_the_claims_on_its_tokens() -> None:
    nlp = spacy.blank("xx")
    nlp.add_pipe("soat", config={"language": "vi"})
    doc = nlp(TEXT)
    assert doc._.soat.claims[0].value == 12.0
    assert next(span.text for span in doc.spans["soat"]) == "12 x\u00e3"


def test_the_language_of_the_pipeline_is_the_hint() -> None:
    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"use_pyvi": False}}})
    nlp.add_pipe("soat")
    assert nlp(TEXT)._.soat.language == "vi"


def test_a_repaired_text_has_no_spans_and_an_empty_one_no_facts() -> None:
    nlp = spacy.blank("xx")
    nlp.add_pipe("soat", config={"language": "vi"})
    doc = nlp("T\u1ec9nh\u200b c\u00f3 12 x\u00e3.")
    assert "soat" not in doc.spans
    assert doc._.soat.text == "T\u1ec9nh c\u00f3 12 x\u00e3."
    assert nlp(" ")._.soat is None


def test_docs_go_through_in_batches() -> None:
    nlp = spacy.blank("xx")
    nlp.add_pipe("soat", config={"language": "vi"})
    assert [len(doc._.soat.claims) > 0 for doc in nlp.pipe([TEXT] * 3)] == [True] * 3
