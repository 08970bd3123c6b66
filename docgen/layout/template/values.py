"""What a pack needs to know of a template: its page, theme, slide layouts and placeholders, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from docgen.placed import Align, Anchor, Box, FontRole, PlaceholderForm
from docgen.placed.box import Insets

BODIES = ("body", "subTitle", "obj")
KINDS: Mapping[str, str] = {
    "title": "title",
    "ctrTitle": "title",
    "dt": "date",
    "ftr": "footer",
    "sldNum": "slide_number",
    **dict.fromkeys(BODIES, "body"),
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
class TemplateLook:
    """How text in a placeholder of a template looks, after all that it inherits. Lengths are points.

    ``pitch`` is 0 where the template states lines in percent, which is then ``spacing``. ``resets`` names what
    the template adds and docgen does not measure: "caps" and "spc".
    """

    size: float
    colour: TemplateColour
    bold: bool = False
    font: FontRole = "body"
    align: Align = "left"
    anchor: Anchor = "top"
    insets: Insets = Insets()
    pitch: float = 0
    spacing: float = 100
    before: float = 0
    after: float = 0
    indent: float = 0
    hanging: float = 0
    bullet: bool = False
    fitted: bool = False
    vertical: bool = False
    resets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TemplatePlaceholder:
    """A placeholder of a slide layout of a template; ``ground`` is what it lies on where that is not the page."""

    index: int
    type: str
    name: str
    box: Box
    look: TemplateLook
    ground: TemplateColour | None = None

    @property
    def kind(self) -> str | None:
        """What docgen calls it; None for one that holds no text (a picture, a chart, a table)."""
        return None if self.look.vertical else KINDS.get(self.type)


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
    """A whole template."""

    path: Path
    width: float
    height: float
    masters: tuple[TemplateMaster, ...]
    layouts: tuple[TemplateLayout, ...]
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class PackTemplate:
    """What a pack uses of its template: for each slide layout the name of its part and the placeholders in it.

    ``taken`` are the indices that placeholders of each slide layout have already.
    """

    path: Path
    data: bytes = field(repr=False)
    parts: Mapping[str, str]
    forms: Mapping[str, Mapping[str, PlaceholderForm]]
    taken: Mapping[str, frozenset[int]]
