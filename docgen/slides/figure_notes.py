"""The data of a page's figures for its speaker notes, whatever the kind of page that shows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass

from docgen.blocks.data_table import data_text
from docgen.ready import ReadyFigure

_PLAIN = (str, int, float, type(None))


def figure_notes(record: object) -> str:
    """The tables of those figures of a ready record that ask for it (``data_table: notes``); else nothing."""
    asked = (each for each in figures_of(record) if each.data_table == "notes" and each.missing is None)
    return "\n\n".join(data_text(figure) for figure in asked)


def figures_of(record: object) -> Iterator[ReadyFigure]:
    """The figures of a ready record, in the order of its fields, each as often as it stands there."""
    if isinstance(record, ReadyFigure):
        yield record
        return
    parts: Iterable[object] = ()
    if isinstance(record, tuple):
        parts = record
    elif isinstance(record, Mapping):
        parts = record.values()
    elif is_dataclass(record) and not isinstance(record, type):
        parts = [getattr(record, each.name) for each in fields(record)]
    for part in parts:
        if not isinstance(part, _PLAIN):
            yield from figures_of(part)
