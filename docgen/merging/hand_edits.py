"""What was done by hand to a deck since it was built, told by the deck alone; and the deck as it is shown now."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from docgen.fingerprint.part import fingerprint_in, open_deck
from docgen.fingerprint.soft_breaks import without_breaks
from docgen.fingerprint.values import BY_HAND, DeckShape, DeckSlide, Fingerprint
from docgen.merging.decisions.deck import decide
from docgen.merging.decisions.whole import decide_whole
from docgen.merging.edited.deck import EditedDeck, EditedSlide, read_deck
from docgen.merging.edited.matching import match_shapes, match_slides
from docgen.merging.edited.package import package_in
from docgen.merging.edited.value_comparison import different_aspects
from docgen.merging.edited.whole import read_whole, whole_as_built
from docgen.merging.report import DECK, Conflict, HandEdit, SlideReport
from docgen.messages import message
from docgen.placed.deck import PageSummary

_TITLES = ("title", "ctrTitle")


@dataclass(frozen=True, slots=True)
class HandEdits:
    """The hand edits of a deck, and those of the deck as a whole that no merge takes over."""

    edits: tuple[HandEdit, ...]
    not_carried: tuple[Conflict, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything was done by hand."""
        return bool(self.edits or self.not_carried)


def hand_edits(deck: str | Path, base: str | Path | None = None) -> HandEdits:
    """What was done by hand to a deck since docgen built it; nothing is built.

    >>> print(*docgen.hand_edits("edited.pptx").edits, sep="\\n")                # doctest: +SKIP

    ``base`` is the deck as it was built, where a program dropped what the edited one told of that. Raises DocgenError
    for a file that is no deck, and for one that docgen did not build.
    """
    return _edits(*opened(deck, base, taken_over=False))


def opened(
    edited: str | Path, base: str | Path | None = None, *, taken_over: bool = True
) -> tuple[Fingerprint, EditedDeck]:
    """A deck as it was built, which ``base`` may tell, and as it is now; one that is ``taken_over`` is judged."""
    with open_deck(Path(edited)) as archive:
        deck = read_deck(*package_in(archive, str(edited), taken_over=taken_over))
        if base is None:
            return fingerprint_in(archive, str(edited)), deck
    with open_deck(Path(base)) as archive:
        return fingerprint_in(archive, str(base)), deck


def shown_deck(path: Path) -> tuple[Fingerprint, tuple[HandEdit, ...]]:
    """A deck's file as it is shown now, in the terms of its fingerprint, and its hand edits."""
    built, deck = opened(path)
    return _shown(built, deck), _edits(built, deck).edits


def _edits(built: Fingerprint, deck: EditedDeck) -> HandEdits:
    decisions = decide(built, deck, built, "both", None if deck.by_libreoffice else lambda slide, name, shape: True)
    report = SlideReport(DECK, "both")
    as_built = whole_as_built(built)
    decide_whole(built, as_built, read_whole(deck.package), as_built, report, deck.saved_by)
    return HandEdits((*decisions.edits, *report.edits), (*decisions.conflicts, *report.conflicts))


def _shown(built: Fingerprint, deck: EditedDeck) -> Fingerprint:
    """The deck as built, with the slides, texts, tables and charts that it has now."""
    matches = match_slides(built.slides, deck.slides)
    slides: list[DeckSlide] = []
    titles: dict[str, str] = {}
    for index, edited in enumerate(deck.slides):
        if index not in matches:
            slides.append(_added(edited, index))
            titles[slides[-1].record] = slides[-1].title
            continue
        slide = _slide(built.slides[matches[index]], edited)
        title = next((shape for shape in slide.shapes if shape.placeholder.startswith(_TITLES)), None)
        if title is not None and title.digest == BY_HAND:
            text = "".join(paragraph.text for paragraph in title.paragraphs or ())
            titles.setdefault(slide.record, without_breaks(text))
        slides.append(slide)
    return built._replace(summary=built.summary._replace(pages=_pages(built, slides, titles)), slides=tuple(slides))


def _slide(built: DeckSlide, edited: EditedSlide) -> DeckSlide:
    by_name = match_shapes(built, edited)
    shapes: list[DeckShape] = []
    for shape in built.shapes:
        now = by_name.get(shape.name)
        if now is None:
            continue
        if different_aspects(shape, now.shape):
            shape = now.shape._replace(name=shape.name, placeholder=shape.placeholder, digest=BY_HAND)
        shapes.append(shape)
    matched = {id(shape) for shape in by_name.values()}
    shapes += [each.shape._replace(digest=BY_HAND) for each in edited.shapes if id(each) not in matched]
    return built._replace(shapes=tuple(shapes))


def _added(edited: EditedSlide, index: int) -> DeckSlide:
    """A slide that was added by hand, as a page of its own."""
    shapes = tuple(each.shape._replace(digest=BY_HAND) for each in edited.shapes)
    titles = (shape for shape in shapes if shape.placeholder.startswith(_TITLES))
    title = next(("".join(each.text for each in shape.paragraphs or ()) for shape in titles), "")
    name = str(message("merge-slide", number=index + 1))
    return DeckSlide(name, edited.layout, title or name, name, "", edited.notes, shapes)


def _pages(built: Fingerprint, slides: list[DeckSlide], titles: dict[str, str]) -> tuple[PageSummary, ...]:
    """The pages that there are now, by the first slide of each."""
    known = {page.id: page for page in built.summary.pages}
    pages: dict[str, PageSummary] = {}
    for number, slide in enumerate(slides, start=1):
        if slide.record not in pages:
            page = known.get(slide.record, PageSummary(slide.record, "", slide.title, slide.section, number))
            pages[slide.record] = page._replace(number=number, title=titles.get(slide.record, page.title))
    return tuple(pages.values())
