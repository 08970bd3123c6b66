"""The figures of a ready record, and their data for its page's speaker notes, whatever the kind of page."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from types import NoneType
from typing import Any

from docgen.blocks.figure.data_table import data_text
from docgen.model import Quantity
from docgen.ready import ReadyFigure, Trace

# What stands in records by the thousands and holds no figure.
_PLAIN = (str, int, float, Decimal, NoneType, Quantity, Trace)

Reader = Callable[[Any], Iterable[object]]
"""Reads the values that a value of some kind holds."""


def figure_notes(record: object) -> str:
    """The tables of those figures of a ready record that ask for it (``data_table: notes``); else nothing."""
    figures = (figure for figure in figures_of(record) if figure.data_table == "notes" and figure.missing is None)
    return "\n\n".join(data_text(figure) for figure in figures)


def figures_of(record: object) -> Iterator[ReadyFigure]:
    """The figures of a ready record, in the order of its fields, each as often as it stands there."""
    if isinstance(record, ReadyFigure):
        yield record
        return
    read = _reader_of(type(record))  # type: ignore[arg-type]
    for part in read(record) if read is not None else ():
        if _reader_of(type(part)) is not None:  # type: ignore[arg-type]
            yield from figures_of(part)


@functools.cache
def _reader_of(kind: type[Any]) -> Reader | None:
    """What reads the values in those of a kind: tuples, mappings and dataclasses; None where none is of interest."""
    if issubclass(kind, tuple):
        return iter
    if issubclass(kind, Mapping):
        return kind.values
    names = [field.name for field in fields(kind)] if is_dataclass(kind) and not issubclass(kind, _PLAIN) else []
    return (lambda record: [getattr(record, name) for name in names]) if names else None
