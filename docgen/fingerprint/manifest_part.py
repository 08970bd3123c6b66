"""The manifest in a deck's file: an XML part that holds its JSON as it is read, with a checksum."""

from __future__ import annotations

import hashlib
import re
import zipfile
from html import escape

from docgen.errors import DocgenError
from docgen.outside.xml import parsed
from docgen.outside.zips import read_entry

MANIFEST_NAMESPACE = "urn:docgen:manifest"
_CUSTOM_PART = re.compile(r"customXml/item\d+\.xml")
# Compiled where it is used: a class of so many characters takes a while, and hardly a deck has a manifest.
_NO_XML = "[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"


def manifest_xml(text: str) -> str:
    """The XML of the part that holds a manifest's JSON. The same text gives the same XML."""
    plain = re.sub(_NO_XML, lambda found: f"\\u{ord(found[0]):04x}", text.strip())
    return f'<manifest xmlns="{MANIFEST_NAMESPACE}" sha256="{_checksum(plain)}">{escape(plain, quote=False)}</manifest>'


def is_manifest(xml: bytes) -> bool:
    """Whether a custom XML part is a manifest, whole or not."""
    return MANIFEST_NAMESPACE.encode() in xml[:2000]


def manifest_text(package: zipfile.ZipFile, where: str) -> str | None:
    """The JSON of the manifest in a deck's package; None where it has none.

    Raises DocgenError, at ``where``, for one that is not as it was written.
    """
    for name in sorted(filter(_CUSTOM_PART.fullmatch, package.namelist())):
        xml = read_entry(package, name, where)
        if is_manifest(xml):
            return _read(xml, where)
    return None


def _read(xml: bytes, where: str) -> str:
    try:
        root = parsed(xml, "customXml")
    except DocgenError as error:
        raise DocgenError("manifest-unreadable", where=where) from error
    text = (root.text or "").strip()
    if root.tag != f"{{{MANIFEST_NAMESPACE}}}manifest" or root.get("sha256") != _checksum(text):
        raise DocgenError("manifest-unreadable", where=where)
    return text


def _checksum(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
