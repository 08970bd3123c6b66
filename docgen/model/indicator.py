"""Indicators (指標): their values against about five years ago and the plan's target, and their pages."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, model_validator

from docgen.errors import WrongValue
from docgen.model.data import Amount, CellText, Data, Note
from docgen.model.edition import Gap
from docgen.model.figure import Figure
from docgen.model.measured import Measured
from docgen.model.period import Period
from docgen.model.quantity import Places, Unit
from docgen.model.record import Identifier, Named, Prose, Record
from docgen.model.words import Flag, words

TREND_WORDS = words(up=("増加", "上昇"), down=("減少", "低下"), flat=("停滞", "横ばい"), unknown="不明")
"""The words for trends."""
Trend = Annotated[Literal["up", "down", "flat", "unknown"], TREND_WORDS]
TREND_ARROWS: Mapping[str, str] = {"up": "↗", "down": "↘", "flat": "→"}
"""The arrow of each trend; there is none for an unknown one."""
ATTAINMENT_WORDS = words(
    off_track="課題あり", on_track="達成見込み", unknown="不明", no_target=("目標なし", "－")
)
"""The words for attainment."""
Attainment = Annotated[Literal["off_track", "on_track", "unknown", "no_target"], ATTAINMENT_WORDS]
Better = Annotated[
    Literal["higher", "lower"],
    words(
        higher=("高いほど良い", "高いほどよい", "多いほど良い", "多いほどよい", "大きいほど良い"),
        lower=("低いほど良い", "低いほどよい", "少ないほど良い", "少ないほどよい", "小さいほど良い"),
    ),
]
Category = Annotated[Literal["headline", "reference"], words(headline="主要指標", reference="参考指標")]
IndicatorChange = Annotated[
    Literal["new", "redefined", "none"], words(new="新規", redefined="定義変更", none=("変更なし", "なし"))
]


class Observation(Measured):
    """A value at a period. ``label`` is printed after the period: 実績, 予測, 概算, 調査.

    Without ``value`` it is read from the series of the indicator's value, whose unit it has as well.

        {value: 2636, unit: 人, period: 2021年}
    """

    value: Amount | None = None
    unit: Unit = ""
    period: Period
    decimals: Places | None = None
    label: str = ""


class Target(Measured):
    """A target of the plan: an amount by a period, or words.

        {value: 45, unit: "%", due: 2030年度}
    """

    value: Amount | None = None
    unit: Unit = ""
    due: Period | None = None
    decimals: Places | None = None
    text: str | None = None


class Override(Record):
    """A judgement set by a person instead of the computed one, with the reason, which is printed.

        {trend: flat, reason: 調査方法の変更により比較できない}
    """

    trend: Trend | None = None
    attainment: Attainment | None = None
    reason: str


class ValueSeries(Record):
    """The series of a value in a data file: the numbers of ``column`` by the periods in column ``x``.

    ``x_name`` stands after each period where the cells hold years only (年, 年度, 年末); ``where`` keeps the
    rows of one series where the file holds several.

        {data: traffic-deaths, column: deaths_persons, x: year, x_name: 年}
    """

    data: Data
    column: str
    x: str
    x_name: str = ""
    where: Mapping[str, CellText] = {}


class IndicatorValue(Named):
    """One row of the value table: past (about five years ago), latest, forecast, target.

    ``better`` says which direction is an improvement; ``rank`` marks a rank, where 1 is the top. With a
    ``series``, ``latest`` names the period only, and ``past`` is chosen from the series by rule unless it is
    stated; ``unit`` and ``decimals`` are then those of both. ``tolerance`` is how much of the past value a
    change may be and still count as none, where it is not the compendium's.
    """

    name: str
    series: ValueSeries | None = None
    unit: Unit = ""
    decimals: Places | None = None
    tolerance: Decimal | None = Field(default=None, ge=0, lt=1)
    past: Observation | None = None
    latest: Observation | None = None
    forecast: Observation | None = None
    target: Target | None = None
    better: Better = "higher"
    rank: Flag = False
    override: Override | None = None

    @model_validator(mode="after")
    def _read_somewhere(self) -> IndicatorValue:
        stated = {"past": self.past, "latest": self.latest, "forecast": self.forecast}
        for name, observation in stated.items():
            if observation is not None and observation.value is None and self.series is None:
                raise WrongValue("observation-without-value", name=name)
        return self


class IndicatorPage(Named):
    """One page of an indicator: key messages, values, figures, notes.

    Without values and figures it is a page without data.
    ``title`` replaces the indicator's id and name; ``definition`` says what the indicator means where
    there is no data, ``gap`` why there is none. ``last_year`` asks for last year's values in the value table.
    ``responsible`` is the bureau that provides the page, where it is not the indicator's.

        id: traffic
        messages: [死者数は減少。]
        values: [{id: deaths, name: 死者数, latest: {value: 2610, unit: 人, period: 2022年}}]
        sources: [npa-traffic]
    """

    title: str | None = None
    messages: tuple[Prose, ...] = ()
    values: tuple[IndicatorValue, ...] = ()
    figures: tuple[Figure, ...] = ()
    notes: tuple[Note, ...] = ()
    sources: tuple[Identifier, ...] = ()
    definition: tuple[Prose, ...] = ()
    last_year: Flag = False
    gap: Gap | None = None
    responsible: str | None = None


class Indicator(Named):
    """An indicator. ``paired`` holds further ids it is known by (I-1062 and I-1005 are one ranking).

    ``show_id`` says whether pages print its ids, where it is not as the compendium's ``show_ids`` has it.

    ``change`` is the author's word where what is derived from last year's compendium would be wrong;
    ``responsible`` the bureau that provides it, by default that of the section that shows it.

        {id: I-1062, paired: [I-1005], name: 時価総額ランキング, category: headline, pages: [{id: ranking}]}
    """

    paired: tuple[Identifier, ...] = ()
    name: str
    category: Category
    change: IndicatorChange | None = None
    show_id: Flag | None = None
    responsible: str | None = None
    pages: tuple[IndicatorPage, ...]
