"""Measure charts: plan items, measures and budget lines."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.model import Quantity
from docgen.model.measure import BudgetKind, MeasureChange, MeasureStatus
from docgen.ready.value import Trace
from docgen.value import value

CHANGED_WORDS = "red"
"""The colour, as inline markup names it, of words that last year's compendium does not have."""


@value(frozen=True, slots=True)
class ReadyPlanItem:
    """A plan item of a measure chart."""

    id: str
    text: str
    new_page: bool = False


@value(frozen=True, slots=True)
class ReadyMeasure:
    """A measure with its status, the plan items it answers to, and what changed against last year.

    Words that changed stand in its text as ``{red|…}``; ``moved_from`` is last year's status, where the
    status moved. One that is ``carried_over`` waits to be confirmed.
    """

    id: str
    text: str
    status: MeasureStatus | None
    plan_items: tuple[str, ...]
    repeated: bool = False
    owner: str | None = None
    change: MeasureChange | None = None
    moved_from: MeasureStatus | None = None
    carried_over: bool = False


@value(frozen=True, slots=True)
class ReadyBudgetLine:
    """A budget line: amounts by fiscal year with their kind, and what it relates to on this chart.

    Of one that is ``carried_over``, some amounts are last year's still.
    """

    id: str
    name: str
    amounts: Mapping[int, tuple[BudgetKind, Quantity]]
    relates_to: tuple[str, ...] = ()
    note: str | None = None
    traces: tuple[Trace, ...] = ()
    carried_over: bool = False


@value(frozen=True, slots=True)
class ReadyMeasureChart:
    """A measure chart; ``years`` are the fiscal years of its budget columns with their kinds.

    ``fiscal_year`` is the compendium's, None for a chart made in a script; ``previous_year`` that of the
    compendium it is compared with, None where there is none.
    """

    mark: str
    title: str
    group: str
    plan_items: tuple[ReadyPlanItem, ...]
    measures: tuple[ReadyMeasure, ...]
    budgets: tuple[ReadyBudgetLine, ...]
    years: tuple[tuple[int, BudgetKind], ...]
    notes: tuple[str, ...] = ()
    plan_name: str = ""
    fiscal_year: int | None = None
    previous_year: int | None = None

    @property
    def is_known(self) -> bool:
        """Whether anything is known of what the chart shows."""
        return bool(self.plan_items or self.measures)
