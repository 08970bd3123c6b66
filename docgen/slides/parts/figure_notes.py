"""The figures of a ready record, and their data for its page's speaker notes, whatever the kind of page."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from types import NoneType
from typing import Any

from docgen.blocks.figure.data_table import data_text
from docgen.model import Quantity
from docgen.ready import ReadyFigure, Trace

# What stands in records by the thousands and holds no figure.
_PLAIN = (str, int, float, Decimal, NoneType, Quantity, Trace)


def figure_notes(record: object) -> str:
    """The tables of those figures of a ready record that ask for it (``data_table: notes``); else nothing."""
    figures = (figure for figure in figures_of(record) if figure.data_table == "notes" and figure.missing is None)
    return "\n\n".join(data_text(figure) for figure in figures)


def figures_of(record: object) -> Iterator[ReadyFigure]:
    """The figures of a ready record, in the order of its fields, each as often as it stands there."""
    if isinstance(record, ReadyFigure):
        yield record
        return
    for part in _parts(record):
        if not isinstance(part, _PLAIN):
            yield from figures_of(part)


def _parts(record: object) -> Iterable[object]:
    if isinstance(record, tuple):
        return record
    if isinstance(record, Mapping):
        return record.values()
    return [getattr(record, name) for name in _fields_of(type(record))]  # type: ignore[arg-type]


@functools.cache
def _fields_of(kind: type[Any]) -> tuple[str, ...]:
    """The names of the fields of a dataclass; none of another type."""
    return tuple([field.name for field in fields(kind)]) if is_dataclass(kind) else ()
