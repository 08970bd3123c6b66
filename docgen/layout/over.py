"""A pack's statements over those of its parent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docgen.errors import FieldPath
from docgen.reading.yaml_nodes import Written


def over(parent: Written, own: Written) -> Written:
    """``own`` over ``parent``, with the place of each statement that counts."""
    merged = Written(own.file, value=deep(parent.value, own.value), problems=parent.problems + own.problems)
    replaced = frozenset(path for path in own.places if path and not isinstance(_at(own.value, path), dict))
    merged.places = {path: at for path, at in parent.places.items() if not _below_any(path, replaced)}
    merged.places.update(own.places)
    merged.keys = {**parent.keys, **own.keys}
    return merged


def deep(parent: Any, own: Any) -> Any:
    """``own`` over ``parent``: mappings key by key, everything else whole."""
    if isinstance(parent, Mapping) and isinstance(own, Mapping):
        return {**parent, **{key: deep(parent.get(key), value) for key, value in own.items()}}
    return own


def _below_any(path: FieldPath, tops: frozenset[FieldPath]) -> bool:
    return any(path[:length] in tops for length in range(1, len(path) + 1))


def _at(value: Any, path: FieldPath) -> Any:
    for part in path:
        if isinstance(value, dict):
            value = value.get(part)
        elif isinstance(value, list) and isinstance(part, int):
            value = value[part]
        else:
            return None
    return value
