"""Cover and dividers on a template: what they say has a place, each text a floor that long names fit by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from docgen.layout.starting.placing import Page, Planned, added, kept, rounded
from docgen.layout.template.free import free_box
from docgen.layout.template.ground import hindrances
from docgen.layout.template.values import TemplatePlaceholder
from docgen.messages import Message, message
from docgen.placed import Align, Box
from docgen.value import value

# What a page says besides its title, in the order in which the template's texts are taken for it, with its size where
# the template has none.
_SAID: Mapping[str, Mapping[str, float]] = {
    "cover": {"document_type": 18, "published": 14, "organisation": 14},
    "divider": {"subtitle": 15},
    "divider_2": {},
}
_TITLE_FLOOR, _FLOOR = 14.0, 9.0
# The height of a line of text, and what it keeps from others and from the paper's edge, in points.
_LINE, _SUBTITLE, _GAP, _EDGE = 24.0, 44.0, 6.0, 30.0


@value(frozen=True, slots=True)
class FrontPlan:
    """The placeholders of a cover or a divider, the names of what has no place on it, and what is to be said of it."""

    places: tuple[Planned, ...]
    lost: tuple[str, ...]
    remarks: tuple[Message, ...]

    @property
    def lines(self) -> list[str]:
        """What layout.yaml says of it."""
        placed = [f"      {place.line}" for place in self.places]
        return ["    placeholders:", *placed, *(f"      {name}: null" for name in self.lost)]


def front_plan(page: Page) -> FrontPlan:
    """A place for all that a cover or a divider says."""
    title = next(place for place in page.layout.placeholders if place.kind == "title")
    first = kept(page, "title", title, _TITLE_FLOOR) or Planned("title", title.form.box, ("template: title",))
    places = [first]
    for name, own in _own_texts(page):
        place = kept(page, name, own, _FLOOR, [each.box for each in places])
        if place is not None:
            places.append(place)
    named = {place.name for place in places}
    lacking = [name for name in _SAID[page.name] if name not in named]
    new = _added(page, lacking, places, title.form.align)
    lost = [name for name in lacking if name not in {place.name for place in new}]
    number = _number(page, [*places, *new])
    remarks = [message("start-added", layout=page.name, names=tuple(place.name for place in new))] if new else []
    if lost:
        remarks.append(message("start-lost", layout=page.name, names=tuple(lost)))
    if number is None:
        lost.append("number")
    return FrontPlan((*places, *new, *([number] if number is not None else [])), tuple(lost), tuple(remarks))


def _own_texts(page: Page) -> Iterator[tuple[str, TemplatePlaceholder]]:
    """The template's texts for what a page says, from above; the date's is the publication's."""
    names = list(_SAID[page.name])
    bodies = [place for place in page.layout.placeholders if place.kind == "body" and place.form.box.width]
    bodies.sort(key=lambda place: (place.form.box.y, place.form.box.x))
    yield from zip(names, bodies, strict=False)
    dates = [place for place in page.layout.placeholders if place.kind == "date" and place.form.box.width]
    if dates and "published" in names[len(bodies) :]:
        yield "published", dates[0]


def _number(page: Page, places: Sequence[Planned]) -> Planned | None:
    """The page number of a divider, where the template has one; covers have none."""
    own = [place for place in page.layout.placeholders if place.kind == "slide_number"]
    if page.name == "cover" or len(own) != 1:
        return None
    return kept(page, "number", own[0], 7.0, [each.box for each in places], size=min(own[0].form.size, 9))


def _added(page: Page, names: Sequence[str], places: Sequence[Planned], align: Align) -> list[Planned]:
    """Lines for what the template has no text for: below the others, else where there is room for all of them."""
    if not names:
        return []
    heights = [_SUBTITLE if name == "subtitle" else _LINE for name in names]
    need = sum(heights) + _GAP * (len(names) - 1)
    title = places[0].box
    below = title.bottom + _GAP
    taken = [place.box for place in places]
    inner = page.box.height - 2 * _EDGE
    for region in (
        Box(title.x, below, title.width, page.box.height - _EDGE - below),
        Box(title.x, _EDGE, title.width, inner),
        Box(_EDGE, _EDGE, page.box.width - 2 * _EDGE, inner),
    ):
        drawn = [each.box for each in hindrances(region, page.layout.drawn)]
        free = free_box(region, [*taken, *drawn], _GAP, (180, need)) if region.height > 0 else None
        if free is not None:
            return list(_stacked(page, names, heights, free, align))
    return []


def _stacked(
    page: Page, names: Sequence[str], heights: Sequence[float], free: Box, align: Align
) -> Iterator[Planned]:
    top = free.y
    for name, height in zip(names, heights, strict=True):
        box = rounded(Box(free.x, top, free.width, height))
        ground = page.ground(box)
        colour = page.palette.readable(ground) if ground is not None else "ink"
        role = f"{page.name}.{name}"
        look = f"{{size: {_SAID[page.name][name]:g}, floor: {_FLOOR:g}, align: {align}, colour: {colour}}}"
        yield replace(added(page, name, "body", role, box), role=(role, look))
        top += height + _GAP
