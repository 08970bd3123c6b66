"""The deck of a content folder built again and again: what is as it was is not read, composed or drawn anew."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from docgen.batching.inputs import folder_digest
from docgen.compose.shown_pages import shown_pages
from docgen.layout.pack import LayoutPack
from docgen.model import Compendium
from docgen.pipeline import BuiltDeck, derived, load, pack_of, place
from docgen.preview.kept import KeptFiles, KeptPages
from docgen.ready import ReadyCompendium

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Source:
    """What is previewed: a content folder in a layout pack, with the folder of the year before where one is stated."""

    content: Path
    layout: str
    previous: Path | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """What a build made, how many pages of it were composed anew, and what each stage took, in seconds."""

    compendium: Compendium
    ready: ReadyCompendium
    deck: BuiltDeck
    composed: int
    seconds: Mapping[str, float]


class Workshop:
    """Builds the deck of a source. Each build equals a first one: what is kept is kept by all that it was made from."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._files = KeptFiles()
        self._pages = KeptPages()
        self.folders: tuple[Path, ...] = (source.content,)
        """The folders that the last build read: the content's, those of the years before, the pack's."""

    def make(self) -> Made:
        """Build the deck. Raises DocgenError and DocgenErrors as a build does; what was kept is kept."""
        watch = _Watch()
        # A build makes much that lives on; looking for garbage on the way would take a third of its time.
        gc.disable()
        try:
            return self._make(watch)
        finally:
            gc.enable()

    def _make(self, watch: _Watch) -> Made:
        source = self.source
        pack = watch.timed("load", lambda: pack_of(source.layout))
        self.folders = (source.content, *filter(None, (source.previous,)), *pack.origin.folders)
        compendium = watch.timed("load", lambda: load(source.content, source.previous, pack, read=self._files.read))
        self.folders = (*self.folders, *_years_before(source.content, compendium))
        ready = watch.timed("derive", lambda: shown_pages(derived(compendium, pack), pack.pages))
        deck = watch.timed("compose", lambda: self._placed(ready, pack))
        self._files.forget_unread()
        return Made(compendium, ready, deck, self._pages.composed, watch.seconds)

    def _placed(self, ready: ReadyCompendium, pack: LayoutPack) -> BuiltDeck:
        self._pages.begin("".join(map(folder_digest, pack.origin.folders)))
        deck = place(ready, pack, self._pages.place, self._pages.size)
        self._pages.end()
        return deck


class _Watch:
    """Adds up the seconds of each stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def timed(self, stage: str, work: Callable[[], T]) -> T:
        begin = time.perf_counter()
        try:
            return work()
        finally:
            self.seconds[stage] = self.seconds.get(stage, 0.0) + time.perf_counter() - begin


def _years_before(folder: Path, compendium: Compendium) -> tuple[Path, ...]:
    """The folders of the years before that compendia name."""
    if compendium.previous is None or compendium.previous_folder is None:
        return ()
    before = folder / compendium.previous_folder
    return (before, *_years_before(before, compendium.previous))
