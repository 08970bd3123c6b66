"""The gaps down a page between its frames: tables, boxes, panels, and the heads beside their bars."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.layout.style import GAP_STEP
from docgen.placed import ChartMark, ConnectorMark, PictureMark, PlacedSlide, ShapeMark, TableMark, TextMark

Boxed = TextMark | ShapeMark | TableMark | ChartMark | PictureMark
DIAGRAMS = ("measure_chart", "logic_chart", "map", "organisation_chart")
"""Kinds of slides whose boxes stand where their lines lead."""
_LEAST = 0.4  # points; what is closer touches
_ROUNDED = 0.35
_FRAMES = ("frame", "bar")
_SMALL, _NARROW = 10.0, 60.0


def gaps_off(slide: PlacedSlide) -> Iterator[tuple[str, str, float]]:
    """The pairs of neighbouring frames of a slide whose gap is no multiple of six points, with the gap.

    That of a head to what it heads is one where it is six or more.
    """
    for upper, lower in _neighbours(slide):
        gap = lower.box.y - upper.box.bottom
        off = abs(gap - GAP_STEP * round(gap / GAP_STEP))
        if off > _ROUNDED and not (gap < GAP_STEP and upper.id.endswith("title")):
            yield upper.id, lower.id, gap


def _neighbours(slide: PlacedSlide) -> Iterator[tuple[Boxed, Boxed]]:
    """Each frame with the next one below it, where nothing stands between them and both stand in the same frame."""
    marks = [mark for mark in slide.marks if not isinstance(mark, ConnectorMark) and not _is_placeholder(mark)]
    frames = [mark for mark in marks if _is_frame(mark)]
    for upper in frames:
        below = [mark for mark in marks if mark is not upper and _is_below(upper, mark)]
        lower = min(below, key=lambda mark: mark.box.y, default=None)
        if lower is None or lower not in frames or lower.box.y - upper.box.bottom < _LEAST:
            continue
        if _around(upper, frames) == _around(lower, frames) and not _between(upper, lower, marks):
            yield upper, lower


def _is_placeholder(mark: Boxed) -> bool:
    return isinstance(mark, TextMark) and mark.placeholder is not None


def _is_frame(mark: Boxed) -> bool:
    if mark.box.height < _SMALL or mark.box.width < _NARROW:
        return False
    if isinstance(mark, TextMark):
        return mark.id.endswith("title")
    return isinstance(mark, TableMark) or (isinstance(mark, ShapeMark) and mark.id.rpartition("/")[2] in _FRAMES)


def _is_below(upper: Boxed, mark: Boxed) -> bool:
    beside = mark.box.x >= upper.box.right - 1 or upper.box.x >= mark.box.right - 1
    return not beside and mark.box.y >= upper.box.bottom - _ROUNDED


def _around(mark: Boxed, frames: Sequence[Boxed]) -> list[str]:
    return [frame.id for frame in frames if frame is not mark and frame.box.contains(mark.box)]


def _between(upper: Boxed, lower: Boxed, marks: Sequence[Boxed]) -> bool:
    """Whether a mark reaches into the gap from beside, such as the text of a higher box in the same row."""
    return any(
        mark is not upper
        and mark is not lower
        and _is_across(upper, mark)
        and mark.box.y < lower.box.y - _ROUNDED
        and mark.box.bottom > upper.box.bottom + _ROUNDED
        and not mark.box.contains(upper.box)
        for mark in marks
    )


def _is_across(upper: Boxed, mark: Boxed) -> bool:
    return mark.box.x < upper.box.right - 1 and upper.box.x < mark.box.right - 1
