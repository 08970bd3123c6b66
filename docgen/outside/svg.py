"""SVG pictures from outside: whole, small when drawn, without scripts, and pointing to nothing but themselves."""

from __future__ import annotations

import base64
import binascii
import re
from typing import Any

from docgen.errors import DocgenError, WrongValue
from docgen.outside.bounds import SVG_ELEMENTS
from docgen.outside.jpeg import JPEG, read_jpeg
from docgen.outside.picture_size import must_be_bounded_file
from docgen.outside.png import png_size
from docgen.outside.xml import parsed

# What matplotlib and other programs state at the head of an SVG; it names the standard and defines nothing.
_TYPE = re.compile(rb'<!DOCTYPE svg PUBLIC "[^"<>\[]*"\s+"[^"<>\[]*"\s*>')
_ACTIVE = re.compile(r"script|foreignobject|iframe|embed|object|handler|listener", re.IGNORECASE)
_MOVING = re.compile(r"animate.*|set", re.IGNORECASE)
# In styles: an address that is not within the picture, another style sheet, code of old browsers.
_OUT_OF_STYLE = re.compile(
    r"""url\(\s*["']?\s*(?![\s"'#])|@import|expression\s*\(|javascript:|-moz-binding""", re.IGNORECASE
)
_INNER = re.compile(r"\s*data:image/(?:png|jpe?g);base64,(.*)", re.DOTALL)
_DEEPEST = 300


def must_be_quiet_svg(data: bytes) -> None:
    """Raise WrongValue for an SVG that is damaged, runs anything, points out of itself, or draws all too much."""
    from lxml import etree

    must_be_bounded_file(data)
    try:
        root = parsed(_TYPE.sub(b"", data, count=1), "SVG")
    except DocgenError as error:
        raise WrongValue("picture-damaged") from error
    if _local(root) != "svg":
        raise WrongValue("picture-damaged")
    styled = any("stylesheet" in str(getattr(node, "target", "")) for node in root.itersiblings(preceding=True))
    if styled or not all(_is_quiet(element) for element in root.iter(tag=etree.Element)):
        raise WrongValue("svg-not-quiet")
    if _drawn(root, {}, {element.get("id"): element for element in root.iter(tag=etree.Element)}) > SVG_ELEMENTS:
        raise WrongValue("svg-too-large", most=SVG_ELEMENTS)


def _is_quiet(element: Any) -> bool:
    """Whether an element neither runs anything nor points out of its picture."""
    name = _local(element)
    if _ACTIVE.fullmatch(name) or (name.lower() == "style" and _OUT_OF_STYLE.search(element.text or "")):
        return False
    for key, value in element.attrib.items():
        local = key.rpartition("}")[2].lower()
        if local.startswith("on") or local == "base" or _OUT_OF_STYLE.search(value):
            return False
        if local == "href" and not (value.strip().startswith("#") or _is_inner_picture(value)):
            return False
        if local == "attributename" and _MOVING.fullmatch(name) and re.search(r"href$|^on", value.strip(), re.IGNORECASE):
            return False
    return True


def _is_inner_picture(value: str) -> bool:
    """Whether an address is a PNG or JPEG written out within it."""
    inner = _INNER.fullmatch(value)
    if inner is None:
        return False
    try:
        data = base64.b64decode(inner[1])
        if data.startswith(JPEG):
            read_jpeg(data)
        else:
            png_size(data)
    except (WrongValue, binascii.Error):
        return False
    return True


def _drawn(element: Any, known: dict[Any, int], named: dict[str | None, Any], depth: int = 0) -> int:
    """How many elements are drawn for one, those that it repeats by ``use`` included; a circle has no end."""
    if depth > _DEEPEST:
        return SVG_ELEMENTS + 1
    if element in known:
        return known[element]
    known[element] = SVG_ELEMENTS + 1  # while it is being counted: who meets it again is in a circle
    count = 1 + sum(_drawn(child, known, named, depth + 1) for child in element if isinstance(child.tag, str))
    if _local(element) == "use":
        target = next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == "href"), "")
        repeated = named.get(target.strip().removeprefix("#"))
        count += _drawn(repeated, known, named, depth + 1) if repeated is not None else 0
    known[element] = min(count, SVG_ELEMENTS + 1)
    return known[element]


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]
