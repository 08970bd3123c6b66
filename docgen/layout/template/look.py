"""How text in a template's placeholders looks: what slide layout, master and theme say, the nearest statement first.

The order is that of ECMA-376 Part 1, 19.3.1.36 and 21.1.2.4: the slide layout's placeholder, the master's
placeholder of its kind, the master's text style of its kind.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from docgen.layout.template.values import KINDS, TemplateColour, TemplatePlaceholder
from docgen.placed import Align, Anchor, Box, FontRole, Insets, PlaceholderForm

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
# Shapes that are no placeholders.
_SHAPES = "p:sp[not(p:nvSpPr/p:nvPr/p:ph)]"
_PLACE = ("a:off/@x", "a:off/@y", "a:ext/@cx", "a:ext/@cy")
# What PowerPoint takes where nothing states a size (18 pt), an inset, capitals or spacing.
_SIZE = "1800"
_INSETS = {"lIns": "91440", "tIns": "45720", "rIns": "91440", "bIns": "45720"}
_RESETS = {"cap": "none", "spc": "0"}
# A single line in percent of the size, for line spaces that are stated in percent.
_LINE_EM = 1.2


def placeholder_of(shape: Any, name: str, box: Box, layout: Any, master: Any) -> TemplatePlaceholder:
    """A placeholder of a slide layout on its master; ``box`` is its own or the one that it inherits."""
    (mark,) = shape.xpath("./*[1]/p:nvPr/p:ph")
    kind = mark.get("type", "obj")
    family = _MASTER_TYPES.get(kind, "body")
    bases = master.xpath(f'./p:cSld/p:spTree/p:sp[p:nvSpPr/p:nvPr/p:ph/@type="{family}"]')[:1]
    style = master.xpath(f"./p:txStyles/p:{_STYLES.get(family, 'otherStyle')}")
    levels = [level for source in (shape, *bases) for level in _all(source, "./p:txBody/a:lstStyle/a:lvl1pPr")]
    levels += [level for source in style for level in _all(source, "./a:lvl1pPr")]
    bodies = [body for source in (shape, *bases) for body in _all(source, "./p:txBody/a:bodyPr")]
    runs = [run for level in levels for run in _all(level, "./a:defRPr")]
    size = int(_attribute(runs, "sz", _SIZE)) / 100
    pitch, spacing = _line_space(levels)
    form = PlaceholderForm(
        name=name,
        kind=KINDS.get(kind, "body"),
        index=int(mark.get("idx", "0")),
        box=box,
        size=size,
        colour="",
        bold=_attribute(runs, "b", "0") in ("1", "true"),
        font=_font(runs, family),
        align=_ALIGNMENTS.get(_attribute(levels, "algn", "l"), "left"),
        anchor=_ANCHORS.get(_attribute(bodies, "anchor", "t"), "middle"),
        pitch=pitch,
        insets=Insets(*(int(_attribute(bodies, side, usual)) / EMU_PER_POINT for side, usual in _INSETS.items())),
        type=kind,
        before=_space(levels, "spcBef", size),
        after=_space(levels, "spcAft", size),
        indent=int(_attribute(levels, "marL", "0")) / EMU_PER_POINT,
        hanging=-int(_attribute(levels, "indent", "0")) / EMU_PER_POINT,
        bullet=_tag(_first(levels, "./a:buNone | ./a:buChar | ./a:buAutoNum | ./a:buBlip")) not in ("", "buNone"),
        fitted=_tag(_first(bodies, "./a:normAutofit | ./a:spAutoFit | ./a:noAutofit")) in ("normAutofit", "spAutoFit")
        or _attribute(bodies, "wrap", "square") != "square",
        resets=tuple(reset for reset, plain in _RESETS.items() if _attribute(runs, reset, plain) != plain),
    )
    vertical = _attribute(bodies, "vert", "horz") != "horz"
    return TemplatePlaceholder(form, _run_colour(runs), _ground(shape, box, layout, master), spacing, vertical)


def _ground(placeholder: Any, box: Box, layout: Any, master: Any) -> TemplateColour | None:
    """The colour that a placeholder's text lies on: its own fill, else that of the topmost filled shape under it.

    None where it lies on the page.
    """
    own = _first([placeholder], "./p:spPr/a:solidFill/*")
    if own is not None:
        return _colour(own)
    under = [shape for shape in _drawn(layout, master, (_SHAPES,)) if _box(shape).contains(box, 1)]
    fills = (_first([shape], "./p:spPr/a:solidFill/*") for shape in reversed(under))
    return next((_colour(fill) for fill in fills if fill is not None), None)


def drawn_on(layout: Any, master: Any) -> tuple[Box, ...]:
    """The boxes of the shapes, pictures and lines of a slide layout and its master that are no placeholders."""
    return tuple(_box(shape) for shape in _drawn(layout, master, (_SHAPES, "p:pic", "p:cxnSp")))


def _drawn(layout: Any, master: Any, kinds: Iterable[str]) -> list[Any]:
    """What a slide layout shows of its master and then of its own, of these kinds of elements."""
    sources = [master, layout] if layout.get("showMasterSp", "1") in ("1", "true") else [layout]
    return [shape for source in sources for kind in kinds for shape in source.xpath(f"./p:cSld/p:spTree/{kind}")]


def theme_of(master: Any) -> tuple[Mapping[str, str], Mapping[FontRole, str | None]]:
    """The colours of a master's theme by slot, the four base slots by their meaning, and its Japanese fonts."""
    from lxml import etree

    theme = etree.fromstring(master.part.part_related_by(f"{_SPACES['r']}/theme").blob)
    rgb = {_tag(slot): _rgb(slot[0]) for slot in _all(theme, "./a:themeElements/a:clrScheme/*")}
    (mapped,) = master._element.xpath("./p:clrMap")
    meanings = {slot: mapped.get(name, slot) for name, slot in _MEANINGS.items()}
    colours = {slot: rgb.get(meanings.get(slot, slot), value) for slot, value in rgb.items()}
    return colours, {"heading": _japanese(theme, "majorFont"), "body": _japanese(theme, "minorFont")}


