"""The presentation part: page size, masters, slides, line-breaking rules, default text and sections."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from docgen.errors import DocgenError, nearest
from docgen.messages import message
from docgen.placed import DeckSection, Design
from docgen.typeset.characters import NOT_FIRST, NOT_LAST
from docgen.write.design.master import MASTER_ID
from docgen.write.document.notes import NOTES_HEIGHT, NOTES_WIDTH
from docgen.write.xml import escape, identity
from docgen.write.xml.namespaces import POWERPOINT_2010, ROOT, SECTIONS
from docgen.write.xml.text import FONTS, LANGUAGE
from docgen.write.xml.units import emu

FIRST_SLIDE_ID = 256

# Page sizes in EMU that PowerPoint knows by name.
_NAMED_SIZES = {(9906000, 6858000): "A4", (9144000, 6858000): "screen4x3"}

# What PowerPoint itself calls the section of slides that stand before the first heading.
_UNNAMED = "既定のセクション"

# PowerPoint's own Japanese rules let small kana begin a line; a deck may state those that it was set with.
_KINSOKU = (
    f'<p:kinsoku lang="ja-JP" invalStChars="{escape.attribute("".join(sorted(NOT_FIRST)))}" '
    f'invalEndChars="{escape.attribute("".join(sorted(NOT_LAST)))}"/>'
)


def presentation_xml(
    design: Design,
    master: str,
    notes_master: str | None,
    slides: Mapping[str, int],
    sections: str,
) -> str:
    """The presentation's XML; masters and slides are relationship ids, ``sections`` an extension's XML.

    ``slides`` have their ids in the list of slides, which count from the first slide of the whole deck on.
    """
    size = (emu(design.width), emu(design.height))
    kind = f' type="{_NAMED_SIZES[size]}"' if size in _NAMED_SIZES else ""
    notes = f'<p:notesMasterIdLst><p:notesMasterId r:id="{notes_master}"/></p:notesMasterIdLst>'
    listed = "".join(f'<p:sldId id="{number}" r:id="{key}"/>' for key, number in slides.items())
    first = min(slides.values(), default=FIRST_SLIDE_ID) - FIRST_SLIDE_ID + 1
    begins = f' firstSlideNum="{first}"' if first > 1 else ""
    return (
        f'<p:presentation {ROOT}{begins} saveSubsetFonts="1" autoCompressPictures="0">'
        f'<p:sldMasterIdLst><p:sldMasterId id="{MASTER_ID}" r:id="{master}"/></p:sldMasterIdLst>'
        + (notes if notes_master is not None else "")
        + (f"<p:sldIdLst>{listed}</p:sldIdLst>" if listed else "")
        + f'<p:sldSz cx="{size[0]}" cy="{size[1]}"{kind}/>'
        f'<p:notesSz cx="{emu(NOTES_WIDTH)}" cy="{emu(NOTES_HEIGHT)}"/>'
        f"{_KINSOKU}<p:defaultTextStyle>{_default_text()}</p:defaultTextStyle>"
        + (f"<p:extLst>{sections}</p:extLst>" if sections else "")
        + "</p:presentation>"
    )


def _default_text() -> str:
    levels = "".join(
        f'<a:lvl{level}pPr marL="{emu(36 * (level - 1))}" algn="l" eaLnBrk="1" hangingPunct="1">'
        f'<a:defRPr sz="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>{FONTS["body"]}</a:defRPr>'
        f"</a:lvl{level}pPr>"
        for level in range(1, 10)
    )
    return f"<a:defPPr><a:defRPr {LANGUAGE}/></a:defPPr>{levels}"


def sections_xml(sections: Sequence[DeckSection], slides: Sequence[str], ids: Mapping[str, int]) -> str:
    """The extension that lists the sections; ``ids`` gives the deck's slide ids by slide.

    PowerPoint wants every slide in one section, in the deck's order: slides of no section join the section
    before them. Raises DocgenError for an unknown slide, a slide in two sections, or another order.
    """
    if not sections:
        return ""
    listed = "".join(
        f'<p14:section name="{escape.attribute(name)}" id="{identity.guid("section", str(number), name)}">'
        "<p14:sldIdLst>"
        + "".join(f'<p14:sldId id="{ids[slide]}"/>' for slide in members)
        + "</p14:sldIdLst></p14:section>"
        for number, (name, members) in enumerate(complete_sections(sections, slides))
    )
    return (
        f'<p:ext uri="{SECTIONS}"><p14:sectionLst xmlns:p14="{POWERPOINT_2010}">{listed}'
        "</p14:sectionLst></p:ext>"
    )


def complete_sections(sections: Sequence[DeckSection], slides: Sequence[str]) -> list[tuple[str, list[str]]]:
    """The sections with all slides of the deck, in the deck's order."""
    home = _homes(sections, slides)
    complete: list[tuple[str, list[str]]] = [(section.name, []) for section in sections]
    leading: list[str] = []
    current = -1
    for slide in slides:
        number = home.get(slide, current)
        if number < current:
            raise DocgenError("slide-after-its-section", slide=slide, section=sections[number].name)
        current = number
        members = complete[current][1] if current >= 0 else leading
        members.append(slide)
    return ([(_UNNAMED, leading)] if leading else []) + complete


def _homes(sections: Sequence[DeckSection], slides: Sequence[str]) -> dict[str, int]:
    known = set(slides)
    home: dict[str, int] = {}
    for number, section in enumerate(sections):
        for slide in section.slides:
            if slide not in known:
                raise DocgenError(
                    "section-lists-no-slide", hint=nearest(slide, known), section=section.name, slide=slide
                )
            if slide in home:
                raise DocgenError(
                    "slide-in-two-sections", where=message("in-section", section=section.name), slide=slide
                )
            home[slide] = number
    return home
