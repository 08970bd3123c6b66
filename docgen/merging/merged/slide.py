"""A slide's decision put into the new build's slide."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docgen.merging.decisions.decision import ShapeDecision, SlideDecision
from docgen.merging.edited.deck import EditedSlide
from docgen.merging.edited.shape import chart_part, identity_of, shape_elements
from docgen.merging.merged.chart import Charts
from docgen.merging.merged.conflict_note import conflict_note
from docgen.merging.merged.part_copier import Carrier
from docgen.merging.merged.shape import edit_shape
from docgen.merging.xml_names import LAYOUT, MC, PRESENTATION_PART, A, P
from docgen.placed import Box
from docgen.write.package.package import Package
from docgen.write.xml.units import EMU_PER_POINT

_ENDS = (f"{A}stCxn", f"{A}endCxn")
_TREE_ID = 1


def apply_slide(decision: SlideDecision, part: str, carrier: Carrier, charts: Charts) -> None:
    """Put into the slide ``part`` of the new build what was done to it by hand."""
    root = carrier.target.xml(part)
    now = decision.now
    numbers = _Numbers(root)
    if now is not None:
        _put_shapes(decision, now, part, carrier, charts, numbers)
        _put_added(decision, now, part, carrier, numbers)
        _put_effects(root, now, part, carrier)
        carrier.comments(now.part, part)
    numbers.settle()
    if decision.told:
        add_note(part, decision, carrier.target)


def add_note(part: str, decision: SlideDecision, package: Package) -> None:
    """Tell the conflicts of the slide ``part`` on it."""
    root, layout = package.xml(part), package.target(part, LAYOUT)
    roots = [root, *([package.xml(layout)] if layout is not None else [])]
    size = package.xml(PRESENTATION_PART).find(f"{P}sldSz")
    page = Box(0, 0, int(size.get("cx")) / EMU_PER_POINT, int(size.get("cy")) / EMU_PER_POINT)
    tree = root.find(f"{P}cSld/{P}spTree")
    used = [int(each.get("id")) for each in tree.iter(f"{P}cNvPr")]
    names = {each.get("name") for each in tree.iter(f"{P}cNvPr")}
    name = next(name for number in range(1, len(names) + 2) if (name := f"conflict/{number}") not in names)
    tree.append(conflict_note(name, max(used, default=1) + 1, decision.told, roots, page))


class _Numbers:
    """The shape ids of a slide: a shape keeps the id that it has in the edited deck.

    PowerPoint's animations and comments call shapes by their ids.
    """

    def __init__(self, root: Any) -> None:
        self._tree = root.find(f"{P}cSld/{P}spTree")
        self._built = {identity_of(each).get("id"): each for each in shape_elements(root)}
        self._wanted: dict[Any, str] = {}

    def keep(self, element: Any, wanted: str | None) -> None:
        """Give ``element`` the id ``wanted``; for None it keeps those that it and its parts have."""
        self._wanted[element] = wanted if wanted is not None else identity_of(element).get("id")

    def settle(self) -> None:
        """Give every shape an id of its own, and let connectors follow."""
        own = {id(element): key for key, element in self._built.items()}
        carried = [each for each in self._wanted if id(each) not in own]
        used: set[int] = {_TREE_ID}
        renamed: dict[str, str] = {}
        for element, wanted in self._wanted.items():
            for identity in _identities(element):
                number = int(wanted if identity is identity_of(element) else identity.get("id"))
                if number not in used:
                    used.add(number)
                    identity.set("id", str(number))
                else:
                    identity.set("id", "")
        free = iter(range(max(used) + 1, 2**31))
        for identity in self._tree.iter(f"{P}cNvPr"):
            element = identity.getparent().getparent()
            if element is self._tree:
                continue
            if not identity.get("id") or (element not in self._wanted and id(element) in own):
                identity.set("id", str(next(free)))
        for key, element in self._built.items():
            renamed[key] = identity_of(element).get("id") if element.getparent() is not None else ""
        there = {identity.get("id") for identity in self._tree.iter(f"{P}cNvPr")}
        for end in list(self._tree.iter(*_ENDS)):
            if not any(end in list(each.iter(*_ENDS)) for each in carried):
                end.set("id", renamed.get(end.get("id"), end.get("id")))
            if end.get("id") not in there:
                end.getparent().remove(end)


def _identities(element: Any) -> Iterator[Any]:
    yield from element.iter(f"{P}cNvPr")


def _put_shapes(
    decision: SlideDecision, now: EditedSlide, part: str, carrier: Carrier, charts: Charts, numbers: _Numbers
) -> None:
    root = carrier.target.xml(part)
    own = {identity_of(each).get("name"): each for each in shape_elements(root)}
    for name, shape in decision.shapes.items():
        element = own[name]
        if shape.action == "drop":
            element.getparent().remove(element)
        elif shape.action == "theirs" and shape.now is not None:
            made = carrier.element(shape.now.element, now.part, part)
            identity_of(made).set("name", name)
            element.getparent().replace(element, made)
            numbers.keep(made, None)
        else:
            edit_shape(element, shape, carrier, (now.part, part))
            _put_points(decision, name, shape, part, carrier, charts)
            if shape.now is not None:
                numbers.keep(element, identity_of(shape.now.element).get("id"))


def _put_points(
    decision: SlideDecision, name: str, shape: ShapeDecision, part: str, carrier: Carrier, charts: Charts
) -> None:
    if not shape.points or decision.id is None:
        return
    root = carrier.target.xml(part)
    element = next(each for each in shape_elements(root) if identity_of(each).get("name") == name)
    chart = chart_part(element, part, carrier.target)
    if chart is not None:
        charts.put_points(decision.id, name, shape.points, chart, carrier.target)


def _put_added(
    decision: SlideDecision, now: EditedSlide, part: str, carrier: Carrier, numbers: _Numbers
) -> None:
    """The shapes that came by hand, each above what it stands above in the edited deck."""
    root = carrier.target.xml(part)
    tree = root.find(f"{P}cSld/{P}spTree")
    by_name = {identity_of(each).get("name"): each for each in shape_elements(root)}
    places = {
        id(shape.now.element): by_name.get(name)
        for name, shape in decision.shapes.items()
        if shape.now is not None
    }
    added = {id(each) for each in decision.added}
    below: Any = None
    for each in now.shapes:
        if id(each) not in added:
            found = places.get(id(each.element))
            below = found if found is not None else below
            continue
        made = carrier.element(each.element, now.part, part)
        at = tree.index(below) + 1 if below is not None else _first_place(tree)
        tree.insert(at, made)
        numbers.keep(made, None)
        below = made


def _first_place(tree: Any) -> int:
    return sum(child.tag in (f"{P}nvGrpSpPr", f"{P}grpSpPr") for child in tree)


def _put_effects(root: Any, now: EditedSlide, part: str, carrier: Carrier) -> None:
    """What was set for the slide as a whole: hidden, its background, its transition, its animation."""
    if now.root.get("show") is not None:
        root.set("show", now.root.get("show"))
    ground = now.root.find(f"{P}cSld/{P}bg")
    if ground is not None and root.find(f"{P}cSld/{P}bg") is None:
        root.find(f"{P}cSld").insert(0, carrier.element(ground, now.part, part))
    place = root.find(f"{P}clrMapOvr")
    for tag in (f"{P}timing", f"{MC}AlternateContent", f"{P}transition"):
        found = now.root.find(tag)
        if found is not None and root.find(tag) is None:
            place.addnext(carrier.element(found, now.part, part))
