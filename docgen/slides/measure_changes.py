"""What changed against last year's measure chart: marks in the measures' texts, and what explains them.

Changed words are red and underlined, dropped measures blue and struck through, new ones begin with a mark, so
that colour is never alone; these are the marks of amended texts in Japanese administration.
"""

from __future__ import annotations

from docgen.blocks.legend import LegendEntry
from docgen.layout.pack import LayoutPack
from docgen.ready import ReadyMeasure
from docgen.typeset.markup import parse

# Palette colours: of words that changed, as the content's markup names it, and of what was dropped.
CHANGED, DROPPED = "red", "dropped"
_CHANGED, _DROPPED, _NEW = "changed", "dropped", "new"


def change_signs(text: str, change: str | None) -> frozenset[str]:
    """The signs of change that a text with inline markup, and its record, carry."""
    changed = any(span.colour == CHANGED for span in parse(text))
    return frozenset(([_CHANGED] if changed else []) + ([change] if change else []))


def measure_text(measure: ReadyMeasure, pack: LayoutPack) -> str:
    """The measure's words with the marks of a new, a dropped and a repeated one."""
    text = f"**{pack.words['new_mark']}**{measure.text}" if measure.change == "new" else measure.text
    if measure.change == "dropped":
        text = f"{{{DROPPED}|{text}}}"
    return f"{text}（{pack.words['repeated']}）" if measure.repeated else text


def change_keys(fiscal_year: int | None, pack: LayoutPack) -> list[tuple[str, LegendEntry]]:
    """The legend's entries by sign; without a fiscal year they say this year and last year."""
    words = pack.words
    this = pack.printing.year(fiscal_year) if fiscal_year is not None else words["this_year"]
    last = pack.printing.year(fiscal_year - 1) if fiscal_year is not None else words["last_year"]
    return [
        (_NEW, LegendEntry(words["new_measure"].format(year=this), words["new_mark"])),
        (
            _CHANGED,
            LegendEntry(
                words["changed_words"].format(year=last), words["changed_mark"], CHANGED, underline=True
            ),
        ),
        (
            _DROPPED,
            LegendEntry(
                words["dropped_measure"].format(year=this), words["dropped_mark"], DROPPED, strike=True
            ),
        ),
    ]
