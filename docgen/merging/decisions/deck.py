"""The whole deck three ways: which slides there are, in which order, and what becomes of each."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from docgen.fingerprint.values import DeckSlide, Fingerprint
from docgen.merging.decisions.decision import Decisions, SlideDecision
from docgen.merging.decisions.slide import SameXml, decide_slide, note_edits, slide_content_changed
from docgen.merging.edited.deck import EditedDeck, EditedSlide
from docgen.merging.edited.matching import match_slides
from docgen.merging.report import DECK, GONE, Rule, SlideReport
from docgen.merging.versions import Versions
from docgen.messages import Phrase, message

T = TypeVar("T", bound=Hashable)

SlideKey = str | int
"""A slide of the merged deck: the id that it was built with, or the index of one that was added by hand."""


@dataclass(frozen=True, slots=True)
class _Slides:
    """The slides of the three decks by key, each deck's in its order."""

    built: Mapping[SlideKey, DeckSlide]
    edited: Mapping[SlideKey, EditedSlide]
    new: Mapping[SlideKey, DeckSlide]


def decide(
    built: Fingerprint, edited: EditedDeck, new: Fingerprint, rule: Rule, same_xml: SameXml | None
) -> Decisions:
    """What the merged deck takes from where. ``same_xml`` None where LibreOffice spelled everything anew."""
    matches = match_slides(built.slides, edited.slides)
    keys: list[SlideKey] = [
        built.slides[matches[index]].id if index in matches else index for index in range(len(edited.slides))
    ]
    slides = _Slides(
        {slide.id: slide for slide in built.slides},
        dict(zip(keys, edited.slides, strict=True)),
        {slide.id: slide for slide in new.slides},
    )
    layouts = {part.name for part in new.design} if built.design else set()
    decided: dict[SlideKey, SlideDecision] = {}
    reports: list[SlideReport] = []
    for key in dict.fromkeys((*slides.new, *slides.edited)):
        report = SlideReport(key if isinstance(key, str) else _name(slides.edited[key]), rule)
        decision = _slide(key, slides, report, same_xml, layouts)
        reports.append(report)
        if decision is not None:
            decided[key] = decision
    reports.append(SlideReport(DECK, rule))
    order = [key for key in _order(slides, reports[-1]) if key in decided]
    return Decisions(
        tuple(decided[key] for key in order),
        tuple(edit for report in reports for edit in report.edits),
        tuple(conflict for report in reports for conflict in report.conflicts),
    )


def _name(slide: EditedSlide) -> Phrase:
    return slide.name or message("merge-slide", number=slide.number)


def _slide(
    key: SlideKey, slides: _Slides, report: SlideReport, same_xml: SameXml | None, layouts: Collection[str]
) -> SlideDecision | None:
    """The decision for a slide; None for one that the merged deck does not have."""
    built, edited, new = slides.built.get(key), slides.edited.get(key), slides.new.get(key)
    if built is not None and new is not None:
        if edited is not None:
            return decide_slide(built, edited, new, report, same_xml, layouts)
        return _deleted(built, new, report)
    if new is not None:
        return SlideDecision(new.id, None)
    if built is not None and edited is not None:
        return _dropped(built, edited, report)
    if edited is not None:
        report.keep("", message("merge-slide-added"))
        return SlideDecision(None, edited)
    return None


def _deleted(built: DeckSlide, new: DeckSlide, report: SlideReport) -> SlideDecision | None:
    """A slide deleted by hand: it stays deleted, unless the content has something new to say on it."""
    if not slide_content_changed(built, new):
        report.keep("", message("merge-slide-deleted"), built.title)
        return None
    if report.conflict("", message("merge-slide-deleted"), Versions(built.title, GONE, new.title)):
        return None
    return SlideDecision(new.id, None, told=report.told_on_slide)


def _dropped(built: DeckSlide, edited: EditedSlide, report: SlideReport) -> SlideDecision | None:
    """A slide that the content has no longer: it goes, unless somebody worked on it."""
    own = SlideReport(built.id, report.rule)
    note_edits(built, edited, own)
    if not own.edits:
        return None
    edits = tuple(message("merge-edit-of-shape", shape=edit.shape, done=edit.done) for edit in own.edits)
    dropped = message("merge-slide-dropped")
    report.conflict("", dropped, Versions(built.title, message("merge-edits", edits=edits), GONE))
    return SlideDecision(None, edited, told=report.told_on_slide) if report.rule != "ours" else None


def _order(slides: _Slides, report: SlideReport) -> list[SlideKey]:
    """The order of the side that moved slides; where both did, the user's rule, else the edited deck's."""
    built, edited, new = list(slides.built), list(slides.edited), list(slides.new)
    by_hand = _moved(built, edited)
    if by_hand and _moved(built, new) and _moved(edited, new):
        common = set(built) & set(edited) & set(new)
        listed = Versions(built, edited, new).map(lambda keys: " ".join(str(key) for key in keys if key in common))
        report.conflict("", message("merge-slide-order"), listed)
        by_hand = report.rule != "ours"
    elif by_hand:
        report.keep("", message("merge-slides-moved"))
    return _woven(edited, new) if by_hand else _woven(new, edited)


def _moved(before: Sequence[T], after: Sequence[T]) -> bool:
    """Whether the keys that both lists have stand in another order."""
    common = set(before) & set(after)
    return [key for key in before if key in common] != [key for key in after if key in common]


def _woven(first: Sequence[T], second: Sequence[T]) -> list[T]:
    """All keys of both lists: ``first`` in its order, each other key after the one before it in ``second``.

    Those that begin ``second`` begin the list; where both have none in common, all of it goes to the end.

    >>> _woven(["a", "c"], ["a", "b", "c"]), _woven(["a", "b"], ["x", "b"]), _woven(["a", "b"], ["x", "y"])
    (['a', 'b', 'c'], ['x', 'a', 'b'], ['a', 'b', 'x', 'y'])
    """
    woven = list(first)
    known = set(first)
    start = 0 if known & set(second) else len(woven)
    before: T | None = None
    for key in second:
        if key not in known:
            woven.insert(woven.index(before) + 1 if before is not None else start, key)
            known.add(key)
        before = key
    return woven
