"""From symbols and words for documents to mentions, in the order of the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise

from pipeline.extract.citations.ahead import TYPES, Ahead, owner_of, read_ahead
from pipeline.extract.citations.behind import Behind, read_behind
from pipeline.extract.citations.laws import read_laws
from pipeline.extract.citations.mention import Mention
from pipeline.extract.citations.short import Short, read_short, verdict
from pipeline.extract.citations.symbols import Candidate, Symbol, find_candidates, find_standards, find_union_acts, read_symbol
from pipeline.extract.citations.unnumbered import read_unnumbered
from pipeline.extract.citations.words import Words, words_of
from pipeline.knowledge import Room
from pipeline.knowledge.papers import Papers
from pipeline.records import Dossier, Hit, Passage

STAGE = "citations"
_SEPARATOR = re.compile(r" ?[,;/] ?")
_MOST_MEMBERS = 12
_KINDS = frozenset({*TYPES, "not_a_document", "law_name", "document_journal"})
_ROUTINE = frozenset({"no_codes"})


class Reader:
    """Reads the mentions of one passage."""

    def __init__(self, passage: Passage, room: Room | None, papers: Papers, dossier: Dossier) -> None:
        self._passage = passage
        self._room = room
        self._words: Words | None = words_of(room) if room is not None else None
        self._papers = papers
        self._dossier = dossier
        self._by_start: dict[int, Mention] = {}
        self.mentions: list[Mention] = []

    def read(self) -> list[Mention]:
        """Symbols first, then laws by name, then what the words for documents say besides."""
        standards = list(find_standards(self._passage, self._papers))
        taken = [(symbol.start, symbol.stop) for symbol in standards]
        for candidate in find_candidates(self._passage):
            if not any(start < candidate.stop and candidate.start < stop for start, stop in taken):
                self._take_candidate(candidate)
        for symbol in [*standards, *find_union_acts(self._passage, self._papers)]:
            self._add(symbol, read_ahead(self._passage, symbol.start, self._words, self._papers))
        if self._room is not None and self._words is not None:
            hits = self._passage.of(*_KINDS)
            self._merge_laws(list(read_laws(self._passage, hits, self._room, self._words, self._papers)))
            self._read_glued(self._words)
            self._read_types(hits, self._room, self._words)
        self.mentions.sort(key=lambda m: (m.start, -m.stop))
        self._inherit()
        return self.mentions

    def _inherit(self) -> None:
        """A symbol that continues a list has the type word and the issuers of the list's head."""
        for last, mention in pairwise(self.mentions):
            if mention.kind != "symbol" or mention.word is not None or last.kind != "symbol" or last.types != mention.types:
                continue
            gap = self._passage.text[last.stop:mention.start].strip(" ,;")
            joint = self._words.before("document_and", self._passage, mention.start) if self._words is not None else None
            if not gap or (joint is not None and gap.isalpha()):
                mention.word = last.word
                if last.issuer_code == mention.issuer_code:
                    mention.issuer = last.issuer

    def _take_candidate(self, candidate: Candidate) -> None:
        passage = self._passage
        ahead = read_ahead(passage, candidate.start, self._words, self._papers)
        read = read_symbol(passage.text, candidate, self._papers, worded=ahead.worded)
        if isinstance(read, Symbol):
            self._add(read, ahead)
        elif not candidate.spaced and read not in _ROUTINE:
            self._dossier.refuse(passage, candidate.start, candidate.stop, STAGE, read, "has the shape of a document's symbol")

    def _add(self, symbol: Symbol, ahead: Ahead) -> None:
        termed = symbol.issuer is not None and symbol.issuer.term is None and bool(symbol.issuer.issuer.term_name)
        behind = self._behind(symbol.stop, symbol.issuer.issuer.id if symbol.issuer is not None and termed else None)
        behind.issuers = behind.issuers or list(ahead.issuers)
        mention = Mention(
            ahead.start, behind.stop, "symbol", symbol.rule, symbol.types, ahead.type.id if ahead.type else None,
            symbol.symbol, symbol.number, symbol.year, symbol.issuer_code,
            self._issuer(symbol, behind),
            tuple(behind.issuers), _with_year(behind.signed, symbol.year), behind.title, (symbol.start, symbol.stop),
            firm=symbol.issuer is not None or symbol.rule == "court",
        )
        self._by_start[symbol.start] = mention
        self.mentions.append(mention)
        self._passage.take(symbol.start, symbol.stop, "symbol")

    def _issuer(self, symbol: Symbol, behind: Behind) -> str | None:
        """The issuer that is said, else the one of the code; of the same body the code knows the term."""
        decoded = symbol.issuer
        if decoded is not None and not behind.issuers and behind.term is not None:
            return decoded.issuer.named(behind.term)
        if decoded is None or (behind.issuers and (behind.issuers != [decoded.issuer.id] or behind.term is not None)):
            return behind.issuer(self._papers)
        return decoded.name

    def _behind(self, at: int, issuer: str | None = None) -> Behind:
        return read_behind(self._passage, at, self._room, self._words, issuer) if self._room and self._words else Behind(at)

    def _merge_laws(self, laws: list[Mention]) -> None:
        """The name of a law that stands in a mention already is its title; a law and its entry in a journal are one mention."""
        whole = sorted(self.mentions, key=_start_of)
        starts = [mention.start for mention in whole]
        last: Mention | None = None
        for law in laws:
            i = bisect_right(starts, law.start) - 1
            over = whole[i] if i >= 0 and law.start < whole[i].stop else None
            if over is None and i + 1 < len(whole) and starts[i + 1] == law.stop:
                over = whole[i + 1]
            if over is not None:
                over.title = over.title or law.title
            elif law.rule == "journal" and last is not None and not self._passage.text[last.stop:law.start].strip(" ,("):
                last.stop, last.kind, last.digits = law.stop, "symbol", law.digits
                last.symbol, last.number, last.year, last.issuer_code = law.symbol, law.number, law.year, law.issuer_code
            else:
                self.mentions.append(law)
            last = law if over is None and law.kind == "law" else None

    def _read_glued(self, words: Words) -> None:
        for start, at, stop, type_id in words.glued(self._passage.text):
            behind = self._behind(stop)
            number = self._passage.text[at:stop]
            self.mentions.append(Mention(
                start, behind.stop, "short", "glued", (), type_id, number, number, None, None, behind.issuer(self._papers), tuple(behind.issuers),
                behind.signed, behind.title, (at, stop),
            ))

    def _read_types(self, hits: list[Hit], room: Room, words: Words) -> None:
        spans = sorted((m.start, m.stop) for m in self.mentions)
        starts = [start for start, _ in spans]
        at = 0
        for hit in hits:
            kind = hit[2][0]
            if kind == "not_a_document":
                at = max(at, hit[1])
            if hit[0] < at or kind not in TYPES:
                continue
            i = bisect_right(starts, hit[0]) - 1
            if i >= 0 and hit[0] < spans[i][1]:
                continue
            at = self._read_type(hit, room, words)

    def _read_type(self, hit: Hit, room: Room, words: Words) -> int:
        """What follows a word for a document: numbers, a pointer back, an issuer; the offset from which to read on."""
        number = words.at("document_number", self._passage, hit.stop)
        at = number[0] if number else hit.stop
        while number is not None and self._passage.text[at:at + 1] in (":", "."):
            at += 1
        members, tail = self._list(hit, at, room, words, worded=number is not None)
        owner: Behind | None = None
        if not members and number is None and (hit.kind == "document_type" or self._passage.text[hit.start].isupper()):
            owner = read_behind(self._passage, hit.stop, room, words)
            number = words.at("document_number", self._passage, owner.stop) if owner.issuers else None
            if number is not None:
                members, tail = self._list(hit, number[0], room, words, worded=True)
        if members:
            for i, short in enumerate(members):
                short.behind.issuers = short.behind.issuers or (owner.issuers if owner is not None and owner.issuers else [])
                self._add_short(hit, short, tail, first=i == 0, last=members[-1], worded=number is not None)
            return members[-1].stop
        self.mentions += read_unnumbered(self._passage, hit, room, words, self._papers)
        return hit.stop

    def _list(self, hit: Hit, at: int, room: Room, words: Words, *, worded: bool) -> tuple[list[Short], Mention | None]:
        """The numbers that a word carries ("18, 19 and 20"), and the whole symbol that ends their list, whose codes they share."""
        passage = self._passage
        members: list[Short] = []
        lead = at
        while len(members) < _MOST_MEMBERS:
            start = at + (passage.text[at:at + 1] == " ")
            if start in self._by_start:
                return members, self._by_start[start] if members else None
            short = read_short(passage, at, room, words, worded=worded)
            if short is None:
                break
            said = verdict(passage, hit, short, room, words, worded=worded)
            if said not in ("taken", "doubtful") or (members and said == "doubtful" and short.number[0] != "0"):
                if not members:
                    self._dossier.refuse(passage, hit.start, short.stop, STAGE, said, "a number behind a word for documents")
                break
            if members:
                short.lead = lead
            members.append(short)
            if said == "doubtful" or short.behind.found:
                break
            separator = _SEPARATOR.match(passage.text, short.stop)
            joint = words.at("document_and", passage, short.stop)
            at = joint[0] if joint else separator.end() if separator else -1
            if at < 0:
                break
            lead = at + (passage.text[at:at + 1] == " ")
            number = words.at("document_number", passage, at)
            at = number[0] if number else at
            while number and passage.text[at:at + 1] in (":", "."):
                at += 1
        return members, None

    def _add_short(self, hit: Hit, short: Short, tail: Mention | None, *, first: bool, last: Short, worded: bool) -> None:
        passage = self._passage
        said = "taken"
        if self._room is not None and self._words is not None and first:
            said = verdict(passage, hit, short, self._room, self._words, worded=worded)
        behind = last.behind
        if not behind.issuers and self._words is not None:
            behind.issuers = list(owner_of(passage, hit.start, self._words))
        mention = Mention(
            hit.start if first else short.lead, max(short.behind.stop if short is last else short.stop, short.stop),
            "short" if said == "taken" else "doubtful", "short", (), hit.id, short.symbol, short.number, short.year,
            None, behind.issuer(self._papers), tuple(behind.issuers), _with_year(short.behind.signed, short.year), short.behind.title,
            (short.start, short.stop),
        )
        self.mentions.append(mention)
        if tail is not None and tail.symbol and tail.number and tail.symbol.startswith(tail.number):
            mention.symbol = short.number + tail.symbol[len(tail.number):]
            mention.types, mention.issuer_code, mention.issuer = tail.types, tail.issuer_code, tail.issuer
            mention.kind, mention.rule = "symbol", "shared_codes"


def _start_of(mention: Mention) -> int:
    return mention.start


def _with_year(signed: str | None, year: str | None) -> str | None:
    """A day and month without a year are of the year in the symbol."""
    return signed.replace("XXXX", year) if signed and year else signed
