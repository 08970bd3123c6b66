"""Names that lead nowhere; records that could not be read do not count as missing."""

from __future__ import annotations

from collections.abc import Iterable

from docgen.errors import DocgenError, FieldPath
from docgen.model import Compendium, lookup
from docgen.model.compendium import ANY


def is_unread(name: str, collection: str, compendium: Compendium) -> bool:
    """Whether a collection may have a record of that name which could not be read; that has an error of its own."""
    ids = compendium.origin.unread.get(collection, frozenset())
    return name in ids or ANY in ids


def unknown(kind: str, name: str, known: Iterable[str], path: FieldPath, compendium: Compendium) -> DocgenError:
    """The error for the ``name`` of a ``kind`` of record that stands at ``path`` and is not among the ``known``."""
    hint = f"define the {kind}, or take the reference out"
    return lookup.unknown(name, known, kind, compendium.position(path), hint)
