"""The whole deck: from a placed deck to the bytes of a .pptx. Read this first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from docgen.errors import DocgenError, nearest
from docgen.fingerprint.part import NAMESPACE, fingerprint_xml
from docgen.fingerprint.placed import fingerprint_of
from docgen.fingerprint.values import Fingerprint
from docgen.placed import Design, PlacedDeck, PlacedSlide, PlaceholderForm, SlideLayoutForm
from docgen.write.design.layouts import layout_numbers, layout_xml
from docgen.write.design.master import master_forms, master_xml
from docgen.write.design.placeholder import Kind
from docgen.write.design.template import template_parts
from docgen.write.design.theme import theme_colours, theme_xml
from docgen.write.document import notes, properties
from docgen.write.document.presentation import FIRST_SLIDE_ID, presentation_xml
from docgen.write.document.sections import sections_xml
from docgen.write.package import part_names as names
from docgen.write.package.media import Media
from docgen.write.package.package import NewPart, References, Relationship, saved, xml_part
from docgen.write.slide.slide import slide_spelling, slide_xml
from docgen.write.xml.colour import Colours, colours
from docgen.write.xml.text import TextSpelling

ROOTS = (
    Relationship("officeDocument", names.PRESENTATION),
    Relationship(
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        names.CORE_PROPERTIES,
    ),
    Relationship("extended-properties", names.EXTENDED_PROPERTIES),
)


def write(placed: PlacedDeck) -> bytes:
    """The bytes of the .pptx: the same deck gives the same bytes, whatever the clock, zone or hash seed.

    Raises as :func:`deck_parts` does.
    """
    return saved(spelled(placed).parts, ROOTS)


@dataclass(frozen=True, slots=True)
class SpelledDeck:
    """The parts of a .pptx, which is reached by ``ROOTS``, and the fingerprint that one of them carries."""

    parts: tuple[NewPart, ...]
    fingerprint: Fingerprint


def spelled(placed: PlacedDeck) -> SpelledDeck:
    """The deck spelled out as the parts of a .pptx.

    Raises DocgenError for a slide, mark, layout, placeholder, colour or link that does not exist or exists
    twice, and for a table or connector that PowerPoint cannot hold.
    """
    slides = _slide_numbers(placed)
    palette = colours(placed.design, theme_colours(placed.design))
    media = Media(palette)
    digests: dict[tuple[str, str], str] = {}
    slide_parts = _slide_parts(placed, slides, palette, media, digests)
    noted = [slide for slide in placed.slides if slide.notes]
    fingerprint = fingerprint_of(placed, digests)
    parts = (
        *_presentation_parts(placed, slides, bool(noted)),
        *_design_parts(placed.design, palette, media),
        *slide_parts,
        *_notes_parts(placed, slides, noted),
        *media.parts,
        *_property_parts(placed, len(noted)),
        *_fingerprint_parts(fingerprint),
    )
    return SpelledDeck(parts, fingerprint)


def _slide_numbers(placed: PlacedDeck) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for number, slide in enumerate(placed.slides, start=1):
        if slide.id in numbers:
            raise DocgenError(f"two slides with the id {slide.id!r}", expected="one slide an id")
        numbers[slide.id] = number
    return numbers


def _presentation_parts(placed: PlacedDeck, slides: Mapping[str, int], noted: bool) -> list[NewPart]:
    references = References()
    master = references.add("slideMaster", names.MASTER)
    keys = [references.add("slide", names.slide_part(number)) for number in slides.values()]
    notes_master = references.add("notesMaster", names.NOTES_MASTER) if noted else None
    references.add("presProps", names.PRESENTATION_PROPERTIES)
    references.add("viewProps", names.VIEW_PROPERTIES)
    references.add("theme", names.THEME)
    references.add("tableStyles", names.TABLE_STYLES)
    references.add("customXml", names.FINGERPRINT)
    ids = {slide: FIRST_SLIDE_ID + number - 1 for slide, number in slides.items()}
    sections = sections_xml(placed.sections, list(slides), ids)
    xml = presentation_xml(placed.design, master, notes_master, keys, sections)
    return [
        xml_part(names.PRESENTATION, names.PRESENTATION_TYPE, xml, references.all()),
        xml_part(
            names.PRESENTATION_PROPERTIES,
            names.PRESENTATION_PROPERTIES_TYPE,
            properties.PRESENTATION_PROPERTIES,
        ),
        xml_part(names.VIEW_PROPERTIES, names.VIEW_PROPERTIES_TYPE, properties.VIEW_PROPERTIES),
        xml_part(names.TABLE_STYLES, names.TABLE_STYLES_TYPE, properties.TABLE_STYLES),
    ]


def _design_parts(design: Design, palette: Colours, media: Media) -> list[NewPart]:
    if design.template is not None:
        return template_parts(design, palette, media)
    references = References()
    count = len(design.layouts)
    keys = [references.add("slideLayout", names.layout_part(number)) for number in range(1, count + 1)]
    references.add("theme", names.THEME)
    masters = {form.kind: form for form in master_forms(design)}
    layouts = [
        _layout_part(number, form, masters, palette, media) for number, form in enumerate(design.layouts, start=1)
    ]
    master = master_xml(design, palette, keys)
    return [
        xml_part(names.THEME, names.THEME_TYPE, theme_xml(design, design.name)),
        xml_part(names.MASTER, names.MASTER_TYPE, master, references.all()),
        *layouts,
    ]


def _layout_part(
    number: int,
    form: SlideLayoutForm,
    masters: Mapping[Kind, PlaceholderForm],
    palette: Colours,
    media: Media,
) -> NewPart:
    references = References()
    references.add("slideMaster", names.MASTER)
    pictures = {
        decoration.png: references.add("image", media.picture(decoration.png, "png"))
        for decoration in form.decorations
        if decoration.png is not None
    }
    xml = layout_xml(form, masters, palette, pictures)
    return xml_part(names.layout_part(number), names.LAYOUT_TYPE, xml, references.all())


def _slide_parts(
    placed: PlacedDeck,
    slides: Mapping[str, int],
    palette: Colours,
    media: Media,
    digests: dict[tuple[str, str], str],
) -> list[NewPart]:
    layouts = {form.name: number for number, form in enumerate(placed.design.layouts)}
    numbers = layout_numbers(placed.design)
    text = TextSpelling(palette, link=str)
    parts = []
    for number, slide in enumerate(placed.slides, start=1):
        layout = _layout(slide, layouts)
        references = References()
        references.add("slideLayout", names.layout_part(numbers[layout]))
        if slide.notes:
            references.add("notesSlide", names.notes_part(number))
        form = placed.design.layouts[layout]
        spelling = slide_spelling(slide, form, slides, text, references, media)
        xml = slide_xml(slide, spelling)
        digests.update(spelling.digests)
        parts.append(xml_part(names.slide_part(number), names.SLIDE_TYPE, xml, references.all()))
    return parts


def _layout(slide: PlacedSlide, layouts: Mapping[str, int]) -> int:
    if slide.layout not in layouts:
        raise DocgenError(
            f"the design has no slide layout {slide.layout!r}",
            where=f"slide {slide.id}",
            expected=", ".join(layouts),
            hint=nearest(slide.layout, layouts),
        )
    return layouts[slide.layout]


def _notes_parts(placed: PlacedDeck, slides: Mapping[str, int], noted: list[PlacedSlide]) -> list[NewPart]:
    if not noted:
        return []
    design = placed.design
    master = notes.notes_master_xml(design.width, design.height)
    to_theme = (Relationship("theme", names.NOTES_THEME),)
    pages = [
        xml_part(
            names.notes_part(slides[slide.id]),
            names.NOTES_TYPE,
            notes.notes_xml(slide.notes),
            (
                Relationship("notesMaster", names.NOTES_MASTER),
                Relationship("slide", names.slide_part(slides[slide.id])),
            ),
        )
        for slide in noted
    ]
    return [
        xml_part(names.NOTES_MASTER, names.NOTES_MASTER_TYPE, master, to_theme),
        xml_part(names.NOTES_THEME, names.THEME_TYPE, theme_xml(design, design.name)),
        *pages,
    ]


def _property_parts(placed: PlacedDeck, noted: int) -> list[NewPart]:
    return [
        xml_part(
            names.CORE_PROPERTIES,
            names.CORE_PROPERTIES_TYPE,
            properties.core_properties_xml(placed.properties),
        ),
        xml_part(
            names.EXTENDED_PROPERTIES,
            names.EXTENDED_PROPERTIES_TYPE,
            properties.extended_properties_xml(len(placed.slides), noted),
        ),
    ]


def _fingerprint_parts(fingerprint: Fingerprint) -> list[NewPart]:
    """The deck as it was built, for later comparison; PowerPoint keeps such parts and does not show them."""
    properties_of_item = (Relationship("customXmlProps", names.FINGERPRINT_PROPERTIES),)
    return [
        xml_part(names.FINGERPRINT, names.XML_TYPE, fingerprint_xml(fingerprint), properties_of_item),
        xml_part(
            names.FINGERPRINT_PROPERTIES,
            names.CUSTOM_PROPERTIES_TYPE,
            properties.custom_item_properties_xml(NAMESPACE),
        ),
    ]
