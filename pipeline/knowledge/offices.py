"""Offices and bodies: what a post in a body of a level is called, and how a body is put together of its words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from pydantic import BaseModel, ValidationError

from pipeline.knowledge.files import line_of, name_of, read_toml
from pipeline.knowledge.fold import bare, fold
from pipeline.knowledge.office_files import BodyFile, OrganisationFile, RoleFile
from pipeline.records import Entry

LEVELS = ("centre", "region", "province", "city", "district", "commune", "base", "")
"""Levels of a body; `city` is a city of any rank, and whoever knows the city settles whether it counts as a province."""
NO_BODY = "none"
"""The body of a post that is itself only where no body is said; a post without any body is the same in all."""
UNKNOWN_BODY = "unknown"
"""The body of a post where one is said that no room knows."""
_CHECKED = frozenset({"office", "organisation", "body", "body_head"})
_MARKS = ("deputy", "standing", "alternate")


@dataclass(frozen=True, slots=True)
class Post:
    """An office in a body: `standing+deputy+chair@peoples_committee/province`; any part but the office may be unknown."""

    office: str
    body: str = ""
    level: str = ""
    marks: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class KnownOrganisation:
    """A body known by name: its sort, its English name and its country (ISO 3166, "" for none)."""

    id: str
    body: str
    name: str
    country: str


@dataclass(frozen=True, slots=True)
class Role:
    """A role id with its branch (party, state, assembly ...) and its rank there, 1 the highest; `sole`: a country has but one holder."""

    id: str
    branch: str
    rank: int
    sole: bool = False


@dataclass(frozen=True, slots=True)
class Body:
    """A sort of body; `level` is where it stands when nothing is said, `wider` the sort whose roles serve where it has none."""

    id: str
    branch: str
    level: str
    wider: str


@dataclass(frozen=True, eq=False, repr=False)
class Offices:
    """All roles and bodies, and the beginnings of names that are true in every language."""

    roles: dict[str, Role]
    bodies: dict[str, Body]
    organisations: dict[str, KnownOrganisation]
    posts: dict[Post, str]
    """Role id by post."""
    compositions: dict[frozenset[str], str]
    """Body by the words that it is put together of; `@x` stands for the body that it is of."""
    families: frozenset[str]
    """Vietnamese family names, folded: with their marks and, as translations write them, without."""
    common_families: frozenset[str]
    middles: frozenset[str]
    """Vietnamese middle names before which the family's stands, folded."""
    given: frozenset[str]
    """Given names of world news, folded."""
    syllable: re.Pattern[str]
    """Matches one Vietnamese syllable without marks, lower case."""
    offices: frozenset[str]
    """Every office that a post may be."""

    @cached_property
    def levels(self) -> dict[str, frozenset[str]]:
        """The levels of the posts that each role is of."""
        found: dict[str, set[str]] = defaultdict(set)
        for post, role in self.posts.items():
            found[role].add(post.level)
        return {role: frozenset(levels) for role, levels in found.items()}

    def role_of(self, post: Post) -> str | None:
        """The role id of a post; a standing deputy without an id of its own is a deputy, a level not known is no matter; else None.

        >>> from pipeline.knowledge import load_knowledge
        >>> load_knowledge().offices.role_of(read_post("standing+deputy+secretary@party_committee/province"))
        'standing_deputy_provincial_party_secretary'
        """
        for marks in dict.fromkeys((post.marks, post.marks - {"standing"})):
            for body in self._wider(post.body):
                for level in dict.fromkeys((post.level, "")):
                    found = self.posts.get(Post(post.office, body, level, marks))
                    if found:
                        return found
        return None

    def is_family(self, word: str, *, stripped: bool, common: bool = False) -> bool:
        """Whether a word is a (common) Vietnamese family name; where marks may have been `stripped`, a word without any may lack its own."""
        families = self.common_families if common else self.families
        return fold(word) in families or (stripped and word.isascii() and f"={word.lower()}" in families)

    def _wider(self, body: str) -> Iterator[str]:
        body = body or NO_BODY
        while body:
            yield body
            body = self.bodies[body].wider if body in self.bodies else ""
        yield ""

    def compose(self, words: Iterable[str], owner: str = "") -> str:
        """The body that a head and its marks make, of an owner where it has one; marks that make no difference are left out; else ""."""
        parts = frozenset(words)
        if len(parts) == 1 and not owner and parts <= self.bodies.keys():
            return next(iter(parts))
        if owner and (found := self.compositions.get(parts | {f"@{owner}"})):
            return found
        while True:
            if found := self.compositions.get(parts):
                return found
            smaller = [parts - {part} for part in sorted(parts) if parts - {part} in self.compositions]
            if smaller or len(parts) <= 1:
                return self.compositions[max(smaller, key=sorted)] if smaller else ""
            parts -= {max(parts)}


def read_post(wording: str) -> Post:
    """The post that `[mark+]*office[@body[/level]]` names."""
    head, _, where = wording.partition("@")
    *marks, office = head.split("+")
    body, _, level = where.partition("/")
    return Post(office, body, level, frozenset(marks))


