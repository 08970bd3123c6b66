"""Points of a record as bullets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docgen.blocks.text.items import TextItem
from docgen.model import Point

_NUMBERS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


def bullets(
    points: Iterable[Point],
    marks: Sequence[str] = ("●", "・"),
    level: int = 0,
    *,
    numbered: bool = False,
) -> tuple[TextItem, ...]:
    """The points, each with the points below it; ``marks`` by level, the last one for all deeper levels.

    ``numbered`` points are ①, ② and so on instead, the points below them keep their marks.
    """
    items: list[TextItem] = []
    for index, point in enumerate(points):
        mark = _NUMBERS[index] if numbered and index < len(_NUMBERS) else marks[min(level, len(marks) - 1)]
        items.append(TextItem(point.text, level, mark))
        items.extend(bullets(point.details, marks, level + 1))
    return tuple(items)
