"""A folder by its URL: what other machines put is seen at once, and a bucket is never made by mistake."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

import pytest
from fsspec import register_implementation
from fsspec.implementations.memory import MemoryFileSystem

from pipeline.errors import OutputError
from pipeline.remote import RemoteFile, RemoteFolder


class Listing(MemoryFileSystem):
    """A driver that answers from the listings that it has made, as those of object stores do, and copies nothing."""

    protocol = "listing"
    store: ClassVar[dict[str, Any]] = {}
    pseudo_dirs: ClassVar[list[str]] = [""]
    listed: ClassVar[dict[str, Any]] = {}

    @classmethod
    def _strip_protocol(cls, path: str) -> str:
        return str(super()._strip_protocol(path.replace("listing://", "memory://")))

    def find(self, path: str, *given: object, **named: object) -> object:
        found = super().find(path, *given, **named)
        self.listed[path] = set(found)
        return found

    def info(self, path: str, **named: object) -> object:
        for folder, found in self.listed.items():
            if path.startswith(f"{folder}/") and path not in found:
                raise FileNotFoundError(path)
        return super().info(path, **named)

    def cat_file(self, path: str, *given: object, **named: object) -> object:
        self.info(path)
        return super().cat_file(path, *given, **named)

    def cp_file(self, path1: str, path2: str, **_: object) -> None:
        raise NotImplementedError(path1, path2)

    def invalidate_cache(self, path: str | None = None) -> None:
        self.listed.clear()
        super().invalidate_cache(path)


@pytest.fixture
def folder() -> Iterator[RemoteFolder]:
    register_implementation("listing", Listing, clobber=True)
    yield RemoteFolder("listing://out/")
    Listing.store.clear()
    Listing.listed.clear()


def elsewhere(name: str, data: bytes) -> None:
    """Another machine puts a file."""
    listed = dict(Listing.listed)
    MemoryFileSystem.pipe_file(Listing(), f"/out/{name}", data)
    Listing.listed.update(listed)


def test_what_another_machine_has_put_is_seen(folder: RemoteFolder) -> None:
    folder.write({".work/done/00000.json": b"{}"})
    assert folder.sizes(".work/done") == {".work/done/00000.json": 2}
    elsewhere(".work/done/00001.json", b"{ }")
    assert folder.read(".work/done/00001.json") == b"{ }"
    assert folder.sizes(".work/done") == {".work/done/00000.json": 2, ".work/done/00001.json": 3}
    elsewhere(".work/done/00002.json", b"{  }")
    assert folder.read_all([".work/done/00001.json", ".work/done/00002.json"]) == {".work/done/00001.json": b"{ }", ".work/done/00002.json": b"{  }"}
    folder.sizes(".work/done")
    elsewhere(".work/done/00003.json", b"{   }")
    assert RemoteFile("listing://out/.work/done/00003.json").mark()[0] == 5
    folder.sizes(".work/done")
    elsewhere(".work/done/00004.json", b"{    }")
    with RemoteFile("listing://out/.work/done/00004.json").open() as stream:
        assert stream.read() == b"{    }"
    assert folder.read(".work/done/00005.json") is None


def test_a_driver_that_cannot_copy_is_helped_out(folder: RemoteFolder) -> None:
    folder.write({".work/a": b"1", ".work/b": b"22"})
    folder.copy([(".work/a", "x/a"), (".work/b", "y/b")])
    folder.check({"x/a": 1, "y/b": 2}, ["x", "y"])
    with pytest.raises(OutputError, match="listing://out/y/b has 2 bytes where 3 were put"):
        folder.check({"y/b": 3}, ["y"])
    assert folder.names() == [".work", "x", "y"]
    folder.remove(".work")
    folder.remove("nothing")
    assert folder.names() == ["x", "y"]


def test_no_folder_is_made_where_the_driver_is_of_an_object_store(folder: RemoteFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    monkeypatch.setattr(Listing, "makedirs", lambda _self, path, **_: made.append(path))
    monkeypatch.setattr(Listing, "async_impl", True, raising=False)
    folder.write({"a": b"1"})
    assert made == []
