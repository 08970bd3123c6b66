"""The fingerprint in a deck's file: an XML part, found there again, with the values as compressed JSON and a checksum."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import zipfile
import zlib
from collections.abc import Iterable
from pathlib import Path

from docgen.errors import DocgenError
from docgen.fingerprint.digest import digest
from docgen.fingerprint.rows import fingerprint_from
from docgen.fingerprint.values import DeckSlide, Fingerprint
from docgen.outside.bounds import FINGERPRINT
from docgen.outside.xml import parsed
from docgen.outside.zips import open_zip, read_entry

_PRESENTATION = "ppt/presentation.xml"
_CUSTOM_PART = re.compile(r"customXml/item\d+\.xml")
NAMESPACE = "urn:docgen:fingerprint"
_LEVEL = 4  # the highest level that costs next to nothing
# Values are trees: there are no circles to look for.
_ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))

FORMAT = 3
"""Counts up whenever the values change their form; a deck of a later format needs a later docgen."""


def slide_row(slide: DeckSlide) -> bytes:
    """A slide as it stands in the part: JSON, which holds named tuples as lists, packed to be kept."""
    return zlib.compress(_json(slide), 1)


def part_xml(told: Fingerprint, rows: Iterable[bytes]) -> str:
    """The XML of the part with the ``rows`` (:func:`slide_row`) of the deck's slides, in their order; all else is what
    is ``told``.

    The same values give the same text.
    """
    packer = zlib.compressobj(_LEVEL)
    pieces = [packer.compress(b"[" + _json(told.summary) + b",[")]
    for number, row in enumerate(map(zlib.decompress, rows)):
        pieces.append(packer.compress(b"," + row if number else row))
    packed = b"".join((*pieces, packer.compress(b"]," + _json(told[2:])[1:]), packer.flush()))
    text = base64.b64encode(packed).decode("ascii")
    checksum = hashlib.sha256(packed).hexdigest()
    return f'<fingerprint xmlns="{NAMESPACE}" format="{FORMAT}" sha256="{checksum}">{text}</fingerprint>'


def _json(row: tuple[object, ...]) -> bytes:
    return _ENCODER.encode(row).encode("utf-8", "surrogatepass")


def build_of(fingerprint: Fingerprint) -> str:
    """What tells one build from another: the same for a deck and for all parts of it."""
    return fingerprint.part.build if fingerprint.part is not None else digest(_json(fingerprint))


def is_fingerprint(xml: bytes) -> bool:
    """Whether a custom XML part is a fingerprint, whole or not."""
    return NAMESPACE.encode() in xml[:2000]


def read_fingerprint(xml: bytes, where: str) -> Fingerprint:
    """The fingerprint in the XML of its part.

    Raises DocgenError, at ``where``, for one that is damaged or of a later format.
    """
    try:
        root = parsed(xml, "customXml")
    except DocgenError as error:
        raise _damaged(where) from error
    form = root.get("format", "")
    if root.tag != f"{{{NAMESPACE}}}fingerprint" or not re.fullmatch("[0-9]{1,9}", form):
        raise _damaged(where)
    if int(form) > FORMAT:
        raise DocgenError("fingerprint-newer", where=where, format=form, known=FORMAT)
    try:
        packed = base64.b64decode("".join((root.text or "").split()), validate=True)
        if hashlib.sha256(packed).hexdigest() != root.get("sha256"):
            raise _damaged(where)
        unpacked = zlib.decompressobj().decompress(packed, FINGERPRINT)
        return fingerprint_from(json.loads(unpacked.decode("utf-8", "surrogatepass")))
    except (zlib.error, ValueError, TypeError, RecursionError) as error:
        raise _damaged(where) from error


def _damaged(where: str) -> DocgenError:
    return DocgenError("fingerprint-damaged", where=where)


def open_deck(deck: Path) -> zipfile.ZipFile:
    """The package of a deck's file. Raises DocgenError where there is no file, or it is no .pptx."""
    if not deck.is_file():
        raise DocgenError("no-such-deck", where=str(deck))
    package = open_zip(deck, str(deck), _no_deck(deck))
    if _PRESENTATION not in package.namelist():
        package.close()
        raise _no_deck(deck)
    return package


def fingerprint_in(package: zipfile.ZipFile, where: str) -> Fingerprint:
    """The fingerprint in a deck's package.

    Raises DocgenError for a deck that docgen did not build, a damaged fingerprint, and a later docgen's.
    LibreOffice keeps the part, but not what refers to it, so it is found by its name and namespace.
    """
    for name in sorted(filter(_CUSTOM_PART.fullmatch, package.namelist())):
        xml = read_entry(package, name, where)
        if is_fingerprint(xml):
            return read_fingerprint(xml, where)
    raise DocgenError("no-fingerprint", where=where)


def _no_deck(deck: Path) -> DocgenError:
    return DocgenError("not-a-deck", where=str(deck))
