"""The shape of the files of `models/offices`."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class RoleFile(BaseModel):
    """One role of `models/offices/roles.toml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    branch: str
    rank: int
    sole: bool = False
    made_of: list[str]


class BodyFile(BaseModel):
    """One sort of body of `models/offices/bodies.toml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    branch: str
    level: str = ""
    wider: str = ""
    made_of: list[str] = []


class OrganisationFile(BaseModel):
    """One body of `models/offices/organisations.toml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    body: str
    name: str
    country: str = ""
