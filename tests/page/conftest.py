"""One browser for all tests of the page; without a browser they are skipped, unless SOAT_BROWSER=required."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.keys import Keys

from pipeline.page import Tables, page_of
from tests.page.building import backdrop, story

_WIDE, _TALL = 1440, 900
_ARGUMENTS = ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--hide-scrollbars", "--lang=en")


class Looker:
    """A browser that looks at pages; every page that it opens is told where the reader stands: screen, light or dark, language."""

    def __init__(self, driver: Chrome, folder: Path) -> None:
        self.driver = driver
        self._folder = folder
        self._pages = 0

    def open(self, page: str, at: str = "", *, language: str = "en", wide: int = _WIDE, tall: int = _TALL, scheme: str = "light") -> None:
        """Write a page and open it at an id."""
        self._pages += 1
        path = self._folder / f"{self._pages}.html"
        path.write_text(page, encoding="utf-8", newline="\n")
        phone = wide < 600
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": wide, "height": tall, "deviceScaleFactor": 1, "mobile": phone})
        features = [{"name": "prefers-color-scheme", "value": scheme}, {"name": "prefers-reduced-motion", "value": "reduce"}]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": features})
        self.logs("performance")
        self.logs("browser")
        self.driver.get(path.as_uri() + at)
        kept = "return localStorage.getItem('soat.language') === arguments[0] && !localStorage.getItem('soat.theme')"
        if not self.run(kept, language):
            self.run("localStorage.clear(); localStorage.setItem('soat.language', arguments[0])", language)
            self.driver.refresh()

    def run(self, script: str, *values: object) -> Any:  # noqa: ANN401 - what a script gives
        """Run a script in the page."""
        return self.driver.execute_script(script, *values)

    def go(self, at: str) -> None:
        """Follow an address inside the page."""
        self.run("location.hash = arguments[0]", at)
        self.settle()

    def press(self, *keys: str) -> None:
        """Press keys where the focus is."""
        for key in keys:
            self.driver.switch_to.active_element.send_keys(key)
            self.settle()

    def escape(self) -> None:
        """Press the escape key."""
        self.press(Keys.ESCAPE)

    def settle(self) -> None:
        """Wait until the page has done what is on its way."""
        self.driver.execute_async_script("const done = arguments[0]; setTimeout(() => requestAnimationFrame(() => done()), 30)")

    def wait_for(self, condition: str) -> None:
        """Wait until an expression of the page is true; a test that waits for ever fails by the driver's own limit."""
        script = "const done = arguments[0]; const ask = () => (CONDITION) ? done() : setTimeout(ask, 30); ask();"
        self.driver.execute_async_script(script.replace("CONDITION", condition))

    def choose(self, selector: str, value: str) -> None:
        """Choose a value of a list."""
        script = "const one = document.querySelector(arguments[0]); one.value = arguments[1]; one.dispatchEvent(new Event('change'));"
        self.run(script, selector, value)
        self.settle()

    def search(self, words: str) -> None:
        """Type a search and let it run."""
        script = "const box = document.getElementById('search'); box.value = arguments[0]; box.dispatchEvent(new Event('input'));"
        self.run(script, words)
        self.driver.execute_async_script("setTimeout(arguments[0], 180)")

    def all(self, selector: str) -> list[str]:
        """The texts of all elements of a selector."""
        return list(self.run("return [...document.querySelectorAll(arguments[0])].map((one) => one.textContent)", selector))

    def count(self, selector: str) -> int:
        """How many elements of a selector there are."""
        return int(self.run("return document.querySelectorAll(arguments[0]).length", selector))

    def shown(self, selector: str) -> str:
        """The text of the first element of a selector as it is laid out."""
        return str(self.run("return document.querySelector(arguments[0]).innerText", selector))

    def numbers(self, selector: str, attribute: str) -> list[float]:
        """An attribute of all elements of a selector, as numbers."""
        script = "return [...document.querySelectorAll(arguments[0])].map((one) => Number(one.getAttribute(arguments[1])))"
        return list(self.run(script, selector, attribute))

    def logs(self, kind: str) -> list[dict[str, Any]]:
        """What the browser has logged since the last time."""
        return list(self.driver.get_log(kind))  # type: ignore[no-untyped-call]

    def complaints(self) -> list[str]:
        """Errors and refused loads since the page was opened."""
        return [entry["message"] for entry in self.logs("browser") if entry["level"] in ("SEVERE", "WARNING")]

    def requests(self) -> list[str]:
        """Every address that was asked for since the page was opened."""
        messages = [json.loads(entry["message"])["message"] for entry in self.logs("performance")]
        return [one["params"]["request"]["url"] for one in messages if one["method"] == "Network.requestWillBeSent"]


@pytest.fixture(scope="session")
def looker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Looker]:
    browser = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chromium-browser")
    driver = shutil.which("chromedriver")
    if browser is None or driver is None:
        reason = "no Chromium with chromedriver on this machine (Debian: apt-get install chromium chromium-driver): the page was not looked at"
        if os.environ.get("SOAT_BROWSER") == "required":
            pytest.fail(reason)
        pytest.skip(reason)
    options = ChromeOptions()
    options.binary_location = browser
    for argument in (*_ARGUMENTS, f"--window-size={_WIDE},{_TALL}"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    chrome = Chrome(options=options, service=Service(driver))
    try:
        yield Looker(chrome, tmp_path_factory.mktemp("pages"))
    finally:
        chrome.quit()


@pytest.fixture(scope="session")
def page() -> Callable[[Tables], str]:
    def make(tables: Tables) -> str:
        return page_of(tables, backdrop(), "A run")

    return make


@pytest.fixture(scope="session")
def story_page() -> str:
    return page_of(story(), backdrop(), "A run")
