"""Shapes and text as ``p:sp``: a preset geometry or a free outline with fill, line and text, or a placeholder."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from docgen.errors import DocgenError, nearest
from docgen.placed import Box, PlaceholderForm, ShapeMark, TextBody, TextMark
from docgen.write.design.placeholder import placeholder_reference
from docgen.write.xml import escape, identity
from docgen.write.xml.elements import RECTANGLE
from docgen.write.xml.namespaces import DECORATIVE, DECORATIVE_2017, SHAPE_IDENTITY
from docgen.write.xml.presets import GEOMETRIES
from docgen.write.xml.text import EMPTY_PARAGRAPH, TextContext, body_properties, paragraphs
from docgen.write.xml.units import EMU_PER_POINT, emu, transform

Ring = tuple[tuple[float, float], ...]
"""The corners of a closed outline, in points from the left and the top of its box."""

_NO_TEXT = (
    '<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="ctr">'
    f"<a:noAutofit/></a:bodyPr><a:lstStyle/>{EMPTY_PARAGRAPH}</p:txBody>"
)
_DECORATIVE = f'<a:ext uri="{DECORATIVE}"><adec:decorative xmlns:adec="{DECORATIVE_2017}" val="1"/></a:ext>'


def named(number: int, slide: str, mark: str, alt: str = "", link: str = "", *, decorative: bool = False) -> str:
    """The ``p:cNvPr`` of a mark: its number on the slide, its name, alternative text and lasting identity.

    ``link`` is its ``a:hlinkClick``. A ``decorative`` mark is one that a screen reader passes over.
    """
    description = f' descr="{escape.attribute(alt)}"' if alt else ""
    return (
        f'<p:cNvPr id="{number}" name="{escape.attribute(mark)}"{description}>{link}<a:extLst>'
        f'<a:ext uri="{SHAPE_IDENTITY}"><a16:creationId id="{identity.guid(slide, mark)}"/></a:ext>'
        f"{_DECORATIVE if decorative else ''}</a:extLst></p:cNvPr>"
    )


def text_box(mark: TextMark, name: str, context: TextContext) -> str:
    """A text box of its own; ``name`` is its ``p:cNvPr``."""
    return (
        f'<p:sp><p:nvSpPr>{name}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>{transform(mark.box)}'
        f"{RECTANGLE}<a:noFill/></p:spPr>{_text(mark.body, context)}</p:sp>"
    )


def placeholder(mark: TextMark, name: str, form: PlaceholderForm, context: TextContext) -> str:
    """Text in a placeholder of the layout; what equals the layout's placeholder is left to the layout."""
    place = "" if _same_place(mark.box, form.box) else transform(mark.box)
    same_body = mark.body.insets == form.insets and mark.body.anchor == form.anchor and not form.fitted
    properties = "<a:bodyPr/>" if same_body else body_properties(mark.body.insets, mark.body.anchor)
    return (
        f'<p:sp><p:nvSpPr>{name}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr>{placeholder_reference(form)}</p:nvPr></p:nvSpPr><p:spPr>{place}</p:spPr>"
        f"<p:txBody>{properties}<a:lstStyle/>{paragraphs(mark.body, context)}</p:txBody></p:sp>"
    )


def shape(mark: ShapeMark, name: str, context: TextContext) -> str:
    """A native shape with its text."""
    body = _text(mark.body, context) if mark.body is not None else _NO_TEXT
    geometry = _preset(mark) if mark.outline is None else outline(mark.outline, mark.box, mark.sites)
    return (
        f"<p:sp><p:nvSpPr>{name}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{transform(mark.box)}"
        f"{geometry}{context.colours.fill(mark.fill)}{context.colours.line(mark.line)}</p:spPr>{body}</p:sp>"
    )


def _preset(mark: ShapeMark) -> str:
    if mark.geometry not in GEOMETRIES:
        raise DocgenError(
            "no-such-preset", hint=nearest(mark.geometry, GEOMETRIES), shape=mark.id, geometry=mark.geometry
        )
    return f'<a:prstGeom prst="{mark.geometry}"><a:avLst/></a:prstGeom>'


def _text(body: TextBody, context: TextContext) -> str:
    properties = body_properties(body.insets, body.anchor)
    return f"<p:txBody>{properties}<a:lstStyle/>{paragraphs(body, context)}</p:txBody>"


def _same_place(one: Box, other: Box, tolerance: float = 0.01) -> bool:
    """Whether two boxes agree within ``tolerance`` points."""
    return (
        abs(one.x - other.x) <= tolerance
        and abs(one.y - other.y) <= tolerance
        and abs(one.width - other.width) <= tolerance
        and abs(one.height - other.height) <= tolerance
    )


def outline(rings: Sequence[Ring], box: Box, sites: Ring = ()) -> str:
    """Closed rings as ``a:custGeom``, one path over the whole box, which PowerPoint edits point by point.

    The connection sites are the four of the box's sides, then ``sites``: LibreOffice takes the first four for
    those of the sides whatever is written there. Without ``sites`` there are none. Raises DocgenError for an
    outline without a ring, or a ring of fewer than two points.
    """
    if not rings or any(len(ring) < 2 for ring in rings):
        raise DocgenError("no-outline")
    # A path without width or height has no scale.
    width, height = max(1, emu(box.width)), max(1, emu(box.height))
    drawn = "".join([_ring(ring) for ring in rings])
    return (
        f'<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/>{_sites(sites, box)}<a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{width}" h="{height}">{drawn}</a:path></a:pathLst></a:custGeom>'
    )


def _sites(sites: Ring, box: Box) -> str:
    if not sites:
        return "<a:cxnLst/>"
    width, height = box.width, box.height
    sides = ((width / 2, 0.0), (0.0, height / 2), (width / 2, height), (width, height / 2))
    listed = "".join([f'<a:cxn ang="0"><a:pos {_place(point)}/></a:cxn>' for point in (*sides, *sites)])
    return f"<a:cxnLst>{listed}</a:cxnLst>"


# An unchanged map is not spelled again: it has the outlines of some fifty prefectures.
@functools.lru_cache(maxsize=1024)
def _ring(ring: Ring) -> str:
    first, *others = [f"<a:pt {_place(point)}/>" for point in ring]
    lines = "".join([f"<a:lnTo>{point}</a:lnTo>" for point in others])
    return f"<a:moveTo>{first}</a:moveTo>{lines}<a:close/>"


def _place(point: tuple[float, float]) -> str:
    return f'x="{round(point[0] * EMU_PER_POINT)}" y="{round(point[1] * EMU_PER_POINT)}"'
