"""The review service: what it keeps, and whom it does not let in."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from httpx import Response
from starlette.testclient import TestClient

from pipeline.review import DecisionLog, log_of
from pipeline.review.desk import Desk
from pipeline.review.serving import Keys, make_app
from pipeline.write import read_table
from tests.review.test_applying import claim_of, make

KEYS = Keys("a-word", "another")
HOST = "review.example"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("review"))


@pytest.fixture
def tables(made: Path) -> Iterator[Path]:
    yield made
    log_of(made).unlink(missing_ok=True)


@pytest.fixture
def client(tables: Path) -> TestClient:
    return open_client(tables)


def open_client(tables: Path) -> TestClient:
    app = make_app(Desk(tables, DecisionLog(log_of(tables))), lambda key: f"<p>{key}</p>", KEYS, frozenset({HOST}))
    return TestClient(app, base_url=f"http://{HOST}")


def said(tables: Path, quote: str = "12", action: str = "accept", **more: object) -> dict[str, Any]:
    return {"reviewer": "anna", "target": "claim", "id": claim_of(tables, quote)["claim_id"], "action": action, **more}


def send(client: TestClient, decision: object, **headers: str) -> Response:
    usual = {"x-soat-key": "another", "content-type": "application/json"}
    return client.post("/a-word/decisions", content=json.dumps(decision), headers=usual | headers)


def test_a_decision_is_on_the_disk_when_it_is_answered(client: TestClient, tables: Path) -> None:
    answer = send(client, said(tables, action="correct", corrected={"value": 13}, note="<script>alert(1)</script>"))
    assert answer.status_code == 200
    (kept,) = DecisionLog(log_of(tables)).read()[0]
    claim = claim_of(tables, "12")
    assert (kept.corrected, kept.quote, kept.sentence, kept.source_path) == ({"value": 13}, claim["quote"], claim["sentence"], "a.txt")
    assert answer.json()["standing"][claim["claim_id"]]["status"] == "corrected"


def test_two_browsers_see_each_other_and_lose_nothing(client: TestClient, tables: Path) -> None:
    other = open_client(tables)
    ids = [row["claim_id"] for row in read_table(tables, "claims").to_pylist()]
    for number, key in enumerate(ids * 3):
        for who, browser in (("anna", client), ("binh", other)):
            action = "accept" if (number + (who == "binh")) % 2 else "reject"
            assert send(browser, {"reviewer": who, "target": "claim", "id": key, "action": action}).status_code == 200
    assert len(DecisionLog(log_of(tables)).read()[0]) == 6 * len(ids)
    news = client.get("/a-word/state?seen=0").json()
    assert news["seen"] == 6 * len(ids)
    assert {one["status"] for one in news["standing"].values()} == {"disputed"}
    assert client.get(f"/a-word/state?seen={news['seen']}").json()["standing"] == {}


def test_an_undo_is_ones_own(client: TestClient, tables: Path) -> None:
    answer = send(client, said(tables, action="reject")).json()
    key = claim_of(tables, "12")["claim_id"]
    entry = answer["standing"][key]["decisions"][0]["entry"]
    assert send(client, said(tables, action="undo", undoes=entry) | {"reviewer": "binh"}).status_code == 403
    assert send(client, said(tables, action="undo", undoes=entry)).json()["standing"][key]["status"] == "unreviewed"
    assert send(client, said(tables, action="undo", undoes=entry)).status_code == 409
    assert send(client, said(tables, action="undo", undoes="0" * 16)).status_code == 404


@pytest.mark.parametrize(("path", "headers", "status"), [
    ("/wrong/", {}, 404), ("/", {}, 404), ("/a-word", {}, 307), ("/a-word/else", {}, 404), ("/a-word/", {"host": "evil.example"}, 421),
    ("/a-word/", {"host": f"{HOST}.evil.example"}, 421), ("/a-word/", {"origin": "http://evil.example"}, 403), ("/a-word/", {"origin": "null"}, 403),
    ("/a-word/state?seen=x", {}, 400), ("/a-word/state?seen=-1", {}, 400), ("/a-word/", {"origin": f"http://{HOST}"}, 200),
])
def test_who_may_look(path: str, headers: dict[str, str], status: int, client: TestClient) -> None:
    assert client.get(path, headers=headers, follow_redirects=False).status_code == status


@pytest.mark.parametrize(("headers", "status"), [
    ({"x-soat-key": "wrong"}, 403), ({"x-soat-key": ""}, 403),
    ({"content-type": "text/plain"}, 415), ({"content-type": "application/x-www-form-urlencoded"}, 415),
    ({"origin": "https://evil.example"}, 403), ({"host": "evil.example"}, 421),
])
def test_a_decision_from_elsewhere_is_refused(headers: dict[str, str], status: int, client: TestClient, tables: Path) -> None:
    assert send(client, said(tables), **headers).status_code == status
    assert not log_of(tables).exists()


@pytest.mark.parametrize(("decision", "status"), [
    ([], 400), ({}, 404), ("x", 400), ({"target": "claim", "id": "nope", "action": "accept", "reviewer": "a"}, 404),
    ({"target": "finding", "id": "nope", "action": "accept", "reviewer": "a"}, 404),
])
def test_nonsense_is_answered_and_not_kept(decision: object, status: int, client: TestClient, tables: Path) -> None:
    answer = send(client, decision)
    assert answer.status_code == status
    assert answer.json()["reason"]
    assert not log_of(tables).exists()


def test_a_huge_note_is_refused_with_its_limit(client: TestClient, tables: Path) -> None:
    assert send(client, said(tables, action="note", note="x" * 5000)).status_code == 400
    answer = send(client, said(tables, action="note", note="x" * 100_000))
    assert (answer.status_code, "4000 characters" in answer.json()["reason"]) == (413, True)
    assert not log_of(tables).exists()


def test_tables_that_changed_under_the_service_are_told(client: TestClient, tables: Path) -> None:
    os.utime(tables / "run.json", ns=(1, 1))
    answer = send(client, said(tables))
    assert answer.status_code == 409
    assert "start soat review again" in answer.json()["reason"]
    assert not log_of(tables).exists()


def test_a_full_disk_is_told_and_the_service_goes_on(client: TestClient, tables: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write

    def full(descriptor: int, data: bytes) -> int:
        if data.startswith(b'{"entry"'):
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(descriptor, data)

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full)
        answer = send(client, said(tables))
        assert (answer.status_code, "No space left" in answer.json()["reason"]) == (507, True)
    assert send(client, said(tables)).status_code == 200


def test_a_corrupt_line_is_told_to_the_browser(client: TestClient, tables: Path) -> None:
    send(client, said(tables))
    with log_of(tables).open("ab") as stream:
        stream.write(b"junk\n")
    news = client.get("/a-word/state").json()
    assert len(news["problems"]) == 1
    assert news["seen"] == 1


def test_no_answer_may_be_framed_or_kept_by_the_browser(client: TestClient) -> None:
    for path in ("/a-word/", "/wrong/", "/a-word/state"):
        headers = client.get(path).headers
        assert (headers["x-frame-options"], headers["cache-control"], headers["x-content-type-options"]) == ("DENY", "no-store", "nosniff")
