"""A pack's statements over those of the pack that it extends."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docgen.errors import FieldPath
from docgen.reading.yaml_nodes import Written


def inherited(parent: Written, own: Written) -> Written:
    """What a pack says, and what its parent says beside that; each statement with its place."""
    whole = Written(own.file, value=combined(parent.value, own.value), problems=parent.problems + own.problems)
    replaced = frozenset(path for path in own.places if path and not isinstance(_value_at(own.value, path), dict))
    whole.places = {path: place for path, place in parent.places.items() if not _within_any(path, replaced)}
    whole.places.update(own.places)
    whole.keys = {**parent.keys, **own.keys}
    return whole


def combined(parent: Any, own: Any) -> Any:
    """Two values as one: of mappings, each key; of all else, the own.

    >>> combined({"page": {"width": 780, "margin": 30}}, {"page": {"width": 960}})
    {'page': {'width': 960, 'margin': 30}}
    """
    if isinstance(parent, Mapping) and isinstance(own, Mapping):
        return {**parent, **{key: combined(parent.get(key), value) for key, value in own.items()}}
    return own


def _within_any(path: FieldPath, tops: frozenset[FieldPath]) -> bool:
    return any(path[:length] in tops for length in range(1, len(path) + 1))


def _value_at(value: Any, path: FieldPath) -> Any:
    for key in path:
        if isinstance(value, dict):
            value = value.get(key)
        elif isinstance(value, list) and isinstance(key, int):
            value = value[key]
        else:
            return None
    return value
