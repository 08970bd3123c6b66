"""A year later, spelled as the text spells it: 2022年度 → 2023年度, 2023/3 → 2024/3."""

from __future__ import annotations

import re

from docgen.model import Period

_WESTERN = re.compile(r"(?<![0-9０-９])[12１２][0-9０-９]{3}(?![0-9０-９])")
_ERA = re.compile(r"(?:令和|平成|昭和)(?:元|[0-9０-９]{1,2})年")
_ERA_LETTER = re.compile(r"(?<![A-Za-z])([RHS])([0-9]{1,2})(?![0-9])")


def year_later(text: str) -> str | None:
    """``text`` with each year in it raised by one, spelled as it was; None where it names no year.

    >>> year_later("2022年度"), year_later("令和４年度"), year_later("R4")
    ('2023年度', '令和5年度', 'R5')
    """
    if _WESTERN.search(text):
        return _WESTERN.sub(lambda year: str(int(year.group()) + 1), text)
    if _ERA.search(text):
        return _ERA.sub(_era_later, text)
    if _ERA_LETTER.search(text):
        return _ERA_LETTER.sub(lambda year: f"{year[1]}{int(year[2]) + 1}", text)
    return None


def years_later(text: str, count: int) -> str | None:
    """``text`` with each year in it raised by so many, spelled as it was; None where it names no year.

    >>> years_later("令和4年度", 2)
    '令和6年度'
    """
    later: str | None = text
    for _ in range(count):
        later = year_later(later) if later is not None else None
    return later


def spelled_like(period: Period, text: str, before: Period, after: str = "") -> str:
    """A later ``period`` spelled as ``text`` spells the period ``before``; ``after`` stands behind each spelling.

    >>> spelled_like(Period.parse("2024年"), "2022", Period.parse("2022年"), "年")
    '2024'
    >>> spelled_like(Period.parse("2023年度"), "令和4年度", Period.parse("2022年度"))
    '令和5年度'
    """
    later, spelled = years_later(text, period.number - before.number), str(period)
    for candidate in (later, spelled.removesuffix(after), spelled):
        if candidate is not None and _is(period, f"{candidate}{after}"):
            return candidate
    return spelled


def _is(period: Period, text: str) -> bool:
    try:
        return Period.parse(text) == period
    except ValueError:
        return False


def period_later(period: Period) -> Period:
    """The period of the same kind a year later."""
    return Period.parse(str(year_later(str(period))))


def year_in(text: str) -> int | None:
    """The first year of four digits in a text."""
    year = _WESTERN.search(text)
    return int(year.group()) if year else None


def _era_later(year: re.Match[str]) -> str:
    return Period.year(Period.parse(year.group()).number + 1).format(era=True)
