"""The theme: twelve colours, two fonts and a flat format scheme, made from the design."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.placed import Design
from docgen.write.xml import escape
from docgen.write.xml.namespaces import DRAWING

ACCENTS = tuple(f"accent{number}" for number in range(1, 7))
SLOTS = ("dk1", "lt1", "dk2", "lt2", *ACCENTS, "hlink", "folHlink")

# A flat format scheme: the same fill, stroke widths of 0.5, 1 and 1.5 pt, no effects.
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_STROKES = "".join(
    f'<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr">{_FILL}<a:prstDash val="solid"/></a:ln>'
    for width in (6350, 12700, 19050)
)
_NO_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"
_FORMATS = (
    f"<a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{_STROKES}</a:lnStyleLst>"
    f"<a:effectStyleLst>{_NO_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst>"
)



def theme_colours(design: Design) -> dict[str, str]:
    """The twelve theme slots with their RGB.

    A slot that no palette colour names is filled from the palette: dark and light slots by lightness,
    accents by the series colours and then the rest of the palette, links by the second dark colour.
    """
    stated = _stated(design)
    by_lightness = sorted(_every_rgb(design), key=_lightness)
    dark = [rgb for rgb in by_lightness if _lightness(rgb) < 0.35] or ["000000"]
    light = [rgb for rgb in reversed(by_lightness) if _lightness(rgb) > 0.8] or ["FFFFFF"]
    base = {
        "dk1": stated.get("dk1", dark[0]),
        "lt1": stated.get("lt1", "FFFFFF"),
        "dk2": stated.get("dk2", dark[-1]),
        "lt2": stated.get("lt2", light[-1]),
    }
    colours = base | _accents(design, {**base, **stated})
    colours["hlink"] = stated.get("hlink", colours["dk2"])
    colours["folHlink"] = stated.get("folHlink", colours["hlink"])
    return {slot: colours[slot] for slot in SLOTS}


def theme_xml(design: Design, name: str) -> str:
    """The theme part's XML; ``name`` is what PowerPoint shows in its design tab."""
    colours = "".join(
        f'<a:{slot}><a:srgbClr val="{rgb}"/></a:{slot}>' for slot, rgb in theme_colours(design).items()
    )
    label = escape.attribute(name)
    return (
        f'<a:theme xmlns:a="{DRAWING}" name="{label}"><a:themeElements>'
        f'<a:clrScheme name="{label}">{colours}</a:clrScheme>'
        f'<a:fontScheme name="{label}">{_font("majorFont", design.fonts["heading"])}'
        f"{_font('minorFont', design.fonts['body'])}</a:fontScheme>"
        f'<a:fmtScheme name="{label}">{_FORMATS}</a:fmtScheme>'
        "</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )


def _font(tag: str, name: str) -> str:
    face = escape.attribute(name)
    return (
        f'<a:{tag}><a:latin typeface="{face}"/><a:ea typeface="{face}"/><a:cs typeface=""/>'
        f'<a:font script="Jpan" typeface="{face}"/></a:{tag}>'
    )


def _stated(design: Design) -> dict[str, str]:
    """The RGB of the slots that the palette names unchanged; of two colours that name one, the first has it."""
    slots: dict[str, str] = {}
    for colour in design.palette.values():
        if colour.slot is not None and colour.lum_mod is None and colour.lum_off is None:
            slots.setdefault(colour.slot, colour.digits)
    return slots


def _accents(design: Design, taken: Mapping[str, str]) -> dict[str, str]:
    """The RGB of the accents; those not ``taken`` get series colours and others that no slot has yet."""
    series = [design.palette[name].digits for name in design.series_colours if name in design.palette]
    used = set(taken.values())
    free = iter([rgb for rgb in dict.fromkeys((*series, *_every_rgb(design))) if rgb not in used])
    return {slot: taken[slot] if slot in taken else next(free, taken["dk2"]) for slot in ACCENTS}


def _every_rgb(design: Design) -> list[str]:
    return list(dict.fromkeys(colour.digits for colour in design.palette.values()))


def _lightness(rgb: str) -> float:
    red, green, blue = (int(rgb[start : start + 2], 16) / 255 for start in (0, 2, 4))
    # The weights of ITU-R BT.601 for perceived brightness.
    return 0.299 * red + 0.587 * green + 0.114 * blue
