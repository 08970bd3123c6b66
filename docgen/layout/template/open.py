"""Opening a template, a bureau's .pptx or .potx, through python-pptx; files that docgen cannot use are refused."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from docgen.errors import DocgenError, Where
from docgen.layout.template.carried import carried_template
from docgen.layout.template.drawn import background_of, drawn_on
from docgen.layout.template.look import colours_of, japanese_fonts, latin_fonts, placeholder_of, theme_part
from docgen.layout.template.values import TemplateFile, TemplateLayout, TemplateMaster
from docgen.layout.template.xml import EMU_PER_POINT
from docgen.messages import message, reason_of
from docgen.outside.package import OutsidePackage, read_package
from docgen.outside.zips import open_zip
from docgen.placed import Box

_EXPECTED = message("presentation-file")
# Compound files ([MS-CFB] 2.2) hold the formats before 2007, and packages under a password.
_COMPOUND = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PRESENTATION = "presentationml."


def open_template(path: Path, where: Where) -> TemplateFile:
    """The template in a file. ``where`` is the place that names it.

    Raises DocgenError for a file that is not there, is no PowerPoint file, is under a password, or holds macros.
    """
    data = _bytes(path, where)
    no_presentation = DocgenError("template-no-presentation", where=where, expected=_EXPECTED, name=path.name)
    with open_zip(data, where, no_presentation) as archive:
        package = read_package(archive, where)
    _refuse_macros(package, no_presentation)
    carried = carried_template(package, path.name, where)
    # What python-pptx raises on what it does not expect in parts that are as they should be.
    broken = (LookupError, ValueError, AttributeError, TypeError)
    try:
        masters, layouts = _masters_and_layouts(carried.data)
    except broken as error:
        raise DocgenError("template-broken", where=where, expected=_EXPECTED, name=path.name) from error
    if not layouts:
        raise DocgenError("template-without-layouts", where=where, name=path.name)
    size = (carried.width / EMU_PER_POINT, carried.height / EMU_PER_POINT)
    return TemplateFile(path, *size, masters, layouts, carried.data, carried.left_behind)


def _bytes(path: Path, where: Where) -> bytes:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise DocgenError(
            "template-unreadable", where=where, name=path.name, reason=reason_of(error)
        ) from error
    if data.startswith(_COMPOUND):
        if _ENCRYPTED in data:
            raise DocgenError("template-encrypted", where=where, expected=_EXPECTED, name=path.name)
        raise DocgenError("template-too-old", where=where, expected=_EXPECTED, name=path.name)
    return data


def _refuse_macros(package: OutsidePackage, no_presentation: DocgenError) -> None:
    """Raise DocgenError for a file that is no presentation, or that holds macros."""
    if any("macroEnabled" in one or "vbaProject" in one for one in package.declared) or any(
        name.lower().endswith("vbaproject.bin") for name in package.parts
    ):
        name = dict(no_presentation.message.values)["name"]
        raise DocgenError("template-with-macros", where=no_presentation.where, expected=_EXPECTED, name=name)
    if not any(_PRESENTATION in one for one in package.declared):
        raise no_presentation


def _masters_and_layouts(data: bytes) -> tuple[tuple[TemplateMaster, ...], tuple[TemplateLayout, ...]]:
    from pptx.package import Package

    presentation = Package.open(io.BytesIO(data)).main_document_part.presentation
    masters: list[TemplateMaster] = []
    layouts: list[TemplateLayout] = []
    for master in presentation.slide_masters:
        theme = theme_part(master)
        colours, fonts = colours_of(theme, master), japanese_fonts(theme)
        masters.append(TemplateMaster(str(master.part.partname), colours, fonts, latin_fonts(theme), _body_of(master)))
        layouts.extend(_layout(layout, master, theme) for layout in master.slide_layouts)
    return tuple(masters), tuple(layouts)


def _body_of(master: Any) -> Box | None:
    """The box of a master's text placeholder."""
    bodies = [shape for shape in master.placeholders if shape.element.ph.get("type") == "body"]
    return _box(bodies[0]) if bodies else None


def _layout(layout: Any, master: Any, theme: Any) -> TemplateLayout:
    return TemplateLayout(
        name=layout.name,
        part=str(layout.part.partname),
        master=str(master.part.partname),
        type=layout._element.get("type", "cust"),
        placeholders=tuple(
            placeholder_of(shape._element, shape.name, _box(shape), master._element) for shape in layout.placeholders
        ),
        drawn=drawn_on(layout._element, master._element),
        background=background_of(layout._element, master._element, theme),
    )


def _box(shape: Any) -> Box:
    emu = (shape.left or 0, shape.top or 0, shape.width or 0, shape.height or 0)
    return Box(*(length / EMU_PER_POINT for length in emu))
