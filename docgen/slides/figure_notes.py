"""The data of a page's figures for its speaker notes, whatever the kind of page that shows them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal

from docgen.blocks.data_table import data_text
from docgen.ready import ReadyFigure

_PLAIN = frozenset((str, int, float, bool, Decimal, type(None)))


def figure_notes(record: object) -> str:
    """The tables of those figures of a ready record that ask for it (``data_table: notes``); else nothing."""
    asked = (each for each in figures_of(record) if each.data_table == "notes" and each.missing is None)
    return "\n\n".join(data_text(figure) for figure in asked)


def figures_of(record: object) -> list[ReadyFigure]:
    """The figures of a ready record, in the order of its fields, each as often as it stands there."""
    if isinstance(record, ReadyFigure):
        return [record]
    parts: Iterable[object] = ()
    if isinstance(record, tuple):
        parts = record
    elif is_dataclass(record):
        parts = [getattr(record, each.name) for each in fields(record)]
    elif isinstance(record, Mapping):
        parts = record.values()
    return [figure for part in parts if type(part) not in _PLAIN for figure in figures_of(part)]

