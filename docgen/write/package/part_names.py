"""The names and content types of the parts of a presentation."""

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

CHART_TYPE = f"{_OFFICE}.drawingml.chart+xml"
CORE_PROPERTIES_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
CUSTOM_PROPERTIES_TYPE = f"{_OFFICE}.customXmlProperties+xml"
EXTENDED_PROPERTIES_TYPE = f"{_OFFICE}.extended-properties+xml"
LAYOUT_TYPE = f"{_OFFICE}.presentationml.slideLayout+xml"
MASTER_TYPE = f"{_OFFICE}.presentationml.slideMaster+xml"
NOTES_MASTER_TYPE = f"{_OFFICE}.presentationml.notesMaster+xml"
NOTES_TYPE = f"{_OFFICE}.presentationml.notesSlide+xml"
PRESENTATION_PROPERTIES_TYPE = f"{_OFFICE}.presentationml.presProps+xml"
PRESENTATION_TYPE = f"{_OFFICE}.presentationml.presentation.main+xml"
SLIDE_TYPE = f"{_OFFICE}.presentationml.slide+xml"
TABLE_STYLES_TYPE = f"{_OFFICE}.presentationml.tableStyles+xml"
THEME_TYPE = f"{_OFFICE}.theme+xml"
VIEW_PROPERTIES_TYPE = f"{_OFFICE}.presentationml.viewProps+xml"
XML_TYPE = "application/xml"
WORKBOOK_TYPE = f"{_OFFICE}.spreadsheetml.sheet"
PICTURE_TYPES = {"png": "image/png", "svg": "image/svg+xml"}


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
