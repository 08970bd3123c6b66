"""The names under or beside a chart: how wide, in how many lines, and every how many one is printed."""

from __future__ import annotations

import functools
import re

from docgen.blocks.chart.frame import text_width, widest
from docgen.blocks.chart.words import chart_word
from docgen.errors import DocgenError
from docgen.layout.style import Style
from docgen.placed import Paragraph, Run
from docgen.ready import ReadyFigure

# A name that begins as a year, a date or an era year does: it is not broken, but left out where it is tight.
_PERIOD = re.compile(r"^(明治|大正|昭和|平成|令和|FY|'|’)?\s*(\d|元)")
_BETWEEN = 2.5  # points between two names side by side
_BETWEEN_FEWER = 7.0  # where some are left out
_MOST_LINES = 4
# Of the chart's width, what names beside lying bars may take: on one line, and where they have several.
_WIDEST_BAR_NAME, _WIDEST_BROKEN_BAR_NAME = 0.4, 0.46
_BESIDE_BAR = 10.0  # points between a name and its bar, and before the name
# Programs break names by widths of their own: so much of an em is kept in reserve.
_NAME_RESERVE_EM = 0.5
# Where a period's name is broken that has no room on one line: before its ending, or after its era.
_PERIOD_BREAKS = (
    re.compile(r"(?<=[\d元])(?=(?:年度末|年度|年末|年)$)"),
    re.compile(r"(?<=^明治|^大正|^昭和|^平成|^令和)(?=[\d元])"),
)
# A program may break a name with an era of itself where its slot is at least so many em wide.
_BREAKABLE_EM = 1.5
_NICE_STEPS = (1, 2, 3, 4, 5, 10, 20, 25, 50, 100)


def category_names(figure: ReadyFigure, slot: float, style: Style) -> tuple[str, ...]:
    """The categories, those of a forecast marked as such where the mark has room in ``slot`` points."""
    names = fitted_names(figure.categories, slot, style)
    word = _forecast_word(figure, slot, style)
    if word is None or figure.forecast_from is None:
        return names
    said = chart_word("forecast", style)
    return tuple(
        word.format(category=name) if at >= figure.forecast_from and said not in name else name
        for at, name in enumerate(names)
    )


def fitted_names(names: tuple[str, ...], slot: float, style: Style) -> tuple[str, ...]:
    """The names, those of periods on two lines (2018, 年末) where only so each of them can be printed."""
    if name_step(names, slot, style) == 1:
        return names
    for place in _PERIOD_BREAKS:
        broken = tuple(place.sub("\n", name) for name in names)
        if name_step(broken, slot, style) == 1:
            return broken
    return names


def marks_forecast(figure: ReadyFigure, slot: float, style: Style) -> bool:
    """Whether a forecast is marked in the categories' names (else by a label at its last point)."""
    return _forecast_word(figure, slot, style) is not None


def _forecast_word(figure: ReadyFigure, slot: float, style: Style) -> str | None:
    """The category with the mark of a forecast under it, in brackets where there is room; None for none."""
    if figure.forecast_from is None:
        return None
    if name_step(fitted_names(figure.categories, slot, style), slot, style) > 1:
        return None
    for key in ("forecast_category", "forecast_category_narrow"):
        word = chart_word(key, style)
        if text_width(word.format(category="").strip(), style) + _BETWEEN <= slot:
            return word
    return None


@functools.lru_cache(maxsize=256)
def are_periods(names: tuple[str, ...]) -> bool:
    """Whether all names are years or dates, some of which may be left out where it is tight."""
    return all(_PERIOD.match(name) for name in names)


def name_step(names: tuple[str, ...], slot: float, style: Style) -> int:
    """Every how many categories a name is printed so that none touches the next.

    Where one can be had that is hardly larger, a step that ends on the last category is taken.
    """
    if not are_periods(names):
        return 1
    width = widest(names, style)
    if slot >= width + _BETWEEN:
        return 1
    need = width + _BETWEEN_FEWER
    least = next((step for step in range(2, len(names) + 1) if slot * step >= need), max(2, len(names)))
    ends = [step for step in range(least, least + max(1, least // 2) + 1) if (len(names) - 1) % step == 0]
    if ends:
        return ends[0]
    return next((step for step in _NICE_STEPS if step >= least), least)


def check_names(figure: ReadyFigure, slot: float, em: float) -> None:
    """Raise DocgenError where the names under a chart have less room than a letter of ``em`` points needs."""
    if slot < em:
        raise DocgenError(
            f"figure {figure.id!r} has {len(figure.categories)} categories: their names find no room under the chart",
            where=f"figure {figure.id}",
            expected="as many categories as have room for their names, or years",
            hint="use kind bar, choose the largest by where, or put the others together",
        )


def printed_step(figure: ReadyFigure, slot: float, style: Style) -> int:
    """Every how many categories a figure's chart prints a name; beside lying bars all of them."""
    if figure.kind.is_horizontal:
        return 1
    return name_step(fitted_names(figure.categories, slot, style), slot, style)


def name_lines(names: tuple[str, ...], slot: float, style: Style) -> int:
    """The most lines that a name takes in ``slot`` points."""
    if name_step(names, slot, style) > 1:
        breakable = any(_PERIOD_BREAKS[1].search(name) for name in names)
        return 2 if breakable and slot >= style.text("chart").size * _BREAKABLE_EM else 1
    room = max(slot - 2, style.text("chart").size)
    return min(_MOST_LINES, max((_lines(name, room, style) for name in names), default=1))


def bar_name_lines(names: tuple[str, ...], width: float, style: Style) -> int:
    """The most lines that a name takes beside lying bars in a chart of ``width`` points."""
    room = bar_name_room(names, width, style) - _BESIDE_BAR
    return max((_lines(name, room, style) for name in names), default=1)


def bar_name_room(names: tuple[str, ...], width: float, style: Style) -> float:
    """What names beside lying bars take of a chart of ``width`` points: as few lines as can be, evenly filled."""
    full = widest(names, style) + _BESIDE_BAR
    if full <= width * _WIDEST_BAR_NAME:
        return full
    em = style.text("chart").size
    room = width * _WIDEST_BROKEN_BAR_NAME - _BESIDE_BAR
    lines = [_lines(name, room, style) for name in names]
    least = room
    while least > em and all(_lines(name, least - 1, style) <= most for name, most in zip(names, lines, strict=True)):
        least -= 1
    return min(least + em * _NAME_RESERVE_EM, room) + _BESIDE_BAR


def _lines(name: str, room: float, style: Style) -> int:
    look = style.text("chart")
    return style.measure.line_count(Paragraph((Run(name, look.size),), look.pitch), room)
