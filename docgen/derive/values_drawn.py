"""The latest values of an indicator as bars: what its page shows where the figures over time have no data yet."""

from __future__ import annotations

from dataclasses import replace

from docgen.derive.alt_text import alt_text
from docgen.derive.category_order import size_order
from docgen.derive.differences import with_differences
from docgen.model import ChartKind
from docgen.model.printing import PLAIN, Printing
from docgen.ready import ReadyFigure, ReadyIndicatorPage, ReadySeries
from docgen.ready.figure_rules import MOST_NUMBERS

_LEAST = 2


def values_drawn(
    record: ReadyIndicatorPage, sources: tuple[str, ...] = (), printing: Printing = PLAIN
) -> tuple[ReadyFigure, ...]:
    """A figure of the latest values, where there are several of one unit and period; else none."""
    latest = [(value.name, value.latest) for value in record.values if value.latest is not None]
    quantities = [(name, observed.quantity) for name, observed in latest]
    alike = {(observed.quantity.unit, printing.period(observed.period)) for _, observed in latest}
    if len(latest) < _LEAST or len(alike) > 1:
        return ()
    unit, period = next(iter(alike))
    kind = ChartKind.NUMBERS if len(latest) <= MOST_NUMBERS else ChartKind.BAR
    if kind is ChartKind.BAR:
        order = size_order([name for name, _ in quantities], [quantity.value for _, quantity in quantities])
        latest, quantities = [latest[index] for index in order], [quantities[index] for index in order]
    numbers = tuple(quantity.value for _, quantity in quantities)
    traces = tuple(observed.trace for _, observed in latest)
    decimals = max(quantity.places for _, quantity in quantities)
    figure = ReadyFigure(
        id="latest",
        title=f"{record.name}（{period}）",
        kind=kind,
        categories=tuple(name for name, _ in quantities),
        series=(ReadySeries(record.name, numbers, unit, decimals, traces=traces),),
        unit=unit,
        labels="all",
        sources=sources,
    )
    figure = with_differences(figure, temporal=False)
    return (replace(figure, alt=alt_text(figure, temporal=False)),)
