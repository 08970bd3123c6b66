"""Records that are a page by themselves: every sentence rendered, every figure and table made ready.

The record's fields say what is what: text is prose, a Figure or a Table becomes its ready form. A new kind of
page needs nothing here.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from types import NoneType
from typing import Any, TypeVar

from docgen.derive.desk import Desk
from docgen.derive.differences import with_alike_shares
from docgen.derive.figures import ready_figure
from docgen.derive.kinds import Place
from docgen.derive.plan import sections_in_order
from docgen.derive.tables import ready_table
from docgen.errors import DocgenError, FieldPath
from docgen.messages import message
from docgen.model import AnalysisItem, Figure, Page, PageEntry, Precedent, RepeatedPage, Table
from docgen.model.lookup import named
from docgen.model.record import Record
from docgen.ready import ReadyFigure, ReadyPage, ReadyPageRecord, ReadyRepeat, ReadyTable

R = TypeVar("R", bound=Record)

# Values of fields that hold no prose, whatever they are.
_PLAIN = frozenset((NoneType, bool, int, float, Decimal))


def planned_page(entry: PageEntry, place: Place, desk: Desk) -> tuple[ReadyPage, ...]:
    """The page that an entry of the deck plan names by its record's id."""
    page = named(entry.page, desk.compendium.pages, message("noun-page"), desk.where((*place.path, "page")))
    return (record_page(page, place, desk),)


def record_page(record: Page, place: Place, desk: Desk) -> ReadyPage:
    """The page of one record."""
    if isinstance(record, RepeatedPage):
        return _repeated_page(record, place, desk)
    path: FieldPath = ("pages", record.id)
    page_desk = desk.for_page()
    ready, rests_on = ready_record(record, page_desk, path)
    item = _item(record, desk, path)
    return place.page(record.id, record.kind, ready, item=item, path=path, desk=page_desk, rests_on=rests_on)


def ready_record(
    record: Page | Precedent, desk: Desk, path: FieldPath
) -> tuple[ReadyPageRecord, tuple[str, ...]]:
    """The record at ``path`` in its ready form, and the names of what its statements rest on."""
    parts = _Parts(desk)
    rendered = parts.rendered(record, path)
    notes = tuple(note.text for note in rendered.notes)
    sources = desk.sources(record.sources, (*path, "sources"))
    figures = with_alike_shares(parts.figures, parts.chosen)
    ready = ReadyPageRecord(rendered, figures, parts.tables, notes, sources, _names(desk))
    return ready, tuple(parts.rests_on)


def _names(desk: Desk) -> Mapping[str, str]:
    """What pages refer to by id and print by name: sections, analysis items and logic elements."""
    content = desk.library.content
    sections = {chain[-1].id: chain[-1].title for _, chain in sections_in_order(content.sections)}
    items = {item.id: item.name for item in content.analysis_items.values()}
    elements = {element.id: element.name for element in content.logic_elements.values()}
    return {**sections, **items, **elements}


def _repeated_page(record: RepeatedPage, place: Place, desk: Desk) -> ReadyPage:
    """The page of the record that is shown again, at this place and with this record's item."""
    path: FieldPath = ("pages", record.id)
    pages = desk.compendium.pages.items()
    repeatable = {name: page for name, page in pages if not isinstance(page, RepeatedPage)}
    original = named(
        record.repeats, repeatable, message("noun-repeatable-page"), desk.where((*path, "repeats"))
    )
    page = record_page(original, place, desk)
    repeat = ReadyRepeat(page, desk.text(record.title, (*path, "title")))
    return replace(page, id=record.id, kind=record.kind, record=repeat, item=_item(record, desk, path), path=path)


def _item(record: Page, desk: Desk, path: FieldPath) -> AnalysisItem | None:
    compendium = desk.library.home
    if record.item is None or compendium is None:
        return None
    return named(
        record.item, compendium.analysis_items, message("noun-analysis-item"), desk.where((*path, "item"))
    )


@dataclass(slots=True)
class _Parts:
    """What a record has in it: figures and tables, ready, and the names of what its statements rest on.

    ``chosen`` has the figures that state no kind, and whether their alternative text is written from their data.
    """

    desk: Desk
    figures: dict[str, ReadyFigure] = field(default_factory=dict)
    chosen: dict[str, bool] = field(default_factory=dict)
    tables: dict[str, ReadyTable] = field(default_factory=dict)
    rests_on: dict[str, None] = field(default_factory=dict)

    def rendered(self, record: R, path: FieldPath) -> R:
        """The record with its prose rendered; figures and tables stay, and are made ready beside it."""
        if isinstance(record, Figure):
            figure = ready_figure(record, self.desk, path)
            if figure is not None:
                self._check_once(record, self.figures, path)
                self.figures[record.id] = figure
                if record.kind is None:
                    self.chosen[record.id] = not record.alt
            return record
        if isinstance(record, Table):
            table = ready_table(record, self.desk, path)
            if table is not None:
                self._check_once(record, self.tables, path)
                self.tables[record.id] = table
            return record
        # Of its fields alone: pydantic looks long for an attribute that is not there.
        self.rests_on.update(dict.fromkeys(record.__dict__.get("rests_on", ())))
        changed = {
            name: rendered_value
            for name, value in record.__dict__.items()
            if not _holds_no_prose(value) and (rendered_value := self._value(value, (*path, name))) is not value
        }
        return record.model_copy(update=changed) if changed else record

    def _check_once(self, part: Figure | Table, known: Container[str], path: FieldPath) -> None:
        if part.id in known:
            error = DocgenError("two-parts-of-one-id", where=self.desk.where(path), name=part.id)
            self.desk.problems.add(error)

    def _value(self, value: Any, path: FieldPath) -> Any:
        if _holds_no_prose(value):
            return value
        if isinstance(value, str):
            return self.desk.text(value, path)
        if isinstance(value, Record):
            return self.rendered(value, path)
        if isinstance(value, tuple):
            printed = ((index, part) for index, part in enumerate(value) if self.desk.is_printed(part))
            parts = tuple(self._value(part, (*path, index)) for index, part in printed)
            same = len(parts) == len(value) and all(new is old for new, old in zip(parts, value, strict=True))
            return value if same else parts
        if isinstance(value, Mapping):
            return {key: self._value(part, (*path, key)) for key, part in value.items()}
        return value


def _holds_no_prose(value: object) -> bool:
    """Whether there is nothing to render in a value: a text without a template, no text at all; most fields are so."""
    if isinstance(value, str):
        return "{" not in value
    return type(value) in _PLAIN or (isinstance(value, tuple) and not value)
