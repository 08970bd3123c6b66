"""Three templates as bureaus might bring them, and packs on them: made here, since binaries say nothing in a review.

- ``title_at_bottom``: 4:3, the title in white on a dark band at the foot of the page, a logo in the master.
- ``many_layouts``: 16:9, two masters, many slide layouts with pictures of their own of which few are used, a
  link to an example slide, vertical layouts, example slides with notes.
- ``no_japanese_fonts``: a theme that names Latin fonts only; titles in spaced capitals with bullets below.
"""

from __future__ import annotations

import functools
import io
from collections.abc import Callable, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

from PIL import Image
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.oxml import serialize_part_xml
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.util import Emu, Pt

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
_NAMESPACES = f'xmlns:a="{A}" xmlns:p="{P}"'


def picture(colour: tuple[int, int, int]) -> io.BytesIO:
    """A small PNG of one colour."""
    stream = io.BytesIO()
    Image.new("RGB", (60, 20), colour).save(stream, "PNG")
    stream.seek(0)
    return stream


def saved(presentation: Any) -> bytes:
    stream = io.BytesIO()
    presentation.save(stream)
    return stream.getvalue()


def colour_element(colour: str) -> str:
    """A colour in DrawingML: a slot of the theme, or RGB."""
    rgb = len(colour) == 6 and all(letter in "0123456789ABCDEF" for letter in colour)
    return f'<a:srgbClr val="{colour}"/>' if rgb else f'<a:schemeClr val="{colour}"/>'


def rectangle(tree: Any, box: tuple[float, float, float, float], colour: str, identifier: int = 90) -> None:
    """A filled rectangle behind the placeholders of a master or slide layout; points, a slot of the theme or RGB."""
    left, top, width, height = (round(length * 12700) for length in box)
    shape = parse_xml(
        f'<p:sp {_NAMESPACES}><p:nvSpPr><p:cNvPr id="{identifier}" name="band"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill>{colour_element(colour)}</a:solidFill>'
        "</p:spPr></p:sp>"
    )
    tree.insert(2, shape)


def logo(part: Any, tree: Any, colour: tuple[int, int, int], identifier: int = 91) -> None:
    """A picture at the upper right corner of a master or slide layout."""
    logo_in(part, tree, (630, 6, 72, 24), identifier, colour)


def logo_in(
    part: Any,
    tree: Any,
    box: tuple[float, float, float, float],
    identifier: int,
    colour: tuple[int, int, int] = (190, 60, 30),
) -> None:
    """A picture in a box (points) of a master or slide layout."""
    _, key = part.get_or_add_image_part(picture(colour))
    left, top, width, height = (round(length * 12700) for length in box)
    tree.append(
        parse_xml(
            f'<p:pic {_NAMESPACES} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
            f'<p:nvPicPr><p:cNvPr id="{identifier}" name="logo" descr="ロゴ"/><p:cNvPicPr/><p:nvPr userDrawn="1"/></p:nvPicPr>'
            f'<p:blipFill><a:blip r:embed="{key}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
            f'<p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
        )
    )


def themed(master: Any, colours: Mapping[str, str], fonts: Mapping[str, str]) -> None:
    """Set colours of the theme by slot, and its fonts by path below the font scheme."""
    part = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    root = parse_xml(part.blob)
    spaces = {"a": A}
    for slot, rgb in colours.items():
        (place,) = root.iterfind(f"a:themeElements/a:clrScheme/a:{slot}", spaces)
        for child in list(place):
            place.remove(child)
        place.append(parse_xml(f'<a:srgbClr xmlns:a="{A}" val="{rgb}"/>'))
    for tag in ("majorFont", "minorFont"):
        (font,) = root.iterfind(f"a:themeElements/a:fontScheme/a:{tag}", spaces)
        for child in list(font.iterfind("a:font", spaces)):
            font.remove(child)
        for name in ("latin", "ea"):
            (face,) = font.iterfind(f"a:{name}", spaces)
            face.set("typeface", fonts.get(name, ""))
        if "Jpan" in fonts:
            font.append(parse_xml(f'<a:font xmlns:a="{A}" script="Jpan" typeface="{fonts["Jpan"]}"/>'))
    part._blob = serialize_part_xml(root)


def moved(shape: Any, left: float, top: float, width: float, height: float) -> None:
    shape.left, shape.top, shape.width, shape.height = (Pt(length) for length in (left, top, width, height))


def with_styles(master: Any, path: str, attributes: Mapping[str, str]) -> None:
    for level in master._element.xpath(f"./p:txStyles/{path}"):
        for name, value in attributes.items():
            level.set(name, value)


