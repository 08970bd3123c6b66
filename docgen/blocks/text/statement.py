"""A sentence in the middle of a quiet, dashed frame: what a page has to say where there is nothing to draw."""

from __future__ import annotations

from docgen.blocks.text.items import texts
from docgen.blocks.text.text import TextBlock
from docgen.layout.pack import Stroke
from docgen.placed import Insets


def statement(identifier: str, words: str, *, fill: str | None = "pale_fill", inset: float = 30) -> TextBlock:
    """The sentence; its frame takes the height that is left, with ``inset`` points over and under the words."""
    return TextBlock(
        identifier,
        texts((words,)),
        "statement",
        anchor="middle",
        fill=fill,
        border=Stroke(colour="rule", width=0.75, dash="dash"),
        insets=Insets(12, inset, 12, inset),
        grow=1,
    )
