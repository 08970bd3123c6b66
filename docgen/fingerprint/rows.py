"""The values as JSON holds them: named tuples become lists, and are made of them again."""

from __future__ import annotations

from typing import Any

from docgen.fingerprint.values import (
    ChartData,
    DataSeries,
    DeckShape,
    DeckSlide,
    Fingerprint,
    Frame,
    Grid,
    GridCell,
    Look,
    Piece,
    Stroke,
    TextParagraph,
)
from docgen.placed.deck import BudgetSummary, DeckSummary, MeasureSummary, PageSummary, ValueSummary


def rows_of(fingerprint: Fingerprint) -> list[Any]:
    """``fingerprint`` as nested lists: JSON holds named tuples as lists already."""
    return list(fingerprint)


def fingerprint_from(rows: list[Any]) -> Fingerprint:
    """The fingerprint of nested lists. Raises TypeError, ValueError or IndexError where they are not one."""
    told, slides = rows
    return Fingerprint(_summary(told), tuple([_slide(each) for each in slides]))


def _summary(rows: list[Any]) -> DeckSummary:
    title, year, pages, values, measures, budgets = rows
    return DeckSummary(
        title,
        year,
        tuple([PageSummary(*each) for each in pages]),
        tuple([ValueSummary(*each) for each in values]),
        tuple([MeasureSummary(*each) for each in measures]),
        tuple([BudgetSummary(*each) for each in budgets]),
    )


def _slide(row: list[Any]) -> DeckSlide:
    identifier, layout, title, record, section, notes, shapes = row
    made = tuple([_shape(each) for each in shapes])
    return DeckSlide(identifier, layout, title, record, section, notes, made)


def _shape(row: list[Any]) -> DeckShape:
    name, kind, frame, digest, alt, placeholder, fill, line, paragraphs, grid, chart, picture = row
    return DeckShape(
        name,
        kind,
        Frame(*frame) if frame is not None else None,
        digest,
        alt,
        placeholder,
        fill,
        Stroke(*line) if line is not None else None,
        _paragraphs(paragraphs) if paragraphs is not None else None,
        _grid(grid) if grid is not None else None,
        _chart(chart) if chart is not None else None,
        picture,
    )


def _paragraphs(rows: list[Any]) -> tuple[TextParagraph, ...]:
    return tuple(
        [
            TextParagraph(tuple([Piece(text, Look(*look)) for text, look in pieces]), align, bullet)
            for pieces, align, bullet in rows
        ]
    )


def _grid(row: list[Any]) -> Grid:
    columns, rows = row
    return Grid(
        tuple(columns),
        tuple(
            [tuple([GridCell(_paragraphs(paragraphs), fill) for paragraphs, fill in cells]) for cells in rows]
        ),
    )


def _chart(row: list[Any]) -> ChartData:
    categories, series = row
    return ChartData(
        tuple(categories),
        tuple([DataSeries(name, tuple(values), colour, kind) for name, values, colour, kind in series]),
    )
