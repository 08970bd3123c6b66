"""Templates, decks and workbooks changed in their zip, their parts and their XML."""

from __future__ import annotations

import copy
import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Callable, MutableMapping
from random import Random

from lxml import etree

from fuzz.texts import of_bytes
from fuzz.values import TEXTS

Parts = MutableMapping[str, bytes]

_ATTRIBUTE = re.compile(rb' [\w:]+="([^"]*)"')
_VALUES = (
    "", "-1", "0", "1", "a", "1.5", "true", "99999999999999999999", "2147483648", "-2147483649", "1e9", "NaN", "rId1", "rId99",
    "../../x", "/ppt/slides/slide1.xml", "http://", "file:///x", "架空", "&#x202E;", "FFFFFFFF", "x" * 5_000,
)  # fmt: skip
_TYPES = ("image", "chart", "slide", "notesSlide", "slideLayout", "slideMaster", "theme", "hyperlink", "oleObject", "package", "vbaProject", "x")
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def of_package(data: bytes, chance: Random) -> tuple[bytes, str]:
    """A zip with a few changes, and their names."""
    parts = _parts(data) if chance.random() > 0.12 else None
    if not parts:
        return of_bytes(data, chance), "bytes of the zip"
    said = [_change(parts, chance) for _ in range(chance.choice((1, 1, 1, 2, 4)))]
    return _zipped(parts, chance, doubled="doubled" in " ".join(said)), " ".join(said)


def _parts(data: bytes) -> Parts | None:
    """The entries of a zip; None where an earlier change spoilt it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, RuntimeError):
        return None


def _change(parts: Parts, chance: Random) -> str:
    change = chance.choice(CHANGES)
    xml = [name for name in parts if name.endswith((".xml", ".rels")) and parts[name]]
    if not xml:
        return "nothing"
    rare = [name for name in xml if not name.startswith("ppt/slides/") and "Layout" not in name]
    name = chance.choice(rare or xml) if chance.random() < 0.5 else chance.choice(xml)
    try:
        changed = change(parts[name], chance)
    except etree.XMLSyntaxError:  # an earlier change spoilt it
        changed = None
    if changed is not None:
        parts[name] = changed
        return f"{name}:{change.__name__.strip('_')}"
    return _of_parts(parts, name, chance)


def _of_parts(parts: Parts, name: str, chance: Random) -> str:
    """A part that is gone, doubled, of another name, or another's."""
    match chance.randrange(5):
        case 0:
            del parts[name]
            return f"{name}:gone"
        case 1:
            return f"{name}:doubled"
        case 2:
            parts[name.upper() if chance.random() < 0.5 else f"x/{name}"] = parts.pop(name)
            return f"{name}:renamed"
        case 3:
            parts[name] = parts[chance.choice(list(parts))]
            return f"{name}:of another part"
        case _:
            parts[f"ppt/media/x{chance.choice(('.png', '.bin', '.xml', ''))}"] = of_bytes(parts[name], chance)
            return "part added"


def _zipped(parts: Parts, chance: Random, doubled: bool) -> bytes:
    stream = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")
        for name, data in parts.items():
            archive.writestr(name, data)
        if doubled:
            name = chance.choice(list(parts))
            archive.writestr(name, parts[name])
    return stream.getvalue()


def _element(data: bytes, chance: Random) -> bytes | None:
    """An element dropped, doubled, moved, emptied, or nested in itself."""
    root = etree.fromstring(data)
    every = [one for one in root.iter() if isinstance(one.tag, str)]
    one = chance.choice(every)
    parent = one.getparent()
    match chance.randrange(6):
        case 0 | 1 if parent is not None:
            parent.remove(one)
        case 2 if parent is not None:
            for _ in range(chance.choice((1, 1, 30))):
                one.addnext(copy.deepcopy(one))
        case 3:
            for child in list(one):
                one.remove(child)
        case 4 if parent is not None:
            chance.choice(every).append(copy.deepcopy(one))
        case 5 if parent is not None:
            _nest(one, chance.choice((3, 120, 250)))
        case _:
            return None
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _nest(one: etree._Element, levels: int) -> None:
    inner = one
    for _ in range(levels):
        inner = etree.SubElement(inner, one.tag, dict(one.attrib))


def _attribute(data: bytes, chance: Random) -> bytes | None:
    """An attribute of another value, or without one."""
    found = list(_ATTRIBUTE.finditer(data))
    if not found:
        return None
    one = chance.choice(found)
    if chance.random() < 0.25:
        return data[: one.start()] + data[one.end() :]
    new = chance.choice((*(value.encode() for value in _VALUES), chance.choice(found)[1]))
    return data[: one.start(1)] + new + data[one.end(1) :]


def _name(data: bytes, chance: Random) -> bytes | None:
    """An element of another name, where it begins and where it ends."""
    root = etree.fromstring(data)
    every = [one for one in root.iter() if isinstance(one.tag, str)]
    chance.choice(every).tag = chance.choice((*(one.tag for one in every), "x", "{urn:x}y"))
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _text(data: bytes, chance: Random) -> bytes | None:
    """A text of another content."""
    root = etree.fromstring(data)
    every = [one for one in root.iter() if isinstance(one.tag, str) and one.text]
    if not every:
        return None
    said = chance.choice((*TEXTS, *_VALUES[:8]))
    chance.choice(every).text = re.sub("[\x00-\x08\x0b-\x1f\ufffe\uffff]", "", said)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _relationship(data: bytes, chance: Random) -> bytes | None:
    """A relationship turned elsewhere: to another part, to none, outside, of another kind, with another's id."""
    if b"/package/2006/relationships" not in data:
        return None
    root = etree.fromstring(data)
    if not len(root):
        return None
    one, other = chance.choice(root), chance.choice(root)
    match chance.randrange(6):
        case 0:
            one.set("Target", str(other.get("Target")))
        case 1:
            one.set("Target", chance.choice(("none.xml", "", "../../../x", "/", "http://example.jp/", "file:///etc/hosts", "..")))
        case 2:
            one.set("TargetMode", "External")
        case 3:
            one.set("Type", _TYPE + chance.choice(_TYPES))
        case 4:
            one.set("Id", str(other.get("Id")))
        case _:
            root.append(copy.deepcopy(one))
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _spoilt(data: bytes, chance: Random) -> bytes | None:
    """XML that is none, or that has a document type."""
    match chance.randrange(4):
        case 0:
            return of_bytes(data, chance)
        case 1:
            return data[: chance.randrange(len(data) + 1)]
        case 2:
            return re.sub(rb"\?>\s*", b'?><!DOCTYPE x [<!ENTITY y "z">]>', data, count=1)
        case _:
            return data.decode("utf-8", "replace").encode("utf-16")


def _other_part(data: bytes, chance: Random) -> bytes | None:
    """Nothing of the part itself: what happens to it happens among the parts."""
    return None


CHANGES: tuple[Callable[[bytes, Random], bytes | None], ...] = (
    _element, _element, _element, _attribute, _attribute, _attribute, _name, _text, _relationship, _relationship, _spoilt, _other_part,
)  # fmt: skip
