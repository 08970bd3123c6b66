"""The edits that give a record another id, tried before anything is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from docgen.editing.edits import TextEdit
from docgen.editing.files import edited_files
from docgen.editing.source import Source
from docgen.errors import DocgenError, FieldPath, Located, nearest
from docgen.model import Compendium
from docgen.model.record import plain_values
from docgen.model.wanted import IDENTIFIER_PATTERN
from docgen.nouns import NOUNS
from docgen.pipeline import Layout, load
from docgen.renaming.in_sentences import renamed_in
from docgen.renaming.named_fields import Renamed, naming_fields
from docgen.whole.copy import copy_with
from docgen.whole.files import write_files

_LEAST = 3


@dataclass(frozen=True, slots=True)
class Renaming:
    """A record's new id: the ``files`` that change, by path, with their new bytes.

    ``mentions`` are places where the old id stands in the words of a text, which a person may want to change.
    """

    folder: Path
    files: Mapping[Path, bytes]
    mentions: tuple[Located, ...]

    def write(self) -> None:
        """Write the files: all of them, or none."""
        write_files(self.files, self.folder)


def renaming(folder: Path, old: str, new: str, collection: str | None = None, layout: Layout | None = None) -> Renaming:
    """The edits that call the record ``old`` (I-1062, I-1065/traffic) ``new`` in all files of ``folder``.

    ``collection`` says which record is meant where several have that name. Raises DocgenErrors for a folder that does
    not load, DocgenError for a name that no record has, or several, for one that is taken or is no id, and where a file
    cannot be edited in place or the folder would not load afterwards. Nothing is written.
    """
    compendium = load(folder, layout=layout)
    record = _record(old, new, collection, compendium)
    source = Source(folder, compendium)
    edits = [*_own(record, source), *_references(record, source), *_sentences(record, source)]
    files = {folder / file: data for file, data in edited_files(dict.fromkeys(edits), source).items()}
    _try(files, folder, layout)
    return Renaming(folder, files, tuple(_mentions(record, compendium)))


def _record(old: str, new: str, collection: str | None, compendium: Compendium) -> Renamed:
    """The record of a whole name, and its new id."""
    named = dict(_named(compendium))
    found = {path: outer for path, (outer, name) in named.items() if "/".join((*outer, name)) == old}
    if collection is not None:
        found = {path: outer for path, outer in found.items() if path[0] == collection}
    if not found:
        every = ("/".join((*outer, name)) for outer, name in named.values())
        raise DocgenError("rename-nothing", where=old, hint=nearest(old, list(every)), name=old)
    if len(found) > 1:
        collections = tuple(str(path[0]) for path in found)
        kinds = tuple(NOUNS.get(name, name) for name in collections)
        raise DocgenError("rename-several", where=old, name=old, kinds=kinds, collections=collections)
    ((path, outer),) = found.items()
    identifier = new.removeprefix("".join(f"{name}/" for name in outer))
    if not re.fullmatch(IDENTIFIER_PATTERN, identifier):
        raise DocgenError("rename-no-id", where=new, name=new)
    beside = {name for other, (around, name) in named.items() if (other[0], around) == (path[0], outer)}
    if identifier in beside:
        raise DocgenError("rename-taken", where=compendium.position(path), name=identifier)
    return Renamed(path, outer, named[path][1], identifier)


def _named(compendium: Compendium) -> Iterator[tuple[FieldPath, tuple[tuple[str, ...], str]]]:
    """Every record that has an id, with the ids of the records around it and its own."""
    ids: dict[FieldPath, str] = {}
    for path, record in compendium.records:
        identifier = getattr(record, "id", None)
        if identifier is not None and "formerly" in type(record).model_fields:
            ids[path] = str(identifier)
            outer = (ids[path[:length]] for length in range(1, len(path)) if path[:length] in ids)
            yield path, (tuple(outer), str(identifier))


def _own(record: Renamed, source: Source) -> Iterator[TextEdit]:
    """The record's own id, and the old one among those that it had formerly."""
    own = (*record.path, "id")
    yield from source.rewritten(own, lambda text: text.replace(record.old, record.new, 1))
    formerly = tuple(getattr(dict(source.compendium.records)[record.path], "formerly", ()))
    if record.new in formerly:
        place = _item((*record.path, "formerly"), formerly.index(record.new), source)
        yield from source.rewritten(place, lambda text: text.replace(record.new, record.old, 1))
    elif formerly:
        yield from source.item_added(_item((*record.path, "formerly"), len(formerly) - 1, source), record.old)
    else:
        yield from source.key_after(own, "formerly", f"[{record.old}]")


def _item(path: FieldPath, index: int, source: Source) -> FieldPath:
    """The path of an item of a list, which may be written alone, without a list."""
    inner = (*path, index)
    return inner if inner in source.compendium.origin.positions else path


def _references(record: Renamed, source: Source) -> Iterator[TextEdit]:
    for path, before, after in naming_fields(record, source.compendium):
        place = path if not isinstance(path[-1], int) else _item(path[:-1], path[-1], source)
        yield from source.rewritten(place, lambda text, before=before, after=after: text.replace(before, after, 1))  # type: ignore[misc]


def _sentences(record: Renamed, source: Source) -> Iterator[TextEdit]:
    for base, each in (((), source.compendium), *source.compendium.records):
        for path, text in plain_values(each, base):
            if isinstance(text, str) and "{" in text:
                yield from source.rewritten(path, lambda raw: renamed_in(raw, record))


def _try(files: Mapping[Path, bytes], folder: Path, layout: Layout | None) -> None:
    """Raise DocgenError where the folder would not load with the changed files."""
    with copy_with(files, folder) as copy:
        try:
            load(copy, layout=layout)
        except DocgenError as error:
            said = str(error).replace(str(copy), str(folder))
            raise DocgenError("rename-unusable", where=str(folder), errors=said) from error


def _mentions(record: Renamed, compendium: Compendium) -> Iterable[Located]:
    """Where the old id stands in the words of a text that is no template's name and no reference."""
    if len(record.old) < _LEAST or record.outer:
        return ()
    named = {path for path, _, _ in naming_fields(record, compendium)}
    word = re.compile(rf"(?<![A-Za-z0-9_-]){re.escape(record.old)}(?![A-Za-z0-9_-])")
    return dict.fromkeys(
        compendium.position(path)
        for base, each in compendium.records
        for path, text in plain_values(each, base)
        if isinstance(text, str)
        and path not in named
        and path[-1] != "id"
        and "formerly" not in path
        and word.search(renamed_in(text, record))
    )


