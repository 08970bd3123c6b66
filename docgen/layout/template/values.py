"""What a pack needs to know of a template: its page, theme, slide layouts and placeholders, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from docgen.outside.left_behind import LeftBehind
from docgen.placed import Box, FontRole, PlaceholderForm

Kind = Literal["title", "body", "footer", "date", "slide_number"]
KINDS: Mapping[str, Kind] = {
    "title": "title",
    "ctrTitle": "title",
    "dt": "date",
    "ftr": "footer",
    "sldNum": "slide_number",
    "body": "body",
    "subTitle": "body",
    "obj": "body",
}
"""The placeholder types that docgen fills with text, and what it calls them."""


@dataclass(frozen=True, slots=True)
class TemplateColour:
    """A colour in a template: a theme slot (the two text and two background colours by their meaning), or RGB."""

    slot: str | None = None
    rgb: str | None = None
    lum_mod: float = 100
    lum_off: float = 0


@dataclass(frozen=True, slots=True)
class TemplatePlaceholder:
    """A placeholder in a slide layout of a template, with all that its text inherits.

    ``form`` is what the design will say of it, but for its name and its colours, which are the pack's to name:
    ``colour`` is that of its text, ``ground`` that of what it lies on (None: the page). ``spacing`` is the line
    space in percent, where the form has no pitch. A ``vertical`` text is not docgen's to fill.
    """

    form: PlaceholderForm
    colour: TemplateColour
    ground: TemplateColour | None = None
    spacing: float = 100
    vertical: bool = False

    @property
    def kind(self) -> str | None:
        """What docgen calls it; None for one that it fills with no text (a picture, a chart, a table)."""
        return self.form.kind if self.form.type in KINDS and not self.vertical else None


@dataclass(frozen=True, slots=True)
class TemplateLayout:
    """A slide layout of a template; ``part`` is the name of its part, ``master`` that of its master's.

    ``drawn`` are the boxes of what is drawn on it and on its master: pictures, bands, lines.
    """

    name: str
    part: str
    master: str
    type: str
    placeholders: tuple[TemplatePlaceholder, ...]
    drawn: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class TemplateMaster:
    """A slide master of a template: its theme's colours by slot, and its Japanese fonts by role, None where it has none."""

    part: str
    colours: Mapping[str, str]
    fonts: Mapping[FontRole, str | None]


@dataclass(frozen=True, slots=True)
class TemplateFile:
    """A whole template; ``data`` is the package of what a deck takes of it, ``left_behind`` what it does not."""

    path: Path
    width: float
    height: float
    masters: tuple[TemplateMaster, ...]
    layouts: tuple[TemplateLayout, ...]
    data: bytes = field(repr=False)
    left_behind: tuple[LeftBehind, ...] = ()


@dataclass(frozen=True, slots=True)
class PackTemplate:
    """What a pack uses of its template: for each slide layout the name of its part and the placeholders in it.

    ``taken`` are the indices that placeholders of each slide layout have already, ``left_behind`` is what decks do not
    take of the file.
    """

    path: Path
    data: bytes = field(repr=False)
    parts: Mapping[str, str]
    forms: Mapping[str, Mapping[str, PlaceholderForm]]
    taken: Mapping[str, frozenset[int]]
    left_behind: tuple[LeftBehind, ...] = ()
