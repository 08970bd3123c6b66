"""Placeholders: how a slide refers to one, and how the master and the slide layouts draw one."""

from __future__ import annotations

from docgen.fingerprint.placed import PLACEHOLDER_TYPES
from docgen.fingerprint.values import SLIDE_NUMBER
from docgen.placed import PlaceholderForm, PlaceholderKind
from docgen.write.xml import escape
from docgen.write.xml.colour import Colours
from docgen.write.xml.elements import RECTANGLE
from docgen.write.xml.text import ALIGNMENTS, FONTS, LANGUAGE, body_properties, slide_number_field
from docgen.write.xml.units import hundredths, transform

# What PowerPoint itself shows in an empty placeholder.
_PROMPTS: dict[PlaceholderKind, str] = {
    "title": "マスター タイトルの書式設定",
    "body": "マスター テキストの書式設定",
    "footer": "フッター",
    "date": "日付",
}


def placeholder_reference(form: PlaceholderForm, *, custom_prompt: bool = False) -> str:
    """The ``p:ph`` of a placeholder: on a slide, the link to the layout's placeholder of that index."""
    kind = form.type or PLACEHOLDER_TYPES[form.kind]
    named = "" if kind == "obj" else f' type="{kind}"'
    index = "" if form.kind == "title" else f' idx="{form.index}"'
    size = "" if form.kind in ("title", "body") else ' sz="quarter"'
    prompt = ' hasCustomPrompt="1"' if custom_prompt else ""
    return f"<p:ph{named}{size}{index}{prompt}/>"


def drawn_placeholder(
    form: PlaceholderForm,
    number: int,
    colours: Colours,
    master: PlaceholderForm | None = None,
    *,
    stated: bool = False,
) -> str:
    """A placeholder on the master or a slide layout, with its box, its look and its prompt.

    ``master`` is the master's placeholder of the same kind, for a layout's: what of its look equals it is not
    stated again, so that a change of the master reaches the layout. Where that is not known, all is ``stated``. Its
    place always is: some programs take none from the master.
    """
    reference = placeholder_reference(form, custom_prompt=bool(form.prompt))
    fill = colours.fill(form.fill) if form.fill is not None else ""
    properties = body_properties(form.insets, form.anchor)
    if master is not None and (form.insets, form.anchor) == (master.insets, master.anchor):
        properties = "<a:bodyPr/>"
    # On the master, titles and bodies take their look from the master's text styles.
    inherited = form.kind in ("title", "body") if master is None else look(form) == look(master)
    inherited = inherited and not stated
    style = "" if inherited else f"<a:lvl1pPr{level_properties(form, colours, master)}</a:lvl1pPr>"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{escape.attribute(form.name)}"/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{reference}</p:nvPr></p:nvSpPr>'
        f"<p:spPr>{transform(form.box)}{RECTANGLE}{fill}</p:spPr><p:txBody>{properties}<a:lstStyle>{style}</a:lstStyle>"
        f"<a:p>{_prompt(form)}</a:p></p:txBody></p:sp>"
    )


def level_properties(form: PlaceholderForm, colours: Colours, base: PlaceholderForm | None = None) -> str:
    """Attributes and children of a list style's level: alignment, pitch, size, weight, colour and font.

    What equals the look of ``base`` is left to it, so that a change there reaches this level.
    """

    def states(attribute: str) -> bool:
        return base is None or getattr(form, attribute) != getattr(base, attribute)

    align = f' algn="{ALIGNMENTS[form.align]}"' if states("align") else ""
    pitch = _pitch(form) if states("pitch") else ""
    attributes = f' sz="{hundredths(form.size)}"' if states("size") else ""
    attributes += f' b="{int(form.bold)}"' if states("bold") else ""
    inside = colours.fill(form.colour) if states("colour") else ""
    inside += FONTS[form.font] if states("font") else ""
    run = f"<a:defRPr{attributes}>{inside}</a:defRPr>" if inside else f"<a:defRPr{attributes}/>"
    if base is not None:
        return f"{align}>{pitch}{run if attributes or inside else ''}"
    return (
        f' marL="0" indent="0"{align} eaLnBrk="1" hangingPunct="1">{pitch}'
        f'<a:spcBef><a:spcPts val="0"/></a:spcBef><a:spcAft><a:spcPts val="0"/></a:spcAft><a:buNone/>{run}'
    )


def _pitch(form: PlaceholderForm) -> str:
    if form.pitch > 0:
        return f'<a:lnSpc><a:spcPts val="{hundredths(form.pitch)}"/></a:lnSpc>'
    return '<a:lnSpc><a:spcPct val="100000"/></a:lnSpc>'


def look(form: PlaceholderForm) -> tuple[object, ...]:
    """What of a placeholder's text a list style states."""
    return (form.size, form.colour, form.bold, form.font, form.align, form.pitch)


def _prompt(form: PlaceholderForm) -> str:
    if form.kind == "slide_number":
        return slide_number_field(SLIDE_NUMBER, f"<a:rPr {LANGUAGE}/>")
    # Never empty: LibreOffice takes a footer's look from the layout's text, not from its list style.
    prompt = escape.text(form.prompt or _PROMPTS[form.kind])
    return f"<a:r><a:rPr {LANGUAGE}/><a:t>{prompt}</a:t></a:r>"
