"""The work list of a compendium: open items that were carried over, what has no data, numbers typed in sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from docgen.checks.content_rules import typed_numbers
from docgen.errors import FieldPath, Located
from docgen.messages import Message, Phrase, message
from docgen.model import BudgetLine, Compendium, DataTable, Figure, IndicatorValue
from docgen.model.aging import AgingList, aging_list
from docgen.model.budget import KINDS_AROUND, columns_of, year_named
from docgen.model.compendium import record_at
from docgen.model.lookup import table_named
from docgen.model.measure import BudgetKind
from docgen.model.record import plain_values
from docgen.model.series import latest_cell
from docgen.ready import OpenItem, OpenKind, ReadyCompendium, ReadyIndicatorPage, ReadyMeasureChart
from docgen.worklist.figures_behind import FigureBehind, figures_behind
from docgen.worklist.item import WorkItem

_CONFIRM = message("todo-confirm")
_AMOUNTS: Mapping[BudgetKind, Message] = {
    "executed": message("budget-executed"),
    "budgeted": message("budget-budgeted"),
    "requested": message("budget-requested"),
}


def work_items(compendium: Compendium, ready: ReadyCompendium) -> tuple[WorkItem, ...]:
    """Everything that waits for a person, each once."""
    content = _Content(compendium, ready)
    listed = [content.work_item(item) for item in ready.open_items]
    waiting = {item.path for item in ready.open_items}
    behind = (_behind(each, compendium, ready) for each in figures_behind(compendium) if each.path not in waiting)
    return (*listed, *behind, *_missing(ready), *_typed(compendium, ready))


@dataclass(frozen=True, slots=True)
class _Content:
    """The compendium and its pages, in which the open items are looked up."""

    compendium: Compendium
    ready: ReadyCompendium

    def work_item(self, item: OpenItem) -> WorkItem:
        """The work item of an open item, which stands at the path of its record and on the record's pages."""
        pages = tuple(page.id for page in self.ready.pages if item.path[: len(page.path)] == page.path)
        plain = WorkItem(item.kind, item.id, "", _CONFIRM, self.compendium.position(item.path), pages=pages)
        return _DETAILS[item.kind](plain, item.path, self)


def _value(item: WorkItem, path: FieldPath, content: _Content) -> WorkItem:
    value = record_at(content.compendium, path)
    assert isinstance(value, IndicatorValue)
    records = (page.record for page in content.ready.pages if page.id in item.pages)
    values = (shown for record in records if isinstance(record, ReadyIndicatorPage) for shown in record.values)
    latest = next((shown.latest for shown in values if shown.id == value.id), None)
    now = f"{latest}【{latest.period}】" if latest is not None else ""
    item = replace(item, name=f"{path[1]} {value.name}", now=now)
    cell = latest_cell(value, content.compendium.tables, None)
    if cell is None or value.latest is None or cell.table.rows[cell.row][cell.column].strip():
        return replace(item, task=message("todo-enter-value-and-period"))
    where = cell.table.position(cell.row, cell.column)
    return replace(item, task=message("todo-enter-value", period=str(value.latest.period)), where=where)


def _figure(item: WorkItem, path: FieldPath, content: _Content) -> WorkItem:
    figure = record_at(content.compendium, path)
    assert isinstance(figure, Figure)
    name = message("todo-figure-of-page", page=str(path[1]), figure=figure.id)
    return replace(item, name=name, task=message("todo-update-years"))


def _measure(item: WorkItem, path: FieldPath, content: _Content) -> WorkItem:
    chart = content.compendium.measure_charts[str(path[1])]
    name = f"{chart.mark} {chart.measures[int(path[3])].text}"
    return replace(item, name=name, task=message("todo-confirm-measure"), now=message("status-upcoming"))


def _budget(item: WorkItem, path: FieldPath, content: _Content) -> WorkItem:
    """The amount of a fiscal year; the path is of the budget line and the year."""
    line, year = content.compendium.budget_lines[str(path[1])], int(path[2])
    kind = KINDS_AROUND.get(year - content.compendium.fiscal_year)
    amount = _AMOUNTS[kind] if kind is not None else message("todo-amount")
    task = message("todo-enter-amount", year=year, amount=amount)
    shown = [
        (page.id, budget.amounts)
        for page in content.ready.pages
        if isinstance(page.record, ReadyMeasureChart)
        for budget in page.record.budgets
        if budget.id == line.id
    ]
    now = str(shown[0][1][year][1]) if shown and year in shown[0][1] else ""
    pages = tuple(dict.fromkeys(page for page, _ in shown))
    where = _amount_cell(line, year, content.compendium.tables) or item.where
    return replace(item, name=line.short_name or line.name, task=task, where=where, now=now, pages=pages)


