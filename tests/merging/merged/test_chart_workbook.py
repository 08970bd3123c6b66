"""What a chart shows after an edit that left its workbook as it was is what its workbook holds in the merged deck."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from support.small_folder import make_folder

import docgen
from docgen.verifying.workbook import sheets_of

CHART = "ppt/charts/chart1.xml"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_folder(tmp_path_factory.mktemp("chart") / "content")


@pytest.fixture(scope="module")
def deck(folder: Path) -> Path:
    return docgen.build(docgen.load(folder)).save(folder.parent / "deck.pptx")


def edited(deck: Path, old: str, new: str) -> Path:
    path = deck.with_name("edited.pptx")
    with zipfile.ZipFile(deck) as before, zipfile.ZipFile(path, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            assert name != CHART or old.encode() in data
            after.writestr(name, data.replace(old.encode(), new.encode(), 1) if name == CHART else data)
    return path


def workbook_cells(deck: Path) -> list[object]:
    charts = [shape.chart for slide in Presentation(str(deck)).slides for shape in slide.shapes if shape.has_chart]
    (book,) = (chart.part.chart_workbook.xlsx_part.blob for chart in charts[:1])
    return [cell.value for row in load_workbook(io.BytesIO(book)).active.iter_rows() for cell in row]


@pytest.mark.parametrize(("old", "new", "cell"), [("2019年", "2019年（改）", "2019年（改）"), ("<c:v>3694</c:v>", "<c:v>3700</c:v>", 3700)])
def test_the_workbook_of_a_chart_holds_what_was_edited_by_hand(folder: Path, deck: Path, old: str, new: str, cell: object) -> None:
    merged = docgen.merge(edited(deck, old, new), docgen.load(folder)).save(deck.with_name("merged.pptx"))
    assert cell in workbook_cells(merged)
    assert docgen.verify(merged) == ()


def test_a_chart_that_was_not_edited_keeps_its_workbook(folder: Path, deck: Path) -> None:
    merged = docgen.merge(deck, docgen.load(folder)).save(deck.with_name("merged.pptx"))
    books = [zipfile.ZipFile(path).read("ppt/embeddings/Microsoft_Excel_Sheet1.xlsx") for path in (deck, merged)]
    assert books[0] == books[1]
    assert sheets_of(books[0])
