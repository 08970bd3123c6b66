"""One slide: its marks in reading order, its layout and its lasting identity."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from docgen.errors import DocgenError, nearest
from docgen.fingerprint.digest import shape_digest
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
from docgen.write.media import Media
from docgen.write.package.part import References
from docgen.write.slide.connector import connector
from docgen.write.slide.frame import chart_frame
from docgen.write.slide.links import link
from docgen.write.slide.picture import picture
from docgen.write.slide.shape import named, placeholder, shape, text_box
from docgen.write.slide.table import table
from docgen.write.xml import escape, identity
from docgen.write.xml.colour import Colours
from docgen.write.xml.namespaces import DRAWING_2014, POWERPOINT_2010, ROOT, SLIDE_IDENTITY
from docgen.write.xml.text import TextSpelling
from docgen.write.xml.tree import MASTER_COLOURS, shape_tree


@dataclass(frozen=True, slots=True)
class SlideSpelling:
    """What the marks of one slide need: its layout, names and numbers, colours, and what it refers to.

    ``digests`` takes up the digest of each mark's XML, by the slide's id and the mark's.
    """

    slide: str
    layout: SlideLayoutForm
    numbers: Mapping[str, int]
    colours: Colours
    text: TextSpelling
    references: References
    media: Media
    digests: dict[tuple[str, str], str] = field(default_factory=dict)


def slide_xml(slide: PlacedSlide, spelling: SlideSpelling) -> str:
    """The slide's XML; its relationships gather in ``spelling.references``."""
    shapes = "".join([_located(mark, spelling) for mark in reading_order(slide, spelling.layout)])
    return (
        f'<p:sld {ROOT} xmlns:a16="{DRAWING_2014}"><p:cSld name="{escape.attribute(slide.id)}">'
        f'{shape_tree(shapes)}<p:extLst><p:ext uri="{SLIDE_IDENTITY}"><p14:creationId '
        f'xmlns:p14="{POWERPOINT_2010}" val="{identity.number(slide.id)}"/></p:ext></p:extLst></p:cSld>'
        f"{MASTER_COLOURS}</p:sld>"
    )


def slide_spelling(
    slide: PlacedSlide,
    layout: SlideLayoutForm,
    slides: Mapping[str, int],
    text: TextSpelling,
    references: References,
    media: Media,
) -> SlideSpelling:
    """What the marks of ``slide`` need; ``slides`` are the numbers of the deck's slides by id."""
    jump = partial(link, slide=slide.id, numbers=slides, references=references)
    numbers = mark_numbers(slide, layout)
    return SlideSpelling(
        slide.id, layout, numbers, text.colours, replace(text, link=jump), references, media
    )


def reading_order(slide: PlacedSlide, layout: SlideLayoutForm) -> list[Mark]:
    """The slide's marks in their order, its title first."""
    titles = {form.name for form in layout.placeholders if form.kind == "title"}
    return sorted(
        slide.marks, key=lambda mark: not (isinstance(mark, TextMark) and mark.placeholder in titles)
    )


def mark_numbers(slide: PlacedSlide, layout: SlideLayoutForm) -> dict[str, int]:
    """A shape id for every mark, from 2 on (1 is the tree's); a DocgenError for two marks with one id."""
    numbers: dict[str, int] = {}
    for number, mark in enumerate(reading_order(slide, layout), start=2):
        if mark.id in numbers:
            raise DocgenError(f"two marks with the id {mark.id!r}", where=f"slide {slide.id}")
        numbers[mark.id] = number
    return numbers


def _located(mark: Mark, spelling: SlideSpelling) -> str:
    """A mark's XML; an error that does not say where it stands is given the slide and the mark."""
    try:
        return _mark(mark, spelling)
    except DocgenError as error:
        if error.where is not None:
            raise
        place = f"slide {spelling.slide}, mark {mark.id}"
        raise DocgenError(error.what, where=place, expected=error.expected, hint=error.hint) from error


def _mark(mark: Mark, spelling: SlideSpelling) -> str:
    alt = "" if isinstance(mark, TextMark | ConnectorMark) else mark.alt
    number = spelling.numbers[mark.id]
    name = named(number, spelling.slide, mark.id, alt, decorative=not alt and _says_nothing(mark))
    xml = _spelled(mark, name, spelling)
    spelling.digests[spelling.slide, mark.id] = shape_digest(xml, name)
    return xml


def _spelled(mark: Mark, name: str, spelling: SlideSpelling) -> str:
    match mark:
        case TextMark(placeholder=None):
            return text_box(mark, name, spelling.text)
        case TextMark():
            return _placeholder(mark, name, spelling)
        case ShapeMark():
            return shape(mark, name, spelling.colours, spelling.text)
        case ConnectorMark():
            return connector(mark, name, spelling.numbers, spelling.colours)
        case TableMark():
            return table(mark, name, spelling.colours, spelling.text)
        case ChartMark():
            return chart_frame(
                name, mark.box, spelling.references.add("chart", spelling.media.chart(mark.chart))
            )
        case PictureMark():
            return _picture(mark, name, spelling)


def _says_nothing(mark: Mark) -> bool:
    """Whether a mark without alternative text has nothing to read out: no text, no table, no chart."""
    if isinstance(mark, ShapeMark):
        return mark.body is None
    return isinstance(mark, ConnectorMark | PictureMark)


def _placeholder(mark: TextMark, name: str, spelling: SlideSpelling) -> str:
    form = _form(mark, spelling)
    number_of = spelling.slide if form.kind == "slide_number" else None
    text = replace(spelling.text, form=form, number_of=number_of, run_looks={}, paragraph_looks={})
    return placeholder(mark, name, form, text)


def _form(mark: TextMark, spelling: SlideSpelling) -> PlaceholderForm:
    forms = {form.name: form for form in spelling.layout.placeholders}
    if mark.placeholder not in forms:
        raise DocgenError(
            f"mark {mark.id}: slide layout {spelling.layout.name!r} has no placeholder {mark.placeholder!r}",
            where=f"slide {spelling.slide}",
            expected=", ".join(forms) or "a text box: the layout has no placeholders",
            hint=nearest(str(mark.placeholder), forms),
        )
    return forms[mark.placeholder]


def _picture(mark: PictureMark, name: str, spelling: SlideSpelling) -> str:
    png = spelling.references.add("image", spelling.media.picture(mark.png, "png"))
    svg = None
    if mark.svg is not None:
        svg = spelling.references.add("image", spelling.media.picture(mark.svg, "svg"))
    return picture(mark, name, png, svg)
