"""What in the XML of a part hangs on its relationships, and what is left of it without some of them."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_LINKS = (f"{A}hlinkClick", f"{A}hlinkHover", f"{A}hlinkMouseOver")
_OBJECTS = (f"{P}oleObj", f"{P}control")


def relationships_used(root: Any) -> dict[str, Any]:
    """The ids of the relationships that a part's XML names, each with the first element that names it."""
    used: dict[str, Any] = {}
    for element in root.iter():
        for name, key in element.attrib.items():
            if name.startswith(R):
                used.setdefault(key, element)
    return used


def without_relationships(root: Any, gone: Collection[str], starting: re.Pattern[str] | None = None) -> bool:
    """Take out of a part's XML what needs relationships that are gone, and links whose action ``starting`` matches.

    An object of another program leaves the picture that shows it, where there is one. Whether a link that starts
    something was there.
    """
    found = False
    for element in list(root.iter()):
        if starting is not None and element.tag in _LINKS and starting.match(element.get("action", "").strip()):
            found = True
            _remove(element)
        names = [name for name in element.attrib if name.startswith(R) and element.get(name) in gone]
        if names:
            _without(element, names)
    for controls in list(root.iter(f"{P}controls")):
        if not len(controls):
            _remove(controls)
    return found


def _without(element: Any, names: Collection[str]) -> None:
    for name in names:
        del element.attrib[name]
    if element.tag in _OBJECTS:
        _without_object(element)
    elif element.tag == f"{A}blip":
        if not any(name.startswith(R) for name in element.attrib):
            _without_picture(element)
    elif element.tag in _LINKS or not any(name.startswith(R) for name in element.attrib):
        _remove(element)


def _without_object(element: Any) -> None:
    """The picture of an object in place of its frame; nothing where it has none."""
    frame = next((above for above in element.iterancestors(f"{P}graphicFrame")), None)
    if frame is None:
        _remove(element)
        return
    picture = next(element.iter(f"{P}pic"), None)
    if picture is not None and frame.getparent() is not None:
        frame.addprevious(picture)
    _remove(frame)


def _without_picture(blip: Any) -> None:
    """No picture, or no fill, in place of one that is gone."""
    filled = blip.getparent()
    if filled is None:
        return
    if filled.tag == f"{P}blipFill":
        _remove(filled.getparent())
    elif filled.tag == f"{A}blipFill":
        for child in list(filled):
            filled.remove(child)
        filled.attrib.clear()
        filled.tag = f"{A}noFill"
    else:
        _remove(filled)


def _remove(element: Any) -> None:
    """Take an element out, with the extension that holds nothing else."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
        if parent.tag in (f"{A}ext", f"{P}ext") and parent.get("uri") is not None and not len(parent):
            _remove(parent)
