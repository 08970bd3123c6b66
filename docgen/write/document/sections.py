"""PowerPoint's sections: the headings in its list of slides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from docgen.errors import DocgenError, nearest
from docgen.placed import DeckSection
from docgen.write.xml import escape, identity
from docgen.write.xml.namespaces import POWERPOINT_2010, SECTIONS

# What PowerPoint itself calls the section of slides that stand before the first heading.
_UNNAMED = "既定のセクション"


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
            raise DocgenError(
                f"slide {slide} of section {sections[number].name!r} comes after a later section has begun",
                expected="sections in the order of the deck's slides",
            )
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
                    f"section {section.name!r} lists {slide!r}, which is no slide of the deck",
                    hint=nearest(slide, known),
                )
            if slide in home:
                raise DocgenError(f"slide {slide} is listed in two sections", where=f"section {section.name}")
            home[slide] = number
    return home
