"""A placed slide as plain SVG, from docgen's own measures: texts, shapes, tables; charts are frames with their titles.

What a template of a bureau draws on its slide master is not in it.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from html import escape

from docgen.outside.pictures import picture_extension
from docgen.placed import (
    Box,
    ChartMark,
    ConnectorMark,
    Decoration,
    Design,
    Insets,
    Line,
    Mark,
    Paragraph,
    PictureMark,
    PlacedSlide,
    Run,
    ShapeMark,
    SlideLayoutForm,
    TableMark,
    TextBody,
    TextMark,
)
from docgen.render.svg_table import filled, rectangle, stroke, table
from docgen.render.svg_text import TextPainter
from docgen.typeset.text_measure import TextMeasure

_FRAME = Line("svg-frame", 0.75, "dash")
_CHART_TEXT = 9.0
_GREY = "#767676"
_MARKER = (
    '<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="6" markerHeight="6" '
    'orient="auto-start-reverse"><path d="M0 0L8 4L0 8z" fill="context-stroke"/></marker></defs>'
)


def slide_svg(slide: PlacedSlide, design: Design, measure: TextMeasure) -> str:
    """The picture of a slide, as large as its page; the same slide gives the same text."""
    colours = {name: f"#{colour.digits}" for name, colour in design.palette.items()}
    painter = TextPainter(measure, {**colours, _FRAME.colour: _GREY}, design.fonts)
    form = next((layout for layout in design.layouts if layout.name == slide.layout), None)
    parts = [*_layout(form, painter, slide)] if form is not None else []
    for mark in slide.marks:
        parts += [part for part in _mark(mark, painter) if part]
    size = f'width="{design.width:g}pt" height="{design.height:g}pt" viewBox="0 0 {design.width:g} {design.height:g}"'
    ground = f'<rect width="{design.width:g}" height="{design.height:g}" fill="#fff"/>'
    inner = "\n".join(parts)
    title = f"<title>{escape(slide.title)}</title>"
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{title}{_MARKER}{ground}\n{inner}\n</svg>\n'


def _layout(form: SlideLayoutForm, painter: TextPainter, slide: PlacedSlide) -> Iterator[str]:
    """What a slide layout draws behind the slide: its decorations, and the grounds of the placeholders in use."""
    for decoration in form.decorations:
        yield _decoration(decoration, painter)
    used = {mark.placeholder for mark in slide.marks if isinstance(mark, TextMark)}
    for placeholder in form.placeholders:
        if placeholder.fill and placeholder.name in used:
            yield rectangle(placeholder.box, painter.colours, placeholder.fill, None)


def _decoration(decoration: Decoration, painter: TextPainter) -> str:
    if decoration.image is not None:
        return _image(decoration.image, decoration.box, decoration.alt)
    box = decoration.box
    if box.width == 0 or box.height == 0:
        return f'<path d="M{box.x:g} {box.y:g}L{box.right:g} {box.bottom:g}"{stroke(decoration.line, painter.colours)}/>'
    return rectangle(box, painter.colours, decoration.fill, decoration.line)


def _mark(mark: Mark, painter: TextPainter) -> Iterator[str]:
    match mark:
        case TextMark():
            yield from painter.body(mark.body, mark.box)
        case ShapeMark():
            yield _shape(mark, painter)
            if mark.body is not None:
                yield from painter.body(mark.body, mark.box)
        case ConnectorMark():
            path = "L".join(f"{x:.2f} {y:.2f}" for x, y in mark.points)
            arrow = ' marker-end="url(#arrow)"' if mark.arrow else ""
            yield f'<path d="M{path}" fill="none"{stroke(mark.line, painter.colours)}{arrow}/>'
        case TableMark():
            yield from table(mark, painter)
        case ChartMark():
            yield rectangle(mark.box, painter.colours, None, _FRAME)
            yield from painter.body(_chart_text(mark), mark.box)
        case PictureMark():
            yield _image(mark.image, mark.box, mark.alt)


def _shape(mark: ShapeMark, painter: TextPainter) -> str:
    look = filled(mark.fill, painter.colours) + stroke(mark.line, painter.colours)
    box = mark.box
    if mark.outline is not None:
        rings = ("L".join(f"{box.x + x:.2f} {box.y + y:.2f}" for x, y in ring) for ring in mark.outline)
        return f'<path fill-rule="evenodd" d="{"".join(f"M{ring}z" for ring in rings)}"{look}/>'
    if mark.geometry == "ellipse":
        middle = f'cx="{box.x + box.width / 2:.2f}" cy="{box.y + box.height / 2:.2f}"'
        return f'<ellipse {middle} rx="{box.width / 2:.2f}" ry="{box.height / 2:.2f}"{look}/>'
    if corners := _CORNERS.get(mark.geometry):
        path = "L".join(f"{box.x + x * box.width:.2f} {box.y + y * box.height:.2f}" for x, y in corners)
        return f'<path d="M{path}z"{look}/>'
    return rectangle(box, painter.colours, mark.fill, mark.line)


# Presets whose sides are straight: their corners as parts of the box.
_CORNERS = {
    "diamond": ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)),
    "triangle": ((0.5, 0), (1, 1), (0, 1)),
    "rightArrow": ((0, 0.25), (0.5, 0.25), (0.5, 0), (1, 0.5), (0.5, 1), (0.5, 0.75), (0, 0.75)),
    "downArrow": ((0.25, 0), (0.75, 0), (0.75, 0.5), (1, 0.5), (0.5, 1), (0, 0.5), (0.25, 0.5)),
    "homePlate": ((0, 0), (0.8, 0), (1, 0.5), (0.8, 1), (0, 1)),
    "chevron": ((0, 0), (0.8, 0), (1, 0.5), (0.8, 1), (0, 1), (0.2, 0.5)),
}


def _chart_text(mark: ChartMark) -> TextBody:
    """What stands in a chart's frame: its alternative text, else the names of its series."""
    said = mark.alt or "、".join(series.name for series in mark.chart.series)
    colour = mark.chart.text.colour
    paragraph = Paragraph((Run(said, _CHART_TEXT, colour=colour),), _CHART_TEXT * 1.5, "center")
    return TextBody((paragraph,), Insets(8, 4, 8, 4), "middle")


def _image(image: bytes, box: Box, alt: str) -> str:
    data = f"data:image/{picture_extension(image)};base64,{base64.b64encode(image).decode()}"
    place = f'x="{box.x:.2f}" y="{box.y:.2f}" width="{box.width:.2f}" height="{box.height:.2f}"'
    title = f"<title>{escape(alt)}</title>" if alt else ""
    return f'<image {place} preserveAspectRatio="none" href="{data}">{title}</image>'
