"""The merged deck's list of slides: their order, their ids and their sections."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lxml import etree

from docgen.merging.decisions.decision import SlideDecision
from docgen.merging.edited.deck import EditedSlide
from docgen.merging.xml_names import P14, SLIDE, P, R
from docgen.outside.package import Relationship
from docgen.write.document.presentation import FIRST_SLIDE_ID
from docgen.write.package.package import Package
from docgen.write.package.part import PRESENTATION


def put_slides(slides: Sequence[SlideDecision], names: Sequence[str], target: Package) -> None:
    """Write the list of slides, whose parts are ``names``.

    A slide of the edited deck keeps its id, by which comments call it.
    """
    root = target.xml(PRESENTATION)
    listed = root.find(f"{P}sldIdLst")
    references = target.references[PRESENTATION]
    built_ids = {references[entry.get(f"{R}id")].target: entry.get("id") for entry in listed}
    for key in [key for key, relationship in references.items() if relationship.kind == SLIDE]:
        if references[key].target not in names:
            del references[key]
    own = [built_ids.get(name, "") for name in names]
    ids = dict(zip(names, _slide_ids([slide.edited for slide in slides], own), strict=True))
    for entry in list(listed):
        listed.remove(entry)
    for name, number in ids.items():
        entry = etree.SubElement(listed, f"{P}sldId", id=number)
        entry.set(f"{R}id", target.refer(PRESENTATION, Relationship(SLIDE, name)))
    _put_sections(root, built_ids, ids)


def _slide_ids(slides: Sequence[EditedSlide | None], own: Sequence[str]) -> list[str]:
    """An id for each slide: the edited deck's, else the one that it has, where that is free; else the next free one."""
    ids = ["" for _ in slides]
    wanted = (*enumerate(slide.number if slide is not None else "" for slide in slides), *enumerate(own))
    taken: set[str] = set()
    for index, number in wanted:
        if number and not ids[index] and number not in taken:
            ids[index] = number
            taken.add(number)
    last = max([FIRST_SLIDE_ID - 1, *map(int, taken)])
    for index, number in enumerate(ids):
        if not number:
            last += 1
            ids[index] = str(last)
    return ids


def _put_sections(root: Any, built_ids: Mapping[str, str], ids: Mapping[str, str]) -> None:
    """List the merged slides in the sections: one that is new, or was moved, joins the section before it.

    ``built_ids`` and ``ids`` are the slide ids of the new build and of the merged deck, by part.
    """
    sections = [section.find(f"{P14}sldIdLst") for section in root.iter(f"{P14}section")]
    if not sections:
        return
    home = {entry.get("id"): place for place, section in enumerate(sections) for entry in section.iter(f"{P14}sldId")}
    for section in sections:
        for entry in list(section):
            section.remove(entry)
    current = 0
    for name, number in ids.items():
        current = max(current, home.get(built_ids.get(name, ""), current))
        etree.SubElement(sections[current], f"{P14}sldId", id=number)
