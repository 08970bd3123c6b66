"""Rules on the lists of a presentation: slides, masters, layouts, sections, with their ids."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docgen.breach import Breach
from docgen.errors import repeated
from docgen.verifying.deck_file import DeckFile, P, R

_P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
# ECMA-376 Part 1, 19.7.13 (slides), 19.7.4 and 19.7.16 (layouts, masters).
_SLIDE_IDS = range(256, 2**31)
_MASTER_IDS = range(2**31, 2**32)


def slides_are_listed(deck: DeckFile) -> Iterator[Breach]:
    """The presentation lists each of its slides once, with an id of its own, and lists nothing else."""
    where, root = deck.where(deck.presentation), deck.root(deck.presentation)
    if root is None:
        return
    entries = root.findall(f"{P}sldIdLst/{P}sldId")
    if not entries:
        yield Breach("slide-list.empty", where, level="notice")
    yield from _ids_within(entries, _SLIDE_IDS, where)
    for again, _ in repeated(entries, key=lambda entry: entry.get("id")):
        yield Breach("slide-list.id-twice", where, id=again.get("id", ""))
    listed = [relation for entry in entries if (relation := deck.relation(deck.presentation, entry.get(f"{R}id", "")))]
    for again_listed, _ in repeated(listed, key=lambda relation: relation.target):
        yield Breach("slide-list.slide-twice", where, part=again_listed.target)
    for entry in entries:
        relation = deck.relation(deck.presentation, entry.get(f"{R}id", ""))
        if relation is None or relation.kind != "slide" or relation.target not in deck.parts:
            yield Breach("slide-list.no-slide", where, id=entry.get("id", ""))
    for part in deck.of_kind(deck.presentation, "slide"):
        if part not in deck.numbers and part in deck.parts:
            yield Breach("slide-list.not-listed", where, part=part)


def sections_hold_slides(deck: DeckFile) -> Iterator[Breach]:
    """A section names slides of the list, and a slide stands in one section."""
    where, root = deck.where(deck.presentation), deck.root(deck.presentation)
    if root is None:
        return
    known = {entry.get("id") for entry in root.iterfind(f"{P}sldIdLst/{P}sldId")}
    entries = [entry.get("id", "") for entry in root.iter(f"{_P14}sldId")]
    for entry in entries:
        if entry not in known:
            yield Breach("section-list.no-slide", where, id=entry)
    for again, _ in repeated(entries, key=str):
        yield Breach("section-list.twice", where, id=again)


def masters_are_listed(deck: DeckFile) -> Iterator[Breach]:
    """The presentation lists its masters, a master its layouts; no id of theirs is that of another."""
    where, root = deck.where(deck.presentation), deck.root(deck.presentation)
    if root is None:
        return
    entries = root.findall(f"{P}sldMasterIdLst/{P}sldMasterId")
    if not entries:
        yield Breach("layout-list.no-master", where)
    yield from _listed(deck, deck.presentation, entries, "slideMaster")
    ids = [(entry.get("id"), where) for entry in entries]
    yield from _ids_within(entries, _MASTER_IDS, where)
    for master in dict.fromkeys(deck.of_kind(deck.presentation, "slideMaster")):
        own = deck.root(master)
        if own is not None:
            layouts = own.findall(f"{P}sldLayoutIdLst/{P}sldLayoutId")
            yield from _listed(deck, master, layouts, "slideLayout")
            yield from _ids_within(layouts, _MASTER_IDS, deck.where(master))
            ids += [(entry.get("id"), deck.where(master)) for entry in layouts]
    for again, _ in repeated([each for each in ids if each[0] is not None], key=lambda each: each[0]):
        yield Breach("layout-list.id-twice", again[1], id=str(again[0]))


def _listed(deck: DeckFile, owner: str, entries: list[Any], kind: str) -> Iterator[Breach]:
    """What a list has that is none of its kind, has twice, or has not."""
    where = deck.where(owner)
    relations = [deck.relation(owner, entry.get(f"{R}id", "")) for entry in entries]
    for entry, relation in zip(entries, relations, strict=True):
        if relation is None or relation.kind != kind or relation.target not in deck.parts:
            yield Breach("layout-list.nothing", where, id=entry.get("id", ""))
    targets = [relation.target for relation in relations if relation is not None]
    for again, _ in repeated(targets, key=str):
        yield Breach("layout-list.twice", where, part=again)
    for part in deck.of_kind(owner, kind):
        if part not in targets and part in deck.parts:
            yield Breach("layout-list.not-listed", where, part=part)


def _ids_within(entries: list[Any], allowed: range, where: Any) -> Iterator[Breach]:
    for entry in entries:
        stated = entry.get("id")
        if stated is not None and not (stated.isascii() and stated.isdecimal() and int(stated[:20]) in allowed):
            yield Breach("list-id-range", where, id=stated, first=allowed.start, last=allowed.stop - 1)
