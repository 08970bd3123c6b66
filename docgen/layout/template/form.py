"""A template in the pack's terms: names for its colours; for a placeholder its form, the role of its text, its insets."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from docgen.errors import DocgenError
from docgen.layout.template.values import TemplateColour, TemplateMaster, TemplatePlaceholder
from docgen.placed import Box, PlaceholderForm
from docgen.reading.yaml_document import YamlDocument

# How far text shrinks below the size that a template states, unless the pack states a floor.
_FLOOR, _LEAST_FLOOR = 0.6, 8.0
# The least line pitch in em, so that lines do not touch.
_LEAST_PITCH = 1.1
_LINE_EM = 1.2


class TemplatePalette:
    """The palette of a pack, into which colours of its template are taken.

    Colours of the pack that fill a theme slot take the template's RGB; those whose base is a slot's name are
    based on the colour of that slot.
    """

    def __init__(self, document: YamlDocument, master: TemplateMaster) -> None:
        self._document = document
        self._master = master
        self._theme = master.colours
        colours = document.value.setdefault("colours", {})
        self._colours: dict[str, Any] = colours if isinstance(colours, dict) else {}
        for name, colour in self._colours.items():
            if isinstance(colour, dict) and colour.get("slot") in self._theme:
                self._fill(name, colour)
        for colour in list(self._colours.values()):
            if isinstance(colour, dict) and colour.get("base") in self._theme and colour["base"] not in self._colours:
                colour["base"] = self._slot(colour["base"])

    def name(self, colour: TemplateColour) -> str:
        """The palette's name for a colour of the template, which is added where it is not there yet."""
        if colour.rgb is not None or colour.light:
            rgb = self._master.rgb(colour)
            self._colours.setdefault(f"template_{rgb}", {"rgb": rgb})
            return f"template_{rgb}"
        base = self._slot(colour.slot if colour.slot in self._theme else "dk1")
        if (colour.lum_mod, colour.lum_off) == (100, 0):
            return base
        name = f"{colour.slot}_{colour.lum_mod:g}_{colour.lum_off:g}"
        self._colours.setdefault(name, {"base": base, "lum_mod": colour.lum_mod, "lum_off": colour.lum_off})
        return name

    def is_paper(self, colour: TemplateColour) -> bool:
        """Whether a colour of the template is the one that the pack calls paper."""
        paper = self._colours.get("paper")
        return isinstance(paper, dict) and str(paper.get("rgb")).upper() == self._master.rgb(colour)

    def _fill(self, name: str, colour: dict[str, Any]) -> None:
        theirs, path = self._theme[colour["slot"]], ("colours", name, "rgb")
        stated = colour.get("rgb")
        beside = self._document.position(path).file == self._document.position(("template",)).file
        if beside and stated is not None and str(stated).upper() != theirs:
            self._document.problems.append(
                DocgenError(
                    "colour-unlike-theme",
                    where=self._document.position(path),
                    name=name,
                    slot=colour["slot"],
                    stated=stated,
                    own=theirs,
                )
            )
        colour["rgb"] = theirs
        # It is the template's now, wherever another stood.
        self._document.positions.pop(path, None)

    def _slot(self, slot: str | None) -> str:
        """The name of the colour that fills a slot."""
        for name, colour in self._colours.items():
            if isinstance(colour, dict) and colour.get("slot") == slot:
                return name
        self._colours[str(slot)] = {"rgb": self._theme[str(slot)], "slot": slot}
        return str(slot)


def box_stated(value: Any) -> Box | None:
    """The box of a list of four numbers, as layout.yaml may state it; None of anything else."""
    numbers = isinstance(value, list) and len(value) == 4 and all(isinstance(each, int | float | Decimal) for each in value)
    return Box(*map(float, value)) if numbers else None


def placeholder_form(
    name: str, place: TemplatePlaceholder, ground: TemplateColour | None, palette: TemplatePalette
) -> PlaceholderForm:
    """The placeholder as a form of the design, with the pack's names for it, for its colour and for its ``ground``.

    One that lies on the pack's paper has no ground of its own.
    """
    own = None if ground is None or palette.is_paper(ground) else palette.name(ground)
    return replace(place.form, name=name, colour=palette.name(place.colour), ground=own)


def placeholder_role(place: TemplatePlaceholder, palette: TemplatePalette) -> dict[str, Any]:
    """The role of a placeholder's text: its look, with a floor below its size."""
    form = place.form
    return {
        "size": form.size,
        "floor": min(form.size, max(_LEAST_FLOOR, round(form.size * _FLOOR * 2) / 2)),
        "pitch": line_pitch(place),
        "bold": form.bold,
        "colour": palette.name(place.colour),
        "font": form.font,
        "align": form.align,
    }


def line_pitch(place: TemplatePlaceholder) -> float:
    """The line pitch of a placeholder's text in em."""
    form = place.form
    return max(_LEAST_PITCH, form.pitch / form.size if form.pitch else _LINE_EM * place.spacing / 100)


def placeholder_insets(form: PlaceholderForm) -> list[float]:
    """The insets of a placeholder; those above and below are cut so that a line has room."""
    own, room = form.insets, form.box.height - form.size * _LINE_EM
    upright = own.top + own.bottom
    share = min(1.0, max(0.0, room / upright)) if upright else 1.0
    return [own.left, own.top * share, own.right, own.bottom * share]
