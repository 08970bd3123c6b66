"""A first mapping of a template's slide layouts and placeholders, by their types, names and boxes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from docgen.layout.colours import contrast, tint
from docgen.layout.template.values import TemplateFile, TemplateLayout, TemplateMaster, TemplatePlaceholder
from docgen.messages import Message, message
from docgen.placed import Box
from docgen.typeset.fonts import is_known

_FALLBACK_FONT = "BIZ UDPゴシック"
# How a pack's slide layouts are found: by the layout's type (ECMA-376 Part 1, 19.7.15), else by words in its name.
_WANTED: Mapping[str, tuple[tuple[str, ...], str]] = {
    "cover": (("title",), r"表紙|タイトル ?スライド|title slide|cover"),
    "divider": (("secHead",), r"中表紙|扉|セクション|見出し|section|divider"),
    "divider_2": (("secHead",), r"中表紙|扉|セクション|見出し|section|divider"),
    "contents": (("titleOnly", "obj"), r"目次|contents|タイトルのみ|title only"),
    "content": (("titleOnly", "obj"), r"本文|タイトルのみ|title only|content"),
    "content_untagged": (("titleOnly", "obj"), r"本文|タイトルのみ|title only|content"),
}
_BODIES: Mapping[str, tuple[str, ...]] = {
    "cover": ("document_type", "published", "organisation"),
    "divider": ("subtitle",),
}
_NAMED: Mapping[str, str] = {"tag": r"タグ|分類|tag", "running": r"柱|running", "badge": r"再掲|badge"}
# Space between what is on the page and the blocks, and between the blocks and the edge, in points.
_GAP, _EDGE = 8.0, 24.0
# A shape that covers so much of the page is its ground.
_GROUND = 0.5
_LEAST_CONTRAST = 4.5
_DARKER = (100, 90, 75, 60, 50, 40)
# Colours of text and of bands, which must stand out from the paper, and the theme slots that they fill.
_TEXT_COLOURS: Mapping[str, str] = {"navy": "dk2", "blue": "accent1", "amber": "accent3"}


@dataclass(frozen=True, slots=True)
class Proposal:
    """A first layout.yaml for a pack on a template, and remarks on what it leaves open."""

    text: str
    remarks: tuple[Message, ...]


def propose(file: TemplateFile) -> Proposal:
    """The proposal for a template: which slide layouts and placeholders are probably meant for what."""
    chosen = {name: _chosen(name, file) for name in _WANTED}
    mapped = {name: layout for name, layout in chosen.items() if layout is not None}
    unmapped = [name for name in chosen if name not in mapped]
    remarks = [message("start-no-slide-layout", layout=name) for name in unmapped]
    master = _master(file, mapped.values())
    parts = [
        *_fonts(master, remarks),
        *_colours(master, remarks),
        f"# {message('start-every-slide-layout')}",
        "every_slide_layout:",
        "  placeholders:",
        "    number: {template: slide_number}",
        "slide_layouts:",
        *(line for name, layout in mapped.items() for line in _layout(name, layout, file)),
        *_floors(mapped),
    ]
    used = {layout.part for layout in mapped.values()}
    left = [layout.name for layout in file.layouts if layout.part not in used]
    if left:
        remarks.append(message("start-left-out", layouts=tuple(left)))
    return Proposal("\n".join(parts) + "\n", tuple(remarks))


def _chosen(name: str, file: TemplateFile) -> TemplateLayout | None:
    """The slide layout for one of a pack's: of a fitting type, else of a fitting name, else a plain one."""
    first = file.masters[0].part
    titled = [
        layout
        for layout in file.layouts
        if layout.master == first and any(place.kind == "title" for place in layout.placeholders)
    ]
    types, words = _WANTED[name]
    by_type = [layout for kind in types for layout in titled if layout.type == kind]
    by_name = [layout for layout in titled if re.search(words, layout.name, re.IGNORECASE)]
    plain = [layout for layout in titled if name == "cover" or not _bodies(layout)]
    return next(iter((*by_type, *by_name, *plain, *titled)), None)


def _master(file: TemplateFile, layouts: Iterable[TemplateLayout]) -> TemplateMaster:
    part = next((layout.master for layout in layouts), file.masters[0].part)
    return next(master for master in file.masters if master.part == part)


def _bodies(layout: TemplateLayout) -> list[TemplatePlaceholder]:
    """The placeholders for text besides title and foot, from above."""
    bodies = [place for place in layout.placeholders if place.kind == "body"]
    return sorted(bodies, key=lambda place: (place.form.box.y, place.form.box.x))


def _fonts(master: TemplateMaster, remarks: list[Message]) -> Iterator[str]:
    unknown = {role: name for role, name in master.fonts.items() if name is None or not is_known(name)}
    if not unknown:
        return
    yield f"# {message('start-fonts')}"
    yield "fonts:"
    for role, name in master.fonts.items():
        if role in unknown:
            yield f"  {role}: {{name: {_FALLBACK_FONT}}}"
            if name is None:
                remarks.append(message("start-no-font", role=role, font=_FALLBACK_FONT))
            else:
                remarks.append(message("start-font-without-widths", role=role, named=name, font=_FALLBACK_FONT))
        else:
            yield f"  {role}: {{name: {name}}}"
    yield ""


