"""Values of indicators: the latest number of each and its period."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.errors import FieldPath
from docgen.forms.content import CONFIRMED, FormContent
from docgen.forms.form import AnswerCell, FormRow
from docgen.model import Indicator, IndicatorValue, Period, Quantity
from docgen.model.series import awaits_latest
from docgen.ready import ReadyObservation, ReadyValue

_AWAITED = "（未入力）"


def value_rows(content: FormContent) -> Iterator[FormRow]:
    """A row for each value that has a latest number, or awaits one."""
    for path, value in content.compendium.records:
        if isinstance(value, IndicatorValue):
            indicator = content.compendium.indicators[str(path[1])]
            ready = content.library.value(indicator, value)
            period = _period(value, ready)
            if period is not None:
                yield _row(value, period, ready, indicator, path, content)


def _row(
    value: IndicatorValue,
    period: Period,
    ready: ReadyValue,
    indicator: Indicator,
    path: FieldPath,
    content: FormContent,
) -> FormRow:
    """The row of a value, whose number is asked for at a ``period``."""
    identifier = f"{indicator.id}/{value.id}"
    unit = _unit(value, ready.latest)
    awaited = awaits_latest(value, content.compendium.tables, None)
    number = ready.latest.quantity if ready.latest is not None and not awaited else None
    last = ready.last_year
    shown: dict[str, str | Quantity] = {
        "group": f"{indicator.id} {indicator.name}",
        "name": value.name,
        "task": content.tasks.get(("values", identifier), ""),
        "unit": unit or "－",
        "now": number if number is not None else _AWAITED,
        "now_period": str(period),
        **({"before": last.quantity, "before_period": str(last.period)} if last is not None else {}),
    }
    note = f"{period}の値を入れてください。単位：{unit or 'なし'}。負の数には△又は-を付けてください。"
    answers = {
        "value": AnswerCell("number", f"{number.value:f}" if number is not None else "", unit=unit, note=note),
        "period": AnswerCell(
            "period", str(period), asked=str(period), note=f"{period}以外の時点の値のときは、書き換えてください。"
        ),
    }
    return FormRow(
        f"values/{identifier}",
        path,
        f"{indicator.id} {value.name}",
        shown,
        {**answers, **CONFIRMED},
        content.responsible.of(path),
        content.item("values", identifier),
    )


def _period(value: IndicatorValue, ready: ReadyValue) -> Period | None:
    """The period of the latest number; None for a value that has none, and no place for one."""
    if value.latest is not None:
        return value.latest.period
    return ready.latest.period if ready.latest is not None else None


def _unit(value: IndicatorValue, latest: ReadyObservation | None) -> str:
    stated = value.latest.unit if value.latest is not None else ""
    return stated or value.unit or (latest.quantity.unit if latest is not None else "")
