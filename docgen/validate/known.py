"""What a compendium holds, for checks: the values of its records with their paths, and which ids exist."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping

from docgen.errors import DocgenError, FieldPath, nearest
from docgen.model import Compendium, Record
from docgen.model.compendium import ANY
from docgen.model.lookup import one_of


def fields(record: Record, path: FieldPath) -> Iterator[tuple[FieldPath, object]]:
    """The values in a record's fields, lists and mappings, but not those of the records inside it."""
    for name, value in record.__dict__.items():
        yield from _plain(value, (*path, name))


def unread(compendium: Compendium, collection: str) -> Container[str]:
    """The ids of a collection's records that are written but could not be read."""
    ids = compendium.origin.unread.get(collection, frozenset())
    return _Everything() if ANY in ids else ids


def to_nothing(
    compendium: Compendium, kind: str, name: str, known: Iterable[str], path: FieldPath
) -> DocgenError:
    """The error for a reference at ``path`` to something that is not there."""
    names = list(known)
    return DocgenError(
        f"there is no {kind} {name!r}",
        where=compendium.position(path),
        expected=one_of(names, f"a {kind} that is defined"),
        hint=nearest(name, names) or f"define the {kind}, or take the reference out",
    )


class _Everything:
    def __contains__(self, _: object) -> bool:
        return True


def _plain(value: object, path: FieldPath) -> Iterator[tuple[FieldPath, object]]:
    if isinstance(value, Record):
        return
    if isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from _plain(inner, (*path, index))
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _plain(inner, (*path, key))
    else:
        yield path, value
