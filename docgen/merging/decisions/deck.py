"""The whole deck three ways: which slides there are, in which order, and what becomes of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from docgen.fingerprint.values import DeckSlide, Fingerprint
from docgen.merging.conflict import Conflict, HandEdit, Rule
from docgen.merging.decisions.decision import Decisions, SlideDecision
from docgen.merging.decisions.order import moved, woven
from docgen.merging.decisions.slide import SameXml, decide_slide, slide_content_changed, slide_edits
from docgen.merging.edited.deck import EditedDeck, EditedSlide
from docgen.merging.edited.matching import match_slides
from docgen.merging.ledger import Ledger

Key = str | int
"""A slide of the merged deck: the id that it was built with, or the index of one that was added by hand."""


def decide(
    built: Fingerprint, edited: EditedDeck, ours: Fingerprint, rule: Rule, same_xml: SameXml | None
) -> Decisions:
    """What the merged deck takes from where. ``same_xml`` None where LibreOffice spelled everything anew."""
    places = match_slides(built.slides, edited.slides)
    names = {at: built.slides[place].id for at, place in places.items()}
    table = _Table(
        {slide.id: slide for slide in built.slides},
        {names.get(at, at): slide for at, slide in enumerate(edited.slides)},
        {slide.id: slide for slide in ours.slides},
        rule,
        same_xml,
    )
    decided = dict(table.slides())
    order = [key for key in _order(table) if key in decided]
    return Decisions(tuple(decided[key] for key in order), tuple(table.edits), tuple(table.conflicts))


@dataclass(slots=True)
class _Table:
    """The slides of the three decks by key, and what was found on the way."""

    built: Mapping[Key, DeckSlide]
    edited: Mapping[Key, EditedSlide]
    ours: Mapping[Key, DeckSlide]
    rule: Rule
    same_xml: SameXml | None
    edits: list[HandEdit] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)

    def slides(self) -> Iterator[tuple[Key, SlideDecision]]:
        for key in dict.fromkeys((*self.ours, *self.edited)):
            ledger = Ledger(str(key), self.rule)
            decision = self._slide(key, ledger)
            self.edits += ledger.edits
            self.conflicts += ledger.conflicts
            if decision is not None:
                yield key, decision

    def _slide(self, key: Key, ledger: Ledger) -> SlideDecision | None:
        built, now, ours = self.built.get(key), self.edited.get(key), self.ours.get(key)
        if built is not None and ours is not None:
            if now is not None:
                return decide_slide(built, now, ours, ledger, self.same_xml)
            return self._deleted(built, ours, ledger)
        if ours is not None:
            return SlideDecision(ours.id, None)
        if built is not None and now is not None:
            return self._dropped(built, now, ledger)
        if now is not None:
            ledger.name = now.name or f"slide {now.number}"
            ledger.kept("", "slide added")
            return SlideDecision(None, now)
        return None

    def _deleted(self, built: DeckSlide, ours: DeckSlide, ledger: Ledger) -> SlideDecision | None:
        """A slide deleted by hand: it stays deleted, unless the content has something new to say on it."""
        if not slide_content_changed(built, ours):
            ledger.kept("", "slide deleted", built.title)
            return None
        if ledger.clash("", "slide deleted", built.title, "（削除）", ours.title):
            return None
        return SlideDecision(ours.id, None, told=ledger.told)

    def _dropped(self, built: DeckSlide, now: EditedSlide, ledger: Ledger) -> SlideDecision | None:
        """A slide that the content has no longer: it goes, unless somebody worked on it."""
        probe = Ledger(built.id, self.rule)
        slide_edits(built, now, probe)
        if not probe.edits:
            return None
        by_hand = "; ".join(f"{edit.shape} {edit.what}".strip() for edit in probe.edits)
        ledger.clash("", "slide dropped by the content", built.title, by_hand, "（削除）")
        if self.rule == "ours":
            return None
        return SlideDecision(None, now, told=ledger.told)


def _order(table: _Table) -> list[Key]:
    """The order of the side that moved slides; where both did, the user's rule, else the edited deck's."""
    built, edited, ours = list(table.built), list(table.edited), list(table.ours)
    by_hand, by_content = moved(built, edited), moved(built, ours)
    if by_hand and by_content and moved(edited, ours):
        ledger = Ledger("deck", table.rule)
        ledger.clash("", "order of slides", *(_listed(keys, table) for keys in (built, edited, ours)))
        table.conflicts += ledger.conflicts
        by_hand = table.rule != "ours"
    elif by_hand:
        ledger = Ledger("deck", table.rule)
        ledger.kept("", "slides moved")
        table.edits += ledger.edits
    return woven(edited, ours) if by_hand else woven(ours, edited)


def _listed(keys: list[Key], table: _Table) -> str:
    common = [str(key) for key in keys if key in table.built and key in table.edited and key in table.ours]
    return " ".join(common)
