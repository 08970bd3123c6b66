"""One slide: its marks in reading order, its layout and its lasting identity."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from docgen.errors import DocgenError, nearest
from docgen.fingerprint.digest import shape_digest
from docgen.messages import message
from docgen.placed import (
    ChartMark,
    ConnectorMark,
    Mark,
    PictureMark,
    PlacedSlide,
    PlaceholderForm,
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

# Stands for a slide's shapes; no text has this sign.
_SHAPES = "\v"


@value(frozen=True, slots=True)
class SpelledSlide:
    """A slide's XML in UTF-8, and the digest of each mark's XML by the mark's id."""

    xml: bytes
    digests: Mapping[str, str]


@dataclass(slots=True)
class _SlideContext:
    """What the marks of one slide need. What they refer to gathers in ``references``."""

    slide: str
    layout: str
    forms: Mapping[str, PlaceholderForm]
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
    parts: dict[str, tuple[str, ...]] = {}
    for mark in slide.marks:
        if isinstance(mark, (ChartMark, PictureMark)):
            try:
                parts[mark.id] = media.parts_of(mark)
            except DocgenError as error:
                raise _on_mark(error, slide.id, mark.id) from error
    return parts


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
    forms = {form.name: form for form in layout.placeholders}
    own_text = text.on_slide(in_text)
    context = _SlideContext(slide.id, layout.name, forms, numbers, own_text, jump, references, media, tables)
    head, _, tail = _around_shapes(slide.id).partition(_SHAPES)
    pieces, digests = [head.encode()], {}
    for mark in marks:
        try:
            name = _name(mark, context)
            uses = references.uses
            before, _, rest = _mark(mark, name, context).partition(name)
        except DocgenError as error:
            raise _on_mark(error, slide.id, mark.id) from error
        spelled = rest.encode()
        pieces += ((before + name).encode(), spelled)
        refers = isinstance(mark, ConnectorMark) or references.uses > uses
        digests[mark.id] = shape_digest(rest, spelled, refers=refers)
    return SpelledSlide(b"".join((*pieces, tail.encode())), digests)


def _around_shapes(slide: str) -> str:
    """A slide's XML, in which a sign stands for its shapes."""
    return (
        f'<p:sld {ROOT} xmlns:a16="{DRAWING_2014}"><p:cSld name="{escape.attribute(slide)}">'
        f'{shape_tree(_SHAPES)}<p:extLst><p:ext uri="{SLIDE_IDENTITY}"><p14:creationId '
        f'xmlns:p14="{POWERPOINT_2010}" val="{identity.number(slide)}"/></p:ext></p:extLst></p:cSld>'
        f"{MASTER_COLOURS}</p:sld>"
    )


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


def _name(mark: Mark, context: _SlideContext) -> str:
    """The ``p:cNvPr`` of a mark; one without alternative text, with nothing to read out, is decorative."""
    alt, target, says_nothing = "", None, False
    match mark:
        case ConnectorMark():
            says_nothing = True
        case ShapeMark():
            alt, target = mark.alt, mark.link
            says_nothing = mark.body is None and target is None
        case TextMark():
            target = mark.link
        case PictureMark():
            alt, says_nothing = mark.alt, True
        case _:
            alt = mark.alt
    click = context.jump(target) if target else ""
    number = context.numbers[mark.id]
    return named(number, context.slide, mark.id, alt, click, decorative=says_nothing and not alt)


def _on_mark(error: DocgenError, slide: str, mark: str) -> DocgenError:
    """The error of a mark; one that does not say where it stands is given the slide and the mark."""
    return error if error.where is not None else error.at(message("on-mark", slide=slide, mark=mark))


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
    forms = context.forms
    form = forms.get(mark.placeholder or "")
    if form is None:
        raise DocgenError(
            "no-such-placeholder",
            where=message("on-slide", slide=context.slide),
            expected=message("names-listed", names=tuple(forms)) if forms else message("a-text-box"),
            hint=nearest(str(mark.placeholder), forms),
            mark=mark.id,
            layout=context.layout,
            placeholder=mark.placeholder,
        )
    number_of = context.slide if form.kind == "slide_number" else None
    return placeholder(mark, name, form, context.text.in_placeholder(form, number_of))


def _picture(mark: PictureMark, name: str, context: _SlideContext) -> str:
    """A picture: a PNG or JPEG, and an SVG beside it for the programs that draw one."""
    key, *svg = [context.references.add("image", part) for part in context.media[mark.id]]
    return picture_xml(mark.box, name, key, *map(svg_beside, svg))
