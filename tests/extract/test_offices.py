"""Offices of party, state, assemblies, front, army, courts and self-government, each with its role, before a holder."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import extract

_CASES = Path(__file__).parent / "offices"
_HOLDERS = {
    "vi": ("vi", "Nguyễn Văn Minh", "phát biểu."), "en": ("en", "Nguyen Van Minh", "said so."),
    "pl": ("pl", "Jan Kowalski", "tak powiedział."), "pl_of_vietnam": ("pl", "Nguyen Van Minh", "tak powiedział."),
}


def _offices(name: str) -> list[tuple[str, str]]:
    lines = (_CASES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [(office, role) for office, _, role in (line.partition("=") for line in lines)]


@pytest.mark.parametrize(("name", "office", "role"), [(name, *case) for name in _HOLDERS for case in _offices(name)])
def test_an_office_before_its_holder_has_its_role(name: str, office: str, role: str) -> None:
    """The wording of the office leads to the role id, and the holder's name begins where the office ends."""
    language, holder, verb = _HOLDERS[name]
    officials = extract(f"{office} {holder} {verb}", language=language).officials
    assert [(official.name, official.role_id) for official in officials] == [(holder, role)]
