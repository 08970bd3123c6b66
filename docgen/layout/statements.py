"""What layout.yaml states, made whole: a pack's statements over its parent's, then its slide layouts.

Each slide layout gets what ``every_slide_layout`` states, and its boxes in points. A value of null takes away a
placeholder, a decoration or a slot that would otherwise be there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from docgen.errors import DocgenError, FieldPath
from docgen.layout.edges import NoBox, box_of
from docgen.layout.pack import PageSize
from docgen.messages import message
from docgen.reading.yaml_document import YamlDocument

TEMPLATE = "template"
SHARED = "every_slide_layout"
# The paths of what a pack on a template has from there.
_OF_TEMPLATE = (("page",), ("fonts",), ("slide_layouts",), (SHARED,))
_PARTS = ("placeholders", "decorations", "slots")


def inherited(parent: YamlDocument, own: YamlDocument) -> YamlDocument:
    """A pack's own statements, and those of its parent that it does not replace; each with its position.

    A pack on a template of its own has page, fonts and slide layouts from there, and not from its parent.
    """
    dropped = _OF_TEMPLATE if own.value.get(TEMPLATE) is not None else ()
    replaced = frozenset(path for path in own.positions if path and not isinstance(own.value_at(path), dict))
    positions = {
        path: position
        for path, position in parent.positions.items()
        if path[:1] not in dropped and not any(path[:length] in replaced for length in range(1, len(path) + 1))
    }
    keys = {path: position for path, position in parent.key_positions.items() if path[:1] not in dropped}
    return YamlDocument(
        own.file,
        combined({key: value for key, value in parent.value.items() if (key,) not in dropped}, own.value),
        {**positions, **own.positions},
        {**keys, **own.key_positions},
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


def complete_slide_layouts(document: YamlDocument) -> None:
    """Complete the slide layouts of a pack in place. What is wrong is added to its problems."""
    shared = document.value.pop(SHARED, None)
    layouts = document.value.get("slide_layouts")
    page = _page(document.value.get("page"))
    if not isinstance(layouts, dict):
        return
    _share_positions([name for name, layout in layouts.items() if isinstance(layout, dict)], document)
    for name, layout in layouts.items():
        if isinstance(layout, dict):
            layouts[name] = _completed(name, layout, shared, page, document)


def _page(stated: Any) -> PageSize | None:
    """The page that boxes lie on; None where what is said of it is wrong, which the model then reports."""
    try:
        return PageSize.model_validate(stated)
    except ValueError:
        return None


def _completed(
    name: str, layout: Mapping[str, Any], shared: Any, page: PageSize | None, document: YamlDocument
) -> dict[str, Any]:
    whole = dict(layout)
    for part in _PARTS:
        common = shared.get(part) if isinstance(shared, Mapping) else None
        own = layout.get(part)
        if not isinstance(own or {}, Mapping) or not isinstance(common or {}, Mapping):
            continue
        entries = combined(common or {}, own or {})
        # The layout's own stand first.
        names = [key for key in dict.fromkeys((*(own or {}), *entries)) if entries[key] is not None]
        if names or own is not None:
            path: FieldPath = ("slide_layouts", name, part)
            whole[part] = {key: _boxed(entries[key], (*path, key), part, page, document) for key in names}
    return whole


def _share_positions(names: Sequence[str], document: YamlDocument) -> None:
    """What stands in every layout has its position where it is written, unless the layout says otherwise."""
    for positions in (document.positions, document.key_positions):
        shared = [(path[1:], where) for path, where in positions.items() if path[:1] == (SHARED,) and len(path) > 2]
        for name in names:
            for path, where in shared:
                positions.setdefault(("slide_layouts", name, *path), where)


def _boxed(entry: Any, path: FieldPath, part: str, page: PageSize | None, document: YamlDocument) -> Any:
    """An entry with its box in points; a slot is a box itself."""
    if part == "slots":
        return _box(entry, path, page, document)
    if isinstance(entry, Mapping) and "box" in entry:
        return {**entry, "box": _box(entry["box"], (*path, "box"), page, document)}
    return entry


def _box(value: Any, path: FieldPath, page: PageSize | None, document: YamlDocument) -> Any:
    if not isinstance(value, Mapping):
        return value
    if page is None:
        return [0, 0, 0, 0]
    try:
        return list(box_of(value, page))
    except NoBox as error:
        where = document.position(path if error.key is None else (*path, error.key))
        problem = DocgenError.of(error.what, where=where, expected=message("box-form"), hint=error.hint)
        # What stands in every slide layout is wrong once.
        if str(problem) not in map(str, document.problems):
            document.problems.append(problem)
        return [0, 0, page.width, page.height]
