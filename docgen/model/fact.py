"""Facts: numbers with a name, which sentences take by it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from pydantic import Field, model_validator

from docgen.errors import WrongValue
from docgen.model.data import Amount, CellText, Number
from docgen.model.measured import Measured
from docgen.model.period import Period
from docgen.model.quantity import Places, Unit
from docgen.model.record import FormerNames, Identifier, Record
from docgen.model.words import Flag


class RowCount(Record):
    """How many rows of a data file have the cells of ``where``; all of them without it.

        {data: sip3-themes, where: {leader: 決定}}
    """

    data: Identifier
    where: Mapping[str, CellText] = {}


class Fact(Measured):
    """A number for sentences, such as ``{{ pillars }}`` or ``{{ un_staff.dated }}``: a ``value``, a ``sum`` of
    several, or a ``count`` of rows.

    ``period`` is when it holds, ``label`` is said after the period (実績, 予測); ``divide`` states the value in a larger
    unit than its data file does. A fact that is a ``change`` says its direction: 11.3ポイント減. A value may be written
    out with its unit, ``value: 4つ``; a count is such as ``count: {data: sip3-themes, where: {leader: 決定}}``.

        {value: {data: un-staff, column: staff, where: {year_end: 2022}}, unit: 名, period: 2022年末}
    """

    value: Amount | None = None
    sum: tuple[Amount, ...] = ()
    count: RowCount | None = None
    unit: Unit = ""
    decimals: Places | None = None
    divide: Number = Field(default=Decimal(1), gt=0)
    period: Period | None = None
    label: str = ""
    change: Flag = False

    @model_validator(mode="after")
    def _stated_once(self) -> Fact:
        if [self.value is not None, bool(self.sum), self.count is not None].count(True) != 1:
            raise WrongValue("fact-stated-once")
        return self


class ListedFact(Fact):
    """A fact of facts.yaml, which every sentence of the compendium may name by its ``id``.

        {id: sip3_themes, value: {data: measure-counts, column: value, where: {id: sip3_themes}}, unit: 課題}
    """

    id: Identifier
    formerly: FormerNames = ()
