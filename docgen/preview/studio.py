"""The studio of a preview: builds when files change, and tells every browser what there is to see."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from docgen.errors import DocgenError
from docgen.messages import Language
from docgen.placed import PlacedSlide
from docgen.preview.beside import Beside
from docgen.preview.drawing import Keys, Picture, Pictures
from docgen.preview.edition import box_row, deck_row, error_rows, origin_row, shape_rows
from docgen.preview.places import Places
from docgen.preview.searching import TextIndex
from docgen.preview.watching import changes, signature
from docgen.preview.workshop import Made, Source, Workshop
from docgen.render.engine import Engine

_QUIET = 0.4  # seconds without a change, after which checks begin
_HEARTBEAT = 15.0  # seconds


class Shown(NamedTuple):
    """A deck that is shown: how it was made, the keys of its slides, its places."""

    made: Made
    keys: tuple[str, ...]
    places: Places


class Studio:
    """Builds a source while it changes. ``shown`` is the last deck that could be built; None before the first one."""

    def __init__(self, source: Source, engine: Engine, language: Language) -> None:
        self.source, self.language = source, language
        self.shown: Shown | None = None
        self._workshop = Workshop(source)
        self._keys = Keys()
        self._pictures = Pictures(engine)
        self._texts = TextIndex()
        self._beside = Beside(language)
        self._told: dict[str, tuple[int, str]] = {}
        self._listeners: set[asyncio.Event] = set()
        self._stop = asyncio.Event()
        self._edition = 0
        self._at: tuple[Path, int] | None = None
        self._awaited = False
        self._checking: asyncio.Task[None] | None = None
        # One thread builds; one draws, so that a deck's pictures are made, and forgotten, in one thread.
        self._building = ThreadPoolExecutor(1)
        self._drawing = ThreadPoolExecutor(1)

    async def run(self) -> None:
        """Build now and at every change, until the studio is closed."""
        async for _ in changes(lambda: self._workshop.folders, self._stop):
            await self._check_no_more()
            if await self.build():
                self._checking = asyncio.create_task(self._check())

    async def _check_no_more(self) -> None:
        """Stop the check that is running."""
        if self._checking is not None:
            self._beside.stop()
            self._checking.cancel()
            await asyncio.gather(self._checking, return_exceptions=True)
            self._checking = None

    def show_first(self, at: tuple[Path, int] | None) -> None:
        """Show the first browser where a line of a file is, as soon as there is a deck."""
        self._at = at

    async def close(self) -> None:
        """End all that runs."""
        self._stop.set()
        self._wake()
        await self._check_no_more()
        self._building.shutdown(wait=False, cancel_futures=True)
        self._drawing.shutdown(wait=False, cancel_futures=True)

    async def build(self) -> bool:
        """Build once and tell it; whether that gave a deck. What changed meanwhile is built anew, and not told as wrong."""
        before = signature(self._workshop.folders)
        loop = asyncio.get_running_loop()
        try:
            made, keys = await loop.run_in_executor(self._building, self._made)
        except DocgenError as error:
            if signature(self._workshop.folders) == before:
                self._tell("errors", {"errors": error_rows(error, self.language)})
            return False
        self.shown = Shown(made, keys, Places(made))
        self._edition += 1
        self._tell("deck", {"edition": self._edition, "engine": self._pictures.engine, **deck_row(made, keys)})
        self._tell("errors", {"errors": []})
        loop.run_in_executor(self._drawing, self._pictures.keep, keys)
        if self._at is not None:
            (file, line), self._at, self._awaited = self._at, None, True
            await self.show(file, line)
        return True

    def _made(self) -> tuple[Made, tuple[str, ...]]:
        made = self._workshop.make()
        return made, self._keys.of(made.deck.placed)

    async def _check(self) -> None:
        """Tell what checks find, and what changed since last year, once nothing changes any more."""
        await asyncio.sleep(_QUIET)
        shown = self.shown
        if shown is None:
            return
        findings = await self._beside.findings(self.source)
        if findings is not None:
            self._tell("findings", {"findings": findings})
        changed = await self._beside.changes(self.source, shown.made)
        if changed is not None:
            self._tell("changes", {"changes": changed})

    def _tell(self, name: str, row: Mapping[str, Any]) -> None:
        data = json.dumps(row, ensure_ascii=False)
        version, last = self._told.get(name, (0, ""))
        if data != last:
            self._told[name] = (version + 1, data)
            self._wake()

    def _wake(self) -> None:
        for news in self._listeners:
            news.set()

    async def events(self) -> AsyncIterator[tuple[str, str]]:
        """What there is to see, by name, as JSON: all of it at once, then what changes; "" now and then as a sign of life.

        A browser that is slow misses what was over meanwhile, never what is so now.
        """
        seen = {"show": self._told.get("show", (0, ""))[0] if not self._awaited else 0}
        news = asyncio.Event()
        self._listeners.add(news)
        try:
            while not self._stop.is_set():
                news.clear()
                for name, (version, data) in self._fresh(seen).items():
                    seen[name] = version
                    self._awaited = self._awaited and name != "show"
                    yield name, data
                try:
                    await asyncio.wait_for(news.wait(), _HEARTBEAT)
                except TimeoutError:
                    yield "", ""
        finally:
            self._listeners.discard(news)

    def _fresh(self, seen: Mapping[str, int]) -> dict[str, tuple[int, str]]:
        return {name: told for name, told in self._told.items() if told[0] > seen.get(name, 0)}

    async def picture(self, key: str) -> Picture | None:
        """The picture of a key; None for a slide that is no more."""
        shown = self.shown
        if shown is None or key not in shown.keys:
            return None
        deck = shown.made.deck
        draw = partial(self._pictures.of, key, shown.keys, deck.placed, deck.pack)
        drawing = asyncio.wrap_future(self._drawing.submit(draw))
        await asyncio.wait((drawing,))
        return None if drawing.cancelled() else drawing.result()  # what waits is cancelled where the studio is closed

    def shapes(self, slide: str) -> list[dict[str, Any]]:
        """The shapes of a slide; none for one that is not there."""
        placed = self._slide(slide)
        return shape_rows(placed) if placed is not None else []

    async def origin(self, slide: str, x: float, y: float) -> dict[str, Any] | None:
        """Where what stands at a point of a slide comes from."""
        if self.shown is None:
            return None
        places = self.shown.places
        found = await asyncio.get_running_loop().run_in_executor(self._building, places.origin, slide, x, y)
        return origin_row(found) if found is not None else None

    async def show(self, file: Path, line: int) -> dict[str, Any] | None:
        """Show every browser where a line of the content is; None where no slide shows it."""
        if self.shown is None:
            return None
        places = self.shown.places
        target = await asyncio.get_running_loop().run_in_executor(self._building, places.target, file, line)
        if target is None:
            return None
        row = {"slide": target.slide, "box": box_row(target.box) if target.box is not None else None}
        version, _ = self._told.get("show", (0, ""))
        self._tell("show", {**row, "time": version})
        return row

    def search(self, text: str) -> list[str]:
        """The slides on which a text stands."""
        if self.shown is None:
            return []
        return self._texts.slides_with(text, self.shown.made.deck.placed.slides)

    def _slide(self, identifier: str) -> PlacedSlide | None:
        slides = self.shown.made.deck.placed.slides if self.shown is not None else ()
        return next((slide for slide in slides if slide.id == identifier), None)
