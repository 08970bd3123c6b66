"""The columns, header and rows of a table from a pandas DataFrame, without importing pandas."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from numbers import Number
from typing import Any

from docgen.blocks.table.cell import BodyRow, Cell, ColumnSpec
from docgen.blocks.text.markup_cut import escaped

Format = str | Callable[[Any], str]


def frame_parts(
    frame: Any, formats: Mapping[str, Format], missing: str, columns: Mapping[str, ColumnSpec]
) -> tuple[tuple[ColumnSpec, ...], tuple[tuple[Cell, ...], ...] | None, tuple[BodyRow, ...]]:
    """Specifications of the columns, header rows (None for plain names), and body rows.

    A column of several levels is named in ``formats`` and ``columns`` by its last level.
    """
    names = [name if isinstance(name, tuple) else (name,) for name in frame.columns]
    absent = list(frame.isna().itertuples(index=False, name=None))
    values = list(frame.itertuples(index=False, name=None))
    last = [str(name[-1]) for name in names]
    specs = tuple(
        columns.get(name)
        or _spec(name, [row[index] for row, gaps in zip(values, absent, strict=True) if not gaps[index]])
        for index, name in enumerate(last)
    )
    rows = tuple(
        BodyRow(
            tuple(
                Cell(missing) if gone else _cell(value, formats.get(name))
                for name, value, gone in zip(last, row, gaps, strict=True)
            )
        )
        for row, gaps in zip(values, absent, strict=True)
    )
    return specs, _header(names) if len(names) and len(names[0]) > 1 else None, rows


def _spec(name: str, values: Sequence[Any]) -> ColumnSpec:
    numbers = bool(values) and all(_is_number(value) for value in values)
    return ColumnSpec(escaped(name), align="decimal" if numbers else "left")


def _is_number(value: Any) -> bool:
    return isinstance(value, Number) and not isinstance(value, bool)


def _cell(value: Any, form: Format | None) -> Cell:
    if callable(form):
        text = form(value)
    elif form is not None:
        text = format(value, form)
    else:
        text = str(value)
    return Cell(escaped(text), value=float(value) if _is_number(value) else None)


def _header(names: Sequence[tuple[Any, ...]]) -> tuple[tuple[Cell, ...], ...]:
    """A header row for each level; equal neighbours below the same heading are merged, empty levels too."""
    levels = len(names[0])
    rows = []
    for level in range(levels):
        cells = []
        start = 0
        for index in range(1, len(names) + 1):
            inside = index < len(names) and level < levels - 1
            if inside and names[index][: level + 1] == names[start][: level + 1]:
                continue
            cells.append(Cell(escaped(str(names[start][level])), column_span=index - start))
            start = index
        rows.append(tuple(cells))
    return tuple(rows)
