"""A waterfall: columns that float on an unseen one, with lines from each level to the next, as every program draws them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.blocks.chart.texts import chart_word, number_text, short_unit
from docgen.layout.style import Style
from docgen.placed import Line, NumberFormat, PlacedSeries
from docgen.ready import ReadyFigure
from docgen.value import value

_LINK = 0.75  # points


@value(frozen=True, slots=True)
class _Step:
    """A column from ``low`` to ``high``; ``level`` is where it leads to."""

    low: float
    high: float
    level: float
    part: str

    @property
    def height(self) -> float:
        """The length of the column, without what floating numbers add to it."""
        return float(f"{self.high - self.low:.12g}")


def waterfall_series(figure: ReadyFigure, style: Style) -> tuple[PlacedSeries, ...]:
    """The series of a waterfall: what its columns float on, the columns by what they are, the lines, the numbers."""
    steps, form = tuple(_steps(figure)), _form(figure, style)
    fills = dict(zip(("total", "rise", "fall"), style.chart.series, strict=False))
    columns = [
        PlacedSeries(
            chart_word(f"step_{part}", style),
            tuple(step.height if step.part == part else None for step in steps),
            fills[part],
            number_format=form,
        )
        for part in fills
        if any(step.part == part for step in steps)
    ]
    foot = tuple(step.low or None for step in steps)
    unseen, name = Line("paper", 0), chart_word("step_base", style)
    base = PlacedSeries(name, foot, "paper", number_format=form, line=unseen, in_legend=False)
    return (base, *columns, *_links(steps, form, style), _numbers(figure, steps, form, style))


def _steps(figure: ReadyFigure) -> Iterator[_Step]:
    """The columns, each from the level before it; those of levels from zero."""
    level = 0.0
    for index, number in enumerate(figure.series[0].values):
        value, before = float(number or 0), level
        if index in figure.totals:
            level = value
            yield _Step(0, value, level, "total")
        else:
            level = float(f"{before + value:.12g}")
            yield _Step(min(before, level), max(before, level), level, "rise" if value >= 0 else "fall")


def _links(steps: Sequence[_Step], form: NumberFormat, style: Style) -> Iterator[PlacedSeries]:
    """A line from each column to the next, at the level where the one ends and the other begins."""
    axis = style.chart.axis
    line, word = Line("rule" if axis is None else axis.colour, _LINK), chart_word("step_link", style)
    for index, step in enumerate(steps[:-1]):
        values = tuple(step.level if point in (index, index + 1) else None for point in range(len(steps)))
        yield PlacedSeries(f"{word} {index + 1}", values, line.colour, "line", form, line=line, in_legend=False)


def _numbers(figure: ReadyFigure, steps: Sequence[_Step], form: NumberFormat, style: Style) -> PlacedSeries:
    """The labels over the columns: a level as it is, a change with its sign."""
    values = [float(value or 0) for value in figure.series[0].values]
    texts = {}
    for point, (step, number) in enumerate(zip(steps, values, strict=True)):
        plus = "+" if step.part != "total" and number > 0 else ""
        texts[point] = f"{plus}{number_text(number, form)}"
    return PlacedSeries(
        figure.series[0].name,
        tuple(step.high for step in steps),
        "ink",
        "line",
        form,
        line=Line("ink", 0),
        labels=() if figure.labels == "none" else tuple(texts),
        label_position="above",
        label_texts=texts,
        in_legend=False,
    )


def _form(figure: ReadyFigure, style: Style) -> NumberFormat:
    series = figure.series[0]
    return NumberFormat(series.decimals, short_unit(figure.unit_of(series)), style.pack.minus)
