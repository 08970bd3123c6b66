"""The compendium: everything that a deck is made from."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import PrivateAttr

from docgen.errors import Position
from docgen.model.analysis import AnalysisItem, LogicElement
from docgen.model.data import Dataset, DataTable
from docgen.model.finding import Finding
from docgen.model.indicator import Indicator
from docgen.model.measure import BudgetLine, MeasureChart
from docgen.model.period import Period
from docgen.model.plan import Section
from docgen.model.precedent import Precedent
from docgen.model.record import Record, Register
from docgen.model.source import Note, Source

Path = tuple[str | int, ...]


class Compendium(Record):
    """A whole compendium. ``tables`` are its data files as read; ``positions`` where each field was written."""

    title: str
    document_type: str = "データ集"
    fiscal_year: int
    published: Period
    organisation: str = ""
    plan_name: str = "基本計画"
    sources: Register[Source] = Register()
    datasets: Register[Dataset] = Register()
    analysis_items: Register[AnalysisItem] = Register()
    logic_elements: Register[LogicElement] = Register()
    indicators: Register[Indicator] = Register()
    findings: Register[Finding] = Register()
    budget_lines: Register[BudgetLine] = Register()
    measure_charts: Register[MeasureChart] = Register()
    measure_notes: tuple[Note, ...] = ()
    precedents: Register[Precedent] = Register()
    sections: tuple[Section, ...] = ()

    _tables: Mapping[str, DataTable] = PrivateAttr(default_factory=dict)
    _positions: Mapping[Path, Position] = PrivateAttr(default_factory=dict)

    @property
    def tables(self) -> Mapping[str, DataTable]:
        """The data files by dataset id."""
        return self._tables

    def position(self, path: Path) -> Position | str:
        """Where the field at ``path`` was written, or the nearest one above it; words where unknown.

        A path begins with the collection and the record's id: ("indicators", "I-1065", "pages", 0).
        """
        for length in range(len(path), 0, -1):
            found = self._positions.get(path[:length])
            if found is not None:
                return found
        return ".".join(str(part) for part in path)

    def attach(self, tables: Mapping[str, DataTable], positions: Mapping[Path, Position]) -> None:
        """Give the compendium its data and positions, and its records their home. Called once, by load."""
        self._tables = tables
        self._positions = positions
        for collection in (self.indicators, self.findings, self.measure_charts, self.precedents):
            for record in collection.values():
                record._home = self
