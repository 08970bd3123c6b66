"""The work list of a compendium: open items that were carried over, then pages and figures without data."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from docgen.errors import FieldPath, Position
from docgen.model import Compendium, DataReference, DataTable, Figure, IndicatorValue, Record
from docgen.model.budget import columns_of
from docgen.model.lookup import Cell, column_named, one_row
from docgen.model.record import plain_values
from docgen.model.relative_words import relative_words
from docgen.model.series import point_at, points_of
from docgen.ready import (
    OpenItem,
    OpenKind,
    ReadyBudgetLine,
    ReadyCompendium,
    ReadyIndicatorPage,
    ReadyMeasureChart,
    ReadyPage,
    ReadyValue,
)
from docgen.slides.parts.figure_notes import figures_of
from docgen.worklist.item import WorkItem

_BUDGETS = {-1: "執行額", 0: "予算額・執行額", 1: "概算要求"}


def work_items(compendium: Compendium, ready: ReadyCompendium) -> tuple[WorkItem, ...]:
    """Everything that waits for a person, each once."""
    look = _Look(compendium, ready)
    carried = (_MAKERS[item.kind](item, look) for item in ready.open_items)
    return (*carried, *_missing(ready))


@dataclass(frozen=True, slots=True)
class _Look:
    """The compendium and its pages, in which the items are looked up."""

    compendium: Compendium
    ready: ReadyCompendium

    def pages_at(self, path: FieldPath) -> tuple[str, ...]:
        """The ids of the pages that what stands at ``path`` is part of."""
        return tuple(page.id for page in self.ready.pages if path[: len(page.path)] == page.path)

    def record(self, path: FieldPath) -> object:
        """What stands at a path of the compendium."""
        value: Any = self.compendium
        for key in path:
            value = getattr(value, str(key)) if isinstance(value, Record) else value[key]
        return value


def _value(item: OpenItem, look: _Look) -> WorkItem:
    value = look.record(item.path)
    assert isinstance(value, IndicatorValue)
    pages = look.pages_at(item.path)
    rows = (each for page in look.ready.pages if page.id in pages for each in _values(page))
    shown = next((each for each in rows if each.id == value.id), None)
    now = f"{shown.latest}【{shown.latest.period}】" if shown is not None and shown.latest is not None else ""
    cell = _empty_cell(value, look.compendium.tables)
    name = f"{item.path[1]} {value.name}"
    if cell is None or value.latest is None:
        return WorkItem("value", item.id, name, "新しい値と時点を入れる", look.compendium.position(item.path), now, pages)
    where = cell.table.position(cell.row, cell.column)
    return WorkItem("value", item.id, name, f"{value.latest.period}の値を入れる", where, now, pages)


def _values(page: ReadyPage) -> tuple[ReadyValue, ...]:
    return page.record.values if isinstance(page.record, ReadyIndicatorPage) else ()


def _empty_cell(value: IndicatorValue, tables: Mapping[str, DataTable]) -> Cell | None:
    """The cell that the latest number is to stand in, where it is empty."""
    latest = value.latest
    if latest is None:
        return None
    if isinstance(latest.value, DataReference):
        table = tables[latest.value.data]
        cell = Cell(table, one_row(table, latest.value.where, None), column_named(latest.value.column, table, None))
    elif latest.value is None and value.series is not None:
        cell = point_at(points_of(value.series, tables, None), latest.period, value.series, None).cell
    else:
        return None
    return cell if not cell.table.rows[cell.row][cell.column].strip() else None


def _figure(item: OpenItem, look: _Look) -> WorkItem:
    figure = look.record(item.path)
    assert isinstance(figure, Figure)
    name = f"{item.path[1]} 図 {figure.id}"
    where = look.compendium.position(item.path)
    return WorkItem("figure", item.id, name, "図の対象年を改める", where, "", look.pages_at(item.path))


def _measure(item: OpenItem, look: _Look) -> WorkItem:
    chart = look.compendium.measure_charts[str(item.path[1])]
    text = chart.measures[int(item.path[3])].text
    where = look.compendium.position(item.path)
    name = f"{chart.mark} {text}"
    return WorkItem("measure", item.id, name, "実施状況と文言を確かめる", where, "今後実施", look.pages_at(item.path))


def _budget(item: OpenItem, look: _Look) -> WorkItem:
    line = look.compendium.budget_lines[str(item.path[1])]
    year = int(item.path[2])
    kind = _BUDGETS.get(year - look.compendium.fiscal_year, "額")
    shown = [
        (page.id, budget)
        for page in look.ready.pages
        if isinstance(page.record, ReadyMeasureChart)
        for budget in page.record.budgets
        if budget.id == line.id
    ]
    now = next((_amount(budget, year) for _, budget in shown), "")
    pages = tuple(dict.fromkeys(page for page, _ in shown))
    name = line.short_name or line.name
    return WorkItem("budget", item.id, name, f"{year}年度の{kind}を入れる", _budget_place(item, year, look), now, pages)


def _amount(budget: ReadyBudgetLine, year: int) -> str:
    return str(budget.amounts[year][1]) if year in budget.amounts else ""


def _budget_place(item: OpenItem, year: int, look: _Look) -> Position | str:
    """The cell of the amount in the data file; the line in the content where it is written there."""
    line = look.compendium.budget_lines[str(item.path[1])]
    if line.data is not None:
        table = look.compendium.tables[line.data]
        columns = columns_of(table, None)
        for row, cells in enumerate(table.rows):
            if (cells[columns.name], cells[columns.year]) == (line.data_name or line.name, str(year)):
                return table.position(row, columns.amount)
    return look.compendium.position(item.path)


def _text(item: OpenItem, look: _Look) -> WorkItem:
    record = look.record(item.path)
    words: dict[str, None] = {}
    places: list[Position | str] = []
    for path, each in look.compendium.records:
        if path[: len(item.path)] == item.path:
            for at, text in plain_values(each, path):
                if isinstance(text, str) and relative_words(text):
                    words.update(dict.fromkeys(relative_words(text)))
                    places.append(look.compendium.position(at))
    name = getattr(record, "title", "") or getattr(record, "name", "") or item.id
    task = f"「{'」「'.join(words)}」のある文章を改める"
    return WorkItem("text", item.id, str(name), task, places[0], "", look.pages_at(item.path))


def _front(item: OpenItem, look: _Look) -> WorkItem:
    where = look.compendium.position(item.path)
    published = look.compendium.published
    now = str(published) if published is not None else ""
    return WorkItem("front", item.id, "公表の時期", "確かめる", where, now, ("cover",))


_MAKERS: Mapping[OpenKind, Callable[[OpenItem, _Look], WorkItem]] = {
    "value": _value,
    "figure": _figure,
    "measure": _measure,
    "budget": _budget,
    "text": _text,
    "front": _front,
}


def _missing(ready: ReadyCompendium) -> Iterator[WorkItem]:
    """Indicators and figures whose data is not provided yet."""
    for page in ready.pages:
        record = page.record
        if isinstance(record, ReadyIndicatorPage) and not record.has_data:
            name = f"{record.indicator} {record.name}"
            yield WorkItem("missing", page.id, name, "データを入れる", page.id, "", (page.id,))
        for figure in figures_of(record):
            if figure.missing is not None:
                identifier, name = f"{page.id}/{figure.id}", f"図「{figure.title}」"
                yield WorkItem("missing", identifier, name, "図のデータを入れる", page.id, "", (page.id,))
