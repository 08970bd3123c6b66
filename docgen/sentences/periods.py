"""Periods in a sentence: 2022年度末, 令和4年12月, 2018-2022年, 2021～2025年度, 2022年度第3四半期, and 翌年度 after one."""

from __future__ import annotations

import calendar
from datetime import date

import docgen.patterns as re
from docgen.model.period import Period, PeriodKind
from docgen.sentences.beginnings import at_beginnings

_YEAR = r"(?:(?:令和|平成|昭和)(?:元|\d{1,2})|(?:19|20)\d\d)"
_DAY = r"\d{1,2}月(?:\d{1,2}日|末)?"
_SLASHED = r"/\d{1,2}(?:/\d{1,2})?(?!\d)"
_HALF = "[上下]半?期"
_MONTHS = r"\d{1,2}月?[～-]\d{1,2}月期?"
_ONE = (
    rf"{_YEAR}(?:年{_MONTHS}|年度末|年度?第[1-4一二三四]四半期|年度?{_HALF}|年度|年末|年代|年産|年(?:{_DAY})?|{_SLASHED})"
    r"|FY\d{4}"
)
_TO = r"(?:～|-|から)"
ABSOLUTE = at_beginnings(
    rf"(?P<from>{_YEAR})(?P<from_unit>年度?|年度末)?{_TO}(?P<to>(?:{_YEAR}|\d\d?)(?:年度末|年度|年末|年(?!間|連続|続け|後|目)(?:{_DAY})?))"
    r"|(?P<years>(?<![\d,.])(?:19|20)\d\d～(?:19|20)\d\d(?![\d,.年]))"
    rf"|(?P<one>{_ONE})(?:{_TO}(?P<day>{_DAY})(?!度))?|(?P<bare>(?<![\d年.]){_DAY})"
)
"""Matches a period that names its year (or its month and day), in half-width letters."""

_OF_YEAR = "年(?:度末|度|末|産)?"
RELATIVE = at_beginnings(
    rf"(?P<same>同{_OF_YEAR}(?!代|齢|次))|(?P<before>(?:前々|前){_OF_YEAR}(?:同期|同月末|同月|同日)?)"
    rf"|(?P<after>(?:翌々|翌){_OF_YEAR})"
    r"|(?P<count>\d{1,2}|[一二三四五六七八九十])年度?(?P<way>前(?!倒)|後)|(?P<now>(?:今|昨|本|当|来)年度?|現在)"
    rf"|(?P<ordinal>第[1-4一二三四]四半期)|(?P<half>(?<![以年地]){_HALF})"
    r"|(?P<quarter>(?:前|翌)(?:四半期|期(?![一-龥])))"
)
"""Matches a period that is counted from the one named before it."""


def absolute(match: re.Match[str]) -> Period | None:
    """The period that a match of :data:`ABSOLUTE` names; None for a day without a year, or no day at all.

    >>> [str(absolute(ABSOLUTE.match(words))) for words in ("2018-2022年", "2021～2025年度", "令和4年度末")]
    ['2018年～2022年', '2021年度～2025年度', '2022年度末']
    >>> absolute(ABSOLUTE.match("2023年度下半期")).start
    datetime.date(2023, 10, 1)
    >>> [str(absolute(ABSOLUTE.match(f"2023年{words}第3四半期"))) for words in ("", "度")]
    ['2023年7～9月', '2023年10～12月']
    """
    try:
        if match["bare"]:
            return None
        if match["one"]:
            return _single(match["one"])
        if match["years"]:
            return Period.parse(match["years"])
        return _span(match["from"], match["from_unit"] or "", match["to"])
    except ValueError:
        return None


def relative(match: re.Match[str], before: Period | None) -> Period | None:
    """The period that a match of :data:`RELATIVE` names, counted from the one ``before`` it.

    >>> str(relative(RELATIVE.match("翌年度"), Period.parse("2020年度")))
    '2021年度'
    """
    if before is None or match["now"]:
        return None
    if match["ordinal"]:
        of = before if before.kind == "year" else Period.for_fiscal_year(before.fiscal_year)
        return _quarter(of, int(match["ordinal"][1].translate(_KANJI_DIGITS)))
    if match["half"]:
        by_calendar = before.kind in ("year", "year_end") or (before.kind == _SPAN and before.start.month == 1)
        year = Period.year(before.number) if by_calendar else Period.for_fiscal_year(before.fiscal_year)
        return _half(year, match["half"])
    if match["quarter"]:
        return _next_quarter(before, -1 if match["quarter"].startswith("前") else 1)
    period = shifted(before, _distance(match))
    if "末" in match.group() and "月" not in match.group():
        return Period.parse(f"{period.number}{'年度末' if '年度' in match.group() else '年末'}")
    return period


