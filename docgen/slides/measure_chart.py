"""A measure chart (施策チャート): plan items, the strategy's measures with their status, and budget lines.

The page is one block in the slot ``body``: the flow with its legend and notes, so that where it goes on on
another page each page's legend shows what occurs there.

>>> import docgen
>>> record = docgen.MeasureChart(
...     id="lunar",
...     mark="①",
...     title="月面探査の推進",
...     plan_items=[{"id": "P1", "text": "国際協力による月面探査"}],
...     measures=[{"id": "M1", "text": "探査機の開発", "status": "expanded", "plan_items": ["P1"]}],
... )
>>> docgen.Deck().add(record).build().placed.slides[0].kind
'measure_chart'
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

from docgen.blocks.flow.boxes import BoxLook, FlowBox, FlowColumn, Heads
from docgen.blocks.flow.flow import Flow
from docgen.blocks.flow.keyed import KeyedFlow
from docgen.blocks.text.legend import status_entry
from docgen.layout.pack import StatusLook
from docgen.layout.style import line
from docgen.model import Quantity
from docgen.model.record import Record
from docgen.placed import Line
from docgen.ready import ReadyBudgetLine, ReadyMeasureChart
from docgen.slides import Draft, LayoutPack, ReadyPage, options_of
from docgen.slides.no_data import no_data_statement
from docgen.slides.parts.changes import (
    CHANGED,
    carried_over_mark,
    change_keys,
    change_signs,
    measure_text,
)
from docgen.slides.parts.measure_budgets import BudgetForm, amount_cells, change_cell, common_unit, totals
from docgen.slides.parts.page import item_tag

# How the width is shared between plan items, measures and budgets.
_SHARES = (0.24, 0.42, 0.34)
# What a column of changes adds to the budgets' share.
_FOR_CHANGE = 0.1
_NEUTRAL = "neutral"
_TOTAL = "total"
HeadWord = Literal["measure_plan", "measure_strategy", "measure_budget"]


class MeasureChartOptions(Record):
    """What a bureau may want otherwise: ``options: {measure_chart: …}`` of its layout pack.

    ``heads`` replaces the pack's words for the columns' heads (measure_plan, measure_strategy,
    measure_budget). ``one_unit`` states all amounts of a chart in one unit. ``total`` is the name of a line
    with the sums, ``change`` the head of a column with the change from the year before; None leaves them
    out. ``content_order`` keeps the content's order even where lines cross. ``columns`` are those shown,
    from the left.
    """

    budgets: bool = True
    owners: bool = False
    one_unit: bool = True
    content_order: bool = False
    total: str | None = None
    change: str | None = None
    heads: Mapping[HeadWord, str] = {}
    columns: tuple[Literal["plan", "measures", "budgets"], ...] = ("plan", "measures", "budgets")


def build(page: ReadyPage, record: ReadyMeasureChart, pack: LayoutPack) -> Draft:
    """The slide of a measure chart; one of which nothing is known yet says so."""
    title = f"{record.mark} {record.title}"
    tag = item_tag(page.item, pack) or pack.words["measure_tag"].format(mark=record.mark)
    texts = {"title": title, "tag": tag, "running": page.running}
    body = chart_block(page.id, record, pack) if record.is_known else no_data_statement(page.id, pack)
    return Draft(page.id, page.kind, title, texts, {"body": body})


def chart_block(
    identifier: str, chart: ReadyMeasureChart, pack: LayoutPack, options: MeasureChartOptions | None = None
) -> KeyedFlow:
    """The chart as a block; ``identifier`` begins the ids of its marks. The options are the pack's if None."""
    chosen = options or options_of(pack, "measure_chart", MeasureChartOptions)
    with_budgets = chosen.budgets and "budgets" in chosen.columns
    chart = replace(chart, budgets=_each_once(chart.budgets) if with_budgets else ())
    makers = {"plan": _plan_column, "measures": _measure_column, "budgets": _budget_column}
    shown = [name for name in chosen.columns if name != "budgets" or chart.budgets]
    columns = tuple(makers[name](chart, pack, chosen) for name in shown)
    flow = Flow(
        id=f"{identifier}/chart",
        columns=columns,
        links=_links(chart, columns),
        heads=_heads(chart.group, shown, pack),
        line=Line(pack.roles["note"].colour, 0.75),
    )
    statuses = [
        (_status_look(look), status_entry(pack.words[status], look)) for status, look in pack.statuses.items()
    ]
    return KeyedFlow(flow, (*statuses, *change_keys(chart, pack)), chart.notes)


def _heads(group: str, shown: Sequence[str], pack: LayoutPack) -> Heads:
    """The group's title stands over plan items and measures, where these come first, else over all."""
    wide = len(shown) if "budgets" in shown[:2] else min(2, len(shown))
    return Heads(group, wide if group else 0, pack.roles["heading"].colour, "pale_head")


