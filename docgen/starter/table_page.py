"""The page that is proposed for a table: a chart where its cells make one, else the table itself; as YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docgen.reading.workbook.outside import is_total
from docgen.reading.yaml_edit import scalar
from docgen.starter.found_table import FoundTable, is_numeric, is_period, name_and_unit

_MOST_CATEGORIES, _MOST_PERIODS, _MOST_SERIES, _MOST_KEYS, _MOST_FIGURES = 30, 120, 12, 8, 3
_RANK = re.compile(r"(?:no|№|番号|順位|連番|#)\.?", re.IGNORECASE)
_YEARS = ("年", "年度")


@dataclass(frozen=True, slots=True)
class ChartColumns:
    """The columns of a table as a chart takes them: its categories, and its numbers, parted by unit.

    In long data ``by`` tells the series apart and ``keys`` are their names.
    """

    x: str
    numbers: tuple[tuple[str, tuple[str, ...]], ...]
    by: str | None = None
    keys: tuple[str, ...] = ()


def chart_columns(found: FoundTable) -> ChartColumns | None:
    """How a table makes a chart; None where it makes none."""
    table = found.table
    columns = found.shown
    first = next(iter(columns))
    numeric = [name for name in columns if is_numeric(columns[name])]
    labels = [name for name in columns if name not in numeric and all(columns[name])]
    x = _categories(first, columns[first], numeric, labels)
    if x is None or len(table.rows) < 2:
        return None
    numbers = [name for name in numeric if name != x and not _RANK.fullmatch(name)]
    numbers = [name for name in numbers if not is_total(name_and_unit(name)[0].split(" ")[-1])] or numbers
    others = [name for name in labels if name != x]
    temporal = all(map(is_period, columns[x]))
    if len(set(columns[x])) == len(columns[x]):
        most = _MOST_PERIODS if temporal else _MOST_CATEGORIES
        by_unit = _by_unit(numbers, found)
        if 0 < len(numbers) <= _MOST_SERIES and len(by_unit) <= _MOST_FIGURES and len(columns[x]) <= most:
            return ChartColumns(x, by_unit)
    elif len(others) == len(numbers) == 1:
        by, (value,) = others[0], numbers
        keys, pairs = dict.fromkeys(columns[by]), list(zip(columns[x], columns[by], strict=True))
        if len(keys) <= _MOST_KEYS and len(set(pairs)) == len(pairs):
            return ChartColumns(x, ((found.unit_of(value), (value,)),), by, tuple(keys))
    return None


def columns_left_out(found: FoundTable, columns: ChartColumns) -> tuple[str, ...]:
    """The columns, not hidden, that stand in no figure."""
    used = {columns.x, columns.by, *(name for _, names in columns.numbers for name in names)}
    return tuple(name for name in found.shown if name not in used)


def chart_page(found: FoundTable, columns: ChartColumns, name: str, sources: Sequence[str]) -> str:
    """The YAML of a page with a chart for each unit; its figures state no kind, so that docgen chooses."""
    lines = [*_head("chart_page", found, name), "figures:", "  # kind を書かなければ、データに合う種類の図が選ばれます。"]
    for number, (unit, names) in enumerate(columns.numbers, 1):
        lines.append(f"  - id: chart-{number}")
        if len(columns.numbers) > 1:
            lines.append(f"    title: {scalar(prose(name_and_unit(names[0])[0]))}")
        lines.append(f"    data: {found.dataset.id}")
        lines += [f"    {line}" for line in _chart(found, columns, unit, names)]
    notes = _notes(found, with_unit=not found.units)
    lines += [f"    {line}" for line in notes] if len(columns.numbers) == 1 else notes
    # The first source is the one of the data, which the figures name.
    return _page(lines, sources[1:])


def table_page(found: FoundTable, name: str, sources: Sequence[str]) -> str:
    """The YAML of a page with the table as it is, its totals as well."""
    head = _head("table_page", found, name)
    lines = [*head, "tables:", "  - id: table-1", f"    data: {found.dataset.id}", "    columns:"]
    for column in filter(None, found.shown):
        more = ", align: decimal" if is_numeric(found.shown[column]) else ""
        lines.append(f"      - {{column: {scalar(column)}{more}}}")
    totals = [row[0] for row in found.table.rows if is_total(row[0])]
    if totals:
        lines.append(f"    totals: [{', '.join(map(scalar, dict.fromkeys(totals)))}]")
    return _page([*lines, *_notes(found, with_unit=True)], sources)


def _categories(first: str, cells: Sequence[str], numeric: Sequence[str], labels: Sequence[str]) -> str | None:
    """The column of the categories: the first, unless that only numbers the rows."""
    if first in labels or (cells and all(map(is_period, cells))):
        return first
    return labels[0] if first in numeric and _RANK.fullmatch(first) and labels else None


def _by_unit(names: Sequence[str], found: FoundTable) -> tuple[tuple[str, tuple[str, ...]], ...]:
    units: dict[str, list[str]] = {}
    for name in names:
        units.setdefault(found.unit_of(name), []).append(name)
    return tuple((unit, tuple(own)) for unit, own in units.items())


def _chart(found: FoundTable, columns: ChartColumns, unit: str, names: Sequence[str]) -> Iterator[str]:
    cells = [row[found.table.columns.index(columns.x)] for row in found.table.rows]
    temporal = all(map(is_period, cells))
    if columns.x:
        yield f"x: {scalar(columns.x)}"
    if columns.x in _YEARS and all(map(str.isdecimal, cells)):
        yield f"x_suffix: {columns.x}"
    if columns.by is not None:
        yield f"by: {scalar(columns.by)}"
        yield f"value: {scalar(names[0])}"
    yield "series:"
    if columns.by is not None:
        yield from (f"  - {{name: {scalar(key)}, key: {scalar(key)}}}" for key in columns.keys)
    else:
        yield from (
            f"  - {{name: {scalar(shown)}, column: {scalar(name)}}}"
            for shown, name in zip(_short_names(names), names, strict=True)
        )
    if unit:
        yield f"unit: {scalar(unit)}"
    if not temporal:
        yield "labels: all"


def _short_names(columns: Sequence[str]) -> list[str]:
    """The names of columns without their units, and without the first word where all have the same."""
    names = [name_and_unit(column)[0] for column in columns]
    firsts, rests = zip(*(name.split(" ", 1) if " " in name else (name, "") for name in names), strict=True)
    return list(rests) if len(names) > 1 and len(set(firsts)) == 1 and all(rests) else names


def prose(text: str) -> str:
    """A text for a sentence of the content, in which nothing is markup.

    >>> prose("{注} 2**3")
    '\\\\{注\\\\} 2\\\\*\\\\*3'
    """
    return re.sub(r"[{}\\]|\*\*", lambda found: "".join(f"\\{letter}" for letter in found[0]), text)


def _head(kind: str, found: FoundTable, name: str) -> list[str]:
    return [
        f"# {found.dataset.file} の表から作ったページです。表題と要点を書き加えてください。",
        f"kind: {kind}",
        f"id: {name}",
        f"title: {scalar(prose(found.title))}",
        "# messages:        # 要点。数値は文章に直接書かず、データから引きます",
        "#   - ここに要点を書く。",
    ]


def _notes(found: FoundTable, *, with_unit: bool) -> list[str]:
    """The notes of a table, before them the unit above it where nothing else of the page states that."""
    units = [f"単位：{found.unit}"] if found.unit and with_unit else []
    notes = [*units, *found.notes]
    return ["notes:", *(f"  - text: {scalar(prose(note))}" for note in notes)] if notes else []


def _page(lines: Sequence[str], sources: Sequence[str]) -> str:
    cited = [f"sources: [{', '.join(sources)}]"] if sources else []
    return "\n".join([*lines, *cited]) + "\n"
