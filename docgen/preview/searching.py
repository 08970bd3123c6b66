"""The slides on which a text stands, whatever the width and case of its letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from docgen.placed import ChartMark, Mark, PlacedSlide, ShapeMark, TableMark, TextBody, TextMark


class TextIndex:
    """The texts of slides; a slide that is as it was is not read again."""

    def __init__(self) -> None:
        self._texts: dict[str, tuple[PlacedSlide, str]] = {}

    def slides_with(self, text: str, slides: Sequence[PlacedSlide]) -> list[str]:
        """The ids of the slides on which a text stands; all of its words, in any order. None for an empty text."""
        words = [_plain(word) for word in text.split()]
        known = self._texts
        self._texts = {slide.id: self._read(slide, known.get(slide.id)) for slide in slides}
        if not words:
            return []
        return [name for name, (_, own) in self._texts.items() if all(word in own for word in words)]

    def _read(self, slide: PlacedSlide, known: tuple[PlacedSlide, str] | None) -> tuple[PlacedSlide, str]:
        if known is not None and known[0] is slide:
            return known
        return slide, _plain("\n".join((slide.id, slide.title, *_texts(slide.marks))))


def _texts(marks: Sequence[Mark]) -> Iterator[str]:
    for mark in marks:
        match mark:
            case TextMark():
                yield from _of_body(mark.body)
            case ShapeMark() if mark.body is not None:
                yield from _of_body(mark.body)
            case TableMark():
                for _, cell, _ in mark.cells():
                    yield from _of_body(cell.body)
            case ChartMark():
                yield mark.alt
                yield from mark.chart.categories
                yield from (series.name for series in mark.chart.series)


def _of_body(body: TextBody) -> Iterator[str]:
    for paragraph in body.paragraphs:
        yield "".join(run.text for run in paragraph.runs)


def _plain(text: str) -> str:
    return re.sub(r"[^\S\n]", "", unicodedata.normalize("NFKC", text)).casefold()
