"""A slide's decision put into the new build's slide."""

from __future__ import annotations

from functools import partial
from typing import Any

from docgen.merging.decisions.decision import ShapeDecision, SlideDecision
from docgen.merging.edited.deck import EditedSlide
from docgen.merging.edited.shape import chart_part, identities_of, identity_of, shape_tree, shapes_by_name
from docgen.merging.merged.chart import Charts
from docgen.merging.merged.conflict_note import add_conflict_note
from docgen.merging.merged.part_copier import PartCopier
from docgen.merging.merged.shape import CopyElement, edit_shape
from docgen.merging.merged.shape_ids import ShapeIds
from docgen.merging.xml_names import MC, P

_TREE_HEAD = (f"{P}nvGrpSpPr", f"{P}grpSpPr")
_EFFECTS = (f"{P}timing", f"{MC}AlternateContent", f"{P}transition")


def merge_slide(decision: SlideDecision, part: str, copier: PartCopier, charts: Charts) -> None:
    """Put into the slide ``part`` of the new build what was done to it by hand."""
    edited = decision.edited
    if edited is not None:
        root = copier.target.xml(part)
        ids = ShapeIds(root)
        copy_element = partial(copier.copy_element, source_part=edited.part, target_part=part)
        _put_shapes(decision, part, copier, charts, copy_element, ids)
        _put_added(decision, edited, root, copy_element, ids)
        _put_effects(edited, root, copy_element)
        copier.copy_comments(edited.part, part)
        ids.settle()
    add_conflict_note(part, decision.told, copier.target)


def _put_shapes(
    decision: SlideDecision,
    part: str,
    copier: PartCopier,
    charts: Charts,
    copy_element: CopyElement,
    ids: ShapeIds,
) -> None:
    elements = shapes_by_name(copier.target.xml(part))
    for name, shape in decision.shapes.items():
        element = elements[name]
        if shape.action == "drop":
            element.getparent().remove(element)
        elif shape.action == "theirs" and shape.edited is not None:
            made = copy_element(shape.edited.element)
            for identity in identities_of(made):
                identity.set("name", name)
            element.getparent().replace(element, made)
            ids.keep(made)
        else:
            edit_shape(element, shape, copy_element)
            _edit_chart(element, shape, (decision, name, part), copier, charts)
            if shape.edited is not None:
                ids.keep(element, identity_of(shape.edited.element).get("id"))


def _edit_chart(
    element: Any, shape: ShapeDecision, place: tuple[SlideDecision, str, str], copier: PartCopier, charts: Charts
) -> None:
    """Put edited points, and an edited look, into the chart at a ``place``: the slide, its name there, the slide's part."""
    decision, name, part = place
    has_look = "look" in shape.aspects
    own = chart_part(element, part, copier.target) if shape.points or has_look else None
    if own is None or decision.id is None or decision.edited is None or shape.edited is None:
        return
    charts.put_points(decision.id, name, shape.points, own, copier.target)
    theirs = chart_part(shape.edited.element, decision.edited.part, copier.source)
    if has_look and theirs is not None:
        charts.put_look(theirs, own, copier, shape.kept_axes)


def _put_added(
    decision: SlideDecision, edited: EditedSlide, root: Any, copy_element: CopyElement, ids: ShapeIds
) -> None:
    """The shapes that came by hand, each above what it stands above in the edited deck."""
    tree, by_name = shape_tree(root), shapes_by_name(root)
    merged = {
        id(shape.edited): by_name.get(name)
        for name, shape in decision.shapes.items()
        if shape.edited is not None
    }
    added = {id(shape) for shape in decision.added}
    below: Any = None
    for shape in edited.shapes:
        if id(shape) not in added:
            element = merged.get(id(shape))
            below = element if element is not None else below
            continue
        made = copy_element(shape.element)
        bottom = sum(child.tag in _TREE_HEAD for child in tree)
        tree.insert(tree.index(below) + 1 if below is not None else bottom, made)
        ids.keep(made)
        below = made


def _put_effects(edited: EditedSlide, root: Any, copy_element: CopyElement) -> None:
    """What was set for the slide as a whole: hidden, its background, its transition, its animation."""
    if edited.root.get("show") is not None:
        root.set("show", edited.root.get("show"))
    background = edited.root.find(f"{P}cSld/{P}bg")
    if background is not None and root.find(f"{P}cSld/{P}bg") is None:
        root.find(f"{P}cSld").insert(0, copy_element(background))
    for tag in _EFFECTS:
        effect = edited.root.find(tag)
        if effect is not None and root.find(tag) is None:
            root.find(f"{P}clrMapOvr").addnext(copy_element(effect))
