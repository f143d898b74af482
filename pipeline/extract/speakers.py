"""Who is said to have said it: an official beside a verb of saying in the sentence of a figure."""

from __future__ import annotations

from pipeline.extract.draft import Draft
from pipeline.records import Dossier, Official, Passage

_BESIDE = 45
"""Characters between a name and its verb of saying: room for the rest of a title, not for another clause."""


def read_speakers(passage: Passage, drafts: list[Draft], dossier: Dossier) -> list[str | None]:
    """For each draft the name of the official who says it, None for most; a sentence with two who speak has none."""
    officials = [official for official in dossier.officials if official.evidence.field == passage.field]
    if not officials:
        return [None] * len(drafts)
    known: dict[int, str | None] = {}
    for draft in drafts:
        if draft.sentence not in known:
            known[draft.sentence] = _speaker(passage, draft, officials)
    return [known[draft.sentence] for draft in drafts]


def _speaker(passage: Passage, draft: Draft, officials: list[Official]) -> str | None:
    verbs = list(passage.within(draft.sentence, draft.sentence_stop, "speech_verb"))
    inside = [official for official in officials if draft.sentence <= official.evidence.start < draft.sentence_stop]
    names = {official.name for official in inside if any(_beside(official, verb.start, verb.stop) for verb in verbs)}
    return names.pop() if len(names) == 1 else None


def _beside(official: Official, start: int, stop: int) -> bool:
    return 0 <= start - official.evidence.stop <= _BESIDE or 0 <= official.evidence.start - stop <= _BESIDE
