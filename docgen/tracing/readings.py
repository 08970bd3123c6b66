"""The cells of data files that numbers were read from, as a person can open them."""

from __future__ import annotations

from collections.abc import Iterable

from docgen.errors import Position
from docgen.model import Compendium, DataTable
from docgen.ready import Trace
from docgen.tracing.step import Reading


def readings(traces: Iterable[Trace], compendium: Compendium) -> tuple[Reading, ...]:
    """What was read at each trace, in their order."""
    return tuple(_reading(trace, compendium) for trace in traces)


def rows_of(dataset: str, compendium: Compendium) -> tuple[Reading, ...]:
    """All rows of a dataset's file."""
    table = compendium.tables.get(dataset)
    if table is None:
        return ()
    return readings((Trace(table.file, table.line(row), "") for row in range(len(table.rows))), compendium)


def _reading(trace: Trace, compendium: Compendium) -> Reading:
    for name, table in compendium.tables.items():
        row = _row(trace, table)
        if row is None:
            continue
        column = table.columns.index(trace.column) if trace.column else 0
        text = table.rows[row][column] if trace.column else "、".join(cell for cell in table.rows[row] if cell)
        return Reading(trace.file, table.position(row, column), trace.column, text, _source(name, compendium))
    return Reading(trace.file, Position(trace.file, max(trace.line, 1)), trace.column, "")


def _row(trace: Trace, table: DataTable) -> int | None:
    """The index of the row of a table that a trace names; None where it is another table's."""
    if table.file != trace.file or trace.line not in table.lines:
        return None
    if trace.column and trace.column not in table.columns:
        return None
    return table.lines.index(trace.line)


def _source(dataset: str, compendium: Compendium) -> str:
    source = compendium.datasets[dataset].source if dataset in compendium.datasets else None
    return compendium.sources[source].text if source is not None and source in compendium.sources else ""
