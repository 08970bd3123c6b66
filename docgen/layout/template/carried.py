"""What a deck takes of a template: masters, slide layouts, themes and their pictures, each part judged.

In comes the package of a bureau's file; out goes one that holds nothing else, and what was left behind. All that comes
later reads that one alone.
"""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from docgen.errors import DocgenError, Where
from docgen.messages import Message, message
from docgen.outside.grammar import misspelled
from docgen.outside.left_behind import LeftBehind, without_dangers
from docgen.outside.links import A, P, R, relationships_used, without_relationships
from docgen.outside.package import OutsidePackage, Relationship, package_bytes
from docgen.outside.xml import parsed, serialized
from docgen.value import value

_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_TYPES = {
    "slideMaster": f"{_OFFICE}.presentationml.slideMaster+xml",
    "slideLayout": f"{_OFFICE}.presentationml.slideLayout+xml",
    "theme": f"{_OFFICE}.theme+xml",
    "themeOverride": f"{_OFFICE}.themeOverride+xml",
}
_ROOTS = {
    "slideMaster": f"{P}sldMaster",
    "slideLayout": f"{P}sldLayout",
    "theme": f"{A}theme",
    "themeOverride": f"{A}themeOverride",
}
# What a part of each kind refers to in a deck of docgen's; links to example slides are taken out where they are used.
_TAKEN = {
    "slideMaster": ("slideLayout", "theme", "image", "hyperlink"),
    "slideLayout": ("slideMaster", "themeOverride", "image", "hyperlink"),
    "theme": ("image",),
    "themeOverride": ("image",),
}
_EXAMPLES = ("slide", "notesSlide")
_SIDES = range(914_400, 51_206_401)  # EMU, as PowerPoint allows
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_ANIMATION = (f"{P}timing", f"{P}transition")


@value(frozen=True, slots=True)
class CarriedTemplate:
    """The bytes of the package, the page's width and height in EMU, and what was left behind."""

    data: bytes
    width: int
    height: int
    left_behind: tuple[LeftBehind, ...]


def carried_template(package: OutsidePackage, name: str, where: Where) -> CarriedTemplate:
    """What a deck takes of a template, whose file is ``name``. ``where`` is the place that names it.

    Raises DocgenError for a template without slide layouts or a size, and for a part that is not there, or not as
    Office's grammar has it.
    """
    clean, left = without_dangers(package, where)
    return _Carrying(clean, name, where, [*left]).carried()


