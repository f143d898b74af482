"""How good is soat on a dump of one's own: claims drawn for judgement, and precision with its interval."""

from __future__ import annotations

import json
import math
import random
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.errors import UsageError
from pipeline.review.decisions import Standing, Target

Row = Mapping[str, Any]
_Z = 1.959964
"""Of a standard normal, for 95 %."""


class Precision(NamedTuple):
    """Right claims of those judged; `precision` estimates the share of right ones in the `population`, with the ends of its 95 % interval."""

    group: str
    name: str
    right: int
    judged: int
    population: int
    precision: float
    low: float
    high: float


def stratum_of(claim: Row) -> tuple[str, str, str]:
    """Language, kind of unit and rule of a claim (the first word of the rule: what follows it are its circumstances)."""
    return claim["language"], claim["unit_kind"] or "none", claim["rule"].partition("+")[0]


def draw_sample(claims: Sequence[Row], number: int, seed: int) -> list[Row]:
    """So many claims, from every stratum in turn, so that rare kinds are judged too; the same for the same claims and seed.

    >>> claims = [{"claim_id": str(n), "language": "pl", "unit_kind": "count" if n else "money", "rule": "plain"} for n in range(50)]
    >>> sorted({claim["unit_kind"] for claim in draw_sample(claims, 4, 1)})
    ['count', 'money']
    """
    strata: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for claim in claims:
        strata[stratum_of(claim)].append(claim)
    dice = random.Random(seed)  # noqa: S311 - a draw that can be repeated, no secret
    piles = []
    for _, pile in sorted(strata.items()):
        shuffled = sorted(pile, key=lambda claim: str(claim["claim_id"]))
        dice.shuffle(shuffled)
        piles.append(shuffled)
    drawn: list[Row] = []
    while piles and len(drawn) < number:
        dice.shuffle(piles)
        for pile in piles:
            if len(drawn) < number:
                drawn.append(pile.pop())
        piles = [pile for pile in piles if pile]
    return drawn


def keep_sample(folder: Path, claims: Sequence[Row], asked: int, seed: int) -> Path:
    """Write which claims were drawn from a run, for the review and the report; the path written."""
    path = _sample_of(folder)
    path.parent.mkdir(exist_ok=True)
    drawn = {"seed": seed, "asked": asked, "claim_ids": [claim["claim_id"] for claim in claims]}
    path.write_text(json.dumps(drawn, indent=1) + "\n", encoding="utf-8")
    return path


def read_sample(folder: Path) -> tuple[list[str], int]:
    """The ids of the claims that were drawn from a run, and the seed; raises UsageError where none were."""
    path = _sample_of(folder)
    if not path.is_file():
        raise UsageError(f"no sample is drawn in {folder}: draw one with soat sample {folder} --n 200")
    drawn = json.loads(path.read_text(encoding="utf-8"))
    return drawn["claim_ids"], drawn["seed"]


def _sample_of(folder: Path) -> Path:
    return folder / "review" / "sample.json"


def report_on(claims: Iterable[Row], sample: set[str], standing: Mapping[tuple[Target, str], Standing]) -> list[Precision]:
    """Precision of the judged claims of a sample: of all, a language and a kind; accepted is right, corrected and rejected are wrong.

    Rare strata are drawn more often than they occur, so each judged claim counts by the claims that it stands for; the interval is Wilson's with
    the effective number of judgements (Kish). Disputed claims count as not judged.
    """
    sizes: dict[tuple[str, str, str], int] = defaultdict(int)
    judged: dict[tuple[str, str, str], list[bool]] = defaultdict(list)
    for claim in claims:
        stratum = stratum_of(claim)
        sizes[stratum] += 1
        stands = standing.get(("claim", claim["claim_id"]))
        if claim["claim_id"] in sample and stands and stands.status in ("accepted", "corrected", "rejected"):
            judged[stratum].append(stands.status == "accepted")
    groups: dict[tuple[str, str], list[tuple[str, str, str]]] = defaultdict(list)
    for stratum in judged:
        for key in (("all", "all"), ("language", stratum[0]), ("kind", stratum[1])):
            groups[key].append(stratum)
    return [_precision(key, strata, sizes, judged) for key, strata in sorted(groups.items(), key=lambda item: (item[0][0] != "all", item[0]))]


def _precision(
    key: tuple[str, str],
    strata: Sequence[tuple[str, str, str]],
    sizes: Mapping[tuple[str, str, str], int],
    judged: Mapping[tuple[str, str, str], list[bool]],
) -> Precision:
    weights = [(sizes[one] / len(judged[one]), right) for one in strata for right in judged[one]]
    total = math.fsum(weight for weight, _ in weights)
    share = math.fsum(weight for weight, right in weights if right) / total
    effective = total**2 / math.fsum(weight**2 for weight, _ in weights)
    low, high = wilson(share, effective)
    return Precision(
        *key, sum(right for _, right in weights), len(weights), sum(sizes[one] for one in strata), share, low, high,
    )


def wilson(share: float, number: float) -> tuple[float, float]:
    """The 95 % score interval of a share of so many (Wilson, "Probable inference", JASA 22, 1927).

    >>> [round(end, 4) for end in wilson(0.9, 100)]
    [0.8256, 0.9448]
    """
    centre = share + _Z**2 / (2 * number)
    half = _Z * math.sqrt(share * (1 - share) / number + _Z**2 / (4 * number**2))
    scale = 1 + _Z**2 / number
    return max(0.0, (centre - half) / scale), min(1.0, (centre + half) / scale)
