"""Heights and widths of paragraphs and text bodies, in points, as LibreOffice draws them.

In a body, the space before the first paragraph and the space after the last one are not drawn, in shapes and
cells alike; between two paragraphs the spaces add up. Custom tab stops hold in shapes only.
"""

from __future__ import annotations

import functools
import itertools
import math
from collections.abc import Sequence

from docgen.errors import DocgenError
from docgen.placed import Paragraph, Run, TextBody
from docgen.typeset.breaking import DEFAULT_TAB, Tabs, line_ends
from docgen.typeset.fonts import FontMetrics, Fonts
from docgen.typeset.line_bounds import line_bounds
from docgen.typeset.scripts import gap_places
from docgen.typeset.setting import DOTS, Container, Setting, dot_advances, dots, gap_after, setting, with_gaps
from docgen.typeset.widths import unbroken_width

# The size of a superscript, as a part of the size of its run: 58 % in LibreOffice, 2/3 in PowerPoint.
SUPERSCRIPT = 2 / 3

# What stands beside a character at the most, in em: the gap between Japanese and Latin, and the rounding of
# its width and of the size to dots.
_MOST_BESIDE = 0.35
# A character's room by which most long texts are seen to be long: no font's widest is less than the em.
_LEAST_WIDEST = 1 + _MOST_BESIDE
# The planes beyond the basic one, where emoji are wider than the em.
_BEYOND = "\U00010000"

_Piece = tuple[str, float, bool, FontMetrics, bool]


def paragraph_lines(paragraph: Paragraph, width: float, fonts: Fonts, where: Container) -> tuple[str, ...]:
    """The lines of a paragraph in a width (points, inside the insets), without the line feeds."""
    lines: list[str] = []
    for measured, ends in _broken(paragraph, width, fonts, where):
        begin = 0
        for end in ends:
            lines.append(measured.text[begin:end])
            begin = end
    return tuple(lines)


def line_count(paragraph: Paragraph, width: float, fonts: Fonts, where: Container) -> int:
    """The number of lines of a paragraph; at least one."""
    if is_short(paragraph, width, fonts):
        return 1
    fewest, most = line_bounds(paragraph, width, fonts, where)
    if fewest == most:
        return fewest
    return sum([len(ends) for _, ends in _broken(paragraph, width, fonts, where)])


def is_short(paragraph: Paragraph, width: float, fonts: Fonts) -> bool:
    """Whether a paragraph stands on one line in a width (points) whatever its characters are; a quick answer,
    which may be no for a paragraph of one line."""
    room = width - paragraph.indent
    for run in paragraph.runs:
        text = run.text
        length = len(text) * run.size
        if length * _LEAST_WIDEST > room or "\n" in text or "\t" in text or max(text, default="") >= _BEYOND:
            return False
        room -= length * (fonts.for_role(run.font).advances(run.bold).widest + _MOST_BESIDE)
    return room >= 0


def most_lines(paragraph: Paragraph, widths: Sequence[float], fonts: Fonts, where: Container) -> int:
    """The largest number of lines that the paragraph takes at one of the widths (points)."""
    settings = _settings(paragraph.runs, fonts, where)
    return max([sum([len(ends) for _, ends in _ends(paragraph, settings, width, where)]) for width in widths])


def paragraph_height(paragraph: Paragraph, width: float, fonts: Fonts, where: Container) -> float:
    """Lines times pitch, and the spaces before and after."""
    return line_count(paragraph, width, fonts, where) * paragraph.pitch + paragraph.before + paragraph.after


def body_height(body: TextBody, width: float, fonts: Fonts, where: Container = "shape") -> float:
    """The height of a text body with its insets; ``width`` is its box's, the insets are taken off inside.

    Without paragraphs the body is its insets.
    """
    insets = body.insets
    inside = width - insets.left - insets.right
    height = insets.top + insets.bottom
    last = len(body.paragraphs) - 1
    for index, paragraph in enumerate(body.paragraphs):
        height += line_count(paragraph, inside, fonts, where) * paragraph.pitch
        height += (paragraph.before if index else 0) + (paragraph.after if index < last else 0)
    return height


def natural_width(paragraph: Paragraph, fonts: Fonts, where: Container = "shape") -> float:
    """The width in which no line of the paragraph breaks: its longest explicit line and its indent."""
    return max(natural_widths(paragraph, fonts, where))


def natural_widths(paragraph: Paragraph, fonts: Fonts, where: Container = "shape") -> list[float]:
    """The natural width of each explicit line of the paragraph, at least one."""
    start = paragraph.indent - (0 if paragraph.bullet else paragraph.hanging)
    first, *others = _drawn_widths(paragraph.runs, paragraph, fonts, where)
    return [
        max(0.0, start + first / DOTS),
        *[max(0.0, paragraph.indent + other / DOTS) for other in others],
    ]


def runs_width(runs: Sequence[Run], fonts: Fonts, where: Container = "shape") -> float:
    """The width of the longest explicit line of runs, without an indent and with the default tabs."""
    return max(_drawn_widths(runs, None, fonts, where)) / DOTS