@dataclass(slots=True)
class _Carrying:
    """One template while its parts are gone through; ``made`` are those that are taken, by name."""

    package: OutsidePackage
    name: str
    where: Where
    left: list[LeftBehind]
    made: dict[str, bytes] = field(default_factory=dict)
    references: dict[str, dict[str, Relationship]] = field(default_factory=dict)

    def carried(self) -> CarriedTemplate:
        main = self.package.related("/", f"{_KINDS}/officeDocument")
        if main is None:
            expected = message("presentation-file")
            raise DocgenError("template-broken", where=self.where, expected=expected, name=self.name)
        root = parsed(self.package.parts[main], main, self.where)
        width, height = self.size(root)
        related = self.package.references.get(main, {})
        masters = [entry.get(f"{R}id", "") for entry in root.iterfind(f"{P}sldMasterIdLst/{P}sldMasterId")]
        if root.tag != f"{P}presentation" or not masters:
            raise self.unusable(main, root)
        for key in masters:
            if key not in related or posixpath.basename(related[key].kind) != "slideMaster":
                raise self.unusable(main, root, message("grammar-reference", key=key))
            self.take("slideMaster", related[key].target)
        self.made[main] = _presentation(masters, width, height)
        self.references["/"] = {"rId1": Relationship(f"{_KINDS}/officeDocument", main)}
        self.references[main] = {key: related[key] for key in dict.fromkeys(masters)}
        types = {part: self.package.types[part] for part in self.made}
        data = package_bytes(OutsidePackage(self.made, types, self.references))
        return CarriedTemplate(data, width, height, tuple(self.left))

    def size(self, root: Any) -> tuple[int, int]:
        stated = root.find(f"{P}sldSz")
        sides = [stated.get(side, "") for side in ("cx", "cy")] if stated is not None else []
        if not sides:
            raise DocgenError("template-without-size", where=self.where, name=self.name)
        if not all(side.isascii() and side.isdecimal() and len(side) < 12 and int(side) in _SIDES for side in sides):
            raise self.unusable("ppt/presentation.xml", stated)
        return int(sides[0]), int(sides[1])

    def take(self, kind: str, part: str) -> None:
        """Take a part of a kind, and what it refers to."""
        if part in self.made:
            return
        if kind == "image":
            self.made[part] = self.package.parts[part]
            return
        root = parsed(self.package.parts[part], part, self.where)
        if self.package.types[part] != _TYPES[kind] or root.tag != _ROOTS[kind]:
            raise self.unusable(part, root)
        related = self.package.references.get(part, {})
        unwanted = self.unwanted(kind, part, related)
        changed = self.without_animation(root, part)
        changed = _without(root, unwanted) or changed
        changed = _numbered_anew(root) or changed
        self.judge(root, part, related)
        self.made[part] = serialized(root) if changed else self.package.parts[part]
        taken = {key: one for key, one in related.items() if key not in unwanted}
        self.references[part] = taken
        for one in taken.values():
            if not one.external and posixpath.basename(one.kind) not in _EXAMPLES:
                self.take(posixpath.basename(one.kind), one.target)
        self.must_have(kind, part, root, taken)

    def unwanted(self, kind: str, part: str, related: Mapping[str, Relationship]) -> frozenset[str]:
        """The ids of what a part refers to and no deck takes: told, but for links to example slides."""
        ids = set()
        for key, one in related.items():
            word = posixpath.basename(one.kind)
            if word not in _TAKEN[kind]:
                ids.add(key)
                if word not in _EXAMPLES:
                    self.left.append(LeftBehind(part, message("left-other", kind=word, target=one.target)))
        return frozenset(ids)

    def without_animation(self, root: Any, part: str) -> bool:
        """Take out animation, controls and the data of add-ins; whether any was there."""
        found = [element for element in root if _holds(element, _ANIMATION)]
        if found:
            self.left.append(LeftBehind(part, message("left-animation")))
        found += [element for tag in (f"{P}controls", f"{P}custDataLst") for element in root.iter(tag)]
        for element in found:
            element.getparent().remove(element)
        return bool(found)

    def judge(self, root: Any, part: str, related: Mapping[str, Relationship]) -> None:
        """Raise DocgenError for a part that is not as the grammar has it, or refers to nothing."""
        for fault in misspelled(root):
            raise self.unusable(part, None, fault.said, fault.line)
        for key, element in relationships_used(root).items():
            kind = posixpath.basename(related[key].kind) if key in related else ""
            wanted = {f"{A}blip": "image", f"{P}sldLayoutId": "slideLayout"}.get(element.tag, kind)
            if (not kind and key) or kind != wanted:
                raise self.unusable(part, element, message("grammar-reference", key=key))

    def must_have(self, kind: str, part: str, root: Any, taken: Mapping[str, Relationship]) -> None:
        """Raise DocgenError for a master without its theme, and a slide layout without its master."""
        needed = {"slideMaster": "theme", "slideLayout": "slideMaster"}.get(kind)
        if needed and all(posixpath.basename(one.kind) != needed for one in taken.values()):
            raise self.unusable(part, root, message("grammar-reference", key=needed))

    def unusable(self, part: str, element: Any = None, what: Message | None = None, line: int = 0) -> DocgenError:
        said = what or message("grammar-part")
        line = line if element is None else element.sourceline or 0
        return DocgenError("template-part-unusable", where=self.where, name=self.name, part=part, line=line, what=said)


def _holds(element: Any, tags: Collection[str]) -> bool:
    """Whether an element is one of these, or alternatives of them."""
    if element.tag == f"{_COMPATIBILITY}AlternateContent":
        return any(inner.tag in tags for choice in element for inner in choice)
    return element.tag in tags


def _without(root: Any, ids: Collection[str]) -> bool:
    if ids:
        without_relationships(root, ids)
    return bool(ids)


def _numbered_anew(root: Any) -> bool:
    """Give shapes other ids where two have the same, or one leaves no room above it; whether any got another."""
    marks = list(root.iter(f"{P}cNvPr"))
    ids = [mark.get("id", "") for mark in marks]
    if len(set(ids)) == len(ids) and all(len(one) < 10 for one in ids):
        return False
    for number, mark in enumerate(marks, start=1):
        mark.set("id", str(number))
    return True


def _presentation(masters: Collection[str], width: int, height: int) -> bytes:
    """The presentation part of a package that holds no slides."""
    entries = "".join(f'<p:sldMasterId id="{2147483648 + number}" r:id="{key}"/>' for number, key in enumerate(masters))
    size = f'<p:sldSz cx="{width}" cy="{height}"/><p:notesSz cx="6858000" cy="9144000"/>'
    spaces = f'xmlns:p="{P[1:-1]}" xmlns:r="{R[1:-1]}"'
    return f"<p:presentation {spaces}><p:sldMasterIdLst>{entries}</p:sldMasterIdLst>{size}</p:presentation>".encode()
