"""A text that names a period, as its Western year and its year of an era."""

from __future__ import annotations

from decimal import Decimal

from docgen.errors import WrongValue
from docgen.model import Period
from docgen.model.mark import without_mark
from docgen.tidy.sheet import DataCell

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


def year_cells(period: Period | None, mark: str = "") -> tuple[DataCell, DataCell, DataCell, DataCell]:
    """What is printed of a period, the number of its year, the same in an era, and its mark.

    >>> year_cells(Period.parse("令和4年度"))
    ('2022年度', Decimal('2022'), '令和4年度', '')
    """
    if period is None:
        return "", None, "", mark
    return str(period), Decimal(period.number), period.format(era=True), mark
