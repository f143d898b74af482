"""Words that are compared with article text live in `models/languages`, never in code."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from pipeline.knowledge import load_knowledge
from pipeline.knowledge.fold import fold
from pipeline.knowledge.schema import KINDS, LanguageFile, UnitFile
from pipeline.stages import ORDER
from pipeline.write.tables import ALL

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "pipeline").rglob("*.py"))
READERS = ("ingest", "detect", "scan", "extract", "link", "verify")
"""The packages that compare article text; `knowledge` reads the keys of its files, `annotate` the labels of models, the others speak to users."""

NOT_WORDS = {
    "li ul br em th td tr table figure": "HTML tags",
    "image video": "marks that pages leave where a picture stood",
    "No": "a category of Unicode",
    "provincial": "a level in models/documents/issuers.csv",
    "Type cp": "parts of the names of a server's header and of encodings",
    "LB PH": "codes in the symbols of joint documents",
    "CM": "Roman numerals",
    "cc": "a label of syntax",
    "easter": "the beginning of the ids of holidays that move with it",
    "alone": "the end of the names of kinds of wordings that only a whole text may be",
    "why": "a column of the gathered tables",
    "agrees conflicts suspect uncheckable": "verdicts of findings",
    "nM no nd aby": "letters of token codes, one a token",
    "days months named full same": "names of the groups of a pattern that is put together from parts",
    "pl gen imi\u0119 nazwisko": "the dictionary's own tags: plural, genitive, first name, surname",
}
HOUSE = frozenset("rule id kind code case names doc_type unit per label name field block status change modifier".split())
"""What these attributes and variables hold are names that the code and its knowledge gave, never words of a text."""
TEXT_METHODS = frozenset(
    "startswith endswith find rfind index count partition rpartition split removeprefix removesuffix replace "
    "compile search match fullmatch sub subn finditer findall".split(),
)
_NO_WORD = re.compile(r"\\.|\[[^\]]*\]|\(\?P[<=]\w+[>)]|\(\?[a-z]*[:)]?")
_WORD = re.compile(r"[^\W\d_]{2,}")
_GROUP = re.compile(r"\(\?P<(\w+)>")
_NAME = re.compile("[a-z]+(?:_[a-z]+)+")


def strings(node: ast.AST) -> Iterator[ast.Constant]:
    return (one for one in ast.walk(node) if isinstance(one, ast.Constant) and isinstance(one.value, str))


def docstrings(tree: ast.AST) -> set[int]:
    return {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}


def compared(tree: ast.AST) -> Iterator[ast.Constant]:
    """The literals that are compared with something, looked up, or matched as a pattern."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            places = [node.left, *node.comparators]
            if any(getattr(place, "attr", getattr(place, "id", "")) in HOUSE for place in places):
                continue
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in TEXT_METHODS:
            places = [node.func.value, *node.args]
        elif isinstance(node, ast.Set):
            places = list(node.elts)
        elif isinstance(node, ast.Dict):
            places = [key for key in node.keys if key is not None]
        else:
            continue
        for place in places:
            yield from strings(place)


def wordings() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for code, room in load_knowledge().rooms.items():
        for entry in room.entries:
            found.setdefault(fold(entry.wording).strip(), set()).add(f"{code} {entry.kind}")
    return found


def names_of_the_house() -> set[str]:
    """Ids, kinds, columns, enumerations and stages: words between parts of the code and its knowledge, never words of a text."""
    knowledge = load_knowledge()
    names = set(knowledge.units.by_id) | {kind.name for kind in KINDS}
    for room in knowledge.rooms.values():
        for entry in room.entries:
            names |= {entry.id, *entry.id.split(":")}
    for table in ALL:
        for column in table.columns:
            names |= {column.name, *column.values}
    for stage in ORDER:
        names |= {stage.name, *stage.needs, *stage.gives}
    for model in (UnitFile, LanguageFile):
        for field in model.model_fields.values():
            names |= {value for value in get_args(field.annotation) if isinstance(value, str)}
    return names


