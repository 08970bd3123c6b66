"""A content folder whose sentences are plain: each template is the text that it prints, and what it was is remembered."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import docgen
from docgen.derive.desk import Desk
from docgen.derive.library import Library
from docgen.derive.reader import Reader
from docgen.editing.edits import Edit
from docgen.editing.files import edited_files
from docgen.editing.source import Source
from docgen.errors import FieldPath
from docgen.model.prose import is_template
from docgen.model.record import plain_values

_EXPRESSION = re.compile(r"(\{\{.*?\}\})", re.DOTALL)


@dataclass(frozen=True)
class Printed:
    """The text at a path as it is printed, with the characters that each expression prints."""

    text: str
    expressions: tuple[tuple[int, int, str], ...]

    def at(self, start: int, end: int) -> str | None:
        """The expression that prints some of the characters."""
        return next((words for first, last, words in self.expressions if first < end and start < last), None)


def printed(text: str, path: FieldPath, desk: Desk) -> Printed:
    """A template as it is printed."""
    said, found = "", []
    for part in _EXPRESSION.split(text):
        words = desk.text(part, path) if part.startswith("{{") else part
        if part.startswith("{{"):
            found.append((len(said), len(said) + len(words), part[2:-2].strip()))
        said += words
    return Printed(said, tuple(found))


def sentences(compendium: docgen.Compendium) -> Iterator[tuple[FieldPath, str]]:
    """Every text of a compendium's records."""
    for path, record in compendium.records:
        yield from ((place, value) for place, value in plain_values(record, path) if isinstance(value, str))


def desk_of(compendium: docgen.Compendium) -> Desk:
    """A desk at which the templates of a compendium are rendered."""
    return Desk(Reader(Library(compendium)))


def plain_copy(folder: Path, target: Path) -> dict[FieldPath, Printed]:
    """Copy a folder to ``target`` with its templates as they are printed; what each of them was, by its path."""
    shutil.copytree(folder, target)
    compendium = docgen.load(target)
    desk, source = desk_of(compendium), Source(target, compendium)
    was = {path: printed(text, path, desk) for path, text in sentences(compendium) if is_template(text)}
    edits: list[Edit] = []
    for path, now in was.items():
        place = path if path in compendium.origin.positions else path[:-1]
        edits += source.written(place, now.text)
    for file, data in edited_files(edits, source).items():
        (target / file).write_bytes(data)
    return was
