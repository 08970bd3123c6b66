"""A sentence in the middle of a quiet, dashed frame: what a page has to say where there is nothing to draw."""

from __future__ import annotations

from docgen.blocks.items import texts
from docgen.blocks.text import TextBlock
from docgen.layout.pack import Stroke
from docgen.placed import Insets


def statement(identifier: str, words: str) -> TextBlock:
    """The sentence; its frame takes the height that is left."""
    return TextBlock(
        identifier,
        texts((words,)),
        "statement",
        anchor="middle",
        fill="pale_fill",
        border=Stroke(colour="rule", width=0.75, dash="dash"),
        insets=Insets(12, 30, 12, 30),
        grow=1,
    )
