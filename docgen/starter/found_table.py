"""A table that was found in a data file: how data.yaml names it, its cells as read, its title, unit, notes, sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from docgen.errors import DocgenError
from docgen.model import Dataset, DataTable
from docgen.model.cells.meaning import number_in, period_in
from docgen.model.cells.number import read_cell
from docgen.reading.data_files import read_data
from docgen.reading.workbook.grid import Grid, Row, grid_of
from docgen.reading.workbook.outside import is_total, note_rows, title_lines
from docgen.reading.workbook.sheet import Area, Sheet
from docgen.starter.sheet_tables import SheetTable

_MOST_HEAD_ROWS = 3
_MARKS = re.compile(r"^[■●◆○◇□▼・\s]+")
_UNIT_LINE = re.compile(r"[(（\[【]?\s*単位\s*[:：・]?\s*(?P<unit>[^)）\]】]+?)\s*[)）\]】]?")
_UNIT_PARTS = re.compile(r"\s*[、,，/／]\s*")
_TITLE_AND_UNIT = re.compile(r"(?P<title>.+?)[\s、]*[(（]単位[:：]\s*(?P<unit>[^)）]+?)\s*[)）]")
_SOURCE = re.compile(r"\s*[(（\[【〔<＜]?\s*(?:出典|出所|資料)\s*[)）\]】〕>＞]?\s*[:：.．、]?\s*(?P<text>.+)", re.DOTALL)
_NOTE = re.compile(
    r"\s*(?:[※＊*†]\s*\d*|[(（\[【〔<＜]?\s*(?:注|備考)\s*[\d０-９]*\s*[)）\]】〕>＞:：.．、]*)\s*(?P<text>.*)", re.DOTALL
)
_UNIT_IN_NAME = re.compile(
    r"(?P<name>.*?)\s*[(（\[［【](?P<unit>[^()（）\[\]［］【】]{1,8})[)）\]］】](?P<rest>(?: .*)?)", re.DOTALL
)
_UNIT_WORDS = re.compile(
    r"[%％‰]|.*(?:円|ドル|ユーロ|ポンド|元|人|名|者|件|社|校|団体|機関|法人|課題|事業|施策|位|本|冊|回|台|個|点|戸|世帯|拠点|箇所"
    r"|か所|カ所|か国|カ国|種|品目|倍|歳|時間|分|秒|日|月|年|トン|[tｔ]|[kK㎏]?g|㎏|[kK]?m[2²3³]?|㎞|㎡|㎥|ha|kWh|[GMkT]?W|[GMT]B|ポイント|ppm|℃)"
)


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table with what stands around it.

    ``unit`` is as it is stated for the whole table: one, or one for each column of numbers (人、%). ``hidden`` are the
    columns that the sheet hides.
    """

    dataset: Dataset
    table: DataTable
    title: str = ""
    unit: str = ""
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    hidden: frozenset[str] = frozenset()

    @property
    def shown(self) -> Mapping[str, tuple[str, ...]]:
        """The cells of each column that is not hidden, by its name; a column without a name only where it is the first."""
        names = [name for name in self.table.columns if name not in self.hidden]
        return {
            name: tuple(row[self.table.columns.index(name)] for row in self.table.rows)
            for index, name in enumerate(names)
            if name or not index
        }

    @property
    def units(self) -> Mapping[str, str]:
        """The unit that the lines above state for each column of numbers; empty where it is not sure which has which."""
        numeric = [name for name, cells in self.shown.items() if is_numeric(cells)]
        if not self.unit:
            return {}
        units = [_unit(part) for part in _UNIT_PARTS.split(self.unit)]
        if len(units) == 1:
            return dict.fromkeys(numeric, units[0])
        numeric = [name for name in numeric if not all(map(is_period, self.shown[name]))]
        agreed = len(units) == len(numeric) and all(
            self._own_unit(name) in ("", unit) for name, unit in zip(numeric, units, strict=True)
        )
        return dict(zip(numeric, units, strict=True)) if agreed else {}

    def unit_of(self, column: str) -> str:
        """The unit of a column: as its name says, else as its cells do, else as the lines above the table do."""
        return self._own_unit(column) or self.units.get(column, "")

    def _own_unit(self, column: str) -> str:
        cells = [cell for cell in self.shown[column] if is_number(cell)]
        in_percent = bool(cells) and all(read_cell(cell).unit for cell in cells)
        return name_and_unit(column)[1] or ("%" if in_percent else "")


