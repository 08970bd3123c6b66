"""The whole deck: from a placed deck to the bytes of a .pptx. Read this first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from docgen.errors import DocgenError, nearest
from docgen.fingerprint.part import NAMESPACE, fingerprint_xml
from docgen.fingerprint.placed import Digests, fingerprint_of
from docgen.fingerprint.values import Fingerprint
from docgen.messages import message
from docgen.placed import Design, PlacedDeck, PlacedSlide, PlaceholderForm, PlaceholderKind, SlideLayoutForm
from docgen.write.design.layouts import decoration_pictures, layout_numbers, layout_xml
from docgen.write.design.master import master_forms, master_xml
from docgen.write.design.template import template_parts
from docgen.write.design.theme import theme_colours, theme_xml
from docgen.write.document import notes, properties
from docgen.write.document.presentation import FIRST_SLIDE_ID, presentation_xml, sections_xml
from docgen.write.media import Media
from docgen.write.package import part as names
from docgen.write.package.package import Package, package_of
from docgen.write.package.part import NewPart, References, relationships, xml_part
from docgen.write.slide.slide import spelled_slide
from docgen.write.xml.colour import Colours, colours
from docgen.write.xml.namespaces import PACKAGE_RELATIONSHIPS
from docgen.write.xml.text import TextContext

_ROOTS = relationships(
    ("officeDocument", names.PRESENTATION),
    (f"{PACKAGE_RELATIONSHIPS}/metadata/core-properties", names.CORE_PROPERTIES),
    ("extended-properties", names.EXTENDED_PROPERTIES),
)


def write(placed: PlacedDeck) -> bytes:
    """The bytes of the .pptx: the same deck gives the same bytes, whatever the clock, zone or hash seed.

    Raises as :func:`spelled` does.
    """
    return spelled(placed).package.to_bytes()


@dataclass(frozen=True, slots=True)
class SpelledDeck:
    """A deck as a package of parts, and the fingerprint that one of them carries."""

    package: Package
    fingerprint: Fingerprint


def spelled(placed: PlacedDeck) -> SpelledDeck:
    """The deck spelled out as the parts of a .pptx.

    Raises DocgenError for a slide, mark, layout, placeholder, colour or link that does not exist or exists
    twice, and for a table or connector that PowerPoint cannot hold.
    """
    slides = _slide_numbers(placed)
    palette = colours(placed.design, theme_colours(placed.design))
    media = Media(palette)
    slide_parts, digests = _slide_parts(placed, slides, palette, media)
    noted = [slide for slide in placed.slides if slide.notes]
    fingerprint = fingerprint_of(placed, digests)
    parts = (
        *_presentation_parts(placed, slides, bool(noted)),
        *_design_parts(placed.design, palette, media),
        *slide_parts,
        *_notes_parts(placed.design, slides, noted),
        *media.parts,
        *_property_parts(placed, len(noted)),
        *_fingerprint_parts(fingerprint),
    )
    return SpelledDeck(package_of(parts, _ROOTS), fingerprint)


def _slide_numbers(placed: PlacedDeck) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for number, slide in enumerate(placed.slides, start=1):
        if slide.id in numbers:
            raise DocgenError("two-slides-of-one-id", name=slide.id)
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
        xml_part(names.PRESENTATION, xml, references.by_id()),
        xml_part(names.PRESENTATION_PROPERTIES, properties.PRESENTATION_PROPERTIES),
        xml_part(names.VIEW_PROPERTIES, properties.VIEW_PROPERTIES),
        xml_part(names.TABLE_STYLES, properties.TABLE_STYLES),
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
    return [
        xml_part(names.THEME, theme_xml(design, design.name)),
        xml_part(names.MASTER, master_xml(design, palette, keys), references.by_id()),
        *layouts,
    ]


def _layout_part(
    number: int,
    form: SlideLayoutForm,
    masters: Mapping[PlaceholderKind, PlaceholderForm],
    palette: Colours,
    media: Media,
) -> NewPart:
    references = References()
    references.add("slideMaster", names.MASTER)
    pictures = {data: references.add("image", media.picture(data)) for data in decoration_pictures(form)}
    return xml_part(names.layout_part(number), layout_xml(form, masters, palette, pictures), references.by_id())


def _slide_parts(
    placed: PlacedDeck, slides: Mapping[str, int], palette: Colours, media: Media
) -> tuple[list[NewPart], Digests]:
    """The parts of the slides, and the digests of their shapes."""
    layouts = {form.name: number for number, form in enumerate(placed.design.layouts)}
    numbers = layout_numbers(placed.design)
    text = TextContext(palette, link=str)
    parts: list[NewPart] = []
    digests: dict[tuple[str, str], str] = {}
    for number, slide in enumerate(placed.slides, start=1):
        layout = _layout(slide, layouts)
        references = References()
        references.add("slideLayout", names.layout_part(numbers[layout]))
        if slide.notes:
            references.add("notesSlide", names.notes_part(number))
        made = spelled_slide(slide, placed.design.layouts[layout], slides, text, references, media)
        digests.update(made.digests)
        parts.append(xml_part(names.slide_part(number), made.xml, references.by_id()))
    return parts, digests


def _layout(slide: PlacedSlide, layouts: Mapping[str, int]) -> int:
    if slide.layout not in layouts:
        raise DocgenError(
            "design-without-layout",
            where=message("on-slide", slide=slide.id),
            hint=nearest(slide.layout, layouts),
            layout=slide.layout,
            layouts=tuple(layouts),
        )
    return layouts[slide.layout]


def _notes_parts(design: Design, slides: Mapping[str, int], noted: list[PlacedSlide]) -> list[NewPart]:
    if not noted:
        return []
    master = notes.notes_master_xml(design.width, design.height)
    parts = [
        xml_part(names.NOTES_MASTER, master, relationships(("theme", names.NOTES_THEME))),
        xml_part(names.NOTES_THEME, theme_xml(design, design.name)),
    ]
    for slide in noted:
        number = slides[slide.id]
        related = relationships(("notesMaster", names.NOTES_MASTER), ("slide", names.slide_part(number)))
        parts.append(xml_part(names.notes_part(number), notes.notes_xml(slide.notes), related))
    return parts


def _property_parts(placed: PlacedDeck, noted: int) -> list[NewPart]:
    extended = properties.extended_properties_xml(len(placed.slides), noted)
    return [
        xml_part(names.CORE_PROPERTIES, properties.core_properties_xml(placed.properties)),
        xml_part(names.EXTENDED_PROPERTIES, extended),
    ]


def _fingerprint_parts(fingerprint: Fingerprint) -> list[NewPart]:
    """The deck as it was built, for later comparison; PowerPoint keeps such parts and does not show them."""
    related = relationships(("customXmlProps", names.FINGERPRINT_PROPERTIES))
    return [
        xml_part(names.FINGERPRINT, fingerprint_xml(fingerprint), related),
        xml_part(names.FINGERPRINT_PROPERTIES, properties.custom_item_properties_xml(NAMESPACE)),
    ]
