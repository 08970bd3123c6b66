"""A layout pack as the design from which the writer makes theme, master and slide layouts."""

from __future__ import annotations

from collections.abc import Container
from itertools import count
from pathlib import Path

from docgen.layout.colours import palette_colour
from docgen.layout.pack import DecorationSpec, LayoutPack, PlaceholderSpec, SlideLayout
from docgen.layout.style import line
from docgen.outside.picture_files import picture_file
from docgen.placed import Box, Decoration, Design, PlaceholderForm, SlideLayoutForm, TableForm

# Placeholder indices below this are PowerPoint's own (title 0, body 1, date 10, footer 11, number 12).
_FIRST_FREE_INDEX = 20
_FIXED_INDEX = {"title": 0, "date": 10, "footer": 11, "slide_number": 12}


def design(pack: LayoutPack) -> Design:
    """The design of a pack."""
    return Design(
        name=pack.label or pack.name,
        width=pack.page.width,
        height=pack.page.height,
        palette={name: palette_colour(name, pack.colours) for name in pack.colours},
        fonts={role: face.name for role, face in pack.fonts.items()},
        layouts=tuple(_layout_form(name, layout, pack) for name, layout in pack.slide_layouts.items()),
        series_colours=pack.chart.series,
        template=pack.template.data if pack.template is not None else None,
        table=_table_form(pack),
    )


def _table_form(pack: LayoutPack) -> TableForm:
    look, head, body = pack.table, pack.roles["table_head"], pack.roles["table_body"]
    return TableForm(
        head_fill=look.head_fill,
        head_top=line(look.head_top),
        head_bottom=line(look.head_bottom),
        rule=line(look.rule),
        column_rule=line(look.column_rule),
        bottom=line(look.bottom),
        band_fill=look.band_fill,
        total_fill=look.total_fill,
        head_bold=head.bold,
        head_colour=head.colour,
        body_colour=body.colour,
    )


def _layout_form(name: str, layout: SlideLayout, pack: LayoutPack) -> SlideLayoutForm:
    template = pack.template
    there = template.forms[name] if template is not None else {}
    grounds = template.grounds.get(name, {}) if template is not None else {}
    indices = _indices(layout, there, template.taken[name] if template is not None else frozenset())
    return SlideLayoutForm(
        name=name,
        label=layout.label,
        placeholders=tuple(
            there[key] if key in there else _placeholder(key, spec, indices[key], pack, grounds.get(key))
            for key, spec in layout.placeholders.items()
        ),
        decorations=tuple(_decoration(key, spec) for key, spec in layout.decorations.items()),
        part=template.parts[name] if template is not None else None,
    )


def _indices(layout: SlideLayout, there: Container[str], taken: frozenset[int]) -> dict[str, int]:
    """An index for each placeholder that is drawn: PowerPoint's own for its kind, else one that is free."""
    indices: dict[str, int] = {}
    for key, spec in layout.placeholders.items():
        if key not in there:
            used = {*taken, *indices.values()}
            usual = _FIXED_INDEX.get(spec.kind)
            free = (index for index in count(_FIRST_FREE_INDEX) if index not in used)
            indices[key] = usual if usual is not None and usual not in used else next(free)
    return indices


def _placeholder(
    name: str, spec: PlaceholderSpec, index: int, pack: LayoutPack, ground: str | None
) -> PlaceholderForm:
    role = pack.roles[spec.role]
    return PlaceholderForm(
        name=name,
        kind=spec.kind,
        index=index,
        box=Box(*spec.box),
        size=role.size,
        colour=role.colour,
        bold=role.bold,
        font=spec.font_of(role),
        align=spec.align or role.align,
        anchor=spec.anchor,
        pitch=round(role.size * role.pitch, 2),
        insets=spec.margins,
        fill=spec.fill,
        ground=ground,
        prompt=spec.prompt,
    )


def _decoration(name: str, spec: DecorationSpec) -> Decoration:
    if spec.picture is None:
        return Decoration(Box(*spec.box), spec.fill, line(spec.line), name)
    picture = picture_file(Path(spec.picture))
    box = _within(Box(*spec.box), (picture.width, picture.height), spec)
    return Decoration(box, spec.fill, line(spec.line), name, picture.image, spec.alt, picture.svg)


def _within(box: Box, size: tuple[int, int], spec: DecorationSpec) -> Box:
    """The largest box of a picture's proportions in ``box``, aligned and anchored as the pack states."""
    scale = min(box.width / size[0], box.height / size[1])
    width, height = size[0] * scale, size[1] * scale
    left = {"left": 0.0, "center": 0.5, "right": 1.0}[spec.align] * (box.width - width)
    top = {"top": 0.0, "middle": 0.5, "bottom": 1.0}[spec.anchor] * (box.height - height)
    return Box(box.x + left, box.y + top, width, height)
