"""How text in a template's placeholders looks: what layout, master and theme say, the nearest statement first.

The order is that of ECMA-376 Part 1, 19.3.1.36 and 21.1.2.4: the slide layout's placeholder, the master's
placeholder of its kind, the master's text style of its kind.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from typing import Any

from docgen.layout.template.values import TemplateColour, TemplateLook
from docgen.placed import Align, Anchor, Box, FontRole, Insets

EMU_PER_POINT = 12700
_SPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
_MASTER_TYPES = {"ctrTitle": "title", "title": "title", "dt": "dt", "ftr": "ftr", "sldNum": "sldNum"}
_STYLES = {"title": "titleStyle", "body": "bodyStyle"}
# The colour map's names for the four base slots; docgen's slots mean what they are mapped to.
_MEANINGS = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}
_ALIGNMENTS: Mapping[str, Align] = {"l": "left", "ctr": "center", "r": "right"}
_ANCHORS: Mapping[str, Anchor] = {"t": "top", "ctr": "middle", "b": "bottom"}
# Where nothing states a size, PowerPoint takes 18 pt.
_SIZE = 1800
# A single line in percent of the size, for line spaces that are stated in percent.
_LINE_EM = 1.2


def look_of(shape: Any, kind: str, master: Any) -> TemplateLook:
    """The look of a layout's placeholder of a type (``p:ph/@type``) on its master."""
    family = _MASTER_TYPES.get(kind, "body")
    bases = master.xpath(f'./p:cSld/p:spTree/p:sp[p:nvSpPr/p:nvPr/p:ph/@type="{family}"]')[:1]
    style = master.xpath(f"./p:txStyles/p:{_STYLES.get(family, 'otherStyle')}")
    levels = [level for source in (shape, *bases) for level in _all(source, "./p:txBody/a:lstStyle/a:lvl1pPr")]
    levels += [level for source in style for level in _all(source, "./a:lvl1pPr")]
    bodies = [body for source in (shape, *bases) for body in _all(source, "./p:txBody/a:bodyPr")]
    runs = [run for level in levels for run in _all(level, "./a:defRPr")]
    size = int(_attribute(runs, "sz", str(_SIZE))) / 100
    pitch, spacing = _line_space(levels)
    return TemplateLook(
        size=size,
        colour=_run_colour(runs),
        bold=_attribute(runs, "b", "0") in ("1", "true"),
        font=_font(runs, family),
        align=_ALIGNMENTS.get(_attribute(levels, "algn", "l"), "left"),
        anchor=_ANCHORS.get(_attribute(bodies, "anchor", "t"), "middle"),
        insets=Insets(
            *(int(_attribute(bodies, name, default)) / EMU_PER_POINT for name, default in _INSETS.items())
        ),
        pitch=pitch,
        spacing=spacing,
        before=_space(levels, "spcBef", size),
        after=_space(levels, "spcAft", size),
        indent=int(_attribute(levels, "marL", "0")) / EMU_PER_POINT,
        hanging=-int(_attribute(levels, "indent", "0")) / EMU_PER_POINT,
        bullet=_bullet(levels),
        fitted=_first(bodies, "./a:normAutofit | ./a:spAutoFit | ./a:noAutofit", "noAutofit") != "noAutofit"
        or _attribute(bodies, "wrap", "square") != "square",
        vertical=_attribute(bodies, "vert", "horz") != "horz",
        resets=tuple(name for name, plain in _RESETS.items() if _attribute(runs, name, plain) != plain),
    )


_PLACE = ("a:off/@x", "a:off/@y", "a:ext/@cx", "a:ext/@cy")
_INSETS = {"lIns": "91440", "tIns": "45720", "rIns": "91440", "bIns": "45720"}
_RESETS = {"cap": "none", "spc": "0"}


def ground_of(placeholder: Any, box: Box, layout: Any, master: Any) -> TemplateColour | None:
    """The colour that a placeholder's text lies on: its own fill, else that of the topmost filled shape under it.

    None where it lies on the page.
    """
    own = _all(placeholder, "./p:spPr/a:solidFill/*")
    if own:
        return _colour(own[0])
    found = None
    for source in _sources(layout, master):
        for shape in source.xpath("./p:cSld/p:spTree/p:sp[not(p:nvSpPr/p:nvPr/p:ph)]"):
            fills = _all(shape, "./p:spPr/a:solidFill/*")
            if fills and _box(shape).contains(box, 1):
                found = _colour(fills[0])
    return found


def drawn_on(layout: Any, master: Any) -> tuple[Box, ...]:
    """The boxes of the shapes, pictures and lines of a slide layout and its master that are no placeholders."""
    shapes = [
        shape
        for source in _sources(layout, master)
        for kind in ("p:sp[not(p:nvSpPr/p:nvPr/p:ph)]", "p:pic", "p:cxnSp")
        for shape in source.xpath(f"./p:cSld/p:spTree/{kind}")
    ]
    return tuple(_box(shape) for shape in shapes)


