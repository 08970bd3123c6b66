"""Decks of thirty slides as people make them, with python-pptx and no docgen, from tests/truth/thirty.

``《family|…》`` in a file marks what is planted, ``《family#key|…》`` one error that stands in several places, ``〖…〗`` what
is right and looks wrong. In a row of a table ``<`` joins a cell to the one at its left, ``^`` to the one above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Pt

_FOLDER = Path(__file__).resolve().parent.parent / "truth" / "thirty"
_PLANTED = re.compile(r"《(?P<family>[a-z-]+)(?:#(?P<key>\w+))?\|(?P<text>.*?)》")
_LOOK_ALIKE = re.compile("〖(.*?)〗")
_KINDS = {"line": XL_CHART_TYPE.LINE_MARKERS, "column": XL_CHART_TYPE.COLUMN_CLUSTERED}
_TITLE, _BULLETS, _SECTION, _TITLE_ONLY, _BLANK = 0, 1, 2, 5, 6
_JOINED = ("<", "^")

NAMES = tuple(sorted(path.stem for path in _FOLDER.glob("*.yaml")))
WITHOUT_PLACEHOLDERS = "budget"
"""The deck whose titles are text boxes."""


@dataclass(frozen=True, slots=True)
class Planted:
    """What is wrong: of which family, on which slide, in which text (``start`` to ``end``) or cell (from 1).

    Errors of one deck with the same ``key`` are one error, found at any of its places.
    """

    family: str
    key: str
    slide: int
    text: str
    start: int
    end: int
    row: int = 0
    column: int = 0

    @property
    def words(self) -> str:
        """The wrong characters."""
        return self.text[self.start : self.end]


@cache
def slides(name: str) -> Sequence[Mapping[str, Any]]:
    """The slides of a deck as its file has them."""
    return list(yaml.safe_load((_FOLDER / f"{name}.yaml").read_text(encoding="utf-8")))


@cache
def planted(name: str) -> tuple[Planted, ...]:
    """The errors of a deck, slide by slide."""
    return tuple(error for number, slide in enumerate(slides(name), start=1) for error in _of_slide(number, slide))


def look_alikes(name: str) -> int:
    """How many places of a deck look wrong and are right."""
    return len(_LOOK_ALIKE.findall((_FOLDER / f"{name}.yaml").read_text(encoding="utf-8").split("\n- ", 1)[1]))


def printed(marked: str) -> str:
    """A text of a file as the deck prints it."""
    return _PLANTED.sub(r"\g<text>", _LOOK_ALIKE.sub(r"\1", marked))


def _of_slide(number: int, slide: Mapping[str, Any]) -> Iterator[Planted]:
    for text in (slide["title"], *slide.get("texts", ()), *slide.get("bullets", ())):
        yield from _of_text(number, text)
    for row, line in enumerate(slide.get("table", {}).get("rows", ()), start=1):
        for column, cell in enumerate(line, start=1):
            yield from _of_text(number, cell, row, column)


def _of_text(number: int, marked: str, row: int = 0, column: int = 0) -> Iterator[Planted]:
    for match in _PLANTED.finditer(_LOOK_ALIKE.sub(r"\1", marked)):
        start = len(printed(match.string[: match.start()]))
        key = match["key"] or f"{number}:{row}:{column}:{match['text']}"
        text = printed(marked)
        yield Planted(match["family"], key, number, text, start, start + len(match["text"]), row, column)


def make(name: str, folder: Path) -> Path:
    """The deck as a file."""
    presentation = Presentation()
    for keys in slides(name):
        _add(presentation, keys, name != WITHOUT_PLACEHOLDERS)
    path = folder / f"{name}.pptx"
    presentation.save(str(path))
    return path


def _add(presentation: Any, keys: Mapping[str, Any], placeholders: bool) -> None:
    layout = {"title": _TITLE, "section": _SECTION}.get(keys.get("layout", ""), _BULLETS if "bullets" in keys else _TITLE_ONLY)
    slide = presentation.slides.add_slide(presentation.slide_layouts[layout if placeholders else _BLANK])
    if placeholders:
        slide.shapes.title.text = printed(keys["title"])
    else:
        _box(slide, printed(keys["title"]), 20, size=28)
    if "bullets" in keys:
        body = slide.placeholders[1]
        body.left, body.top, body.width, body.height = Pt(20), Pt(90), Pt(680), Pt(160)
        body.text_frame.text = "\n".join(map(printed, keys["bullets"]))
    for index, text in enumerate(keys.get("texts", ())):
        _box(slide, printed(text), 90 + 24 * index)
    for part, add in (("table", _table), ("chart", _chart)):
        if part in keys:
            _box(slide, keys[part]["heading"], 270)
            add(slide, keys[part])
    if "notes" in keys:
        slide.notes_slide.notes_text_frame.text = printed(keys["notes"])


def _box(slide: Any, text: str, top: int, size: int = 14) -> None:
    frame = slide.shapes.add_textbox(Pt(20), Pt(top), Pt(680), Pt(22)).text_frame
    frame.text = text
    frame.paragraphs[0].runs[0].font.size = Pt(size)


def _table(slide: Any, keys: Mapping[str, Any]) -> None:
    rows = keys["rows"]
    table = slide.shapes.add_table(len(rows), len(rows[0]), Pt(20), Pt(295), Pt(600), Pt(150)).table
    for row, line in enumerate(rows):
        for column, cell in enumerate(line):
            if cell not in _JOINED:
                table.cell(row, column).text = printed(cell)
    for row, line in enumerate(rows):
        for column, cell in enumerate(line):
            if cell not in _JOINED:
                below, right = _span(rows, row, column)
                if (below, right) != (row, column):
                    table.cell(row, column).merge(table.cell(below, right))


def _span(rows: Sequence[Sequence[str]], row: int, column: int) -> tuple[int, int]:
    """The last row and column of the cells that are joined to one."""
    right = column
    while right + 1 < len(rows[row]) and rows[row][right + 1] == "<":
        right += 1
    below = row
    while below + 1 < len(rows) and rows[below + 1][column] == "^":
        below += 1
    return below, right


def _chart(slide: Any, keys: Mapping[str, Any]) -> None:
    data = CategoryChartData()  # type: ignore[no-untyped-call]
    data.categories = keys["categories"]
    for name, values in keys["series"].items():
        data.add_series(name, values)  # type: ignore[no-untyped-call]
    kind = _KINDS[keys.get("kind", "column")]
    slide.shapes.add_chart(kind, Pt(20), Pt(295), Pt(600), Pt(200), data)
