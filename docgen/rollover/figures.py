"""Figures a year later: their ranges and rows reach the point that their values moved on to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from docgen.editing.edits import Changes, Waiting
from docgen.editing.source import Source
from docgen.errors import FieldPath
from docgen.model import DataTable, Figure
from docgen.model.compendium import carriable
from docgen.model.lookup import column_named, matching_rows, number_or_gap, table_named
from docgen.rollover.values import Moved


def rolled_figures(source: Source, moved: Iterable[Moved]) -> Changes:
    """The changes of all figures that show data of values that moved on, which are given as ``moved``.

    ``x_to`` follows the latest period; a row chosen by ``where``, and the point that is highlighted, do so once the data
    has a number for it. The row waits until then, where it is an indicator's. One that waited already goes on waiting.
    """
    changes = Changes()
    every = tuple(dict.fromkeys(moved))
    waited = source.compendium.carried_over.figures
    names = {path: name for name, path in carriable(source.compendium)["figures"].items()}
    for path, figure in source.compendium.records:
        if not isinstance(figure, Figure):
            continue
        name, own = names.get(path), Changes()
        for value in every:
            if _share(value.data, figure.data, source):
                own += _rolled(name, path, figure, value, source)
        if name is not None and name in waited and not own.edits and not own.waiting:
            own = Changes(waiting=(_waiting(name, figure),))
        changes += own
    return changes


def _share(first: str | DataTable, second: str | DataTable | None, source: Source) -> bool:
    """Whether two datasets are one table."""
    if not isinstance(first, str) or not isinstance(second, str):
        return False
    datasets = source.compendium.datasets
    return first == second or datasets[first].contents == datasets[second].contents


def _rolled(name: str | None, path: FieldPath, figure: Figure, moved: Moved, source: Source) -> Changes:
    changes = Changes()
    if figure.x_to is not None and str(figure.x_to) == moved.before:
        changes += Changes(source.replaced((*path, "x_to"), moved.after))
    if figure.x == moved.x and moved.has_number:
        for index, highlight in enumerate(figure.highlights):
            if str(highlight) == moved.before:
                changes += Changes(source.replaced((*path, "highlights", index), moved.after))
    if str(figure.where.get(moved.x)) == moved.before:
        table = table_named(moved.data, source.compendium.tables, None)
        cells = {name: str(cell) for name, cell in figure.where.items() if not isinstance(cell, tuple)}
        if _has_number(figure, table, {**cells, moved.x: moved.after}):
            changes += Changes(source.replaced((*path, "where", moved.x), moved.after))
        elif name is not None:
            changes += Changes(waiting=(_waiting(name, figure),))
    return changes


def _waiting(name: str, figure: Figure) -> Waiting:
    shown = "、".join(str(cell) for cell in figure.where.values())
    return Waiting("figures", name, f"図の対象（{shown}）")


def _has_number(figure: Figure, table: DataTable, where: Mapping[str, str]) -> bool:
    names = [series.column for series in figure.series if series.column] + ([figure.value] if figure.value else [])
    columns = [column_named(name, table, None) for name in names]
    rows = matching_rows(table, where, None)
    return any(number_or_gap(table, row, column) is not None for row in rows for column in columns)
