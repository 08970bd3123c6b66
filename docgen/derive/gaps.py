"""Parts without data: what of a ready record they are, and the record without them.

A record says of them in two ways: a figure is ``missing``, or a field of the type MissingText speaks of another part.
So this knows no kind of page, and holds for those of layout packs as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import replace
from typing import Any, TypeVar

from docgen.model import Figure, Page, Precedent
from docgen.model.edition import missing_fields
from docgen.model.record import PLAIN, Record
from docgen.ready import (
    ReadyFigure,
    ReadyGap,
    ReadyIndicatorPage,
    ReadyMeasureChart,
    ReadyPage,
    ReadyPageRecord,
    ReadyRepeat,
    ReadyTable,
)

R = TypeVar("R", bound=Record)

# Fields that stand beside what a page or a part of it shows, and are nothing without it.
_BESIDE = frozenset(
    {"formerly", "gap", "messages", "notes", "rests_on", "sources", "steps", "weights", *Page.model_fields}
)
NUMBERS = "numbers"
"""The field of the numbers that stand large on a page."""

# The fields whose single texts say something by themselves.
_SENTENCES = frozenset({"lead", "text", "value"})
# Stands for a part that is not there.
_GONE = object()


def gaps_of(page: ReadyPage) -> tuple[ReadyGap, ...]:
    """The parts without data on a page; the page as a whole where it has none."""
    record = page.record
    if isinstance(record, ReadyIndicatorPage):
        whole = ReadyGap("page", page.id, page.id, record.name, indicator=record.indicator)
        return tuple(_of_figures(page.id, record.figures)) if record.has_data else (whole,)
    if isinstance(record, ReadyMeasureChart):
        title = f"{record.mark} {record.title}".strip()
        return () if record.is_known else (ReadyGap("page", page.id, page.id, title),)
    if isinstance(record, ReadyFigure):
        return tuple(_of_figures(page.id, (record,)))
    if isinstance(record, ReadyPageRecord):
        tables = (table.sparklines for table in record.tables.values() if table.sparklines is not None)
        figures = _of_figures(page.id, (*record.figures.values(), *tables))
        return (*figures, *_of_fields(record.record, page.id, record.record.title))
    return ()


def _of_figures(page: str, figures: tuple[ReadyFigure, ...]) -> Iterator[ReadyGap]:
    for figure in figures:
        if figure.missing is not None:
            yield ReadyGap("figure", page, f"{page}/{figure.id}", figure.title, figure.missing)


def _of_fields(record: Record, page: str, title: str) -> Iterator[ReadyGap]:
    """The parts that the fields of a record, and of those inside, speak of: one for each record."""
    fields = missing_fields(type(record))
    said = {name: value for name, value in record.__dict__.items() if value and name in fields}
    if said:
        # A title of the part stands before the words that say what is missing of it.
        words = said.get("missing", next(iter(said.values())))
        titles = [value for name, value in said.items() if name != "missing" and value is not words]
        yield ReadyGap("part", page, f"{page}/{next(iter(said))}", titles[0] if titles else title, words)
    for value in record.__dict__.values():
        if type(value) in PLAIN:
            continue
        for inner in value if isinstance(value, tuple) else (value,):
            if isinstance(inner, Record) and not isinstance(inner, Figure):
                yield from _of_fields(inner, page, title)


def without_gaps(page: ReadyPage) -> ReadyPage:
    """The page without the parts that have no data, and without what stands only beside them."""
    record = page.record
    if isinstance(record, ReadyRepeat):
        return replace(page, record=replace(record, page=without_gaps(record.page)))
    if isinstance(record, ReadyIndicatorPage):
        figures = tuple(figure for figure in record.figures if figure.missing is None)
        return page if len(figures) == len(record.figures) else replace(page, record=replace(record, figures=figures))
    if isinstance(record, ReadyPageRecord):
        return replace(page, record=_known(record))
    return page


def _known(ready: ReadyPageRecord) -> ReadyPageRecord:
    return replace(
        ready,
        record=_without(ready.record),
        figures={name: figure for name, figure in ready.figures.items() if figure.missing is None},
        tables={name: _without_sparklines(table) for name, table in ready.tables.items()},
    )


def _without_sparklines(table: ReadyTable) -> ReadyTable:
    missing = table.sparklines is not None and table.sparklines.missing is not None
    return replace(table, sparklines=None) if missing else table


def _without(record: R) -> R:
    """The record without its parts that have no data."""
    changed: dict[str, Any] = {}
    fields = missing_fields(type(record))
    for name, value in record.__dict__.items():
        kept = None if name in fields else _kept(value)
        if kept is _GONE:
            kept = type(record).model_fields[name].default
        if kept is not value:
            changed[name] = kept
    return record.model_copy(update=changed) if changed else record


def _kept(value: Any) -> Any:
    """What is left of a value of a field: the value itself where all of it is there."""
    if type(value) in PLAIN:
        return value
    if isinstance(value, Figure):
        return value if value.missing is None else _GONE
    if isinstance(value, Record):
        return _part(value)
    if isinstance(value, tuple):
        parts = [_kept(part) for part in value]
        if all(new is old for new, old in zip(parts, value, strict=True)):
            return value
        return tuple(part for part in parts if part is not _GONE)
    return value


def _part(record: Record) -> object:
    """What is left of a record inside another; nothing where it lost what it was for."""
    lost = [
        name
        for name, value in record.__dict__.items()
        if type(record).model_fields[name].is_required() and _kept(value) is _GONE
    ]
    left = _without(record)
    return _GONE if lost or (left is not record and not shows_something(left)) else left


def shows_something(record: Record, beside: Set[str] = frozenset()) -> bool:
    """Whether a record holds anything to show beside its title, messages, notes and sources, and some fields more."""
    return any(
        isinstance(value, Record) or (value and isinstance(value, tuple | Mapping)) or (value and name in _SENTENCES)
        for name, value in record.__dict__.items()
        if name not in _BESIDE and name not in beside
    )


def is_empty(page: ReadyPage) -> bool:
    """Whether nothing, or single numbers alone, is left to show of a page that is :func:`without_gaps`."""
    record = page.record
    if isinstance(record, ReadyIndicatorPage):
        return not record.has_data
    if isinstance(record, ReadyMeasureChart):
        return not record.is_known
    if isinstance(record, ReadyFigure):
        return record.missing is not None
    if isinstance(record, ReadyPageRecord):
        return not isinstance(record.record, Precedent) and not shows_something(record.record, {NUMBERS})
    return False
