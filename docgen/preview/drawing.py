"""Pictures of slides, each drawn once for all that it shows: when somebody looks at it."""

from __future__ import annotations

import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from docgen.layout.pack import LayoutPack
from docgen.layout.style import measure_of
from docgen.placed import Design, PlacedDeck, PlacedSlide
from docgen.preview.kept import digest
from docgen.render.alone import alone
from docgen.render.betteroffice import draw
from docgen.render.engine import Engine
from docgen.render.pages import page_pngs, to_pdf
from docgen.render.svg import slide_svg
from docgen.whole.file import write_file
from docgen.write import write


class Picture(NamedTuple):
    """A picture of a slide: its bytes, its media type, and the seconds that it took to draw."""

    data: bytes
    media_type: str
    seconds: float = 0.0


class Keys:
    """The keys of slides: equal for two slides that look the same. A slide that is as it was has its key at once."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[PlacedSlide, str]] = {}
        self._design: tuple[Design, str] | None = None

    def of(self, deck: PlacedDeck) -> tuple[str, ...]:
        """The key of each slide of a deck."""
        if self._design is None or self._design[0] != deck.design:
            self._design = (deck.design, digest(deck.design) or "")
            self._known = {}
        known = self._known
        self._known = {slide.id: (slide, self._key(slide, known.get(slide.id))) for slide in deck.slides}
        return tuple(key for _, key in self._known.values())

    def _key(self, slide: PlacedSlide, known: tuple[PlacedSlide, str] | None) -> str:
        if known is not None and known[0] == slide:
            return known[1]
        assert self._design is not None
        return digest((slide, self._design[1])) or ""


class Pictures:
    """Draws slides by one engine, and keeps the pictures of those that are still in the deck."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._drawn: dict[str, Picture] = {}
        self._drawing = threading.Lock()

    def keep(self, keys: Sequence[str]) -> None:
        """Forget the pictures of slides that are no more."""
        with self._drawing:
            self._drawn = {key: picture for key, picture in self._drawn.items() if key in set(keys)}

    def of(self, key: str, keys: Sequence[str], deck: PlacedDeck, pack: LayoutPack) -> Picture:
        """The picture of the slide of a key, in a deck whose slides have ``keys``. DocgenError as the engine raises."""
        with self._drawing:
            if key not in self._drawn:
                wanted = {key: deck.slides[keys.index(key)]}
                if self.engine == "libreoffice":
                    # It takes seconds to start, and little more for a hundred slides than for one.
                    wanted = {own: slide for own, slide in zip(keys, deck.slides, strict=True) if own not in self._drawn}
                begin = time.perf_counter()
                drawn = self._draw(tuple(wanted.values()), deck, pack)
                seconds = time.perf_counter() - begin
                self._drawn.update(zip(wanted, (one._replace(seconds=seconds) for one in drawn), strict=True))
            return self._drawn[key]

    def _draw(self, slides: Sequence[PlacedSlide], deck: PlacedDeck, pack: LayoutPack) -> Sequence[Picture]:
        if self.engine == "svg":
            measure = measure_of(pack)
            svgs = (slide_svg(slide, deck.design, measure) for slide in slides)
            return [Picture(svg.encode(), "image/svg+xml") for svg in svgs]
        if self.engine == "betteroffice":
            drawn = [png for slide in slides for png in draw(write(alone(deck, slide)), slide.id)]
            return [Picture(png, "image/png") for png in drawn]
        return _by_libreoffice(slides, deck)


def _by_libreoffice(slides: Sequence[PlacedSlide], deck: PlacedDeck) -> list[Picture]:
    """The pictures of slides from one PDF."""
    with tempfile.TemporaryDirectory() as place:
        file = write_file(write(alone(deck, *slides)), Path(place) / "slides.pptx")
        return [Picture(png, "image/png") for png in page_pngs(to_pdf(file, Path(place) / "drawn"))]
