"""Lines of text as a program drew them: each with its characters and its box, whatever program it was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from docgen.placed import Box, ChartMark, PlacedDeck, PlacedSlide, ShapeMark, TableMark, TextBody, TextMark
from support.drawn_text import plain

# Letters of this size and more are those that an unregistered ONLYOFFICE lays over each page (points).
_LAID_OVER = 60.0
# Characters that are further apart than this are no line: other cells, the stops of tabs (em).
_APART = 1.2
# How far ink may lie outside its box: above and below, and to the right, where punctuation hangs (points).
OVER, BESIDE = 3.0, 6.0
# The box of a text that left its place is looked for this far (points).
_NEAR = 14.0


Edges = tuple[float, float, float, float]
"""Left, bottom, right and top in points, from the page's bottom left."""


class _Character(NamedTuple):
    text: str
    box: Edges
    ink: Edges


class DrawnLine(NamedTuple):
    """A line: its text without spaces, the box of its font's height, and that of its ink."""

    text: str
    box: Box
    ink: Box


def drawn_lines(pdf: bytes) -> list[list[DrawnLine]]:
    """The lines of every page."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return [list(_lines(document[number])) for number in range(len(document))]


def _lines(page: pypdfium2.PdfPage) -> Iterator[DrawnLine]:
    height, text = page.get_height(), page.get_textpage()
    line: list[_Character] = []
    size = 0.0
    for index in range(text.count_chars()):
        own = pdfium.FPDFText_GetFontSize(text, index)
        character = chr(pdfium.FPDFText_GetUnicode(text, index))
        if own >= _LAID_OVER or not character.strip() or character in "\ufffe\x02":
            continue
        box = text.get_charbox(index, loose=True)
        if line and not _goes_on(line[-1].box, box, max(size, own)):
            yield _drawn(line, height)
            line = []
        line.append(_Character(character, box, text.get_charbox(index)))
        size = own
    if line:
        yield _drawn(line, height)


def _goes_on(before: Edges, box: Edges, size: float) -> bool:
    overlap = min(before[3], box[3]) - max(before[1], box[1])
    return overlap > 0.3 * min(before[3] - before[1], box[3] - box[1]) and -size < box[0] - before[2] < _APART * size


def _drawn(line: list[_Character], height: float) -> DrawnLine:
    text = plain("".join(character.text for character in line))
    return DrawnLine(text, _around([each.box for each in line], height), _around([each.ink for each in line], height))


def _around(boxes: list[Edges], height: float) -> Box:
    left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
    bottom, top = min(box[1] for box in boxes), max(box[3] for box in boxes)
    return Box(left, height - top, right - left, top - bottom)


def left_places(deck: PlacedDeck, pdf: bytes) -> list[tuple[int, str]]:
    """The text boxes, shapes and tables of a deck that text has left, with their pages."""
    left: list[tuple[int, str]] = []
    for number, (slide, lines) in enumerate(zip(deck.slides, drawn_lines(pdf), strict=True), start=1):
        found = {name for line in lines if (name := _left(slide, line))}
        left += [(number, name) for name in sorted(found)]
    return left


def _left(slide: PlacedSlide, line: DrawnLine) -> str | None:
    """The mark that a line has left; None where it stands in its own, or is none's."""
    x, y = line.box.x + line.box.width / 2, line.box.y + line.box.height / 2
    homes = [(mark.id, mark.box) for mark in slide.marks if isinstance(mark, (TextMark, ShapeMark, TableMark)) and line.text in _words(mark)]
    near = [(name, box) for name, box in homes if box.x - 2 <= x <= box.right + 2 and box.y - _NEAR <= y <= box.bottom + _NEAR]
    if any(_is_label(mark, line.text, x, y) for mark in slide.marks if isinstance(mark, ChartMark)):
        return None
    fitting = [name for name, box in near if _holds(box, line.ink)]
    return None if fitting or not near else min(near, key=lambda home: abs(home[1].y + home[1].height / 2 - y))[0]


def _is_label(mark: ChartMark, text: str, x: float, y: float) -> bool:
    """Whether a line at a place of a chart is made of the names of its categories."""
    box, names = mark.box, sorted(map(plain, mark.chart.categories), key=len, reverse=True)
    rest = re.sub("|".join(re.escape(name) for name in names if name) or "$^", "", text)
    return not rest and box.x <= x <= box.right and box.y <= y <= box.bottom


def _holds(box: Box, ink: Box) -> bool:
    return ink.y >= box.y - OVER and ink.bottom <= box.bottom + OVER and ink.right <= box.right + BESIDE


def _words(mark: TextMark | ShapeMark | TableMark) -> str:
    if isinstance(mark, TableMark):
        return "\n".join(_text(cell.body) for _, cell, _ in mark.cells())
    return _text(mark.body) if mark.body is not None else ""


def _text(body: TextBody) -> str:
    return "\n".join(
        plain((paragraph.bullet or "") + "".join(run.text for run in paragraph.runs)) for paragraph in body.paragraphs
    )


def paragraph_lines(deck: PlacedDeck, pdf: bytes) -> Iterator[tuple[int, str, bool, tuple[str, ...]]]:
    """The paragraphs that were drawn in several lines: their page, mark, whether each is a table's head, its lines."""
    for number, (slide, lines) in enumerate(zip(deck.slides, drawn_lines(pdf), strict=True), start=1):
        for name, box, is_head, body in _bodies(slide):
            inside = [line for line in lines if _middle_in(box, line.box)]
            rows = _rows(inside)
            for words in _text(body).split("\n"):
                drawn = _taken(rows, words)
                if len(drawn) > 1:
                    yield number, name, is_head, tuple(drawn)


def _bodies(slide: PlacedSlide) -> Iterator[tuple[str, Box, bool, TextBody]]:
    for mark in slide.marks:
        if isinstance(mark, (TextMark, ShapeMark)) and mark.body is not None:
            yield mark.id, mark.box, False, mark.body
        elif isinstance(mark, TableMark):
            for row, cell, box in mark.cells():
                yield mark.id, box, row < mark.header_rows, cell.body


def _middle_in(box: Box, ink: Box) -> bool:
    x, y = ink.x + ink.width / 2, ink.y + ink.height / 2
    return box.x - 1 <= x <= box.right + 1 and box.y - 1 <= y <= box.bottom + 1


def _rows(lines: list[DrawnLine]) -> list[str]:
    """The lines of a box from the top, those at one height joined from the left."""
    rows: list[list[DrawnLine]] = []
    for line in sorted(lines, key=lambda line: (line.box.y + line.box.height / 2, line.box.x)):
        middle = line.box.y + line.box.height / 2
        if rows and abs(middle - (rows[-1][0].box.y + rows[-1][0].box.height / 2)) < line.box.height / 3:
            rows[-1].append(line)
        else:
            rows.append([line])
    return ["".join(part.text for part in sorted(row, key=lambda part: part.box.x)) for row in rows]


def _taken(rows: list[str], words: str) -> list[str]:
    """The rows, taken from the front, that make up a paragraph; none where they do not."""
    for begin in range(len(rows)):
        joined = ""
        for end in range(begin, len(rows)):
            joined += rows[end]
            if joined == words:
                return rows[begin : end + 1]
            if not words.startswith(joined):
                break
    return []
