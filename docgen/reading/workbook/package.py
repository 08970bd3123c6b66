"""An Excel workbook (.xlsx, .xlsm) opened as what it is: a zip of XML parts that name each other."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from docgen.errors import CellPosition, DocgenError
from docgen.messages import Phrase, message
from docgen.outside.bounds import MEGABYTE, ZIP_ENTRY
from docgen.outside.xml import parsed
from docgen.outside.zips import DAMAGE, open_zip
from docgen.value import value

_ROOT = "_rels/.rels"


@value(frozen=True, slots=True)
class Relation:
    """A part that another names: the last word of the relation's type, and the part's name (or an outside address)."""

    kind: str
    target: str
    outside: bool = False


@value(frozen=True, slots=True)
class Package:
    """The parts of a workbook that is open. ``path`` is the one that the user knows.

    ``entries`` are the names of the parts in the file by their names in lower case.
    """

    path: Path
    archive: zipfile.ZipFile
    entries: Mapping[str, str]

    def has(self, part: str) -> bool:
        """Whether there is such a part. Upper and lower case make no difference, as the standard has it."""
        return part.lower() in self.entries

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, in lower case."""
        return tuple(self.entries)

    @contextmanager
    def stream(self, part: str) -> Iterator[IO[bytes]]:
        """A part's bytes. DocgenError where it is too large, or not to be read."""
        from lxml import etree

        if not self.has(part):
            raise self.damaged(message("part-missing", part=part))
        entry = self.archive.getinfo(self.entries[part.lower()])
        if entry.file_size > ZIP_ENTRY:
            raise self.damaged(message("part-too-large", part=part, most=ZIP_ENTRY // MEGABYTE))
        try:
            with self.archive.open(entry) as file:
                yield file
        except (*DAMAGE, etree.XMLSyntaxError) as error:
            raise self.damaged(message("part-damaged", part=part, reason=str(error))) from error

    def root(self, part: str) -> Any:
        """The root element of a part."""
        with self.stream(part) as file:
            data = file.read()
        try:
            return parsed(data, part)
        except DocgenError as error:
            raise self.damaged(error.message) from error

    def elements(self, part: str, *names: str) -> Iterator[Any]:
        """The elements of a part that have one of the names, one by one as the part is read; each is emptied after."""
        from lxml import etree

        tags = [f"{{*}}{name}" for name in names]
        with self.stream(part) as file:
            for _, element in etree.iterparse(file, tag=tags, resolve_entities=False, no_network=True):
                yield element
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]

    def relations(self, part: str = "") -> dict[str, Relation]:
        """The parts that a part names (the workbook's own package where none is given), by their ids."""
        folder, name = posixpath.split(part)
        file = posixpath.join(folder, "_rels", f"{name}.rels") if part else _ROOT
        if not self.has(file):
            return {}
        found = {}
        for element in self.root(file).iter("{*}Relationship"):
            kind = element.get("Type", "").rsplit("/", 1)[-1]
            outside, target = element.get("TargetMode") == "External", element.get("Target", "")
            whole = target if outside else posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[element.get("Id", "")] = Relation(kind, whole, outside)
        return found

    def related(self, part: str, kind: str) -> str | None:
        """The first part of a kind that a part names."""
        targets = (each.target for each in self.relations(part).values() if each.kind == kind and not each.outside)
        return next((target for target in targets if self.has(target)), None)

    def damaged(self, reason: Phrase) -> DocgenError:
        """The error for a workbook that is not to be read."""
        return cannot_be_read(self.path, reason)


def cannot_be_read(path: Path, reason: Phrase) -> DocgenError:
    """The error for a workbook that is not to be read."""
    return DocgenError("workbook-unreadable", where=CellPosition(str(path)), reason=reason)


@contextmanager
def opened(path: Path) -> Iterator[Package]:
    """The package of an .xlsx or .xlsm file. DocgenError where it is none."""
    try:
        archive = open_zip(path, str(path))
    except DocgenError as error:
        raise cannot_be_read(path, error.message) from error
    with archive:
        entries = {name.replace("\\", "/").lower(): name for name in archive.namelist()}
        yield Package(path, archive, entries)
