"""Words in a quiet frame where data is not provided yet."""

from __future__ import annotations

from docgen.blocks.text.items import texts
from docgen.blocks.text.text import TextBlock
from docgen.layout.pack import Stroke
from docgen.placed import Insets


def missing_line(identifier: str, words: str) -> TextBlock:
    """A framed line that says what is missing; it keeps its height."""
    return TextBlock(
        identifier,
        texts((words,)),
        "body",
        align="center",
        anchor="middle",
        fill="pale_fill",
        border=Stroke(colour="rule", width=0.75, dash="dash"),
        insets=Insets(10, 10, 10, 10),
    )
