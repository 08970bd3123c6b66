"""Texts with inline markup as runs of one look each."""

from __future__ import annotations

import functools

from docgen.placed import FontRole, Run
from docgen.prose.markup import parse
from docgen.typeset.kept import KEPT


def to_runs(
    text: str, *, size: float, colour: str = "ink", bold: bool = False, font: FontRole = "body"
) -> tuple[Run, ...]:
    """The runs of a text with inline markup; what the markup says nothing of is as given. No text, no runs."""
    return _runs(text, size, colour, bold, font)


@functools.lru_cache(maxsize=KEPT, typed=True)
def _runs(text: str, size: float, colour: str, bold: bool, font: FontRole) -> tuple[Run, ...]:
    return tuple(
        [
            Run(span.text, size, bold or span.bold, span.colour or colour, font, span.superscript, span.link)
            for span in parse(text)
        ]
    )
