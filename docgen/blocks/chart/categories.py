"""The names of the categories under or beside a chart: how wide, in how many lines, and which are printed.

All widths are points. A ``slot`` is what one category takes along its axis.
"""

from __future__ import annotations

import re
from itertools import combinations, pairwise

from docgen.blocks.chart.texts import chart_word, text_width, widest
from docgen.errors import DocgenError
from docgen.layout.style import Style
from docgen.messages import message
from docgen.placed import Paragraph, Run
from docgen.ready import ReadyFigure
from docgen.typeset.loanwords import loanword_starts
from docgen.typeset.phrases import phrase_starts
from docgen.typeset.together import inside_units
from docgen.value import value

# A name that begins as a year, a date or an era year does: it is not broken, but left out where it is tight.
_PERIOD = re.compile(r"^(明治|大正|昭和|平成|令和|FY|'|’)?\s*(\d|元)")
_BETWEEN = 2.5  # points between two names side by side
_BETWEEN_FEWER = 7.0  # where some are left out
_MOST_LINES = 4
# Of the chart's width, what names beside lying bars may take: on one line, and where they have several.
_WIDEST_BAR_NAME, _WIDEST_BROKEN_BAR_NAME = 0.4, 0.46
# A last line of so many characters or fewer is too short.
_LONELY = 2
_BESIDE_BAR = 10.0  # points between a name and its bar, and before the name
# Programs break names by widths of their own: so much of an em is kept in reserve.
_NAME_RESERVE_EM = 0.5
# Where a period's name is broken that has no room on one line.
_BEFORE_STATED = re.compile(r"(?<=[年度末月])(?=(?:実績|見込み|見込|予測|推計|目標)$)")
_BEFORE_ENDING = re.compile(r"(?<=[\d元])(?=(?:年度末|年度|年末|年)$)")
_AFTER_ERA = re.compile(r"(?<=^明治|^大正|^昭和|^平成|^令和)(?=[\d元])")
_BREAKS = (_BEFORE_STATED, _BEFORE_ENDING, _AFTER_ERA)
# A program may break a name with an era of itself where its slot is at least so many em wide.
_BREAKABLE_EM = 1.5
_NICE_STEPS = (1, 2, 3, 4, 5, 10, 20, 25, 50, 100)


@value(frozen=True, slots=True)
class PrintedCategories:
    """The names of a chart's categories, of which every ``step``-th is printed.

    ``marks_forecast`` says that the names of a forecast are marked as such.
    """

    names: tuple[str, ...]
    step: int
    marks_forecast: bool = False


def printed_categories(figure: ReadyFigure, slot: float, style: Style) -> PrintedCategories:
    """The categories as the chart of a figure prints them where each has ``slot`` points.

    Names of periods are broken (2018, 年末), or else some left out, where they would touch each other. Names
    of a forecast are marked as such where the mark has room. Beside lying bars all names are printed.
    """
    names, step = _fitted_names(figure.categories, slot, figure.time_axis is not None, style)
    form = _forecast_form(slot, style) if step == 1 else None
    if form is not None and figure.forecast_from is not None:
        word = chart_word("forecast", style)
        later = names[figure.forecast_from :]
        forecast = (name if word in name or not name else form.format(category=name) for name in later)
        return PrintedCategories((*names[: figure.forecast_from], *forecast), 1, marks_forecast=True)
    return PrintedCategories(names, 1 if figure.kind.is_horizontal else step)


def name_lines(categories: PrintedCategories, slot: float, style: Style) -> int:
    """The most lines that a name under the chart takes in ``slot`` points."""
    em = style.text("chart").size
    if categories.step > 1:
        breakable = slot >= em * _BREAKABLE_EM and any(_AFTER_ERA.search(name) for name in categories.names)
        return 2 if breakable else 1
    return min(_MOST_LINES, _most_lines(categories.names, max(slot - 2, em), style))


def check_names(figure: ReadyFigure, slot: float, style: Style) -> None:
    """Raise DocgenError where names under a chart have less room than a letter. Of years, some are left out instead."""
    if slot < style.text("chart").size and not _are_periods(figure.categories):
        raise DocgenError(
            "categories-without-room",
            where=message("on-figure", figure=figure.id),
            figure=figure.id,
            count=len(figure.categories),
        )


def broken_bar_names(names: tuple[str, ...], width: float, style: Style) -> tuple[str, ...]:
    """The names beside lying bars in a chart of ``width`` points, each that has no room on one line parted between
    phrases: in as few lines as can be, evenly filled, the last of more than a character or two.

    The first line is the longest: ONLYOFFICE puts a name beside its bar by that line alone.
    """
    if widest(names, style) + _BESIDE_BAR <= width * _WIDEST_BAR_NAME:
        return names
    most = width * _WIDEST_BROKEN_BAR_NAME - _BESIDE_BAR - style.text("chart").size * _NAME_RESERVE_EM
    return tuple([_broken_name(name, most, style) for name in names])


