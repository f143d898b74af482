"""Mentions of documents without a number: pointers back, capitals that name again, documents of an issuer."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.extract.citations.behind import Behind, read_behind
from pipeline.extract.citations.mention import Mention
from pipeline.extract.citations.words import Words
from pipeline.knowledge import Room
from pipeline.knowledge.papers import Papers
from pipeline.records import Hit, Passage


def read_unnumbered(passage: Passage, hit: Hit, room: Room, words: Words, papers: Papers) -> Iterator[Mention]:
    """What a word for a document without a number means; none where it is a common noun."""
    strong = hit.kind == "document_type"
    named = passage.text[hit.start].isupper()
    after = words.at("document_this", passage, hit.stop)
    before = words.before("document_this", passage, hit.start)
    if after is not None and after[1] == "after":
        if named or strong:
            yield Mention(hit.start, after[0], "back", "back", word=hit.id)
    elif before is not None and before[1] == "before":
        if named or strong:
            yield Mention(before[0], hit.stop, "back", "back", word=hit.id)
    elif strong:
        behind = read_behind(passage, hit.stop, room, words)
        if behind.issuers:
            if hit.id != "submission" or words.at("document_of", passage, hit.stop) is not None:
                yield from _of_issuer(passage, hit, behind, papers)
        elif named and behind.title is None and _names_again(passage, hit):
            yield Mention(hit.start, hit.stop, "back", "named_again", word=hit.id)


def _of_issuer(passage: Passage, hit: Hit, behind: Behind, papers: Papers) -> Iterator[Mention]:
    """A document of an issuer; of a list of terms ("XI, XII") one document each."""
    stop = behind.more_terms[0][1] if behind.more_terms else behind.stop
    while passage.text[stop - 1] in " ,":
        stop -= 1
    issuers = tuple(behind.issuers)
    yield Mention(
        hit.start, stop, "unnumbered", "issuer", word=hit.id, issuer=behind.issuer(papers), issuers=issuers, signed=behind.signed, title=behind.title,
    )
    for term, start, end in behind.more_terms:
        behind.term = term
        yield Mention(start, end, "unnumbered", "issuer", word=hit.id, issuer=behind.issuer(papers), issuers=issuers)


def _names_again(passage: Passage, hit: Hit) -> bool:
    """False for an abbreviation, which stands in other names, and behind a count ("two resolutions")."""
    return not passage.text[hit.start:hit.stop].isupper() and passage.ending(hit.start, "cardinal", "cardinal_first") is None
