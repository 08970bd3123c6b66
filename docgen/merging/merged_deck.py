"""The merge: the deck as built, the edited deck, and the new build, into one."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from os import PathLike
from pathlib import Path
from typing import overload

from docgen.breach import Breach
from docgen.compose.numbering import renumber_pages
from docgen.fingerprint.part import fingerprint_in, open_deck
from docgen.fingerprint.related import must_be_related
from docgen.fingerprint.renamed import as_named_now
from docgen.fingerprint.values import Fingerprint
from docgen.merging.content_patches import Patch, Unwritable, patches_of, text_changes
from docgen.merging.decisions.decision import Decisions
from docgen.merging.decisions.deck import decide
from docgen.merging.edited.deck import EditedDeck, EditedShape, read_deck
from docgen.merging.edited.matching import named_as_today
from docgen.merging.edited.package import package_in
from docgen.merging.edited.xml_comparison import XmlComparison, slide_parts
from docgen.merging.merged.chart import charts_of
from docgen.merging.merged.deck import merge_into
from docgen.merging.report import Conflict, HandEdit, Rule
from docgen.model import Compendium
from docgen.model.renames import renames_of, whole_names
from docgen.outside.left_behind import left_breaches
from docgen.pipeline import BuiltDeck, Layout, Target, Writable, build, saved
from docgen.shipped import DEFAULT_LAYOUT
from docgen.write.deck import SpelledDeck, spelled


@dataclass(frozen=True, slots=True)
class MergedDeck:
    """A merged deck: its bytes, the edits by hand that it keeps, and what both sides changed.

    ``left_behind`` are notices on what the edited deck brought from outside and no deck takes: code, objects of other
    programs, links to files.
    """

    data: bytes
    edits: tuple[HandEdit, ...]
    conflicts: tuple[Conflict, ...]
    left_behind: tuple[Breach, ...] = ()

    @overload
    def save(self, target: str | PathLike[str]) -> Path: ...

    @overload
    def save(self, target: Writable) -> None: ...

    def save(self, target: Target) -> Path | None:
        """Write the .pptx to a path, or into a file that is open for bytes.

        A deck that was there stays as it was until the new one is whole.
        """
        return saved(self.data, target)


def merge(
    edited: str | Path,
    compendium: Compendium | BuiltDeck,
    layout: Layout = DEFAULT_LAYOUT,
    conflicts: Rule = "both",
) -> MergedDeck:
    """The compendium's new deck with what was done by hand to the deck ``edited``; save it with ``.save``.

    >>> docgen.merge("edited.pptx", fy2023, conflicts="theirs").save("merged.pptx")  # doctest: +SKIP

    ``conflicts`` says whose change is taken where both sides changed the same: "theirs" the edited deck's,
    "ours" the new content's, "both" the new content's with the edited deck's told in a note on the slide.
    Raises DocgenError for a file that is no deck or is damaged, for a deck that docgen did not build, one of a
    later docgen, and one of another compendium.
    """
    built = compendium if isinstance(compendium, BuiltDeck) else build(compendium, layout)
    before, deck = _opened(edited)
    new = spelled(built.placed)
    before, deck = _as_named_now(before, deck, new.fingerprint.summary.renamed)
    must_be_related(before, new.fingerprint, str(edited))
    decisions = _decisions(before, deck, new, conflicts)
    kept = [(slide.id, number) for number, slide in enumerate(decisions.slides, start=1) if slide.id is not None]
    if kept != [(slide.id, number) for number, slide in enumerate(new.fingerprint.slides, start=1)]:
        # Where the contents and lists name pages, they name them by their numbers in the merged deck.
        slides = renumber_pages(built.placed.slides, dict(kept))
        numbered = spelled(replace(built.placed, slides=slides))
        decisions = _decisions(before, deck, new, conflicts, _shapes(numbered) - _shapes(new))
        new = numbered
    merge_into(new.package, decisions, deck, slide_parts(new.package), charts_of(built.placed))
    left = left_breaches(deck.left_behind, str(edited))
    return MergedDeck(new.package.to_bytes(), decisions.edits, decisions.conflicts, left)


def texts_for_content(
    edited: Path, compendium: Compendium
) -> tuple[tuple[Patch, ...], tuple[Unwritable, ...]]:
    """The texts changed by hand in the deck ``edited``: what the content can take over, and what it cannot."""
    before, deck = _opened(edited)
    before, deck = _as_named_now(before, deck, tuple(whole_names(renames_of(compendium))))
    return patches_of(text_changes(before, deck), compendium)


def _opened(edited: str | Path) -> tuple[Fingerprint, EditedDeck]:
    """A deck as it was built, and as it is now."""
    with open_deck(Path(edited)) as archive:
        return fingerprint_in(archive, str(edited)), read_deck(*package_in(archive, str(edited)))


def _as_named_now(
    before: Fingerprint, deck: EditedDeck, renamed: Sequence[Sequence[str]]
) -> tuple[Fingerprint, EditedDeck]:
    """A deck as it was built and as it is now, in the names that its records have today."""
    if not renamed:
        return before, deck
    today = as_named_now(before, renamed)
    return today, named_as_today(deck, before, today)


def _shapes(deck: SpelledDeck) -> frozenset[tuple[str, str, str]]:
    """The shapes of a deck by slide, name and digest."""
    slides = deck.fingerprint.slides
    return frozenset((slide.id, shape.name, shape.digest) for slide in slides for shape in slide.shapes)


def _decisions(
    before: Fingerprint,
    deck: EditedDeck,
    new: SpelledDeck,
    rule: Rule,
    renumbered: Collection[tuple[str, str, str]] = (),
) -> Decisions:
    """The decisions. Other page numbers are no change of the content, but unedited shapes take them.

    ``renumbered`` are the shapes that name other pages, once the pages are numbered as in the merged deck.
    """
    comparison = XmlComparison(deck, new.package, slide_parts(new.package))
    names = {(slide, name) for slide, name, _ in renumbered}

    def same_xml(slide: str, name: str, edited: EditedShape) -> bool:
        return (slide, name) in names or comparison.same(slide, name, edited)

    return decide(before, deck, new.fingerprint, rule, None if deck.by_libreoffice else same_xml)
