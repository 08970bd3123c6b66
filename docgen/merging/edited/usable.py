"""Whether an edited deck is one that PowerPoint would open without a repair: what is taken over of it then is as well."""

from __future__ import annotations

import posixpath

from docgen.errors import DocgenError
from docgen.messages import Message, message
from docgen.outside.grammar import misspelled
from docgen.outside.part_kinds import root_of_type, types_of_kind
from docgen.write.package.package import Package

_TAKEN_OVER = ("slide", "notesSlide")
_READ = (*_TAKEN_OVER, "slideLayout", "slideMaster", "theme", "chart")


def must_be_usable(package: Package, where: str, *, taken_over: bool = True) -> None:
    """Raise DocgenError, at the part in the file ``where``, for a part of another kind than what refers to it says.

    Slides and notes whose shapes are ``taken_over`` are also held against Office's grammar.
    """
    known: set[str] = set()
    for owner, related in package.references.items():
        for one in related.values():
            if one.external or one.target in known or one.target not in package.parts or owner not in (*package.parts, "/"):
                continue
            known.add(one.target)
            _judge(package, posixpath.basename(one.kind), one.target, where, taken_over)


def _judge(package: Package, kind: str, part: str, where: str, taken_over: bool) -> None:
    types, stated = types_of_kind(kind), package.types[part]
    if types and stated not in types:
        raise _unusable(part, message("grammar-part"), where)
    if kind not in _READ:
        return
    root = package.xml(part)
    if str(root.tag).rpartition("}")[2] != root_of_type(stated):
        raise _unusable(part, message("grammar-part"), where)
    for fault in misspelled(root) if taken_over and kind in _TAKEN_OVER else ():
        raise _unusable(f"{part}:{fault.line}", fault.said, where)


def _unusable(part: str, what: Message, where: str) -> DocgenError:
    return DocgenError("edited-part-unusable", where=f"{where}!{part}", what=what)
