"""Periods as the field writes them: 2022年, 2022年度, 2022年末, 2021年度末, 2023年3月, 2023年5月18日, spans.

A period sorts by its last day, prints in Western or era style, and knows its fiscal year, which begins on
1 April and ends on 31 March of the next calendar year.
"""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import MAXYEAR, date
from functools import lru_cache, total_ordering
from typing import TYPE_CHECKING, Any, Literal

from docgen.errors import WrongValue

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic_core import CoreSchema

PeriodKind = Literal["year", "fiscal_year", "year_end", "fiscal_year_end", "month", "day", "span"]

# A smaller number is the year of an era: 5 for 令和5年. 0 stands for no year, where a script makes a page alone.
_FIRST_YEAR = 1000
# First days of the eras (元号法 and the orders that set them).
_ERAS = (("令和", date(2019, 5, 1)), ("平成", date(1989, 1, 8)), ("昭和", date(1926, 12, 25)))
# As officials abbreviate them: R5, H30.
_ERA_LETTERS = {"R": "令和", "H": "平成", "S": "昭和"}
_ERA_NAMES = "|".join((*(name for name, _ in _ERAS), *_ERA_LETTERS))
_YEAR = rf"(?P<era>{_ERA_NAMES})?(?P<year>元|\d{{1,4}})"
_PATTERNS: tuple[tuple[PeriodKind, str], ...] = (
    ("fiscal_year_end", rf"{_YEAR}年度末|FY(?P<fy>\d{{4}})\s*end"),
    ("fiscal_year", rf"{_YEAR}年度|FY(?P<fy>\d{{4}})"),
    ("year_end", rf"{_YEAR}年末"),
    ("day", rf"{_YEAR}(?:年|/|-|\.)(?P<month>\d{{1,2}})(?:月|/|-|\.)(?P<day>\d{{1,2}})日?"),
    # 2023.4 may be a number, R5.4 is none.
    ("month", rf"{_YEAR}(?:年|/|-|(?<=[A-Z]\d)\.|(?<=[A-Z]\d\d)\.)(?P<month>\d{{1,2}})月?"),
    ("year", rf"{_YEAR}年?"),
)
# Months of one year: 2022年1～3月, also 2022年1～3月期.
_MONTHS = re.compile(rf"{_YEAR}年(?P<month>\d{{1,2}})月?[~〜–](?P<last>\d{{1,2}})月期?")
# What the first end of a span leaves to the last (2020～2022年度), and the last to the first (令和2～4年度).
_BARE_YEAR = re.compile(rf"(?:{_ERA_NAMES})?(?:元|\d{{1,4}})")
_YEAR_WORD = re.compile(r"年度末|年末|年度|年")
_ERA_YEAR = re.compile(rf"({_ERA_NAMES})(?:元|\d{{1,2}})\D*")
_YEAR_OF_ERA = re.compile(r"\d{1,2}年?(?:度|末|度末)?")
# Spaces that some set between digits and 年, 月, 日.
_SPACES = re.compile(r"(?<=[\d元])\s+(?=[年月日])|(?<=[年月和成])\s+(?=[\d元])|\s*(?<=[\d年度末月日\s])([~〜–])\s*")
# A year by its two names: 2022年（令和4年）, 令和4（2022）年度, 平成31・令和元年.
_ONE = rf"((?:{_ERA_NAMES})?(?:元|\d{{1,4}}))(年度?)?"
_TWO_NAMES = re.compile(rf"{_ONE}(?:\({_ONE}\)|[・/]((?:{_ERA_NAMES})(?:元|\d{{1,2}}))(年度?)?)(年度?)?")
_COMPILED = tuple((kind, re.compile(pattern)) for kind, pattern in _PATTERNS)
_AFTER_YEAR: Mapping[PeriodKind, str] = {
    "year": "年",
    "fiscal_year": "年度",
    "year_end": "年末",
    "fiscal_year_end": "年度末",
    "month": "年{month}月",
    "day": "年{month}月{day}日",
}


