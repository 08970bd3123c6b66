"""The file accepted.yaml: what it accepts, and new entries written into it with all else as it was."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.errors import DocgenError, DocgenErrors, Position
from docgen.messages import message
from docgen.model.accepted import ACCEPTED_FILE
from docgen.value import value
from docgen.whole.file import write_file

if TYPE_CHECKING:
    from docgen.model.acceptance import Acceptance
    from docgen.reading.yaml_document import YamlDocument


@value(frozen=True, slots=True)
class AcceptedFile:
    """The entries of a file, with the place of each and of its values by their keys. One that is not there has none."""

    path: Path
    entries: tuple[Acceptance, ...] = ()
    positions: tuple[Position, ...] = ()
    fields: tuple[Mapping[str, Position], ...] = ()


def accepted_file(path: Path) -> AcceptedFile:
    """The entries of accepted.yaml. Raises DocgenErrors, each with its place, for what is wrong in it."""
    if not path.is_file():
        return AcceptedFile(path)
    # A deck without the file needs neither records nor what reads YAML.
    from docgen.model.acceptance import Acceptance
    from docgen.reading.records import RecordReader

    reader = RecordReader({})
    document = reader.document(path)
    entries = reader.records(Acceptance, document, ())
    if reader.problems:
        raise DocgenErrors(reader.problems)
    places = [(index,) for index in range(len(entries))] if isinstance(document.value, list) else [()]
    positions = tuple(document.position(place) for place in places) if entries else ()
    return AcceptedFile(path, entries, positions, tuple(_fields(document, place) for place in places))


def _fields(document: YamlDocument, place: tuple[int, ...]) -> Mapping[str, Position]:
    depth = len(place)
    inner = ((path, where) for path, where in document.positions.items() if path[:depth] == place)
    return {str(path[depth]): where for path, where in inner if len(path) == depth + 1}


def beside(content: Path) -> Path:
    """The accepted.yaml of a content folder, or the one beside a deck."""
    return (content if content.is_dir() else content.parent) / ACCEPTED_FILE


def write_accepted(file: AcceptedFile, new: Iterable[tuple[Acceptance, int | None]]) -> None:
    """Write entries into the file: each in place of the entry of a number (from 0), or behind all others.

    Comments and all else stay as they are. Raises DocgenError where the file holds no list that can be added to.
    """
    from docgen.reading.text_files.file import read_text

    entries = list(new)
    old = read_text(file.path) if file.path.is_file() else None
    text = old.text if old is not None else f"# {message('accepted-file-head')}\n"
    ending = "\r\n" if "\r\n" in text else "\n"
    for entry, index in sorted(entries, key=lambda pair: -1 if pair[1] is None else pair[1], reverse=True):
        if index is not None:
            text = _replaced(text, file.fields[index], entry)
    added = [entry for entry, index in entries if index is None]
    if added and text and not text.endswith("\n"):
        text += ending
    text += "".join(_entry(entry, ending) for entry in added)
    write_file(old.encoded(text) if old is not None else text.encode("utf-8"), file.path)
    if not _holds(file.path, len(file.entries) + len(added)):
        if old is not None:
            write_file(old.encoded(old.text), file.path)
        raise DocgenError("accepted-not-writable", where=str(file.path))


def _holds(path: Path, count: int) -> bool:
    try:
        return len(accepted_file(path).entries) == count
    except DocgenErrors:
        return False


def _replaced(text: str, fields: Mapping[str, Position], entry: Acceptance) -> str:
    """The text with an entry's values in place of those that stood there, from the last to the first."""
    from docgen.reading.yaml_edit import replaced

    for key, where in sorted(fields.items(), key=lambda pair: pair[1], reverse=True):
        text = replaced(text, where, getattr(entry, key))
    return text


def _entry(entry: Acceptance, ending: str) -> str:
    from docgen.reading.yaml_edit import scalar

    lines: Sequence[str] = [f"{key}: {scalar(value)}" for key, value in entry.model_dump().items() if value]
    return f"- {lines[0]}{ending}" + "".join(f"  {line}{ending}" for line in lines[1:])
