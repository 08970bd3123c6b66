"""What a pack says of its slide layouts, settled: the parts of every layout in each, boxes in points.

A value of null takes away a placeholder, a decoration or a slot that would otherwise be there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from docgen.errors import DocgenError, FieldPath
from docgen.layout.frame import FORM, NoBox, Sheet, box_of
from docgen.layout.over import deep
from docgen.layout.pack import PageSize
from docgen.reading.yaml_nodes import Written

SHARED = "every_slide_layout"
_PARTS = ("placeholders", "decorations", "slots")


def settle(written: Written) -> None:
    """Settle the slide layouts of a merged pack, in place. What is wrong is among its problems afterwards."""
    shared = written.value.pop(SHARED, None)
    layouts = written.value.get("slide_layouts")
    sheet = _sheet(written.value.get("page"))
    if not isinstance(layouts, dict):
        return
    _share_places([name for name, layout in layouts.items() if isinstance(layout, dict)], written)
    for name, layout in layouts.items():
        if isinstance(layout, dict):
            layouts[name] = _settled(name, layout, shared, sheet, written)


def _sheet(page: Any) -> Sheet | None:
    """The page that boxes lie on; None where what is said of it is wrong, which the model then reports."""
    try:
        size = PageSize.model_validate(page)
    except ValueError:
        return None
    return Sheet(size.width, size.height, size.margin, size.columns, size.gutter)


def _settled(name: str, layout: Mapping[str, Any], shared: Any, sheet: Sheet | None, written: Written) -> dict[str, Any]:
    whole = dict(layout)
    for part in _PARTS:
        of_all = shared.get(part) if isinstance(shared, Mapping) else None
        own = layout.get(part)
        if not isinstance(own or {}, Mapping) or not isinstance(of_all or {}, Mapping):
            continue
        path: FieldPath = ("slide_layouts", name, part)
        order = (*(own or {}), *(key for key in of_all or {} if key not in (own or {})))
        every = deep(of_all or {}, own or {})
        entries = {key: every[key] for key in order if every[key] is not None}
        if entries or own is not None:
            whole[part] = {key: _boxed(entry, (*path, key), part, sheet, written) for key, entry in entries.items()}
    return whole


def _share_places(names: Sequence[str], written: Written) -> None:
    """What stands in every layout has its place where it is written, unless the layout says otherwise."""
    for places in (written.places, written.keys):
        shared = [(at[1:], place) for at, place in places.items() if at[0:1] == (SHARED,) and len(at) > 2]
        for name in names:
            for at, place in shared:
                places.setdefault(("slide_layouts", name, *at), place)


def _boxed(entry: Any, path: FieldPath, part: str, sheet: Sheet | None, written: Written) -> Any:
    """An entry with its box in points; a slot is a box itself."""
    if part == "slots":
        return _box(entry, path, sheet, written)
    if isinstance(entry, Mapping) and "box" in entry:
        return {**entry, "box": _box(entry["box"], (*path, "box"), sheet, written)}
    return entry


def _box(value: Any, path: FieldPath, sheet: Sheet | None, written: Written) -> Any:
    if not isinstance(value, Mapping):
        return value
    if sheet is None:
        return [0, 0, 0, 0]
    try:
        return list(box_of(value, sheet))
    except NoBox as error:
        where = written.place(path if error.key is None else (*path, error.key))
        problem = DocgenError(error.what, where=where, expected=FORM, hint=error.hint)
        # What stands in every slide layout is wrong once.
        if str(problem) not in map(str, written.problems):
            written.problems.append(problem)
        return [0, 0, sheet.width, sheet.height]
