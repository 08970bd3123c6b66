"""A part of a package: its name and content type, and its relationships, which say what it refers to."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from docgen.outside.package import Relationship
from docgen.value import value
from docgen.write.xml import escape
from docgen.write.xml.namespaces import DECLARATION, PACKAGE_RELATIONSHIPS, RELATIONSHIPS

# Relationships are declared as lxml declares them.
_RELATIONSHIPS_HEAD = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_OFFICE = "application/vnd.openxmlformats-officedocument"

PRESENTATION = "/ppt/presentation.xml"
MASTER = "/ppt/slideMasters/slideMaster1.xml"
THEME = "/ppt/theme/theme1.xml"
NOTES_MASTER = "/ppt/notesMasters/notesMaster1.xml"
NOTES_THEME = "/ppt/theme/theme2.xml"
PRESENTATION_PROPERTIES = "/ppt/presProps.xml"
VIEW_PROPERTIES = "/ppt/viewProps.xml"
TABLE_STYLES = "/ppt/tableStyles.xml"
CORE_PROPERTIES = "/docProps/core.xml"
EXTENDED_PROPERTIES = "/docProps/app.xml"
FINGERPRINT = "/customXml/item1.xml"
FINGERPRINT_PROPERTIES = "/customXml/itemProps1.xml"
MANIFEST = "/customXml/item2.xml"
MANIFEST_PROPERTIES = "/customXml/itemProps2.xml"

_TYPES = {
    PRESENTATION: f"{_OFFICE}.presentationml.presentation.main+xml",
    PRESENTATION_PROPERTIES: f"{_OFFICE}.presentationml.presProps+xml",
    VIEW_PROPERTIES: f"{_OFFICE}.presentationml.viewProps+xml",
    TABLE_STYLES: f"{_OFFICE}.presentationml.tableStyles+xml",
    CORE_PROPERTIES: "application/vnd.openxmlformats-package.core-properties+xml",
    EXTENDED_PROPERTIES: f"{_OFFICE}.extended-properties+xml",
    FINGERPRINT: "application/xml",
    FINGERPRINT_PROPERTIES: f"{_OFFICE}.customXmlProperties+xml",
    MANIFEST: "application/xml",
    MANIFEST_PROPERTIES: f"{_OFFICE}.customXmlProperties+xml",
}
_TYPES_BY_FOLDER = {
    "/ppt/slides": f"{_OFFICE}.presentationml.slide+xml",
    "/ppt/slideLayouts": f"{_OFFICE}.presentationml.slideLayout+xml",
    "/ppt/slideMasters": f"{_OFFICE}.presentationml.slideMaster+xml",
    "/ppt/notesSlides": f"{_OFFICE}.presentationml.notesSlide+xml",
    "/ppt/notesMasters": f"{_OFFICE}.presentationml.notesMaster+xml",
    "/ppt/theme": f"{_OFFICE}.theme+xml",
    "/ppt/charts": f"{_OFFICE}.drawingml.chart+xml",
    "/ppt/embeddings": f"{_OFFICE}.spreadsheetml.sheet",
}
_PICTURE_TYPES = {"png": "image/png", "jpeg": "image/jpeg", "svg": "image/svg+xml"}


def content_type(part: str) -> str:
    """The content type of a part that has one of the names of this file."""
    folder, _, file = part.rpartition("/")
    if folder == "/ppt/media":
        return _PICTURE_TYPES[file.rpartition(".")[2]]
    return _TYPES.get(part) or _TYPES_BY_FOLDER[folder]


def slide_part(number: int) -> str:
    """The name of a slide's part; slides count from 1."""
    return f"/ppt/slides/slide{number}.xml"


def layout_part(number: int) -> str:
    """The name of a slide layout's part; layouts count from 1."""
    return f"/ppt/slideLayouts/slideLayout{number}.xml"


def notes_part(number: int) -> str:
    """The name of a notes page's part; ``number`` is its slide's."""
    return f"/ppt/notesSlides/notesSlide{number}.xml"


