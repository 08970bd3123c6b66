"""Templates as five houses might hand them in: what differs from house to house is a ``House``, so that tests vary it.

- ``band_and_logo``: 16:9, the title in white on a band that the logo stands in, a rule above the foot.
- ``dark``: 16:9, light text on a dark page through the master's colour map.
- ``foot_title``: 4:3, the title on a band at the foot of the page.
- ``narrow_body``: PowerPoint's A4, a bar with the logo at the left, a body narrower than the title.
- ``many_layouts``: 16:9, two masters, many slide layouts, those for pages under names of the house.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.util import Pt

from support.foreign_templates import (
    A,
    P,
    add_second_master,
    colour_element,
    logo_in,
    moved,
    rectangle,
    saved,
    themed,
    with_styles,
)

Rectangle = tuple[float, float, float, float]
_JAPANESE: Mapping[str, str] = {
    "Title Slide": "タイトル スライド",
    "Title and Content": "タイトルとコンテンツ",
    "Section Header": "セクション見出し",
    "Two Content": "2 つのコンテンツ",
    "Comparison": "比較",
    "Title Only": "タイトルのみ",
    "Blank": "白紙",
    "Content with Caption": "タイトル付きのコンテンツ",
    "Picture with Caption": "タイトル付きの図",
    "Title and Vertical Text": "タイトルと縦書きテキスト",
    "Vertical Title and Text": "縦書きタイトルと縦書きテキスト",
}
_LIGHT = {
    "dk1": "1A1A1A", "lt1": "FFFFFF", "dk2": "14365C", "lt2": "E6EDF5", "accent1": "1D5FA8", "accent2": "E08A00",
    "accent3": "5C8F2B", "accent4": "A03A5C", "accent5": "4F6D7A", "accent6": "7A5FA8",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class House:
    """What a house's template has otherwise: lengths in points, colours by theme slot or RGB.

    ``bands`` are filled rectangles of the master, ``logos`` its pictures. ``swapped`` is a master whose colour map
    takes the dark slots for the page; ``background`` fills the page. ``kept`` are the slide layouts that it has.
    """

    width: float = 960
    height: float = 540
    colours: Mapping[str, str] = field(default_factory=lambda: _LIGHT)
    latin: str = "Arial"
    japanese: str = "Meiryo UI"
    bands: tuple[tuple[Rectangle, str], ...] = ()
    logos: tuple[Rectangle, ...] = ()
    swapped: bool = False
    background: str | None = None
    title: Rectangle = (36, 24, 888, 48)
    title_colour: str = "tx1"
    title_size: float = 24
    body: Rectangle = (36, 90, 888, 390)
    foot: tuple[Rectangle, Rectangle, Rectangle] = ((36, 506, 160, 22), (260, 506, 440, 22), (764, 506, 160, 22))
    foot_colour: str = "tx1"
    kept: tuple[str, ...] = tuple(_JAPANESE)
    second_master: bool = False
    renamed: Mapping[str, str] = field(default_factory=dict)
    cover_band: tuple[Rectangle, str] | None = None


HOUSES: Mapping[str, House] = {
    "band_and_logo": House(
        bands=(((0, 0, 960, 64), "tx2"), ((36, 500, 888, 1), "accent1")),
        logos=((836, 14, 100, 36),),
        title=(28, 8, 904, 48),
        title_colour="bg1",
    ),
    "dark": House(
        colours={
            "dk1": "0F1B2D", "lt1": "FFFFFF", "dk2": "1C2F4A", "lt2": "DCE6F2", "accent1": "4FA3E0", "accent2": "F2B544",
            "accent3": "6FCF97", "accent4": "EB7A77", "accent5": "B39DDB", "accent6": "90A4AE",
        },
        latin="Segoe UI",
        japanese="游ゴシック",
        swapped=True,
        bands=(((36, 76, 888, 2), "accent1"),),
        logos=((36, 504, 90, 24),),
        foot=((140, 506, 120, 22), (280, 506, 440, 22), (764, 506, 160, 22)),
    ),
    "foot_title": House(
        width=720,
        height=540,
        colours={**_LIGHT, "dk2": "0B4F4A", "lt2": "E3F1EF", "accent1": "1B7F79", "accent2": "7FC4BC", "accent3": "8A5A00"},
        latin="Noto Sans CJK JP",
        japanese="Noto Sans CJK JP",
        bands=(((0, 458, 720, 54), "tx2"),),
        logos=((620, 14, 72, 24),),
        title=(30, 461, 660, 48),
        title_colour="bg1",
        title_size=20,
        body=(30, 48, 660, 400),
        foot=((30, 515, 150, 20), (200, 515, 320, 20), (600, 515, 90, 20)),
    ),
    "narrow_body": House(
        width=780,
        height=540,
        colours={**_LIGHT, "dk2": "5B1A2E", "lt2": "F6EAEE", "accent1": "9B2D4F", "accent2": "C98A2B"},
        latin="Hiragino Sans",
        japanese="ヒラギノ角ゴ ProN W3",
        bands=(((0, 0, 92, 540), "accent1"),),
        logos=((16, 476, 60, 40),),
        title=(108, 24, 648, 44),
        title_colour="tx2",
        body=(132, 88, 580, 400),
        foot=((108, 506, 120, 20), (240, 506, 380, 20), (640, 506, 116, 20)),
    ),
    "many_layouts": House(
        colours={**_LIGHT, "dk2": "3B2A6B", "lt2": "ECE9F5", "accent1": "5B3FA8", "accent2": "A99BD6", "accent3": "9A5B00", "accent4": "1F7A6B"},
        latin="Calibri",
        japanese="Yu Gothic UI",
        bands=(((0, 0, 12, 540), "accent1"), ((0, 496, 960, 44), "bg2")),
        logos=((24, 502, 96, 32),),
        foot=((140, 508, 120, 22), (280, 508, 440, 22), (804, 508, 120, 22)),
        second_master=True,
        renamed={"Title Only": "本文（標準）", "Section Header": "中扉", "Title Slide": "表紙A"},
        cover_band=((0, 300, 960, 240), "accent1"),
    ),
}


def house_template(house: House) -> bytes:
    """The bytes of a house's template: a .pptx without slides."""
    presentation: Any = Presentation()
    before = presentation.slide_width.pt, presentation.slide_height.pt
    presentation.slide_width, presentation.slide_height = Pt(house.width), Pt(house.height)
    (master,) = presentation.slide_masters
    themed(master, house.colours, {"latin": house.latin, "ea": house.japanese})
    _scaled([master, *presentation.slide_layouts], house.width / before[0], house.height / before[1])
    _drawn(master, house)
    _placed(master, house)
    for layout in list(presentation.slide_layouts):
        if layout.name not in house.kept:
            presentation.slide_layouts.remove(layout)
    if house.cover_band is not None:
        rectangle(presentation.slide_layouts[0]._element.cSld.spTree, *house.cover_band)
    for layout in presentation.slide_layouts:
        layout._element.cSld.set("name", house.renamed.get(layout.name, _JAPANESE[layout.name]))
    if house.second_master:
        add_second_master(presentation)
    return saved(presentation)


