"""The text inside a flow's boxes: mark, words, caption and figures, measured for a width."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from docgen.blocks.flow.boxes import FlowBox
from docgen.blocks.memory import Memory
from docgen.layout.style import Style, TextStyle
from docgen.placed import Insets, Paragraph, Run, TextBody

# Between a box's border and its text, left and right (points).
INSET_X = 6.0
_INSET_Y = 4.0
_LEAST_INSET_Y = 2.0
# A last line of fewer characters than this is filled by narrowing the lines before it, by at most so many em.
_ORPHAN = 4
_MOST_NARROWER = 6
# Room that figures leave at the right, so that a line of them never breaks (points).
_AFTER_FIGURES = 3.0
# Text is measured for so much less than its room: places are rounded where they are drawn (points).
_ROUNDING = 0.1
# Between a mark and the words after it (em).
_AFTER_MARK = 0.4
_CAPTION_ROLE = "note"
# Two characters that belong to one word: katakana, or letters and digits, that follow each other.
_WORD_GOES_ON = re.compile(r"[ァ-ヺー]{2}|[0-9A-Za-z]{2}")

Figures = tuple[float, ...]
"""Columns of figures in boxes: the right edge of each one's whole digits, from the text's left (points)."""


def box_texts(boxes: Sequence[FlowBox], width: float, style: Style, memory: Memory) -> tuple[TextBody, ...]:
    """The texts of boxes of this width that stand under each other, their figures by the decimal points.

    A text has no last line of one or two characters where that can be.
    """
    figures = _figures(boxes, width - 2 * INSET_X, style)
    return tuple(_box_text(box, memory.once(box_words, box, style), width, style, figures) for box in boxes)


def _figures(boxes: Sequence[FlowBox], width: float, style: Style) -> Figures:
    """Equal columns of figures over the width; fractions stand to the right of one edge."""
    count = max((len(box.cells) for box in boxes), default=0)
    edges: list[float] = []
    for number in range(count):
        fractions = [
            _width(_fraction(box.cells[number]), style.text(box.look.role), style)
            for box in boxes
            if number < len(box.cells)
        ]
        edges.append(width * (number + 1) / count - max(fractions))
    return tuple(edges)


def _box_text(box: FlowBox, words: Paragraph, width: float, style: Style, figures: Figures) -> TextBody:
    reserve = _reserved(box, words, width, style)
    paragraphs = [words]
    if box.caption:
        paragraphs.append(_caption(box, words, style))
    if box.cells:
        paragraphs.append(_cells(box.cells, style.text(box.look.role), figures, style))
    inset = _inset_y(style)
    # What is narrower stays in the middle where the text does.
    left = reserve / 2 if box.look.align == "center" else 0.0
    right = INSET_X - _AFTER_FIGURES if box.cells else INSET_X + reserve - left
    return TextBody(tuple(paragraphs), Insets(INSET_X + left, inset, right, inset), "middle")


def box_height(box: FlowBox, width: float, style: Style, memory: Memory) -> float:
    """The height that a box of this width needs for its text, found without the text being set."""
    return memory.once(_height, box, width, style, memory)


def _height(box: FlowBox, width: float, style: Style, memory: Memory) -> float:
    words = memory.once(box_words, box, style)
    height = style.measure.line_count(words, _room(width)) * words.pitch
    if box.caption:
        room = _room(width) - _reserved(box, words, width, style)
        height += style.measure.height(TextBody((_caption(box, words, style),)), room)
    if box.cells:
        height += words.pitch
    return height + 2 * _inset_y(style)


def least_box_heights(boxes: Sequence[FlowBox], style: Style) -> list[float]:
    """The heights of boxes whose texts take one line each, without their captions."""
    insets = 2 * _inset_y(style)
    return [(1 + bool(box.cells)) * style.text(box.look.role).pitch + insets for box in boxes]


def _room(width: float) -> float:
    """The width of the text in a box of this width."""
    return width - 2 * INSET_X - _ROUNDING


def _inset_y(style: Style) -> float:
    return max(_LEAST_INSET_Y, style.space(_INSET_Y))


def box_natural_width(box: FlowBox, style: Style) -> float:
    """The width of a box whose words and caption each stand in one line."""
    look, small = style.text(box.look.role), style.text(_CAPTION_ROLE)
    texts = (look.paragraph(box.text), small.paragraph(box.caption))
    widest = max(style.measure.natural_width(text) for text in texts)
    # Half an em of reserve, so that a line never breaks where it was measured not to.
    return widest + _width(box.look.mark, look, style) + look.size / 2 + 2 * INSET_X


def box_words(box: FlowBox, style: Style) -> Paragraph:
    """The words of a box, after a mark that hangs before them as a bullet: their lines begin at one edge."""
    look = style.text(box.look.role)
    runs = look.runs(box.text)
    if box.struck or any(run.colour == box.underlined for run in runs):
        runs = tuple([replace(run, strike=box.struck, underline=run.colour == box.underlined) for run in runs])
    mark, align = box.look.mark, box.look.align or look.align
    if not mark:
        return Paragraph(runs, look.pitch, align)
    hanging = round(_width(mark, look, style) + _AFTER_MARK * look.size, 2)
    return Paragraph(
        runs,
        look.pitch,
        align,
        indent=hanging,
        hanging=hanging,
        bullet=mark,
        bullet_colour=box.look.mark_colour,
    )


def _caption(box: FlowBox, words: Paragraph, style: Style) -> Paragraph:
    note = style.text(_CAPTION_ROLE).paragraph(box.caption, align=box.look.align)
    return replace(note, after=0.0, indent=words.indent)


def _reserved(box: FlowBox, words: Paragraph, width: float, style: Style) -> float:
    """How much narrower than its room the text of a box is set (points), without taking more lines.

    In the middle few words are parted and lines are of like length; else the last line is no orphan.
    """
    if box.cells:
        return 0.0
    room, centred = _room(width), box.look.align == "center"
    if style.measure.surely_one_line(words, room):
        return 0.0
    lines = style.measure.lines(words, room)
    if len(lines) < 2:
        return 0.0
    narrower = _narrower(words, len(lines), room, 0.5 if centred else 1.0, style)
    if centred:
        costs = [(_parted(tried), _unevenness(tried), reserve) for reserve, tried in ((0.0, lines), *narrower)]
        return min(costs)[2]
    if len(lines[-1]) >= _ORPHAN:
        return 0.0
    return next((reserve for reserve, tried in narrower if len(tried[-1]) >= _ORPHAN), 0.0)


def _narrower(
    words: Paragraph, most: int, room: float, step: float, style: Style
) -> Iterator[tuple[float, tuple[str, ...]]]:
    """How much narrower, by steps in em, words take no more than ``most`` lines, with these lines."""
    for count in range(1, round(_MOST_NARROWER / step) + 1):
        reserve = count * step * words.runs[0].size
        lines = style.measure.lines(words, room - reserve)
        if len(lines) > most:
            return
        yield reserve, lines


def _parted(lines: Sequence[str]) -> int:
    """How many lines end within a word, as far as the script tells: kana or Latin going on in the next line."""
    breaks = [line[-1:] + following[:1] for line, following in pairwise(lines)]
    return sum(1 for border in breaks if _WORD_GOES_ON.fullmatch(border))


def _unevenness(lines: Sequence[str]) -> int:
    return max(map(len, lines)) - min(map(len, lines))


def _cells(cells: Sequence[str], look: TextStyle, figures: Figures, style: Style) -> Paragraph:
    """One line of figures with their decimal points one below the other.

    Each ends at a right stop as far behind its column's edge as its fraction is wide: every program knows right
    stops, some know none for decimal points.
    """
    text = "".join(f"\t{cell}" for cell in cells)
    run = Run(text, look.size, look.bold, look.colour, look.font)
    stops = tuple(
        round(edge + _width(_fraction(cell), look, style), 2) for cell, edge in zip(cells, figures, strict=False)
    )
    return Paragraph((run,), look.pitch, tabs=stops, tab_align="right")


def _width(text: str, look: TextStyle, style: Style) -> float:
    return style.measure.text_width(text, look.size, bold=look.bold, font=look.font)


def _fraction(cell: str) -> str:
    _, point, digits = cell.partition(".")
    return point + digits
