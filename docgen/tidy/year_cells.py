"""A text that names a period, as its Western year and its year of an era."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from docgen.errors import WrongValue
from docgen.model import Period
from docgen.model.mark import without_mark
from docgen.tidy.sheet import DataCell

_BARE_YEAR = re.compile("(?:18|19|20|21)[0-9]{2}")
_ERA = re.compile("明治|大正|昭和|平成|令和|[MTSHR][0-9]")

YEAR_HEADS = ("時点", "西暦年", "和暦", "注記")
"""The heads of what :func:`year_cells` gives."""


def period_of(text: str) -> tuple[Period, str] | None:
    """The period that a text names, and the mark beside it; None where it names none.

    >>> str(period_of("2022年度（速報）")[0]), period_of("上位100社")
    ('2022年度', None)
    """
    name, mark = without_mark(text)
    # A bare number is a year only where its head says so.
    if name.isdecimal():
        return None
    try:
        return Period.parse(name), mark
    except WrongValue:
        return None


def periods_of(names: Sequence[str]) -> tuple[tuple[Period, str] | None, ...]:
    """The period of each of some names; bare numbers are years where all the names are: 2019, 2020, 2021.

    >>> [str(found[0]) for found in periods_of(["2019", "2020"]) if found], periods_of(["2019", "男"])
    (['2019年', '2020年'], (None, None))
    """
    bare = len(names) > 1 and all(_BARE_YEAR.fullmatch(name) for name in names)
    return tuple(period_of(f"{name}年" if bare else name) for name in names)


def with_western_year(text: str) -> str:
    """A text that is a year of an era and nothing else, with its Western year before it; any other text as it is.

    >>> with_western_year("令和8年度"), with_western_year("2022年度"), with_western_year("令和の事業")
    ('2026年度（令和8年度）', '2022年度', '令和の事業')
    """
    found = period_of(text) if _ERA.match(text) else None
    return f"{found[0]}（{text}）" if found is not None else text


def year_cells(period: Period | None, mark: str = "") -> tuple[DataCell, DataCell, DataCell, DataCell]:
    """What is printed of a period, the number of its year, the same in an era, and its mark.

    >>> year_cells(Period.parse("令和4年度"))
    ('2022年度', Decimal('2022'), '令和4年度', '')
    """
    if period is None:
        return "", None, "", mark
    return str(period), Decimal(period.number), period.format(era=True), mark
