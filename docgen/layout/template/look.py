"""How text in a template's placeholders looks: what slide layout, master and theme say, the nearest statement first.

The order is that of ECMA-376 Part 1, 19.3.1.36 and 21.1.2.4: the slide layout's placeholder, the master's
placeholder of its kind, the master's text style of its kind.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from docgen.layout.template.values import KINDS, TemplateColour, TemplatePlaceholder
from docgen.layout.template.xml import (
    EMU_PER_POINT,
    MEANINGS,
    SPACES,
    all_of,
    attribute,
    colour_of,
    first_of,
    rgb_of,
    tag_of,
)
from docgen.placed import Align, Anchor, Box, FontRole, Insets, PlaceholderForm
from docgen.typeset.fonts import is_known

_MASTER_TYPES = {"ctrTitle": "title", "title": "title", "dt": "dt", "ftr": "ftr", "sldNum": "sldNum"}
_STYLES = {"title": "titleStyle", "body": "bodyStyle"}
_ALIGNMENTS: Mapping[str, Align] = {"l": "left", "ctr": "center", "r": "right"}
_ANCHORS: Mapping[str, Anchor] = {"t": "top", "ctr": "middle", "b": "bottom"}
# What PowerPoint takes where nothing states a size (18 pt), an inset, capitals or spacing.
_SIZE = "1800"
_INSETS = {"lIns": "91440", "tIns": "45720", "rIns": "91440", "bIns": "45720"}
_RESETS = {"cap": "none", "spc": "0"}
# A single line in percent of the size, for line spaces that are stated in percent.
_LINE_EM = 1.2
_FONTS: Mapping[FontRole, str] = {"heading": "majorFont", "body": "minorFont"}


def placeholder_of(shape: Any, name: str, box: Box, master: Any) -> TemplatePlaceholder:
    """A placeholder of a slide layout on its ``master``; ``box`` is its own or the one that it inherits."""
    (mark,) = shape.xpath("./*[1]/p:nvPr/p:ph")
    kind = mark.get("type", "obj")
    family = _MASTER_TYPES.get(kind, "body")
    bases = master.xpath(f'./p:cSld/p:spTree/p:sp[p:nvSpPr/p:nvPr/p:ph/@type="{family}"]')[:1]
    style = master.xpath(f"./p:txStyles/p:{_STYLES.get(family, 'otherStyle')}")
    levels = [level for source in (shape, *bases) for level in all_of(source, "./p:txBody/a:lstStyle/a:lvl1pPr")]
    levels += [level for source in style for level in all_of(source, "./a:lvl1pPr")]
    bodies = [body for source in (shape, *bases) for body in all_of(source, "./p:txBody/a:bodyPr")]
    runs = [run for level in levels for run in all_of(level, "./a:defRPr")]
    size = int(attribute(runs, "sz", _SIZE)) / 100
    pitch, spacing = _line_space(levels)
    form = PlaceholderForm(
        name=name,
        kind=KINDS.get(kind, "body"),
        index=int(mark.get("idx", "0")),
        box=box,
        size=size,
        colour="",
        bold=attribute(runs, "b", "0") in ("1", "true"),
        font=_font(runs, family),
        align=_ALIGNMENTS.get(attribute(levels, "algn", "l"), "left"),
        anchor=_ANCHORS.get(attribute(bodies, "anchor", "t"), "middle"),
        pitch=pitch,
        insets=Insets(*(int(attribute(bodies, side, usual)) / EMU_PER_POINT for side, usual in _INSETS.items())),
        type=kind,
        before=_space(levels, "spcBef", size),
        after=_space(levels, "spcAft", size),
        indent=int(attribute(levels, "marL", "0")) / EMU_PER_POINT,
        hanging=-int(attribute(levels, "indent", "0")) / EMU_PER_POINT,
        bullet=tag_of(first_of(levels, "./a:buNone | ./a:buChar | ./a:buAutoNum | ./a:buBlip")) not in ("", "buNone"),
        fitted=tag_of(first_of(bodies, "./a:normAutofit | ./a:spAutoFit | ./a:noAutofit")) in ("normAutofit", "spAutoFit")
        or attribute(bodies, "wrap", "square") != "square",
        resets=tuple(reset for reset, plain in _RESETS.items() if attribute(runs, reset, plain) != plain),
    )
    vertical = attribute(bodies, "vert", "horz") != "horz"
    own = first_of([shape, *bases], "./p:spPr/a:solidFill | ./p:spPr/a:noFill")
    fill = colour_of(own[0]) if tag_of(own) == "solidFill" else None
    return TemplatePlaceholder(form, _run_colour(runs), fill, spacing, vertical)


def theme_part(master: Any) -> Any:
    """The root of a master's theme."""
    from lxml import etree

    return etree.fromstring(master.part.part_related_by(f"{SPACES['r']}/theme").blob)


