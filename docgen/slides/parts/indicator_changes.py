"""What changed in an indicator against last year: the badge of its pages, its notes, its mark in lists."""

from __future__ import annotations

from docgen.layout.pack import LayoutPack
from docgen.ready import CHANGED_WORDS, IndicatorChange, ReadyIndicatorPage
from docgen.typeset.markup import parse, plain

_BADGES = {"new": "new_indicator", "redefined": "redefined_indicator"}


def change_badge(record: ReadyIndicatorPage, pack: LayoutPack) -> str:
    """新規 or 定義変更 in the corner of an indicator's page; empty where nothing changed."""
    return pack.words[_BADGES[record.change]] if record.change is not None else ""


def change_notes(record: ReadyIndicatorPage, pack: LayoutPack) -> tuple[str, ...]:
    """What the page's notes say of changes: which unit was another, what the red words are."""
    if record.previous_year is None:
        return ()
    year = pack.printing.year(record.previous_year)
    units = tuple(
        pack.words["unit_changed"].format(name=plain(value.name), year=year, unit=value.unit_before)
        for value in record.values
        if value.unit_before
    )
    texts = (*record.definition, *(value.name for value in record.values))
    marked = any(span.colour == CHANGED_WORDS for text in texts for span in parse(text))
    return (*units, pack.words["red_words"].format(year=year)) if marked else units


def listed_name(name: str, change: IndicatorChange | None, pack: LayoutPack) -> str:
    """An indicator's name in a list, with the mark of a new or redefined one before it."""
    return f"**【{pack.words[_BADGES[change]]}】**{name}" if change is not None else name
