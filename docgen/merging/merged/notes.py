"""The speaker notes of a merged slide."""

from __future__ import annotations

from lxml import etree

from docgen.merging.decisions.decision import SlideDecision
from docgen.merging.merged.part_copier import PartCopier
from docgen.merging.xml_names import NOTES, NOTES_MASTER, P, R
from docgen.outside.package import Relationship
from docgen.write.document.notes import notes_xml
from docgen.write.package.part import PRESENTATION, content_type, relationships


def put_notes(slide: SlideDecision, part: str, copier: PartCopier, by_libreoffice: bool) -> None:
    """Give the slide ``part`` the decided notes where they are not the new build's.

    They are the edited page itself, or, where LibreOffice spelled that or both sides changed it, its text.
    """
    if slide.notes is None or slide.edited is None:
        return
    target = copier.target
    own = target.target(part, NOTES)
    edited = copier.source.target(slide.edited.part, NOTES)
    if edited is not None and not by_libreoffice and slide.notes == slide.edited.notes:
        if copier.notes_master is None:
            _add_notes_master(edited, copier)
        _refer(part, copier.copy_part(edited), copier)
    elif own is not None:
        target.changed.pop(own, None)
        target.parts[own] = notes_xml(slide.notes).encode("utf-8")
    elif copier.notes_master is not None:
        name = target.free_name("/ppt/notesSlides/notesSlide1.xml")
        target.parts[name] = notes_xml(slide.notes).encode("utf-8")
        target.types[name] = content_type(name)
        target.references[name] = relationships(("notesMaster", copier.notes_master), ("slide", part))
        _refer(part, name, copier)


def _refer(part: str, notes: str, copier: PartCopier) -> None:
    """Let a slide refer to its notes page, in place of the one that it had."""
    references = copier.target.references.setdefault(part, {})
    known = next((key for key, relationship in references.items() if relationship.kind == NOTES), None)
    if known is not None:
        references[known] = Relationship(NOTES, notes)
    else:
        copier.target.refer(part, Relationship(NOTES, notes))


def _add_notes_master(notes: str, copier: PartCopier) -> None:
    """Bring the edited deck's notes master to a build that has none."""
    master = copier.source.target(notes, NOTES_MASTER)
    if master is None:
        return
    copier.notes_master = copier.copy_part(master)
    key = copier.target.refer(PRESENTATION, Relationship(NOTES_MASTER, copier.notes_master))
    listed = etree.Element(f"{P}notesMasterIdLst")
    etree.SubElement(listed, f"{P}notesMasterId").set(f"{R}id", key)
    copier.target.xml(PRESENTATION).find(f"{P}sldMasterIdLst").addnext(listed)
