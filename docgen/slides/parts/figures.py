"""The figures, tables and large numbers of a page's record as blocks, side by side or with what is missing below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docgen.blocks.arrange.choice import InRowOrBelow
from docgen.blocks.arrange.columns import Columns, EqualHeight
from docgen.blocks.arrange.panel import Panel, in_a_row
from docgen.blocks.arrange.stack import Spacer, Stack
from docgen.blocks.block import Block
from docgen.blocks.figure.figure import figure_row
from docgen.blocks.text.items import TextItem
from docgen.blocks.text.text import TextBlock, heading, missing_line
from docgen.model import ChartKind, Figure, Table
from docgen.model.record import Prose, Record
from docgen.placed import Insets
from docgen.ready import ReadyFigure, ReadyPageRecord
from docgen.slides.parts.page import titled_table

_CARD_INSETS = Insets(10, 3, 10, 3)
# Of spare height a box with a number takes less than what stands under it, where that can use it.
_CARD_SHARE = 0.25
GAP = 24
"""Points between blocks side by side."""


def ready_figures(figures: Iterable[Figure], ready: ReadyPageRecord) -> list[ReadyFigure]:
    """The figures of a page's record with their data."""
    return [ready.figures[figure.id] for figure in figures if figure.id in ready.figures]


def figure_blocks(page: str, figures: Iterable[ReadyFigure]) -> list[Block]:
    """The figures of the page with the id ``page`` as blocks; bars of 100 % in one block, below each other."""
    shown = tuple(figures)
    blocks = figure_row(page, shown)
    is_one = len(shown) > 1 and all(figure.kind is ChartKind.SHARE_BAR and figure.missing is None for figure in shown)
    return [Stack(tuple(blocks))] if is_one else [*blocks]


def table_blocks(page: str, tables: Iterable[Table], ready: ReadyPageRecord) -> list[Block]:
    """The tables of the page with the id ``page`` as blocks under their titles."""
    return [
        titled_table(f"{page}/{table.id}", ready.tables[table.id]) for table in tables if table.id in ready.tables
    ]


def side_by_side(blocks: Sequence[Block], weights: Sequence[float] = (), gap: float | None = GAP) -> Block:
    """The blocks in columns; ``weights`` share out the width where there is one for each, else they are equal."""
    if len(blocks) == 1:
        return blocks[0]
    return Columns(tuple(blocks), tuple(weights) if len(weights) == len(blocks) else (), gap=gap)


def missing_block(identifier: str, title: str | None, words: str) -> Block:
    """A line that says what is missing, under a title where there is one."""
    line = missing_line(identifier, words)
    return Stack((heading(f"{identifier}/title", title), line), gap=5) if title else line


class NumberCard(Record):
    """A number in a box: ``label`` in its band, ``value`` large, ``note`` (a period, say) below it."""

    label: Prose
    value: Prose
    note: Prose | None = None


def number_blocks(page: str, cards: Sequence[NumberCard], *, down: bool = False) -> tuple[Block, ...]:
    """The boxes of a page's numbers in a row, or one below the other; no block where there are none.

    In a row their numbers stand on one line: where one of them has a note, all have the room of it.
    """
    names = [f"{page}/numbers/{number}" for number in range(1, len(cards) + 1)]
    notes = tuple(_note(name, card) for name, card in zip(names, cards, strict=True))
    noted = any(card.note for card in cards)
    if down or not noted:
        under = [(note,) if card.note else () for note, card in zip(notes, cards, strict=True)]
    else:
        under = [(EqualHeight(notes, index),) for index in range(len(notes))]
    boxes = tuple(_box(name, card, parts) for name, card, parts in zip(names, cards, under, strict=True))
    return (Stack(boxes) if down else InRowOrBelow(in_a_row(boxes)),) if boxes else ()


def _note(identifier: str, card: NumberCard) -> Block:
    return _line(f"{identifier}/note", card.note, "byline") if card.note else Spacer()


def _box(identifier: str, card: NumberCard, under: tuple[Block, ...]) -> Panel:
    """The box of one number, which stands with what is ``under`` it in the middle of the height that it is given."""
    value = _line(f"{identifier}/value", card.value, "large_number")
    body = Stack((Spacer(grow=1), value, *under, Spacer(grow=1)), gap=4)
    return Panel(identifier, card.label, body, band="blue", fill="pale_fill", insets=_CARD_INSETS, share=_CARD_SHARE)


def _line(identifier: str, text: str, role: str) -> TextBlock:
    return TextBlock(identifier, (TextItem(text),), role, align="center")
