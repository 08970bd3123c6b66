"""The merged deck's list of slides: their order, their ids and their sections."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lxml import etree

from docgen.merging.decisions.decision import SlideDecision
from docgen.merging.edited.deck import EditedSlide
from docgen.merging.xml_names import P14, PRESENTATION_PART, SLIDE, P, R
from docgen.write.document.presentation import FIRST_SLIDE_ID
from docgen.write.package.package import Package
from docgen.write.package.part import Relationship


def put_slides(slides: Sequence[SlideDecision], names: Sequence[str], target: Package) -> None:
    """The list of slides; those that the edited deck has keep their numbers, which comments call them by."""
    root = target.xml(PRESENTATION_PART)
    listed = root.find(f"{P}sldIdLst")
    references = target.references[PRESENTATION_PART]
    homes = {references[each.get(f"{R}id")].target: each.get("id") for each in listed}
    for key in [key for key, each in references.items() if each.kind == SLIDE]:
        if references[key].target not in names:
            del references[key]
    numbers = _numbers([slide.now for slide in slides])
    for child in list(listed):
        listed.remove(child)
    for name, number in zip(names, numbers, strict=True):
        entry = etree.SubElement(listed, f"{P}sldId", id=number)
        entry.set(f"{R}id", target.refer(PRESENTATION_PART, Relationship(SLIDE, name)))
    _put_sections(root, homes, dict(zip(names, numbers, strict=True)))


def _numbers(slides: Sequence[EditedSlide | None]) -> list[str]:
    """An id for each slide: the edited deck's, where it is one of its own; else the next that is free."""
    found: list[str] = []
    used: set[str] = set()
    last = max([FIRST_SLIDE_ID - 1, *(int(slide.number) for slide in slides if slide is not None)])
    for slide in slides:
        number = slide.number if slide is not None else ""
        if not number or number in used:
            last += 1
            number = str(last)
        used.add(number)
        found.append(number)
    return found


def _put_sections(root: Any, homes: Mapping[str, str], numbers: Mapping[str, str]) -> None:
    """The sections with the merged slides: one that is new, or was moved, joins the section before it."""
    sections = list(root.iter(f"{P14}section"))
    if not sections:
        return
    home = {
        each.get("id"): place
        for place, section in enumerate(sections)
        for each in section.iter(f"{P14}sldId")
    }
    lists = [section.find(f"{P14}sldIdLst") for section in sections]
    for each in lists:
        for child in list(each):
            each.remove(child)
    current = 0
    for name, number in numbers.items():
        current = max(current, home.get(homes.get(name, ""), current))
        etree.SubElement(lists[current], f"{P14}sldId", id=number)
