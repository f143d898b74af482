"""URLs: what is one, which may be kept on record, and the file system behind it."""

from __future__ import annotations

import re
from typing import Any

from pipeline.errors import UsageError

_URL = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.\-]{0,30}::){0,4}([A-Za-z][A-Za-z0-9+.\-]{0,30})://")
_CHAIN = "::"
_AUTHORITY = re.compile(r"://([^/?#]*)[^?]*(\?[^?]*=)?")
_PORT = re.compile(r"[^:@]*(?::[0-9]*)?")
_OWN = "fsspec"


def is_url(given: str) -> bool:
    """Whether what was given names storage by a scheme, as opposed to a path.

    >>> is_url("s3://bucket/news.jsonl"), is_url("news/2024"), is_url("-")
    (True, False, False)
    """
    return _URL.match(given) is not None


def scheme_of(url: str) -> str:
    """The scheme of a URL."""
    found = _URL.match(url)
    return found[1] if found is not None else ""


def why_no_url(url: str) -> str | None:
    """Why a URL may not be used, without the URL itself; None where it may, and for a path.

    What may be used stands in the tables, in `soat.toml` and in messages.

    >>> why_no_url("ftp://anna:secret@host/news") is None, why_no_url("hdfs://anna@host:8020/news") is None
    (False, True)
    """
    if not is_url(url):
        return None
    if _CHAIN in url:
        return f"the {scheme_of(url)}:// URL chains file systems by {_CHAIN}: give the URL of the archive itself, which soat opens"
    for authority, query in _AUTHORITY.findall(url):
        user, at, host = authority.rpartition("@")
        if not _PORT.fullmatch(host) or (at and ":" in user):
            return (
                f"the {scheme_of(url)}:// URL holds a password, which would stand in the run's files: give it to the file system "
                "by the environment or in fsspec's configuration"
            )
        if query:
            return (
                f"the {scheme_of(url)}:// URL has a query (?...=...), which may be a key and would stand in the run's files: leave it out, "
                "and keys by the environment or in fsspec's configuration"
            )
    return None


def connect(url: str) -> tuple[Any, str]:
    """The file system behind a URL, and the path in it; raises UsageError that says what to install or what is wrong."""
    if (fault := why_no_url(url)) is not None:
        raise UsageError(fault)
    try:
        # an extra, and slow to load: most runs read a disk
        from fsspec.core import url_to_fs  # noqa: PLC0415
        from fsspec.registry import known_implementations  # noqa: PLC0415
    except ImportError as error:
        raise UsageError(f"{url}: URLs are read through fsspec: pip install 'soat[remote]'") from error
    scheme = scheme_of(url)
    try:
        system, path = url_to_fs(url)
    except ImportError as error:
        package = known_implementations.get(scheme, {}).get("class", _OWN).partition(".")[0]
        how = f"pip install {package}" if package != _OWN else str(error)
        raise UsageError(f"{url}: {scheme}:// needs a package that is not installed: {how}") from error
    except Exception as error:
        raise UsageError(f"cannot open {url}: {said(error)}") from error
    return system, path


def said(error: BaseException) -> str:
    """What an error says, on one line; its name where it says nothing."""
    return " ".join(str(error).split()) or type(error).__name__
