"""Titles of several lines break at a pause (、 or 。) rather than in the middle of a word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from docgen.placed import Paragraph, Run
from docgen.typeset.text_measure import TextMeasure

_PAUSES = "、。"
# A line shorter than this part of the longest one would look torn.
_SHORTEST = 0.4
# A title of more pauses or lines is no title.
_MOST_PAUSES, _MOST_LINES = 12, 4


def broken_at_pauses(paragraph: Paragraph, width: float, measure: TextMeasure) -> Paragraph:
    """The paragraph with line feeds at pauses, where that takes no more lines; ``width`` in points.

    Of several ways the one with the least difference between its longest and its shortest line. A
    paragraph of one line, or with line feeds of its own, stays as it is.
    """
    text = "".join(run.text for run in paragraph.runs)
    if "\n" in text:
        return paragraph
    lines = measure.line_count(paragraph, width)
    if not 1 < lines <= _MOST_LINES:
        return paragraph
    pauses = [end for end, sign in enumerate(text[:-1], 1) if sign in _PAUSES and text[end] not in "」』）"]
    if not lines - 1 <= len(pauses) <= _MOST_PAUSES:
        return paragraph
    ways = [
        (longest - shortest, ends)
        for ends in combinations(pauses, lines - 1)
        for shortest, longest in [_extremes(paragraph, (0, *ends, len(text)), measure)]
        if longest <= width and shortest >= _SHORTEST * longest
    ]
    return _with_feeds(paragraph, min(ways)[1]) if ways else paragraph


def _extremes(paragraph: Paragraph, ends: Sequence[int], measure: TextMeasure) -> tuple[float, float]:
    """The widths of the shortest and the longest line between the ends."""
    widths = [
        measure.natural_width(replace(paragraph, runs=tuple(_cut(paragraph.runs, begin, end))))
        for begin, end in pairwise(ends)
    ]
    return min(widths), max(widths)


def _with_feeds(paragraph: Paragraph, ends: Sequence[int]) -> Paragraph:
    begins = (0, *ends)
    length = sum(len(run.text) for run in paragraph.runs)
    runs: list[Run] = []
    for begin, end in pairwise((*begins, length)):
        line = list(_cut(paragraph.runs, begin, end))
        if end < length:
            line[-1] = replace(line[-1], text=line[-1].text + "\n")
        runs.extend(line)
    return replace(paragraph, runs=tuple(runs))


def _cut(runs: Sequence[Run], begin: int, end: int) -> Iterator[Run]:
    """The runs of the characters from ``begin`` to ``end``."""
    start = 0
    for run in runs:
        text = run.text[max(0, begin - start) : max(0, end - start)]
        if text:
            yield replace(run, text=text)
        start += len(run.text)
