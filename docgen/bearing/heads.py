"""What the heads and words of a table tell of its cells: the calendar of a column, the unit of a row."""

from __future__ import annotations

from collections.abc import Sequence

import docgen.patterns as re
from docgen.model.cells.number import read_number
from docgen.model.period import Period
from docgen.sentences.plain import plain

_CALENDAR = re.compile(r"[(](?P<year>暦年|年間値?)[^()]*[)]|[(](?P<fiscal>年度|会計年度|年度値)[)]")
_WHOLE = re.compile("全.{1,3}|世界|[都道府県市町村区圏]|.{1,4}(?:全体|計)")
_RATE = re.compile("率|割合|比|平均|当たり|あたり|指数|順位|密度|単価|倍率|%")
_FEWEST = 3  # rows that another sums up
_NO_UNIT = re.compile("ごと|それぞれ|各|表示|異な|参照|別記|混在|記載")


def in_calendar_of(period: Period | None, column: str) -> Period | None:
    """A year in the calendar that the head of its column tells: 2022年度 of 2022年 under 消費額（年度）."""
    told = _CALENDAR.search(plain(column))
    if period is None or told is None or period.kind not in ("year", "fiscal_year"):
        return period
    return Period.for_fiscal_year(period.number) if told["fiscal"] else Period.parse(f"{period.number}年")


def is_unit(words: str) -> bool:
    """Whether words name one unit, and do not say where units are told: 人, but not 指標ごとに表示."""
    return not _NO_UNIT.search(words)


def words_of(line: Sequence[str]) -> Sequence[str]:
    """The cells of a row behind its label that are no numbers, where its unit may stand."""
    return [cell for cell in line[1:] if not re.fullmatch(r"[\d.,△▲\-－]*", plain(cell))]


def summing_row(columns: Sequence[str], lines: Sequence[Sequence[str]]) -> str:
    """The first or last row that is called as a whole is (全国) and sums up all others in each column of amounts; or "".

    >>> summing_row(["県", "米", "麦"], [["東", "30", "4"], ["西", "50", "3"], ["南", "20", "1"], ["全国", "100", "8"]])
    '全国'
    """
    for whole in (lines[-1:], lines[:1]):
        parts = [line for line in lines if line not in whole]
        if whole and _WHOLE.fullmatch(whole[0][0]) and len(parts) >= _FEWEST:
            amounts = [at for at in range(1, len(whole[0])) if at < len(columns) and not _RATE.search(columns[at])]
            if amounts and all(_sums_up(whole[0], parts, at) for at in amounts):
                return whole[0][0]
    return ""


def _sums_up(whole: Sequence[str], parts: Sequence[Sequence[str]], at: int) -> bool:
    try:
        total, *numbers = (read_number(line[at]) for line in (whole, *parts))
    except (ValueError, IndexError):
        return False
    return None not in (total, *numbers) and total == sum(number for number in numbers if number is not None)
