"""What the heads and words of a table tell of its cells: the calendar of a column, the unit of a row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docgen.model.period import Period
from docgen.sentences.plain import plain

_CALENDAR = re.compile(r"[(](?P<year>暦年|年間値?)[^()]*[)]|[(](?P<fiscal>年度|会計年度|年度値)[)]")
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