@dataclass(frozen=True, slots=True)
class _Words:
    """The lines around a table, told apart."""

    title: str = ""
    unit: str = ""
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


def found_in_sheet(dataset: Dataset, folder: Path, sheet: Sheet, found: SheetTable) -> FoundTable:
    """A table of a sheet; ``dataset`` names file and sheet. DocgenError, at its cell, for what cannot be read."""
    grid = grid_of(sheet, found.area, str(folder / dataset.file))
    start = _title_count(grid)
    rows = grid.rows[start:]
    below = note_rows(rows[1:])
    end = len(rows)
    while end > 1 and end - 2 in below:
        end -= 1
    words = _told_apart(
        [*found.above, *_texts(grid.rows[:start])], [*_texts(rows[index + 1] for index in sorted(below)), *found.below]
    )
    area = Area(rows[0][0].row, found.area.left, rows[end - 1][0].row, found.area.right)
    asked = dataset.model_copy(update={"cells": str(area)})
    read, table = _read(asked, _head_rows(rows[:end]), folder)
    if _runs_across(table):
        read, table = _transposed(read, table, folder)
    return FoundTable(
        read, table, words.title, words.unit, words.notes, words.sources, _hidden(read, table, sheet)
    )


def found_in_text(dataset: Dataset, folder: Path) -> FoundTable:
    """The table of a text file. DocgenError for what cannot be read."""
    table = read_data(dataset, folder, dataset.file)
    words = _told_apart(_said(table, "line-above"), _said(table, "note-left-out"))
    return FoundTable(dataset, table, words.title, words.unit, words.notes, words.sources)


def with_totals(found: FoundTable, folder: Path) -> FoundTable:
    """The table with the totals at its end, where reading it left some out."""
    if not any(breach.code == "total-left-out" for breach in found.table.notices):
        return found
    dataset = found.dataset.model_copy(update={"totals": True})
    return replace(found, dataset=dataset, table=read_data(dataset, folder, dataset.file))


def name_and_unit(name: str) -> tuple[str, str]:
    """The name of a column, and the unit in brackets behind it, or behind the first of its words.

    >>> name_and_unit("金額（億円）"), name_and_unit("研究者（常勤）"), name_and_unit("研究者数（人） 男性")
    (('金額', '億円'), ('研究者（常勤）', ''), ('研究者数 男性', '人'))
    """
    found = _UNIT_IN_NAME.fullmatch(name)
    if found is None or not found["name"] or not _UNIT_WORDS.fullmatch(found["unit"]):
        return name, ""
    return f"{found['name']}{found['rest']}", _unit(found["unit"])


def is_number(text: str) -> bool:
    """Whether a cell is a number; a gap is none."""
    return number_in(text) is not None


def is_gap(text: str) -> bool:
    """Whether a cell is empty, or says that there is no number."""
    try:
        return read_cell(text).value is None
    except ValueError:
        return False


def is_period(text: str) -> bool:
    """Whether a cell is a period: a year, a fiscal year, a month."""
    return period_in(text) is not None


def is_numeric(cells: Sequence[str]) -> bool:
    """Whether a column holds numbers, and gaps."""
    return any(map(is_number, cells)) and all(is_number(cell) or is_gap(cell) for cell in cells)


def _hidden(dataset: Dataset, table: DataTable, sheet: Sheet) -> frozenset[str]:
    """The columns of a table that the sheet hides: its columns, or its rows where these are the table's columns."""
    if not table.addresses:
        return frozenset()
    first = dict(zip(table.columns, table.addresses[0], strict=True))
    if dataset.transposed:
        return frozenset(name for name, (row, _) in first.items() if row in sheet.hidden_rows)
    spans = sheet.hidden_columns
    return frozenset(name for name, (_, column) in first.items() if any(low <= column <= high for low, high in spans))


