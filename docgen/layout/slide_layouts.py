"""The slide layouts of a pack made complete: each gets what ``every_slide_layout`` states, and boxes in points.

A value of null takes away a placeholder, a decoration or a slot that would otherwise be there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from docgen.errors import DocgenError, FieldPath
from docgen.layout.edges import FORM, NoBox, box_of
from docgen.layout.inherit import combined
from docgen.layout.pack import PageSize
from docgen.reading.yaml_nodes import Written

SHARED = "every_slide_layout"
_PARTS = ("placeholders", "decorations", "slots")


def complete_slide_layouts(written: Written) -> None:
    """Complete the slide layouts of a pack in place. What is wrong is added to its problems."""
    shared = written.value.pop(SHARED, None)
    layouts = written.value.get("slide_layouts")
    page = _page(written.value.get("page"))
    if not isinstance(layouts, dict):
        return
    _share_places([name for name, layout in layouts.items() if isinstance(layout, dict)], written)
    for name, layout in layouts.items():
        if isinstance(layout, dict):
            layouts[name] = _completed(name, layout, shared, page, written)


def _page(stated: Any) -> PageSize | None:
    """The page that boxes lie on; None where what is said of it is wrong, which the model then reports."""
    try:
        return PageSize.model_validate(stated)
    except ValueError:
        return None


def _completed(
    name: str, layout: Mapping[str, Any], shared: Any, page: PageSize | None, written: Written
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
            whole[part] = {key: _boxed(entries[key], (*path, key), part, page, written) for key in names}
    return whole


def _share_places(names: Sequence[str], written: Written) -> None:
    """What stands in every layout has its place where it is written, unless the layout says otherwise."""
    for places in (written.places, written.keys):
        shared = [(path[1:], place) for path, place in places.items() if path[:1] == (SHARED,) and len(path) > 2]
        for name in names:
            for path, place in shared:
                places.setdefault(("slide_layouts", name, *path), place)


def _boxed(entry: Any, path: FieldPath, part: str, page: PageSize | None, written: Written) -> Any:
    """An entry with its box in points; a slot is a box itself."""
    if part == "slots":
        return _box(entry, path, page, written)
    if isinstance(entry, Mapping) and "box" in entry:
        return {**entry, "box": _box(entry["box"], (*path, "box"), page, written)}
    return entry


def _box(value: Any, path: FieldPath, page: PageSize | None, written: Written) -> Any:
    if not isinstance(value, Mapping):
        return value
    if page is None:
        return [0, 0, 0, 0]
    try:
        return list(box_of(value, page))
    except NoBox as error:
        where = written.place(path if error.key is None else (*path, error.key))
        problem = DocgenError(error.what, where=where, expected=FORM, hint=error.hint)
        # What stands in every slide layout is wrong once.
        if str(problem) not in map(str, written.problems):
            written.problems.append(problem)
        return [0, 0, page.width, page.height]
