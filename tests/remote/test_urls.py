"""URLs: what is one, and which are refused without being repeated."""

from __future__ import annotations

import sys

import pytest

from pipeline.errors import UsageError
from pipeline.remote import is_url, why_no_url
from pipeline.remote.urls import connect


@pytest.mark.parametrize(("given", "url"), [
    ("s3://bucket/news/*.jsonl", True), ("memory://a", True), ("simplecache::gs://bucket/a.zip", True), ("zip://a.jsonl::s3://bucket/a.zip", True),
    ("news", False), ("-", False), ("a::b", False), ("news/2024:01.txt", False), ("http:/half", False),
])
def test_a_url_is_told_from_a_path(given: str, url: object) -> None:
    assert is_url(given) == url


@pytest.mark.parametrize("given", [
    "s3://bucket/a:b@c.jsonl", "hdfs://anna@namenode:8020/news", "hdfs://namenode:8020/news", "memory://a/b?.jsonl",
    "file://srv/news?/a.txt", "news/a::b.jsonl", "10:30@town.txt", "-", "abfs://box@account.dfs.core.windows.net/news",
])
def test_a_user_a_port_and_a_glob_are_no_secret(given: str) -> None:
    assert why_no_url(given) is None


@pytest.mark.parametrize("given", [
    "ftp://anna:geheim@host/news", "sftp://:geheim@host:22/news", "ftp://anna:ge/heim@host/news",
    "https://host/news.jsonl?token=geheim", "https://host/news.jsonl?X-Amz-Date=1&X-Amz-Signature=geheim",
])
def test_a_secret_is_refused_and_not_repeated(given: str) -> None:
    fault = why_no_url(given)
    assert fault is not None
    assert "the environment" in fault
    with pytest.raises(UsageError) as refused:
        connect(given)
    assert str(refused.value) == fault
    assert "heim" not in fault
    assert "anna" not in fault


@pytest.mark.parametrize("given", ["zip://a.jsonl::ftp://anna:geheim@host/a.zip", "simplecache::s3://bucket/a.zip", "s3://bucket/a::b"])
def test_a_chain_is_refused_because_drivers_forget_its_end(given: str) -> None:
    fault = why_no_url(given)
    assert fault is not None
    assert "chains file systems by ::" in fault
    assert "geheim" not in fault


def test_a_package_that_is_missing_is_named() -> None:
    with pytest.raises(UsageError, match=r"^gs://bucket: gs:// needs a package that is not installed: pip install gcsfs$"):
        connect("gs://bucket")
    with pytest.raises(UsageError, match=r"cannot open nowhere://x: Protocol not known: nowhere"):
        connect("nowhere://x")


def test_fsspec_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    with pytest.raises(UsageError, match=r"memory://x: URLs are read through fsspec: pip install 'soat\[remote\]'"):
        connect("memory://x")
