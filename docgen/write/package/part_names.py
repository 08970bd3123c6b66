"""The names of the parts of a presentation, and the content type of each."""

from __future__ import annotations

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

_TYPES = {
    PRESENTATION: f"{_OFFICE}.presentationml.presentation.main+xml",
    PRESENTATION_PROPERTIES: f"{_OFFICE}.presentationml.presProps+xml",
    VIEW_PROPERTIES: f"{_OFFICE}.presentationml.viewProps+xml",
    TABLE_STYLES: f"{_OFFICE}.presentationml.tableStyles+xml",
    CORE_PROPERTIES: "application/vnd.openxmlformats-package.core-properties+xml",
    EXTENDED_PROPERTIES: f"{_OFFICE}.extended-properties+xml",
    FINGERPRINT: "application/xml",
    FINGERPRINT_PROPERTIES: f"{_OFFICE}.customXmlProperties+xml",
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
_PICTURE_TYPES = {"png": "image/png", "svg": "image/svg+xml"}


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
