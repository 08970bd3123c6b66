"""Slides of pages with figures and tables, from ready ones made in a test."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from docgen.checks.check import check_placed
from docgen.model import ChartKind, Page
from docgen.placed import ChartMark, ConnectorMark, PictureMark, PlacedSlide, ShapeMark, TableMark, TextMark
from docgen.ready import ReadyColumn, ReadyFigure, ReadyPage, ReadyPageRecord, ReadySeries, ReadyTable
from support.real_deck import pack_in
from support.small_pages import FOOTER, ITEM, RUNNING, placed

BoxedMark = TextMark | ShapeMark | TableMark | ChartMark | PictureMark


def slide_with(
    record: Page, folder: Path, figures: Sequence[ReadyFigure] = (), tables: Sequence[ReadyTable] = ()
) -> PlacedSlide:
    """The one slide of a record in a pack, which breaks no rule."""
    ready = ReadyPageRecord(
        record,
        {figure.id: figure for figure in figures},
        {table.id: table for table in tables},
        tuple(note.text for note in record.notes),
    )
    deck = placed(folder, [ReadyPage(record.id, record.kind, ready, "all", RUNNING, FOOTER, ITEM)])
    assert check_placed(deck, pack_in(folder)) == ()
    assert len(deck.slides) == 1
    return deck.slides[0]


def figure(name: str, kind: str, values: Sequence[int | None], unit: str = "機関") -> ReadyFigure:
    """A figure of one series over A, B, C and so on."""
    numbers = tuple(None if value is None else Decimal(value) for value in values)
    categories = tuple("ABCDEFG"[: len(values)])
    return ReadyFigure(name, f"図 {name}", ChartKind(kind), categories, (ReadySeries("数", numbers, unit),), unit, alt="図")


def missing(name: str) -> ReadyFigure:
    """A figure without data."""
    return ReadyFigure(name, f"図 {name}", ChartKind.LINE, missing="系列は未提供。", alt="系列は未提供。")


def table(name: str, headings: Sequence[str], rows: Sequence[Sequence[str]], *totals: int) -> ReadyTable:
    """A table of final texts."""
    cells = tuple(tuple(row) for row in rows)
    return ReadyTable(name, f"表 {name}", tuple(map(ReadyColumn, headings)), cells, totals=totals)


def mark_of(slide: PlacedSlide, name: str) -> BoxedMark:
    """The mark ``name`` of a slide, which is no connector."""
    mark = next(mark for mark in slide.marks if mark.id == f"{slide.id}/{name}")
    assert not isinstance(mark, ConnectorMark)
    return mark


def charts(slide: PlacedSlide) -> list[ChartMark]:
    """The charts of a slide, in their order."""
    return [mark for mark in slide.marks if isinstance(mark, ChartMark)]
