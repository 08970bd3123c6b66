"""What placeholders that a pack adds to its template's slide layouts lie on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from docgen.layout.statements import TEMPLATE
from docgen.layout.template.form import box_stated
from docgen.layout.template.ground import grounds, least_readable
from docgen.layout.template.values import PackTemplate
from docgen.placed import Box
from docgen.reading.yaml_document import YamlDocument


def note_grounds(document: YamlDocument) -> None:
    """Note in a pack's template, in place, the grounds of what the pack adds; their colours go into its palette.

    The boxes of the pack are in points by now.
    """
    template = document.value.get(TEMPLATE)
    colours = document.value.get("colours")
    if not isinstance(template, PackTemplate) or not isinstance(colours, dict):
        return
    found: dict[str, dict[str, str]] = {}
    for key, name, box in _added(document.value.get("slide_layouts"), template):
        rgb = _ground(box, key, template, _paper(colours))
        if rgb is not None:
            colours.setdefault(f"template_{rgb}", {"rgb": rgb})
            found.setdefault(key, {})[name] = f"template_{rgb}"
    document.value[TEMPLATE] = replace(template, grounds=found)


def _added(layouts: Any, template: PackTemplate) -> Iterator[tuple[str, str, Box]]:
    """The placeholders without a fill of their own that the pack adds: their slide layout, their name, their box."""
    for key, layout in layouts.items() if isinstance(layouts, Mapping) else ():
        placeholders = layout.get("placeholders") if isinstance(layout, Mapping) and key in template.layouts else None
        for name, spec in placeholders.items() if isinstance(placeholders, Mapping) else ():
            box = box_stated(spec.get("box")) if isinstance(spec, Mapping) and spec.get("fill") is None else None
            if box is not None and name not in template.forms[key]:
                yield key, name, box


def _paper(colours: Mapping[str, Any]) -> str:
    paper = colours.get("paper")
    return str(paper.get("rgb")).upper() if isinstance(paper, Mapping) else ""


def _ground(box: Box, key: str, template: PackTemplate, paper: str) -> str | None:
    """The RGB of the ground that paper stands out from most, which is least like the page; None for the page."""
    behind = grounds(box, template.layouts[key], template.master)
    others = tuple(colour for colour in behind if template.master.rgb(colour) != paper)
    found = least_readable("808080", others, template.master)
    return None if found is None else template.master.rgb(found)
