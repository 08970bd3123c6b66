"""The words of sentences: what may follow the name of a value or a fact after a dot, and how each is printed.

``{{ traffic_deaths.past.dated }}`` is 3,694人（2017年）, ``{{ traffic_deaths.percent_change }}`` 29.3%減. The words
themselves are listed in ``docgen.model.prose``, by which content is checked before a sentence is rendered.
"""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

from docgen.errors import DocgenError
from docgen.model import Period, Quantity
from docgen.model.indicator import ATTAINMENT_WORDS, TREND_WORDS
from docgen.model.printing import Printing
from docgen.model.prose import (
    CHANGE_WORDS,
    NUMBER_WORDS,
    OBSERVATION_WORDS,
    PERIOD_WORDS,
    TARGET_WORDS,
    VALUE_WORDS,
)
from docgen.model.quantity import rounded
from docgen.model.words import FieldWords
from docgen.prose.filters import multiple, percentage
from docgen.prose.number import Number, Phrase, Words
from docgen.ready import ReadyObservation, ReadyTarget, ReadyValue
from docgen.value import value

_RANK = "位"


def word(value: object, printing: Printing) -> object:
    """What a sentence says of ``value``, which the data gives; what is no value of docgen's stays as it is."""
    if isinstance(value, Quantity):
        return Number.of(value, printing)
    if isinstance(value, Decimal | int) and not isinstance(value, bool):
        return Number.plain(value, printing)
    if isinstance(value, ReadyValue):
        return ValueWords(value, printing)
    if isinstance(value, ReadyObservation):
        return dated_number(value.quantity, value.period, value.label, printing)
    if isinstance(value, ReadyTarget):
        return _target(value, printing)
    return PeriodWord(value, printing) if isinstance(value, Period) else value


def dated_number(quantity: Quantity, period: Period | None, label: str, printing: Printing) -> DatedNumber:
    """A quantity with the period that it is of, where there is one."""
    number = Number.of(quantity, printing)
    return DatedNumber(
        number.decimal, number.unit, number.decimals, grouped=True, printing=printing, period=period, label=label
    )


def _target(target: ReadyTarget, printing: Printing) -> TargetText | TargetNumber:
    if target.quantity is None or target.text:
        return TargetText(target, printing)
    number = dated_number(target.quantity, target.due, "", printing)
    return TargetNumber(
        number.decimal, number.unit, number.decimals, grouped=True, printing=printing, period=number.period
    )


@value(frozen=True, slots=True, eq=False)
class PeriodWord(Phrase):
    """A period: 2022年度."""

    WORDS: ClassVar[tuple[str, ...]] = PERIOD_WORDS

    period: Period
    printing: Printing

    @property
    def number(self) -> int:
        """The year that it is called by."""
        return self.period.number

    @property
    def fiscal_year(self) -> int:
        """The fiscal year in which it ends."""
        return self.period.fiscal_year

    def __str__(self) -> str:
        return self.printing.period(self.period)


@value(frozen=True, slots=True, eq=False)
class DatedNumber(Number):
    """A number with its period, and the ``label`` that is said after the period: 実績, 予測, 調査."""

    WORDS: ClassVar[tuple[str, ...]] = (*NUMBER_WORDS, *OBSERVATION_WORDS)

    period: Period | None = None
    label: str = ""

    @property
    def when(self) -> str:
        """The period with the label: 2035年予測."""
        if self.period is None:
            raise DocgenError("word-without-period", number=str(self))
        return f"{self.printing.period(self.period)}{self.label}"

    @property
    def dated(self) -> str:
        """The number with its period: 2,610人（2022年）."""
        return f"{self}（{self.when}）"


@value(frozen=True, slots=True, eq=False)
class TargetNumber(DatedNumber):
    """A target: a number, and the period by which it is to be reached."""

    WORDS: ClassVar[tuple[str, ...]] = (*NUMBER_WORDS, *TARGET_WORDS)

    @property
    def due(self) -> Period | None:
        """The period by which it is to be reached."""
        return self.period


@value(frozen=True, slots=True, eq=False)
class TargetText(Phrase):
    """A target in words."""

    WORDS: ClassVar[tuple[str, ...]] = ("due", "text")

    target: ReadyTarget
    printing: Printing

    @property
    def due(self) -> Period | None:
        """The period by which it is to be reached."""
        return self.target.due

    @property
    def text(self) -> str:
        """The words."""
        return str(self)

    def __str__(self) -> str:
        return str(self.target)


