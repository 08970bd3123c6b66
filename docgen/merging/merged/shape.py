"""A shape's decision put into the new build's slide."""

from __future__ import annotations

from typing import Any

from docgen.merging.decisions.decision import CellEdit, ShapeDecision
from docgen.merging.edited.deck import EditedShape
from docgen.merging.edited.shape import identity_of
from docgen.merging.merged.part_copier import Carrier
from docgen.merging.merged.text import put_paragraphs
from docgen.merging.xml_names import A, P

_FILLS = tuple(
    f"{A}{name}" for name in ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")
)
# What stands before a fill in p:spPr (ECMA-376 part 1, CT_ShapeProperties).
_BEFORE_FILL = (f"{A}xfrm", f"{A}custGeom", f"{A}prstGeom")
_BEFORE_LINE = (*_BEFORE_FILL, *_FILLS)
_BEFORE_CELL_FILL = tuple(f"{A}{name}" for name in ("lnL", "lnR", "lnT", "lnB", "lnTlToBr", "lnBlToTr"))


def edit_shape(element: Any, decision: ShapeDecision, carrier: Carrier, parts: tuple[str, str]) -> None:
    """Put what was edited into the new build's ``element``; ``parts`` are the slides' in both packages."""
    now = decision.now
    if now is None:
        return
    for aspect in decision.aspects:
        _ASPECTS[aspect](element, now, carrier, parts)
    if decision.order is not None:
        body, edited = element.find(f"{P}txBody"), now.element.find(f"{P}txBody")
        put_paragraphs(body, edited, decision.order, carrier, parts)
    for place, cell in decision.cells.items():
        _edit_cell(element, place, cell, now, carrier, parts)


def _edit_cell(
    element: Any,
    place: tuple[int, int],
    edit: CellEdit,
    now: EditedShape,
    carrier: Carrier,
    parts: tuple[str, str],
) -> None:
    cell, edited = _cell(element, *place), _cell(now.element, edit.row, edit.column)
    if edit.order is not None:
        put_paragraphs(cell.find(f"{A}txBody"), edited.find(f"{A}txBody"), edit.order, carrier, parts)
    if edit.fill:
        properties = cell.find(f"{A}tcPr")
        _put_fill(properties, edited.find(f"{A}tcPr"), _BEFORE_CELL_FILL, carrier, parts)


def _cell(element: Any, row: int, column: int) -> Any:
    rows = list(element.find(f".//{A}tbl").iterchildren(f"{A}tr"))
    return list(rows[row].iterchildren(f"{A}tc"))[column]


def _put_frame(element: Any, now: EditedShape, carrier: Carrier, parts: tuple[str, str]) -> None:
    """The edited place and size; a table keeps its own columns and rows."""
    edited = now.element.find(f"{P}xfrm")
    if edited is not None:
        own = element.find(f"{P}xfrm")
        if own is not None:
            element.replace(own, carrier.element(edited, *parts))
        return
    source, target = now.element.find(f"{P}spPr"), element.find(f"{P}spPr")
    if source is None or target is None:
        return
    edited, own = source.find(f"{A}xfrm"), target.find(f"{A}xfrm")
    if own is not None:
        target.remove(own)
    if edited is not None:
        target.insert(0, carrier.element(edited, *parts))


def _put_shape_fill(element: Any, now: EditedShape, carrier: Carrier, parts: tuple[str, str]) -> None:
    _put_fill(element.find(f"{P}spPr"), now.element.find(f"{P}spPr"), _BEFORE_FILL, carrier, parts)


def _put_fill(
    target: Any, source: Any, before: tuple[str, ...], carrier: Carrier, parts: tuple[str, str]
) -> None:
    for child in [child for child in target if child.tag in _FILLS]:
        target.remove(child)
    fill = next((child for child in (() if source is None else source) if child.tag in _FILLS), None)
    if fill is not None:
        target.insert(_place_after(target, before), carrier.element(fill, *parts))


def _put_line(element: Any, now: EditedShape, carrier: Carrier, parts: tuple[str, str]) -> None:
    source, target = now.element.find(f"{P}spPr"), element.find(f"{P}spPr")
    own, line = target.find(f"{A}ln"), None if source is None else source.find(f"{A}ln")
    if own is not None:
        target.remove(own)
    if line is not None:
        target.insert(_place_after(target, _BEFORE_LINE), carrier.element(line, *parts))


def _place_after(target: Any, before: tuple[str, ...]) -> int:
    return sum(child.tag in before for child in target)


def _put_alt(element: Any, now: EditedShape, carrier: Carrier, parts: tuple[str, str]) -> None:
    identity_of(element).set("descr", now.shape.alt)


def _put_picture(element: Any, now: EditedShape, carrier: Carrier, parts: tuple[str, str]) -> None:
    source, own = now.element.find(f"{P}blipFill"), element.find(f"{P}blipFill")
    if source is not None and own is not None:
        element.replace(own, carrier.element(source, *parts))


_ASPECTS = {
    "frame": _put_frame,
    "fill": _put_shape_fill,
    "line": _put_line,
    "alt": _put_alt,
    "picture": _put_picture,
}
