"""A step of a trace: what it is, where it is written, which cells it reads and what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from docgen.errors import CellPosition, Located, Position
from docgen.model import Compendium, DataTable
from docgen.ready import Trace

StepKind = Literal[
    "page", "indicator", "finding", "candidate", "measure chart", "prior study", "record",
    "statement", "sentence", "value", "fact", "figure", "table", "budget line", "dataset", "source",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """A cell of a data file that a number was read from; a whole row where ``column`` is empty.

    ``where`` is the cell's place in the file, ``text`` what stands there, ``source`` the source (出典) of the file's data,
    empty where the content states none for the file.
    """

    file: str
    where: Located
    column: str
    text: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: ``id`` is its name (empty for a sentence without one), ``text`` its title or sentence.

    ``where`` is its place in the content. ``readings`` are the cells that it reads itself; ``rests_on`` the
    steps below it. A step that stands in the trace already has ``above`` set and nothing below it.
    """

    kind: StepKind
    id: str
    text: str
    where: Located
    readings: tuple[Reading, ...] = ()
    rests_on: tuple[Step, ...] = ()
    above: bool = False

    def walk(self) -> Iterator[Step]:
        """This step and every one below it, from the top down."""
        yield self
        for step in self.rests_on:
            yield from step.walk()


def readings(traces: Iterable[Trace], compendium: Compendium) -> tuple[Reading, ...]:
    """What was read at each trace, in their order."""
    return tuple(_reading(trace, compendium) for trace in traces)


def all_rows(dataset: str, compendium: Compendium) -> tuple[Reading, ...]:
    """All rows of a dataset's file."""
    table = compendium.tables.get(dataset)
    if table is None:
        return ()
    return readings((Trace.of_row(table, row) for row in range(len(table.rows))), compendium)


def _reading(trace: Trace, compendium: Compendium) -> Reading:
    for name, table in compendium.tables.items():
        row = row_of(trace, table)
        if row is None:
            continue
        column = table.columns.index(trace.column) if trace.column else 0
        text = table.rows[row][column] if trace.column else "、".join(cell for cell in table.rows[row] if cell)
        return Reading(trace.file, table.position(row, column), trace.column, text, _source(name, compendium))
    if trace.address is not None:
        return Reading(trace.file, CellPosition(trace.file, trace.sheet, *trace.address), trace.column, "")
    return Reading(trace.file, Position(trace.file, max(trace.line, 1)), trace.column, "")


def row_of(trace: Trace, table: DataTable) -> int | None:
    """The index of the row of a table that a trace names; None where it is another table's."""
    if (table.file, table.sheet) != (trace.file, trace.sheet):
        return None
    if trace.column and trace.column not in table.columns:
        return None
    if trace.address is None:
        return table.lines.index(trace.line) if trace.line in table.lines else None
    column = table.columns.index(trace.column) if trace.column else 0
    rows = (row for row, addresses in enumerate(table.addresses) if addresses[column] == trace.address)
    return next(rows, None)


def _source(dataset: str, compendium: Compendium) -> str:
    source = compendium.datasets[dataset].source if dataset in compendium.datasets else None
    return compendium.sources[source].text if source is not None and source in compendium.sources else ""
