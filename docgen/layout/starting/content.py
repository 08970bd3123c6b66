"""The pages with blocks: the free area, and a place for the title, the tag, the running head, the badge and the foot."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from docgen.layout.starting.placing import Page, Planned, added, cleared, kept, numbers, rounded
from docgen.layout.template.form import line_pitch, placeholder_insets
from docgen.layout.template.free import free_box
from docgen.layout.template.ground import hindrances, shared
from docgen.layout.template.values import TemplateLayout, TemplateMaster, TemplatePlaceholder
from docgen.messages import Message, message
from docgen.placed import Box
from docgen.value import value

# What blocks keep from what is on the page, and text from the paper's edge, in points.
_GAP, _EDGE = 8.0, 18.0
# A placeholder that is so much of the page holds content; one that leaves less of the room than this is not meant to.
_BODY, _ENOUGH = 0.2, 0.55
# A shape behind so much of the content's place is a panel for it; one behind so much of the page is its ground.
_PANEL, _GROUND = 0.6, 0.97
_NAMED: Mapping[str, str] = {"tag": r"タグ|分類|項目|tag", "running": r"柱|章名|running", "badge": r"再掲|badge"}
# The tag beside a title that keeps so much, the line of running head and badge, and that of the foot, in points.
_TAG, _OF_PAGE, _TAG_HEIGHT, _LEAST_TITLE, _BESIDE = 130.0, 0.16, 28.0, 300.0, 12.0
_LINE, _BADGE, _NUMBER = 12.0, 44.0, 60.0
_TAG_LOOK = "size: 8.5, floor: 7, pitch: 1.2"
_TITLE_FLOOR, _LARGEST_TITLE, _FOOT_FLOOR = 10.0, 22.0, 7.0
# A title of two lines is smaller by this.
_SECOND = 0.82


@value(frozen=True, slots=True)
class ContentPlan:
    """The placeholders of a slide layout for blocks, the box of its slot, and what is to be said of it."""

    places: tuple[Planned, ...]
    slot: Box
    remarks: tuple[Message, ...] = ()

    @property
    def lines(self) -> list[str]:
        """What layout.yaml says of it."""
        placed = [f"      {place.line}" for place in self.places]
        return ["    placeholders:", *placed, f"    slots: {{body: {numbers(self.slot)}}}"]


def free_area(layout: TemplateLayout, master: TemplateMaster, page: Box, taken: Iterable[Box] = ()) -> Box:
    """The largest box for blocks: within the place that the house keeps for content, clear of all that stands there.

    That place is the slide layout's text placeholder, else the master's; ``taken`` are boxes of texts, besides the
    title and the foot.
    """
    inner = Box(page.x + _EDGE, page.y + _EDGE, page.width - 2 * _EDGE, page.height - 2 * _EDGE)
    stands = [place.form.box for place in layout.placeholders if place.kind not in (None, "body", "date")]
    own = _content_box(layout, page)
    region = _within(own or master.body or inner, inner) or inner
    region = _in_panel(region, layout, page)
    free = _free(region, layout, (*stands, *taken), page)
    if own is None:
        whole = _free(_in_panel(inner, layout, page), layout, (*stands, *taken), page)
        if whole is not None and (free is None or _area(free) < _ENOUGH * _area(whole)):
            free = whole
    return rounded(free if free is not None else region)


def _content_box(layout: TemplateLayout, page: Box) -> Box | None:
    """The box around the large text placeholders of a slide layout."""
    large = [place.form.box for place in layout.placeholders if place.kind == "body"]
    large = [box for box in large if _area(box) >= _BODY * _area(page)]
    if not large:
        return None
    left, top = min(box.x for box in large), min(box.y for box in large)
    return Box(left, top, max(box.right for box in large) - left, max(box.bottom for box in large) - top)


def _in_panel(region: Box, layout: TemplateLayout, page: Box) -> Box:
    """A region cut to the panel that it lies on, such as a white card on a coloured page."""
    for drawn in layout.drawn:
        behind = drawn.filled and shared(drawn.box, region) >= _PANEL * _area(region)
        if behind and shared(drawn.box, page) < _GROUND * _area(page) and not drawn.box.contains(region, 1):
            inner = Box(drawn.box.x + _GAP, drawn.box.y + _GAP, drawn.box.width - 2 * _GAP, drawn.box.height - 2 * _GAP)
            region = _within(region, inner) or region
    return region


def _free(region: Box, layout: TemplateLayout, taken: Iterable[Box], page: Box) -> Box | None:
    drawn = [each.box for each in hindrances(region, layout.drawn)]
    beside = [box for box in taken if box.overlaps(region, 1)]
    return free_box(region, [*beside, *drawn], _GAP, (page.width * 0.3, page.height * 0.2))


def _within(box: Box, outer: Box) -> Box | None:
    left, top = max(box.x, outer.x), max(box.y, outer.y)
    right, bottom = min(box.right, outer.right), min(box.bottom, outer.bottom)
    return Box(left, top, right - left, bottom - top) if right > left and bottom > top else None


def _area(box: Box) -> float:
    return box.width * box.height


def content_plan(page: Page) -> ContentPlan:
    """A place for all that the pages of a slide layout for blocks say."""
    places = [_title(page)]
    places += _foot(page, places)
    named = dict(_named(page, places))
    tagged = page.name == "content"
    if tagged and "tag" not in named:
        title, tag = _split(page, places[0])
        places[0] = title
        if tag is not None:
            named["tag"] = tag
    places += named.values()
    lacking = ["badge", "running"] if page.name != "contents" else []
    lacking = [name for name in (*(["tag"] if tagged else []), *lacking) if name not in named]
    if page.name != "contents" and not any(place.name == "footer" for place in places):
        lacking.append("footer")
    if not any(place.name == "number" for place in places):
        lacking.append("number")
    area = free_area(page.layout, page.master, page.box, [place.box for place in places])
    head, area = _head_line(page, area, [name for name in lacking if name in ("tag", "badge", "running")], places)
    foot, area = _foot_line(page, area, [name for name in lacking if name in ("footer", "number")], places)
    new = [place.name for place in (*head, *foot, *named.values()) if place.stated[0].startswith("kind: ")]
    remarks = (message("start-added", layout=page.name, names=tuple(dict.fromkeys(new))),) if new else ()
    return ContentPlan((*places, *head, *foot), rounded(area), remarks)


def _title(page: Page) -> Planned:
    title = next(place for place in page.layout.placeholders if place.kind == "title")
    size = min(title.form.size, _LARGEST_TITLE)
    floor = max(_TITLE_FLOOR, size / 2)
    place = kept(page, "title", title, floor, size=size)
    # A title that is covered as a whole keeps its box, and layouts check says so.
    place = place or Planned("title", title.form.box, ("template: title",))
    return _of_two_sizes(place, title, size)


def _of_two_sizes(place: Planned, title: TemplatePlaceholder, size: float) -> Planned:
    """A title with a size for one line and one for two, where two have room; else it shrinks rather than wraps."""
    insets = placeholder_insets(title.form)
    pitch = line_pitch(title) * 2
    second = min(size * _SECOND, int((place.box.height - insets[1] - insets[3]) / pitch * 2) / 2)
    if second < _TITLE_FLOOR or place.role is None:
        return replace(place, stated=(*place.stated, "one_line: true"))
    name, look = place.role
    return replace(place, role=(name, f"{look[:-1]}, two_lines: {round(second * 2) / 2:g}}}"))


def _foot(page: Page, places: Sequence[Planned]) -> list[Planned]:
    """Footer and page number of the template, each where there is one."""
    found: list[Planned] = []
    for kind, name in (("slide_number", "number"), ("footer", "footer")):
        own = [place for place in page.layout.placeholders if place.kind == kind]
        wanted = name == "number" or page.name != "contents"
        if len(own) == 1 and wanted and own[0].form.box.width:
            taken = [place.box for place in (*places, *found)]
            place = kept(page, name, own[0], _FOOT_FLOOR, taken, size=min(own[0].form.size, 9))
            found += [place] if place is not None else []
    return found


def _named(page: Page, places: Sequence[Planned]) -> Iterable[tuple[str, Planned]]:
    """Small texts of the template that its names say to be tag, running head and badge."""
    if page.name == "contents":
        return
    rest = [place for place in page.layout.placeholders if place.kind == "body"]
    taken = [place.box for place in places]
    for name, words in _NAMED.items():
        if name == "tag" and page.name != "content":
            continue
        own = next((place for place in rest if _is_called(place, words, page)), None)
        place = kept(page, name, own, _FOOT_FLOOR, taken, size=min(own.form.size, 12)) if own is not None else None
        if own is not None and place is not None:
            rest.remove(own)
            taken.append(place.box)
            yield name, place


def _is_called(place: TemplatePlaceholder, words: str, page: Page) -> bool:
    small = _area(place.form.box) < _BODY * _area(page.box)
    return small and re.search(words, place.form.name, re.IGNORECASE) is not None


def _split(page: Page, title: Planned) -> tuple[Planned, Planned | None]:
    """A title that leaves room for the tag at its right, where it is wide enough."""
    box = title.box
    tag = max(_TAG, round(_OF_PAGE * page.box.width))
    width = box.width - tag - _BESIDE
    height = min(_TAG_HEIGHT, box.height)
    if width < _LEAST_TITLE or height < _TAG_HEIGHT - 2:
        return title, None
    shorter = rounded(Box(box.x, box.y, width, box.height))
    place = rounded(Box(box.right - tag, box.y + (box.height - height) / 2, tag, height))
    stated = (*(each for each in title.stated if not each.startswith("box: ")), f"box: {numbers(shorter)}")
    return replace(title, box=shorter, stated=stated), _tag(page, place)


def _tag(page: Page, box: Box) -> Planned:
    """The tag, on a fill of its own; on a band of the house, without one, in what is read there."""
    if page.is_paper(box):
        place = added(page, "tag", "body", f"{page.name}.tag", box, ("fill: blue", "inset: 2"))
        return replace(place, role=(f"{page.name}.tag", f"{{{_TAG_LOOK}, align: center, colour: paper}}"))
    return _on_ground(page, added(page, "tag", "body", "tag", box, ("inset: 0",)), f"{_TAG_LOOK}, align: right")


def _on_ground(page: Page, place: Planned, look: str) -> Planned:
    """A place with a role of its own, in a colour that is read on its ground."""
    ground = page.ground(place.box)
    colour = page.palette.readable(ground) if ground is not None else "ink"
    role = f"{page.name}.{place.name}"
    stated = tuple(f"role: {role}" if each.startswith("role: ") else each for each in place.stated)
    return replace(place, stated=stated, role=(role, f"{{{look}, colour: {colour}}}"))


def _head_line(page: Page, area: Box, names: Sequence[str], places: Sequence[Planned]) -> tuple[list[Planned], Box]:
    """A line above the blocks for what of the head has no place of its own, and the area that is left."""
    if not names:
        return [], area
    height = _TAG_HEIGHT if "tag" in names else _LINE
    line, area = _line(page, area, height, places, above=True)
    found, right = [], line.right
    if "tag" in names:
        found.append(_tag(page, rounded(Box(right - _TAG, line.y, _TAG, line.height))))
        right -= _TAG + _BESIDE
    if "badge" in names:
        box = rounded(Box(right - _BADGE, line.y, _BADGE, _LINE))
        found.append(added(page, "badge", "body", "tag", box, ("fill: navy", "inset: 2")))
        right -= _BADGE + _BESIDE
    if "running" in names:
        box = rounded(Box(line.x, line.y, right - line.x, _LINE))
        found.append(_plain(page, added(page, "running", "body", "footer", box), "size: 7.5, floor: 7"))
    return found, area


def _foot_line(page: Page, area: Box, names: Sequence[str], places: Sequence[Planned]) -> tuple[list[Planned], Box]:
    """The same below the blocks: the footer at the left, the page number at the right."""
    if not names:
        return [], area
    line, area = _line(page, area, _LINE, places, above=False)
    found = []
    if "footer" in names:
        box = rounded(Box(line.x, line.y, line.width - _NUMBER - _BESIDE, _LINE))
        found.append(_plain(page, added(page, "footer", "footer", "footer", box), "size: 7.5, floor: 7"))
    if "number" in names:
        box = rounded(Box(line.right - _NUMBER, line.y, _NUMBER, _LINE))
        place = added(page, "number", "slide_number", "number", box)
        found.append(_plain(page, place, "size: 9, floor: 8, align: right"))
    return found, area


def _plain(page: Page, place: Planned, look: str) -> Planned:
    return place if page.is_paper(place.box) else _on_ground(page, place, look)


def _line(page: Page, area: Box, height: float, places: Sequence[Planned], *, above: bool) -> tuple[Box, Box]:
    """A line beside the area where nothing stands, else one cut from it; and the area that is left."""
    gap = _GAP / 2
    outside = Box(area.x, area.y - gap - height if above else area.bottom + gap, area.width, height)
    edge = page.box.contains(Box(outside.x, outside.y - _EDGE, outside.width, height + 2 * _EDGE), 1)
    taken = [place.box for place in places]
    if edge and cleared(outside, page, taken) == outside and page.is_paper(outside) == page.is_paper(area):
        return outside, area
    left = area.height - height - gap
    if above:
        return Box(area.x, area.y, area.width, height), Box(area.x, area.y + height + gap, area.width, left)
    return Box(area.x, area.bottom - height, area.width, height), Box(area.x, area.y, area.width, left)
