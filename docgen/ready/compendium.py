"""The ready compendium: its pages and sections, and what waits for a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from docgen.errors import FieldPath
from docgen.model import Period
from docgen.ready.page import ReadyPage

OpenKind = Literal["value", "figure", "measure", "budget", "text", "front"]


@dataclass(frozen=True, slots=True)
class OpenItem:
    """An open item: its id in carried_over.yaml, and the path of what it means; a budget's ends in its year."""

    kind: OpenKind
    id: str
    path: FieldPath


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
    warnings: tuple[str, ...] = ()
    open_items: tuple[OpenItem, ...] = ()
