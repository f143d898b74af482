"""A whole review in a real browser, by keyboard and on a phone: from opening to reviewed tables."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver.common.keys import Keys

from pipeline.cli.app import run_app
from pipeline.config import RunConfig
from pipeline.review import DecisionLog, apply_decisions, log_of
from pipeline.run import run
from pipeline.write import read_table
from tests.page.conftest import Looker
from tests.review.test_applying import make

_ALL = Keys.CONTROL + "a" + Keys.NULL
_CHOSEN = "document.querySelector('.closeup [data-desk]')?.dataset.desk"
_UNTIL_ACCEPTED = """
const done = arguments[0];
const ask = () => document.querySelector('.closeup .decided.accepted') ? done(performance.now() - window.before) : setTimeout(ask, 1);
ask();
"""


class Service:
    """`soat review` as a process of its own."""

    def __init__(self, tables: Path, *options: str) -> None:
        command = [sys.executable, "-m", "pipeline", "review", str(tables), "--no-open", *options]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        line = ""
        while not (found := re.search(r"http://\S+/", line)):
            line = self.process.stdout.readline()
            assert line, "the service ended"
        self.address = found[0]

    def kill(self) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.communicate()


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    return make(tmp_path)


@pytest.fixture
def service(tables: Path) -> Iterator[Service]:
    running = Service(tables, "--reviewer", "anna")
    yield running
    running.kill()


def look(looker: Looker, address: str) -> None:
    looker.driver.get(address)
    looker.wait_for("document.getElementById('progress')")


def press_and_wait(looker: Looker, key: str, status: str) -> None:
    looker.press(key)
    looker.wait_for(f"document.querySelector('.closeup .decided')?.classList.contains('{status}')")


def test_a_review_by_keyboard_from_opening_to_reviewed_tables(looker: Looker, service: Service, tables: Path) -> None:
    look(looker, service.address)
    total = len(read_table(tables, "claims"))
    looker.press("x")
    first = looker.run(f"return {_CHOSEN}")
    press_and_wait(looker, "a", "accepted")
    looker.press("x")
    second = looker.run(f"return {_CHOSEN}")
    assert second not in (None, first)
    press_and_wait(looker, "r", "rejected")
    press_and_wait(looker, "z", "unreviewed")
    press_and_wait(looker, "r", "rejected")
    looker.press("x")
    third = looker.run(f"return {_CHOSEN}")
    looker.press("e")
    looker.wait_for("document.querySelector('dialog[open] input[name=value]')")
    looker.press(_ALL, "five", Keys.ENTER)
    looker.wait_for("document.querySelector('dialog .failed').textContent.includes('five is no number')")
    looker.press(_ALL, "6000000", Keys.ENTER)
    looker.wait_for("!document.querySelector('dialog') && document.querySelector('.closeup .decided.corrected')")
    looker.press("m")
    looker.press("<img src=x onerror=alert(1)>", Keys.TAB, Keys.ENTER)
    looker.wait_for("document.querySelector('.closeup .noted')?.textContent.includes('<img src=x')")
    assert f"3 of {total} decided" in looker.shown("#progress")
    assert looker.complaints() == []
    # what is decided is there after the page and the service have gone
    service.kill()
    again = Service(tables)
    try:
        look(looker, again.address)
        looker.wait_for("document.querySelectorAll('.fact .decided:not(.unreviewed)').length === 3")
    finally:
        again.kill()
    assert apply_decisions(tables, DecisionLog(log_of(tables))).problems == ()
    rows = {row["claim_id"]: row for row in read_table(tables, "reviewed_claims").to_pylist()}
    assert [rows[one]["review_status"] for one in (first, second, third)] == ["accepted", "rejected", "corrected"]
    assert rows[third]["corrected_value"] == 6000000.0
    assert rows[third]["reviewers"] == ["anna"]


def test_a_sample_is_judged_claim_by_claim(looker: Looker, tables: Path) -> None:
    assert run_app(["sample", str(tables), "--n", "2", "--seed", "5"]) == 0
    running = Service(tables, "--reviewer", "anna", "--sample")
    try:
        look(looker, running.address)
        for number in (1, 2):
            looker.press("x")
            press_and_wait(looker, "a", "accepted")
            looker.wait_for(f"document.getElementById('progress').textContent.includes('{number} of 2 decided')")
        looker.press("x")
        looker.wait_for("document.querySelector('.toast')?.textContent.includes('Everything here is decided')")
    finally:
        running.kill()
    assert run_app(["sample", str(tables), "--report"]) == 0


def test_a_second_reviewer_is_asked_for_a_name_and_differences_show(looker: Looker, tables: Path) -> None:
    one, other = Service(tables, "--reviewer", "anna"), Service(tables)
    try:
        look(looker, one.address)
        looker.press("x")
        press_and_wait(looker, "a", "accepted")
        look(looker, other.address)
        looker.wait_for("document.querySelector('.fact .decided.accepted')")
        looker.run("document.querySelector('.fact .decided.accepted').closest('a').click()")
        looker.wait_for("document.querySelector('.closeup [data-desk]')")
        looker.press("r")
        looker.wait_for("document.querySelector('dialog[open] input[name=reviewer]')")
        looker.run("const box = document.querySelector('dialog input'); box.value = 'Bình'; box.form.requestSubmit()")
        looker.wait_for("document.querySelector('.closeup .decided.disputed')")
        assert "Reviewers differ" in looker.shown(".closeup .desk")
    finally:
        one.kill()
        other.kill()


def test_a_service_that_is_gone_is_told_and_nothing_seems_kept(looker: Looker, service: Service) -> None:
    look(looker, service.address)
    looker.press("x")
    service.kill()
    looker.press("a")
    looker.wait_for("document.querySelector('.toast')?.textContent.includes('start soat review again')")
    assert looker.count(".decided.accepted") == 0


def test_on_a_phone_the_desk_is_at_hand(looker: Looker, service: Service, tmp_path: Path) -> None:
    looker.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": 390, "height": 800, "deviceScaleFactor": 1, "mobile": True})
    try:
        look(looker, service.address)
        looker.run("document.querySelector('#progress button:last-child').click()")
        looker.wait_for("document.querySelector('.closeup [data-do=accept]')")
        box = looker.run("return document.querySelector('.closeup [data-do=accept]').getBoundingClientRect().toJSON()")
        assert 0 <= box["left"] < box["right"] <= 390
        assert 0 <= box["top"] < box["bottom"] <= 800
        assert looker.run("return document.documentElement.scrollWidth") <= 390
        looker.run("document.querySelector('.closeup [data-do=accept]').click()")
        looker.wait_for("document.querySelector('.closeup .decided.accepted')")
        looker.driver.save_screenshot(str(tmp_path / "phone.png"))
    finally:
        looker.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_two_thousand_claims_stay_quick(looker: Looker, tmp_path: Path) -> None:
    source = tmp_path / "many.jsonl"
    texts = (" ".join(f"Gmina ma {100 * part + number} szkół i {number + 2} mosty." for number in range(100)) for part in range(10))
    source.write_text("".join(json.dumps({"text": text, "lang": "pl"}) + "\n" for text in texts), encoding="utf-8")
    run(RunConfig(inputs=(str(source),), out=tmp_path / "out"))
    assert len(read_table(tmp_path / "out", "claims")) == 2000
    service = Service(tmp_path / "out", "--reviewer", "anna")
    try:
        look(looker, service.address)
        times = []
        for _ in range(12):
            looker.press("x")
            looker.run("window.before = performance.now(); document.querySelector('.closeup [data-do=accept]').click()")
            times.append(looker.driver.execute_async_script(_UNTIL_ACCEPTED))
        # the middle one, since a busy machine may pause any single one
        assert sorted(times)[len(times) // 2] < 100
    finally:
        service.kill()
