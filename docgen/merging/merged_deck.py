"""The merge: the deck as built, the edited deck, and the new build, into one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from docgen.compose.numbering import renumber_pages
from docgen.fingerprint.package import fingerprint_in, open_deck
from docgen.fingerprint.related import must_be_related
from docgen.fingerprint.values import Fingerprint
from docgen.merging.conflict import Conflict, HandEdit, Rule
from docgen.merging.content_patches import Patch, Unwritable, patches_of
from docgen.merging.decisions.decision import Decisions
from docgen.merging.decisions.deck import decide
from docgen.merging.edited.deck import EditedDeck, EditedShape, read_deck
from docgen.merging.edited.package import read_package
from docgen.merging.edited.xml_comparison import Spelling, slide_parts
from docgen.merging.merged.chart import charts_of
from docgen.merging.merged.deck import apply
from docgen.merging.text_changes import text_changes
from docgen.model import Compendium
from docgen.pipeline import BuiltDeck, Layout, build, save_bytes
from docgen.shipped import DEFAULT_LAYOUT
from docgen.write.deck import spelled
from docgen.write.package.package import Package


@dataclass(frozen=True, slots=True)
class MergedDeck:
    """A merged deck: its bytes, the edits by hand that it keeps, and what both sides changed."""

    data: bytes
    edits: tuple[HandEdit, ...]
    conflicts: tuple[Conflict, ...]

    def save(self, path: str | Path) -> Path:
        """Write the .pptx. A deck that was there stays as it was until the new one is whole."""
        return save_bytes(self.data, Path(path))


def merge(
    edited: str | Path,
    compendium: Compendium | BuiltDeck,
    layout: Layout = DEFAULT_LAYOUT,
    conflicts: Rule = "both",
) -> MergedDeck:
    """The compendium's new deck with what was done by hand to the deck ``edited``; save it with ``.save``.

    ``conflicts`` says whose change is taken where both sides changed the same: "theirs" the edited deck's,
    "ours" the new content's, "both" the new content's with the edited deck's told in a note on the slide.
    Raises DocgenError for a file that is no deck or is damaged, for a deck that docgen did not build, one of a
    later docgen, and one of another compendium.
    """
    built = compendium if isinstance(compendium, BuiltDeck) else build(compendium, layout)
    with open_deck(Path(edited)) as archive:
        before = fingerprint_in(archive, str(edited))
        source = read_package(archive, str(edited))
    deck = read_deck(source)
    new = _written(built)
    must_be_related(before, new.ours, str(edited))
    decisions = _decided(before, deck, new, conflicts)
    pages = {
        slide.id: number for number, slide in enumerate(decisions.slides, start=1) if slide.id is not None
    }
    if list(pages.items()) != [(slide.id, number) for number, slide in enumerate(new.ours.slides, start=1)]:
        # Where the contents and lists name pages, they name them by their numbers in the merged deck.
        slides = renumber_pages(built.placed.slides, pages)
        numbered = _written(replace(built, placed=replace(built.placed, slides=slides)))
        decisions = _decided(before, deck, new, conflicts, _renumbered(new, numbered))
        new = numbered
    apply(decisions, deck, new.package, slide_parts(new.package), charts_of(built.placed))
    return MergedDeck(new.package.to_bytes(), decisions.edits, decisions.conflicts)


def texts_for_content(
    edited: Path, compendium: Compendium
) -> tuple[tuple[Patch, ...], tuple[Unwritable, ...]]:
    """The texts changed by hand in the deck ``edited``: what the content can take over, and what it cannot."""
    with open_deck(edited) as archive:
        before = fingerprint_in(archive, str(edited))
        deck = read_deck(read_package(archive, str(edited)))
    return patches_of(text_changes(before, deck), compendium)


@dataclass(frozen=True, slots=True)
class _New:
    """The new build spelled out: what it was built as, and its package."""

    ours: Fingerprint
    package: Package


def _written(built: BuiltDeck) -> _New:
    deck = spelled(built.placed)
    return _New(deck.fingerprint, deck.package)


def _renumbered(new: _New, numbered: _New) -> frozenset[tuple[str, str]]:
    """The shapes, by slide and name, that name other pages once the pages are numbered anew."""
    before = {(slide.id, shape.name, shape.digest) for slide in new.ours.slides for shape in slide.shapes}
    after = {(slide.id, shape.name, shape.digest) for slide in numbered.ours.slides for shape in slide.shapes}
    return frozenset((slide, name) for slide, name, _ in after - before)


def _decided(
    before: Fingerprint,
    deck: EditedDeck,
    new: _New,
    rule: Rule,
    renumbered: frozenset[tuple[str, str]] = frozenset(),
) -> Decisions:
    """The decisions; other page numbers are no change of the content, but unedited shapes take them."""
    spelling = Spelling(deck, new.package, slide_parts(new.package))

    def same(slide: str, name: str, now: EditedShape) -> bool:
        return (slide, name) in renumbered or spelling.same(slide, name, now)

    return decide(before, deck, new.ours, rule, None if deck.loose else same)