def _scaled(owners: list[Any], across: float, down: float) -> None:
    for owner in owners:
        for shape in owner.placeholders:
            if shape._element.spPr.xfrm is not None:
                shape.left, shape.width = round(shape.left * across), round(shape.width * across)
                shape.top, shape.height = round(shape.top * down), round(shape.height * down)


def _drawn(master: Any, house: House) -> None:
    element = master._element
    tree = element.cSld.spTree
    for number, (box, colour) in enumerate(reversed(house.bands)):
        rectangle(tree, box, colour, 90 + number)
    for number, box in enumerate(house.logos):
        logo_in(master.part, tree, box, 100 + number)
    if house.swapped:
        for name, slot in (("bg1", "dk1"), ("tx1", "lt1"), ("bg2", "dk2"), ("tx2", "lt2")):
            element.xpath("./p:clrMap")[0].set(name, slot)
    if house.background is not None:
        for old in element.xpath("./p:cSld/p:bg"):
            old.getparent().remove(old)
        fill = f"<a:solidFill>{colour_element(house.background)}</a:solidFill><a:effectLst/>"
        element.cSld.insert(0, parse_xml(f'<p:bg xmlns:a="{A}" xmlns:p="{P}"><p:bgPr>{fill}</p:bgPr></p:bg>'))


def _placed(master: Any, house: House) -> None:
    boxes = {1: house.title, 2: house.body, 16: house.foot[0], 15: house.foot[1], 13: house.foot[2]}
    for shape in master.placeholders:
        moved(shape, *boxes[int(shape.placeholder_format.type)])
        for run in shape._element.xpath("./p:txBody/a:lstStyle/a:lvl1pPr/a:defRPr") if shape.placeholder_format.type > 2 else ():
            for fill in run.xpath("./a:solidFill"):
                run.remove(fill)
            run.insert(0, parse_xml(f'<a:solidFill xmlns:a="{A}">{colour_element(house.foot_colour)}</a:solidFill>'))
    with_styles(master, "p:titleStyle/a:lvl1pPr", {"algn": "l"})
    with_styles(master, "p:titleStyle/a:lvl1pPr/a:defRPr", {"sz": str(round(house.title_size * 100)), "b": "1"})
    for run in master._element.xpath("./p:txStyles/p:titleStyle/a:lvl1pPr/a:defRPr"):
        (fill,) = run.xpath("./a:solidFill")
        fill.getparent().replace(fill, parse_xml(f'<a:solidFill xmlns:a="{A}">{colour_element(house.title_colour)}</a:solidFill>'))
