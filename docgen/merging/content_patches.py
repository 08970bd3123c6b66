"""Texts changed by hand written back into the content, where they came from one literal field of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docgen.comparison.words import short
from docgen.errors import DocgenError, Position
from docgen.merging.text_changes import TextChange
from docgen.model import Compendium
from docgen.model.prose import is_template
from docgen.model.record import plain_values
from docgen.pipeline import save_bytes
from docgen.reading.yaml_edit import replaced
from docgen.typeset.markup import plain

# A shorter text stands in too many places to tell which field it came from.
_LEAST_CHARACTERS = 4
_MARKUP = re.compile(r"[{}\\]|\*\*")
_EXPRESSION = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Patch:
    """A text of the content to be replaced, and the change by hand that it answers to."""

    where: Position
    before: str
    after: str
    change: TextChange

    def __str__(self) -> str:
        return f"{self.where}: {self.before} → {self.after}"

    def row(self) -> dict[str, Any]:
        """The patch as JSON holds it."""
        place = {"file": self.where.file, "line": self.where.line, "column": self.where.column}
        return {**place, "before": self.before, "after": self.after}


@dataclass(frozen=True, slots=True)
class Unwritable:
    """A change by hand that has no one literal field to go into, and why."""

    change: TextChange
    reason: str

    def __str__(self) -> str:
        told = f"{short(self.change.before)} → {short(self.change.after)}"
        return f"{self.change.slide} {self.change.shape}: {told}: {self.reason}"

    def row(self) -> dict[str, Any]:
        """The change as JSON holds it."""
        names = ("slide", "shape", "before", "after")
        return {**{name: getattr(self.change, name) for name in names}, "reason": self.reason}


@dataclass(frozen=True, slots=True)
class _Field:
    path: tuple[str | int, ...]
    where: Position
    text: str


def patches_of(
    changes: Iterable[TextChange], compendium: Compendium
) -> tuple[tuple[Patch, ...], tuple[Unwritable, ...]]:
    """The patches that bring ``changes`` into the content, and what cannot be brought there."""
    known = list(_fields(compendium))
    patches: dict[Position, Patch] = {}
    left: list[Unwritable] = []
    for change in changes:
        found = _tried(_patch(change, known))
        if isinstance(found, Unwritable):
            left.append(found)
        elif found.where in patches and patches[found.where].after != found.after:
            left.append(
                Unwritable(change, f"the field at {found.where} was changed to another text elsewhere")
            )
        else:
            patches[found.where] = found
    return tuple(patches.values()), tuple(left)


def write_patches(patches: Iterable[Patch]) -> dict[Path, bytes]:
    """Write patches into their files; what the files held before, by path."""
    by_file: dict[str, list[Patch]] = {}
    for patch in patches:
        by_file.setdefault(patch.where.file, []).append(patch)
    before: dict[Path, bytes] = {}
    texts: dict[Path, str] = {}
    for file, own in by_file.items():
        path = Path(file)
        before[path] = path.read_bytes()
        text = before[path].decode("utf-8-sig")
        # From the end on, so that the places of the others stay.
        for patch in sorted(own, key=lambda each: each.where, reverse=True):
            text = replaced(text, patch.where, patch.after)
        texts[path] = text
    for path, text in texts.items():
        save_bytes(text.encode("utf-8"), path)
    return before


def restore(before: Mapping[Path, bytes]) -> None:
    """Put files back as they were."""
    for path, data in before.items():
        save_bytes(data, path)


def _fields(compendium: Compendium) -> Iterator[_Field]:
    """Every text of the content with its place in a file."""
    for base, record in compendium.records:
        for path, value in plain_values(record, base):
            where = compendium.origin.positions.get(path)
            if isinstance(value, str) and isinstance(where, Position) and value.strip():
                yield _Field(path, where, value)


def _patch(change: TextChange, known: Iterable[_Field]) -> Patch | Unwritable:
    near = [field for field in known if _belongs(field, change.record)]
    literal = [field for field in near if not is_template(field.text) and not _MARKUP.search(field.text)]
    whole = [field for field in literal if field.text == change.before]
    parts = whole or [field for field in literal if _is_part(field, change)]
    longest = max((len(field.text) for field in parts), default=0)
    found = [field for field in parts if len(field.text) == longest]
    if len(found) != 1:
        return Unwritable(change, _reason(change, near, found))
    after = _new_text(found[0].text, change)
    if _MARKUP.search(after) or is_template(after):
        return Unwritable(change, "the new text has characters that mean markup in the content")
    if not after.strip():
        return Unwritable(change, f"nothing would be left of the text at {found[0].where}")
    return Patch(found[0].where, found[0].text, after, change)


def _tried(found: Patch | Unwritable) -> Patch | Unwritable:
    """The patch, or why its file cannot take it."""
    if isinstance(found, Unwritable):
        return found
    try:
        replaced(Path(found.where.file).read_text(encoding="utf-8-sig"), found.where, found.after)
    except DocgenError as error:
        return Unwritable(found.change, f"{error.what} ({found.where})")
    return found


def _belongs(field: _Field, record: str) -> bool:
    """Whether a field is of the record that the page shows."""
    return len(field.path) > 1 and str(field.path[1]) in (record, *record.split("/"))


def _is_part(field: _Field, change: TextChange) -> bool:
    """Whether the field is a part of the built text, and all that changed lies in it."""
    at = change.before.find(field.text)
    if at < 0 or len(field.text) < _LEAST_CHARACTERS:
        return False
    head, tail = change.before[:at], change.before[at + len(field.text) :]
    return change.after.startswith(head) and change.after.endswith(tail)


def _new_text(text: str, change: TextChange) -> str:
    at = change.before.find(text)
    return change.after[at : len(change.after) - (len(change.before) - at - len(text))]


def _reason(change: TextChange, near: Iterable[_Field], found: list[_Field]) -> str:
    if found:
        return f"several fields hold it: {', '.join(str(field.where) for field in found)}"
    for field in near:
        if is_template(field.text):
            if _may_print(field.text, change.before):
                return f"it is made from the template at {field.where}"
        elif _MARKUP.search(field.text) and plain(field.text) == change.before:
            return f"the text at {field.where} has markup"
    return "it comes from data, or from another record than the page's"


def _may_print(template: str, text: str) -> bool:
    """Whether a template's own words, with anything for its expressions, are in a text."""
    pieces = [_MARKUP.sub("", piece) for piece in _EXPRESSION.split(template)]
    if len("".join(pieces).strip()) < _LEAST_CHARACTERS:
        return False
    return re.search(".*?".join(re.escape(piece) for piece in pieces), text, re.DOTALL) is not None
