"""Numbers set large in boxes: what a page is about at a glance."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.blocks.arrange.columns import Columns
from docgen.blocks.arrange.panel import Panel
from docgen.blocks.arrange.stack import Spacer, Stack
from docgen.blocks.block import Block
from docgen.blocks.text.items import TextItem
from docgen.blocks.text.text import TextBlock
from docgen.model.record import Prose, Record


class NumberCard(Record):
    """A number in a box: ``label`` in its band, ``value`` large, ``note`` (a period, say) below it."""

    label: Prose
    value: Prose
    note: Prose | None = None


def number_card(identifier: str, card: NumberCard) -> Panel:
    """The box of one number, which stands in the middle of the height that it is given."""
    parts: list[Block] = [Spacer(grow=1), _line(f"{identifier}/value", card.value, "large_number")]
    if card.note:
        parts.append(_line(f"{identifier}/note", card.note, "byline"))
    body = Stack((*parts, Spacer(grow=1)), gap=4)
    return Panel(identifier, card.label, body, band="blue", fill="pale_fill")


def number_cards(identifier: str, cards: Sequence[NumberCard], *, down: bool = False) -> Block:
    """The boxes in a row, or one below the other."""
    blocks = tuple(number_card(f"{identifier}/{index + 1}", card) for index, card in enumerate(cards))
    return Stack(blocks) if down else Columns(blocks)


def _line(identifier: str, text: str, role: str) -> TextBlock:
    return TextBlock(identifier, (TextItem(text),), role, align="center")
