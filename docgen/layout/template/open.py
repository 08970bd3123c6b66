"""Opening a template, a bureau's .pptx or .potx, through python-pptx; files that docgen cannot use are refused."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

from docgen.errors import DocgenError, Where
from docgen.layout.template.look import EMU_PER_POINT, drawn_on, placeholder_of, theme_of
from docgen.layout.template.values import TemplateFile, TemplateLayout, TemplateMaster, TemplatePlaceholder
from docgen.messages import message, reason_of
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
    try:
        data = path.read_bytes()
    except OSError as error:
        raise DocgenError(
            "template-unreadable", where=where, name=path.name, reason=reason_of(error)
        ) from error
    presentation = _presentation(data, path, where)
    layouts: list[TemplateLayout] = []
    masters = []
    for master in presentation.slide_masters:
        masters.append(TemplateMaster(str(master.part.partname), *theme_of(master)))
        layouts.extend(_layout(layout, master) for layout in master.slide_layouts)
    if not layouts:
        raise DocgenError("template-without-layouts", where=where, name=path.name)
    width, height = presentation.slide_width, presentation.slide_height
    if not width or not height:
        raise DocgenError("template-without-size", where=where, name=path.name)
    size = (width / EMU_PER_POINT, height / EMU_PER_POINT)
    return TemplateFile(path, *size, tuple(masters), tuple(layouts), data)


def _presentation(data: bytes, path: Path, where: Where) -> Any:
    if data.startswith(_COMPOUND):
        if _ENCRYPTED in data:
            raise DocgenError("template-encrypted", where=where, expected=_EXPECTED, name=path.name)
        raise DocgenError("template-too-old", where=where, expected=_EXPECTED, name=path.name)
    _refuse_macros(data, path, where)
    from lxml.etree import XMLSyntaxError
    from pptx.exc import PackageNotFoundError
    from pptx.package import Package

    # What python-pptx raises on packages that are cut short or garbled.
    broken = (PackageNotFoundError, zipfile.BadZipFile, XMLSyntaxError, LookupError, ValueError, AttributeError, OSError)
    try:
        part = Package.open(io.BytesIO(data)).main_document_part
        return part.presentation
    except broken as error:
        raise DocgenError("template-broken", where=where, expected=_EXPECTED, name=path.name) from error


def _refuse_macros(data: bytes, path: Path, where: Where) -> None:
    """Raise DocgenError for a file that is no presentation, or that holds macros."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            types = archive.read("[Content_Types].xml").decode("utf-8", "replace")
    except (zipfile.BadZipFile, KeyError, RuntimeError, NotImplementedError, OSError) as error:
        raise DocgenError("template-no-presentation", where=where, expected=_EXPECTED, name=path.name) from error
    if "macroEnabled" in types or any(name.lower().endswith("vbaproject.bin") for name in names):
        raise DocgenError("template-with-macros", where=where, expected=_EXPECTED, name=path.name)
    if _PRESENTATION not in types:
        raise DocgenError("template-no-presentation", where=where, expected=_EXPECTED, name=path.name)


def _layout(layout: Any, master: Any) -> TemplateLayout:
    return TemplateLayout(
        name=layout.name,
        part=str(layout.part.partname),
        master=str(master.part.partname),
        type=layout._element.get("type", "cust"),
        placeholders=tuple(_placeholder(shape, layout, master) for shape in layout.placeholders),
        drawn=drawn_on(layout._element, master._element),
    )


def _placeholder(shape: Any, layout: Any, master: Any) -> TemplatePlaceholder:
    emu = (shape.left or 0, shape.top or 0, shape.width or 0, shape.height or 0)
    box = Box(*(length / EMU_PER_POINT for length in emu))
    return placeholder_of(shape._element, shape.name, box, layout._element, master._element)