def _drawn_widths(
    runs: Sequence[Run], paragraph: Paragraph | None, fonts: Fonts, where: Container
) -> list[float]:
    """The width of each explicit line on one line, in dots; ``paragraph`` says where tabs stop, if not as ever."""
    piece = _one_look(runs, fonts)
    if piece is None or "\t" in piece[0]:
        return [_drawn_width(measured, paragraph, where) for measured in _settings(runs, fonts, where)]
    text, size, bold, font, _ = piece
    if "\n" not in text:
        return [unbroken_width(text, font, size, bold, where)]
    return [unbroken_width(part, font, size, bold, where) for part in text.split("\n")]


def _broken(
    paragraph: Paragraph, width: float, fonts: Fonts, where: Container
) -> list[tuple[Setting, list[int]]]:
    """Each explicit line of the paragraph and where the lines end into which it breaks."""
    return _ends(paragraph, _settings(paragraph.runs, fonts, where), width, where)


def _ends(
    paragraph: Paragraph, settings: Sequence[Setting], width: float, where: Container
) -> list[tuple[Setting, list[int]]]:
    """Each of the settings and where its lines end."""
    if math.isnan(width):
        raise DocgenError("a text needs a width that is a number", expected="a width in points")
    room = max(0.0, width - paragraph.indent) * DOTS
    broken: list[tuple[Setting, list[int]]] = []
    first: float | None = None
    if paragraph.hanging and not paragraph.bullet:
        first = max(0.0, width - paragraph.indent + paragraph.hanging) * DOTS
    for measured in settings:
        tabs = _tabs(paragraph, where) if measured.tabs else None
        broken.append((measured, line_ends(measured, room, first, tabs)))
        first = None
    return broken


def _tabs(paragraph: Paragraph | None, where: Container) -> Tabs:
    if where == "cell" or paragraph is None:
        return Tabs((), DEFAULT_TAB * DOTS)
    stops = sorted(stop - paragraph.indent for stop in paragraph.tabs if stop > paragraph.indent)
    return Tabs(tuple(stop * DOTS for stop in stops), DEFAULT_TAB * DOTS, paragraph.tab_align)


def _drawn_width(measured: Setting, paragraph: Paragraph | None, where: Container) -> float:
    """The width of a text on one line, in dots."""
    if not measured.text:
        return 0.0
    if not measured.tabs:
        return measured.ends[-1]
    tabs, position, begin = _tabs(paragraph, where), 0.0, 0
    for part in measured.text.split("\t"):
        if begin:
            position = tabs.begin(measured, position, begin - 1)
        end = begin + len(part)
        if part:
            position += measured.ends[end - 1] - measured.ends[begin] + measured.widths[begin]
        begin = end + 1
    return position


def _settings(runs: Sequence[Run], fonts: Fonts, where: Container) -> Sequence[Setting]:
    """The setting of each explicit line."""
    if not runs:
        return (_NOTHING,)
    piece = _one_look(runs, fonts)
    if piece is None:
        return _mixed(tuple([_piece(run, fonts) for run in runs]), where)
    text, size, bold, font, _ = piece
    if "\n" not in text:
        return (setting(text, font, size, bold, where),)
    return [setting(part, font, size, bold, where) for part in text.split("\n")]


def _one_look(runs: Sequence[Run], fonts: Fonts) -> _Piece | None:
    """The text and look of a single run without a link; None for any others."""
    return _piece(runs[0], fonts) if len(runs) == 1 and not runs[0].link else None


def _piece(run: Run, fonts: Fonts) -> _Piece:
    size = run.size * SUPERSCRIPT if run.superscript else run.size
    return (run.text, size, run.bold, fonts.for_role(run.font), run.link is not None)


@functools.lru_cache(maxsize=8192)
def _mixed(pieces: tuple[_Piece, ...], where: Container) -> tuple[Setting, ...]:
    """The settings of the explicit lines of several looks."""
    text = "".join([piece[0] for piece in pieces])
    widths: list[float] = []
    ems: list[int] = []
    links: list[tuple[int, int]] = []
    for part, size, bold, font, linked in pieces:
        if linked and part:
            links.append((len(widths), len(widths) + len(part)))
        em = dots(size)
        widths.extend(dot_advances(font, bold, em).of(part))
        ems.extend(itertools.repeat(em, len(part)))
    settings: list[Setting] = []
    begin = 0
    for line in text.split("\n"):
        # The gap belongs to the run that ends there.
        gaps = [gap_after(ems[begin + place - 1], where) for place in gap_places(line)]
        end = begin + len(line)
        inside = [(max(0, a - begin), min(b, end) - begin) for a, b in links if a < end and b > begin]
        settings.append(with_gaps(line, widths[begin:end], gaps, inside))
        begin = end + 1
    return tuple(settings)


_NOTHING = Setting("", (), (), (), tabs=False)
