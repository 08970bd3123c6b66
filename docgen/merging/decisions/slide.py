"""A slide three ways: its shapes, its notes, and whether it is there at all."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from docgen.fingerprint.values import DeckShape, DeckSlide
from docgen.merging.decisions.decision import ShapeDecision, SlideDecision
from docgen.merging.decisions.paragraphs import text_of
from docgen.merging.decisions.shape import content_changed, decide_shape
from docgen.merging.edited.deck import EditedShape, EditedSlide
from docgen.merging.edited.matching import match_shapes
from docgen.merging.edited.value_comparison import different_aspects
from docgen.merging.ledger import Ledger

SameXml = Callable[[str, str, EditedShape], bool]
"""Whether an edited shape is spelled as the new build spells the shape on a slide, by their names."""

_NUMBER = "sldNum"


def decide_slide(
    built: DeckSlide, now: EditedSlide, ours: DeckSlide, ledger: Ledger, same_xml: SameXml | None
) -> SlideDecision:
    """The decision for a slide that all three have."""
    there = match_shapes(built, now)
    known = {shape.name: shape for shape in built.shapes}
    new = {shape.name: shape for shape in ours.shapes}
    shapes: dict[str, ShapeDecision] = {}
    kept: list[EditedShape] = []
    for name, shape in known.items():
        edited, fresh = there.get(name), new.get(name)
        if fresh is None:
            if edited is not None and _keeps_dropped(shape, edited, ledger):
                kept.append(edited)
        elif edited is None:
            shapes[name] = ShapeDecision("drop" if _drops(shape, fresh, ledger) else "ours")
        else:
            same = None if same_xml is None else partial(same_xml, ours.id, name)
            shapes[name] = decide_shape(shape, edited, fresh, ledger, same)
    matched = {id(each) for each in there.values()}
    for each in now.shapes:
        if id(each) not in matched:
            ledger.kept(each.shape.name, f"{each.shape.kind} added", "", text_of(each.shape.paragraphs))
    gone = matched - {id(each) for each in kept}
    keep = [each for each in now.shapes if id(each) not in gone]
    notes = _notes(built.notes, now.notes, ours.notes, ledger)
    return SlideDecision(ours.id, now, shapes, tuple(keep), notes, ledger.told)


def slide_edits(built: DeckSlide, now: EditedSlide, ledger: Ledger) -> None:
    """Note what was edited on a slide that comes whole."""
    there = match_shapes(built, now)
    for shape in built.shapes:
        edited = there.get(shape.name)
        if edited is None:
            ledger.kept(shape.name, "deleted")
            continue
        for aspect in different_aspects(shape, edited.shape):
            ledger.kept(shape.name, aspect)
    for _ in range(len(now.shapes) - len(there)):
        ledger.kept("", "shape added")
    if built.notes != now.notes:
        ledger.kept("", "notes", built.notes, now.notes)


def slide_content_changed(built: DeckSlide, ours: DeckSlide) -> bool:
    """Whether the content changed a slide; its number and what only moved do not count."""
    old = {shape.name: shape for shape in built.shapes}
    new = {shape.name: shape for shape in ours.shapes}
    if old.keys() != new.keys():
        return True
    return any(
        content_changed(shape, new[name])
        for name, shape in old.items()
        if not shape.placeholder.startswith(_NUMBER)
    )


def _drops(built: DeckShape, ours: DeckShape, ledger: Ledger) -> bool:
    """Whether a shape deleted by hand stays deleted."""
    if content_changed(built, ours):
        return ledger.clash(built.name, "deleted", _told(built), "（削除）", _told(ours))
    ledger.kept(built.name, "deleted", _told(built))
    return True


def _keeps_dropped(built: DeckShape, now: EditedShape, ledger: Ledger) -> bool:
    """Whether a shape stays that the content has no longer: where it was edited, as the rule says."""
    if not different_aspects(built, now.shape):
        return False
    taken = ledger.clash(built.name, "dropped by the content", _told(built), _told(now.shape), "（削除）")
    return taken or ledger.rule == "both"


def _told(shape: DeckShape) -> str:
    if shape.grid is not None:
        return "／".join(cell.text for row in shape.grid.rows for cell in row if cell.text)
    return text_of(shape.paragraphs) or shape.alt or shape.kind


def _notes(built: str, now: str, ours: str, ledger: Ledger) -> str | None:
    """The merged notes where they are not the new build's; three ways, line by line."""
    if _lines(now) == _lines(built) or _lines(now) == _lines(ours):
        return None
    if _lines(ours) == _lines(built):
        ledger.kept("", "notes", built, now)
        return now
    return now if ledger.clash("", "notes", built, now, ours) else None


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.strip("\n").split("\n")]