@value(frozen=True, slots=True, eq=False)
class Change(Number):
    """A change, which says its direction: 26人減, 3.2ポイント増, 4ランク後退."""

    WORDS: ClassVar[tuple[str, ...]] = (*NUMBER_WORDS, *CHANGE_WORDS)

    rise: str = "増"
    fall: str = "減"
    none: str = "増減なし"

    @classmethod
    def by(cls, difference: Number, *, rank: bool = False) -> Change:
        """The change by a number with its sign; a greater ``rank`` is a worse one."""
        unit = "ランク" if rank and difference.unit in ("", _RANK) else difference.unit
        words = ("後退", "上昇", "同順位") if rank else ("増", "減", "増減なし")
        places, endless = difference.decimals, difference.endless
        return cls(difference.decimal, unit, places, True, endless, difference.printing, *words)

    @property
    def amount(self) -> Number:
        """The change without its direction: 26人."""
        return Number(abs(self.decimal), self.unit, self.decimals, True, self.endless, self.printing)

    @property
    def direction(self) -> str:
        """The word of the direction: 増, 減, for a rank 上昇, 後退; 増減なし, 同順位 where nothing changed."""
        if not rounded(self.decimal, self.quantity.places):
            return self.none
        return self.rise if self.decimal > 0 else self.fall

    def __str__(self) -> str:
        return self.none if self.direction == self.none else f"{self.amount}{self.direction}"


@value(frozen=True, slots=True, eq=False)
class JudgementWord(Phrase):
    """A judgement in the field's word; it equals each word for it, in English and Japanese."""

    value: str
    words: FieldWords
    place: int = 0

    def __eq__(self, other: object) -> bool:
        if isinstance(other, JudgementWord):
            return self.value == other.value
        return isinstance(other, str) and self.words.value(other) == self.value

    def __hash__(self) -> int:
        return hash(self.value)

    def __str__(self) -> str:
        spelled = dict(self.words.japanese)[self.value]
        return spelled[min(self.place, len(spelled) - 1)]


@value(frozen=True, slots=True)
class ValueWords(Words):
    """A value of an indicator; it is not printed itself, its parts are."""

    WORDS: ClassVar[tuple[str, ...]] = VALUE_WORDS

    value: ReadyValue
    printing: Printing

    @property
    def name(self) -> str:
        """Its name in the value table."""
        return self.value.name

    @property
    def past(self) -> ReadyObservation | None:
        """The value of about five years ago."""
        return self.value.past

    @property
    def latest(self) -> ReadyObservation | None:
        """The latest value."""
        return self.value.latest

    @property
    def forecast(self) -> ReadyObservation | None:
        """What is expected."""
        return self.value.forecast

    @property
    def target(self) -> ReadyTarget | None:
        """The plan's target."""
        return self.value.target

    @property
    def last_year(self) -> ReadyObservation | None:
        """The latest value in last year's compendium."""
        return self.value.last_year

    @property
    def trend(self) -> JudgementWord:
        """Its trend: 増加, 減少, 停滞; of a rank 上昇, 低下, 横ばい."""
        return JudgementWord(self.value.trend, TREND_WORDS, 1 if self.value.rank else 0)

    @property
    def attainment(self) -> JudgementWord:
        """Whether the target is being attained: 達成見込み, 課題あり."""
        return JudgementWord(self.value.attainment, ATTAINMENT_WORDS)

    @property
    def change(self) -> Change | None:
        """Latest less past: 1,084人減; of percentages in points, of ranks in ranks."""
        past, latest = self._ends
        return Change.by(latest - past, rank=self.value.rank) if past is not None and latest is not None else None

    @property
    def points(self) -> Change | None:
        """The change of a percentage: 3.2ポイント増."""
        change = self.change
        if change is not None and change.unit != "ポイント":
            raise DocgenError("word-points", name=self.name)
        return change

    @property
    def percent_change(self) -> Change | None:
        """The change in percent of the past value: 29.3%減."""
        ratio = self.ratio
        return Change.by(percentage(ratio - 1)) if ratio is not None else None

    @property
    def ratio(self) -> Number | None:
        """Latest divided by past, a plain number: ``{{ exports.ratio|decimals(2) }}``."""
        past, latest = self._ends
        if past is not None and latest is not None and past < 0:
            raise DocgenError("word-of-negative", name=self.name, past=str(past), latest=str(latest))
        return (latest / past).value if past and latest is not None else None

    @property
    def _ends(self) -> tuple[Number | None, Number | None]:
        """The past and the latest value, as far as they are there."""
        past, latest = self.value.past, self.value.latest
        return (
            Number.of(past.quantity, self.printing) if past is not None else None,
            Number.of(latest.quantity, self.printing) if latest is not None else None,
        )

    @property
    def multiple(self) -> str | None:
        """How many times the past value the latest is: 約1.6倍."""
        ratio = self.ratio
        return multiple(ratio) if ratio is not None else None

    @property
    def rank(self) -> ReadyObservation | None:
        """The latest rank: 35位."""
        if not self.value.rank:
            raise DocgenError("word-rank", name=self.name)
        return self.value.latest
