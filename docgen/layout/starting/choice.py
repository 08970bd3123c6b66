"""Which slide layouts of a template are meant: by their types, their names, and the room that they leave."""

from __future__ import annotations

import re
from collections.abc import Mapping

from docgen.layout.starting.content import free_area
from docgen.layout.template.values import TemplateFile, TemplateLayout, TemplateMaster, TemplatePlaceholder
from docgen.placed import Box

# How a pack's slide layouts are found: by the layout's type (ECMA-376 Part 1, 19.7.15), else by words in its name.
WANTED: Mapping[str, tuple[tuple[str, ...], str]] = {
    "cover": (("title",), r"表紙|タイトル ?スライド|title slide|cover"),
    "divider": (("secHead",), r"中表紙|中扉|扉|セクション|見出し|章|section|divider"),
    "divider_2": (("secHead",), r"中表紙|中扉|扉|セクション|見出し|節|section|divider"),
    "contents": (("titleOnly", "obj", "tx"), r"目次|contents|本文|タイトルのみ|title only"),
    "content": (("titleOnly", "obj", "tx"), r"本文|タイトルのみ|コンテンツ|title only|content"),
    "content_untagged": (("titleOnly", "obj", "tx"), r"本文|タイトルのみ|コンテンツ|title only|content"),
}
# A slide layout for blocks leaves them so much of the page, so wide and so high a part of its sides.
_ROOM, _ACROSS, _DOWN = 0.35, 0.5, 0.45


def chosen(file: TemplateFile) -> tuple[TemplateMaster, Mapping[str, TemplateLayout]]:
    """The slide layout for each of a pack's, all of one master: the first that has most of them."""
    found = [(master, _of_master(master, file)) for master in file.masters]
    return max(found, key=lambda pair: (len(pair[1]), _fitting(pair[1])))


def _of_master(master: TemplateMaster, file: TemplateFile) -> Mapping[str, TemplateLayout]:
    titled = [layout for layout in file.layouts if layout.master == master.part and title_of(layout) is not None]
    mapped = {name: _best(name, titled, master, file) for name in WANTED}
    return {name: layout for name, layout in mapped.items() if layout is not None}


def _fitting(mapped: Mapping[str, TemplateLayout]) -> int:
    """How many of the slide layouts are of a type or a name that is theirs."""
    return sum(
        layout.type in WANTED[name][0] or re.search(WANTED[name][1], layout.name, re.IGNORECASE) is not None
        for name, layout in mapped.items()
    )


def _best(
    name: str, titled: list[TemplateLayout], master: TemplateMaster, file: TemplateFile
) -> TemplateLayout | None:
    types, words = WANTED[name]
    by_name = [layout for layout in titled if re.search(words, layout.name, re.IGNORECASE)]
    by_type = [layout for kind in types for layout in titled if layout.type == kind]
    content = name.startswith("content")
    exact = [layout for layout in by_name if name == "contents" and re.search(r"目次|contents", layout.name, re.IGNORECASE)]
    plain = [layout for layout in titled if name == "cover" or not bodies_of(layout)]
    candidates = (*exact, *by_type, *by_name, *plain, *titled)
    if content:
        page = Box(0, 0, file.width, file.height)
        roomy = [layout for layout in candidates if _has_room(free_area(layout, master, page), page)]
        candidates = (*roomy, *candidates)
    return next(iter(candidates), None)


def _has_room(area: Box, page: Box) -> bool:
    share = area.width * area.height / (page.width * page.height)
    return share >= _ROOM and area.width >= _ACROSS * page.width and area.height >= _DOWN * page.height


def title_of(layout: TemplateLayout) -> TemplatePlaceholder | None:
    """The title's placeholder that text runs across in; None where there is none."""
    return next((place for place in layout.placeholders if place.kind == "title"), None)


def bodies_of(layout: TemplateLayout) -> list[TemplatePlaceholder]:
    """The placeholders for text besides title and foot, from above."""
    bodies = [place for place in layout.placeholders if place.kind == "body"]
    return sorted(bodies, key=lambda place: (place.form.box.y, place.form.box.x))
