"""Lengths as PowerPoint counts them: EMU, hundredths of a point, thousandths of a percent."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate, pairwise

from docgen.placed import Box

EMU_PER_POINT = 12700


def emu(points: float) -> int:
    """Points in English Metric Units (EMU), to the nearest whole: 1 pt is 12,700 EMU."""
    return round(points * EMU_PER_POINT)


def hundredths(points: float) -> int:
    """Points in hundredths, as font sizes and line pitches are written: 10.5 pt is 1050."""
    return round(points * 100)


def thousandths(percent: float) -> int:
    """A percentage in thousandths of a percent: 40 % is 40000."""
    return round(percent * 1000)


def emu_steps(lengths: Iterable[float]) -> list[int]:
    """Lengths in points as EMU. They are rounded at their running sums, so that they add up to the rounded total."""
    edges = [0, *(emu(edge) for edge in accumulate(lengths))]
    return [end - start for start, end in pairwise(edges)]


def transform(box: Box, tag: str = "a:xfrm", attributes: str = "") -> str:
    """The place and size of a box as an ``xfrm`` element."""
    x, y = round(box.x * EMU_PER_POINT), round(box.y * EMU_PER_POINT)
    width, height = round(box.width * EMU_PER_POINT), round(box.height * EMU_PER_POINT)
    return f'<{tag}{attributes}><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></{tag}>'


def number(value: float) -> str:
    """The shortest spelling that reads back as the same number, used by cache and workbook alike."""
    value = float(value)
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