def shifted(period: Period, years: int) -> Period:
    """The same period so many years later."""
    return Period(period.kind, _moved(period.start, years), _moved(period.end, years))


def _distance(match: re.Match[str]) -> int:
    if match["same"]:
        return 0
    if match["before"]:
        return -2 if "々" in match["before"] else -1
    if match["after"]:
        return 2 if "々" in match["after"] else 1
    count = match["count"]
    years = int(count) if count.isdigit() else "一二三四五六七八九十".index(count) + 1
    return -years if match["way"] == "前" else years


def _single(words: str) -> Period:
    decade = _DECADE.fullmatch(words)
    if decade:
        first = int(decade[1])
        return Period.span(Period.year(first), Period.year(first + 9))
    quarter = _OF_QUARTER.fullmatch(words)
    if quarter:
        return _quarter(Period.parse(quarter[1]), int(quarter[2].translate(_KANJI_DIGITS)))
    if half := _OF_HALF.fullmatch(words):
        return _half(Period.parse(half[1]), half[2])
    if months := _OF_MONTHS.fullmatch(words):
        return Period.parse(f"{months[1]}〜{months[2]}")
    if words.endswith("月末"):
        month = Period.parse(words.removesuffix("末"))
        return Period("day", month.end, month.end)
    return Period.parse(words.removesuffix("産"))


def _span(first: str, unit: str, last: str) -> Period:
    to_unit = next((unit for unit in ("年度末", "年度", "年末", "年") if unit in last), "年")
    if len(re.split("年", last)[0]) <= 2:
        last = first.removesuffix(first[2:] if first[:2].isalpha() else first[-2:]) + last
    begin = Period.parse(first + (unit or to_unit.removesuffix("末")))
    end = _single(last)
    if begin.start > end.end:
        raise ValueError("the period ends before it begins")
    return Period.span(begin, end)


def _next_quarter(quarter: Period, by: int) -> Period | None:
    """The quarter before (-1) or after (1) another; None for a period of another length."""
    if not _QUARTER[0] <= (quarter.end - quarter.start).days + 1 <= _QUARTER[1]:
        return None
    months = quarter.start.year * 12 + quarter.start.month - 1 + 3 * by
    first, last = (date((months + more) // 12, (months + more) % 12 + 1, 1) for more in (0, 2))
    return Period(_SPAN, first, last.replace(day=calendar.monthrange(last.year, last.month)[1]))


def _quarter(year: Period, number: int) -> Period:
    """The three months of a quarter of a calendar or fiscal year."""
    month = 3 * (number - 1) + year.start.month
    calendar_year = year.start.year + (month > 12)
    first = month if month <= 12 else month - 12
    last = date(calendar_year, first + 2, calendar.monthrange(calendar_year, first + 2)[1])
    return Period(_SPAN, date(calendar_year, first, 1), last)


def _half(year: Period, name: str) -> Period:
    """The first or the last six months of a calendar or fiscal year."""
    month = year.start.month
    if name.startswith("上"):
        last = date(year.start.year, month + 5, 30)
        return Period(_SPAN, year.start, last)
    return Period(_SPAN, date(year.start.year, month + 6, 1), year.end)


def _moved(day: date, years: int) -> date:
    year = day.year + years
    return date(year, day.month, min(day.day, calendar.monthrange(year, day.month)[1]))


_DECADE = re.compile(r"(\d{4})年代")
_OF_QUARTER = re.compile(rf"({_YEAR}年度?)第([1-4一二三四])四半期")
_OF_HALF = re.compile(rf"({_YEAR}年度?)({_HALF})")
_OF_MONTHS = re.compile(rf"({_YEAR}年\d{{1,2}}月?)[～-](\d{{1,2}}月)期?")
_SPAN: PeriodKind = "span"
_QUARTER = (90, 92)  # days
_KANJI_DIGITS = str.maketrans("一二三四", "1234")
