"""What a plan's file says, as it is written."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field

from docgen.model.record import Names, Record
from docgen.shipped import DEFAULT_LAYOUT


class Plan(Record):
    """A deck for each of its contents, layouts and values; all paths are from the plan's own folder.

        content: content/prefectures
        layouts: [cabinet-office]
        for: {prefecture: data/prefectures.csv}
        output: out/{code}-{name}.pptx

    ``content`` and ``layouts`` are one or several. ``for`` names what is gone through: a list of values is a parameter
    of that name, the table of a file gives a parameter for each of its columns. The content takes those that its
    compendium.yaml names. ``parameters`` are the same for all decks. In ``output`` stand the names of all of these in
    braces, also ``{content}`` and ``{layout}``.
    """

    content: Names = Field(min_length=1)
    output: str
    layouts: Names = Field(default=(DEFAULT_LAYOUT,), min_length=1)
    loops: Mapping[str, str | tuple[str, ...]] = Field(default={}, alias="for")
    parameters: Mapping[str, str] = {}
    previous: str | None = None
