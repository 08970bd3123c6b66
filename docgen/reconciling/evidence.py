"""What the sentences of a content are judged by: its figures, tables, values and budgets, its targets and names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from docgen.bearing.base_units import base_unit
from docgen.bearing.evidence import Evidence, Goal, StatedJudgement, Statement
from docgen.bearing.fact import Fact, FactTable, fact_table
from docgen.errors import Located
from docgen.model import Period, Quantity
from docgen.opened.grid import table_of_grid
from docgen.prose.markup import plain
from docgen.ready import (
    ReadyContents,
    ReadyFigure,
    ReadyIndicatorPage,
    ReadyMeasureChart,
    ReadyPage,
    ReadyPageRecord,
    ReadyTable,
    ReadyValue,
)
from docgen.reconciling.data_cells import DataCells, data_cells
from docgen.reconciling.source import Source

_YEAR = re.compile("(?:19|20)[0-9]{2}")


def content_evidence(source: Source, statements: tuple[Statement, ...]) -> Evidence:
    """The evidence of a content, its numbers at their places in its files; ``statements`` are its texts."""
    pages = {page.id: page for page in source.pages.values()}
    titles = _titles(source)
    cells = data_cells(source.compendium)
    records = [page.record for page in pages.values()]
    values = [value for record in records if isinstance(record, ReadyIndicatorPage) for value in record.values]
    listed = [record.entries for record in records if isinstance(record, ReadyContents)]
    return Evidence(
        tables=tuple(
            # A table with a place is one of the pages'; its labels are no names that the content states.
            replace(table, where=source.compendium.position(page.path))
            for page in pages.values()
            for table in _tables(page, titles[page.id], cells)
        ),
        statements=statements,
        goals=tuple(goal for value in values for goal in _goals(value)),
        judgements=tuple(_judgements(value) for value in values if value.override_reason),
        names=tuple(plain(record.text) for record in source.compendium.sources.values()),
        contents=tuple(entry.text for entries in listed for entry in entries),
        published=source.compendium.published,
        terms=source.compendium.origin.terms,
    )


def _titles(source: Source) -> Mapping[str, str]:
    """The titles of pages by their ids; of a page of several slides, that of the first."""
    titles: dict[str, str] = {}
    for slide in source.printed.slides:
        if slide.number in source.pages:
            titles.setdefault(source.pages[slide.number].id, slide.title)
    return titles


def _tables(page: ReadyPage, title: str, cells: DataCells) -> Iterator[FactTable]:
    record = page.record
    if isinstance(record, ReadyIndicatorPage):
        yield from (_figure(figure, page, title, cells) for figure in record.figures if figure.series)
        if record.values:
            yield _values(record, page, title, cells)
    elif isinstance(record, ReadyMeasureChart):
        if record.budgets:
            yield _budgets(record, page, title, cells)
    elif isinstance(record, ReadyPageRecord):
        yield from (_figure(figure, page, title, cells) for figure in record.figures.values() if figure.series)
        yield from (_table(key, table, page, title, cells) for key, table in record.tables.items())


def _figure(figure: ReadyFigure, page: ReadyPage, title: str, cells: DataCells) -> FactTable:
    def place(row: int, column: int) -> Located | None:
        traces = figure.series[column - 1].traces
        return cells.of_trace(traces[row]) if row < len(traces) else None

    own = plain(figure.title) or title
    rows = [
        [category, *("" if series.values[index] is None else f"{series.values[index]:f}" for series in figure.series)]
        for index, category in enumerate(_categories(figure, own))
    ]
    units = {series.name: figure.unit_of(series) for series in figure.series}
    notes = " ".join(map(plain, figure.notes))
    columns = ["", *units] if len(units) == len(figure.series) else ["", *(series.name for series in figure.series)]
    name = f"{page.id}/{figure.id}"
    return fact_table(name, own, columns, rows, units, notes=notes, places=place, on=page.id)


def _categories(figure: ReadyFigure, title: str) -> tuple[str, ...]:
    """The names of the categories; bare years with what they are years of."""
    names = tuple(" ".join(category.split()) for category in figure.categories)
    if not names or not all(map(_YEAR.fullmatch, names)):
        return names
    suffix = "年度" if "年度" in " ".join((title, figure.x_name, *figure.notes)) else "年"
    return tuple(f"{name}{suffix}" for name in names)


def _table(key: str, table: ReadyTable, page: ReadyPage, title: str, cells: DataCells) -> FactTable:
    heads = tuple(plain(column.heading) for column in table.columns)
    grid = [heads, *(tuple(map(plain, row)) for row in table.rows)]
    places = cells.of_table(page.path, key)
    return table_of_grid(grid, f"{page.id}/{key}", plain(table.title) or title, places=places, on=page.id)


def _values(record: ReadyIndicatorPage, page: ReadyPage, title: str, cells: DataCells) -> FactTable:
    facts: list[Fact] = []
    for value in record.values:
        path = cells.path(record.indicator, value.id)
        for part, observation in (("past", value.past), ("latest", value.latest)):
            if observation is not None:
                where = cells.of_trace(observation.trace) or cells.compendium.position((*path, part))
                facts.append(_fact(observation.quantity, observation.period, plain(value.name), where))
    names = tuple(dict.fromkeys(fact.row for fact in facts))
    return FactTable(f"{page.id}/values", title, tuple(facts), names, on=page.id)


def _budgets(record: ReadyMeasureChart, page: ReadyPage, title: str, cells: DataCells) -> FactTable:
    facts: list[Fact] = []
    for line in record.budgets:
        traces = list(line.traces)
        for year, (_, quantity) in sorted(line.amounts.items()):
            own = cells.compendium.position(("budget_lines", line.id))
            at = cells.of_trace(traces.pop(0)) if len(line.traces) == len(line.amounts) else None
            facts.append(_fact(quantity, Period.for_fiscal_year(year), plain(line.name), at or own))
    names = tuple(dict.fromkeys(fact.row for fact in facts))
    return FactTable(f"{page.id}/budgets", title, tuple(facts), names, notes="予算額 執行額 概算要求額", on=page.id)


def _fact(quantity: Quantity, period: Period | None, row: str, where: Located) -> Fact:
    unit, scale = base_unit(quantity.unit)
    exponent = quantity.value.as_tuple().exponent
    step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    return Fact(quantity.value * scale, step * scale, unit, period, row, "", str(where), where)


def _goals(value: ReadyValue) -> Iterator[Goal]:
    if value.target is not None and value.target.quantity is not None:
        unit, scale = base_unit(value.target.quantity.unit)
        number = value.target.quantity.value * scale
        yield Goal(plain(value.name), number, unit, value.target.due, value.better)


def _judgements(value: ReadyValue) -> StatedJudgement:
    return StatedJudgement(plain(value.name), value.attainment, value.override_reason or "")
