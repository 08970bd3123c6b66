"""What changed against last year's measure chart: marks in the measures' texts, and what explains them.

Changed words are red and underlined, dropped measures blue and struck through, new ones begin with a mark, and
those whose status moved end with the status that they had, so that colour is never alone; these are the marks
of amended texts in Japanese administration.
"""

from __future__ import annotations

from docgen.blocks.text.legend import LegendEntry
from docgen.layout.pack import LayoutPack
from docgen.ready import CHANGED_WORDS, ReadyMeasure, ReadyMeasureChart
from docgen.typeset.markup import parse

CHANGED, DROPPED = CHANGED_WORDS, "dropped"
"""The palette colours of words that changed, as the content's markup names it, and of what was dropped."""
_CHANGED, _MOVED = "changed", "moved"


def change_signs(text: str, change: str | None, moved: bool = False) -> frozenset[str]:
    """The signs of change that a text with inline markup, and its record, carry; the legend explains each."""
    changed = any(span.colour == CHANGED for span in parse(text))
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
