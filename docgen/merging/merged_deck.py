"""The merge: the deck as built, the edited deck, and the new build, into one."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from os import PathLike
from pathlib import Path
from typing import overload

from docgen.breach import Breach
from docgen.compose.numbering import renumber_pages
from docgen.fingerprint.related import must_be_related
from docgen.fingerprint.renamed import as_named_now, names_in
from docgen.fingerprint.values import Fingerprint
from docgen.merging.content_patches import Patch, Unwritable, patches_of, text_changes
from docgen.merging.edited.deck import EditedDeck
from docgen.merging.edited.matching import named_as_today
from docgen.merging.edited.xml_comparison import slide_parts
from docgen.merging.hand_edits import opened as opened_deck
from docgen.merging.hands import Hand, HandsMerged, decided, must_be_of_one_build
from docgen.merging.merged.chart import charts_of
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
    edited: str | Path | Sequence[str | Path],
    compendium: Compendium | BuiltDeck,
    layout: Layout = DEFAULT_LAYOUT,
    conflicts: Rule = "both",
    base: str | Path | None = None,
) -> MergedDeck:
    """The compendium's new deck with what was done by hand to the deck ``edited``; save it with ``.save``.

    >>> docgen.merge("edited.pptx", fy2023, conflicts="theirs").save("merged.pptx")  # doctest: +SKIP
    >>> docgen.merge(["a.pptx", "b.pptx"], fy2023).save("merged.pptx")               # doctest: +SKIP

    ``edited`` may be several decks of one build, whole or parts: what a part does not hold is left alone, and where two
    of them changed the same, the conflict names both. ``conflicts`` says whose change is taken where both sides changed
    the same: "theirs" the edited deck's, "ours" the new content's (or that of the deck before), "both" the latter with the
    edited deck's told in a note on the slide. ``base`` is the deck as it was built, where a program dropped what the
    edited one told of that. Raises DocgenError for a file that is no deck or is damaged, for a deck that docgen did not
    build, one of a later docgen, one of another compendium, and for decks of different builds.
    """
    built = compendium if isinstance(compendium, BuiltDeck) else build(compendium, layout)
    paths = [edited] if isinstance(edited, str | Path) else list(edited)
    named = file_names(paths) if len(paths) > 1 else [""]
    opened = [opened_deck(path, base) for path in paths]
    new = spelled(built.placed)
    must_be_of_one_build([Hand(name, *each) for name, each in zip(named, opened, strict=True)])
    renamed = new.fingerprint.summary.renamed
    known = names_in(new.fingerprint)
    hands = [Hand(name, *_as_named_now(*each, renamed, known)) for name, each in zip(named, opened, strict=True)]
    for path, hand in zip(paths, hands, strict=True):
        must_be_related(hand.built, new.fingerprint, str(path))
    merged = _merged(hands, new, built, conflicts)
    left: list[Breach] = []
    for path, hand in zip(paths, hands, strict=True):
        left += left_breaches(hand.deck.left_behind, str(path))
    return MergedDeck(merged.package.to_bytes(), tuple(merged.edits), tuple(merged.conflicts), tuple(left))


def file_names(paths: Sequence[str | Path]) -> list[str]:
    """The names of files, with as much of their folders as tells them apart."""
    names = [Path(path).name for path in paths]
    return names if len(set(names)) == len(names) else [str(path) for path in paths]


def _merged(hands: Sequence[Hand], new: SpelledDeck, built: BuiltDeck, rule: Rule) -> HandsMerged:
    """All decks merged into the new build, whose pages are then numbered as in the merged deck.

    Where the contents and lists name pages, they name them by their numbers there.
    """
    merged = _into(new, built, rule)
    known = decided(hands[0], new.package, new.fingerprint, merged.parts, rule) if len(hands) == 1 else None
    if known is None:
        for hand in hands:
            merged.take(hand)
        order = [slide.id for slide in merged.now.slides]
    else:
        order = [slide.id or "" for slide in known.slides]
    ids = {slide.id for slide in new.fingerprint.slides}
    kept = [(name, number) for number, name in enumerate(order, start=1) if name in ids]
    if kept == [(slide.id, number) for number, slide in enumerate(new.fingerprint.slides, start=1)]:
        if known is not None:
            merged.take(hands[0], decisions=known)
        return merged
    numbered = spelled(replace(built.placed, slides=renumber_pages(built.placed.slides, dict(kept))))
    names = {(slide, name) for slide, name, _ in _shapes(numbered) - _shapes(new)}
    # Other numbers of pages are no change of the content: what changed is decided as if they were the same.
    merged = _into(replace(numbered, fingerprint=new.fingerprint), built, rule)
    for hand in hands:
        merged.take(hand, names)
    return merged


def _into(new: SpelledDeck, built: BuiltDeck, rule: Rule) -> HandsMerged:
    return HandsMerged(new.package, new.fingerprint, slide_parts(new.package), charts_of(built.placed), rule)


def texts_for_content(
    edited: Path | Sequence[Path], compendium: Compendium, base: Path | None = None
) -> tuple[tuple[Patch, ...], tuple[Unwritable, ...]]:
    """The texts changed by hand in the decks ``edited``: what the content can take over, and what it cannot."""
    renamed = tuple(whole_names(renames_of(compendium)))
    paths = [edited] if isinstance(edited, Path) else edited
    hands = (_as_named_now(*opened_deck(path, base), renamed) for path in paths)
    return patches_of((change for before, deck in hands for change in text_changes(before, deck)), compendium)


def _as_named_now(
    before: Fingerprint, deck: EditedDeck, renamed: Sequence[Sequence[str]], known: Collection[str] = ()
) -> tuple[Fingerprint, EditedDeck]:
    """A deck as it was built and as it is now, in the names that its records have today."""
    if not renamed:
        return before, deck
    today = as_named_now(before, renamed, known)
    return today, named_as_today(deck, before, today)


def _shapes(deck: SpelledDeck) -> frozenset[tuple[str, str, str]]:
    """The shapes of a deck by slide, name and digest."""
    slides = deck.fingerprint.slides
    return frozenset((slide.id, shape.name, shape.digest) for slide in slides for shape in slide.shapes)
