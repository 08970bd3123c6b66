"""The ready compendium: its pages and sections."""

from __future__ import annotations

from dataclasses import dataclass, field

from docgen.model import Period
from docgen.ready.open_item import OpenItem
from docgen.ready.page import ReadyPage


@dataclass(frozen=True, slots=True)
class ReadySection:
    """A section of the deck with the ids of its pages, in order."""

    id: str
    name: str
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadyCompendium:
    """The compendium ready to be composed. ``open_items`` wait for a person."""

    title: str
    document_type: str
    fiscal_year: int
    published: Period | None
    organisation: str
    pages: tuple[ReadyPage, ...]
    sections: tuple[ReadySection, ...] = ()
    warnings: tuple[str, ...] = field(default=())
    open_items: tuple[OpenItem, ...] = ()
