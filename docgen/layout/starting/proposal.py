"""A first layout.yaml for a pack on a template, from which pages can be built as it is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from docgen.layout.pack import LayoutPack
from docgen.layout.starting.choice import WANTED, chosen
from docgen.layout.starting.content import content_plan, free_area
from docgen.layout.starting.fonts import house_fonts
from docgen.layout.starting.front import front_plan
from docgen.layout.starting.placing import Page
from docgen.layout.starting.tones import Palette, palette_on
from docgen.layout.template.ground import grounds
from docgen.layout.template.values import TemplateFile, TemplateLayout, TemplateMaster
from docgen.messages import Message, message
from docgen.placed import Box
from docgen.value import value

# The slide layout whose ground is that of the blocks.
_CONTENT = ("content", "content_untagged", "contents")


@value(frozen=True, slots=True)
class Proposal:
    """A first layout.yaml for a pack on a template, the files beside it, and remarks on what it leaves open."""

    text: str
    files: Mapping[str, str]
    remarks: tuple[Message, ...]


def propose(file: TemplateFile, parent: LayoutPack) -> Proposal:
    """The proposal for a template: which slide layouts and placeholders are probably meant for what."""
    master, mapped = chosen(file)
    page = Box(0, 0, file.width, file.height)
    palette = _palette(master, mapped, page, parent)
    plans = {
        name: (content_plan if name in _CONTENT else front_plan)(Page(name, layout, master, page, palette))
        for name, layout in mapped.items()
    }
    fonts = house_fonts(master)
    roles = [place.role for plan in plans.values() for place in plan.places if place.role is not None]
    lines = [
        *_section("fonts", message("start-fonts"), fonts.lines),
        *_section("colours", message("start-colours"), [f"  {name}: {stated}" for name, stated in palette.stated.items()]),
        "slide_layouts:",
        *(
            line
            for name, plan in plans.items()
            for line in (f"  {name}:", f"    template: {_reference(mapped[name], file)}", *plan.lines)
        ),
        *_section("roles", message("start-roles"), [f"  {name}: {stated}" for name, stated in roles], before=""),
    ]
    remarks = [message("start-no-slide-layout", layout=name) for name in WANTED if name not in mapped]
    remarks += [*fonts.remarks, *_colours_said(palette, master)]
    remarks += [remark for plan in plans.values() for remark in plan.remarks]
    used = {layout.part for layout in mapped.values()}
    left = [layout.name for layout in file.layouts if layout.part not in used]
    if left:
        remarks.append(message("start-left-out", layouts=tuple(left)))
    return Proposal("\n".join(lines) + "\n", fonts.files, tuple(remarks))


def _palette(
    master: TemplateMaster, mapped: Mapping[str, TemplateLayout], page: Box, parent: LayoutPack
) -> Palette:
    """The palette for blocks where most of them stand."""
    layout = next((mapped[name] for name in _CONTENT if name in mapped), next(iter(mapped.values()), None))
    if layout is None:
        return palette_on((), master, parent)
    return palette_on(grounds(free_area(layout, master, page), layout, master), master, parent)


def _colours_said(palette: Palette, master: TemplateMaster) -> Iterator[Message]:
    if palette.is_dark:
        yield message("start-dark", paper=palette.rgb["paper"], ink=palette.rgb["ink"])
    else:
        for name, (slot, percent) in palette.darker.items():
            yield message("start-colour-too-light", slot=slot, rgb=master.colours[slot], name=name, percent=percent)
    if palette.series_open:
        yield message("start-series-alike")


def _section(name: str, comment: Message, lines: Sequence[str], before: str | None = None) -> list[str]:
    """A key of layout.yaml with a comment above it; nothing where it has no lines."""
    if not lines:
        return []
    head = [f"# {comment}", f"{name}:"]
    return [*([""] if before is not None else []), *head, *lines, *([""] if before is None else [])]


def _reference(layout: TemplateLayout, file: TemplateFile) -> str:
    """A slide layout by its name, or by its number where another has that name too."""
    plain = re.fullmatch(r"[^\W\d][\w（）() ・-]*", layout.name)
    if [other.name for other in file.layouts].count(layout.name) > 1:
        return f"{file.layouts.index(layout) + 1}  # {layout.name}"
    return layout.name.strip() if plain else json.dumps(layout.name, ensure_ascii=False)
