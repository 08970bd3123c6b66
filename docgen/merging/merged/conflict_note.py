"""The note that tells, on a slide, what both sides changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from lxml import etree

from docgen.merging.edited.shape import shape_tree
from docgen.merging.report import Conflict
from docgen.merging.xml_names import LAYOUT, A, P
from docgen.messages import text_of
from docgen.placed import Box
from docgen.write.package.package import Package
from docgen.write.package.part import PRESENTATION
from docgen.write.xml import escape
from docgen.write.xml.namespaces import ROOT
from docgen.write.xml.text import FONTS, LANGUAGE
from docgen.write.xml.units import EMU_PER_POINT, transform

_HEADING = "手による変更と新しい内容の競合（新しい内容を表示）"
_WIDTH, _LINE, _SIZE, _STEP = 230.0, 11.0, 8.0, 12
_CHARACTERS = 26
_MOST = 6


def add_conflict_note(part: str, conflicts: Sequence[Conflict], package: Package) -> None:
    """Add a shape to the slide ``part`` that tells its conflicts, if it has any.

    The note names each conflict with the edited text; the slide itself shows the content's. It stands where
    it covers least.
    """
    if not conflicts:
        return
    root, layout = package.xml(part), package.target(part, LAYOUT)
    size = package.xml(PRESENTATION).find(f"{P}sldSz")
    page = Box(0, 0, int(size.get("cx")) / EMU_PER_POINT, int(size.get("cy")) / EMU_PER_POINT)
    lines = _lines(conflicts)
    height = _LINE * sum(1 + len(line) // _CHARACTERS for line in lines) + 8
    taken = [*_boxes(root), *(_boxes(package.xml(layout)) if layout is not None else ())]
    tree = shape_tree(root)
    identities = list(tree.iter(f"{P}cNvPr"))
    names = {identity.get("name") for identity in identities}
    name = next(name for number in range(1, len(names) + 2) if (name := f"conflict/{number}") not in names)
    number = max(int(identity.get("id")) for identity in identities) + 1
    tree.append(etree.fromstring(_note_xml(name, number, lines, _free_place(height, taken, page))))


def _lines(conflicts: Sequence[Conflict]) -> list[str]:
    lines = [_HEADING]
    for conflict in conflicts[:_MOST]:
        lines += [_named(conflict), f"　手：{text_of(conflict.by_hand, 'ja') or '－'}"]
    if len(conflicts) > _MOST:
        lines.append(f"ほか{len(conflicts) - _MOST}件")
    return lines


def _note_xml(name: str, number: int, lines: Sequence[str], box: Box) -> str:
    paragraphs = "".join(
        f'<a:p><a:r><a:rPr {LANGUAGE} sz="{round(_SIZE * 100)}" b="{int(not index)}"><a:solidFill>'
        f'<a:srgbClr val="7A1F1F"/></a:solidFill>{FONTS["body"]}</a:rPr><a:t>{escape.text(line)}</a:t></a:r></a:p>'
        for index, line in enumerate(lines)
    )
    return (
        f'<p:sp {ROOT}><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>'
        f'{transform(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="FFF4C2"/>'
        '</a:solidFill><a:ln w="9525"><a:solidFill><a:srgbClr val="C9A227"/></a:solidFill></a:ln></p:spPr>'
        '<p:txBody><a:bodyPr wrap="square" lIns="50800" tIns="50800" rIns="50800" bIns="50800" anchor="t">'
        f"<a:noAutofit/></a:bodyPr><a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
    )


def _named(conflict: Conflict) -> str:
    """The shape and what of it: ``values セル 3/3``."""
    return " ".join(filter(None, (conflict.shape.rpartition("/")[2], conflict.changed.text("ja"))))


def _boxes(root: Any) -> Iterator[Box]:
    """The boxes of the slide's shapes, in points."""
    for holder in root.iter(f"{A}xfrm", f"{P}xfrm"):
        offset, extent = holder.find(f"{A}off"), holder.find(f"{A}ext")
        if offset is not None and extent is not None:
            lengths = (offset.get("x"), offset.get("y"), extent.get("cx"), extent.get("cy"))
            yield Box(*(int(length) / EMU_PER_POINT for length in lengths))


def _free_place(height: float, taken: Sequence[Box], page: Box) -> Box:
    """The place that covers least of what is there; of several the lowest, the rightmost."""
    right, bottom = page.width - _WIDTH - _STEP, page.height - height - _STEP
    places = [
        Box(float(x), float(y), _WIDTH, height)
        for y in range(_STEP, max(int(bottom), _STEP) + 1, _STEP)
        for x in range(_STEP, max(int(right), _STEP) + 1, _STEP)
    ]
    return min(places, key=lambda place: (_covered(place, taken), -place.y, -place.x))


def _covered(place: Box, taken: Sequence[Box]) -> float:
    """The area that a place shares with the boxes there, in square points."""
    shares = 0.0
    for box in taken:
        across = min(place.right, box.right) - max(place.x, box.x)
        down = min(place.bottom, box.bottom) - max(place.y, box.y)
        if across > 0 and down > 0:
            shares += across * down
    return round(shares)