def load_offices(folder: Path, problems: list[str]) -> Offices:
    """Read `offices/*.toml`; every problem is added to `problems` with file and line."""
    root = folder / "offices"
    bodies: dict[str, Body] = {}
    compositions: dict[frozenset[str], str] = {}
    path = root / "bodies.toml"
    for ident, table in read_toml(path, problems).items():
        entry = _read(BodyFile, path, ident, table, problems)
        if not isinstance(entry, BodyFile):
            continue
        bodies[ident] = Body(ident, entry.branch, entry.level, entry.wider)
        for text in entry.made_of:
            words, _, owner = text.partition("@")
            parts = frozenset([*words.split("+"), *([f"@{owner}"] if owner else [])])
            if compositions.setdefault(parts, ident) != ident:
                problems.append(f"{name_of(path)}:{line_of(path, text)}: {text!r} makes {compositions[parts]} already")
    for body in bodies.values():
        if body.wider and body.wider not in bodies:
            problems.append(f"{name_of(path)}:{line_of(path, f'[{body.id}]')}: [{body.id}] wider {body.wider!r} is not a body")
    organisations = {}
    path = root / "organisations.toml"
    for ident, table in read_toml(path, problems).items():
        known = _read(OrganisationFile, path, ident, table, problems)
        if isinstance(known, OrganisationFile):
            organisations[ident] = KnownOrganisation(ident, known.body, known.name, known.country)
            if known.body not in bodies:
                problems.append(f"{name_of(path)}:{line_of(path, f'[{ident}]')}: [{ident}] body {known.body!r} is not a body")
    roles, posts = _load_roles(root / "roles.toml", bodies, problems)
    names = read_toml(root / "names.toml", problems)
    vietnamese, world = names.get("vietnamese", {}), names.get("world", {})
    common = tuple(vietnamese.get("common", ()))
    families = (*common, *vietnamese.get("families", ()))
    return Offices(
        roles, bodies, organisations, posts, compositions,
        families=_written(families),
        common_families=_written(common),
        middles=frozenset(fold(name) for name in vietnamese.get("middle", ())),
        given=frozenset(key(name) for name in world.get("given", ())),
        syllable=re.compile(vietnamese.get("syllable", "(?!)")),
        offices=frozenset(post.office for post in posts),
    )


def _load_roles(path: Path, bodies: dict[str, Body], problems: list[str]) -> tuple[dict[str, Role], dict[Post, str]]:
    roles: dict[str, Role] = {}
    posts: dict[Post, str] = {}
    for ident, table in read_toml(path, problems).items():
        role = _read(RoleFile, path, ident, table, problems)
        if not isinstance(role, RoleFile):
            continue
        roles[ident] = Role(ident, role.branch, role.rank, role.sole)
        for text in role.made_of:
            post = read_post(text)
            if (trouble := _trouble(post, bodies)) is not None:
                problems.append(f"{name_of(path)}:{line_of(path, text)}: {text!r}: {trouble}")
            elif posts.setdefault(post, ident) != ident:
                problems.append(f"{name_of(path)}:{line_of(path, text)}: {text!r} is {posts[post]} already")
    return roles, posts


def _read(model: type[BaseModel], path: Path, ident: str, table: object, problems: list[str]) -> BaseModel | None:
    fields = {"made_of" if name == "is" else name: value for name, value in table.items()} if isinstance(table, dict) else table
    try:
        return model.model_validate(fields)
    except ValidationError as error:
        problems.append(f"{name_of(path)}:{line_of(path, f'[{ident}]')}: [{ident}] {error}")
        return None


def _trouble(post: Post, bodies: dict[str, Body]) -> str | None:
    if post.body not in ("", NO_BODY, *bodies):
        return f"{post.body!r} is not a body"
    if post.level not in LEVELS:
        return f"{post.level!r} is not a level"
    return next((f"{mark!r} is not a mark" for mark in sorted(post.marks) if mark not in _MARKS), None)


def check_offices(room: Path, entries: Iterable[Entry], offices: Offices, problems: list[str]) -> None:
    """Add a problem for every office or body that a room words and `models/offices/` does not know."""
    heads = frozenset(word for parts in offices.compositions for word in parts)
    for kind, ident in dict.fromkeys((entry.kind, entry.id) for entry in entries if entry.kind in _CHECKED):
        trouble = _unknown(kind, ident, heads, offices)
        if trouble is not None:
            path = room / ("roles.toml" if kind == "office" else "organisations.toml")
            problems.append(f"{name_of(path)}:{line_of(path, ident)}: {ident}: {trouble}")


def _unknown(kind: str, ident: str, heads: frozenset[str], offices: Offices) -> str | None:
    if kind == "office":
        return None if read_post(ident).office in offices.offices else "no role has this office (models/offices/roles.toml)"
    if kind == "organisation":
        return None if ident in offices.organisations else "no such organisation (models/offices/organisations.toml)"
    if kind == "body_head":
        return None if ident in heads or ident in offices.bodies else "no body is made of it (models/offices/bodies.toml)"
    trouble = _trouble(read_post(f"x@{ident}"), offices.bodies) if kind == "body" else None
    return f"{trouble} (models/offices)" if trouble is not None else None


def _written(names: Iterable[str]) -> frozenset[str]:
    """Names as `Offices.is_family` looks them up: folded, and without marks behind a sign that says so."""
    return frozenset(form for name in names for form in (fold(name), f"={key(name)}"))


@lru_cache(maxsize=16384)
def key(name: str) -> str:
    """The folded form by which names are compared across languages."""
    return bare(name).lower()
