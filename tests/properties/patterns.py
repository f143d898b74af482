"""Prints which patterns of the code take more than linear time: every pattern that our modules compile, on rows of 20 kinds.

usage: python tests/properties/patterns.py [--own]

With --own also on rows of what stands in each repeat of a pattern. A program of its own, because it must stand before the first pattern is compiled.
One line a pattern: how it was used, where it is compiled, the row, the times at 1,000, 2,000 and 4,000 characters, the pattern. The first line is the
number of patterns. A pattern goes over a whole text unless the code only ever asks it about one place or a window.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import re._compiler as compiler
import re._parser as parser
import signal
import sys
import tempfile
from collections import deque
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from time import thread_time
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
ROWS = (
    "a", "A", "\u1ec7", "a ", "Abc ", " ", "\n", "a\n", "7", "7 ", "7,", "1/", "-", ".", "(", "'", "_", "<a ", "\U0001f600", "\u4e2d\u0660",
)
"""Twenty kinds of characters that a pattern may run along."""
SIZES = (1000, 2000, 4000)
GROWTH = 2.5
QUICK = 0.001
"""Seconds for 4,000 characters below which nothing can be worse than linear and still matter."""
FROZEN = 5
"""Seconds after which a pattern counts as one that never ends."""
ATTEMPTS = 5

AT_A_PLACE = frozenset({"pipeline.extract.citations.words"})
"""Modules whose patterns have no names of their own, and are asked about the place behind a hit or a window alone."""
ENDED = frozenset({"CHAIN"})
"""Names of patterns whose texts are our own and always end in the mark that the pattern looks for."""
_SCANNING = frozenset({"finditer", "search", "findall", "sub", "subn", "split"})

Made = dict[tuple[Any, int], tuple[str, re.Pattern[Any]]]


def patterns() -> Made:
    """Every pattern that code of ours compiles, while its modules are imported, the knowledge is loaded and the samples are read."""
    made: Made = {}
    compile_one = compiler.compile

    def noted(pattern: Any, flags: int = 0) -> re.Pattern[Any]:  # noqa: ANN401 - a text, bytes or a parsed pattern
        done: re.Pattern[Any] = compile_one(pattern, flags)
        frame = sys._getframe(1)
        while frame.f_back is not None and frame.f_globals["__name__"].partition(".")[0] in ("re", "functools"):
            frame = frame.f_back
        if frame.f_globals["__name__"].startswith("pipeline"):
            made[done.pattern, done.flags] = (f"{frame.f_globals['__name__']}:{frame.f_lineno}", done)
        return done

    compiler.compile = noted
    re.purge()
    import pipeline  # noqa: PLC0415 - only now

    for module in pkgutil.walk_packages(pipeline.__path__, "pipeline."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    from pipeline.config import RunConfig  # noqa: PLC0415 - as above
    from pipeline.run import run  # noqa: PLC0415 - as above

    with tempfile.TemporaryDirectory() as out:
        run(RunConfig(inputs=(str(ROOT / "corpora" / "samples"),), out=Path(out) / "out", workers=0))
    return made


def asked_about_places() -> set[str]:
    """The places where a pattern gets a name under which no code goes over a whole text."""
    named: dict[str, str] = {}
    scanning: set[str] = set()
    for path in sorted((ROOT / "pipeline").rglob("*.py")):
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and ast.unparse(node.value).startswith("re.compile"):
                named[f"{module}:{node.lineno}"] = node.targets[0].id
            elif isinstance(node, ast.Call) and len(node.args) < 3:
                called = node.func
                if isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name) and called.attr in _SCANNING:
                    scanning.add(called.value.id)
    return {place for place, name in named.items() if name not in scanning - ENDED}


def own_rows(pattern: re.Pattern[str]) -> Iterator[str]:
    """What stands inside each repeat of a pattern, and two neighbours of them one after the other: what it is tempted to go over twice."""
    bodies = list(_repeated(parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)))
    yield from dict.fromkeys(body for body in [*bodies, *("".join(two) for two in pairwise(bodies))] if body)


def _repeated(parsed: Any) -> Iterator[str]:  # noqa: ANN401 - a parsed pattern has no public type
    for operator, argument in parsed:
        name = str(operator)
        if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            if argument[1] > 8:
                yield _sample(argument[2])
            yield from _repeated(argument[2])
        else:
            for inner in _inside(name, argument):
                yield from _repeated(inner)


def _inside(name: str, argument: Any) -> list[Any]:  # noqa: ANN401 - as above
    if name == "SUBPATTERN":
        return [argument[-1]]
    if name == "BRANCH":
        return list(argument[1])
    if name in ("ASSERT", "ASSERT_NOT"):
        return [argument[1]]
    return [argument] if name == "ATOMIC_GROUP" else []


def _sample(parsed: Any) -> str:  # noqa: ANN401 - as above
    """A text that a part of a pattern takes, as far as one is easily found."""
    said = ""
    for operator, argument in parsed:
        name = str(operator)
        if name == "LITERAL":
            said += chr(argument)
        elif name == "IN":
            said += _member(argument)
        elif name in ("NOT_LITERAL", "ANY"):
            said += "a"
        elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            said += _sample(argument[2]) * max(argument[0], 1)
        elif name in ("SUBPATTERN", "BRANCH", "ATOMIC_GROUP"):
            said += _sample(_inside(name, argument)[0])
    return said


def _member(members: list[tuple[Any, Any]]) -> str:
    for operator, argument in members:
        name = str(operator)
        if name == "NEGATE":
            break
        if name in ("LITERAL", "RANGE"):
            return chr(argument if name == "LITERAL" else argument[0])
        return {"CATEGORY_DIGIT": "7", "CATEGORY_SPACE": " "}.get(str(argument), "a")
    for character in "aA7 .,-\n":
        if not any(str(operator) == "LITERAL" and argument == ord(character) for operator, argument in members):
            return character
    return ""


def finds(pattern: re.Pattern[Any], text: Any) -> None:  # noqa: ANN401 - text or bytes
    """Use a pattern over a whole text."""
    deque(pattern.finditer(text), maxlen=0)


USES: dict[str, Callable[[re.Pattern[Any], Any], object]] = {
    "match": lambda pattern, text: pattern.match(text), "fullmatch": lambda pattern, text: pattern.fullmatch(text), "finditer": finds,
}


def seconds(use: str, pattern: re.Pattern[Any], row: str, size: int) -> float:
    """Processor time of one use on a row; FROZEN where it does not end."""
    text: Any = (row * (size // len(row) + 1))[:size]
    if isinstance(pattern.pattern, bytes):
        text = text.encode()
    began = thread_time()
    signal.alarm(FROZEN)
    try:
        USES[use](pattern, text)
    except TimeoutError:
        return FROZEN
    finally:
        signal.alarm(0)
    return thread_time() - began


def is_slow(use: str, pattern: re.Pattern[Any], row: str) -> tuple[float, ...]:
    """The times at each size, where they grow faster than the sizes; else nothing."""
    first = seconds(use, pattern, row, SIZES[-1])
    if first < QUICK:
        return ()
    if first == FROZEN:
        return (first,)
    best = [float("inf")] * len(SIZES)
    for _ in range(ATTEMPTS):  # the least of several: other programs can only make one slower
        best = [min(one, seconds(use, pattern, row, size)) for one, size in zip(best, SIZES, strict=True)]
        if best[-1] < QUICK or any(two < one * GROWTH for one, two in pairwise(best)):
            return ()
    return tuple(best)


def give_up(*_: object) -> None:
    """What the alarm does."""
    raise TimeoutError


def main() -> None:
    """Try all and print."""
    signal.signal(signal.SIGALRM, give_up)
    made = patterns()
    places = asked_about_places()
    print(len(made))  # noqa: T201 - it is read by the test
    for place, pattern in made.values():
        rows = (*ROWS, *own_rows(pattern)) if "--own" in sys.argv and isinstance(pattern.pattern, str) else ROWS
        for use in USES:
            if use == "finditer" and (place in places or place.partition(":")[0] in AT_A_PLACE):
                continue
            for row in rows:
                if slow := is_slow(use, pattern, row):
                    print(use, place, repr(row), [f"{one:.4f}" for one in slow], repr(pattern.pattern)[:100], sep="\t")  # noqa: T201 - as above
                    break


if __name__ == "__main__":
    main()