@functools.cache
def title_at_bottom() -> bytes:
    presentation: Any = Presentation()
    (master,) = presentation.slide_masters
    themed(
        master,
        {"dk2": "0B4F4A", "lt2": "E3F1EF", "accent1": "1B7F79", "accent2": "7FC4BC", "accent3": "8A5A00", "accent4": "2F5D9B", "accent5": "7A3E73", "accent6": "5F6B73"},
        {"latin": "BIZ UDPゴシック", "ea": "BIZ UDPゴシック"},
    )
    rectangle(master._element.cSld.spTree, (0, 462, 720, 50), "tx2")
    logo(master.part, master._element.cSld.spTree, (11, 79, 74))
    with_styles(master, "p:titleStyle/a:lvl1pPr", {"algn": "l"})
    with_styles(master, "p:titleStyle/a:lvl1pPr/a:defRPr", {"sz": "2000", "b": "1"})
    for fill in master._element.xpath("./p:txStyles/p:titleStyle/a:lvl1pPr/a:defRPr/a:solidFill/a:schemeClr"):
        fill.set("val", "bg1")
    for owner in (master, *(layout for layout in presentation.slide_layouts if layout.name == "Title Only")):
        for shape in owner.placeholders:
            if shape.placeholder_format.type in (1, 13, 15, 16):
                boxes = {1: (30, 464, 660, 46), 13: (600, 514, 90, 20), 15: (200, 514, 380, 20), 16: (30, 514, 150, 20)}
                moved(shape, *boxes[int(shape.placeholder_format.type)])
    for name, box in (("Title Slide", (0, 150, 720, 140)), ("Section Header", (0, 340, 720, 120))):
        rectangle(presentation.slide_layouts.get_by_name(name)._element.cSld.spTree, box, "tx2")
    return saved(presentation)


@functools.cache
def many_layouts() -> bytes:
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Emu(12192000), Emu(6858000)
    (master,) = presentation.slide_masters
    themed(
        master,
        {"dk2": "3B2A6B", "lt2": "ECE9F5", "accent1": "5B3FA8", "accent2": "A99BD6", "accent3": "9A5B00", "accent4": "1F7A6B", "accent5": "A03A5C", "accent6": "66707A"},
        {"latin": "Calibri", "ea": "", "Jpan": "BIZ UDPゴシック"},
    )
    for owner in (master, *presentation.slide_layouts):
        for shape in (each for each in owner.placeholders if each._element.spPr.xfrm is not None):
            shape.left, shape.width = round(shape.left * 4 / 3), round(shape.width * 4 / 3)
    with_styles(master, "p:titleStyle/a:lvl1pPr/a:defRPr", {"sz": "2400"})
    for number, layout in enumerate(presentation.slide_layouts):
        logo(layout.part, layout._element.cSld.spTree, (20 * number, 60, 120))
    example = presentation.slides.add_slide(presentation.slide_layouts[1])
    example.shapes.title.text = "使い方"
    example.notes_slide.notes_text_frame.text = "見本です。"
    _link_to(presentation.slide_layouts[5], example)
    add_second_master(presentation)
    return saved(presentation)


def _link_to(layout: Any, slide: Any) -> None:
    """A shape of a slide layout that leads to an example slide."""
    key = layout.part.relate_to(slide.part, RELATIONSHIP_TYPE.SLIDE)
    (band,) = layout._element.cSld.spTree.xpath("./p:pic/p:nvPicPr/p:cNvPr")
    band.append(
        parse_xml(
            f'<a:hlinkClick xmlns:a="{A}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
            f'r:id="{key}" action="ppaction://hlinksldjump"/>'
        )
    )


