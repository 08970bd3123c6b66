"""Pages with a record of their own: every sentence rendered, every figure and table made ready.

The record's fields say what is what: text is prose, a Figure or Table becomes its ready form, so that a new
kind of page needs nothing here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from docgen.derive.desk import Desk
from docgen.derive.figures import ready_figure
from docgen.derive.front import compendium_of
from docgen.derive.kinds import Place
from docgen.derive.plan import sections_in_order
from docgen.derive.tables import ready_table
from docgen.errors import DocgenError, FieldPath, nearest
from docgen.model import AnalysisItem, Compendium, Figure, Page, PageEntry, RepeatedPage, Table
from docgen.model.lookup import one_of
from docgen.model.record import Record
from docgen.ready import ReadyFigure, ReadyPage, ReadyPageRecord, ReadyRepeat, ReadyTable

R = TypeVar("R", bound=Record)


def planned_page(entry: PageEntry, place: Place, desk: Desk) -> tuple[ReadyPage, ...]:
    """The page that an entry of the deck plan names by its record's id."""
    pages = compendium_of(desk).pages
    if entry.page not in pages:
        raise DocgenError(
            f"there is no page {entry.page!r}",
            where=desk.where((*place.path, "page")),
            expected=one_of(pages, "the id of a record in pages/"),
            hint=nearest(str(entry.page), pages),
        )
    return (record_page(pages[str(entry.page)], place, desk),)


def record_page(record: Page, place: Place, desk: Desk) -> ReadyPage:
    """The page of one record."""
    if isinstance(record, RepeatedPage):
        return _repeated_page(record, place, desk)
    path: FieldPath = ("pages", record.id)
    own = desk.for_page()
    found = _Found(own)
    rendered = found.record(record, path)
    ready = ReadyPageRecord(
        record=rendered,
        figures=found.figures,
        tables=found.tables,
        notes=tuple(note.text for note in rendered.notes),
        sources=own.sources(record.sources, (*path, "sources")),
        names=_names(desk),
    )
    return place.page(
        record.id,
        record.kind,
        ready,
        item=_item(record, desk, path),
        path=path,
        used=own,
        rests_on=tuple(found.rests_on),
    )


def _names(desk: Desk) -> Mapping[str, str]:
    """What pages refer to by id and print by name: sections, analysis items and logic elements."""
    home = desk.home
    if not isinstance(home, Compendium):
        return {}
    sections = {chain[-1].id: chain[-1].title for _, chain in sections_in_order(home.sections)}
    items = {item.id: item.name for item in home.analysis_items.values()}
    elements = {element.id: element.name for element in home.logic_elements.values()}
    return {**sections, **items, **elements}


def _repeated_page(record: RepeatedPage, place: Place, desk: Desk) -> ReadyPage:
    """The page of the record that is shown again, at this place and with this record's item."""
    pages = compendium_of(desk).pages
    path: FieldPath = ("pages", record.id)
    original = pages.get(record.repeats)
    if original is None or isinstance(original, RepeatedPage):
        raise DocgenError(
            f"there is no page {record.repeats!r} to repeat",
            where=desk.where((*path, "repeats")),
            expected=one_of([each for each in pages if each != record.id], "the id of a record in pages/"),
            hint=nearest(record.repeats, pages),
        )
    page = record_page(original, place, desk)
    repeat = ReadyRepeat(page, desk.text(record.title, (*path, "title")))
    return replace(page, id=record.id, kind=record.kind, record=repeat, item=_item(record, desk, path), path=path)


def _item(record: Page, desk: Desk, path: FieldPath) -> AnalysisItem | None:
    home = desk.home
    if record.item is None or not isinstance(home, Compendium):
        return None
    if record.item not in home.analysis_items:
        raise DocgenError(
            f"there is no analysis item {record.item!r}",
            where=desk.where((*path, "item")),
            expected=one_of(home.analysis_items, "an analysis item"),
            hint=nearest(record.item, home.analysis_items),
        )
    return home.analysis_items[record.item]


@dataclass(slots=True)
class _Found:
    """What is met on the way through a record: figures, tables, the names of what its statements rest on."""

    desk: Desk
    figures: dict[str, ReadyFigure] = field(default_factory=dict)
    tables: dict[str, ReadyTable] = field(default_factory=dict)
    rests_on: dict[str, None] = field(default_factory=dict)

    def record(self, record: R, path: FieldPath) -> R:
        """The record with its prose rendered; figures and tables stay, and are made ready beside it."""
        if isinstance(record, Figure):
            figure = ready_figure(record, self.desk, path)
            if figure is not None:
                self.figures[record.id] = figure
            return record
        if isinstance(record, Table):
            table = ready_table(record, self.desk, path)
            if table is not None:
                self.tables[record.id] = table
            return record
        self.rests_on.update((name, None) for name in getattr(record, "rests_on", ()))
        changed = {
            name: rendered
            for name, value in record.__dict__.items()
            if (rendered := self._value(value, (*path, name))) is not value
        }
        return record.model_copy(update=changed) if changed else record

    def _value(self, value: Any, path: FieldPath) -> Any:
        if isinstance(value, str):
            return self.desk.text(value, path) if "{" in value else value
        if isinstance(value, Record):
            return self.record(value, path)
        if isinstance(value, tuple):
            parts = tuple(self._value(part, (*path, index)) for index, part in enumerate(value))
            same = all(new is old for new, old in zip(parts, value, strict=True))
            return value if same else parts
        if isinstance(value, Mapping):
            return {key: self._value(part, (*path, key)) for key, part in value.items()}
        return value
