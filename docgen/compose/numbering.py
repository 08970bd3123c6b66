"""Page numbers and links: filled in as soon as the pages that they name have their places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from docgen.compose.shape_links import shape_links, with_links
from docgen.compose.texts import texts_in, with_mark_texts
from docgen.placed import PlacedSlide, Run, TextBody
from docgen.placed.address import leads_out
from docgen.with_fields import with_fields


def number_pages(slides: Sequence[PlacedSlide]) -> tuple[PlacedSlide, ...]:
    """The slides with page numbers as texts, and without links to pages that the deck does not hold."""
    pages = {slide.id: number for number, slide in enumerate(slides, start=1)}
    return tuple([_numbered(slide, _named(slide), pages) for slide in slides])


def renumber_pages(slides: Sequence[PlacedSlide], pages: Mapping[str, int]) -> tuple[PlacedSlide, ...]:
    """Numbered slides with other page numbers where they name other pages: in the contents, in lists.

    ``pages`` gives the number of each slide of a deck that slides were added to, taken from or moved in; a
    page that it does not have loses its number and its links. A slide's own number is a field, which follows.
    """
    return tuple(
        [_numbered(slide, _named(slide), {**pages, slide.id: number}) for number, slide in enumerate(slides, start=1)]
    )


@dataclass(slots=True)
class PageCount:
    """Counts slides as they come. One that names slides that are still to come waits for them."""

    _pages: dict[str, int] = field(default_factory=dict)
    _waiting: dict[str, list[PlacedSlide]] = field(default_factory=dict)

    @property
    def slides(self) -> int:
        """How many slides came so far."""
        return len(self._pages)

    def add(self, slide: PlacedSlide) -> Iterator[PlacedSlide]:
        """The next slide; back come the slides that have all their numbers now."""
        self._pages[slide.id] = len(self._pages) + 1
        for known in (slide, *self._waiting.pop(slide.id, ())):
            named = _named(known)
            missing = next((name for name in named.slides if name not in self._pages), None)
            if missing is None:
                yield _numbered(known, named, self._pages)
            else:
                self._waiting.setdefault(missing, []).append(known)

    def rest(self) -> Iterator[PlacedSlide]:
        """The slides that name what the deck does not hold, once all slides are there."""
        for slides in self._waiting.values():
            for slide in slides:
                yield _numbered(slide, _named(slide), self._pages)


class _Named(NamedTuple):
    """The slides that a slide names, by their numbers and in links; ``marks`` are the places of marks with numbers."""

    numbers: Set[str]
    links: Set[str]
    marks: Set[int]

    @property
    def slides(self) -> Iterator[str]:
        """All of them, in the order in which they stand on the slide."""
        return chain(self.numbers, self.links)


def _named(slide: PlacedSlide) -> _Named:
    numbers: dict[str, None] = {}
    links = dict.fromkeys(shape_links(slide))
    marks: set[int] = set()
    for place, mark in enumerate(slide.marks):
        for body in texts_in(mark):
            for paragraph in body.paragraphs:
                for run in paragraph.runs:
                    if run.page_of:
                        numbers[run.page_of] = None
                        marks.add(place)
                    if run.link is not None:
                        links[run.link] = None
    return _Named(numbers.keys(), dict.fromkeys([link for link in links if not leads_out(link)]).keys(), marks)


def _numbered(slide: PlacedSlide, named: _Named, pages: Mapping[str, int]) -> PlacedSlide:
    if not named.links <= pages.keys():
        slide = with_links(slide, lambda link: leads_out(link) or link in pages)
    if not named.marks:
        return slide
    marks = list(slide.marks)
    for place in named.marks:
        marks[place] = with_mark_texts(marks[place], lambda body, *_: _resolved(body, pages))
    return with_fields(slide, marks=tuple(marks))


def _resolved(body: TextBody, pages: Mapping[str, int]) -> TextBody:
    paragraphs = [
        with_fields(paragraph, runs=tuple([_resolved_run(run, pages) for run in paragraph.runs]))
        if any(run.page_of for run in paragraph.runs)
        else paragraph
        for paragraph in body.paragraphs
    ]
    return with_fields(body, paragraphs=tuple(paragraphs))


def _resolved_run(run: Run, pages: Mapping[str, int]) -> Run:
    return run if run.page_of is None else with_fields(run, text=str(pages.get(run.page_of, "")))
