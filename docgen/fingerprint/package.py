"""A deck's fingerprint, found in its file."""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path

from docgen.errors import DocgenError
from docgen.fingerprint.part import is_fingerprint, read_fingerprint
from docgen.fingerprint.values import Fingerprint

_PRESENTATION = "ppt/presentation.xml"
_CUSTOM_PART = re.compile(r"customXml/item\d+\.xml")


def open_deck(deck: Path) -> zipfile.ZipFile:
    """The package of a deck's file. Raises DocgenError where there is no file, or it is no .pptx."""
    if not deck.is_file():
        raise DocgenError(
            "there is no such deck", where=str(deck), expected="a .pptx file", hint="docgen build makes one"
        )
    try:
        package = zipfile.ZipFile(deck)
    except (zipfile.BadZipFile, OSError) as error:
        raise _no_deck(deck) from error
    if _PRESENTATION not in package.namelist():
        package.close()
        raise _no_deck(deck)
    return package


def fingerprint_in(package: zipfile.ZipFile, where: str) -> Fingerprint:
    """The fingerprint in a deck's package.

    Raises DocgenError for a deck that docgen did not build, a damaged fingerprint, and a later docgen's.
    LibreOffice keeps the part, but not what refers to it, so it is found by its name and namespace.
    """
    try:
        for name in sorted(filter(_CUSTOM_PART.fullmatch, package.namelist())):
            xml = package.read(name)
            if is_fingerprint(xml):
                return read_fingerprint(xml, where)
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise DocgenError("the file is damaged", where=where, expected="a whole .pptx file") from error
    raise DocgenError(
        "the deck has no fingerprint: docgen did not build it, or another program dropped it",
        where=where,
        expected="a deck that docgen built, saved by PowerPoint or LibreOffice",
        hint="build the deck anew and edit that one",
    )


def _no_deck(deck: Path) -> DocgenError:
    return DocgenError("this is not a deck", where=str(deck), expected="a whole .pptx file")
