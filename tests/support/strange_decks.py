"""Decks as people make them, with python-pptx and no docgen, from tests/truth/decks; 《…》 marks what is planted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Pt

_FOLDER = Path(__file__).resolve().parent.parent / "truth" / "decks"
_PLANTED = re.compile("《(.*?)》")

NAMES = tuple(sorted(path.stem for path in _FOLDER.glob("*.yaml")))


@dataclass(frozen=True, slots=True)
class Planted:
    """A number that is wrong: on which slide, as printed, and its row and column where it stands in a table."""

    slide: int
    text: str
    row: int = 0
    column: int = 0


def slides(name: str) -> Sequence[Mapping[str, Any]]:
    """The slides of a deck as its file has them."""
    return list(yaml.safe_load((_FOLDER / f"{name}.yaml").read_text(encoding="utf-8")))


def planted(name: str) -> tuple[Planted, ...]:
    """The errors of a deck, slide by slide."""
    return tuple(error for number, slide in enumerate(slides(name), start=1) for error in _of_slide(number, slide))


def _of_slide(number: int, slide: Mapping[str, Any]) -> Iterator[Planted]:
    for text in slide.get("texts", ()):
        yield from (Planted(number, mark) for mark in _PLANTED.findall(text))
    for row, line in enumerate(slide.get("table", {}).get("rows", ()), start=1):
        for column, cell in enumerate(line, start=1):
            yield from (Planted(number, mark, row, column) for mark in _PLANTED.findall(cell))


def make(name: str, folder: Path) -> Path:
    """The deck as a file."""
    presentation = Presentation()
    for keys in slides(name):
        slide = presentation.slides.add_slide(presentation.slide_layouts[5])
        slide.shapes.title.text = keys["title"]
        for index, text in enumerate(keys.get("texts", ())):
            box = slide.shapes.add_textbox(Pt(20), Pt(90 + 24 * index), Pt(680), Pt(22))
            box.text_frame.text = _PLANTED.sub(r"\1", text)
        for part, add in (("table", _table), ("chart", _chart)):
            if part in keys:
                heading = slide.shapes.add_textbox(Pt(20), Pt(270), Pt(400), Pt(20))
                heading.text_frame.text = keys[part]["heading"]
                add(slide, keys[part])
        if "notes" in keys:
            slide.notes_slide.notes_text_frame.text = keys["notes"]
    path = folder / f"{name}.pptx"
    presentation.save(str(path))
    return path


def _table(slide: Any, keys: Mapping[str, Any]) -> None:
    rows = keys["rows"]
    table = slide.shapes.add_table(len(rows), len(rows[0]), Pt(20), Pt(295), Pt(600), Pt(150)).table
    for row, line in enumerate(rows):
        for column, cell in enumerate(line):
            table.cell(row, column).text = _PLANTED.sub(r"\1", cell)


def _chart(slide: Any, keys: Mapping[str, Any]) -> None:
    data = CategoryChartData(number_format=keys.get("format", "General"))  # type: ignore[no-untyped-call]
    data.categories = keys["categories"]
    for name, values in keys["series"].items():
        data.add_series(name, values)  # type: ignore[no-untyped-call]
    slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, Pt(20), Pt(295), Pt(600), Pt(200), data)
