"""What a deck says, as values."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.bearing.evidence import Statement
from docgen.bearing.fact import FactTable
from docgen.errors import SlidePosition


@dataclass(frozen=True, slots=True)
class OpenedGrid:
    """A table as printed, row by row, the text of a merged cell in each of its places."""

    where: SlidePosition
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class OpenedSeries:
    """A series of a chart; a gap is None."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class OpenedChart:
    """A chart by its data; ``title`` is its own, ``percent`` tells that it shows parts of one as %."""

    where: SlidePosition
    title: str
    categories: tuple[str, ...]
    series: tuple[OpenedSeries, ...]
    percent: bool


@dataclass(frozen=True, slots=True)
class OpenedSlide:
    """What a slide says: ``number`` from 1, ``title`` ("" for none), its texts in reading order, its tables of facts.

    ``name`` is what a program calls it ("" where it does not); ``grids`` and ``charts`` are what its tables of facts
    are made of.
    """

    number: int
    title: str
    texts: tuple[Statement, ...]
    tables: tuple[FactTable, ...]
    name: str = ""
    grids: tuple[OpenedGrid, ...] = ()
    charts: tuple[OpenedChart, ...] = ()


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
