"""A placeholder of a template in the pack's terms: its form, the role of its text, its insets."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from docgen.layout.template.palette import TemplatePalette
from docgen.layout.template.values import TemplatePlaceholder
from docgen.placed import PlaceholderForm

# How far text shrinks below the size that a template states, unless the pack states a floor.
_FLOOR, _LEAST_FLOOR = 0.6, 8.0
# The least line pitch in em, so that lines do not touch.
_LEAST_PITCH = 1.1
_LINE_EM = 1.2


def placeholder_form(name: str, place: TemplatePlaceholder, palette: TemplatePalette) -> PlaceholderForm:
    """The placeholder as a form of the design, with the pack's names for it and for its colours."""
    ground = palette.name(place.ground) if place.ground is not None else None
    return replace(place.form, name=name, colour=palette.name(place.colour), ground=ground)


def placeholder_role(place: TemplatePlaceholder, palette: TemplatePalette) -> dict[str, Any]:
    """The role of a placeholder's text: its look, with a floor below its size."""
    form = place.form
    pitch = form.pitch / form.size if form.pitch else _LINE_EM * place.spacing / 100
    return {
        "size": form.size,
        "floor": min(form.size, max(_LEAST_FLOOR, round(form.size * _FLOOR * 2) / 2)),
        "pitch": max(_LEAST_PITCH, pitch),
        "bold": form.bold,
        "colour": palette.name(place.colour),
        "font": form.font,
        "align": form.align,
    }


def placeholder_insets(form: PlaceholderForm) -> list[float]:
    """The insets of a placeholder; those above and below are cut so that a line has room."""
    own, room = form.insets, form.box.height - form.size * _LINE_EM
    upright = own.top + own.bottom
    share = min(1.0, max(0.0, room / upright)) if upright else 1.0
    return [own.left, own.top * share, own.right, own.bottom * share]
