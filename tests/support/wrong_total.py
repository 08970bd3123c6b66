"""A deck with one error: a table whose total is not the sum."""

from __future__ import annotations

from pathlib import Path

from pptx import Presentation
from pptx.util import Pt


def wrong_total(folder: Path) -> Path:
    """A deck of one slide in a folder: 合計 is 225, the rows give 215."""
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[5])
    slide.shapes.title.text = "職員"
    table = slide.shapes.add_table(4, 2, Pt(20), Pt(200), Pt(300), Pt(60))
    table.name = "表 2"
    for row, line in enumerate((("課", "人数（人）"), ("東", "120"), ("西", "95"), ("合計", "225"))):
        for column, text in enumerate(line):
            table.table.cell(row, column).text = text
    path = folder / "資料.pptx"
    folder.mkdir(exist_ok=True)
    presentation.save(str(path))
    return path
