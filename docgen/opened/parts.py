"""The parts of a .pptx: what each refers to, and its XML; a part is read when it is asked for."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from docgen.errors import DocgenError
from docgen.outside.xml import parsed
from docgen.outside.zips import open_zip
from docgen.value import value

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


@value(frozen=True, slots=True)
class Reference:
    """What a part refers to: the last word of the relationship's kind (slide, chart), and the part's name."""

    kind: str
    target: str


@value(frozen=True, slots=True)
class Parts:
    """The parts of an open package.

    A part that is not there raises KeyError, one that is no XML DocgenError.
    """

    archive: zipfile.ZipFile

    def xml(self, part: str) -> Any:
        """The root element of a part."""
        return parsed(self.archive.read(part.lstrip("/")), part, self.archive.filename)

    def references(self, part: str) -> Mapping[str, Reference]:
        """What a part refers to, by id; of the package itself where ``part`` is "/"."""
        folder, file = posixpath.split(part)
        listed = posixpath.join(folder, "_rels", f"{file}.rels")
        if listed.lstrip("/") not in self.archive.NameToInfo:
            return {}
        return {entry.get("Id"): _reference(entry, folder) for entry in self.xml(listed)}

    def target(self, part: str, kind: str) -> str:
        """The first part of a kind that ``part`` refers to; "" for none."""
        return next((one.target for one in self.references(part).values() if one.kind == kind), "")


@contextmanager
def opened_parts(path: Path) -> Iterator[Parts]:
    """The parts of the package in a file, as long as it is open. DocgenError where it is none."""
    with open_zip(path, str(path), DocgenError("not-a-deck", where=str(path))) as archive:
        yield Parts(archive)


def slide_parts(parts: Parts) -> Iterator[str]:
    """The names of the slides' parts, in the order of the deck. KeyError where the package holds no presentation."""
    presentation = parts.target("/", "officeDocument")
    root = parts.xml(presentation)
    if root.tag != f"{P}presentation":
        raise KeyError(presentation)
    references = parts.references(presentation)
    for entry in root.iterfind(f"{P}sldIdLst/{P}sldId"):
        yield references[entry.get(f"{R}id")].target


def _reference(entry: Any, folder: str) -> Reference:
    target = entry.get("Target", "")
    if entry.get("TargetMode") != "External":
        target = posixpath.normpath(posixpath.join(folder, target))
    return Reference(entry.get("Type", "").rpartition("/")[2], target)