def chart_part(number: int) -> str:
    """The name of a chart's part; charts count from 1 through the deck."""
    return f"/ppt/charts/chart{number}.xml"


def workbook_part(number: int) -> str:
    """The name of the workbook inside the deck that holds a chart's data."""
    return f"/ppt/embeddings/Microsoft_Excel_Sheet{number}.xlsx"


def picture_part(number: int, extension: str) -> str:
    """The name of a picture's part; pictures count from 1 through the deck."""
    return f"/ppt/media/image{number}.{extension}"


@dataclass(slots=True)
class References:
    """The relationships of one part while its XML is made; equal ones share an id. ``uses`` counts what refers by them."""

    uses: int = 0
    _ids: dict[Relationship, str] = field(default_factory=dict)

    def add(self, kind: str, target: str, *, external: bool = False) -> str:
        """The relationship's id (rId1, rId2, ... in the order of first use); ``kind`` is as in ``kind_uri``."""
        self.uses += 1
        relationship = Relationship(kind_uri(kind), target, external)
        return self._ids.setdefault(relationship, f"rId{len(self._ids) + 1}")

    def by_id(self) -> dict[str, Relationship]:
        """All relationships so far, in the order of their ids."""
        return {key: relationship for relationship, key in self._ids.items()}


def kind_uri(kind: str) -> str:
    """The URI of a kind of relationship: ``slide`` is short for Office's; a whole URI stays as it is."""
    return kind if ":" in kind else f"{RELATIONSHIPS}/{kind}"


def relationships(*pairs: tuple[str, str]) -> dict[str, Relationship]:
    """Relationships by id, from pairs of a kind and a part's name: ``relationships(("slide", name))``."""
    references = References()
    for kind, target in pairs:
        references.add(kind, target)
    return references.by_id()


@value(frozen=True, slots=True)
class NewPart:
    """A part to be written: its name ("/ppt/slides/slide1.xml"), content type, bytes and relationships by id."""

    name: str
    content_type: str
    data: bytes
    relationships: Mapping[str, Relationship] = field(default_factory=dict)


def xml_part(name: str, xml: str | bytes, references: Mapping[str, Relationship] | None = None) -> NewPart:
    """A part of XML text, or of such in UTF-8, which gets its declaration and its content type here."""
    data = xml if isinstance(xml, bytes) else xml.encode("utf-8")
    return NewPart(name, content_type(name), DECLARATION.encode() + data, references or {})


def relationships_name(part: str) -> str:
    """The name of a part's relationships in the zip: of "/ppt/notes.xml", "ppt/_rels/notes.xml.rels"."""
    folder, file = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{file}.rels").lstrip("/")


def relationships_xml(part: str, references: Mapping[str, Relationship]) -> bytes:
    """The relationships of a part by id, in their order; parts are named as seen from its folder."""
    folder = posixpath.dirname(part)
    listed = "".join([_relationship(key, reference, folder) for key, reference in references.items()])
    return f'{_RELATIONSHIPS_HEAD}<Relationships xmlns="{PACKAGE_RELATIONSHIPS}">{listed}</Relationships>'.encode()


def _relationship(key: str, reference: Relationship, folder: str) -> str:
    if reference.external:
        target, mode = reference.target, ' TargetMode="External"'
    else:
        target, mode = _seen_from(folder, *posixpath.split(reference.target)), ""
    return (
        f'<Relationship Id="{escape.attribute(key)}" Type="{escape.attribute(reference.kind)}" '
        f'Target="{escape.attribute(target)}"{mode}/>'
    )


def _seen_from(folder: str, other: str, file: str) -> str:
    """The path to a file in the folder ``other`` from a folder."""
    way = _way(folder, other)
    return file if way == "." else f"{way}/{file}"


@lru_cache(maxsize=256)
def _way(folder: str, other: str) -> str:
    return posixpath.relpath(other, folder)