def _title_count(grid: Grid) -> int:
    try:
        return title_lines(grid)
    except DocgenError:
        return 0


def _texts(rows: Iterable[Row]) -> Iterator[str]:
    """The texts of rows; a unit that stands by itself beside a title is a line of its own."""
    for row in rows:
        yield from (" ".join(cell.own.split()) for cell in row if cell.own)


def _said(table: DataTable, code: str) -> list[str]:
    """The lines that reading a table told apart, of one kind."""
    return [str(dict(breach.message.values)["words"]) for breach in table.notices if breach.code == code]


def _told_apart(above: Sequence[str], below: Sequence[str]) -> _Words:
    """The lines above and below a table as its title, unit, notes and sources."""
    title, unit, notes, sources = "", "", [], []
    for index, line in enumerate([*above, *below]):
        stated = _UNIT_LINE.fullmatch(line)
        source, note = _SOURCE.fullmatch(line), _NOTE.fullmatch(line)
        if stated is not None:
            unit = _unit(stated["unit"])
        elif source is not None:
            sources.append(source["text"].strip())
        elif note is not None and note["text"]:
            notes.append(_MARKS.sub("", note["text"]).strip())
        elif index < len(above) and not title:
            titled = _TITLE_AND_UNIT.fullmatch(line)
            title, unit = (titled["title"], titled["unit"]) if titled is not None else (line, unit)
            title = _MARKS.sub("", title)
        else:
            notes.append(_MARKS.sub("", line).strip())
    return _Words(title, unit, tuple(filter(None, notes)), tuple(sources))


def _unit(text: str) -> str:
    return "%" if text == "％" else text


def _head_rows(rows: Sequence[Row]) -> int:
    """How many rows name the columns: those without a number but years, as long as the one above leaves room for it."""
    count = 1
    while count < min(_MOST_HEAD_ROWS, len(rows) - 1) and _names_below(rows[count - 1], rows[count]):
        count += 1
    return count


def _names_below(above: Row, row: Row) -> bool:
    """Whether a row goes on with names under the row above: under merged cells, or under cells that are free."""
    numbers = any(cell.shown.is_number and not re.fullmatch(r"(?:19|20)\d\d", cell.text) for cell in row)
    under = [
        cell
        for over, cell in zip(above, row, strict=True)
        if cell.own and (over.filled or not over.text or _is_merged_start(over, above))
    ]
    return not numbers and bool(under)


def _is_merged_start(cell: object, row: Row) -> bool:
    index = next(index for index, each in enumerate(row) if each is cell)
    return index + 1 < len(row) and row[index + 1].filled and row[index + 1].text == row[index].text


def _read(dataset: Dataset, head: int, folder: Path) -> tuple[Dataset, DataTable]:
    """The dataset with the number of its head's rows, and its table; a head of one row where more do not do."""
    for count in dict.fromkeys((head, 1)):
        asked = dataset.model_copy(update={"header_rows": count})
        try:
            return asked, read_data(asked, folder, dataset.file)
        except DocgenError:
            if count == 1:
                raise
    raise AssertionError(head)


def _runs_across(table: DataTable) -> bool:
    """Whether the columns are periods and the rows are not: years stand side by side."""
    names = [name for name in table.columns[1:] if not is_total(name_and_unit(name)[0])]
    firsts = [row[0] for row in table.rows]
    return (
        len(names) > 1
        and all(map(is_period, names))
        and len(set(firsts)) == len(firsts)
        and all(firsts)
        and not all(map(is_period, firsts))
    )


def _transposed(dataset: Dataset, table: DataTable, folder: Path) -> tuple[Dataset, DataTable]:
    """The dataset with its rows and columns exchanged; as it was where that cannot be read."""
    asked = dataset.model_copy(update={"transposed": True, "header_rows": 1})
    try:
        return asked, read_data(asked, folder, dataset.file)
    except DocgenError:
        return dataset, table