def colours_of(theme: Any, master: Any) -> Mapping[str, str]:
    """The colours of a master's theme by slot, the four base slots by their meaning."""
    rgb = {tag_of(slot): rgb_of(slot[0]) for slot in all_of(theme, "./a:themeElements/a:clrScheme/*")}
    (mapped,) = master._element.xpath("./p:clrMap")
    meanings = {slot: mapped.get(name, slot) for name, slot in MEANINGS.items()}
    return {slot: rgb.get(meanings.get(slot, slot), value) for slot, value in rgb.items()}


def japanese_fonts(theme: Any) -> Mapping[FontRole, str | None]:
    """The fonts that a theme's Japanese text is set in, by role."""
    return {role: _japanese(theme, tag) for role, tag in _FONTS.items()}


def latin_fonts(theme: Any) -> Mapping[FontRole, str]:
    """The fonts that a theme's Latin letters are set in, by role."""
    faces = {role: all_of(theme, f"./a:themeElements/a:fontScheme/a:{tag}/a:latin") for role, tag in _FONTS.items()}
    return {role: attribute(found, "typeface", "") for role, found in faces.items()}


def _japanese(theme: Any, tag: str) -> str | None:
    """The font that Japanese text is set in: the East Asian one, else that of the script, else a Japanese Latin one."""
    (font,) = all_of(theme, f"./a:themeElements/a:fontScheme/a:{tag}")
    faces = [face for path in ("./a:ea", './a:font[@script="Jpan"]') for face in all_of(font, path)]
    names = [face.get("typeface", "") for face in faces]
    names += [name for name in (face.get("typeface", "") for face in all_of(font, "./a:latin")) if _is_japanese(name)]
    return next((name for name in names if name), None)


def _is_japanese(name: str) -> bool:
    return not name.isascii() or is_known(name)


def _run_colour(runs: Sequence[Any]) -> TemplateColour:
    fill = first_of(runs, "./a:solidFill/*")
    return TemplateColour(slot="dk1") if fill is None else colour_of(fill)


def _font(runs: Sequence[Any], family: str) -> FontRole:
    """The font of the theme that the nearest reference to one (+mj, +mn) names, else the one that is usual."""
    names = (face.get("typeface", "") for run in runs for face in all_of(run, "./a:ea | ./a:latin"))
    name = next((name for name in names if name.startswith("+")), "+mj" if family == "title" else "+mn")
    return "heading" if name.startswith("+mj") else "body"


def _line_space(levels: Sequence[Any]) -> tuple[float, float]:
    """Line pitch in points (0 where it is in percent), and line space in percent."""
    space = first_of(levels, "./a:lnSpc/*")
    if space is None:
        return (0, 100)
    amount = int(space.get("val", "100000"))
    return (0, amount / 1000) if tag_of(space) == "spcPct" else (amount / 100, 100)


def _space(levels: Sequence[Any], tag: str, size: float) -> float:
    """The space before or after a paragraph in points."""
    space = first_of(levels, f"./a:{tag}/*")
    amount = int(space.get("val", "0")) if space is not None else 0
    return amount / 100000 * size * _LINE_EM if tag_of(space) == "spcPct" else amount / 100
