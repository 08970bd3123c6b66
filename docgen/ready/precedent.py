"""Prior studies: outline, conclusions, excerpt."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.ready.figure import ReadyFigure
from docgen.ready.table import ReadyTable


@dataclass(frozen=True, slots=True)
class ReadyPoint:
    """A bullet with the bullets below it."""

    text: str
    details: tuple[ReadyPoint, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadyExcerptSection:
    """A headed part of a study's excerpt."""

    id: str
    heading: str
    heading_note: str | None = None
    lead: str | None = None
    points: tuple[ReadyPoint, ...] = ()
    table: ReadyTable | None = None
    figure: ReadyFigure | None = None
    panels: tuple[ReadyExcerptSection, ...] = ()
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class ReadyPrecedent:
    """A prior study."""

    number: int
    title: str
    author: str | None
    year: int | None
    outline: tuple[ReadyPoint, ...]
    conclusion_lead: str | None
    conclusions: tuple[ReadyPoint, ...]
    excerpt: tuple[ReadyExcerptSection, ...]
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
