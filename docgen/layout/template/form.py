"""A placeholder of a template in the pack's terms: its form, the role of its text, its insets."""

from __future__ import annotations

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
    """The placeholder as a form of the design."""
    look = place.look
    return PlaceholderForm(
        name=name,
        kind=place.kind or "body",  # type: ignore[arg-type]
        index=place.index,
        box=place.box,
        size=look.size,
        colour=palette.name(look.colour),
        bold=look.bold,
        font=look.font,
        align=look.align,
        anchor=look.anchor,
        pitch=look.pitch,
        insets=look.insets,
        type=place.type,
        ground=palette.name(place.ground) if place.ground is not None else None,
        before=look.before,
        after=look.after,
        indent=look.indent,
        hanging=look.hanging,
        bullet=look.bullet,
        fitted=look.fitted,
        resets=look.resets,
    )


def placeholder_role(place: TemplatePlaceholder, palette: TemplatePalette) -> dict[str, Any]:
    """The role of a template's placeholder: its look, with a floor below its size."""
    look = place.look
    pitch = look.pitch / look.size if look.pitch else _LINE_EM * look.spacing / 100
    return {
        "size": look.size,
        "floor": min(look.size, max(_LEAST_FLOOR, round(look.size * _FLOOR * 2) / 2)),
        "pitch": max(_LEAST_PITCH, pitch),
        "bold": look.bold,
        "colour": palette.name(look.colour),
        "font": look.font,
        "align": look.align,
    }


def placeholder_insets(place: TemplatePlaceholder) -> list[float]:
    """The insets of a placeholder; those above and below are cut so that a line has room."""
    own, room = place.look.insets, place.box.height - place.look.size * _LINE_EM
    upright = own.top + own.bottom
    share = min(1.0, max(0.0, room / upright)) if upright else 1.0
    return [own.left, own.top * share, own.right, own.bottom * share]
