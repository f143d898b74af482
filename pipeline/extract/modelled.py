"""What a trained model saw where no rule saw anything: bodies without a form, and the thing measured by syntax."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.annotate.gate import HEAD, capital_before
from pipeline.annotate.relations import NOMINAL, NOT_INSIDE, OF_A_NUMBER
from pipeline.knowledge import Knowledge
from pipeline.records import Annotation, Claim, Dossier, Entity, Evidence, Organisation, Passage, Token

_FEWEST_WORDS = 2
_NEVER_INSIDE = frozenset(":;\n")
_LOOSE = frozenset(" :;,-\u2013\u2014")


def find_modelled(dossier: Dossier, knowledge: Knowledge) -> None:
    """Add what the annotations of the dossier's model say, wherever the rules are silent; nothing without a model."""
    annotator = knowledge.annotators.get(dossier.language)
    if annotator is None:
        return
    rule = f"model:{annotator.name}"
    for passage in dossier.passages:
        if not passage.annotations:
            continue
        taken = sorted((evidence.start, evidence.stop) for evidence in _evidence(dossier) if evidence.field == passage.field)
        # a place that the rules left is mostly a person, a street or a club (docs/decisions/0025), so that a model's word for one is not taken
        for entity in _bodies(passage, taken):
            evidence = passage.evidence(entity.start, entity.stop, rule)
            dossier.organisations.append(Organisation(evidence, evidence.quote, None))
    dossier.organisations.sort(key=_order)
    dossier.claims = [_with_measured(claim, dossier.passages) for claim in dossier.claims]


def _order(fact: Organisation) -> tuple[bool, int]:
    return fact.evidence.field != "text", fact.evidence.start


def _evidence(dossier: Dossier) -> Iterator[Evidence]:
    """Where the rules have read anything."""
    for facts in (dossier.organisations, dossier.places, dossier.officials, dossier.citations, dossier.dates):
        for fact in facts:
            yield fact.evidence


def _bodies(passage: Passage, taken: Iterable[tuple[int, int]]) -> Iterator[Entity]:
    """The bodies of a passage that meet nothing that a rule has read and that a rule's word bears out, in order."""
    spans = list(taken)
    for start in sorted(passage.annotations):
        for seen in passage.annotations[start].entities:
            if seen.kind != "organisation":
                continue
            entity = _trimmed(passage.text, _unglued(passage.text, seen))
            quote = passage.text[entity.start:entity.stop]
            if not quote[:1].isupper() or any(letter.isdigit() or letter in _NEVER_INSIDE for letter in quote):
                continue
            if not _has_head(passage, entity) or _begins_earlier(passage.text, start, entity):
                continue
            if not any(first < entity.stop and entity.start < last for first, last in spans):
                yield entity


def _unglued(text: str, entity: Entity) -> Entity:
    """The name without what is glued to its end: in "Quang NamDinh Thi" another name begins inside a word, and goes on behind it."""
    for at in range(entity.start + 1, entity.stop):
        if text[at].isupper() and text[at - 1].islower() and " " in text[at:entity.stop] and " " in text[entity.start:at]:
            return entity._replace(stop=at)
    return entity


def _trimmed(text: str, entity: Entity) -> Entity:
    """The name without the marks behind it that a tokeniser left to it."""
    stop = entity.stop
    while stop > entity.start and text[stop - 1] in _LOOSE:
        stop -= 1
    return entity._replace(stop=stop)


def _begins_earlier(text: str, sentence: int, entity: Entity) -> bool:
    """Whether a capitalised word stands before the name, in the midst of its sentence: then the name begins with it and was cut."""
    before = capital_before(text, entity.start)
    return before is not None and before > sentence


def _has_head(passage: Passage, entity: Entity) -> bool:
    """Whether a body's name has a word for a body in it and ends in a capitalised one: with a rule's witness models are seldom wrong."""
    words = passage.text[entity.start:entity.stop].split()
    if len(words) < _FEWEST_WORDS or not words[-1][0].isupper():
        return False
    return next(passage.within(entity.start, entity.stop, "body", HEAD), None) is not None


def _with_measured(claim: Claim, passages: Iterable[Passage]) -> Claim:
    """The claim with the noun that its figure hangs on, where the rules named none."""
    if claim.measured is not None:
        return claim
    passage = next((one for one in passages if one.field == claim.evidence.field), None)
    if passage is None:
        return claim
    start = passage.sentence_at(claim.figure_start).start
    annotation = passage.annotations.get(start)
    span = _counted(annotation, claim.figure_start, claim.figure_stop) if annotation is not None and annotation.tokens else None
    return claim._replace(measured=passage.text[span[0]:span[1]]) if span is not None else claim


def _counted(annotation: Annotation, start: int, stop: int) -> tuple[int, int] | None:
    """The phrase that a figure counts: its governor up the relations of numbers, with what belongs to the governor's name."""
    tokens = annotation.tokens
    at = next((i for i, token in enumerate(tokens) if token.start < stop and start < token.stop), None)
    if at is None:
        return None
    while tokens[at].dep in OF_A_NUMBER and tokens[at].head != at and 0 <= tokens[at].head < len(tokens):
        at = tokens[at].head
    if tokens[at].pos not in NOMINAL or tokens[at].start < stop:
        return None
    inside = [token for i, token in enumerate(tokens) if _belongs(tokens, i, at) and token.start >= stop]
    return (min(token.start for token in inside), max(token.stop for token in inside)) if inside else None


def _belongs(tokens: tuple[Token, ...], i: int, head: int) -> bool:
    """Whether a token is a part of the phrase of `head`, and not of something that only hangs on it."""
    for _ in tokens:
        if i == head:
            return True
        if tokens[i].dep in NOT_INSIDE or tokens[i].head == i or not 0 <= tokens[i].head < len(tokens):
            return False
        i = tokens[i].head
    return False
