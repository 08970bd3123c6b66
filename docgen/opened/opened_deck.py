"""What a deck says, as values."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.bearing.evidence import Statement
from docgen.bearing.fact import FactTable


@dataclass(frozen=True, slots=True)
class OpenedSlide:
    """What a slide says: ``number`` from 1, ``title`` ("" for none), its texts in reading order, its tables of facts."""

    number: int
    title: str
    texts: tuple[Statement, ...]
    tables: tuple[FactTable, ...]


@dataclass(frozen=True, slots=True)
class OpenedDeck:
    """What a deck says; ``name`` is its file's."""

    name: str
    slides: tuple[OpenedSlide, ...]

    @property
    def tables(self) -> tuple[FactTable, ...]:
        """The tables and charts of all slides."""
        return tuple(table for slide in self.slides for table in slide.tables)

    @property
    def texts(self) -> tuple[Statement, ...]:
        """The texts of all slides."""
        return tuple(text for slide in self.slides for text in slide.texts)
