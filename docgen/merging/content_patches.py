"""Texts changed by hand, and what brings them into the content where they came from one literal field of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docgen.errors import DocgenError, FieldPath, Position
from docgen.fingerprint.excerpt import short
from docgen.fingerprint.soft_breaks import without_breaks
from docgen.fingerprint.values import SLIDE_NUMBER, DeckShape, Fingerprint, TextParagraph
from docgen.merging.edited.deck import EditedDeck
from docgen.merging.edited.matching import match_shapes, match_slides
from docgen.merging.edited.value_comparison import same_grid_form
from docgen.messages import Language, Message, current_language, message
from docgen.model import Compendium
from docgen.model.prose import is_template
from docgen.model.record import plain_values
from docgen.prose.markup import plain
from docgen.reading.text_files.encodings import Decoded, decoded
from docgen.reading.text_files.file import read_text
from docgen.reading.yaml_edit import replaced

# A shorter text stands in too many places to tell which field it came from.
_LEAST_CHARACTERS = 4
_MARKUP = re.compile(r"[{}\\]|\*\*")
_EXPRESSION = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class TextChange:
    """A paragraph changed by hand on a slide of the page ``record``; line breaks are left out.

    Where a title breaks its lines is the composition's matter.
    """

    record: str
    slide: str
    shape: str
    before: str
    after: str


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
    reason: Message

    def text(self, language: Language) -> str:
        """The change in a line, with the reason in a language."""
        told = f"{short(self.change.before)} → {short(self.change.after)}"
        return f"{self.change.slide} {self.change.shape}: {told}: {self.reason.text(language)}"

    def __str__(self) -> str:
        return self.text(current_language())

    def row(self) -> dict[str, Any]:
        """The change as JSON holds it, in English whatever the language."""
        names = ("slide", "shape", "before", "after")
        return {**{name: getattr(self.change, name) for name in names}, "reason": self.reason.text("en")}


@dataclass(frozen=True, slots=True)
class _Field:
    """A text field of the content: its path in the compendium, its place in a file, and its text."""

    path: FieldPath
    where: Position
    text: str

    @property
    def is_markup(self) -> bool:
        return bool(_MARKUP.search(self.text))

    def belongs_to(self, record: str) -> bool:
        """Whether the field is of the record that a page shows."""
        return len(self.path) > 1 and str(self.path[1]) in (record, *record.split("/"))


def text_changes(built: Fingerprint, edited: EditedDeck) -> Iterator[TextChange]:
    """Every paragraph, in shapes and cells, whose text was changed by hand.

    Where paragraphs came or went, those around them do not tell which one changed; they are left out.
    """
    matches = match_slides(built.slides, edited.slides)
    for index, place in sorted(matches.items(), key=lambda match: match[1]):
        slide = built.slides[place]
        by_name = match_shapes(slide, edited.slides[index])
        for shape in slide.shapes:
            now = by_name.get(shape.name)
            for before, after in _pairs(shape, now.shape) if now is not None else ():
                if before != after and before.strip() and SLIDE_NUMBER not in before:
                    yield TextChange(slide.record, slide.id, shape.name, before, after)


def _pairs(built: DeckShape, edited: DeckShape) -> Iterator[tuple[str, str]]:
    """The built and the edited text of each paragraph of a shape and of its cells."""
    yield from _lines(built.paragraphs or (), edited.paragraphs or ())
    if built.grid is not None and edited.grid is not None and same_grid_form(built.grid, edited.grid):
        for rows in zip(built.grid.rows, edited.grid.rows, strict=True):
            for one, other in zip(*rows, strict=True):
                yield from _lines(one.paragraphs, other.paragraphs)


def _lines(built: Sequence[TextParagraph], edited: Sequence[TextParagraph]) -> Iterator[tuple[str, str]]:
    if len(built) == len(edited):
        for one, other in zip(built, edited, strict=True):
            yield without_breaks(one.text), without_breaks(other.text)


def patches_of(
    changes: Iterable[TextChange], compendium: Compendium
) -> tuple[tuple[Patch, ...], tuple[Unwritable, ...]]:
    """The patches that bring ``changes`` into the content, and what cannot be brought there."""
    known = list(_fields(compendium))
    patches: dict[Position, Patch] = {}
    unwritable: list[Unwritable] = []
    for change in changes:
        patch = _patch(change, [field for field in known if field.belongs_to(change.record)])
        if isinstance(patch, Patch) and patches.get(patch.where, patch).after != patch.after:
            patch = Unwritable(change, message("unwritable-twice", place=str(patch.where)))
        if isinstance(patch, Patch):
            patches[patch.where] = patch
        else:
            unwritable.append(patch)
    return tuple(patches.values()), tuple(unwritable)


def patched_files(patches: Iterable[Patch]) -> dict[Path, bytes]:
    """The bytes of each file that patches change, after them; nothing is written."""
    files: dict[Path, Decoded] = {}
    texts: dict[Path, str] = {}
    # From the end of each file on, so that the places of the others stay.
    for patch in sorted(patches, key=lambda patch: patch.where, reverse=True):
        path = Path(patch.where.file)
        if path not in files:
            files[path] = decoded(path.read_bytes(), str(path))
            texts[path] = files[path].text
        texts[path] = replaced(texts[path], patch.where, patch.after)
    return {path: files[path].encoded(text) for path, text in texts.items()}


def _fields(compendium: Compendium) -> Iterator[_Field]:
    """Every text of the content with its place in a file."""
    for base, record in compendium.records:
        for path, value in plain_values(record, base):
            where = compendium.origin.positions.get(path)
            if isinstance(value, str) and isinstance(where, Position) and value.strip():
                yield _Field(path, where, value)


def _patch(change: TextChange, near: list[_Field]) -> Patch | Unwritable:
    """The patch for a change on the page whose record has the fields ``near``."""
    literal = [field for field in near if not is_template(field.text) and not field.is_markup]
    whole = [field for field in literal if field.text == change.before]
    parts = whole or [field for field in literal if _holds_change(field, change)]
    longest = max((len(field.text) for field in parts), default=0)
    sources = [field for field in parts if len(field.text) == longest]
    if len(sources) != 1:
        return Unwritable(change, _reason(change, near, sources))
    (source,) = sources
    after = _new_text(source.text, change)
    if _MARKUP.search(after) or is_template(after):
        return Unwritable(change, message("unwritable-markup"))
    if not after.strip():
        return Unwritable(change, message("unwritable-nothing-left", place=str(source.where)))
    try:
        replaced(read_text(Path(source.where.file)).text, source.where, after)
    except DocgenError as error:
        return Unwritable(change, message("unwritable-place", reason=error.message, place=str(source.where)))
    return Patch(source.where, source.text, after, change)


def _holds_change(field: _Field, change: TextChange) -> bool:
    """Whether the field is a part of the built text, and all that changed lies in it."""
    head, text, tail = change.before.partition(field.text)
    if not text or len(text) < _LEAST_CHARACTERS:
        return False
    return change.after.startswith(head) and change.after.endswith(tail)


def _new_text(text: str, change: TextChange) -> str:
    """What became of the part ``text`` of the built text."""
    head, _, tail = change.before.partition(text)
    return change.after[len(head) : len(change.after) - len(tail)]


def _reason(change: TextChange, near: Iterable[_Field], sources: list[_Field]) -> Message:
    """Why a change has no one field to go into."""
    if sources:
        return message("unwritable-several", places=tuple(str(field.where) for field in sources))
    for field in near:
        if is_template(field.text):
            if _may_print(field.text, change.before):
                return message("unwritable-template", place=str(field.where))
        elif field.is_markup and plain(field.text) == change.before:
            return message("unwritable-field-markup", place=str(field.where))
    return message("unwritable-data")


def _may_print(template: str, text: str) -> bool:
    """Whether a template's own words, with anything for its expressions, are in a text."""
    words = [_MARKUP.sub("", part) for part in _EXPRESSION.split(template)]
    if len("".join(words).strip()) < _LEAST_CHARACTERS:
        return False
    return re.search(".*?".join(re.escape(word) for word in words), text, re.DOTALL) is not None
