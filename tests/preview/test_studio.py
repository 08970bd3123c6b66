"""What a browser is told while files change: pages, errors with their places, never anything that is over."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from support.small_folder import make_folder

import docgen
from docgen.preview.studio import Studio
from docgen.preview.workshop import Source

LAYOUT = "cabinet-office"
_PATIENCE = 60.0  # seconds; nothing is measured
Scene = Callable[[Studio, "Browser"], Awaitable[None]]


class Browser:
    """Takes what it is told until it is what a test waits for."""

    def __init__(self, studio: Studio) -> None:
        self._events: AsyncIterator[tuple[str, str]] = studio.events()
        self.told: dict[str, Any] = {}

    async def until(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        async with asyncio.timeout(_PATIENCE):
            while not wanted(self.told):
                name, data = await anext(self._events)
                if name:
                    self.told[name] = json.loads(data)
        return self.told


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return make_folder(tmp_path / "content")


@pytest.fixture(autouse=True)
def unchecked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Checks are processes of their own, which these tests need not wait for."""
    monkeypatch.setattr("docgen.preview.studio._QUIET", 3600.0)


def played(content: Path, scene: Scene) -> None:
    async def play() -> None:
        studio = Studio(Source(content, LAYOUT), "svg", "en")
        running = asyncio.create_task(studio.run())
        try:
            await scene(studio, Browser(studio))
        finally:
            await studio.close()
            running.cancel()

    asyncio.run(play())


def titles(told: dict[str, Any]) -> list[str]:
    return [slide["title"] for slide in told.get("deck", {}).get("slides", ())]


def retitle(content: Path, title: str) -> None:
    file = next(content.glob("precedents/*.yaml"))
    lines = file.read_text(encoding="utf-8").splitlines()
    lines = [f"title: {title}" if line.startswith("title:") else line for line in lines]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def shows(title: str) -> Callable[[dict[str, Any]], bool]:
    return lambda told: any(title in known for known in titles(told)) and not told.get("errors", {}).get("errors")


def test_a_saved_sentence_is_told_and_no_other_page_is_drawn_anew(content: Path) -> None:
    async def scene(_: Studio, browser: Browser) -> None:
        first = (await browser.until(lambda told: "deck" in told))["deck"]
        retitle(content, "改めた題")
        second = (await browser.until(shows("改めた題")))["deck"]
        keys = {slide["key"] for slide in first["slides"]}
        changed = [slide["title"] for slide in second["slides"] if slide["key"] not in keys]
        assert second["composed"] == 1
        assert [title for title in changed if "改めた題" in title]
        assert len(changed) <= 2

    played(content, scene)


def test_an_error_is_told_with_its_place_and_the_last_good_deck_stays(content: Path) -> None:
    async def scene(studio: Studio, browser: Browser) -> None:
        good = (await browser.until(lambda told: "deck" in told))["deck"]
        main = content / "compendium.yaml"
        text = main.read_text(encoding="utf-8")
        main.write_text(text.replace("fiscal_year: 2023", "fiscal_year: 二千"), encoding="utf-8")
        told = await browser.until(lambda told: bool(told.get("errors", {}).get("errors")))
        (error,) = told["errors"]["errors"]
        assert error["where"] == f"{main}:2:14"
        assert error["link"] == f"vscode://file/{main.resolve().as_posix().lstrip('/')}:2:14"
        assert told["deck"] == good
        assert studio.shown is not None
        main.write_text(text, encoding="utf-8")
        await browser.until(lambda told: told["errors"]["errors"] == [])

    played(content, scene)


def test_a_file_that_an_editor_writes_in_two_steps_is_shown_as_it_is_in_the_end(content: Path) -> None:
    async def scene(_: Studio, browser: Browser) -> None:
        await browser.until(lambda told: "deck" in told)
        file = next(content.glob("precedents/*.yaml"))
        text = file.read_text(encoding="utf-8")
        file.write_text(text[: len(text) // 2] + "\n  - [", encoding="utf-8")
        await asyncio.sleep(0.3)
        file.write_text(text, encoding="utf-8")
        retitle(content, "書き終えた題")
        await browser.until(shows("書き終えた題"))

    played(content, scene)


def test_a_folder_that_is_renamed_and_comes_back_is_shown_again(content: Path) -> None:
    async def scene(_: Studio, browser: Browser) -> None:
        await browser.until(lambda told: "deck" in told)
        away = content.rename(content.with_name("away"))
        told = await browser.until(lambda told: bool(told.get("errors", {}).get("errors")))
        assert str(content) in told["errors"]["errors"][0]["where"]
        away.rename(content)
        retitle(content, "戻った題")
        await browser.until(shows("戻った題"))

    played(content, scene)


def test_many_saves_end_in_the_last_one_for_every_browser(content: Path) -> None:
    async def scene(studio: Studio, browser: Browser) -> None:
        other = Browser(studio)
        await browser.until(lambda told: "deck" in told)
        for number in range(60):
            retitle(content, f"第{number}版")
            await asyncio.sleep(0.005)
        told = await browser.until(shows("第59版"))
        assert (await other.until(shows("第59版")))["deck"] == told["deck"]
        assert told["deck"]["edition"] < 60
        assert studio.shown is not None
        cold = docgen.build(docgen.load(content, layout=LAYOUT), LAYOUT)
        assert studio.shown.made.deck.to_bytes() == cold.to_bytes()

    played(content, scene)


def test_a_place_of_the_content_is_shown_to_those_who_look(content: Path) -> None:
    async def scene(studio: Studio, browser: Browser) -> None:
        studio.show_first((content / "indicators" / "I-1065.yaml", 1))
        told = await browser.until(lambda told: "show" in told)
        assert told["show"]["slide"].startswith("I-1065/")
        late = Browser(studio)
        await late.until(lambda told: "deck" in told and "errors" in told)
        assert "show" not in late.told

    played(content, scene)
