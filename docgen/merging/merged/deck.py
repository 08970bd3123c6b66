"""Decisions put into the new build's package: slides in their order, authors of comments, counts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from docgen.merging.decisions.decision import Decisions, SlideDecision
from docgen.merging.decisions.whole import WholeDecision
from docgen.merging.edited.deck import EditedDeck
from docgen.merging.edited.whole import design_shapes, read_whole
from docgen.merging.merged.chart import Charts
from docgen.merging.merged.chart_workbook import put_shown_into_workbooks
from docgen.merging.merged.conflict_note import add_conflict_note
from docgen.merging.merged.notes import put_notes
from docgen.merging.merged.part_copier import PartCopier
from docgen.merging.merged.slide import merge_slide
from docgen.merging.merged.slide_list import put_slides
from docgen.merging.merged.whole import put_whole
from docgen.merging.xml_names import AUTHORS, LAYOUT, NOTES, NOTES_MASTER, P14, P
from docgen.outside.package import Relationship
from docgen.write.package.package import Package
from docgen.write.package.part import EXTENDED_PROPERTIES, PRESENTATION, slide_part
from docgen.write.xml import identity


def merge_into(
    target: Package,
    decisions: Decisions,
    whole: WholeDecision,
    edited: EditedDeck,
    parts: Mapping[str, str],
    charts: Charts,
) -> list[str]:
    """Change the package ``target`` of the new build into the merged deck; ``parts`` are its slides' by id.

    Returns the parts of the merged slides, in their order.
    """
    slides = decisions.slides
    names = _slide_names(slides, target, parts)
    copier = PartCopier(
        edited.package,
        target,
        slides={slide.edited.part: name for slide, name in zip(slides, names, strict=True) if slide.edited},
        layouts=_layouts(edited, target),
        notes_master=target.target(PRESENTATION, NOTES_MASTER),
    )
    for name, slide in zip(names, slides, strict=True):
        if slide.id is not None:
            merge_slide(slide, name, copier, charts)
            if slide.layout:
                _put_layout(slide.layout, name, target)
            put_notes(slide, name, copier, edited.by_libreoffice)
        elif slide.edited is not None:
            copier.copy_part(slide.edited.part, name)
            _free_identity(slide, name, slides, target)
            add_conflict_note(name, slide.told, target)
    put_shown_into_workbooks(copier.copied, target)
    put_slides(slides, names, target)
    copier.copy_related(PRESENTATION, PRESENTATION, AUTHORS)
    _put_counts(names, target)
    put_whole(whole, read_whole(edited.package), copier)
    return names


def _put_layout(layout: str, slide: str, target: Package) -> None:
    """Let a slide have the layout that was chosen by hand."""
    part = next((part for name, part, _ in design_shapes(target) if name == layout), None)
    for key, one in target.references[slide].items():
        if part is not None and one.kind == LAYOUT:
            target.references[slide][key] = Relationship(LAYOUT, part)


def _slide_names(slides: Sequence[SlideDecision], target: Package, parts: Mapping[str, str]) -> list[str]:
    """The part of each merged slide; one that comes from the edited deck gets a name that is free."""
    names: list[str] = []
    number = len(parts)
    for slide in slides:
        if slide.id is not None:
            names.append(parts[slide.id])
            continue
        number += 1
        while slide_part(number) in target.parts:
            number += 1
        names.append(slide_part(number))
    return names


def _layouts(edited: EditedDeck, target: Package) -> dict[str, str]:
    """The new build's slide layout for each of the edited deck's: of the same name, else of like placeholders."""
    own = {
        name: target.xml(name) for name in target.parts if name.startswith("/ppt/slideLayouts/slideLayout")
    }
    by_name = {root.find(f"{P}cSld").get("name"): name for name, root in own.items()}
    layouts: dict[str, str] = {}
    for slide in edited.slides:
        layout = edited.package.target(slide.part, LAYOUT)
        if layout is None or layout in layouts or layout not in edited.package.parts:
            continue
        root = edited.package.xml(layout)
        wanted = _placeholders(root)
        like = max(own, key=lambda name: (len(wanted & _placeholders(own[name])), name))
        layouts[layout] = by_name.get(root.find(f"{P}cSld").get("name"), like)
    return layouts


def _placeholders(root: Any) -> set[str]:
    return {placeholder.get("type", "body") for placeholder in root.iter(f"{P}ph")}


def _free_identity(slide: SlideDecision, name: str, slides: Sequence[SlideDecision], target: Package) -> None:
    """Let the original keep its name and creationId where a slide was doubled by hand."""
    holder = target.xml(name).find(f"{P}cSld")
    own = holder.get("name")
    others = {other.id for other in slides if other.id is not None}
    others |= {other.edited.name for other in slides if other.id is None and other.edited and other is not slide}
    if own and own in others:
        del holder.attrib["name"]
        creation = holder.find(f"{P}extLst//{P14}creationId")
        if creation is not None:
            creation.set("val", str(identity.number(own, name)))


def _put_counts(names: Sequence[str], target: Package) -> None:
    """State how many slides and notes pages there are now."""
    notes = sum(target.target(name, NOTES) is not None for name in names)
    text = target.parts[EXTENDED_PROPERTIES].decode("utf-8")
    for tag, count in (("Slides", len(names)), ("Notes", notes)):
        text = re.sub(rf"<{tag}>\d+</{tag}>", f"<{tag}>{count}</{tag}>", text)
    target.parts[EXTENDED_PROPERTIES] = text.encode("utf-8")
