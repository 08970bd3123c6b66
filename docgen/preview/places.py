"""From a shape of a slide to the place in the content that it comes from, and back."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from docgen.errors import DocgenError, FieldPath, Located, Position
from docgen.layout.style import measure_of
from docgen.model import Compendium
from docgen.placed import Box, PlacedSlide
from docgen.preview.spots import TextSpot, mark_at, text_at, texts_of
from docgen.preview.workshop import Made
from docgen.ready import ReadyPage
from docgen.tracing.chain import trace
from docgen.tracing.step import Step
from docgen.tracing.subjects import Subject, subjects
from docgen.typeset.text_measure import TextMeasure

# A sentence that holds fewer characters of another is no likely origin of it.
_LEAST_SHARED = 4


class Origin(NamedTuple):
    """Where a shape comes from: its place in the content, the step of the trace that it is, the text clicked on."""

    where: Located
    step: Step | None
    text: str
    mark: str


class Target(NamedTuple):
    """Where a place of the content is shown: a slide, and the box of it there; None for the slide as a whole."""

    slide: str
    box: Box | None


class Places:
    """The shapes and places of one build."""

    def __init__(self, made: Made) -> None:
        self._made = made

    def origin(self, slide: str, x: float, y: float) -> Origin | None:
        """What stands at a point of a slide (points from its left and top). None for a slide that is not there."""
        placed = self._slides.get(slide)
        page = self._pages.get(placed.record) if placed is not None else None
        if placed is None or page is None:
            return None
        mark = mark_at(placed, x, y)
        spot = text_at(mark, x, y, self._measure) if mark is not None else None
        text = spot.text if spot is not None else ""
        name = mark.id if mark is not None else placed.id
        step = self._step_of_text(page, text) if text else None
        if step is not None:
            return Origin(step.where, step, text, name)
        subject = self._subject(name)
        path = subject.path if subject is not None else page.path
        return Origin(self._compendium.position(path), self._traced(name, page), text, name)

    def target(self, file: Path, line: int) -> Target | None:
        """Where a line of a file of the content is shown; None for one that no slide shows."""
        near = self._path_at(file, line)
        for page in self._pages_of(near) or list(self._reading(file, line, near)):
            slides = [slide for slide in self._made.deck.placed.slides if slide.record == page.id]
            if slides:
                return self._on_slides(slides, page, file, line)
        return None

    def _pages_of(self, path: FieldPath) -> list[ReadyPage]:
        """The pages whose records hold the field at a path, the nearest first; else those that are written within it."""
        around = [page for page in self._made.ready.pages if page.path and path[: len(page.path)] == page.path]
        if around:
            return sorted(around, key=lambda page: -len(page.path))
        records = (path[:length] for length in range(len(path), 1, -1))
        within = ([page for page in self._made.ready.pages if page.path[: len(own)] == own] for own in records)
        return next(filter(None, within), [])

    def _on_slides(self, slides: Sequence[PlacedSlide], page: ReadyPage, file: Path, line: int) -> Target:
        """The box of what is written at a line, else the first slide of its page."""
        steps = [step for step in self._steps(page) if isinstance(step.where, Position) and step.where.line <= line]
        steps = [step for step in steps if _same(Path(str(step.where).rsplit(":", 2)[0]), file)]
        for step in sorted(steps, key=lambda step: str(step.where).rsplit(":", 2)[1].zfill(9), reverse=True)[:3]:
            for slide in slides:
                if (box := self._shown(slide, step)) is not None:
                    return Target(slide.id, box)
        return Target(slides[0].id, None)

    def _shown(self, slide: PlacedSlide, step: Step) -> Box | None:
        """The box of a step on a slide: of the paragraph with its text, else of the shape with its name."""
        wanted = _plain(step.text)
        for spot in self._spots(slide):
            if wanted and wanted == _plain(spot.text):
                return spot.box
        for mark in slide.marks:
            if step.id and (mark.id == step.id or mark.id.endswith(f"/{step.id.rpartition('/')[2]}")):
                box: Box | None = getattr(mark, "box", None)
                return box
        return next((spot.box for spot in self._spots(slide) if wanted and wanted in _plain(spot.text)), None)

    def _spots(self, slide: PlacedSlide) -> Iterator[TextSpot]:
        for mark in slide.marks:
            yield from texts_of(mark, self._measure)

    def _reading(self, file: Path, line: int, near: FieldPath) -> Iterator[ReadyPage]:
        """The pages that read a line of a data file, or are made from the record that is written there."""
        for page in self._made.ready.pages:
            read = any(trace.line == line and _same(self._root / trace.file, file) for trace in page.traces)
            if read or (len(near) > 1 and str(near[1]) in (page.id, *page.rests_on)):
                yield page
        for page in self._made.ready.pages if len(near) > 1 else ():
            if any(step.id == str(near[1]) for step in self._steps(page)):
                yield page

    def _path_at(self, file: Path, line: int) -> FieldPath:
        """The path of the field that begins at a line, or last before it."""
        found: tuple[int, int, FieldPath] | None = None
        for path, where in self._compendium.origin.positions.items():
            if where.line <= line and _same(Path(where.file), file):
                candidate = (where.line, len(path), path)
                found = candidate if found is None or candidate[:2] > found[:2] else found
        return found[2] if found is not None else ()

    def _step_of_text(self, page: ReadyPage, text: str) -> Step | None:
        """The step of a page's trace that a text on it is, or that it is a part of."""
        wanted = _plain(text)
        steps = [(step, _plain(step.text)) for step in self._steps(page) if step.text]
        equal = [step for step, own in steps if own == wanted]
        if equal:
            return equal[-1]
        parts = [(len(own), step) for step, own in steps if len(own) >= _LEAST_SHARED and (own in wanted or wanted in own)]
        return max(parts, key=lambda part: part[0])[1] if parts and len(wanted) >= _LEAST_SHARED else None

    def _steps(self, page: ReadyPage) -> list[Step]:
        step = self._traced(page.id, page)
        return list(step.walk()) if step is not None else []

    def _traced(self, name: str, page: ReadyPage) -> Step | None:
        for known in (*_prefixes(name), page.id):
            if known in self._subjects:
                try:
                    return trace(self._compendium, self._made.ready, known)
                except DocgenError:  # what cannot be traced has no steps
                    return None
        return None

    def _subject(self, name: str) -> Subject | None:
        return next((self._subjects[known] for known in _prefixes(name) if known in self._subjects), None)

    @property
    def _compendium(self) -> Compendium:
        return self._made.compendium

    @cached_property
    def _root(self) -> Path:
        where = self._compendium.origin.positions.get(("title",))
        return Path(where.file).parent if where is not None else Path()

    @cached_property
    def _subjects(self) -> dict[str, Subject]:
        return dict(subjects(self._compendium, self._made.ready))

    @cached_property
    def _slides(self) -> dict[str, PlacedSlide]:
        return {slide.id: slide for slide in self._made.deck.placed.slides}

    @cached_property
    def _pages(self) -> dict[str, ReadyPage]:
        return {page.id: page for page in self._made.ready.pages}

    @cached_property
    def _measure(self) -> TextMeasure:
        return measure_of(self._made.deck.pack)


def _prefixes(name: str) -> Iterator[str]:
    """A name and what its slashes leave of it: a/b/c, a/b, a."""
    parts = name.split("/")
    for length in range(len(parts), 0, -1):
        yield "/".join(parts[:length])


def _plain(text: str) -> str:
    """A text without spaces, in one form."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def _same(one: Path, other: Path) -> bool:
    return one.name == other.name and one.resolve() == other.resolve()