def _sources(layout: Any, master: Any) -> list[Any]:
    """What a slide layout shows, the lowest first."""
    return [master, layout] if layout.get("showMasterSp", "1") in ("1", "true") else [layout]


def theme_of(master: Any) -> tuple[Mapping[str, str], Mapping[FontRole, str | None]]:
    """The colours of a master's theme by slot, the four base slots by their meaning, and its Japanese fonts."""
    from lxml import etree

    theme = etree.fromstring(master.part.part_related_by(f"{_SPACES['r']}/theme").blob)
    rgb = {etree.QName(each).localname: _rgb(each[0]) for each in _all(theme, "./a:themeElements/a:clrScheme/*")}
    (mapped,) = master._element.xpath("./p:clrMap")
    meanings = {slot: mapped.get(name, slot) for name, slot in _MEANINGS.items()}
    colours = {slot: rgb.get(meanings.get(slot, slot), value) for slot, value in rgb.items()}
    fonts: dict[FontRole, str | None] = {
        "heading": _japanese(theme, "majorFont"),
        "body": _japanese(theme, "minorFont"),
    }
    return colours, fonts


def _japanese(theme: Any, tag: str) -> str | None:
    """The font that Japanese text is set in: the East Asian one, else that of the script, else a Japanese Latin one."""
    (font,) = _all(theme, f"./a:themeElements/a:fontScheme/a:{tag}")
    names = [each.get("typeface", "") for path in ("./a:ea", './a:font[@script="Jpan"]') for each in _all(font, path)]
    latin = [each.get("typeface", "") for each in _all(font, "./a:latin")]
    names += [name for name in latin if not name.isascii()]
    return next((name for name in names if name), None)


def _rgb(element: Any) -> str:
    # A system colour keeps what it last was.
    return str(element.get("lastClr") or element.get("val") or "000000").upper()


def _all(source: Any, path: str) -> list[Any]:
    """What a path of single steps leads to; elements of python-pptx and of lxml alike."""
    return list(_compiled(path)(source))


@functools.cache
def _compiled(path: str) -> Any:
    from lxml import etree

    return etree.XPath(path, namespaces=_SPACES)


def _attribute(elements: Sequence[Any], name: str, default: str) -> str:
    return next((each.get(name) for each in elements if each.get(name) is not None), default)


def _first(elements: Sequence[Any], path: str, default: str) -> str:
    """The local name of the first element at ``path`` below any of these."""
    for each in elements:
        found = _all(each, path)
        if found:
            return str(found[0].tag).rpartition("}")[2]
    return default


def _run_colour(runs: Sequence[Any]) -> TemplateColour:
    for run in runs:
        found = _all(run, "./a:solidFill/*")
        if found:
            return _colour(found[0])
    return TemplateColour(slot="dk1")


def _colour(element: Any) -> TemplateColour:
    tag = str(element.tag).rpartition("}")[2]
    if tag == "schemeClr":
        name = element.get("val")
        changes = {str(each.tag).rpartition("}")[2]: int(each.get("val", "0")) / 1000 for each in element}
        mod, off = changes.get("lumMod", 100), changes.get("lumOff", 0)
        # Shades and tints are older words for much the same (ECMA-376 Part 1, 20.1.2.3.31 and .34).
        mod, off = mod * changes.get("shade", 100) / 100, off + 100 - changes.get("tint", 100)
        return TemplateColour(_MEANINGS.get(name, name), None, mod, off)
    return TemplateColour(rgb=_rgb(element))


def _font(runs: Sequence[Any], family: str) -> FontRole:
    for run in runs:
        for face in _all(run, "./a:ea | ./a:latin"):
            name = face.get("typeface", "")
            if name.startswith("+"):
                return "heading" if name.startswith("+mj") else "body"
    return "heading" if family == "title" else "body"


def _line_space(levels: Sequence[Any]) -> tuple[float, float]:
    """Line pitch in points (0 where it is in percent), and line space in percent."""
    for level in levels:
        for value in _all(level, "./a:lnSpc/*"):
            amount = int(value.get("val", "100000"))
            return (0, amount / 1000) if str(value.tag).endswith("spcPct") else (amount / 100, 100)
    return (0, 100)


def _space(levels: Sequence[Any], tag: str, size: float) -> float:
    for level in levels:
        for value in _all(level, f"./a:{tag}/*"):
            amount = int(value.get("val", "0"))
            return amount / 100000 * size * _LINE_EM if str(value.tag).endswith("spcPct") else amount / 100
    return 0


def _bullet(levels: Sequence[Any]) -> bool:
    return _first(levels, "./a:buNone | ./a:buChar | ./a:buAutoNum | ./a:buBlip", "buNone") != "buNone"


def _box(shape: Any) -> Box:
    numbers = [int(value) / EMU_PER_POINT for path in _PLACE for value in _all(shape, f"./p:spPr/a:xfrm/{path}")[:1]]
    return Box(*numbers) if len(numbers) == len(_PLACE) else Box(0, 0, 0, 0)
