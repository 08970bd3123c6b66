"""Marks at the points of a figure (速報, 推計, *): beside the category where all its points have one, else in a note."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.derive.figure_data import SeriesData
from docgen.model.mark import is_word, marked
from docgen.model.printing import Printing


def marked_categories(categories: Sequence[str], series: Sequence[SeriesData]) -> tuple[str, ...]:
    """The categories, with the mark that all their points share: 2022年（速報）."""
    return tuple(marked(category, _shared(index, series)) for index, category in enumerate(categories))


def mark_notes(categories: Sequence[str], series: Sequence[SeriesData], printing: Printing) -> tuple[str, ...]:
    """A note for each mark that only some series have at a category: 死者数の2021年、2022年は速報。"""
    own: dict[tuple[str, str], list[str]] = {}
    for each in series:
        for index, mark in _marks(each):
            if not _shared(index, series):
                own.setdefault((printing.text(each.spec.name), mark), []).append(categories[index])
    return tuple(
        f"{name}の{'、'.join(listed)}{f'は{mark}' if is_word(mark) else f'に「{mark}」の印'}。"
        for (name, mark), listed in own.items()
    )


def _shared(index: int, series: Sequence[SeriesData]) -> str:
    """The mark at all points of a category; "" where they have none, or several."""
    found = {each.marks[index] for each in series if each.marks and each.values[index] is not None}
    return found.pop() if len(found) == 1 else ""


def _marks(series: SeriesData) -> Iterator[tuple[int, str]]:
    for index, mark in enumerate(series.marks):
        if mark:
            yield index, mark
