"""The sheets of a compendium: a sheet for each figure, table, value table and budget table, in the pages' order."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

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
from docgen.tidy.records import budget_table, value_table
from docgen.tidy.sheet import DataSheet, DataTableRows
from docgen.tidy.tables import table_table, table_unit

_LONGEST_NAME = 31
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\'\x00-\x1f]")


def data_sheets(pages: Iterable[ReadyPage], numbers: Mapping[str, int], titles: Mapping[str, str]) -> tuple[DataSheet, ...]:
    """The sheets of pages; ``numbers`` and ``titles`` are by the pages' ids."""
    listed = tuple(pages)
    shown: dict[str, list[int]] = {}
    originals: dict[str, ReadyPage] = {}
    for page in listed:
        original = page.record.page if isinstance(page.record, ReadyRepeat) else page
        originals.setdefault(original.id, original)
        shown.setdefault(original.id, []).append(numbers[page.id])
    parts = [(page, part) for page in originals.values() for part in _parts(page.record)]
    names = sheet_names(f"{page.id}.{part.id}" for page, part in parts)
    return tuple(
        DataSheet(
            f"{page.id}.{part.id}", name, part.kind, part.title or titles.get(page.id, ""), titles.get(page.id, ""),
            tuple(shown[page.id]), part.table, part.unit, part.sources, part.notes,
        )
        for name, (page, part) in zip(names, parts, strict=True)
    )  # fmt: skip


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
