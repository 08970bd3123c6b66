"""Values of indicators: the latest number of each and its period."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.forms.content import CONFIRMED, FormContent
from docgen.forms.form import AnswerCell, FormRow
from docgen.model import Indicator, IndicatorValue, Quantity
from docgen.model.series import awaits_latest
from docgen.ready import ReadyObservation

_AWAITED = "（未入力）"


def value_rows(content: FormContent) -> Iterator[FormRow]:
    """A row for each value that has a latest number, or awaits one."""
    for path, value in content.compendium.records:
        if isinstance(value, IndicatorValue):
            indicator = content.compendium.indicators[str(path[1])]
            row = _row(value, indicator, content)
            if row is not None:
                name, shown, answers = row
                item = (f"{indicator.id}/{value.id}")
                yield FormRow(
                    f"values/{item}",
                    path,
                    name,
                    {**shown, "task": content.tasks.get(("values", item), "")},
                    {**answers, **CONFIRMED},
                    content.responsible.of(path),
                    content.item("values", item),
                )


def _row(
    value: IndicatorValue, indicator: Indicator, content: FormContent
) -> tuple[str, dict[str, str | Quantity], dict[str, AnswerCell]] | None:
    """A row's name, its locked cells and its answers; None for a value that has no latest number."""
    ready = content.library.value(indicator, value)
    awaited = awaits_latest(value, content.compendium.tables, None)
    latest = ready.latest
    period = value.latest.period if value.latest is not None else latest.period if latest is not None else None
    if period is None:
        return None
    unit = _unit(value, latest)
    number = latest.quantity if latest is not None and not awaited else None
    shown: dict[str, str | Quantity] = {
        "group": f"{indicator.id} {indicator.name}",
        "name": value.name,
        "unit": unit or "－",
        "now": number if number is not None else _AWAITED,
        "now_period": str(period),
    }
    if ready.last_year is not None:
        shown |= {"before": ready.last_year.quantity, "before_period": str(ready.last_year.period)}
    note = f"{period}の値を入れてください。単位：{unit or 'なし'}。負の数には△又は-を付けてください。"
    answers = {
        "value": AnswerCell("number", f"{number.value:f}" if number is not None else "", unit=unit, note=note),
        "period": AnswerCell(
            "period", str(period), asked=str(period), note=f"{period}以外の時点の値のときは、書き換えてください。"
        ),
    }
    return f"{indicator.id} {value.name}", shown, answers


def _unit(value: IndicatorValue, latest: ReadyObservation | None) -> str:
    stated = value.latest.unit if value.latest is not None else ""
    return stated or value.unit or (latest.quantity.unit if latest is not None else "")
