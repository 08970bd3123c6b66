"""A slide three ways: its shapes, its notes, and whether it is there at all."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import partial

from docgen.fingerprint.values import DeckShape, DeckSlide
from docgen.merging.decisions.aspects import ASPECTS, added_words
from docgen.merging.decisions.decision import ShapeDecision, SlideDecision
from docgen.merging.decisions.paragraphs import text_of
from docgen.merging.decisions.shape import content_changed, decide_shape, described
from docgen.merging.edited.deck import EditedShape, EditedSlide
from docgen.merging.edited.matching import match_shapes
from docgen.merging.edited.value_comparison import different_aspects
from docgen.merging.report import GONE, SlideReport
from docgen.merging.versions import Versions
from docgen.messages import Message, message

SameXml = Callable[[str, str, EditedShape], bool]
"""Whether an edited shape is spelled as the new build's; the ids of the slide and of the shape say which."""

_SLIDE_NUMBER = "sldNum"
_SETTINGS: Mapping[str, Message] = {
    "hidden": message("merge-hidden"),
    "background": message("merge-background"),
    "transition": message("merge-transition"),
    "animation": message("merge-animation"),
    "comment": message("merge-comment"),
}


def decide_slide(
    built: DeckSlide,
    edited: EditedSlide,
    new: DeckSlide,
    report: SlideReport,
    same_xml: SameXml | None,
    layouts: Collection[str] = (),
) -> SlideDecision:
    """The decision for a slide that all three decks have; ``layouts`` are those that the new build has, by name."""
    by_name = match_shapes(built, edited)
    new_shapes = {shape.name: shape for shape in new.shapes}
    shapes: dict[str, ShapeDecision] = {}
    gone = {id(shape) for shape in by_name.values()}
    for name, shape in {shape.name: shape for shape in built.shapes}.items():
        edited_shape, new_shape = by_name.get(name), new_shapes.get(name)
        if new_shape is None:
            if edited_shape is not None and _keeps_dropped(shape, edited_shape, report):
                gone.remove(id(edited_shape))
        elif edited_shape is None:
            shapes[name] = ShapeDecision("drop" if _stays_deleted(shape, new_shape, report) else "ours")
        else:
            same = None if same_xml is None else partial(same_xml, new.id, name)
            shapes[name] = decide_shape(shape, edited_shape, new_shape, report, same)
    matched = {id(shape) for shape in by_name.values()}
    for added in edited.shapes:
        if id(added) not in matched:
            report.keep(added.shape.name, added_words(added.shape.kind), "", text_of(added.shape.paragraphs))
    kept = tuple(shape for shape in edited.shapes if id(shape) not in gone)
    notes = _notes(Versions(built.notes, edited.notes, new.notes), report)
    _note_settings(edited, report)
    layout = _layout(built, edited, new, layouts, report)
    return SlideDecision(new.id, edited, shapes, kept, notes, report.told_on_slide, layout)


def note_edits(built: DeckSlide, edited: EditedSlide, report: SlideReport) -> None:
    """Note what was edited on a slide that is taken whole or not at all."""
    by_name = match_shapes(built, edited)
    for shape in built.shapes:
        now = by_name.get(shape.name)
        if now is None:
            report.keep(shape.name, message("merge-deleted"))
            continue
        for aspect in different_aspects(shape, now.shape):
            report.keep(shape.name, ASPECTS[aspect])
    for _ in range(len(edited.shapes) - len(by_name)):
        report.keep("", added_words("shape"))
    if built.notes != edited.notes:
        report.keep("", message("merge-notes"), built.notes, edited.notes)
    _note_settings(edited, report)


def _note_settings(edited: EditedSlide, report: SlideReport) -> None:
    """Note what was set for a slide as a whole, and its comments."""
    for name, words in edited.settings:
        report.keep("", _SETTINGS[name], "", words)


def _layout(
    built: DeckSlide, edited: EditedSlide, new: DeckSlide, layouts: Collection[str], report: SlideReport
) -> str | None:
    """The name of the slide layout that was chosen by hand; None where the new build's stays."""
    if not (layouts and built.layout and edited.layout) or edited.layout == built.layout:
        return None
    what, names = message("merge-layout"), Versions(built.layout, edited.layout, new.layout)
    if edited.layout not in layouts:
        report.conflict("", what, names)
        return None
    return edited.layout if report.takes("", what, names, str.__eq__, str) else None


def slide_content_changed(built: DeckSlide, new: DeckSlide) -> bool:
    """Whether the content changed a slide; its number and what only moved do not count."""
    old_shapes = {shape.name: shape for shape in built.shapes}
    new_shapes = {shape.name: shape for shape in new.shapes}
    return old_shapes.keys() != new_shapes.keys() or any(
        content_changed(shape, new_shapes[name])
        for name, shape in old_shapes.items()
        if not shape.placeholder.startswith(_SLIDE_NUMBER)
    )


def _stays_deleted(built: DeckShape, new: DeckShape, report: SlideReport) -> bool:
    """Whether a shape deleted by hand stays deleted: where the content left it, else as the rule says."""
    if content_changed(built, new):
        return report.conflict(built.name, message("merge-deleted"), Versions(described(built), GONE, described(new)))
    report.keep(built.name, message("merge-deleted"), described(built))
    return True


def _keeps_dropped(built: DeckShape, edited: EditedShape, report: SlideReport) -> bool:
    """Whether a shape stays that the content has no longer: where it was edited, as the rule says."""
    if not different_aspects(built, edited.shape):
        return False
    texts = Versions(described(built), described(edited.shape), GONE)
    return report.conflict(built.name, message("merge-dropped"), texts) or report.rule == "both"


def _notes(notes: Versions[str], report: SlideReport) -> str | None:
    """The merged notes where they are not the new build's."""
    if _same_notes(notes.edited, notes.built) or _same_notes(notes.edited, notes.new):
        return None
    return notes.edited if report.takes("", message("merge-notes"), notes, _same_notes, str) else None


def _same_notes(one: str, other: str) -> bool:
    """Whether two notes agree but for empty lines around them and blanks at the ends of lines."""
    lines, other_lines = ([line.rstrip() for line in text.strip("\n").split("\n")] for text in (one, other))
    return lines == other_lines