def _colours(master: TemplateMaster, remarks: list[Message]) -> Iterator[str]:
    """Darker tones of theme colours that are too light for text."""
    paper = master.colours["lt1"]
    darker = {}
    for name, slot in _TEXT_COLOURS.items():
        rgb = master.colours[slot]
        steps = [step for step in _DARKER if contrast(tint(rgb, step / 100, 0), paper) >= _LEAST_CONTRAST]
        if steps and steps[0] != _DARKER[0]:
            darker[name] = (slot, steps[0])
    if darker:
        yield f"# {message('start-darker-colours')}"
        yield "colours:"
        for name, (slot, step) in darker.items():
            yield f"  {name}: {{rgb: null, slot: null, base: {slot}, lum_mod: {step}}}"
            rgb = master.colours[slot]
            remarks.append(message("start-colour-too-light", slot=slot, rgb=rgb, name=name, percent=step))
        yield ""


def _layout(name: str, layout: TemplateLayout, file: TemplateFile) -> Iterator[str]:
    yield f"  {name}:"
    yield f"    template: {_reference(layout, file)}"
    yield "    placeholders:"
    content = name.startswith("content")
    yield f"      title: {{template: title{', one_line: true' if content else ''}}}"
    page = Box(0, 0, file.width, file.height)
    texts = [(key, place) for key, place in _texts(name, layout) if page.contains(place.form.box, 1)]
    for key, place in texts:
        yield f"      {key}: {_placed(place, layout)}"
    if content and sum(place.kind == "footer" for place in layout.placeholders) == 1:
        yield "      footer: {template: footer}"
    if name == "cover":
        yield "      number: null"
    if content:
        box = free_area(layout, file.width, file.height, [place.form.box for _, place in texts])
        numbers = ", ".join(f"{round(length, 1):g}" for length in (box.x, box.y, box.width, box.height))
        yield f"    slots: {{body: [{numbers}]}}"


def _texts(name: str, layout: TemplateLayout) -> Iterator[tuple[str, TemplatePlaceholder]]:
    """Names for the text placeholders of a slide layout: by their own names, else in their order from above."""
    rest = _bodies(layout)
    for key, words in _NAMED.items() if name.startswith("content") else ():
        named = next((place for place in rest if re.search(words, place.form.name, re.IGNORECASE)), None)
        if named is not None:
            yield key, named
            rest = [place for place in rest if place is not named]
    dates = [place for place in layout.placeholders if place.kind == "date"] if name == "cover" else []
    keys = _BODIES.get(name, ())
    bodies = rest[: len(keys)]
    yield from zip(keys, bodies, strict=False)
    if dates and "published" in keys[len(bodies) :]:
        yield "published", dates[0]


def _placed(place: TemplatePlaceholder, layout: TemplateLayout) -> str:
    """A placeholder by its index, or by its name where another has that index too."""
    index, name = place.form.index, place.form.name
    if [other.form.index for other in layout.placeholders].count(index) == 1:
        return f"{{template: {index}}}  # {name}"
    return f"{{template: {json.dumps(name, ensure_ascii=False)}}}"


def _reference(layout: TemplateLayout, file: TemplateFile) -> str:
    """A slide layout by its name, or by its number where another has that name too."""
    plain = re.fullmatch(r"[^\W\d][\w（）() ・-]*", layout.name)
    if [other.name for other in file.layouts].count(layout.name) > 1:
        return f"{file.layouts.index(layout) + 1}  # {layout.name}"
    return layout.name.strip() if plain else json.dumps(layout.name, ensure_ascii=False)


def _floors(mapped: Mapping[str, TemplateLayout]) -> Iterator[str]:
    """Smaller floors for titles of content pages: titles of a compendium are long."""
    names = [name for name in mapped if name.startswith("content")]
    if names:
        yield ""
        yield "roles:"
    for name in names:
        size = next(place.form.size for place in mapped[name].placeholders if place.kind == "title")
        yield f"  {name}.title: {{floor: {min(size, max(10.0, size / 2)):g}}}"


def free_area(layout: TemplateLayout, width: float, height: float, texts: Sequence[Box] = ()) -> Box:
    """The largest stretch of the page, from side to side, that neither placeholders nor drawings take; points.

    ``texts`` are the boxes of body placeholders that hold texts; the others give way to blocks.
    """
    boxes = [place.form.box for place in layout.placeholders if place.kind not in (None, "body")]
    places = [box for box in boxes if box.height]
    title = next(place.form.box for place in layout.placeholders if place.kind == "title")
    drawn = [box for box in layout.drawn if box.width * box.height < _GROUND * width * height]
    left, right = max(title.x, _EDGE), min(title.right, width - _EDGE)
    across = [box for box in (*places, *texts, *drawn) if box.x < right and box.right > left]
    gaps = _gaps(sorted((box.y - _GAP, box.bottom + _GAP) for box in across), height)
    top, bottom = max(gaps, key=lambda gap: gap[1] - gap[0])
    return Box(left, top, right - left, bottom - top)


def _gaps(taken: Sequence[tuple[float, float]], height: float) -> list[tuple[float, float]]:
    """The free intervals between the taken ones, from edge to edge."""
    gaps, free = [], _EDGE
    for top, bottom in taken:
        gaps.append((free, max(free, min(top, height - _EDGE))))
        free = max(free, bottom)
    return [*gaps, (min(free, height - _EDGE), height - _EDGE)]