def _head(word: HeadWord, pack: LayoutPack, options: MeasureChartOptions) -> str:
    return options.heads.get(word, pack.words[word])


def _plan_column(chart: ReadyMeasureChart, pack: LayoutPack, options: MeasureChartOptions) -> FlowColumn:
    look = BoxLook(fill=pack.table.band_fill, border=Line(pack.roles["heading"].colour, 0.75))
    head = options.heads.get("measure_plan") or chart.plan_name or pack.words["measure_plan"]
    boxes = tuple(
        FlowBox(
            item.id, item.text, look, new_page=item.new_page, underlined=CHANGED, signs=change_signs(item.text, None)
        )
        for item in chart.plan_items
    )
    return FlowColumn(boxes, head, _SHARES[0], options.content_order)


def _measure_column(chart: ReadyMeasureChart, pack: LayoutPack, options: MeasureChartOptions) -> FlowColumn:
    looks = {status: _status_look(look) for status, look in pack.statuses.items()}
    boxes = tuple(
        FlowBox(
            measure.id,
            measure_text(measure, pack),
            looks[measure.status or _NEUTRAL],
            caption=(measure.owner or "") if options.owners else "",
            underlined=CHANGED,
            struck=measure.change == "dropped",
            signs=change_signs(measure.text, measure.change, measure.moved_from is not None),
        )
        for measure in chart.measures
    )
    head = _head("measure_strategy", pack, options)
    return FlowColumn(boxes, head, _SHARES[1], options.content_order)


def _status_look(look: StatusLook) -> BoxLook:
    return BoxLook(fill=look.fill, border=line(look.border), mark=look.mark, mark_colour=look.mark_colour)


def _budget_column(chart: ReadyMeasureChart, pack: LayoutPack, options: MeasureChartOptions) -> FlowColumn:
    lines = [(budget, {year: amount for year, (_, amount) in budget.amounts.items()}) for budget in chart.budgets]
    unit = common_unit([amount for _, amounts in lines for amount in amounts.values()], convert=options.one_unit)
    form = BudgetForm(unit, pack.words["none"], pack.minus)
    years = [year for year, _ in chart.years]

    def cells(amounts: Mapping[int, Quantity]) -> tuple[str, ...]:
        change = (change_cell(amounts, years, form),) if options.change else ()
        return (*amount_cells(amounts, years, form), *change)

    look = BoxLook("budget", border=line(pack.table.rule))
    boxes = [
        FlowBox(_budget_id(budget), _budget_name(budget, pack), look, budget.note or "", cells(amounts))
        for budget, amounts in lines
    ]
    if options.total and unit:
        sums = totals([amounts for _, amounts in lines], years, unit)
        boxes.append(FlowBox(_TOTAL, options.total, replace(look, fill=pack.table.total_fill), cells=cells(sums)))
    head = _head("measure_budget", pack, options)
    heads = [
        f"{pack.words['fiscal_year'].format(year=pack.printing.year(year))}\n{pack.words[kind]}"
        for year, kind in chart.years
    ]
    return FlowColumn(
        tuple(boxes),
        f"{head}（{unit}）" if unit else head,
        _SHARES[2] + (_FOR_CHANGE if options.change else 0.0),
        options.content_order,
        (*heads, options.change) if options.change else tuple(heads),
    )


def _budget_name(budget: ReadyBudgetLine, pack: LayoutPack) -> str:
    return (carried_over_mark(pack) if budget.carried_over else "") + budget.name


def _budget_id(budget: ReadyBudgetLine) -> str:
    """A budget line's id apart from those of plan items and measures."""
    return f"budget/{budget.id}"


def _each_once(budgets: Sequence[ReadyBudgetLine]) -> tuple[ReadyBudgetLine, ...]:
    """Each line once, related to all that it relates to wherever it stands on the chart."""
    lines: dict[str, ReadyBudgetLine] = {}
    for budget in budgets:
        first = lines.setdefault(budget.id, budget)
        related = dict.fromkeys((*first.relates_to, *budget.relates_to))
        lines[budget.id] = replace(first, relates_to=tuple(related))
    return tuple(lines.values())


def _links(chart: ReadyMeasureChart, columns: Sequence[FlowColumn]) -> tuple[tuple[str, str], ...]:
    """The boxes of plan items, measures and budgets that belong together, each pair from left to right."""
    plans = [(item, measure.id) for measure in chart.measures for item in measure.plan_items]
    paid = [(related, _budget_id(budget)) for budget in chart.budgets for related in budget.relates_to]
    column_of = {box.id: number for number, column in enumerate(columns) for box in column.boxes}
    pairs = [pair for pair in (*plans, *paid) if column_of.keys() >= set(pair)]
    return tuple((first, second) if column_of[first] <= column_of[second] else (second, first) for first, second in pairs)
