"""How a cell's number format shows a number, turned around: what to store so that it shows the number that is meant."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from lxml import etree

from docgen.outside.xml import parser
from docgen.reading.workbook.number_format import BUILT_IN, GENERAL, section_for

_STYLES = "xl/styles.xml"
_PARSER = parser()


def number_formats(parts: Mapping[str, bytes]) -> tuple[str, ...]:
    """The number format of each style of a workbook's cells, by the style's number."""
    if _STYLES not in parts:
        return ()
    root = etree.fromstring(parts[_STYLES], _PARSER)
    own = {int(code.get("numFmtId")): code.get("formatCode") for code in root.iterfind("{*}numFmts/{*}numFmt")}
    codes = {**BUILT_IN, **own}
    return tuple(codes.get(int(style.get("numFmtId", "0")), GENERAL) for style in root.iterfind("{*}cellXfs/{*}xf"))


def stored_number(number: Decimal, code: str) -> Decimal:
    """What a cell of a format stores that shows ``number``.

    >>> stored_number(Decimal("47.9"), "0.0%"), stored_number(Decimal(12), "#,##0,")
    (Decimal('0.479'), Decimal('12000'))
    """
    section = section_for(code, number)
    stored = number * Decimal(1000) ** section.thousands / Decimal(100) ** section.percent
    return stored if stored != stored.to_integral_value() else stored.quantize(Decimal(1))
