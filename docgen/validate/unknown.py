"""Names that lead nowhere, and the records that they may mean although these could not be read."""

from __future__ import annotations

from collections.abc import Iterable

from docgen.errors import DocgenError, FieldPath, nearest
from docgen.model import Compendium
from docgen.model.compendium import ANY
from docgen.model.lookup import one_of


def is_unread(name: str, collection: str, compendium: Compendium) -> bool:
    """Whether a record of that name may be written in a collection, but could not be read: that is said elsewhere."""
    ids = compendium.origin.unread.get(collection, frozenset())
    return name in ids or ANY in ids


def unknown(kind: str, name: str, known: Iterable[str], path: FieldPath, compendium: Compendium) -> DocgenError:
    """The error for the ``name`` of a ``kind`` of record that stands at ``path`` and is not among the ``known``."""
    names = list(known)
    return DocgenError(
        f"there is no {kind} {name!r}",
        where=compendium.position(path),
        expected=one_of(names, f"a {kind} that is defined"),
        hint=nearest(name, names) or f"define the {kind}, or take the reference out",
    )
