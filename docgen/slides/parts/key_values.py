"""The latest values of an indicator that has no figure: each large in a box, its period and its target below it."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.blocks.arrange.columns import Columns
from docgen.blocks.arrange.panel import Panel, in_a_row
from docgen.blocks.arrange.stack import Spacer, Stack
from docgen.blocks.block import Block
from docgen.blocks.table.values import ValueWords, targeted
from docgen.blocks.text.items import TextItem
from docgen.blocks.text.text import TextBlock
from docgen.placed import Insets
from docgen.ready import ReadyValue

# More values than so many are told by the table alone.
_MOST = 3
_INSETS = Insets(10, 3, 10, 3)


def key_values(page: str, values: Sequence[ReadyValue], words: ValueWords) -> Block:
    """A box for each value, side by side; empty room where they are more than a few, or one of them has no number."""
    if len(values) > _MOST or "latest" in words.hidden or not all(value.latest for value in values):
        return Spacer(grow=1)
    boxes = [_box(f"{page}/key-values/{number}", value, words) for number, value in enumerate(values, 1)]
    return Columns(in_a_row(boxes)) if boxes else Spacer(grow=1)


def _box(identifier: str, value: ReadyValue, words: ValueWords) -> Panel:
    """The number in the middle of its box; what it is compared with below it."""
    lines: list[Block] = []
    if value.latest is not None:
        number = value.latest.quantity.format(minus=words.minus)
        period = f"{value.latest.period.format(era=words.era)}{value.latest.label}"
        lines += [_line(f"{identifier}/value", number, "large_number"), _line(f"{identifier}/period", period, "byline")]
    if value.target is not None and "target" not in words.hidden:
        target = f"{words.target}　{targeted(value.target, words)}"
        lines.append(_line(f"{identifier}/target", target, "body"))
    body = Stack((Spacer(grow=1), *lines, Spacer(grow=1)), gap=4)
    return Panel(identifier, value.name, body, band="blue", fill="pale_fill", insets=_INSETS)


def _line(identifier: str, text: str, role: str) -> TextBlock:
    return TextBlock(identifier, (TextItem(text),), role, align="center")