def _broken_name(name: str, most: float, style: Style) -> str:
    """A name in lines of at the most so many points; as it is where it fits, or where no break helps."""
    if "\n" in name or text_width(name, style) <= most:
        return name
    phrases = phrase_starts(name) - inside_units(name)
    for count in range(2, _MOST_LINES + 1):
        for places in (phrases, phrases | loanword_starts(name)):
            ways = [
                (first, parts)
                for ends in combinations(sorted(places), count - 1)
                for parts in [[name[begin:end] for begin, end in pairwise((0, *ends, len(name)))]]
                if len(parts[-1]) > _LONELY and widest(parts[1:], style) <= (first := text_width(parts[0], style)) <= most
            ]
            if ways:
                return "\n".join(min(ways)[1])
    return name


def bar_name_lines(names: tuple[str, ...], width: float, style: Style) -> int:
    """The most lines that a name takes beside lying bars in a chart of ``width`` points."""
    names = broken_bar_names(names, width, style)
    return _most_lines(names, bar_name_room(names, width, style) - _BESIDE_BAR, style)


def bar_name_room(names: tuple[str, ...], width: float, style: Style) -> float:
    """The width of the names beside lying bars in a chart of ``width`` points: few lines, evenly filled."""
    names = broken_bar_names(names, width, style)
    full = widest(names, style) + _BESIDE_BAR
    if any("\n" in name for name in names):
        full += style.text("chart").size * _NAME_RESERVE_EM
    if full <= width * _WIDEST_BAR_NAME:
        return full
    em = style.text("chart").size
    most = width * _WIDEST_BROKEN_BAR_NAME - _BESIDE_BAR
    lines = [_lines(name, most, style) for name in names]
    room = most
    while room > em and all(_lines(name, room - 1, style) <= count for name, count in zip(names, lines, strict=True)):
        room -= 1
    return min(room + em * _NAME_RESERVE_EM, most) + _BESIDE_BAR


def _fitted_names(
    names: tuple[str, ...], slot: float, spread: bool, style: Style
) -> tuple[tuple[str, ...], int]:
    """The names, broken where that makes room for all of them, and the step between those that are printed.

    On an axis that is ``spread`` over time the last is printed, however far the step.
    """
    step = _name_step(names, slot, spread, style)
    if step > 1:
        for place in _BREAKS:
            broken = tuple(place.sub("\n", name) for name in names)
            if _name_step(broken, slot, spread, style) == 1:
                return broken, 1
    return names, step


def least_name_width(names: tuple[str, ...], style: Style) -> float:
    """The width in points of the widest name of a period, broken where that makes it narrowest."""
    broken = (tuple(place.sub("\n", name) for name in names) for place in _BREAKS)
    return min(widest(each, style) for each in (names, *broken))


def _forecast_form(slot: float, style: Style) -> str | None:
    """``{category}`` with the mark of a forecast under it, in brackets where there is room; None for no room."""
    for key in ("forecast_category", "forecast_category_narrow"):
        form = chart_word(key, style)
        if text_width(form.format(category="").strip(), style) + _BETWEEN <= slot:
            return form
    return None


def _name_step(names: tuple[str, ...], slot: float, spread: bool, style: Style) -> int:
    """The step between printed names at which none touches the next: 3 prints every third.

    A step that ends on the last category is preferred where it is hardly larger.
    """
    if not _are_periods(names):
        return 1
    width = widest(names, style)
    if slot >= width + _BETWEEN:
        return 1
    need = width + _BETWEEN_FEWER
    least = next((step for step in range(2, len(names) + 1) if slot * step >= need), max(2, len(names)))
    for step in range(least, len(names) if spread else least + max(1, least // 2) + 1):
        if (len(names) - 1) % step == 0:
            return step
    return next((step for step in _NICE_STEPS if step >= least), least)


def _are_periods(names: tuple[str, ...]) -> bool:
    """Whether all names are years or dates, of which some may be left out."""
    return all(_PERIOD.match(name) for name in names if name)


def _most_lines(names: tuple[str, ...], room: float, style: Style) -> int:
    return max((_lines(name, room, style) for name in names), default=1)


def _lines(name: str, room: float, style: Style) -> int:
    look = style.text("chart")
    return style.measure.line_count(Paragraph((Run(name, look.size),), look.pitch), room)
