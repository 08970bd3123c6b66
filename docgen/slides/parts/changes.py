"""What changed since last year, as it is marked: on an indicator's pages and in lists, and in a measure chart.

In a chart changed words are red and underlined, dropped measures blue and struck through, new ones begin with a
mark, and those whose status moved end with the status that they had, so that colour is never alone; these are
the marks of amended texts in Japanese administration.
"""

from __future__ import annotations

from docgen.blocks.text.legend import LegendEntry
from docgen.layout.pack import LayoutPack
from docgen.prose.markup import parse, plain
from docgen.ready import CHANGED_WORDS, IndicatorChange, ReadyIndicatorPage, ReadyMeasure, ReadyMeasureChart

CHANGED, DROPPED = CHANGED_WORDS, "dropped"
"""The palette colours of words that changed, as the content's markup names it, and of what was dropped."""
_CHANGED, _MOVED = "changed", "moved"
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


def change_signs(text: str, change: str | None, moved: bool = False) -> frozenset[str]:
    """The signs of change that a text with inline markup, and its record, carry; the legend explains each."""
    # Only markup that names the colour gives it to words.
    changed = CHANGED in text and any(span.colour == CHANGED for span in parse(text))
    return frozenset([_CHANGED] * changed + [_MOVED] * moved + ([change] if change else []))


def measure_text(measure: ReadyMeasure, pack: LayoutPack) -> str:
    """The measure's words with the marks of a new, a moved, a dropped and a repeated one."""
    text = f"**{pack.words['new_mark']}**{measure.text}" if measure.change == "new" else measure.text
    if measure.change == "dropped":
        text = f"{{{DROPPED}|{text}}}"
    if measure.moved_from is not None:
        mark = pack.words["moved_mark"].format(status=pack.words[measure.moved_from])
        text = f"{text}{{{CHANGED}|{mark}}}"
    if measure.carried_over:
        text = f"{carried_over_mark(pack)}{text}"
    return f"{text}（{pack.words['repeated']}）" if measure.repeated else text


def carried_over_mark(pack: LayoutPack) -> str:
    """The mark of what is last year's still, and waits to be updated or confirmed."""
    return f"**〔{pack.words['carried_over']}〕**"


def change_keys(chart: ReadyMeasureChart, pack: LayoutPack) -> list[tuple[str, LegendEntry]]:
    """The legend's entries by sign, with the year compared; without years they say this year and last year."""
    words, year = pack.words, chart.fiscal_year
    before = chart.previous_year if chart.previous_year is not None else year - 1 if year is not None else None
    this = pack.printing.year(year) if year is not None else words["this_year"]
    last = pack.printing.year(before) if before is not None else words["last_year"]
    new = LegendEntry(words["new_measure"].format(year=this), words["new_mark"])
    changed = LegendEntry(words["changed_words"].format(year=last), words["changed_mark"], CHANGED, underline=True)
    moved_mark = words["moved_mark"].format(status="…")
    moved = LegendEntry(words["moved_status"].format(year=last), moved_mark, CHANGED, underline=True)
    dropped = LegendEntry(words["dropped_measure"].format(year=this), words["dropped_mark"], DROPPED, strike=True)
    return [("new", new), (_CHANGED, changed), (_MOVED, moved), ("dropped", dropped)]
