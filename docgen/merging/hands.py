"""Several edited decks merged one after the other: the deck that each leaves is what the next is merged into."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from docgen.errors import DocgenError
from docgen.fingerprint.part import build_of
from docgen.fingerprint.values import BY_HAND, DeckShape, DeckSlide, Fingerprint
from docgen.merging.decisions.decision import Decisions, SlideDecision
from docgen.merging.decisions.deck import decide
from docgen.merging.decisions.whole import decide_whole
from docgen.merging.edited.deck import EditedDeck, read_context
from docgen.merging.edited.shape import identity_of, read_shape, shape_elements
from docgen.merging.edited.text import ReadContext
from docgen.merging.edited.whole import read_whole, whole_as_built
from docgen.merging.edited.xml_comparison import XmlComparison
from docgen.merging.merged.chart import Charts
from docgen.merging.merged.deck import merge_into
from docgen.merging.report import DECK, Conflict, HandEdit, Rule, SlideReport
from docgen.messages import text_of
from docgen.write.package.package import Package

Names = Collection[tuple[str, str]]
"""Shapes by the id of their slide and their name."""


@dataclass(frozen=True, slots=True)
class Hand:
    """An edited deck as it was built and as it is now; ``name`` is its file's, "" where it is the only one."""

    name: str
    built: Fingerprint
    deck: EditedDeck


def must_be_of_one_build(hands: Sequence[Hand]) -> None:
    """Raise DocgenError, which names both, for two decks, or parts, of different builds."""
    for hand in hands[1:]:
        if build_of(hand.built) != build_of(hands[0].built):
            raise DocgenError("parts-of-other-builds", where=hand.name, first=hands[0].name, second=hand.name)


@dataclass(slots=True)
class HandsMerged:
    """The new build while decks are merged into it: its ``package``, its slides' ``parts`` by id, and what it holds.

    ``told`` are the edits and conflicts so far; ``now`` are the slides as they are.
    """

    package: Package
    now: Fingerprint
    parts: dict[str, str]
    charts: Charts
    rule: Rule
    edits: list[HandEdit] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)

    def take(self, hand: Hand, renumbered: Names = (), decisions: Decisions | None = None) -> None:
        """Merge what was done by hand in one more deck; ``decisions`` where they are known already."""
        made = decisions or decided(hand, self.package, self.now, self.parts, self.rule, renumbered)
        before = list(self.edits)
        report = SlideReport(DECK, self.rule)
        whole = decide_whole(
            hand.built,
            whole_as_built(hand.built),
            read_whole(hand.deck.package),
            read_whole(self.package),
            report,
            hand.deck.saved_by,
        )
        self.edits += [replace(edit, deck=hand.name) for edit in (*made.edits, *report.edits)]
        rivals = [*before, *self._half_taken()]
        self.conflicts += [_between(conflict, hand.name, rivals) for conflict in (*made.conflicts, *report.conflicts)]
        if hand.name:
            made = replace(made, slides=tuple(_told(slide, hand.name, rivals) for slide in made.slides))
        names = merge_into(self.package, made, whole, hand.deck, self.parts, self.charts)
        if hand.name:
            self._follow(made.slides, names)

    def _half_taken(self) -> Iterator[HandEdit]:
        """The shapes that decks changed, some of whose paragraphs or cells the content changed as well."""
        now = {(slide.id, shape.name) for slide in self.now.slides for shape in slide.shapes if shape.digest == BY_HAND}
        for one in self.conflicts:
            if (text_of(one.slide, "en"), one.shape) in now:
                yield HandEdit(one.slide, one.shape, one.changed, one.built, one.by_hand, one.deck)

    def _follow(self, slides: Sequence[SlideDecision], names: Sequence[str]) -> None:
        """Know the slides as they are now, for the next deck."""
        known = {slide.id: slide for slide in self.now.slides}
        context = read_context(self.package)
        now: list[DeckSlide] = []
        for slide, part in zip(slides, names, strict=True):
            if slide.id is None:
                # No deck that follows was built with it.
                now.append(DeckSlide(part, "", "", "", "", "", ()))
                self.parts[part] = part
            elif slide.edited is None:
                now.append(known[slide.id])
            else:
                now.append(_as_it_is(known[slide.id], slide, part, self.package, context))
        self.now = self.now._replace(slides=tuple(now))


def decided(
    hand: Hand, package: Package, now: Fingerprint, parts: Mapping[str, str], rule: Rule, renumbered: Names = ()
) -> Decisions:
    """What is taken of an edited deck. Other page numbers are no change of the content, but unedited shapes take them.

    ``renumbered`` are the shapes that name other pages, once the pages are numbered as in the merged deck.
    """
    comparison = XmlComparison(hand.deck, package, parts)
    if hand.deck.by_libreoffice:
        return decide(hand.built, hand.deck, now, rule, None)
    return decide(
        hand.built,
        hand.deck,
        now,
        rule,
        lambda slide, name, edited: (slide, name) in renumbered or comparison.same(slide, name, edited),
    )


def _as_it_is(
    before: DeckSlide, decision: SlideDecision, part: str, package: Package, context: ReadContext
) -> DeckSlide:
    """A slide with the shapes that a deck's edits changed as they are in the package now."""
    known = {shape.name: shape for shape in before.shapes}
    shapes: list[DeckShape] = []
    for element in shape_elements(package.xml(part)):
        name = identity_of(element).get("name", "")
        own = decision.shapes.get(name)
        if name in known and (own is None or own.leaves):
            shapes.append(known[name])
        else:
            shapes.append(read_shape(element, part, package, context)._replace(digest=BY_HAND))
    return before._replace(shapes=tuple(shapes), notes=before.notes if decision.notes is None else decision.notes)


def _between(conflict: Conflict, deck: str, edits: Iterable[HandEdit]) -> Conflict:
    """A conflict of a deck, with the other deck whose hand edit stands against it, where it is one's."""
    if not deck:
        return conflict
    place = text_of(conflict.slide, "en")
    others = [edit for edit in edits if text_of(edit.slide, "en") == place]
    rivals = [edit.deck for edit in others if edit.shape == conflict.shape or "" in (edit.shape, conflict.shape)]
    return replace(conflict, deck=deck, other=rivals[-1] if rivals else "")


def _told(slide: SlideDecision, deck: str, edits: Sequence[HandEdit]) -> SlideDecision:
    return replace(slide, told=tuple(_between(conflict, deck, edits) for conflict in slide.told))
