"""One slide: its marks in reading order, its layout and its lasting identity."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from docgen.errors import DocgenError, nearest
from docgen.fingerprint.digest import shape_digest
from docgen.messages import message
from docgen.placed import (
    ChartMark,
    ConnectorMark,
    Mark,
    PictureMark,
    PlacedSlide,
    ShapeMark,
    SlideLayoutForm,
    TableMark,
    TextMark,
)
from docgen.value import value
from docgen.write.media import Media, SlideMedia
from docgen.write.package.part import References
from docgen.write.slide.connector import connector
from docgen.write.slide.links import TEXT_COLOUR, link
from docgen.write.slide.shape import named, placeholder, shape, text_box
from docgen.write.slide.table import TableStyle, table
from docgen.write.xml import escape, identity
from docgen.write.xml.elements import MASTER_COLOURS, graphic_frame, picture_xml, shape_tree, svg_beside
from docgen.write.xml.namespaces import (
    CHART,
    DRAWING_2014,
    POWERPOINT_2010,
    ROOT,
    SLIDE_IDENTITY,
)
from docgen.write.xml.text import TextContext

Made = TypeVar("Made")


@value(frozen=True, slots=True)
class SpelledSlide:
    """A slide's XML, and the digest of each mark's XML by the mark's id."""

    xml: str
    digests: Mapping[str, str]


@dataclass(slots=True)
class _SlideContext:
    """What the marks of one slide need. What they refer to gathers in ``references``."""

    slide: str
    layout: SlideLayoutForm
    numbers: Mapping[str, int]
    text: TextContext
    jump: Callable[[str], str]
    references: References
    media: SlideMedia
    tables: TableStyle


def slide_media(slide: PlacedSlide, media: Media[Any]) -> SlideMedia:
    """The names of the parts of a slide's pictures and charts, which are made here.

    Raises DocgenError, which says where, for a chart that has no sound spelling.
    """
    return {
        mark.id: _located(slide.id, mark.id, partial(media.parts_of, mark))
        for mark in slide.marks
        if isinstance(mark, (ChartMark, PictureMark))
    }


def spelled_slide(
    slide: PlacedSlide,
    layout: SlideLayoutForm,
    slides: Mapping[str, int],
    text: TextContext,
    references: References,
    media: SlideMedia,
    tables: TableStyle,
) -> SpelledSlide:
    """A slide as XML; ``slides`` are the numbers of the deck's slides by id, ``tables`` the style of its tables.

    Its pictures and charts are parts by now (:func:`slide_media`); what it refers to is added to ``references``. Raises
    DocgenError, which says where, for two marks with one id and for a mark that has no sound spelling.
    """
    jump = partial(link, slide=slide.id, numbers=slides, references=references)
    in_text = partial(jump, inside=TEXT_COLOUR)
    marks = _reading_order(slide, layout)
    numbers = _shape_ids(slide.id, marks)
    context = _SlideContext(slide.id, layout, numbers, text.on_slide(in_text), jump, references, media, tables)
    shapes: list[str] = []
    digests: dict[str, str] = {}
    for mark in marks:
        name, xml = _located(slide.id, mark.id, partial(_named, mark, context))
        shapes.append(xml)
        digests[mark.id] = shape_digest(xml, name)
    xml = (
        f'<p:sld {ROOT} xmlns:a16="{DRAWING_2014}"><p:cSld name="{escape.attribute(slide.id)}">'
        f'{shape_tree("".join(shapes))}<p:extLst><p:ext uri="{SLIDE_IDENTITY}"><p14:creationId '
        f'xmlns:p14="{POWERPOINT_2010}" val="{identity.number(slide.id)}"/></p:ext></p:extLst></p:cSld>'
        f"{MASTER_COLOURS}</p:sld>"
    )
    return SpelledSlide(xml, digests)


def _reading_order(slide: PlacedSlide, layout: SlideLayoutForm) -> list[Mark]:
    """The slide's marks in their order, its title first."""
    titles = {form.name for form in layout.placeholders if form.kind == "title"}
    return sorted(
        slide.marks, key=lambda mark: not (isinstance(mark, TextMark) and mark.placeholder in titles)
    )


def _shape_ids(slide: str, marks: Sequence[Mark]) -> dict[str, int]:
    """A shape id for every mark, from 2 on: 1 is the tree's. DocgenError for two marks with one id."""
    ids: dict[str, int] = {}
    for number, mark in enumerate(marks, start=2):
        if mark.id in ids:
            raise DocgenError("two-marks-of-one-id", where=message("on-slide", slide=slide), name=mark.id)
        ids[mark.id] = number
    return ids


def _named(mark: Mark, context: _SlideContext) -> tuple[str, str]:
    """The ``p:cNvPr`` of a mark, and the whole of its XML."""
    name = _name(mark, context)
    return name, _mark(mark, name, context)


def _name(mark: Mark, context: _SlideContext) -> str:
    """The ``p:cNvPr`` of a mark."""
    alt = "" if isinstance(mark, (TextMark, ConnectorMark)) else mark.alt
    decorative = not alt and _says_nothing(mark)
    target = mark.link if isinstance(mark, (TextMark, ShapeMark)) else None
    click = context.jump(target) if target else ""
    return named(context.numbers[mark.id], context.slide, mark.id, alt, click, decorative=decorative)


def _says_nothing(mark: Mark) -> bool:
    """Whether a mark without alternative text has nothing to read out: no text, no table, no chart."""
    if isinstance(mark, ShapeMark):
        return mark.body is None and mark.link is None
    return isinstance(mark, (ConnectorMark, PictureMark))


def _located(slide: str, mark: str, make: Callable[[], Made]) -> Made:
    """What ``make`` makes of a mark; an error that does not say where it stands is given the slide and the mark."""
    try:
        return make()
    except DocgenError as error:
        if error.where is not None:
            raise
        place = message("on-mark", slide=slide, mark=mark)
        raise error.at(place) from error


def _mark(mark: Mark, name: str, context: _SlideContext) -> str:
    match mark:
        case TextMark(placeholder=None):
            return text_box(mark, name, context.text)
        case TextMark():
            return _placeholder(mark, name, context)
        case ShapeMark():
            return shape(mark, name, context.text)
        case ConnectorMark():
            return connector(mark, name, context.numbers, context.text.colours)
        case TableMark():
            return table(mark, name, context.text, context.tables)
        case ChartMark():
            key = context.references.add("chart", context.media[mark.id][0])
            return graphic_frame(name, mark.box, CHART, f'<c:chart xmlns:c="{CHART}" r:id="{key}"/>')
        case PictureMark():
            return _picture(mark, name, context)


def _placeholder(mark: TextMark, name: str, context: _SlideContext) -> str:
    forms = {form.name: form for form in context.layout.placeholders}
    if mark.placeholder not in forms:
        raise DocgenError(
            "no-such-placeholder",
            where=message("on-slide", slide=context.slide),
            expected=message("names-listed", names=tuple(forms)) if forms else message("a-text-box"),
            hint=nearest(str(mark.placeholder), forms),
            mark=mark.id,
            layout=context.layout.name,
            placeholder=mark.placeholder,
        )
    form = forms[mark.placeholder]
    number_of = context.slide if form.kind == "slide_number" else None
    return placeholder(mark, name, form, context.text.in_placeholder(form, number_of))


def _picture(mark: PictureMark, name: str, context: _SlideContext) -> str:
    """A picture: a PNG or JPEG, and an SVG beside it for the programs that draw one."""
    key, *svg = [context.references.add("image", part) for part in context.media[mark.id]]
    return picture_xml(mark.box, name, key, *map(svg_beside, svg))
