"""What a plan goes through: its lists of values and its tables, as rows of named values."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from docgen.batching.plan_file import Plan
from docgen.errors import DocgenError
from docgen.model.dataset import Dataset
from docgen.reading.data_files import read_data
from docgen.reading.yaml_document import YamlDocument

FIXED = ("content", "layout")
"""The names that every plan has in its output."""

Row = Mapping[str, str]


def rows_of(plan: Plan, document: YamlDocument, folder: Path) -> Iterator[Row]:
    """The values of each deck by their names, one row for each combination; the last loop turns fastest.

    DocgenError for a table that cannot be read or has no rows, and for a name that stands for two things.
    """
    loops = [
        _rows([{"content": content} for content in plan.content]),
        _rows([{"layout": layout} for layout in plan.layouts]),
        *(_loop(name, values, document, folder) for name, values in plan.loops.items()),
    ]
    _must_differ(plan, loops, document)
    for combined in itertools.product(*loops):
        yield {**plan.parameters, **{name: value for row in combined for name, value in row.items()}}


def _rows(rows: list[dict[str, str]]) -> Sequence[Row]:
    return rows


def _loop(name: str, values: str | tuple[str, ...], document: YamlDocument, folder: Path) -> Sequence[Row]:
    where = document.position(("for", name))
    if not isinstance(values, str):
        rows: Sequence[Row] = [{name: value} for value in values]
    else:
        table = read_data(Dataset(id="table", file=values), folder, where)
        rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    if not rows:
        raise DocgenError("plan-loop-empty", where=where, name=name)
    return rows


def _must_differ(plan: Plan, loops: Sequence[Sequence[Row]], document: YamlDocument) -> None:
    """Raise DocgenError, at the later one, for a name that two loops give, or a loop and the parameters."""
    places = [("content",), ("layouts",), *(("for", name) for name in plan.loops)]
    seen = dict.fromkeys(plan.parameters, "parameters")
    for loop, place in zip(loops, places, strict=True):
        for name in loop[0]:
            if name in seen:
                where = document.position(place)
                raise DocgenError("plan-name-twice", where=where, name=name, first=seen[name])
            seen[name] = place[-1]
