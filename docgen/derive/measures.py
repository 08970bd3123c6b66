"""Measure charts: plan items, measures and the budget lines with their amounts."""

from __future__ import annotations

from collections.abc import Iterable

from docgen.derive.desk import Desk
from docgen.derive.kinds import Place
from docgen.derive.measure_changes import compared_measures, compared_plan_items
from docgen.derive.open_items import open_years
from docgen.derive.plan import page_id_in
from docgen.errors import FieldPath
from docgen.messages import message
from docgen.model import BudgetLine, BudgetUse, MeasureChart, PageEntry
from docgen.model.budget import Amounts, years_of
from docgen.model.lookup import named
from docgen.model.measure import BudgetKind
from docgen.ready import ReadyBudgetLine, ReadyMeasureChart, ReadyPage, Trace


def measure_pages(entry: PageEntry, place: Place, desk: Desk) -> tuple[ReadyPage, ...]:
    """The measure charts that an entry asks for: all, those of an analysis item, or one."""
    charts = desk.compendium.measure_charts
    if entry.record is not None:
        named(entry.record, charts, message("noun-measure-chart"), desk.where((*place.path, "record")))
    return tuple(
        measure_page(chart, place, desk)
        for chart in charts.values()
        if entry.record in (None, chart.id) and entry.item in (None, chart.item)
    )


def measure_page(chart: MeasureChart, place: Place, desk: Desk) -> ReadyPage:
    """The page of one measure chart."""
    page_desk = desk.for_page()
    return place.page(
        page_id_in("measures", chart.id),
        "measure_chart",
        _ready_chart(chart, page_desk),
        item=desk.library.content.analysis_items.get(chart.item or ""),
        path=("measure_charts", chart.id),
        desk=page_desk,
    )


def _ready_chart(chart: MeasureChart, desk: Desk) -> ReadyMeasureChart:
    path: FieldPath = ("measure_charts", chart.id)
    content = desk.library.content
    of_all_charts = desk.notes(content.measure_notes, ("measure_notes",))
    return ReadyMeasureChart(
        mark=chart.mark,
        title=chart.title,
        group=chart.group,
        plan_items=compared_plan_items(chart, desk),
        measures=compared_measures(chart, desk),
        budgets=desk.problems.each(
            lambda index: _ready_line(chart, chart.budgets[index], desk, (*path, "budgets", index)),
            range(len(chart.budgets)),
        ),
        years=_years(chart, desk),
        notes=(*desk.notes(chart.notes, (*path, "notes")), *of_all_charts),
        plan_name=content.plan_name,
        fiscal_year=desk.library.fiscal_year,
        previous_year=desk.library.previous_year,
    )


def _lines(chart: MeasureChart, desk: Desk) -> dict[str, BudgetLine]:
    """The lines that a chart may use: the compendium's, and its own before them."""
    known = desk.library.content.budget_lines.values()
    return {line.id: line for line in (*known, *chart.budget_lines)}


def _ready_line(chart: MeasureChart, use: BudgetUse, desk: Desk, path: FieldPath) -> ReadyBudgetLine:
    line = named(use.line, _lines(chart, desk), message("noun-budget-line"), desk.where((*path, "line")))
    amounts = desk.reader.amounts(line)
    return ReadyBudgetLine(
        id=line.id,
        name=line.short_name or line.name,
        amounts=amounts.by_year,
        relates_to=use.relates_to,
        note=line.note,
        traces=tuple(map(Trace.of, amounts.cells)),
        carried_over=bool(open_years(line, desk.library)),
    )


def _years(chart: MeasureChart, desk: Desk) -> tuple[tuple[int, BudgetKind], ...]:
    """The chart's budget columns: the years of its lines from last year on, and the three around the fiscal year.

    Those three (last year's, this year's, next year's) stand on every chart where any line of the
    compendium has an amount in them, so that the columns are the same from page to page.
    """
    own = years_of(_amounts((chart,), desk))
    compendium = desk.library.home
    if compendium is None:
        return own
    every = dict(years_of(_amounts(compendium.measure_charts.values(), desk)))
    around = compendium.budget_years
    known = {year for year, _ in own}
    years = {year for year in known if year >= around.start} or known
    if chart.budgets:
        years |= set(around) & set(every)
    return tuple((year, every[year]) for year in sorted(years) if year in every)


def _amounts(charts: Iterable[MeasureChart], desk: Desk) -> tuple[Amounts, ...]:
    lines: dict[str, BudgetLine] = {}
    for chart in charts:
        known = _lines(chart, desk)
        lines.update({use.line: known[use.line] for use in chart.budgets if use.line in known})
    return desk.problems.each(desk.library.amounts, lines.values())
