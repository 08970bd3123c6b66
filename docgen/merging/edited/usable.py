"""Whether an edited deck is one that PowerPoint would open without a repair: what is taken over of it then is as well."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from docgen.errors import DocgenError, repeated
from docgen.merging.xml_names import P, R
from docgen.messages import Message, message
from docgen.outside.grammar import Known, misspelled
from docgen.outside.package import Relationship
from docgen.outside.part_kinds import root_of_type, types_of_kind
from docgen.verifying.deck_file import DeckFile, XmlPart
from docgen.verifying.table_rules import (
    cells_have_a_paragraph,
    merged_cells_are_whole,
    tables_have_their_cells,
)
from docgen.write.package.package import Package
from docgen.write.package.part import PRESENTATION

_TAKEN_OVER = ("slide", "notesSlide")
_TABLE_RULES = (tables_have_their_cells, merged_cells_are_whole, cells_have_a_paragraph)
_READ = (*_TAKEN_OVER, "slideLayout", "slideMaster", "theme", "chart")


def must_be_usable(package: Package, where: str, *, taken_over: bool = True) -> None:
    """Raise DocgenError, at the part in the file ``where``, for a part of another kind than what refers to it says.

    Slides and notes whose shapes are ``taken_over`` are also held against Office's grammar, and their tables against what
    it does not say; none of them is listed twice.
    """
    known: set[str] = set()
    spelled: Known = {}
    slides = [one.target for one in _listed(package)]
    for again, _ in repeated(slides, key=str):
        raise _unusable(again, message("slide-list.slide-twice", part=again), where)
    for owner, related in package.references.items():
        for one in related.values():
            if one.external or one.target in known or one.target not in package.parts or owner not in (*package.parts, "/"):
                continue
            known.add(one.target)
            _judge(package, posixpath.basename(one.kind), one.target, where, spelled if taken_over else None)


def _judge(package: Package, kind: str, part: str, where: str, spelled: Known | None) -> None:
    """Judge a part; one that is to be taken over, for which ``spelled`` is given, also by the grammar."""
    types, stated = types_of_kind(kind), package.types[part]
    if types and stated not in types:
        raise _unusable(part, message("grammar-part"), where)
    if kind not in _READ:
        return
    root = package.xml(part)
    if str(root.tag).rpartition("}")[2] != root_of_type(stated):
        raise _unusable(part, message("grammar-part"), where)
    if spelled is None or kind not in _TAKEN_OVER:
        return
    for fault in misspelled(root, spelled):
        raise _unusable(f"{part}:{fault.line}", fault.said, where)
    seen = XmlPart(DeckFile("", package.parts, (), {}, {}, (), {}, PRESENTATION), part, root)
    for breach in (each for rule in _TABLE_RULES for each in rule(seen)):
        raise _unusable(part, breach.message, where)


def _listed(package: Package) -> Iterator[Relationship]:
    """What the presentation's list of slides refers to."""
    related = package.references.get(PRESENTATION, {})
    if PRESENTATION in package.parts:
        for entry in package.xml(PRESENTATION).iterfind(f"{P}sldIdLst/{P}sldId"):
            one = related.get(entry.get(f"{R}id"))
            if one is not None:
                yield one


def _unusable(part: str, what: Message, where: str) -> DocgenError:
    return DocgenError("edited-part-unusable", where=f"{where}!{part}", what=what)
