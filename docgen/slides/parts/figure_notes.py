"""The data of a page's figures for its speaker notes, whatever the kind of page that shows them."""

from __future__ import annotations

import functools
from collections.abc import Collection, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal

from docgen.blocks.figure.data_table import data_text
from docgen.model import Quantity
from docgen.ready import ReadyFigure, Trace

# What stands in records by the thousands and holds no figure.
_PLAIN = frozenset((str, int, float, bool, Decimal, type(None), date, Quantity, Trace))


def figure_notes(record: object) -> str:
    """The tables of those figures of a ready record that ask for it (``data_table: notes``); else nothing."""
    asked = (each for each in figures_of(record) if each.data_table == "notes" and each.missing is None)
    return "\n\n".join(data_text(figure) for figure in asked)


def figures_of(record: object) -> list[ReadyFigure]:
    """The figures of a ready record, in the order of its fields, each as often as it stands there."""
    found: list[ReadyFigure] = []
    _collect(record, found)
    return found


def _collect(record: object, found: list[ReadyFigure]) -> None:
    if isinstance(record, ReadyFigure):
        found.append(record)
        return
    parts = _parts(record)
    # Most tuples are rows of texts.
    if not _PLAIN.issuperset(map(type, parts)):
        for part in parts:
            if type(part) not in _PLAIN:
                _collect(part, found)


def _parts(record: object) -> Collection[object]:
    if isinstance(record, tuple):
        return record
    kind: type = type(record)
    if names := _field_names(kind):
        return [getattr(record, name) for name in names]
    return record.values() if isinstance(record, Mapping) else ()


@functools.cache
def _field_names(kind: type) -> tuple[str, ...]:
    """The names of a dataclass's fields; none for another class. The records of a deck are of few classes."""
    return tuple([each.name for each in fields(kind)]) if is_dataclass(kind) else ()
