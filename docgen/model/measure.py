"""Measure charts (施策チャート): plan items, the strategy's measures, budget lines by fiscal year."""

from __future__ import annotations

from typing import Annotated, Literal

from docgen.model.data import Amount, Data, Note
from docgen.model.measured import Measured
from docgen.model.quantity import Unit
from docgen.model.record import Identifier, Named, Prose, Record
from docgen.model.words import Flag, words
from docgen.model.year import Year

MEASURE_STATUS_WORDS = words(
    continuing=("実施済・継続", "実施済", "実施済み", "実施済み・継続", "継続"),
    expanded=("新規・大幅拡充", "新規", "大幅拡充"),
    upcoming="今後実施",
)
"""The words for the states of a measure."""
MeasureStatus = Annotated[Literal["continuing", "expanded", "upcoming"], MEASURE_STATUS_WORDS]
MeasureChange = Annotated[
    Literal["new", "dropped", "none"], words(new="新規", dropped="記載なし", none=("変更なし", "なし"))
]
BUDGET_KIND_WORDS = words(
    executed="執行額", budgeted=("予算額・執行額", "予算額"), requested=("概算要求", "概算要求額")
)
"""The words for the kinds of amounts, in records and in data files."""
BudgetKind = Annotated[Literal["executed", "budgeted", "requested"], BUDGET_KIND_WORDS]


class BudgetAmount(Measured):
    """An amount of a budget line in one fiscal year.

        {fiscal_year: 2023, kind: budgeted, value: 1500, unit: 百万円}
    """

    fiscal_year: Year
    kind: BudgetKind
    value: Amount
    unit: Unit


class BudgetLine(Named):
    """A programme's budget, defined once and used on any number of charts.

    Its amounts are written out, or read from the rows of dataset ``data`` whose column ``measure`` (or
    ``name``) holds ``data_name`` (by default the line's name); the other columns are ``fiscal_year``,
    ``kind`` (執行額, 予算額・執行額, 概算要求), ``amount`` and ``unit`` (or ``amount_as_given`` and
    ``unit_as_given``).

        {id: moonshot, name: ムーンショット型研究開発プログラム, data: budgets}
    """

    name: str
    amounts: tuple[BudgetAmount, ...] = ()
    data: Data | None = None
    data_name: str | None = None
    short_name: str | None = None
    note: str | None = None


class PlanItem(Named):
    """An item of the basic plan (left column). ``new_page`` starts a page with it.

        {id: P1, text: 「総合知」に関する検討と取りまとめ}
    """

    text: Prose
    new_page: Flag = False


class Measure(Named):
    """A measure of the strategy (middle column). ``status`` None is drawn neutral.

    ``plan_items`` are the items it answers to. What changed against last year's compendium is derived from
    that, where it is loaded as well; the author may state it instead: ``change`` says that last year's does
    not have the measure, that this year's source has it no longer, or that nothing changed (``none``), and
    words that changed stand in the text as ``{red|…}``.

        {id: M1, text: 「総合知ポータルサイト」の開設, status: continuing, plan_items: [P1]}
    """

    text: Prose
    status: MeasureStatus | None = None
    plan_items: tuple[Identifier, ...] = ()
    repeated: Flag = False
    owner: str | None = None
    change: MeasureChange | None = None


class BudgetUse(Record):
    """A budget line on a chart, with the measures or plan items it relates to.

        {line: moonshot, relates_to: [M1]}
    """

    line: Identifier
    relates_to: tuple[Identifier, ...] = ()


class MeasureChart(Named):
    """One measure group (施策群) with its plan items, measures and budgets.

    Of a chart that is not ``complete``, only what it states is known: next year, a measure that is not in it
    is not taken for a new one, unless it is among the ``unlisted``, which it is known not to have had.
    ``responsible`` is the bureau that provides it, by default that of the section that shows it.

        id: measures-1-strategy
        mark: ①
        title: 未来社会像とエビデンスに基づく戦略策定
        item: strategy
        plan_items: [{id: P1, text: 「総合知」に関する検討と取りまとめ}]
        measures: [{id: M1, text: 「総合知ポータルサイト」の開設, plan_items: [P1]}]
        budgets: [{line: moonshot, relates_to: [M1]}]
    """

    mark: str
    title: str
    item: Identifier | None = None
    group: str = ""
    plan_items: tuple[PlanItem, ...] = ()
    measures: tuple[Measure, ...] = ()
    budgets: tuple[BudgetUse, ...] = ()
    budget_lines: tuple[BudgetLine, ...] = ()
    notes: tuple[Note, ...] = ()
    complete: Flag = True
    unlisted: tuple[Identifier, ...] = ()
    responsible: str | None = None
