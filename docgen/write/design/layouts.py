"""The slide layouts: real placeholders over fixed rectangles and lines."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from docgen.placed import Decoration, Design, PlaceholderForm, PlaceholderKind, SlideLayoutForm
from docgen.write.design.placeholder import drawn_placeholder
from docgen.write.xml import escape
from docgen.write.xml.colour import Colours
from docgen.write.xml.elements import MASTER_COLOURS, picture_xml, shape_tree, svg_beside
from docgen.write.xml.namespaces import ROOT
from docgen.write.xml.units import transform


def layout_xml(
    form: SlideLayoutForm,
    masters: Mapping[PlaceholderKind, PlaceholderForm],
    colours: Colours,
    pictures: Mapping[bytes, str] = MappingProxyType({}),
) -> str:
    """A slide layout's XML: decorations behind, placeholders in front; ``masters`` are the master's.

    ``pictures`` are the relationship ids of the decorations' pictures.
    """
    behind = [
        _decoration(decoration, number, colours, pictures) for number, decoration in enumerate(form.decorations, 2)
    ]
    first = len(behind) + 2
    front = [
        drawn_placeholder(place, number, colours, masters[place.kind])
        for number, place in enumerate(form.placeholders, first)
    ]
    name = escape.attribute(form.label or form.name)
    return (
        f'<p:sldLayout {ROOT} preserve="1" userDrawn="1"><p:cSld name="{name}">'
        f"{shape_tree(''.join(behind + front))}</p:cSld>{MASTER_COLOURS}</p:sldLayout>"
    )


def layout_numbers(design: Design) -> tuple[int, ...]:
    """The number of the part of each slide layout of a design.

    Those that are one slide layout of a template, with nothing drawn on it, share a part.
    """
    numbers: dict[str, int] = {}
    return tuple(
        numbers.setdefault(form.name if form.part is None or _drawn(form) else form.part, len(numbers) + 1)
        for form in design.layouts
    )


def decoration_pictures(form: SlideLayoutForm) -> list[bytes]:
    """The pictures that a slide layout is decorated with, each once, in their order, an SVG after its picture."""
    files = [data for decoration in form.decorations for data in (decoration.image, decoration.svg)]
    return list(dict.fromkeys(data for data in files if data is not None))


def drawn_in_template(form: SlideLayoutForm, colours: Colours, pictures: Mapping[bytes, str], first: int) -> str:
    """The decorations and placeholders that a pack adds to a template's slide layout; ids from ``first`` on."""
    shapes = [
        _decoration(decoration, number, colours, pictures) for number, decoration in enumerate(form.decorations, first)
    ]
    places = [place for place in form.placeholders if not place.of_template]
    shapes += [
        drawn_placeholder(place, number, colours, stated=True)
        for number, place in enumerate(places, first + len(shapes))
    ]
    return "".join(shapes)


def _drawn(form: SlideLayoutForm) -> bool:
    return bool(form.decorations) or not all(place.of_template for place in form.placeholders)


def _decoration(decoration: Decoration, number: int, colours: Colours, pictures: Mapping[bytes, str]) -> str:
    label = escape.attribute(decoration.name or f"decoration {number - 1}")
    if decoration.image is not None:
        alt = escape.attribute(decoration.alt)
        name = f'<p:cNvPr id="{number}" name="{label}" descr="{alt}"/>'
        sharp = svg_beside(pictures[decoration.svg]) if decoration.svg is not None else ""
        return picture_xml(decoration.box, name, pictures[decoration.image], sharp, properties='<p:nvPr userDrawn="1"/>')
    flat = decoration.box.width == 0 or decoration.box.height == 0
    geometry = "line" if flat else "rect"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{label}"/><p:cNvSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{transform(decoration.box)}'
        f'<a:prstGeom prst="{geometry}"><a:avLst/></a:prstGeom>{colours.fill(decoration.fill)}'
        f"{colours.line(decoration.line)}</p:spPr></p:sp>"
    )
