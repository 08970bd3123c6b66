"""Where the cells of tables and the points of figures stand in the content's files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from docgen.bearing.fact import Places
from docgen.derive.data_rows import chosen_rows
from docgen.errors import FieldPath, Located
from docgen.model import Compendium, DataTable, IndicatorValue, Table
from docgen.model.lookup import column_named
from docgen.model.record import Record
from docgen.ready import Trace
from docgen.tracing.step import readings
from docgen.value import value


@value(frozen=True, slots=True)
class DataCells:
    """The places of a content's data; ``records`` are its tables and values, by the id of what holds them."""

    compendium: Compendium
    records: Mapping[tuple[str, str], tuple[FieldPath, Record]]
    _places: dict[Trace, Located] = field(default_factory=dict, repr=False)

    def path(self, owner: str, key: str) -> FieldPath:
        """The path of a table, or of a value, by the id of what it stands in and its own; that of the owner otherwise."""
        return self.records.get((owner, key), ((owner,), None))[0]

    def of_trace(self, trace: Trace | None) -> Located | None:
        """The cell that a number was read from."""
        if trace is None:
            return None
        if trace not in self._places:
            [cell] = readings((trace,), self.compendium)
            self._places[trace] = cell.where
        return self._places[trace]

    def of_table(self, page: FieldPath, key: str) -> Places | None:
        """The places of a table's cells, its head being row 0; None where its record is not known."""
        path, record = self.records.get((str(page[1]) if len(page) > 1 else "", key), ((), None))
        if not isinstance(record, Table):
            return None
        data = self._table(record)
        if data is None:
            return lambda row, column: self.compendium.position((*path, "rows", row - 1, column))
        rows = chosen_rows(data, record.where, None)
        names = [column.column or column.heading for column in record.columns] or [name for name in data.columns if name]
        columns = [column_named(name, data, None) for name in names]
        return lambda row, column: data.position(rows[row - 1], columns[column])

    def _table(self, record: Table) -> DataTable | None:
        if record.data is None or isinstance(record.data, DataTable):
            return record.data
        return self.compendium.tables[record.data]


def data_cells(compendium: Compendium) -> DataCells:
    """The places of a compendium that was loaded."""
    records = {
        (str(path[1]), record.id): (path, record)
        for path, record in compendium.records
        if isinstance(record, Table | IndicatorValue) and len(path) > 1
    }
    return DataCells(compendium, records)
