"""spaCy's DocBin: each article a Doc with a span group a kind, for training and for spaCy's own tools."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.write.annotated import LABELS, Mention, annotated

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

_TOKEN = re.compile(r"\w+|[^\w\s]|\s+")
_ATTRIBUTES = ("ORTH", "SPACY")


def write_docbin(folder: Path, out: Path) -> None:
    """One `.spacy` file; `doc.spans["claim"]` and so on, their ids in `span.id_`, `doc.user_data` has the columns by id.

    Words are cut at every mention's ends too, so that a span is a mention to the letter (spaCy's tokenizers glue and split symbols).
    """
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab

    vocab = Vocab()
    docs = DocBin(attrs=list(_ATTRIBUTES), store_user_data=True)
    for one in annotated(folder):
        for name, words, mentions in one.fields():
            doc = _doc(vocab, words, mentions)
            doc.user_data["soat"] = {
                "article_id": one.article["article_id"], "field": name, "language": one.article["language"],
                "facts": {mention.id: mention.facts for mention in mentions},
            }
            docs.add(doc)
    docs.to_disk(out)


def _doc(vocab: Vocab, words: str, mentions: list[Mention]) -> Doc:
    from spacy.tokens import Doc, Span

    cuts = sorted({end for one in mentions for end in (one.start, one.stop)} | {end for match in _TOKEN.finditer(words) for end in match.span()})
    pieces = [words[start:stop] for start, stop in pairwise(cuts)]
    tokens: list[str] = []
    spaces: list[bool] = []
    first: dict[int, int] = {}
    at = 0
    for piece in pieces:
        if piece == " " and tokens and not spaces[-1] and not tokens[-1].isspace():
            spaces[-1] = True
        else:
            first[at] = len(tokens)
            tokens.append(piece)
            spaces.append(False)
        at += len(piece)
    doc = Doc(vocab, words=tokens, spaces=spaces)
    ends = {token.idx + len(token.text): token.i + 1 for token in doc}
    for label in LABELS.values():
        doc.spans[label] = [Span(doc, first[one.start], ends[one.stop], label=label, span_id=one.id) for one in mentions if one.label == label]
    return doc
