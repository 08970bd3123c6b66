"""The parts of a deck beside its slides and its design: the presentation, notes, properties and fingerprint."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from docgen.fingerprint.manifest_part import MANIFEST_NAMESPACE, manifest_xml
from docgen.fingerprint.part import NAMESPACE
from docgen.placed import DeckProperties, DeckSection, Design
from docgen.write.design.theme import theme_xml
from docgen.write.document import notes, properties
from docgen.write.document.presentation import FIRST_SLIDE_ID, presentation_xml, sections_xml
from docgen.write.package import part as names
from docgen.write.package.part import NewPart, References, relationships, xml_part
from docgen.write.xml.namespaces import PACKAGE_RELATIONSHIPS

ROOTS = relationships(
    ("officeDocument", names.PRESENTATION),
    (f"{PACKAGE_RELATIONSHIPS}/metadata/core-properties", names.CORE_PROPERTIES),
    ("extended-properties", names.EXTENDED_PROPERTIES),
)
"""What a deck's package itself refers to."""


def presentation_parts(
    design: Design,
    sections: Sequence[DeckSection],
    slides: Mapping[str, int],
    noted: bool,
    whole: Mapping[str, int],
    custom: Sequence[str],
) -> list[NewPart]:
    """The presentation and what stands beside it; ``slides`` are its slides' numbers by id, in their order.

    ``whole`` are those that they have in the whole deck, ``custom`` the names of the parts of custom XML.
    """
    references = References()
    master = references.add("slideMaster", names.MASTER)
    keys = [references.add("slide", names.slide_part(number)) for number in slides.values()]
    notes_master = references.add("notesMaster", names.NOTES_MASTER) if noted else None
    references.add("presProps", names.PRESENTATION_PROPERTIES)
    references.add("viewProps", names.VIEW_PROPERTIES)
    references.add("theme", names.THEME)
    references.add("tableStyles", names.TABLE_STYLES)
    for name in custom:
        references.add("customXml", name)
    ids = {slide: FIRST_SLIDE_ID + whole[slide] - 1 for slide in slides}
    listed = sections_xml(sections, list(slides), ids)
    xml = presentation_xml(design, master, notes_master, dict(zip(keys, ids.values(), strict=True)), listed)
    return [
        xml_part(names.PRESENTATION, xml, references.by_id()),
        xml_part(names.PRESENTATION_PROPERTIES, properties.PRESENTATION_PROPERTIES),
        xml_part(names.VIEW_PROPERTIES, properties.VIEW_PROPERTIES),
    ]


def notes_master_parts(design: Design) -> list[NewPart]:
    """The notes master and its theme, for a deck that has notes."""
    master = notes.notes_master_xml(design.width, design.height)
    return [
        xml_part(names.NOTES_MASTER, master, relationships(("theme", names.NOTES_THEME))),
        xml_part(names.NOTES_THEME, theme_xml(design, design.name)),
    ]


def notes_part(number: int, text: str) -> NewPart:
    """The notes page of the slide of a number."""
    related = relationships(("notesMaster", names.NOTES_MASTER), ("slide", names.slide_part(number)))
    return xml_part(names.notes_part(number), notes.notes_xml(text), related)


def property_parts(stated: DeckProperties, slides: int, noted: int) -> list[NewPart]:
    """The document's properties, with the numbers of slides and of notes pages."""
    return [
        xml_part(names.CORE_PROPERTIES, properties.core_properties_xml(stated)),
        xml_part(names.EXTENDED_PROPERTIES, properties.extended_properties_xml(slides, noted)),
    ]


def fingerprint_parts(xml: str) -> list[NewPart]:
    """The deck as it was built, for later comparison; PowerPoint keeps such parts and does not show them."""
    return _custom_parts(xml, NAMESPACE, (names.FINGERPRINT, names.FINGERPRINT_PROPERTIES))


def manifest_parts(text: str | None) -> list[NewPart]:
    """What the deck was made of, for a deck that carries it: the JSON of a manifest."""
    if text is None:
        return []
    return _custom_parts(manifest_xml(text), MANIFEST_NAMESPACE, (names.MANIFEST, names.MANIFEST_PROPERTIES))


def _custom_parts(xml: str, namespace: str, parts: tuple[str, str]) -> list[NewPart]:
    """A part of custom XML and its properties, by their names."""
    name, described = parts
    return [
        xml_part(name, xml, relationships(("customXmlProps", described))),
        xml_part(described, properties.custom_item_properties_xml(namespace)),
    ]