@total_ordering
@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time from the first to the last of its days.

    >>> year = Period.parse("令和4年度")
    >>> str(year), year.start, year.end, year.format(era=True)
    ('2022年度', datetime.date(2022, 4, 1), datetime.date(2023, 3, 31), '令和4年度')
    >>> Period.parse("2023年3月").fiscal_year, Period.year(2022) < year, str(Period.parse("2017年～2022年"))
    (2022, True, '2017年～2022年')
    """

    kind: PeriodKind
    start: date
    end: date

    @classmethod
    def parse(cls, text: str) -> Period:
        """The period that ``text`` names; WrongValue where it names none."""
        return _parsed(text)

    @classmethod
    def year(cls, year: int) -> Period:
        """A calendar year."""
        return cls("year", date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def for_fiscal_year(cls, year: int) -> Period:
        """The fiscal year that begins in April of ``year``."""
        return cls("fiscal_year", date(year, 4, 1), date(year + 1, 3, 31))

    @classmethod
    def span(cls, first: Period, last: Period) -> Period:
        """From the first day of ``first`` to the last day of ``last``."""
        if last.end < first.start:
            raise WrongValue("span-backwards", last=last, first=first)
        return cls("span", first.start, last.end)

    @property
    def fiscal_year(self) -> int:
        """The fiscal year in which the period ends (a calendar year counts as the one of its number)."""
        if self.kind in ("year", "year_end"):
            return self.end.year
        return self.end.year if self.end.month >= 4 else self.end.year - 1

    @property
    def number(self) -> int:
        """The year that the period is called by: 2022 for 2022年, 2022年度 and 2022年3月."""
        return self.fiscal_year if self.kind.startswith("fiscal") else self.end.year

    def __str__(self) -> str:
        return self.format()

    def format(self, *, era: bool = False) -> str:
        """As printed: 2022年度, or 令和4年度 with ``era``."""
        if self.kind == "span":
            if _is_of_months(self):
                return f"{_year_name(self, era)}年{self.start.month}～{self.end.month}月"
            first, last = _ends_of_span(self)
            return f"{first.format(era=era)}～{last.format(era=era)}"
        return _year_name(self, era) + _AFTER_YEAR[self.kind].format(month=self.end.month, day=self.end.day)

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Period):
            return NotImplemented
        return (self.end, self.start) < (other.end, other.start)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        examples = ["2022年度", "令和4年度", "2022年", "2023年3月", "2021年度末", "2017年～2022年"]
        return {"type": ["string", "integer"], "examples": examples}

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        # Who reads a deck needs periods, but no records.
        from pydantic_core import core_schema

        def read(value: Any) -> Period:
            if isinstance(value, Period):
                return value
            if isinstance(value, int | str) and not isinstance(value, bool):
                return cls.parse(str(value))
            raise WrongValue("not-a-period", text=str(value))

        return core_schema.no_info_plain_validator_function(
            read, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )


@lru_cache(maxsize=4096)
def _parsed(text: str) -> Period:
    """As :meth:`Period.parse`: the same few periods stand in very many cells."""
    words = _SPACES.sub(r"\1", unicodedata.normalize("NFKC", text).strip())
    months = _MONTHS.fullmatch(words)
    if months is not None:
        return _months(months.groupdict())
    twice = _TWO_NAMES.fullmatch(words)
    if twice is not None:
        return _of_two_names(text, *twice.groups(""))
    for separator in ("~", "〜", "–"):
        first, found, last = words.partition(separator)
        if found and first and last:
            return Period.span(*map(Period.parse, _whole_ends(first, last)))
    for kind, pattern in _COMPILED:
        match = pattern.fullmatch(words)
        if match:
            return _from_match(kind, match.groupdict())
    raise WrongValue("not-a-period", text=text)


def _from_match(kind: PeriodKind, parts: dict[str, str | None]) -> Period:
    year = _western_year(parts)
    month, day = int(parts.get("month") or 1), int(parts.get("day") or 1)
    if kind == "year":
        return Period.year(year)
    if kind == "fiscal_year":
        return Period.for_fiscal_year(year)
    if not 1 <= month <= 12:
        raise WrongValue("no-such-month", month=month)
    if kind == "month":
        return Period(kind, date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))
    if kind == "day" and not 1 <= day <= calendar.monthrange(year, month)[1]:
        raise WrongValue("no-such-day", month=month, day=day)
    days = {"year_end": (year, 12, 31), "fiscal_year_end": (year + 1, 3, 31), "day": (year, month, day)}
    return Period(kind, date(*days[kind]), date(*days[kind]))


def _whole_ends(first: str, last: str) -> tuple[str, str]:
    """The ends of a span, each with what the other says for both: the year's word, the era.

    >>> _whole_ends("2020", "2022年度"), _whole_ends("令和2", "4年度"), _whole_ends("2020年", "2022年度")
    (('2020年度', '2022年度'), ('令和2年度', '令和4年度'), ('2020年', '2022年度'))
    """
    era = _ERA_YEAR.fullmatch(first)
    if era is not None and _YEAR_OF_ERA.fullmatch(last):
        last = era[1] + last
    if _BARE_YEAR.fullmatch(first):
        return first + _year_word(last), last
    if _BARE_YEAR.fullmatch(last):
        return first, f"FY{last}" if first.startswith("FY") else last + _year_word(first)
    return first, last


def _year_word(text: str) -> str:
    """年, 年度, 年末 or 年度末 where a text ends in it, else nothing."""
    word = _YEAR_WORD.search(text)
    return word[0] if word is not None and word.end() == len(text) else ""


def _of_two_names(text: str, name: str, unit: str, *others: str) -> Period:
    """The year that both names mean; WrongValue where they are of two years, or without an era."""
    units = {each for each in (unit, *others[1::2], others[-1]) if each}
    names = [name, others[0] or others[2]]
    if len(units) > 1 or all(each.isdigit() for each in names):
        raise WrongValue("not-a-period", text=text)
    first, second = (Period.parse(f"{each}{next(iter(units), '年')}") for each in names)
    if first != second:
        raise WrongValue("not-a-period", text=text)
    return first


def _months(parts: dict[str, str | None]) -> Period:
    year, first, last = _western_year(parts), int(parts["month"] or 0), int(parts["last"] or 0)
    for month in (first, last):
        if not 1 <= month <= 12:
            raise WrongValue("no-such-month", month=month)
    if (first, last) == (1, 12):
        return Period.year(year)
    end = date(year, last, calendar.monthrange(year, last)[1])
    return Period.span(Period("month", date(year, first, 1), date(year, first, 28)), Period("month", end, end))


def _is_of_months(period: Period) -> bool:
    """Whether a span is of whole months of a year, and not of the whole year."""
    first, last = period.start, period.end
    whole = first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]
    return whole and first.year == last.year and (first.month, last.month) != (1, 12)


def _western_year(parts: dict[str, str | None]) -> int:
    if parts.get("fy"):
        return int(str(parts["fy"]))
    number = 1 if parts["year"] == "元" else int(str(parts["year"]))
    era = parts.get("era")
    if era is None:
        if number < _FIRST_YEAR:
            raise WrongValue("year-not-four-digits", number=number)
        return number
    if number == 0:
        raise WrongValue("no-year-zero", era=_ERA_LETTERS.get(era, era))
    return dict(_ERAS)[_ERA_LETTERS.get(era, era)].year + number - 1


def _year_name(period: Period, era: bool) -> str:
    # A year, fiscal or not, is called by the era of its 31 December: 2019年度 is 令和元年度.
    day = period.end if period.kind in ("month", "day") else date(period.number, 12, 31)
    for name, first in _ERAS if era else ():
        if day >= first:
            number = period.number - first.year + 1
            return name + ("元" if number == 1 else str(number))
    return str(period.number)


def _ends_of_span(period: Period) -> tuple[Period, Period]:
    first, last = period.start, period.end
    if (first.month, first.day, last.month, last.day) == (4, 1, 3, 31) and last.year > first.year + 1:
        return Period.for_fiscal_year(first.year), Period.for_fiscal_year(last.year - 1)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and last.year > first.year:
        return Period.year(first.year), Period.year(last.year)
    if first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]:
        return Period("month", first, first), Period("month", last, last)
    return Period("day", first, first), Period("day", last, last)


def read_year(given: Any) -> int:
    """The year that is given by its number or in words: 2023, 令和5年度, 令和５年, R5, FY2023. ValueError for others.

    >>> read_year("令和５年度"), read_year("R5"), read_year("FY2023"), read_year("２０２３年"), read_year(2023)
    (2023, 2023, 2023, 2023, 2023)
    """
    if isinstance(given, int) and not isinstance(given, bool) and _FIRST_YEAR <= given < MAXYEAR:
        return given
    try:
        period = Period.parse(given) if isinstance(given, str) else None
    except ValueError:
        period = None
    if period is None or period.kind not in ("year", "fiscal_year"):
        raise WrongValue("not-a-year", given=str(given))
    return period.number
