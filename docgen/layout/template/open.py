"""Opening a template, a bureau's .pptx or .potx, through python-pptx; files that docgen cannot use are refused."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

from docgen.errors import DocgenError, Where
from docgen.layout.template.look import EMU_PER_POINT, drawn_on, placeholder_of, theme_of
from docgen.layout.template.values import TemplateFile, TemplateLayout, TemplateMaster, TemplatePlaceholder
from docgen.placed import Box

_EXPECTED = "a presentation or template of PowerPoint 2007 or later (.pptx, .potx)"
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
            f"the template {path.name!r} cannot be read: {error.strerror or error}",
            where=where,
            expected="the name of a .pptx or .potx file in the pack's folder",
        ) from error
    presentation = _presentation(data, path, where)
    layouts: list[TemplateLayout] = []
    masters = []
    for master in presentation.slide_masters:
        masters.append(TemplateMaster(str(master.part.partname), *theme_of(master)))
        layouts.extend(_layout(layout, master) for layout in master.slide_layouts)
    if not layouts:
        raise _refused(path, where, "has no slide layouts", "a slide master with slide layouts")
    width, height = presentation.slide_width, presentation.slide_height
    if not width or not height:
        raise _refused(path, where, "states no slide size", "a presentation with p:sldSz")
    size = (width / EMU_PER_POINT, height / EMU_PER_POINT)
    return TemplateFile(path, *size, tuple(masters), tuple(layouts), data)


def _presentation(data: bytes, path: Path, where: Where) -> Any:
    if data.startswith(_COMPOUND):
        if _ENCRYPTED in data:
            hint = "save it without one: ファイル → 情報 → プレゼンテーションの保護"
            raise _refused(path, where, "is encrypted (under a password)", _EXPECTED, hint)
        raise _refused(path, where, "is in the format of PowerPoint 97-2003", _EXPECTED, "save it as .pptx")
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
        raise _refused(path, where, f"cannot be opened ({error})", _EXPECTED) from error


def _refuse_macros(data: bytes, path: Path, where: Where) -> None:
    """Raise DocgenError for a file that is no presentation, or that holds macros."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            types = archive.read("[Content_Types].xml").decode("utf-8", "replace")
    except (zipfile.BadZipFile, KeyError, RuntimeError, NotImplementedError, OSError) as error:
        raise _refused(path, where, "is no PowerPoint file", _EXPECTED) from error
    if "macroEnabled" in types or any(name.lower().endswith("vbaproject.bin") for name in names):
        raise _refused(
            path, where, "holds macros, which docgen passes on to no deck", _EXPECTED, "save it as .pptx or .potx"
        )
    if _PRESENTATION not in types:
        raise _refused(path, where, "is no PowerPoint file", _EXPECTED)


def _refused(path: Path, where: Where, what: str, expected: str, hint: str | None = None) -> DocgenError:
    return DocgenError(f"the template {path.name!r} {what}", where=where, expected=expected, hint=hint)


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
