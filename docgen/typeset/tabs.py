"""Tab stops: where the text behind a tab begins, and what fits on a line with tabs."""

from __future__ import annotations

from bisect import bisect_right

from docgen.placed import Paragraph, TabAlign
from docgen.typeset.measured_line import DOTS, ROUNDING, Container, MeasuredLine
from docgen.value import value

# The step of the tab stops where a paragraph names none, in dots: an inch, as in every PowerPoint deck.
_DEFAULT_STEP = 72 * DOTS


@value(frozen=True, slots=True)
class Tabs:
    """Tab stops in dots; after the last one, default stops follow an inch apart.

    At a right stop the text after the tab ends; at a default stop it begins.
    """

    stops: tuple[float, ...] = ()
    align: TabAlign = "left"

    @classmethod
    def of(cls, paragraph: Paragraph, container: Container) -> Tabs:
        """Those of a paragraph, from its indent on; custom stops hold in shapes only."""
        if container == "cell" or not paragraph.tabs:
            return DEFAULT_TABS
        stops = sorted(stop - paragraph.indent for stop in paragraph.tabs if stop > paragraph.indent)
        return cls(tuple(stop * DOTS for stop in stops), paragraph.tab_align)

    def begin(self, line: MeasuredLine, position: float, tab: int) -> float:
        """Where the text behind the tab at index ``tab`` begins, if the text before it ends at ``position``."""
        stop = self._next_stop(position)
        if self.align == "left" or stop not in self.stops:
            return stop
        first = tab + 1
        end = line.text.find("\t", first)
        end = end if end >= 0 else len(line.text)
        return stop if end == first else max(position, stop - _width(line, first, end))

    def _next_stop(self, position: float) -> float:
        for stop in self.stops:
            if stop > position + ROUNDING:
                return stop
        return _DEFAULT_STEP * (position // _DEFAULT_STEP + 1)


DEFAULT_TABS = Tabs()


def overflow_with_tabs(line: MeasuredLine, begin: int, room: float, tabs: Tabs) -> int:
    """The first character of the text from ``begin`` on that does not fit the room (dots), or the text's length."""
    text, ends, length = line.text, line.ends, len(line.text)
    origin = ends[begin] - line.widths[begin]
    index = begin
    while True:
        tab = text.find("\t", index)
        stop = tab if tab >= 0 else length
        over = bisect_right(ends, origin + room, index, stop)
        if over < stop or tab < 0:
            return over
        position = (ends[tab] - line.widths[tab]) - origin
        reached = tabs.begin(line, position, tab)
        if reached > room:
            return tab
        origin -= reached - position
        index = tab + 1


def width_with_tabs(line: MeasuredLine, tabs: Tabs) -> float:
    """The width of a text with tabs on one line, in dots."""
    position, begin = 0.0, 0
    for part in line.text.split("\t"):
        if begin:
            position = tabs.begin(line, position, begin - 1)
        end = begin + len(part)
        if part:
            position += _width(line, begin, end)
        begin = end + 1
    return position


def _width(line: MeasuredLine, begin: int, end: int) -> float:
    return line.ends[end - 1] - line.ends[begin] + line.widths[begin]
