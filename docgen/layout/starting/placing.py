"""A placeholder of a pack on a template, as layout.yaml states it: its box, its role, and a colour that is read there."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from docgen.layout.rgb import contrast
from docgen.layout.starting.tones import Palette
from docgen.layout.template.free import free_box
from docgen.layout.template.ground import ground_of, grounds, hindrances, least_readable
from docgen.layout.template.values import TemplateLayout, TemplateMaster, TemplatePlaceholder
from docgen.placed import Box
from docgen.value import value

# Text of ordinary size (Web Content Accessibility Guidelines 2.1, 1.4.3).
_LEAST = 4.5
# What a text keeps from what is drawn beside it, and the least box that holds one, in points.
_BESIDE = 3.0
_LEAST_BOX = (40.0, 9.0)


@value(frozen=True, slots=True)
class Planned:
    """A placeholder under its name in a pack: its statements, and those of the ``role`` of its text, in YAML."""

    name: str
    box: Box
    stated: tuple[str, ...]
    note: str = ""
    role: tuple[str, str] | None = None

    @property
    def line(self) -> str:
        """What layout.yaml says of it."""
        note = f"  # {self.note}" if self.note else ""
        return f"{self.name}: {{{', '.join(self.stated)}}}{note}"


@value(frozen=True, slots=True)
class Page:
    """A slide layout of a template under the pack's name for it, on its master and page."""

    name: str
    layout: TemplateLayout
    master: TemplateMaster
    box: Box
    palette: Palette

    def ground(self, box: Box) -> str | None:
        """The RGB of the ground of a box that ink stands out from least; None where it is not known."""
        found = least_readable(self.palette.rgb["ink"], grounds(box, self.layout, self.master), self.master)
        return None if found is None else self.master.rgb(found)

    def is_paper(self, box: Box) -> bool:
        """Whether a box lies on the page that blocks lie on."""
        return self.ground(box) in (self.palette.rgb["paper"], None)


def kept(
    page: Page,
    name: str,
    place: TemplatePlaceholder,
    floor: float,
    taken: Sequence[Box] = (),
    *,
    size: float | None = None,
    more: tuple[str, ...] = (),
) -> Planned | None:
    """A placeholder of the template, its box clear of what is drawn and of what is ``taken``; None where none is left."""
    box = cleared(place.form.box, page, taken)
    if box is None:
        return None
    moved = () if box == place.form.box else (f"box: {numbers(box)}",)
    own = size or place.form.size
    stated = [f"size: {own:g}"] if size is not None and size != place.form.size else []
    stated += [f"floor: {min(own, floor):g}"]
    ground = ground_of(place, box, page.layout, page.master)
    behind = None if ground is None else page.master.rgb(ground)
    if behind is not None and contrast(page.master.rgb(place.colour), behind) < _LEAST:
        stated.append(f"colour: {page.palette.readable(behind)}")
    reference, note = _referred(name, place, page.layout)
    role = (f"{page.name}.{name}", f"{{{', '.join(stated)}}}")
    return Planned(name, box, (f"template: {reference}", *more, *moved), note, role)


def added(page: Page, name: str, kind: str, role: str, box: Box, more: tuple[str, ...] = ()) -> Planned:
    """A placeholder that the template does not have, in a box that is free there."""
    stated = (f"kind: {kind}", f"role: {role}", f"box: {numbers(box)}", *more)
    return Planned(name, box, stated)


def cleared(box: Box, page: Page, taken: Iterable[Box] = ()) -> Box | None:
    """What is left of a box beside what is drawn in it and what is taken; None where no text has room."""
    inside = _on_page(box, page.box)
    beside = [each for each in taken if each.overlaps(inside, 1)]
    inside_of = [each.box for each in hindrances(inside, page.layout.drawn)]
    if inside == box and not beside and not inside_of:
        return box
    least = (min(_LEAST_BOX[0], box.width), _LEAST_BOX[1])
    found = free_box(inside, [*beside, *inside_of], _BESIDE, least)
    return None if found is None else rounded(found)


def rounded(box: Box) -> Box:
    """A box whose numbers are as layout.yaml has them."""
    return Box(*(round(length, 1) for length in (box.x, box.y, box.width, box.height)))


def numbers(box: Box) -> str:
    """A box as layout.yaml has it: its left, top, width and height."""
    return f"[{', '.join(f'{round(length, 1):g}' for length in (box.x, box.y, box.width, box.height))}]"


def _on_page(box: Box, page: Box) -> Box:
    left, top = max(box.x, page.x), max(box.y, page.y)
    right, bottom = min(box.right, page.right), min(box.bottom, page.bottom)
    return box if page.contains(box, 0.05) else Box(left, top, max(0, right - left), max(0, bottom - top))


def _referred(name: str, place: TemplatePlaceholder, layout: TemplateLayout) -> tuple[str, str]:
    """A placeholder by its kind or its index, or by its name where another has that too; and its name as a note."""
    index, own = place.form.index, place.form.name
    kind = place.kind
    if kind not in (None, "body") and [other.kind for other in layout.placeholders].count(kind) == 1:
        return str(kind), ""
    if [other.form.index for other in layout.placeholders].count(index) == 1:
        return str(index), own
    return json.dumps(own, ensure_ascii=False), ""
