"""Which content type, and which root element, a part of each kind has (ECMA-376 Part 1, 13 to 15)."""

from __future__ import annotations

from typing import NamedTuple

_OFFICE = "application/vnd.openxmlformats-officedocument."

MEANT_TYPES = {f"{_OFFICE}presentationml.commentAuthors.main+xml": f"{_OFFICE}presentationml.commentAuthors+xml"}
"""What is meant by content types that are none: ONLYOFFICE states this one of the authors of comments."""


class PartKind(NamedTuple):
    """A kind of part by the last word of the relationships that lead to it; the root element without its namespace."""

    kind: str
    content_type: str
    root: str


_MAIN = ("presentationml.presentation.main", "presentationml.template.main", "presentationml.slideshow.main")
_MACROS = ("presentation", "template", "slideshow")
PART_KINDS = (
    *(PartKind("officeDocument", f"{_OFFICE}{name}+xml", "presentation") for name in _MAIN),
    *(
        PartKind("officeDocument", f"application/vnd.ms-powerpoint.{name}.macroEnabled.main+xml", "presentation")
        for name in _MACROS
    ),
    PartKind("slide", f"{_OFFICE}presentationml.slide+xml", "sld"),
    PartKind("slideLayout", f"{_OFFICE}presentationml.slideLayout+xml", "sldLayout"),
    PartKind("slideMaster", f"{_OFFICE}presentationml.slideMaster+xml", "sldMaster"),
    PartKind("notesSlide", f"{_OFFICE}presentationml.notesSlide+xml", "notes"),
    PartKind("notesMaster", f"{_OFFICE}presentationml.notesMaster+xml", "notesMaster"),
    PartKind("handoutMaster", f"{_OFFICE}presentationml.handoutMaster+xml", "handoutMaster"),
    PartKind("presProps", f"{_OFFICE}presentationml.presProps+xml", "presentationPr"),
    PartKind("viewProps", f"{_OFFICE}presentationml.viewProps+xml", "viewPr"),
    PartKind("tableStyles", f"{_OFFICE}presentationml.tableStyles+xml", "tblStyleLst"),
    PartKind("commentAuthors", f"{_OFFICE}presentationml.commentAuthors+xml", "cmAuthorLst"),
    PartKind("tags", f"{_OFFICE}presentationml.tags+xml", "tagLst"),
    PartKind("theme", f"{_OFFICE}theme+xml", "theme"),
    PartKind("themeOverride", f"{_OFFICE}themeOverride+xml", "themeOverride"),
    PartKind("chart", f"{_OFFICE}drawingml.chart+xml", "chartSpace"),
    PartKind("diagramData", f"{_OFFICE}drawingml.diagramData+xml", "dataModel"),
    PartKind("diagramLayout", f"{_OFFICE}drawingml.diagramLayout+xml", "layoutDef"),
    PartKind("core-properties", "application/vnd.openxmlformats-package.core-properties+xml", "coreProperties"),
    PartKind("extended-properties", f"{_OFFICE}extended-properties+xml", "Properties"),
    PartKind("custom-properties", f"{_OFFICE}custom-properties+xml", "Properties"),
    PartKind("customXmlProps", f"{_OFFICE}customXmlProperties+xml", "datastoreItem"),
)

SPREADSHEETS = (f"{_OFFICE}spreadsheetml.sheet", "application/vnd.ms-excel.sheet.macroEnabled.12")
"""The content types of workbooks that are packages of XML."""


def types_of_kind(kind: str) -> tuple[str, ...]:
    """The content types that a part of a kind may have; empty where that is not known."""
    return tuple(one.content_type for one in PART_KINDS if one.kind == kind)


def root_of_type(content_type: str) -> str:
    """The root element of parts of a content type; "" where that is not known."""
    return next((one.root for one in PART_KINDS if one.content_type == content_type), "")


def is_xml(content_type: str) -> bool:
    """Whether parts of a content type are XML, beside pictures, which have rules of their own."""
    return content_type.endswith(("+xml", "/xml")) and not content_type.startswith("image/")