def _amount_cell(line: BudgetLine, year: int, tables: Mapping[str, DataTable]) -> Located | None:
    """The place of an amount in a data file; None where the line's amounts stand in the content itself."""
    if line.data is None:
        return None
    table = table_named(line.data, tables, None)
    columns = columns_of(table, None)
    wanted = (line.data_name or line.name, year)
    named = ((row, (cells[columns.name], year_named(cells[columns.year]))) for row, cells in enumerate(table.rows))
    rows = (row for row, stated in named if stated == wanted)
    row = next(rows, None)
    return table.position(row, columns.amount) if row is not None else None


def _text(listed: AgingList, item: WorkItem, path: FieldPath, content: _Content) -> WorkItem:
    """The sentences of a record that hold words such as 今年度, or its notes with a year."""
    record = record_at(content.compendium, path)
    words: dict[str, None] = {}
    places: list[Located] = []
    for base, inner in content.compendium.records:
        if base[: len(path)] == path:
            for place, text in plain_values(inner, base):
                found = aging_list(inner, text, content.compendium.fiscal_year - 1)
                if found[0] == listed:
                    words.update(dict.fromkeys(found[1]))
                    places.append(content.compendium.position(place))
    name = getattr(record, "title", "") or getattr(record, "name", "") or item.id
    shown = tuple(words)
    task = message("todo-rewrite", words=shown) if listed == "texts" else message("todo-renew-notes", words=shown)
    return replace(item, name=str(name), task=task, where=places[0])


def _front(item: WorkItem, path: FieldPath, content: _Content) -> WorkItem:
    published = content.compendium.published
    now = str(published) if published is not None else ""
    return replace(item, name=message("todo-published"), now=now, pages=("cover",))


_DETAILS: Mapping[OpenKind, Callable[[WorkItem, FieldPath, _Content], WorkItem]] = {
    "value": _value,
    "figure": _figure,
    "measure": _measure,
    "budget": _budget,
    "text": partial(_text, "texts"),
    "note": partial(_text, "notes"),
    "front": _front,
}


def _behind(figure: FigureBehind, compendium: Compendium, ready: ReadyCompendium) -> WorkItem:
    """A figure whose data has a newer point than it draws."""
    pages = tuple(page.id for page in ready.pages if figure.path[: len(page.path)] == page.path)
    name = message("todo-figure-of-page", page=str(figure.path[1]), figure=figure.id)
    task = message("todo-newer-point", newest=figure.newest, shown=figure.shown)
    identifier = f"{figure.path[0]}/{figure.path[1]}/{figure.id}"
    return WorkItem("newer", identifier, name, task, compendium.position(figure.path), pages=pages)


def _missing(ready: ReadyCompendium) -> Iterator[WorkItem]:
    """Pages, figures and other parts whose data is not provided yet, in a draft and in the final edition alike."""
    for gap in ready.gaps:
        name: Phrase = gap.title
        match gap.kind:
            case "page":
                name, task = f"{gap.indicator} {gap.title}".strip(), message("todo-enter-data")
            case "figure":
                name, task = message("todo-figure-titled", title=gap.title), message("todo-enter-figure-data")
            case "part":
                task = message("todo-enter-part", words=gap.words)
        yield WorkItem("missing", gap.id, name, task, gap.page, "", (gap.page,))


def _typed(compendium: Compendium, ready: ReadyCompendium) -> Iterator[WorkItem]:
    """Numbers that are typed in sentences about data, in the order in which a check tells them, each for its reference."""
    for path, sentence, start, end in typed_numbers(compendium):
        record = record_at(compendium, path[:2])
        name = getattr(record, "title", "") or getattr(record, "name", "") or str(path[1])
        task = message("todo-bind", number=sentence[start:end])
        pages = tuple(page.id for page in ready.pages if path[: len(page.path)] == page.path)
        yield WorkItem("number", f"{path[0]}/{path[1]}", str(name), task, compendium.position(path), "", pages)
