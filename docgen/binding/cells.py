"""Numbers of data files that have no name: the points of figures and the cells of tables, as references to their cells."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from docgen.binding.reference import Datum, Reference
from docgen.derive.words import dated_number
from docgen.model import Compendium, DataTable, Figure, Quantity, Table
from docgen.model.cells.number import read_number
from docgen.model.lookup import Cell
from docgen.model.printing import Printing
from docgen.prose.number import Number
from docgen.ready import Trace

# More columns than this are no key that a person would write.
_MOST_KEYS = 3
# A longer cell is a remark.
_LONGEST = 40
_YEAR = re.compile("(?:19|20)[0-9]{2}")


@dataclass(frozen=True, slots=True, eq=False)
class ShownCell:
    """A cell of a dataset's table with its ``number``, in the unit in which it is shown."""

    dataset: str
    table: DataTable
    row: int
    column: int
    number: Number

    @property
    def key(self) -> Mapping[str, str] | None:
        """The cells that tell its row from all others, by their columns; None where no words do."""
        return _key(self.table, self.row, self.column)

    def references(self) -> Iterator[Reference]:
        """The reference to the cell; none where no words tell its row from the others."""
        key = self.key
        if key is not None:
            trace = Trace.of(Cell(self.table, self.row, self.column))
            expression = _expression(self.dataset, self.table.columns[self.column], key, self.number.unit)
            yield Reference(None, "", self.number, Datum("", (str(trace),)), None, (trace,), expression)


def shown_cells(dataset: str, compendium: Compendium, printing: Printing) -> Iterator[ShownCell]:
    """Each number of a dataset that a figure or a table shows."""
    table = compendium.tables[dataset]
    for column, unit in _shown(dataset, compendium).items():
        place = table.columns.index(column)
        for row in range(len(table.rows)):
            number = _number(table.rows[row][place])
            if number is not None:
                yield ShownCell(dataset, table, row, place, dated_number(Quantity.of(number, unit), None, "", printing))


def _shown(dataset: str, compendium: Compendium) -> Mapping[str, str]:
    """The columns of a dataset that figures and tables show, with their units."""
    units: dict[str, str] = {}
    for _, record in compendium.records:
        if isinstance(record, Figure) and record.data == dataset:
            parts = [(part.column or record.value, part.unit or record.unit) for part in record.series]
            parts += [(record.value, record.unit)] if not record.series else []
        elif isinstance(record, Table) and record.data == dataset:
            parts = [(part.column, part.unit) for part in record.columns]
        else:
            continue
        for column, unit in parts:
            if column in compendium.tables[dataset].columns and not units.get(str(column)):
                units[str(column)] = unit
    return units


def _key(table: DataTable, row: int, place: int) -> Mapping[str, str] | None:
    """The fewest columns whose cells tell a row from all others, as where: has them; None where there are none."""
    columns = [
        index
        for index, cell in enumerate(table.rows[row])
        if index != place and len(cell) <= _LONGEST and "\n" not in cell and table.columns[index] and _names(cell)
    ]
    for count in range(1, _MOST_KEYS + 1):
        for chosen in combinations(columns[:6], count):
            cells = [tuple(line[index] for index in chosen) for line in table.rows]
            if cells.count(cells[row]) == 1:
                return {table.columns[index]: table.rows[row][index] for index in chosen}
    return None


def _names(cell: str) -> bool:
    """Whether a cell names its row: a word or a year, no amount."""
    return bool(cell) and (_YEAR.fullmatch(cell) is not None or _number(cell) is None)


def _expression(name: str, column: str, key: Mapping[str, str], unit: str) -> str:
    where = ", ".join(f"{_quoted(head)}: {_quoted(cell)}" for head, cell in key.items())
    of_unit = f", unit={_quoted(unit)}" if unit else ""
    return f"data({_quoted(name)}, {_quoted(column)}, where={{{where}}}{of_unit})"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _number(cell: str) -> str | None:
    try:
        number = read_number(cell)
    except ValueError:
        return None
    return str(number) if number is not None else None