def groups_of(tree: ast.AST) -> set[str]:
    """The names of a pattern's groups, by which its readers know what matched."""
    return {name for literal in strings(tree) for name in _GROUP.findall(literal.value)}


def offences(source: str, words: dict[str, set[str]], names: set[str]) -> list[str]:
    tree = ast.parse(source)
    allowed = names | {word for group in NOT_WORDS for word in group.split()} | groups_of(tree)
    found = []
    for literal in compared(tree):
        if literal.value in allowed or _NAME.fullmatch(literal.value):
            continue
        for word in _WORD.findall(_NO_WORD.sub(" ", literal.value)):
            if word not in allowed and fold(word) in words:
                found.append(f"line {literal.lineno}: {word!r} ({', '.join(sorted(words[fold(word)]))})")
    return found


def test_code_compares_text_with_no_word_of_a_language() -> None:
    words, names = wordings(), names_of_the_house()
    names |= {name for path in SOURCES for name in groups_of(ast.parse(path.read_text(encoding="utf-8")))}
    readers = [path for path in SOURCES if path.relative_to(ROOT).parts[1] in READERS]
    assert len(readers) > 30
    found = [f"{path.relative_to(ROOT)} {line}" for path in readers for line in offences(path.read_text(encoding="utf-8"), words, names)]
    assert not found, "these words belong into a table of a language room:\n" + "\n".join(found)


def test_no_literal_of_any_code_is_a_wording_of_another_language_than_english() -> None:
    """Code and messages are English, and share many a plain word with other languages; a word with other letters is theirs."""
    foreign = {word: homes for word, homes in wordings().items() if all(not home.startswith("en ") for home in homes)}
    words = {word: homes for word, homes in foreign.items() if len(word) > 1 and not word.isascii()}
    names = names_of_the_house() | {word for group in NOT_WORDS for word in group.split()}
    found = []
    for path in SOURCES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        told = docstrings(tree)
        for literal in strings(tree):
            whole = fold(literal.value).strip()
            if id(literal) not in told and whole in words and literal.value not in names:
                found.append(f"{path.relative_to(ROOT)}:{literal.lineno}: {literal.value!r} ({', '.join(sorted(words[whole]))})")
    assert not found, "\n".join(found)


def test_no_letter_beyond_ascii_is_written_in_code() -> None:
    """Marks are written as escapes; a word in escapes is found by the two tests above."""
    found = []
    for path in SOURCES:
        for token in tokenize.generate_tokens(io.StringIO(path.read_text(encoding="utf-8")).readline):
            if any(c.isalpha() and not c.isascii() for c in token.string) and token.type not in (tokenize.COMMENT, tokenize.NEWLINE):
                found.append(f"{path.relative_to(ROOT)}:{token.start[0]}: {token.string[:60]!r}")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("source", [
    'if word == "oraz": pass',
    'X = re.compile("(?P<a>zmniejszy|[0-9]+)")',
    'X = frozenset({"kho\\u1ea3ng"})',
    'if text.startswith("approximately"): pass',
])
def test_a_word_in_code_is_seen(source: str) -> None:
    words = {"oraz": {"pl"}, "zmniejszy": {"pl"}, fold("kho\u1ea3ng"): {"vi"}, "approximately": {"en"}}
    assert offences(source, words, set())


@pytest.mark.parametrize("source", [
    'if hit.id == "half": pass',
    'X = re.compile("(?P<days>[a-zA-Z]{2})")\nif rule == "days": pass',
    'raise ValueError("approximately wrong")',
])
def test_a_name_of_the_house_is_no_word(source: str) -> None:
    assert not offences(source, {"half": {"en"}, "days": {"en"}, "za": {"pl"}, "approximately": {"en"}}, {"half"})
