"""What a compendium prints and where it is written: the side of the content in a reconciliation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from decimal import Decimal

from docgen.errors import FieldPath, Located
from docgen.model import Compendium
from docgen.model.cells.number import read_number
from docgen.model.printing import PLAIN, Printing
from docgen.opened.opened_deck import OpenedDeck
from docgen.placed import PlacedDeck
from docgen.ready import ReadyCompendium, ReadyPage
from docgen.reconciling.fields import Fields, said_fields
from docgen.reconciling.printed import printed_deck
from docgen.tracing.step import Reading, readings
from docgen.value import value


@value(frozen=True, slots=True)
class Source:
    """The content: its compendium, its text fields, the deck that it prints, and the page of each slide by number.

    What the cells of data files say of a page is read once it is asked for.
    """

    compendium: Compendium
    fields: Fields
    printed: OpenedDeck
    pages: Mapping[int, ReadyPage]
    _read: dict[str, tuple[Reading, ...]] = field(default_factory=dict, repr=False)

    def where_of_text(self, slide: int, text: str) -> Located:
        """The place of the field that a text of a slide was printed from; the page's own where it is of none."""
        said = self.fields.of(text, self.path(slide))
        return said.where if said is not None else self.where_of_page(slide)

    def where_of_number(self, slide: int, number: Decimal | None, labels: Sequence[str]) -> Located:
        """The cell of a data file that a number of a slide was read from; the page's own place where there is none.

        Of several cells of that number, the one whose row has the most of ``labels``.
        """
        page = self.pages.get(slide)
        if page is None or number is None:
            return self.where_of_page(slide)
        cells = [cell for cell in self._cells(page) if _number(cell.text) == number]
        best = max(cells, key=lambda cell: self._shared(cell, labels), default=None)
        return best.where if best is not None else self.where_of_page(slide)

    def where_of_page(self, slide: int) -> Located:
        """The place of a slide's page in the content."""
        return self.compendium.position(self.path(slide))

    def path(self, slide: int) -> FieldPath:
        """The path of a slide's page in the content."""
        page = self.pages.get(slide)
        return page.path if page is not None else ()

    def _cells(self, page: ReadyPage) -> tuple[Reading, ...]:
        if page.id not in self._read:
            self._read[page.id] = readings(page.traces, self.compendium)
        return self._read[page.id]

    def _shared(self, cell: Reading, labels: Sequence[str]) -> int:
        """How many of some labels stand in the row of a cell, or name its column."""
        for table in self.compendium.tables.values():
            if table.file == cell.file and cell.column in table.columns:
                column = table.columns.index(cell.column)
                for row, texts in enumerate(table.rows):
                    if table.position(row, column) == cell.where:
                        words = " ".join((*texts, cell.column))
                        return sum(1 for label in labels if label and label in words)
        return 0


def source_of(
    compendium: Compendium, ready: ReadyCompendium, placed: PlacedDeck, printing: Printing = PLAIN
) -> Source:
    """The content's side: ``ready`` and ``placed`` are its pages, which print numbers as ``printing`` says."""
    by_id = {page.id: page for page in ready.pages}
    slides = enumerate(placed.slides, start=1)
    pages = {number: by_id[slide.record or slide.id] for number, slide in slides if (slide.record or slide.id) in by_id}
    return Source(compendium, said_fields(compendium, printing), printed_deck(placed), pages)


def _number(text: str) -> Decimal | None:
    try:
        return read_number(text)
    except ValueError:
        return None
