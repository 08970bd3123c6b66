"""A shape's decision put into the new build's slide."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from lxml import etree

from docgen.merging.decisions.decision import CellEdit, CellIndex, ParagraphChoice, ShapeDecision
from docgen.merging.edited.deck import EditedShape
from docgen.merging.edited.shape import identity_of
from docgen.merging.xml_names import A, P

CopyElement = Callable[[Any], Any]
"""Gives a copy of an element of the edited slide that can stand on the new one."""

_FILLS = tuple(
    f"{A}{name}" for name in ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")
)
# What stands before a fill in p:spPr (ECMA-376 part 1, CT_ShapeProperties).
_BEFORE_FILL = (f"{A}xfrm", f"{A}custGeom", f"{A}prstGeom")
_BEFORE_LINE = (*_BEFORE_FILL, *_FILLS)
_BEFORE_EFFECTS = (*_BEFORE_LINE, f"{A}ln")
# Each element that makes a shape look solid or lit, with what stands before it in p:spPr.
_EFFECTS = (
    ((f"{A}effectLst", f"{A}effectDag"), _BEFORE_EFFECTS),
    ((f"{A}scene3d",), (*_BEFORE_EFFECTS, f"{A}effectLst", f"{A}effectDag")),
    ((f"{A}sp3d",), (*_BEFORE_EFFECTS, f"{A}effectLst", f"{A}effectDag", f"{A}scene3d")),
)
_BEFORE_CELL_FILL = tuple(f"{A}{name}" for name in ("lnL", "lnR", "lnT", "lnB", "lnTlToBr", "lnBlToTr"))


def edit_shape(element: Any, decision: ShapeDecision, copy_element: CopyElement) -> None:
    """Put what was edited into the new build's ``element``."""
    edited = decision.edited
    if edited is None:
        return
    for aspect in decision.aspects:
        _ASPECTS[aspect](element, edited, copy_element)
    if decision.paragraphs is not None:
        bodies = element.find(f"{P}txBody"), edited.element.find(f"{P}txBody")
        _put_paragraphs(*bodies, decision.paragraphs, copy_element)
    for index, edit in decision.cells.items():
        _edit_cell(_cell(element, index), _cell(edited.element, edit.edited), edit, copy_element)


def _edit_cell(cell: Any, edited: Any, edit: CellEdit, copy_element: CopyElement) -> None:
    if edit.paragraphs is not None:
        bodies = cell.find(f"{A}txBody"), edited.find(f"{A}txBody")
        _put_paragraphs(*bodies, edit.paragraphs, copy_element)
    if edit.fill:
        properties = cell.find(f"{A}tcPr"), edited.find(f"{A}tcPr")
        _put_child(*properties, _FILLS, _BEFORE_CELL_FILL, copy_element)


def _cell(element: Any, index: CellIndex) -> Any:
    row, column = index
    rows = list(element.find(f".//{A}tbl").iterchildren(f"{A}tr"))
    return list(rows[row].iterchildren(f"{A}tc"))[column]


def _put_paragraphs(
    body: Any, edited: Any, paragraphs: Sequence[ParagraphChoice], copy_element: CopyElement
) -> None:
    """Give a text body some of its own paragraphs, and some of the edited body's."""
    own = list(body.iterchildren(f"{A}p"))
    theirs = [] if edited is None else list(edited.iterchildren(f"{A}p"))
    made = [
        own[choice.index] if choice.side == "ours" else copy_element(theirs[choice.index])
        for choice in paragraphs
    ]
    for paragraph in own:
        body.remove(paragraph)
    for paragraph in made or [_empty(own)]:
        body.append(paragraph)


def _empty(own: Sequence[Any]) -> Any:
    """A paragraph without characters, with the properties of the first that was there."""
    if not own:
        return etree.Element(f"{A}p")
    paragraph = own[0]
    for child in list(paragraph):
        if child.tag in (f"{A}r", f"{A}fld", f"{A}br"):
            paragraph.remove(child)
    return paragraph


def _put_frame(element: Any, edited: EditedShape, copy_element: CopyElement) -> None:
    """The edited place and size; a table keeps its own columns and rows."""
    frame = edited.element.find(f"{P}xfrm")
    if frame is not None:
        own = element.find(f"{P}xfrm")
        if own is not None:
            element.replace(own, copy_element(frame))
        return
    source, target = edited.element.find(f"{P}spPr"), element.find(f"{P}spPr")
    if source is not None and target is not None:
        _put_child(target, source, (f"{A}xfrm",), (), copy_element)


def _put_fill(element: Any, edited: EditedShape, copy_element: CopyElement) -> None:
    properties = element.find(f"{P}spPr"), edited.element.find(f"{P}spPr")
    _put_child(*properties, _FILLS, _BEFORE_FILL, copy_element)


def _put_line(element: Any, edited: EditedShape, copy_element: CopyElement) -> None:
    properties = element.find(f"{P}spPr"), edited.element.find(f"{P}spPr")
    _put_child(*properties, (f"{A}ln",), _BEFORE_LINE, copy_element)


def _put_child(
    target: Any, source: Any, tags: Sequence[str], before: Sequence[str], copy_element: CopyElement
) -> None:
    """Give ``target`` the child of ``source`` with one of ``tags`` in place of its own, after those of ``before``."""
    for child in [child for child in target if child.tag in tags]:
        target.remove(child)
    edited = next((child for child in (() if source is None else source) if child.tag in tags), None)
    if edited is not None:
        target.insert(sum(child.tag in before for child in target), copy_element(edited))


def _put_alt(element: Any, edited: EditedShape, copy_element: CopyElement) -> None:
    identity_of(element).set("descr", edited.shape.alt)


def _put_picture(element: Any, edited: EditedShape, copy_element: CopyElement) -> None:
    source, own = edited.element.find(f"{P}blipFill"), element.find(f"{P}blipFill")
    if source is not None and own is not None:
        element.replace(own, copy_element(source))


def _put_effects(element: Any, edited: EditedShape, copy_element: CopyElement) -> None:
    """The edited effects: shadows, glows, and what makes a shape look solid. A chart's look is put into its part."""
    source, target = edited.element.find(f"{P}spPr"), element.find(f"{P}spPr")
    if source is not None and target is not None:
        for tags, before in _EFFECTS:
            _put_child(target, source, tags, before, copy_element)


_ASPECTS = {
    "frame": _put_frame,
    "fill": _put_fill,
    "line": _put_line,
    "alt": _put_alt,
    "picture": _put_picture,
    "look": _put_effects,
}
