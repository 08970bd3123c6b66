"""Changes by hand that no text, table or chart tells: places, looks, pictures, notes, comments, labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docgen.comparison.change import Change, FieldChange, How
from docgen.fingerprint.values import Fingerprint
from docgen.merging.report import DECK, HandEdit
from docgen.messages import Phrase, message, text_of

# What is told by texts, tables, charts and pages already.
_TOLD = frozenset({
    "word-text", "word-table", "word-chart", "merge-slide-added", "merge-slide-deleted", "merge-slides-moved",
})  # fmt: skip


def hand_changes(old: Iterable[HandEdit], new: Iterable[HandEdit], deck: Fingerprint) -> Iterator[Change]:
    """The hand edits that only one of two decks has; ``deck`` is the new one, whose pages are numbered."""
    before, after = ({_key(edit): edit for edit in edits if _is_to_be_told(edit)} for edits in (old, new))
    numbers = {slide.id: number for number, slide in enumerate(deck.slides, start=1)}
    for mine, others, how in ((after, before, "changed"), (before, after, "dropped")):
        for key, edit in mine.items():
            if key not in others:
                yield _change(edit, how, numbers)  # type: ignore[arg-type]


def _is_to_be_told(edit: HandEdit) -> bool:
    return edit.is_look or edit.done.code not in _TOLD


def _key(edit: HandEdit) -> tuple[str, ...]:
    return text_of(edit.slide, "en"), edit.shape, edit.done.text("en"), text_of(edit.after, "en")


def _change(edit: HandEdit, how: How, numbers: dict[str, int]) -> Change:
    slide = text_of(edit.slide, "en")
    after = message("merge-look-of", text=edit.after) if edit.is_look else edit.after or edit.done
    fields = (FieldChange(edit.done, "" if edit.is_look else edit.before, after),)
    return Change("hand", how, slide, numbers.get(slide, 1), edit.shape or _called(edit.slide), fields)


def _called(slide: Phrase) -> Phrase:
    return message("merge-whole-deck") if slide == DECK else slide
