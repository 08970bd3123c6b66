"""The value table of an indicator: past, latest, trend, target."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from docgen.blocks.table.cell import BodyRow, Cell, ColumnSpec
from docgen.blocks.table.table import TableBlock
from docgen.model.indicator import TREND_ARROWS
from docgen.ready import ReadyObservation, ReadyTarget, ReadyValue
from docgen.value import value

_FORECAST = "⇒"

VALUE_COLUMNS = ("past", "last_year", "latest", "trend", "target")
"""The columns behind the names of the values, in their order."""


@value(frozen=True, slots=True)
class ValueWords:
    """What the value table prints: its headings, what stands for nothing, and how numbers are written.

    With a heading for ``last_year``, last year's values have a column of their own; ``hidden`` are columns
    left out: past, last_year, latest, trend or target.
    """

    item: str
    past: str
    latest: str
    trend: str
    target: str
    none: str = "－"
    minus: str = "-"
    era: bool = False
    last_year: str = ""
    carried_over: str = ""
    hidden: tuple[str, ...] = ()

    @classmethod
    def of(cls, words: Mapping[str, str], plan: str, *, minus: str = "-", era: bool = False) -> ValueWords:
        """From a pack's words; ``plan`` is the name of the plan that set the targets."""
        return cls(
            item=words["value_item"],
            past=words["value_past"],
            latest=words["value_latest"],
            trend=words["value_trend"],
            target=words["value_target"].format(plan=plan),
            none=words["none"],
            carried_over=words["carried_over"],
            minus=minus,
            era=era,
        )


def value_table(values: Sequence[ReadyValue], id: str, words: ValueWords) -> TableBlock:
    """A row for each value: 「3,694人【2017年】」, an arrow as trend, a forecast below the latest; numbers stand with their
    decimal points one below the other."""
    columns = [ColumnSpec(words.item, "left")]
    columns.extend(
        ColumnSpec(getattr(words, name), "center" if name == "trend" else "decimal") for name in _shown(words)
    )
    return TableBlock(id, tuple(columns), tuple(_row(value, words) for value in values))


def _shown(words: ValueWords) -> tuple[str, ...]:
    names = [name for name in VALUE_COLUMNS if name not in words.hidden]
    return tuple(name for name in names if name != "last_year" or words.last_year)


def _row(value: ReadyValue, words: ValueWords) -> BodyRow:
    latest = _observed(value.latest, words)
    if value.forecast is not None:
        forecast = f"{_FORECAST} {_observed(value.forecast, words)}"
        latest = f"{latest}\n{forecast}" if value.latest is not None else forecast
    if value.carried_over:
        latest = f"{latest}\n**〔{words.carried_over}〕**"
    cells = {
        "past": Cell(_observed(value.past, words)),
        "last_year": Cell(_observed(value.last_year, words)),
        "latest": Cell(latest),
        "trend": Cell(TREND_ARROWS.get(value.trend, words.none)),
        "target": Cell(targeted(value.target, words)),
    }
    return BodyRow((Cell(value.name), *(cells[name] for name in _shown(words))))


def _observed(observation: ReadyObservation | None, words: ValueWords) -> str:
    if observation is None:
        return words.none
    period = observation.period.format(era=words.era)
    return f"{observation.quantity.format(minus=words.minus)}【{period}{observation.label}】"


def targeted(target: ReadyTarget | None, words: ValueWords) -> str:
    """A target as it is printed: words, or a quantity and when it is due."""
    if target is None:
        return words.none
    text = target.text or (target.quantity.format(minus=words.minus) if target.quantity else words.none)
    return f"{text}【{target.due.format(era=words.era)}】" if target.due is not None else text
