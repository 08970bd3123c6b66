"""What the Excel files that docgen writes have in common: texts as written, one font, A4, rows as high as their texts."""

from __future__ import annotations

import math
import unicodedata
from typing import Any

FONT = "BIZ UDPゴシック"

AS_WRITTEN = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
"""XlsxWriter reads texts that look like formulas, links or numbers as such unless it is told not to."""

_LINE, _MARGIN, _HIGHEST = 13.5, 5, 409


def text_height(text: str, width: int) -> float:
    """The height in points of a text in a column so many characters wide, in lines of 10 pt.

    It is stated, since LibreOffice and Excel for the web keep a row as high as the file says.

    >>> text_height("三行に\\nわたる文", 4)
    72.5
    """
    lines = 0
    for part in text.split("\n"):
        units = sum(1.9 if unicodedata.east_asian_width(character) in "FWA" else 1 for character in part)
        lines += max(1, math.ceil(units / (width - 1)))
    return min(lines * _LINE + _MARGIN, _HIGHEST)


def print_on_a4(sheet: Any) -> None:
    """Set a sheet to be printed on A4, across, as wide as the paper."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, 0)
