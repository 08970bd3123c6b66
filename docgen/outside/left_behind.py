"""What no file from outside brings into a deck: code, objects of other programs, controls, menus, links to files.

In comes a package; out goes one without it, and what was left behind. A relationship of a kind that is not known to be
harmless goes; so does what in the XML hangs on it.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from docgen.breach import Breach
from docgen.errors import DocgenError, Located, Where, WrongValue
from docgen.messages import Message, message
from docgen.outside.links import without_relationships
from docgen.outside.package import OutsidePackage, Relationship
from docgen.outside.pictures import must_be_picture
from docgen.outside.xml import parsed, serialized
from docgen.outside.zips import open_zip
from docgen.placed.address import address_fault, written

SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
# The last words of the kinds of relationships that PowerPoint makes and that neither run anything nor lead out.
_HARMLESS = frozenset({
    "officeDocument", "core-properties", "extended-properties", "custom-properties", "thumbnail", "slide", "slideLayout",
    "slideMaster", "notesSlide", "notesMaster", "handoutMaster", "theme", "themeOverride", "image", "hdphoto", "chart",
    "chartEx", "chartStyle", "chartColorStyle", "chartUserShapes", "comments", "commentAuthors", "authors", "diagramData",
    "diagramLayout", "diagramQuickStyle", "diagramColors", "diagramDrawing", "tags", "customXml", "customXmlProps",
    "presProps", "viewProps", "tableStyles", "printerSettings", "audio", "video", "media", "font", "revisionInfo",
    "changesInfo", "changesInfos", "classificationlabels", "ink", "model3d", "hyperlink", "package",
})  # fmt: skip
_CONTROLS = frozenset({"control", "activeXControlBinary", "webextension", "webextensiontaskpanes"})
_MACROS = frozenset({"vbaProject", "wordVbaData", "vbaProjectSignature"})
_MENUS = frozenset({"extensibility", "userCustomization"})
# Links that start a program or a macro (MS-OE376 and [MS-PPTX]); those that turn pages are other words.
_STARTS = re.compile(r"^ppaction://(program|macro|ole)", re.IGNORECASE)
_STARTS_IN_BYTES = re.compile(rb"ppaction://(program|macro|ole)", re.IGNORECASE)
_CODE_IN_BOOK = ("vbaproject", "activex", "externallink", "oleobject", "macrosheet", "customui", "connections.xml")


@dataclass(frozen=True, slots=True, order=True)
class LeftBehind:
    """What was left behind: the part that had it, and what it is, with where it led."""

    part: str
    what: Message

    @property
    def notice(self) -> Message:
        """What was left behind of which part, as it is told."""
        return message("left-behind", part=self.part, what=self.what)


def without_dangers(package: OutsidePackage, where: Where) -> tuple[OutsidePackage, tuple[LeftBehind, ...]]:
    """The package without what no deck takes from outside, and what that was, in the order of the parts.

    Raises DocgenError, at ``where``, for a part that is changed and is no XML.
    """
    left: list[LeftBehind] = []
    parts, references = dict(package.parts), dict(package.references)
    for part in ("/", *package.parts):
        related = package.references.get(part, {})
        gone = {key: said for key, one in related.items() if (said := _danger(one, part, package, where)) is not None}
        left.extend(LeftBehind(part, said) for said in gone.values())
        starting = part in parts and _STARTS_IN_BYTES.search(_narrow(parts[part])) is not None
        if related:
            references[part] = {key: _as_written(one) for key, one in related.items() if key not in gone}
        if part in parts and (gone or starting) and _is_xml(part, package):
            root = parsed(parts[part], part, where)
            if without_relationships(root, gone.keys(), _STARTS):
                left.append(LeftBehind(part, message("left-starting")))
            parts[part] = serialized(root)
    return replace(package, parts=parts, references=references), tuple(left)


def _danger(one: Relationship, part: str, package: OutsidePackage, where: Where) -> Message | None:
    """What a relationship brings that no deck takes; None where it brings nothing such."""
    kind, target = posixpath.basename(one.kind), one.target
    if kind == "oleObject":
        return message("left-object", target=target)
    if kind in _CONTROLS:
        return message("left-control", target=target)
    if kind in _MACROS or "vba" in package.types.get(target, "").lower():
        return message("left-macros", target=target)
    if kind in _MENUS:
        return message("left-menus", target=target)
    if one.external:
        return _outside_danger(kind, target)
    if kind == "image":
        return _picture_fault(target, package)
    if kind == "package":
        charted = package.types.get(part) == _CHART and package.types.get(target) == SPREADSHEET
        return None if charted and _is_plain_book(package.parts[target], where) else message("left-object", target=target)
    return None if kind in _HARMLESS else message("left-other", kind=kind, target=target)


def _picture_fault(target: str, package: OutsidePackage) -> Message | None:
    """What is wrong with a picture of the package; None for a whole one within the bounds."""
    try:
        must_be_picture(package.parts[target], package.types[target])
    except WrongValue as error:
        return message("left-picture", target=target, reason=error.message)
    return None


def _outside_danger(kind: str, target: str) -> Message | None:
    """What a relationship out of the package brings; None for a link that a reader may follow."""
    if kind != "hyperlink":
        return message("left-file", target=target)
    fault = address_fault(target)
    return None if fault is None else message("left-link", reason=fault)


def _as_written(one: Relationship) -> Relationship:
    """A relationship, whose address is spelled as docgen spells its own."""
    linked = one.external and posixpath.basename(one.kind) == "hyperlink"
    return replace(one, target=written(one.target)) if linked else one


def _is_plain_book(data: bytes, where: Where) -> bool:
    """Whether a chart's workbook holds no code and leads nowhere."""
    try:
        with open_zip(data, where) as book:
            names = [name.lower() for name in book.namelist()]
    except DocgenError:
        return False
    return not any(word in name for name in names for word in _CODE_IN_BOOK)


def _narrow(data: bytes) -> bytes:
    """Bytes in which an ASCII word is found, also where a part is in UTF-16."""
    return data.replace(b"\0", b"") if data[:2] in (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<") else data


def _is_xml(part: str, package: OutsidePackage) -> bool:
    return package.types[part].endswith(("+xml", "/xml"))


def left_breaches(left: Iterable[LeftBehind], where: Located) -> tuple[Breach, ...]:
    """A notice for each thing that was left behind, once."""
    once = dict.fromkeys((one.part, one.what) for one in left)
    return tuple(Breach("left-behind", where, level="notice", part=part, what=what) for part, what in once)
