"""What a pack needs to know of a template: its page, theme, slide layouts and placeholders, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import Literal

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from docgen.layout.rgb import lightened, tint
from docgen.outside.left_behind import LeftBehind
from docgen.placed import Box, FontRole, PlaceholderForm
from docgen.value import value

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


@value(frozen=True, slots=True)
class TemplateColour:
    """A colour in a template: a theme slot (the two text and two background colours by their meaning), or RGB.

    ``lum_mod`` and ``lum_off`` change its luminance (percent); ``light`` is how much white lies over it, or black where it
    is below zero, from -1 to 1.
    """

    slot: str | None = None
    rgb: str | None = None
    lum_mod: float = 100
    lum_off: float = 0
    light: float = 0


@value(frozen=True, slots=True)
class Drawn:
    """What is drawn on a page of a template and is no placeholder, with its name in PowerPoint.

    ``colours`` are those of its fill (several of a gradient, none of a picture), ``filled`` says whether it hides what
    is below, by ``opacity`` from 0 to 1. One that is ``open`` has an outline alone: others stand inside.
    """

    box: Box
    name: str = ""
    colours: tuple[TemplateColour, ...] = ()
    filled: bool = True
    opacity: float = 1.0
    open: bool = False


@value(frozen=True, slots=True)
class TemplatePlaceholder:
    """A placeholder in a slide layout of a template, with all that its text inherits.

    ``form`` is what the design will say of it, but for its name and its colours, which are the pack's to name:
    ``colour`` is that of its text, ``fill`` that of its own ground, where it has one. ``spacing`` is the line
    space in percent, where the form has no pitch. A ``vertical`` text is not docgen's to fill.
    """

    form: PlaceholderForm
    colour: TemplateColour
    fill: TemplateColour | None = None
    spacing: float = 100
    vertical: bool = False

    @property
    def kind(self) -> str | None:
        """What docgen calls it; None for one that it fills with no text (a picture, a chart, a table)."""
        return self.form.kind if self.form.type in KINDS and not self.vertical else None


@value(frozen=True, slots=True)
class TemplateLayout:
    """A slide layout of a template; ``part`` is the name of its part, ``master`` that of its master's.

    ``drawn`` is what is drawn on it and on its master, the lowest first: pictures, bands, lines. ``background`` are the
    colours of the page behind all of it: none of a picture.
    """

    name: str
    part: str
    master: str
    type: str
    placeholders: tuple[TemplatePlaceholder, ...]
    drawn: tuple[Drawn, ...] = ()
    background: tuple[TemplateColour, ...] = (TemplateColour(slot="lt1"),)


@value(frozen=True, slots=True)
class TemplateMaster:
    """A slide master of a template.

    ``colours`` are its theme's by slot, ``fonts`` its Japanese fonts by role (None where it has none), ``latin`` those of
    Latin letters. ``body`` is the box of its text placeholder, where it has one.
    """

    part: str
    colours: Mapping[str, str]
    fonts: Mapping[FontRole, str | None]
    latin: Mapping[FontRole, str]
    body: Box | None = None

    def rgb(self, colour: TemplateColour) -> str:
        """The RGB of a colour of the template."""
        rgb = colour.rgb or self.colours.get(colour.slot or "dk1", "000000")
        if (colour.lum_mod, colour.lum_off) != (100, 0):
            rgb = tint(rgb, colour.lum_mod / 100, colour.lum_off / 100)
        return lightened(rgb, colour.light) if colour.light else rgb


@value(frozen=True, slots=True)
class TemplateFile:
    """A whole template; ``data`` is the package of what a deck takes of it, ``left_behind`` what it does not."""

    path: Path
    width: float
    height: float
    masters: tuple[TemplateMaster, ...]
    layouts: tuple[TemplateLayout, ...]
    data: bytes = field(repr=False)
    left_behind: tuple[LeftBehind, ...] = ()


@value(frozen=True, slots=True)
class PackTemplate:
    """What a pack uses of its template: for each slide layout the name of its part and the placeholders in it.

    ``taken`` are the indices that placeholders of each slide layout have already, ``left_behind`` is what decks do not
    take of the file. ``layouts`` are the template's slide layouts by the pack's names, all of one ``master``.
    ``grounds`` are the colours of what placeholders that the pack adds lie on, where that is not its paper.
    """

    path: Path
    data: bytes = field(repr=False)
    parts: Mapping[str, str]
    forms: Mapping[str, Mapping[str, PlaceholderForm]]
    taken: Mapping[str, frozenset[int]]
    left_behind: tuple[LeftBehind, ...]
    layouts: Mapping[str, TemplateLayout]
    master: TemplateMaster
    grounds: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Only an instance is valid: pydantic would have a schema of all that a template has made."""
        return core_schema.is_instance_schema(cls)
