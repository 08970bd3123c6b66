"""A pack's statements over those of the pack that it extends."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docgen.errors import FieldPath
from docgen.reading.yaml_document import YamlDocument

TEMPLATE = "template"
SHARED = "every_slide_layout"
_OF_TEMPLATE = ("page", "fonts", "slide_layouts", SHARED)


def inherited(parent: YamlDocument, own: YamlDocument) -> YamlDocument:
    """A pack's own statements, and those of its parent that it does not replace; each with its position.

    A pack on a template of its own has page, fonts and slide layouts from there, and not from its parent.
    """
    dropped = _OF_TEMPLATE if own.value.get(TEMPLATE) is not None else ()
    replaced = frozenset(path for path in own.positions if path and not isinstance(own.value_at(path), dict))

    def is_kept(path: FieldPath) -> bool:
        return path[:1] not in [(key,) for key in dropped]

    return YamlDocument(
        own.file,
        combined({key: value for key, value in parent.value.items() if key not in dropped}, own.value),
        {
            **{path: at for path, at in parent.positions.items() if is_kept(path) and not _within_any(path, replaced)},
            **own.positions,
        },
        {**{path: at for path, at in parent.key_positions.items() if is_kept(path)}, **own.key_positions},
        parent.problems + own.problems,
    )


def combined(parent: Any, own: Any) -> Any:
    """The own value; of two mappings, the keys of both.

    >>> combined({"page": {"width": 780, "margin": 30}}, {"page": {"width": 960}})
    {'page': {'width': 960, 'margin': 30}}
    """
    if isinstance(parent, Mapping) and isinstance(own, Mapping):
        return {**parent, **{key: combined(parent.get(key), value) for key, value in own.items()}}
    return own


def _within_any(path: FieldPath, tops: frozenset[FieldPath]) -> bool:
    return any(path[:length] in tops for length in range(1, len(path) + 1))
