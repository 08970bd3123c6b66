"""A row of units between the head and the numbers of a table, on a sheet and in a text file alike: （人）, （％）."""

from __future__ import annotations

import re
from collections.abc import Sequence

_IN_BRACKETS = re.compile(r"[(（\[【〔](?:単位[:：]\s*)?[^\d０-９()（）]{1,10}[)）\]】〕]")
_UNITS = frozenset({
    "人", "千人", "万人", "円", "千円", "百万円", "億円", "兆円", "%", "％", "件", "台", "社", "戸", "世帯", "校", "位",
    "回", "倍", "ポイント", "トン", "千トン", "万トン", "t", "kg", "km", "ha", "kWh", "㎡", "㎥",
})  # fmt: skip


def is_unit_row(cells: Sequence[str]) -> bool:
    """Whether the cells of the first row below a head are units: nothing or 単位 at the left, units or nothing elsewhere.

    >>> is_unit_row(["", "（人）", "（％）"]), is_unit_row(["単位", "人", ""]), is_unit_row(["東京", "（人）"])
    (True, True, False)
    """
    first, *others = (cell.strip() for cell in cells)
    units = [cell for cell in others if cell]
    at_left = not first or first == "単位" or _IN_BRACKETS.fullmatch(first) is not None
    return at_left and bool(units) and all(cell in _UNITS or _IN_BRACKETS.fullmatch(cell) for cell in units)
