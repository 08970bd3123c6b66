"""Points of a page's record as bullets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docgen.blocks.text.items import TextItem
from docgen.model import Point


def bullets(points: Iterable[Point], marks: Sequence[str] = ("●", "・"), level: int = 0) -> tuple[TextItem, ...]:
    """The points and the points below them; ``marks`` by level, the last for all deeper ones."""
    items: list[TextItem] = []
    for point in points:
        items.append(TextItem(point.text, level, marks[min(level, len(marks) - 1)]))
        items.extend(bullets(point.details, marks, level + 1))
    return tuple(items)
