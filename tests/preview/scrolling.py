"""A hundred pages scrolled in a browser: ``python -m tests.preview.scrolling [--engine E] [--pictures DIR]`` prints what it saw.

The FY2023 content is opened in chromium; its thumbnails are scrolled from the first page to the last and back by the
wheel, then its pages are walked through by the keyboard. Printed is the longest task that held the page's thread, in
milliseconds; the exit status is 1 where one held it for over 100. ``--pictures`` keeps a picture of the page with the
changes since last year beside it.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests"))

if TYPE_CHECKING:
    from playwright.sync_api import Page

LONGEST = 100
"""Milliseconds after which somebody notices that a page does not answer."""
_PATIENCE = 120_000
_STEP = 400  # pixels of a turn of the wheel
_WATCH = """
window.tasks = [];
new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map((task) => task.duration)))
  .observe({ type: "longtask" });
"""


def scrolled(page: Page) -> int:
    """The thumbnails scrolled to the last one and back; how many pages there are."""
    from playwright.sync_api import expect

    count: int = page.evaluate("document.querySelectorAll('#thumbnails li[data-slide]').length")
    box = page.locator("#pages").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    height: int = page.evaluate("document.getElementById('pages').scrollHeight")
    for turn in [_STEP] * (height // _STEP + 1) + [-_STEP] * (height // _STEP + 1):
        page.mouse.wheel(0, turn)
        page.wait_for_timeout(30)
    expect(page.locator("#thumbnails img:not([data-shown])")).to_have_count(0, timeout=_PATIENCE)
    return count


def walked(page: Page, count: int) -> None:
    """Every page opened by a key."""
    page.keyboard.press("Home")
    for _ in range(count - 1):
        page.keyboard.press("ArrowDown")
        page.wait_for_timeout(30)


def main() -> int:
    """Run it; the exit status."""
    from playwright.sync_api import sync_playwright
    from support.browsing import served

    parser = argparse.ArgumentParser()
    parser.add_argument("--engine", default="betteroffice", choices=("betteroffice", "svg", "libreoffice"))
    parser.add_argument("--pictures", type=Path)
    asked = parser.parse_args()
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    years = ROOT / "content"
    with served(years / "fy2023", asked.engine, previous=years / "fy2022") as seat, sync_playwright() as driver:
        page = driver.chromium.launch(executable_path=program, args=["--no-sandbox"]).new_page(viewport={"width": 1500, "height": 950})
        page.set_default_timeout(_PATIENCE)
        page.add_init_script(_WATCH)
        page.goto(seat.address)
        page.wait_for_selector("#page[data-shown]")
        opened = max(page.evaluate("window.tasks"), default=0)
        page.evaluate("window.tasks = []")
        count = scrolled(page)
        walked(page, count)
        tasks: list[float] = page.evaluate("window.tasks")
        longest = max(tasks, default=0)
        print(f"{asked.engine}: opened, longest task {opened:.0f} ms; {count} pages scrolled and walked through, longest {longest:.0f} ms")
        if asked.pictures is not None:
            page.locator("#filter").select_option("with-changes")
            page.locator("#thumbnails li[data-slide^='I-1065/']:visible button").first.click()
            page.keyboard.press("2")
            page.locator("#panel-changes .item").first.wait_for()
            page.screenshot(path=asked.pictures / "changes.png")
    return int(longest > LONGEST)


if __name__ == "__main__":
    sys.exit(main())
