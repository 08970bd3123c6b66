"""The document's properties, and the small parts that PowerPoint expects beside the slides."""

from __future__ import annotations

from datetime import UTC, datetime

from docgen.errors import DocgenError
from docgen.placed import DeckProperties
from docgen.write.xml import escape, identity
from docgen.write.xml.namespaces import ROOT

PRESENTATION_PROPERTIES = f"<p:presentationPr {ROOT}/>"
VIEW_PROPERTIES = f"<p:viewPr {ROOT}/>"


def core_properties_xml(properties: DeckProperties) -> str:
    """Title, subject, author, keywords and the content's date, which stands for both dates of a deck."""
    moment = _moment(properties.created)
    author = escape.text(properties.author)
    return (
        "<cp:coreProperties xmlns:cp="
        '"http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape.text(properties.title)}</dc:title>"
        f"<dc:subject>{escape.text(properties.subject)}</dc:subject><dc:creator>{author}</dc:creator>"
        f"<cp:keywords>{escape.text(properties.keywords)}</cp:keywords>"
        f"<cp:lastModifiedBy>{author}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified>'
        "<dc:language>ja-JP</dc:language></cp:coreProperties>"
    )


def extended_properties_xml(slides: int, notes: int) -> str:
    """How many slides and notes pages the deck has."""
    return (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<TotalTime>0</TotalTime><Application>docgen</Application><Slides>{slides}</Slides>"
        f"<Notes>{notes}</Notes><HiddenSlides>0</HiddenSlides></Properties>"
    )


def custom_item_properties_xml(namespace: str) -> str:
    """The properties of a custom XML part whose root element stands in ``namespace``."""
    uri = escape.attribute(namespace)
    return (
        f'<ds:datastoreItem ds:itemID="{identity.guid("custom", namespace)}" '
        'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{uri}"/></ds:schemaRefs></ds:datastoreItem>'
    )


def _moment(text: str) -> str:
    """An ISO 8601 date or moment as a moment in UTC; one without a zone is taken as UTC."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise DocgenError("date-unreadable", text=text) from None
    zoned = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return zoned.strftime("%Y-%m-%dT%H:%M:%SZ")
