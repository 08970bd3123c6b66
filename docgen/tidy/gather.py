"""The sheets of a compendium: a sheet for each figure and table of the pages, in their order."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from docgen.model.cells.letters import common_letters
from docgen.placed import PageSummary, PlacedSlide
from docgen.prose.markup import plain
from docgen.ready import (
    ReadyFigure,
    ReadyIndicatorPage,
    ReadyMeasureChart,
    ReadyPage,
    ReadyPageRecord,
    ReadyRepeat,
    ReadyTable,
)
from docgen.tidy.figures import figure_table, figure_unit
from docgen.tidy.printed import numbers_in, printed_tables
from docgen.tidy.records import budget_table, value_table
from docgen.tidy.sheet import DataSheet, DataTableRows
from docgen.tidy.tables import table_table, table_unit

_LONGEST_NAME = 31
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\'\x00-\x1f]")


def data_sheets(
    pages: Iterable[ReadyPage], summaries: Sequence[PageSummary], slides: Sequence[PlacedSlide]
) -> tuple[DataSheet, ...]:
    """The sheets of pages, which ``summaries`` number and title, in the order of ``slides`` that show them.

    What the slides print in tables that is in none of these is a sheet as it is printed.
    """
    own = tuple(_unnamed(pages, summaries))
    printed = tuple(_printed(own, summaries, slides))
    ordered = sorted((*own, *printed), key=lambda sheet: sheet.pages[0])
    names = sheet_names(sheet.id for sheet in ordered)
    return tuple(replace(sheet, name=name) for sheet, name in zip(ordered, names, strict=True))


def _unnamed(pages: Iterable[ReadyPage], summaries: Sequence[PageSummary]) -> Iterator[DataSheet]:
    """The sheets of what records hold, still without names; a page that is repeated is shown several times."""
    by_id = {page.id: page for page in summaries}
    shown: dict[str, list[int]] = {}
    originals: dict[str, ReadyPage] = {}
    for page in pages:
        original = page.record.page if isinstance(page.record, ReadyRepeat) else page
        originals.setdefault(original.id, original)
        shown.setdefault(original.id, []).append(by_id[page.id].number)
    for page in originals.values():
        title = by_id[page.id].title if page.id in by_id else ""
        for part in _parts(page.record):
            yield DataSheet(
                f"{page.id}.{part.id}", "", part.kind, common_letters(part.title or title), common_letters(title),
                tuple(shown[page.id]), part.table, part.unit, part.sources, part.notes,
            )  # fmt: skip


def _printed(
    sheets: Sequence[DataSheet], summaries: Sequence[PageSummary], slides: Sequence[PlacedSlide]
) -> Iterator[DataSheet]:
    """The tables of the slides that print more than the sheets of their page hold."""
    firsts = [page.number for page in summaries]
    told: dict[int, frozenset[Decimal]] = {}
    for sheet in sheets:
        for number in sheet.pages:
            told[number] = told.get(number, frozenset()) | numbers_of(sheet.table)
    of_page = [max((first for first in firsts if first <= number), default=0) for number in range(1, len(slides) + 1)]
    by_slide = {number: told.get(first, frozenset()) for number, first in enumerate(of_page, start=1)}
    for table in printed_tables(slides, by_slide):
        identifier = table.id.removesuffix("/table").replace("/", ".")
        title = common_letters(table.title)
        yield DataSheet(identifier, "", "一覧", title, title, table.pages, table.table)


@dataclass(frozen=True, slots=True)
class _Part:
    """What a page has to give: a figure, a table, or its values or budgets."""

    id: str
    kind: str
    title: str
    table: DataTableRows
    unit: str
    sources: tuple[str, ...]
    notes: tuple[str, ...]


def _parts(record: object) -> Iterator[_Part]:
    if isinstance(record, ReadyIndicatorPage):
        if record.values:
            rows = value_table(record)
            yield _Part("values", "値", plain(record.title), rows, table_unit(rows), record.sources, record.notes)
        yield from (part for figure in record.figures for part in _figure_parts(figure.id, figure))
    elif isinstance(record, ReadyMeasureChart):
        rows = budget_table(record)
        if rows.rows:
            yield _Part("budgets", "予算", plain(record.title), rows, table_unit(rows), (), record.notes)
    elif isinstance(record, ReadyPageRecord):
        for key, figure in record.figures.items():
            yield from _figure_parts(key, figure)
        for key, table in record.tables.items():
            yield from _table_parts(key, table)


def _figure_parts(key: str, figure: ReadyFigure) -> Iterator[_Part]:
    if figure.missing is None and figure.series:
        rows = figure_table(figure)
        yield _Part(key, "図", plain(figure.title), rows, figure_unit(figure), figure.sources, figure.notes)


def _table_parts(key: str, table: ReadyTable) -> Iterator[_Part]:
    rows = table_table(table)
    yield _Part(key, "表", plain(table.title), rows, table_unit(rows), table.sources, table.notes)
    if table.sparklines is not None:
        yield from _figure_parts(f"{key}.sparklines", table.sparklines)


def numbers_of(table: DataTableRows) -> frozenset[Decimal]:
    """The numbers of a table, without their signs, those of its words among them."""
    cells = [cell for row in (table.heads, *table.rows) for cell in row]
    return frozenset(abs(cell) for cell in cells if isinstance(cell, Decimal)) | numbers_in(
        cell for cell in cells if isinstance(cell, str)
    )


def sheet_names(ids: Iterable[str]) -> tuple[str, ...]:
    """A name for each id that Excel takes, the same whatever other sheets there are; ids that end alike stay apart.

    >>> sheet_names(["I-1065/food.values", "a-very-long-page/of-the-compendium.chart"])
    ('I-1065_food.values', 'a-very-long-page_of-the-~7e6af4')
    """
    taken = {"目次", "history"}
    made: list[str] = []
    for identifier in ids:
        name = _NOT_IN_NAMES.sub("_", identifier)
        if len(name) > _LONGEST_NAME or name.casefold() in taken:
            name = f"{name[:24]}~{hashlib.sha256(identifier.encode()).hexdigest()[:6]}"
        taken.add(name.casefold())
        made.append(name)
    return tuple(made)
