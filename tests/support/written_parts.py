"""The parts of the real decks' files."""

from __future__ import annotations

import functools
import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

from support.real_deck import deck_bytes

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


@functools.cache
def entries(folder: Path) -> Mapping[str, bytes]:
    """The parts of the deck in the pack of that folder, by name."""
    with zipfile.ZipFile(io.BytesIO(deck_bytes(folder))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def xml(folder: Path, part: str) -> ElementTree.Element:
    """The XML of a part."""
    return ElementTree.fromstring(entries(folder)[part])