def _japanese(theme: Any, tag: str) -> str | None:
    """The font that Japanese text is set in: the East Asian one, else that of the script, else a Japanese Latin one."""
    (font,) = _all(theme, f"./a:themeElements/a:fontScheme/a:{tag}")
    faces = [face for path in ("./a:ea", './a:font[@script="Jpan"]') for face in _all(font, path)]
    latin = [face for face in _all(font, "./a:latin") if not face.get("typeface", "").isascii()]
    return next((face.get("typeface") for face in (*faces, *latin) if face.get("typeface")), None)


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


def _tag(element: Any) -> str:
    """The local name of an element, "" of none."""
    return "" if element is None else str(element.tag).rpartition("}")[2]


def _attribute(elements: Sequence[Any], name: str, default: str) -> str:
    """The attribute of the first of these elements that has it."""
    return next((element.get(name) for element in elements if element.get(name) is not None), default)


def _first(elements: Sequence[Any], path: str) -> Any:
    """The first element at ``path`` below any of these; None where there is none."""
    return next((inner for element in elements for inner in _all(element, path)), None)


def _run_colour(runs: Sequence[Any]) -> TemplateColour:
    fill = _first(runs, "./a:solidFill/*")
    return TemplateColour(slot="dk1") if fill is None else _colour(fill)


def _colour(element: Any) -> TemplateColour:
    if _tag(element) != "schemeClr":
        return TemplateColour(rgb=_rgb(element))
    name = element.get("val")
    changes = {_tag(change): int(change.get("val", "0")) / 1000 for change in element}
    mod, off = changes.get("lumMod", 100), changes.get("lumOff", 0)
    # Shades and tints are older words for much the same (ECMA-376 Part 1, 20.1.2.3.31 and .34).
    mod, off = mod * changes.get("shade", 100) / 100, off + 100 - changes.get("tint", 100)
    return TemplateColour(_MEANINGS.get(name, name), None, mod, off)


def _font(runs: Sequence[Any], family: str) -> FontRole:
    """The font of the theme that the nearest reference to one (+mj, +mn) names, else the one that is usual."""
    names = (face.get("typeface", "") for run in runs for face in _all(run, "./a:ea | ./a:latin"))
    name = next((name for name in names if name.startswith("+")), "+mj" if family == "title" else "+mn")
    return "heading" if name.startswith("+mj") else "body"


def _line_space(levels: Sequence[Any]) -> tuple[float, float]:
    """Line pitch in points (0 where it is in percent), and line space in percent."""
    space = _first(levels, "./a:lnSpc/*")
    if space is None:
        return (0, 100)
    amount = int(space.get("val", "100000"))
    return (0, amount / 1000) if _tag(space) == "spcPct" else (amount / 100, 100)


def _space(levels: Sequence[Any], tag: str, size: float) -> float:
    """The space before or after a paragraph in points."""
    space = _first(levels, f"./a:{tag}/*")
    amount = int(space.get("val", "0")) if space is not None else 0
    return amount / 100000 * size * _LINE_EM if _tag(space) == "spcPct" else amount / 100


def _box(shape: Any) -> Box:
    numbers = [int(value) / EMU_PER_POINT for path in _PLACE for value in _all(shape, f"./p:spPr/a:xfrm/{path}")[:1]]
    return Box(*numbers) if len(numbers) == len(_PLACE) else Box(0, 0, 0, 0)
