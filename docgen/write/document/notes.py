"""Speaker notes: a notes master, and a notes page for every slide that has notes."""

from __future__ import annotations

from docgen.placed import Box
from docgen.write.xml import escape
from docgen.write.xml.elements import BACKGROUND, COLOUR_MAP, MASTER_COLOURS, RECTANGLE, shape_tree
from docgen.write.xml.namespaces import ROOT
from docgen.write.xml.text import LANGUAGE
from docgen.write.xml.units import hundredths, transform

# The notes page is A4 portrait, in points.
NOTES_WIDTH, NOTES_HEIGHT = 540, 780
_IMAGE_WIDTH, _TOP, _GAP = 432.0, 54.0, 18.0
_SIZE = 12.0


def notes_master_xml(page_width: float, page_height: float) -> str:
    """The notes master: the slide's picture above, the notes below; slide sizes in points."""
    left = (NOTES_WIDTH - _IMAGE_WIDTH) / 2
    image_height = min(_IMAGE_WIDTH * page_height / page_width, NOTES_HEIGHT * 0.6)
    image_width = image_height * page_width / page_height
    image = Box((NOTES_WIDTH - image_width) / 2, _TOP, image_width, image_height)
    top = image.bottom + _GAP
    body = Box(left, top, _IMAGE_WIDTH, NOTES_HEIGHT - top - _TOP)
    return (
        f"<p:notesMaster {ROOT}><p:cSld>{BACKGROUND}"
        + shape_tree(
            _image(
                f'{transform(image)}{RECTANGLE}<a:noFill/><a:ln w="6350"><a:solidFill>'
                '<a:schemeClr val="tx1"/></a:solidFill></a:ln>'
            )
            + _body(f"{transform(body)}{RECTANGLE}", "")
        )
        + f"</p:cSld>{COLOUR_MAP}<p:notesStyle>{_style()}</p:notesStyle></p:notesMaster>"
    )


def notes_xml(notes: str) -> str:
    """A slide's notes page; every line of ``notes`` is a paragraph."""
    lines = "".join(
        f"<a:p><a:r><a:rPr {LANGUAGE}/><a:t>{escape.text(line)}</a:t></a:r></a:p>"
        if line
        else f"<a:p><a:endParaRPr {LANGUAGE}/></a:p>"
        for line in notes.split("\n")
    )
    return (
        f"<p:notes {ROOT}><p:cSld>{shape_tree(_image('') + _body('', lines))}</p:cSld>"
        f"{MASTER_COLOURS}</p:notes>"
    )


def _image(properties: str) -> str:
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="slide image"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" '
        'noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{properties}</p:spPr></p:sp>"
    )


def _body(properties: str, paragraphs: str) -> str:
    text = paragraphs or f"<a:p><a:endParaRPr {LANGUAGE}/></a:p>"
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="body" sz="quarter" idx="1"/></p:nvPr></p:nvSpPr><p:spPr>{properties}</p:spPr>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{text}</p:txBody></p:sp>"
    )


def _style() -> str:
    return (
        f'<a:lvl1pPr marL="0" algn="l"><a:defRPr sz="{hundredths(_SIZE)}"><a:solidFill>'
        '<a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/>'
        '<a:cs typeface="+mn-cs"/></a:defRPr></a:lvl1pPr>'
    )
