"""Measure charts: plan items, measures and the budget lines with their amounts."""

from __future__ import annotations

from docgen.derive.desk import Desk
from docgen.derive.front import compendium_of
from docgen.derive.kinds import Place
from docgen.derive.measure_changes import compared_measures, compared_plan_items
from docgen.derive.numbers import trace_of
from docgen.derive.year_before import open_years
from docgen.errors import DocgenError, FieldPath, nearest
from docgen.model import BudgetLine, BudgetUse, MeasureChart, PageEntry
from docgen.model.budget import Amounts, years_of
from docgen.model.lookup import one_of
from docgen.model.measure import BudgetKind
from docgen.ready import ReadyBudgetLine, ReadyMeasure, ReadyMeasureChart, ReadyPage, ReadyPlanItem


def measure_pages(entry: PageEntry, place: Place, desk: Desk) -> tuple[ReadyPage, ...]:
    """The measure charts that an entry asks for: all, those of an analysis item, or one."""
    charts = compendium_of(desk).measure_charts
    if entry.record is not None and entry.record not in charts:
        raise DocgenError(
            f"there is no measure chart {entry.record!r}",
            where=desk.where((*place.path, "record")),
            expected=one_of(charts, "a measure chart"),
            hint=nearest(entry.record, charts),
        )
    return tuple(
        measure_page(chart, place, desk)
        for chart in charts.values()
        if entry.record in (None, chart.id) and entry.item in (None, chart.item)
    )


def measure_page(chart: MeasureChart, place: Place, desk: Desk) -> ReadyPage:
    """The page of one measure chart."""
    own = desk.for_page()
    items = desk.home.analysis_items if desk.home is not None else {}
    return place.page(
        measure_id(chart),
        "measure_chart",
        ready_measure_chart(chart, own),
        item=items.get(chart.item) if chart.item is not None else None,
        path=("measure_charts", chart.id),
        used=own,
    )


def measure_id(chart: MeasureChart) -> str:
    """The stable id of a measure chart's page: measures/ and the chart's id."""
    return chart.id if chart.id.startswith("measures/") else f"measures/{chart.id}"


def ready_measure_chart(chart: MeasureChart, desk: Desk) -> ReadyMeasureChart:
    """A measure chart with its texts and amounts."""
    path: FieldPath = ("measure_charts", chart.id)
    home_notes = desk.notes(desk.home.measure_notes, ("measure_notes",)) if desk.home is not None else ()
    items = tuple(
        ReadyPlanItem(each.id, desk.text(each.text, (*path, "plan_items", at, "text")), each.new_page)
        for at, each in enumerate(chart.plan_items)
    )
    measures = tuple(
        ReadyMeasure(
            each.id,
            desk.text(each.text, (*path, "measures", at, "text")),
            each.status,
            each.plan_items,
            each.repeated,
            each.owner,
            each.change,
        )
        for at, each in enumerate(chart.measures)
    )
    return ReadyMeasureChart(
        mark=chart.mark,
        title=chart.title,
        group=chart.group,
        plan_items=compared_plan_items(chart, items, desk),
        measures=compared_measures(chart, measures, desk),
        budgets=desk.each(
            lambda at: _ready_line(chart, chart.budgets[at], desk, (*path, "budgets", at)),
            range(len(chart.budgets)),
        ),
        years=_years(chart, desk),
        notes=(*desk.notes(chart.notes, (*path, "notes")), *home_notes),
        plan_name=desk.home.plan_name if desk.home is not None else "",
        fiscal_year=desk.home.fiscal_year if desk.home is not None else None,
        previous_year=desk.previous_year,
    )


def _lines(chart: MeasureChart, desk: Desk) -> dict[str, BudgetLine]:
    """The lines that a chart may use: the compendium's, and its own before them."""
    known = desk.home.budget_lines.values() if desk.home is not None else ()
    return {line.id: line for line in (*known, *chart.budget_lines)}


def _ready_line(chart: MeasureChart, use: BudgetUse, desk: Desk, path: FieldPath) -> ReadyBudgetLine:
    lines = _lines(chart, desk)
    if use.line not in lines:
        raise DocgenError(
            f"there is no budget line {use.line!r}",
            where=desk.where((*path, "line")),
            expected=one_of(lines, "a budget line"),
            hint=nearest(use.line, lines),
        )
    line = lines[use.line]
    amounts = desk.amounts(line)
    traces = tuple(trace_of(cell) for cell in amounts.cells)
    desk.use(*traces)
    return ReadyBudgetLine(
        id=line.id,
        name=line.short_name or line.name,
        amounts=amounts.by_year,
        relates_to=use.relates_to,
        note=line.note,
        traces=traces,
        carried_over=bool(open_years(line, desk)),
    )


def _years(chart: MeasureChart, desk: Desk) -> tuple[tuple[int, BudgetKind], ...]:
    """The chart's budget columns: the years of its lines from last year on, and the three around the fiscal year.

    Those three (last year's, this year's, next year's) stand on every chart where any line of the
    compendium has an amount in them, so that the columns are the same from page to page.
    """
    own = _amounts((chart,), desk)
    if desk.home is None:
        return years_of(own)
    every = dict(years_of(_amounts(tuple(desk.home.measure_charts.values()), desk)))
    known = {year for year, _ in years_of(own)}
    years = {year for year in known if year >= desk.home.fiscal_year - 1} or known
    if own:
        years |= set(range(desk.home.fiscal_year - 1, desk.home.fiscal_year + 2)) & set(every)
    return tuple((year, every[year]) for year in sorted(years) if year in every)


def _amounts(charts: tuple[MeasureChart, ...], desk: Desk) -> list[Amounts]:
    lines: dict[str, BudgetLine] = {}
    for chart in charts:
        known = _lines(chart, desk)
        lines.update({use.line: known[use.line] for use in chart.budgets if use.line in known})
    return list(desk.each(desk.amounts, lines.values()))
