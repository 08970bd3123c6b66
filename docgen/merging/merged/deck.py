"""Decisions put into the new build's package: slides in their order, sections, notes, authors."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from lxml import etree

from docgen.merging.decisions.decision import Decisions, SlideDecision
from docgen.merging.edited.deck import EditedDeck
from docgen.merging.merged.chart import Charts
from docgen.merging.merged.part_copier import Carrier
from docgen.merging.merged.slide import add_note, apply_slide
from docgen.merging.merged.slide_list import put_slides
from docgen.merging.xml_names import (
    AUTHORS,
    LAYOUT,
    NOTES,
    NOTES_MASTER,
    P14,
    PRESENTATION_PART,
    SLIDE,
    P,
    R,
)
from docgen.write.document.notes import notes_xml
from docgen.write.package.package import Package
from docgen.write.package.part import Relationship
from docgen.write.package.part_names import EXTENDED_PROPERTIES, content_type
from docgen.write.xml import identity


def apply(
    decisions: Decisions, edited: EditedDeck, target: Package, parts: Mapping[str, str], charts: Charts
) -> None:
    """Change the new build in ``target``, whose slides' ``parts`` are by id, into the merged deck."""
    names = _slide_names(decisions.slides, target, parts)
    carrier = Carrier(
        edited.package,
        target,
        slides={
            slide.now.part: names[at] for at, slide in enumerate(decisions.slides) if slide.now is not None
        },
        layouts=_layouts(edited, target),
        notes_master=target.target(PRESENTATION_PART, NOTES_MASTER),
    )
    for name, slide in zip(names, decisions.slides, strict=True):
        if slide.id is not None:
            apply_slide(slide, name, carrier, charts)
            _put_notes(slide, name, carrier, edited.loose)
        elif slide.now is not None:
            carrier.part(slide.now.part, name)
            _free_identity(slide, name, decisions.slides, target)
            if slide.told:
                add_note(name, slide, target)
    put_slides(decisions.slides, names, target)
    _put_authors(carrier)
    _put_counts(names, target)


def _slide_names(slides: Sequence[SlideDecision], target: Package, parts: Mapping[str, str]) -> list[str]:
    """The part of each merged slide; one that comes from the edited deck gets a name that is free."""
    names: list[str] = []
    number = len(parts)
    for slide in slides:
        if slide.id is not None:
            names.append(parts[slide.id])
            continue
        number += 1
        while f"/ppt/slides/slide{number}.xml" in target.parts:
            number += 1
        names.append(f"/ppt/slides/slide{number}.xml")
    return names


def _layouts(edited: EditedDeck, target: Package) -> dict[str, str]:
    """The new build's slide layout for each of the edited deck's: of the same name, else of like places."""
    own = {
        name: target.xml(name) for name in target.parts if name.startswith("/ppt/slideLayouts/slideLayout")
    }
    by_name = {root.find(f"{P}cSld").get("name"): name for name, root in own.items()}
    found: dict[str, str] = {}
    for slide in edited.slides:
        layout = edited.package.target(slide.part, LAYOUT)
        if layout is None or layout in found or layout not in edited.package.parts:
            continue
        root = edited.package.xml(layout)
        wanted = _places(root)
        like = max(own, key=lambda name: (len(wanted & _places(own[name])), name))
        found[layout] = by_name.get(root.find(f"{P}cSld").get("name"), like)
    return found


def _places(root: Any) -> set[str]:
    return {each.get("type", "body") for each in root.iter(f"{P}ph")}


def _free_identity(slide: SlideDecision, name: str, slides: Sequence[SlideDecision], target: Package) -> None:
    """A slide that was doubled by hand lets the original keep its name and creationId."""
    holder = target.xml(name).find(f"{P}cSld")
    own = holder.get("name")
    others = {each.id for each in slides if each.id is not None}
    others |= {
        each.now.name for each in slides if each.now is not None and each is not slide and each.id is None
    }
    if own and own in others:
        del holder.attrib["name"]
        creation = holder.find(f"{P}extLst//{P14}creationId")
        if creation is not None:
            creation.set("val", str(identity.number(own, name)))


def _put_notes(slide: SlideDecision, part: str, carrier: Carrier, loose: bool) -> None:
    """Speaker notes that are not the new build's: the edited page itself, or its text."""
    if slide.notes is None or slide.now is None:
        return
    target = carrier.target
    known = target.target(part, NOTES)
    edited = carrier.source.target(slide.now.part, NOTES)
    whole = edited is not None and not loose and slide.notes == slide.now.notes
    if known is not None and not whole:
        target.changed.pop(known, None)
        target.parts[known] = notes_xml(slide.notes).encode("utf-8")
        return
    references = target.references.setdefault(part, {})
    key = next((key for key, each in references.items() if each.kind == NOTES), None)
    if whole and edited is not None:
        if carrier.notes_master is None:
            _add_notes_master(carrier, edited)
        name = carrier.part(edited)
    elif carrier.notes_master is not None:
        name = target.free_name("/ppt/notesSlides/notesSlide1.xml")
        target.parts[name] = notes_xml(slide.notes).encode("utf-8")
        target.types[name] = content_type(name)
        target.references[name] = {
            "rId1": Relationship(NOTES_MASTER, carrier.notes_master),
            "rId2": Relationship(SLIDE, part),
        }
    else:
        return
    if key is not None:
        references[key] = Relationship(NOTES, name)
    else:
        target.refer(part, Relationship(NOTES, name))


def _add_notes_master(carrier: Carrier, notes: str) -> None:
    """Bring the edited deck's notes master to a build that has none."""
    master = carrier.source.target(notes, NOTES_MASTER)
    if master is None:
        return
    carrier.notes_master = carrier.part(master)
    key = carrier.target.refer(PRESENTATION_PART, Relationship(NOTES_MASTER, carrier.notes_master))
    listed = etree.Element(f"{P}notesMasterIdLst")
    etree.SubElement(listed, f"{P}notesMasterId").set(f"{R}id", key)
    carrier.target.xml(PRESENTATION_PART).find(f"{P}sldMasterIdLst").addnext(listed)


def _put_authors(carrier: Carrier) -> None:
    """The authors of comments."""
    for reference in carrier.source.references.get(PRESENTATION_PART, {}).values():
        if reference.kind in AUTHORS and reference.target in carrier.source.parts:
            name = carrier.part(reference.target)
            carrier.target.refer(PRESENTATION_PART, Relationship(reference.kind, name))


def _put_counts(names: Sequence[str], target: Package) -> None:
    """How many slides and notes pages there are now."""
    notes = sum(target.target(name, NOTES) is not None for name in names)
    text = target.parts[EXTENDED_PROPERTIES].decode("utf-8")
    for tag, count in (("Slides", len(names)), ("Notes", notes)):
        text = re.sub(rf"<{tag}>\d+</{tag}>", f"<{tag}>{count}</{tag}>", text)
    target.parts[EXTENDED_PROPERTIES] = text.encode("utf-8")
