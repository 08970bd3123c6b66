"""The page of a preview in a real browser: what somebody does there, and what is seen after a save."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.browsing import served
from support.small_folder import make_folder

if TYPE_CHECKING:
    from playwright.sync_api import Page

_CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(_CHROMIUM is None, reason="no chromium on the PATH (apt-get install chromium)")
_PATIENCE = 90_000  # milliseconds; nothing is measured


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_folder(tmp_path_factory.mktemp("browser") / "content")


@pytest.fixture(scope="module")
def page(content: Path) -> Iterator[Page]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with served(content) as seat, playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=_CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1400, "height": 900})
        page.set_default_timeout(_PATIENCE)
        wrong: list[str] = []
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto(seat.address)
        page.wait_for_selector("#page[data-shown]")
        yield page
        browser.close()
        assert wrong == []


def number(page: Page) -> str:
    return page.locator("#number").inner_text().split(" / ")[0]


def seen(page: Page) -> list[str]:
    items = page.locator("#thumbnails li[data-slide]:visible")
    return list(items.evaluate_all("items => items.map(item => item.dataset.slide)"))


def test_keys_lead_through_the_pages_and_the_address_names_the_page(page: Page) -> None:
    page.keyboard.press("Home")
    assert number(page) == "1"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("j")
    assert number(page) == "3"
    page.keyboard.press("End")
    assert number(page) == page.locator("#number").inner_text().split(" / ")[1]
    slide = page.locator("#thumbnails [aria-current]").get_attribute("data-slide") or "?"
    assert page.url.endswith("#" + slide.replace("/", "%2F"))


def test_a_thumbnail_opens_its_page(page: Page) -> None:
    page.locator("#thumbnails button").nth(1).click()
    assert number(page) == "2"
    page.wait_for_selector(f"#page[data-shown='{page.locator('#page').get_attribute('data-key')}']")


def test_a_search_narrows_the_pages_and_escape_shows_all_again(page: Page) -> None:
    every = len(seen(page))
    page.keyboard.press("/")
    page.keyboard.type("I-1065")
    page.wait_for_selector("#thumbnails li[data-slide='cover'][hidden]", state="attached")
    assert 0 < len(seen(page)) < every
    page.keyboard.press("Enter")
    assert page.locator("#slide-id").inner_text() in seen(page)
    page.keyboard.press("/")
    page.keyboard.press("Escape")
    page.wait_for_selector("#thumbnails li[data-slide='cover']:not([hidden])")
    assert len(seen(page)) == every


def test_a_click_on_a_sentence_shows_its_line_as_a_link(page: Page, content: Path) -> None:
    page.locator("#thumbnails li[data-slide^='I-1065/'] button").first.click()
    page.wait_for_selector("#shapes i[title='I-1065/traffic/title']", state="attached")
    title = page.locator("#shapes i[title='I-1065/traffic/title']").bounding_box()
    assert title is not None
    page.mouse.click(title["x"] + 40, title["y"] + title["height"] / 2)
    link = page.locator("#panel-origin a.place").first
    link.wait_for()
    assert (link.get_attribute("href") or "").startswith(f"vscode://file/{content.resolve().as_posix().lstrip('/')}/")
    assert "I-1065.yaml:" in link.inner_text()


def test_a_saved_file_an_error_and_its_mend_are_seen(page: Page, content: Path) -> None:
    file = next(content.glob("precedents/*.yaml"))
    good = file.read_text(encoding="utf-8")
    retitled = "".join("title: 改めた題\n" if line.startswith("title:") else line for line in good.splitlines(True))
    file.write_text(retitled, encoding="utf-8")
    page.keyboard.press("Escape")
    page.wait_for_selector("#thumbnails button[aria-label*='改めた題']")
    page.locator("#thumbnails button[aria-label*='改めた題']").first.click()
    assert "改めた題" in page.locator("#slide-title").inner_text()
    file.write_text(retitled.replace("id: ", "id: [", 1), encoding="utf-8")
    page.wait_for_selector("#errors .place")
    assert f"{file.name}:" in page.locator("#errors .place").first.inner_text()
    assert "改めた題" in page.locator("#slide-title").inner_text()
    file.write_text(good, encoding="utf-8")
    page.wait_for_selector("#errors", state="hidden")
    page.wait_for_selector("#thumbnails button[aria-label*='改めた題']", state="detached")


def test_a_finding_comes_and_goes(page: Page, content: Path) -> None:
    page.wait_for_selector("#panel-findings .item", state="attached")
    typed = page.locator("#panel-findings .item", has_text="98765")
    file = content / "indicators" / "I-1065.yaml"
    good = file.read_text(encoding="utf-8")
    file.write_text(good.replace("messages:\n", "messages:\n      - 死者数は98765人であった。\n", 1), encoding="utf-8")
    typed.first.wait_for(state="attached")
    file.write_text(good, encoding="utf-8")
    typed.first.wait_for(state="detached")
