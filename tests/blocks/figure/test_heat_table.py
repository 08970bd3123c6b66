"""A heat table: the shade of a cell is the place of its number, its ink is readable on it."""

from __future__ import annotations

from support.figure_matrix import figure, series
from support.styles import style_of_size

from docgen.blocks.figure.heat_table import HeatTable
from docgen.layout.colours import palette_colour
from docgen.layout.load import load_pack
from docgen.layout.rgb import contrast
from docgen.placed import Box, TableCell, TableMark
from docgen.ready import ReadyFigure

NAMES = ("経済状況", "政府の効率性", "ビジネスの効率性")
STYLE = style_of_size(load_pack("cabinet_office"))


def rows(shown: ReadyFigure) -> list[list[TableCell]]:
    marks = HeatTable("t", shown).laid(480, STYLE).draw(Box(0, 0, 480, 300))
    (table,) = [mark for mark in marks if isinstance(mark, TableMark)]
    return [list(row.cells[1:]) for row in table.rows[1:]]


def text(cell: TableCell) -> str:
    return "".join(run.text for paragraph in cell.body.paragraphs for run in paragraph.runs)


def fills(shown: ReadyFigure) -> list[list[str | None]]:
    return [[cell.fill for cell in row] for row in rows(shown)]


def test_numbers_of_one_unit_are_shaded_on_one_scale_from_pale_to_dark() -> None:
    shown = figure("heat_table", NAMES, series("2021年", (0, 50, 100), unit="%"), series("2022年", (19.9, 20, None), unit="%", decimals=1), unit="%")
    assert fills(shown) == [["pale_fill", "pale_fill"], ["light_blue", "pale_blue"], ["navy", None]]
    assert [[text(cell) for cell in row] for row in rows(shown)] == [["0.0%", "19.9%"], ["50.0%", "20.0%"], ["100.0%", "－"]]


def test_the_best_rank_is_the_darkest() -> None:
    shown = figure("heat_table", NAMES, series("2021年", (1, 30, 60), unit="位"), unit="位", reversed=True)
    assert fills(shown) == [["navy"], ["light_blue"], ["pale_fill"]]


def test_numbers_of_other_units_have_scales_of_their_own() -> None:
    shown = figure("heat_table", NAMES, series("件数", (1, 2, 3), unit="件"), series("金額", (100, 200, 300), unit="億円"))
    assert fills(shown) == [["pale_fill", "pale_fill"], ["light_blue", "light_blue"], ["navy", "navy"]]


def test_every_number_can_be_read_on_its_shade() -> None:
    shown = figure("heat_table", tuple("ABCDE"), series("値", (1, 2, 3, 4, 5)))
    for (cell,) in rows(shown):
        ink = cell.body.paragraphs[0].runs[0].colour
        ground, shade = (palette_colour(name or "paper", STYLE.pack.colours).rgb for name in (ink, cell.fill))
        assert contrast(ground, shade) >= 4.5
