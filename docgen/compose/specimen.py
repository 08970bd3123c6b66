"""A specimen of a layout pack: every slide layout with its slots and placeholders, every role, every colour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.layout.colours import readable_on
from docgen.layout.design import design
from docgen.layout.pack import LayoutPack, Role, SlideLayout
from docgen.layout.style import measure_of
from docgen.placed import (
    Box,
    DeckProperties,
    Insets,
    Line,
    Mark,
    Paragraph,
    PlacedDeck,
    PlacedSlide,
    Run,
    ShapeMark,
    TextBody,
    TextMark,
)
from docgen.typeset.text_measure import TextMeasure

# Sizes of a name in its box, the largest that fits first; and the text of the role and colour pages.
_SIZES = (10.0, 9.0, 8.0, 7.0, 6.0, 5.0, 4.0)
_PITCH = 1.3
_SAMPLE = "指標 2022年度 123"
_COLUMNS = 4
_SWATCH = 34.0
_INSET = 2.0


def specimen(pack: LayoutPack) -> PlacedDeck:
    """A deck that shows what a pack is made of: its slide layouts with all boxes, then its roles and colours."""
    measure = measure_of(pack)
    slides = [_layout_slide(name, layout, pack, measure) for name, layout in pack.slide_layouts.items()]
    with_slot = next((name for name, layout in pack.slide_layouts.items() if layout.slots), None)
    if with_slot is not None:
        box = pack.slide_layouts[with_slot].slot(next(iter(pack.slide_layouts[with_slot].slots)))
        for name, marks in (("roles", _roles(pack, measure, box)), ("colours", _colours(pack, measure, box))):
            slides.append(PlacedSlide(name, name, with_slot, name, (*_title(pack, with_slot, name), *marks)))
    return PlacedDeck(design(pack), tuple(slides), properties=DeckProperties(title=pack.label or pack.name))


def _layout_slide(name: str, layout: SlideLayout, pack: LayoutPack, measure: TextMeasure) -> PlacedSlide:
    kinds = "、".join(kind for kind, served in pack.kinds.items() if served == name)
    marks: list[Mark] = []
    for key, box in layout.slots.items():
        slot, place = f"slot {key}", Box(*box)
        lines = (f"{slot}{_size(place)}", f"{layout.label}（{name}）: {kinds}")
        marks.append(_named(f"{name}/slots/{key}", place, slot, lines, measure))
    for key, spec in layout.placeholders.items():
        place = Box(*spec.box)
        line = f"{key} ({spec.kind}, {spec.role}){_size(place)}"
        marks.append(_named(f"{name}/placeholders/{key}", place, key, (line,), measure))
    return PlacedSlide(name, name, name, f"{layout.label} {name}", tuple(marks))


def _size(box: Box) -> str:
    return f"  {box.x:g}, {box.y:g}  {box.width:g} × {box.height:g} pt"


def _named(identifier: str, box: Box, name: str, lines: Sequence[str], measure: TextMeasure) -> ShapeMark:
    """A dashed box with ``lines`` in it, as large as fits; with its name alone where they do not fit."""
    bodies = [_text(texts, size) for texts in (lines, (name,)) for size in _SIZES]
    body = next((body for body in bodies if _fits(body, box, measure)), bodies[-1])
    return ShapeMark(identifier, box, fill="paper", line=Line("navy", 0.75, "dash"), body=body)


def _text(lines: Sequence[str], size: float) -> TextBody:
    runs = [Run(line, size, bold=number == 0, colour="ink") for number, line in enumerate(lines)]
    paragraphs = tuple(Paragraph((run,), round(size * _PITCH, 2)) for run in runs)
    return TextBody(paragraphs, Insets(_INSET, 0, _INSET, 0), "middle")


def _fits(body: TextBody, box: Box, measure: TextMeasure) -> bool:
    first = measure.natural_width(body.paragraphs[0]) + 2 * _INSET
    return first <= box.width and measure.height(body, box.width) <= box.height


def _title(pack: LayoutPack, layout: str, words: str) -> Iterator[TextMark]:
    for key, spec in pack.slide_layouts[layout].placeholders.items():
        if spec.kind == "title":
            role = pack.roles[spec.role]
            yield TextMark(f"{words}/title", Box(*spec.box), TextBody((_line(words, role),), anchor=spec.anchor), key)


def _line(words: str, role: Role) -> Paragraph:
    run = Run(words, role.size, role.bold, role.colour, role.font)
    return Paragraph((run,), round(role.size * role.pitch, 2), role.align)


def _roles(pack: LayoutPack, measure: TextMeasure, box: Box) -> Iterator[Mark]:
    """Each role in its own look, with its name, size and floor."""
    cells = _cells(box, len(pack.roles), _COLUMNS)
    for (name, role), place in zip(pack.roles.items(), cells, strict=True):
        ground = readable_on(role.colour, ("paper", "ink"), pack.colours)
        bounds = f"{name}  {role.size:g} pt（{role.floor:g}～{role.ceiling or role.size:g}）"
        size = min(role.size, place.height / 2 / _PITCH)
        sample = Run(_SAMPLE, size, role.bold, role.colour, role.font)
        label = Run(bounds, 6.0, colour="paper" if ground == "ink" else "ink")
        body = TextBody(
            (Paragraph((label,), 8.0), Paragraph((sample,), round(size * _PITCH, 2))), Insets(4, 0, 4, 0), "middle"
        )
        yield ShapeMark(f"roles/role/{name}", place, fill=ground, line=Line("light_rule", 0.5), body=body)


def _colours(pack: LayoutPack, measure: TextMeasure, box: Box) -> Iterator[Mark]:
    """Each colour with its name, its RGB value and its slot of the theme."""
    palette = design(pack).palette
    cells = _cells(box, len(palette), _COLUMNS)
    for (name, colour), place in zip(palette.items(), cells, strict=True):
        ink = readable_on(name, ("ink", "paper"), pack.colours)
        words = f"{name}  {colour.rgb}" + (f"  {colour.slot}" if colour.slot else "")
        body = TextBody((Paragraph((Run(words, 9.0, colour=ink),), 12.0),), Insets(6, 0, 6, 0), "middle")
        yield ShapeMark(f"colours/colour/{name}", place, fill=name, line=Line("light_rule", 0.5), body=body)


def _cells(box: Box, count: int, columns: int) -> Iterator[Box]:
    """``count`` boxes of one size in rows of ``columns``, within ``box``."""
    rows = -(-count // columns)
    width = (box.width - (columns - 1) * 6) / columns
    height = min(_SWATCH, (box.height - (rows - 1) * 4) / rows)
    for number in range(count):
        row, column = divmod(number, columns)
        yield Box(box.x + column * (width + 6), box.y + row * (height + 4), width, height)
