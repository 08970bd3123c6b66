"""XML from outside: no document types, no entities, nothing fetched, no deeper and no larger than the bounds."""

from __future__ import annotations

from typing import Any

from docgen.errors import DocgenError, Where
from docgen.messages import message
from docgen.outside.bounds import MEGABYTE, XML_PART

_DOCTYPE = "<!DOCTYPE"
_SPELLINGS = tuple(_DOCTYPE.encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))
# What Office writes, and what it reads; another could hide a document type.
_ENCODINGS = ("UTF-8", "UTF-16", "US-ASCII", "ASCII")


def parsed(data: bytes, part: str, where: Where = None) -> Any:
    """The root element of a part's XML. DocgenError, at ``where``, for what is none or goes beyond the bounds."""
    from lxml import etree

    if len(data) > XML_PART:
        raise _unusable(part, where, message("part-too-large", part=part, most=XML_PART // MEGABYTE))
    if any(spelling in data for spelling in _SPELLINGS):
        raise DocgenError("part-with-document-type", where=where, part=part)
    try:
        root = etree.fromstring(data, parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _unusable(part, where, str(getattr(error, "msg", error))) from error
    encoding = (root.getroottree().docinfo.encoding or "UTF-8").upper()
    if encoding not in _ENCODINGS:
        raise _unusable(part, where, message("part-encoding", encoding=encoding))
    return root


def parser() -> Any:
    """A parser of XML from outside: entities stay what they are, nothing is fetched, trees are at most 256 deep."""
    from lxml import etree

    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


def serialized(root: Any) -> bytes:
    """An element as a part's bytes, with the XML declaration."""
    from lxml import etree

    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data


def _unusable(part: str, where: Where, reason: Any) -> DocgenError:
    return DocgenError("part-no-xml", where=where, part=part, reason=reason)
