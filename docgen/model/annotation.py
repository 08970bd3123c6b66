"""What is drawn into a chart beside its data: shaded periods, arrows of changes, levels, and notes at points."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from docgen.model.data import Number
from docgen.model.record import Prose, Record
from docgen.model.words import words

ChangeKind = Annotated[
    Literal["difference", "rate", "annual", "multiple"],
    words(
        difference=("差", "増減"),
        rate=("増減率", "伸び率", "変化率"),
        annual=("年平均", "年平均伸び率", "年平均増減率", "年平均成長率", "CAGR"),
        multiple=("倍率", "倍"),
    ),
]
"""What an arrow between two points says: ＋240億円, ＋12.3%, 年平均＋2.1%, 1.6倍."""


class ShadedPeriod(Record):
    """Categories that are shaded behind the plot, with what they are; ``to`` may be left out for a single one.

    Where the categories are periods, the shade may begin before the first and end after the last of them.

        {name: 第6期計画期間, from: 2021年度, to: 2025年度}
    """

    name: str = Field(min_length=1)
    first: str | int = Field(alias="from")
    last: str | int | None = Field(default=None, alias="to")


class ChangeArrow(Record):
    """An arrow from one category to another with the change between their values, which is computed.

    Without ``shows`` it is the rate of change, of percentages the difference in points, of ranks the places won or
    lost. ``series`` may be left out where there is only one; over stacks it is then their total.

        {from: 2018年度, to: 2022年度, shows: 年平均}
    """

    first: str | int = Field(alias="from")
    last: str | int = Field(alias="to")
    series: str | None = None
    shows: ChangeKind | None = None


class LevelLine(Record):
    """A line across at a value to compare with, which is no target: a mean, a standard.

        {value: 15.4, name: OECD平均}
    """

    value: Number
    name: str = Field(min_length=1)
    series: str | None = None


class PointNote(Record):
    """A few words at a point, with a line to it. ``series`` may be left out where there is only one.

        {at: 2020年度, text: 感染症の影響}
    """

    at: str | int
    text: Prose = Field(min_length=1)
    series: str | None = None
