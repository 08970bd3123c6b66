"""The parts of a deck's design: theme, master and slide layouts, of the design or of its template; table style."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docgen.placed import Design, PlaceholderForm, PlaceholderKind, SlideLayoutForm
from docgen.write.design.layouts import decoration_pictures, layout_xml
from docgen.write.design.master import master_forms, master_xml
from docgen.write.design.table_style import table_styles_xml
from docgen.write.design.theme import theme_xml
from docgen.write.media import Media
from docgen.write.package import part as names
from docgen.write.package.part import NewPart, References, xml_part
from docgen.write.xml.colour import Colours


def design_parts(design: Design, palette: Colours, media: Media[Any]) -> list[NewPart]:
    """Theme, master, slide layouts and table style; their pictures go to ``media``."""
    tables = xml_part(names.TABLE_STYLES, table_styles_xml(design, palette))
    if design.template is not None:
        # Only a template takes python-pptx, which is slow to import.
        from docgen.write.design.template import template_parts

        return [*template_parts(design, palette, media), tables]
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
        tables,
    ]


def _layout_part(
    number: int,
    form: SlideLayoutForm,
    masters: Mapping[PlaceholderKind, PlaceholderForm],
    palette: Colours,
    media: Media[Any],
) -> NewPart:
    references = References()
    references.add("slideMaster", names.MASTER)
    pictures = {data: references.add("image", media.picture(data)) for data in decoration_pictures(form)}
    return xml_part(names.layout_part(number), layout_xml(form, masters, palette, pictures), references.by_id())
