"""Cover, contents and dividers."""

from __future__ import annotations

from docgen.derive.desk import Desk
from docgen.derive.kinds import Place
from docgen.derive.plan import sections_in_order
from docgen.model import PageEntry, Section
from docgen.ready import ContentsEntry, ReadyContents, ReadyCover, ReadyDivider, ReadyPage

# Sections below the second level have no line of their own in the contents, and the divider of a second one.
_LEVELS = 2


def cover_pages(entry: PageEntry, place: Place, desk: Desk) -> tuple[ReadyPage, ...]:
    """The cover."""
    compendium = desk.compendium
    record = ReadyCover(compendium.title, compendium.document_type, compendium.published, compendium.organisation)
    return (place.page("cover", "cover", record, path=("title",)),)


def divider_pages(entry: PageEntry, place: Place, desk: Desk) -> tuple[ReadyPage, ...]:
    """The divider that a section begins with."""
    section = place.section
    record = ReadyDivider(min(place.level, _LEVELS), section.title, section.subtitle, section.mark)
    return (place.page(divider_id(section), "divider", record),)


def contents_pages(entry: PageEntry, place: Place, desk: Desk) -> tuple[ReadyPage, ...]:
    """The contents: the titled sections of two levels, each leading to its divider or first page."""
    lines = tuple(
        ContentsEntry(len(chain), contents_text(chain[-1]), place.first_pages[chain[-1].id])
        for _, chain in sections_in_order(desk.compendium.sections)
        if len(chain) <= _LEVELS and chain[-1].title and chain[-1].id in place.first_pages
    )
    return (place.page("contents", "contents", ReadyContents(lines)),)


def contents_text(section: Section) -> str:
    """A section as the contents page names it: A-1 title～subtitle～, ①title."""
    mark = section.mark
    gap = " " if mark.isascii() else ""
    lead = "" if not mark or section.title.startswith(mark) else mark + gap
    subtitle = section.subtitle.strip("～")
    return f"{lead}{section.title}" + (f"～{subtitle}～" if subtitle else "")


def divider_id(section: Section) -> str:
    """The stable id of a section's divider."""
    return f"divider/{section.id}"
