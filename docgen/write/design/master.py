"""The slide master: one placeholder of each kind, the colour map and the text styles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from docgen.placed import Box, Design, Insets, PlaceholderForm, PlaceholderKind
from docgen.write.design.placeholder import drawn_placeholder, level_properties, look
from docgen.write.xml.colour import Colours
from docgen.write.xml.elements import BACKGROUND, COLOUR_MAP, shape_tree
from docgen.write.xml.namespaces import ROOT
from docgen.write.xml.units import emu

MASTER_ID = 2147483648
_KINDS: tuple[PlaceholderKind, ...] = ("title", "body", "date", "footer", "slide_number")
# How far each deeper level of body text stands in, in points.
_STEP = 14


def master_xml(design: Design, colours: Colours, layout_keys: Sequence[str]) -> str:
    """The master's XML; ``layout_keys`` are the relationship ids of its slide layouts, in order."""
    forms = {form.kind: form for form in master_forms(design)}
    drawn = "".join(
        drawn_placeholder(form, number, colours) for number, form in enumerate(forms.values(), start=2)
    )
    listed = "".join(
        f'<p:sldLayoutId id="{MASTER_ID + number}" r:id="{key}"/>'
        for number, key in enumerate(layout_keys, start=1)
    )
    return (
        f"<p:sldMaster {ROOT}><p:cSld>{BACKGROUND}{shape_tree(drawn)}</p:cSld>{COLOUR_MAP}"
        f"<p:sldLayoutIdLst>{listed}</p:sldLayoutIdLst>{_styles(forms['title'], forms['body'], colours)}"
        "</p:sldMaster>"
    )


def master_forms(design: Design) -> list[PlaceholderForm]:
    """One placeholder of each kind: as most slide layouts have it, so that they follow it, or a plain one."""
    stated: dict[PlaceholderKind, PlaceholderForm] = {}
    for kind in _KINDS:
        forms = [form for layout in design.layouts for form in layout.placeholders if form.kind == kind]
        if forms:
            looks = Counter(look(form) for form in forms)
            stated[kind] = max(forms, key=lambda form: looks[look(form)])
    colour = _text_colour(design, stated)
    forms = [stated.get(kind) or _plain(kind, design, colour) for kind in _KINDS]
    return [replace(form, name=form.kind, index=number, fill=None, prompt="") for number, form in enumerate(forms)]


def _text_colour(design: Design, stated: dict[PlaceholderKind, PlaceholderForm]) -> str:
    """A colour for text that the design leaves open: ink, or else what its first placeholder has."""
    if "ink" in design.palette:
        return "ink"
    first = next(iter(stated.values()), None)
    return first.colour if first is not None else next(iter(design.palette))


def _plain(kind: PlaceholderKind, design: Design, colour: str) -> PlaceholderForm:
    """A placeholder for a kind that no slide layout has: title above, body, then date, footer and number below."""
    width, height = design.width, design.height
    margin = width / 26
    foot = height - margin * 0.9
    third = (width - 2 * margin) / 3
    boxes: dict[PlaceholderKind, Box] = {
        "title": Box(margin, margin * 0.7, width - 2 * margin, margin * 1.1),
        "body": Box(margin, margin * 2.2, width - 2 * margin, height - margin * 3.6),
        "date": Box(margin, foot, third, margin * 0.5),
        "footer": Box(margin + third, foot, third, margin * 0.5),
        "slide_number": Box(margin + 2 * third, foot, third, margin * 0.5),
    }
    size = {"title": 18.0, "body": 12.0}.get(kind, 9.0)
    return PlaceholderForm(
        name=kind,
        kind=kind,
        index=0,
        box=boxes[kind],
        size=size,
        colour=colour,
        bold=kind == "title",
        font="heading" if kind == "title" else "body",
        align="right" if kind == "slide_number" else "left",
        anchor="top" if kind == "body" else "middle",
        insets=Insets(),
    )


def _styles(title: PlaceholderForm, body: PlaceholderForm, colours: Colours) -> str:
    levels = "".join(_level(number, body, colours) for number in range(1, 10))
    return (
        f"<p:txStyles><p:titleStyle><a:lvl1pPr{level_properties(title, colours)}</a:lvl1pPr></p:titleStyle>"
        f"<p:bodyStyle>{levels}</p:bodyStyle><p:otherStyle>{levels}</p:otherStyle></p:txStyles>"
    )


def _level(number: int, form: PlaceholderForm, colours: Colours) -> str:
    properties = level_properties(form, colours).replace('marL="0"', f'marL="{emu(_STEP * (number - 1))}"', 1)
    return f"<a:lvl{number}pPr{properties}</a:lvl{number}pPr>"
