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


def number_blocks(page: str, cards: Sequence[NumberCard], *, down: bool = False) -> tuple[Block, ...]:
    """The boxes of a page's numbers in a row, or one below the other; no block where there are none."""
    boxes = tuple(_box(f"{page}/numbers/{number}", card) for number, card in enumerate(cards, start=1))
    return (Stack(boxes) if down else Columns(boxes),) if boxes else ()


def _box(identifier: str, card: NumberCard) -> Panel:
    """The box of one number, which stands in the middle of the height that it is given."""
    parts: list[Block] = [Spacer(grow=1), _line(f"{identifier}/value", card.value, "large_number")]
    if card.note:
        parts.append(_line(f"{identifier}/note", card.note, "byline"))
    body = Stack((*parts, Spacer(grow=1)), gap=4)
    return Panel(identifier, card.label, body, band="blue", fill="pale_fill")


def _line(identifier: str, text: str, role: str) -> TextBlock:
    return TextBlock(identifier, (TextItem(text),), role, align="center")