def add_second_master(presentation: Any) -> None:
    """Another master with one slide layout, as files have that grew over the years."""
    from pptx.parts.slide import SlideLayoutPart, SlideMasterPart

    package = presentation.part.package
    (first,) = presentation.slide_masters
    layout_xml = deepcopy(presentation.slide_layouts[6]._element)
    layout_xml.cSld.set("name", "旧様式")
    master_xml = deepcopy(first._element)
    for listed in list(master_xml.xpath("./p:sldLayoutIdLst/p:sldLayoutId")):
        listed.getparent().remove(listed)
    for root in (layout_xml, master_xml):
        for shape in root.cSld.spTree.xpath("./p:pic"):
            shape.getparent().remove(shape)
    master = SlideMasterPart.load(
        PackURI("/ppt/slideMasters/slideMaster2.xml"), first.part.content_type, package, serialize_part_xml(master_xml)
    )
    layout = SlideLayoutPart.load(
        PackURI("/ppt/slideLayouts/slideLayout90.xml"),
        presentation.slide_layouts[0].part.content_type,
        package,
        serialize_part_xml(layout_xml),
    )
    theme = first.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    own = Part(PackURI("/ppt/theme/theme9.xml"), theme.content_type, package, theme.blob)
    master.relate_to(own, RELATIONSHIP_TYPE.THEME)
    key = master.relate_to(layout, RELATIONSHIP_TYPE.SLIDE_LAYOUT)
    layout.relate_to(master, RELATIONSHIP_TYPE.SLIDE_MASTER)
    relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    entry = f'<p:sldLayoutId {_NAMESPACES} xmlns:r="{relationships}" id="2147483900" r:id="{key}"/>'
    master._element.xpath("./p:sldLayoutIdLst")[0].append(parse_xml(entry))
    at = presentation.part.relate_to(master, RELATIONSHIP_TYPE.SLIDE_MASTER)
    entry = f'<p:sldMasterId {_NAMESPACES} xmlns:r="{relationships}" id="2147483899" r:id="{at}"/>'
    presentation._element.xpath("./p:sldMasterIdLst")[0].append(parse_xml(entry))


@functools.cache
def no_japanese_fonts() -> bytes:
    presentation = Presentation()
    (master,) = presentation.slide_masters
    themed(
        master,
        {"dk2": "4A3B1F", "lt2": "F3EDE0", "accent1": "7A5C14", "accent2": "D0B878", "accent3": "A34A12", "accent4": "356B55", "accent5": "6A4A7C", "accent6": "6B6B66"},
        {"latin": "Calibri", "ea": ""},
    )
    with_styles(master, "p:titleStyle/a:lvl1pPr/a:defRPr", {"sz": "2200", "cap": "all", "spc": "200"})
    return saved(presentation)


TEMPLATES: Mapping[str, Callable[[], bytes]] = {
    "title_at_bottom": title_at_bottom,
    "many_layouts": many_layouts,
    "no_japanese_fonts": no_japanese_fonts,
}

_FRONT = """\
  cover:
    template: Title Slide
    placeholders:
      title: {template: title}
      document_type: {template: 1}
      number: null
  divider:
    template: Section Header
    placeholders: {title: {template: title}, subtitle: {template: 1}}
  divider_2:
    template: Section Header
    placeholders: {title: {template: title}}
"""
_CONTENT = """\
  {name}:
    template: Title Only
    placeholders:
      title: {{template: title, one_line: true}}
      footer: {{template: footer}}
    slots: {{body: {slot}}}
"""


def _layouts(slot: str) -> str:
    content = "".join(_CONTENT.format(name=name, slot=slot) for name in ("contents", "content", "content_untagged"))
    number = "every_slide_layout: {placeholders: {number: {template: slide_number}}}\n"
    return f"{number}slide_layouts:\n{_FRONT}{content}"


_SMALLER = "roles:\n  content.title: {floor: 11}\n  content_untagged.title: {floor: 11}\n"
# The templates set these in a grey of 3.5 to 1 (a tint of the text's colour, as Office's own template does).
_GREY = (
    "cover.document_type", "divider.subtitle", "divider.number", "divider_2.number", "contents.number", "contents.footer",
    "content.number", "content.footer", "content_untagged.number", "content_untagged.footer",
)
READ_IN_INK = "".join([f"  {role}: {{colour: ink}}\n" for role in _GREY])
_ROLES = _SMALLER + READ_IN_INK
_FONTS = "fonts: {heading: {name: BIZ UDPゴシック}, body: {name: BIZ UDPゴシック}}\n"
PACKS: Mapping[str, str] = {
    "title_at_bottom": _layouts("{left: 30, right: 30, top: 40, bottom: 90}") + _ROLES,
    "many_layouts": _layouts("{left: 48, right: 48, top: 116, bottom: 44}") + _ROLES,
    "no_japanese_fonts": _FONTS + _layouts("{left: 36, right: 36, top: 116, bottom: 44}") + _ROLES,
}


def make_pack(folder: Path, name: str, layout: str | None = None, data: bytes | None = None) -> Path:
    """A pack on one of the templates; ``layout`` and ``data`` stand in for its statements and its file."""
    place = folder / name
    place.mkdir()
    (place / "template.pptx").write_bytes(TEMPLATES[name]() if data is None else data)
    text = PACKS[name] if layout is None else layout
    head = f"extends: cabinet_office\nname: {name}\ntemplate: template.pptx\n"
    (place / "layout.yaml").write_text(head + text, encoding="utf-8")
    return place
