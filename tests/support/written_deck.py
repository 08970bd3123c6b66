"""The full deck as written: its bytes, its entries, and what its parts refer to."""

from __future__ import annotations

import io
import posixpath
import zipfile
from functools import cache
from typing import Any
from xml.etree import ElementTree

from pptx import Presentation

from docgen.write import write
from support.every_mark import full_deck

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@cache
def written() -> bytes:
    return write(full_deck())


@cache
def entries() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(written())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def slide(number: int) -> str:
    return entries()[f"ppt/slides/slide{number}.xml"].decode()


def opened(data: bytes | None = None) -> Any:
    return Presentation(io.BytesIO(written() if data is None else data))


def relationships(part: str) -> dict[str, tuple[str, str, bool]]:
    """Of one part: target, kind and whether external, by relationship id."""
    folder, name = posixpath.split(part)
    data = entries().get(f"{folder}/_rels/{name}.rels".lstrip("/"))
    if data is None:
        return {}
    return {
        entry.attrib["Id"]: (
            entry.attrib["Target"]
            if entry.get("TargetMode") == "External"
            else posixpath.normpath(posixpath.join(folder, entry.attrib["Target"])).lstrip("/"),
            entry.attrib["Type"].rsplit("/", 1)[1],
            entry.get("TargetMode") == "External",
        )
        for entry in ElementTree.fromstring(data).iter(_RELATIONSHIP)
    }
