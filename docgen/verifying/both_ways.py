"""Rules on what refers to each other: slide, layout and master; slide and notes."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.breach import Breach
from docgen.verifying.deck_file import DeckFile

# Google's slides leave the way back out of all notes.
_GOOGLE = b"Google Shape;"


def layouts_lead_both_ways(deck: DeckFile) -> Iterator[Breach]:
    """A slide has one layout, a layout one master, which has it too; each master has a theme."""
    layouts: dict[str, None] = {}
    for slide in deck.numbers:
        found = deck.of_kind(slide, "slideLayout")
        layouts |= dict.fromkeys(found)
        if len(found) != 1 and slide in deck.parts:
            yield Breach("layout-link.slide", deck.where(slide), count=len(found))
    masters = dict.fromkeys(deck.of_kind(deck.presentation, "slideMaster"))
    for master in filter(deck.parts.__contains__, masters):
        layouts |= dict.fromkeys(deck.of_kind(master, "slideLayout"))
        if len(deck.of_kind(master, "theme")) != 1:
            yield Breach("layout-link.theme", deck.where(master), count=len(deck.of_kind(master, "theme")))
    for layout in filter(deck.parts.__contains__, layouts):
        own = deck.of_kind(layout, "slideMaster")
        if len(own) != 1:
            yield Breach("layout-link.layout", deck.where(layout), count=len(own))
        elif own[0] not in masters:
            yield Breach("layout-link.unknown-master", deck.where(layout), part=own[0])
        elif layout not in deck.of_kind(own[0], "slideLayout"):
            yield Breach("layout-link.not-of-master", deck.where(layout), part=own[0])
        for master in masters:
            if master not in own and layout in deck.of_kind(master, "slideLayout"):
                yield Breach("layout-link.other-master", deck.where(layout), part=master)


def notes_lead_both_ways(deck: DeckFile) -> Iterator[Breach]:
    """A slide has at most one page of notes, which is of this slide, and has the notes' master, which has a theme."""
    masters: dict[str, None] = dict.fromkeys(deck.of_kind(deck.presentation, "notesMaster"))
    for slide in deck.numbers:
        found = deck.of_kind(slide, "notesSlide")
        if len(found) > 1:
            yield Breach("notes-link.several", deck.where(slide), count=len(found))
        for notes in filter(deck.parts.__contains__, dict.fromkeys(found)):
            back = deck.of_kind(notes, "slide")
            if back != (slide,) and (back or _GOOGLE not in deck.parts[notes]):
                yield Breach("notes-link.other-slide", deck.where(slide), part=notes, slides=back)
            own = deck.of_kind(notes, "notesMaster")
            masters |= dict.fromkeys(own)
            if len(own) != 1:
                yield Breach("notes-link.master", deck.where(slide), part=notes, count=len(own))
    for master in filter(deck.parts.__contains__, masters):
        if len(deck.of_kind(master, "theme")) != 1:
            yield Breach("notes-link.theme", deck.where(master), count=len(deck.of_kind(master, "theme")))
