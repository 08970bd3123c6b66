"""What texts measure as programs draw them: lines, bounds of lines, heights, widths. The door to this room."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from docgen.errors import DocgenError
from docgen.placed import FontRole, Paragraph, Run, TextBody, with_soft_breaks
from docgen.prose.markup import parse
from docgen.typeset.breaking import line_ends
from docgen.typeset.fonts import Fonts
from docgen.typeset.measured_line import (
    DOTS,
    READINGS,
    SUPERSCRIPT,
    Container,
    MeasuredLine,
    Reading,
    dots,
    measured_lines,
    plain_width,
    run_of_one_look,
    unbroken_width,
)
from docgen.typeset.profile import NOTHING_TOLD, ONE_LINE, ScaledRun, TextProfile, Told, text_profile
from docgen.typeset.tabs import DEFAULT_TABS, Tabs, width_with_tabs
from docgen.value import value

# What stands beside a character at the most, in em: the gap between Japanese and Latin, and the rounding of
# its width and of the size to dots.
_MOST_BESIDE = 0.35
# A character's room by which most long texts are seen to be long: no font's widest is less than the em.
_LEAST_WIDEST = 1 + _MOST_BESIDE
# What takes more than a character's room: line feeds and tabs, and the planes beyond the basic one, where emoji are wider
# than the em.
_WIDER = re.compile("[\n\t\U00010000-\U0010ffff]")


@value(frozen=True, slots=True, eq=False)
class TextMeasure:
    """Measures texts in the two fonts of a layout pack. Widths and heights are in points.

    A paragraph's ``width`` is the room inside the insets of what holds it. The ``container`` is a "shape" or a
    table's "cell": in a shape the gaps between Japanese and Latin are wider, and custom tab stops hold.

    >>> from docgen.typeset.fonts import load_metrics
    >>> font = load_metrics("BIZ UDPGothic")
    >>> measure = TextMeasure(Fonts(heading=font, body=font))
    >>> measure.lines(Paragraph((Run("国国国国、国国", size=10),), pitch=14), width=40.1)
    ('国国国国、', '国国')
    """

    fonts: Fonts

    def lines(
        self, paragraph: Paragraph, width: float, container: Container = "shape", reading: Reading = "spaced"
    ) -> tuple[str, ...]:
        """The lines into which a paragraph breaks in a reading, without line feeds.

        A line takes at least one character, however narrow the width. DocgenError where the width, or the size
        of a run, is not a number of points.
        """
        lines: list[str] = []
        for line, ends in self.broken(paragraph, width, container, reading):
            begin = 0
            for end in ends:
                lines.append(line.text[begin:end])
                begin = end
        return tuple(lines)

    def line_count(self, paragraph: Paragraph, width: float, container: Container = "shape") -> int:
        """The number of lines of a paragraph, at least one: the larger of its readings, so that no program needs more.

        Exact, but told without breaking where that can be.
        """
        fewest, most, _ = self.told(paragraph, width, container)
        if fewest == most:
            return fewest
        spaced, plain = (
            sum([len(ends) for _, ends in self.broken(paragraph, width, container, reading)]) for reading in READINGS
        )
        return max(spaced, plain)

    def surely_one_line(self, paragraph: Paragraph, width: float) -> bool:
        """Whether a paragraph stands on one line whatever its characters are: a quick look at their number.

        False where that does not tell.
        """
        if paragraph.breaks:
            return False
        room = width - paragraph.indent
        for run in paragraph.runs:
            text = run.text
            length = len(text) * run.size
            if length * _LEAST_WIDEST > room or _WIDER.search(text):
                return False
            room -= length * (self.fonts.for_role(run.font).advances(run.bold).widest + _MOST_BESIDE)
        return room >= 0

    def told(self, paragraph: Paragraph, width: float, container: Container = "shape") -> Told:
        """What is told of a paragraph's lines without breaking them.

        Nothing where its size or font changes inside it, or where tabs or links rule where its lines end. Of most
        paragraphs of a line or two the number of lines is told.
        """
        if self.surely_one_line(paragraph, width):
            return ONE_LINE
        known = self._in_em(paragraph, width, container)
        if known is None:
            return NOTHING_TOLD
        profile, room, first, rounding = known
        return profile.told(room, first, rounding)

    def body_told(self, body: TextBody, width: float, container: Container = "shape") -> list[Told]:
        """What is told of the lines of each paragraph of a text body; ``width`` is its box's."""
        inside = width - body.insets.left - body.insets.right
        return [self.told(paragraph, inside, container) for paragraph in body.paragraphs]

    def height(self, body: TextBody, width: float, container: Container = "shape") -> float:
        """The height of a text body with its insets; ``width`` is its box's, the insets are taken off inside.

        The space before the first paragraph and the space after the last one are not drawn; between two
        paragraphs the spaces add up. Without paragraphs the body is its insets.
        """
        insets = body.insets
        inside = width - insets.left - insets.right
        height = insets.top + insets.bottom
        last = len(body.paragraphs) - 1
        for index, paragraph in enumerate(body.paragraphs):
            height += self.line_count(paragraph, inside, container) * paragraph.pitch
            height += (paragraph.before if index else 0) + (paragraph.after if index < last else 0)
        return height

    def natural_width(self, paragraph: Paragraph, container: Container = "shape") -> float:
        """The width in which no line of a paragraph breaks: its longest explicit line and its indent."""
        return max(self.natural_widths(paragraph, container))

    def natural_widths(self, paragraph: Paragraph, container: Container = "shape") -> list[float]:
        """The natural width of each explicit line of a paragraph, at least one: the larger of its readings."""
        paragraph = with_soft_breaks(paragraph, "\n")
        start = paragraph.indent - (0 if paragraph.bullet else paragraph.hanging)
        tabs = Tabs.of(paragraph, container)
        spaced, plain = (self._widths_in_dots(paragraph.runs, tabs, container, reading) for reading in READINGS)
        first, *others = map(max, spaced, plain)
        return [
            max(0.0, start + first / DOTS),
            *[max(0.0, paragraph.indent + other / DOTS) for other in others],
        ]

    def runs_width(self, runs: Sequence[Run], container: Container = "shape") -> float:
        """The width of the longest explicit line of runs, without an indent and with the default tabs."""
        return max(self._widths_in_dots(runs, DEFAULT_TABS, container)) / DOTS

    def text_width(self, text: str, size: float, *, bold: bool = False, font: FontRole = "body") -> float:
        """The width of the longest line of a text of one look, without tabs."""
        metrics = self.fonts.for_role(font)
        return max([unbroken_width(line, metrics, size, bold, "shape") for line in text.split("\n")]) / DOTS

    def em(self, size: float) -> float:
        """The em of a size in points as it is drawn: a whole number of dots, such as 10.44 pt for a size of 10.5."""
        return dots(size) / DOTS

    def profile(self, text: str, role: FontRole, *, bold: bool = False, linked: bool = False) -> TextProfile:
        """A text with inline markup measured in em, as it stands in a table cell at any size; no tabs.

        ``linked`` says that a link leads from all of it.
        """
        runs = [
            (span.text, bold or span.bold, SUPERSCRIPT if span.superscript else 1.0, linked or span.link is not None)
            for span in parse(text)
        ]
        return text_profile(tuple(runs), self.fonts.for_role(role), "cell")

    def broken(
        self, paragraph: Paragraph, width: float, container: Container, reading: Reading = "spaced"
    ) -> list[tuple[MeasuredLine, list[int]]]:
        """Each explicit line of a paragraph and where the lines end into which it breaks in a reading."""
        if math.isnan(width):
            raise DocgenError("width-not-a-number")
        lines = self.explicit_lines(paragraph, container, reading)
        room = max(0.0, width - paragraph.indent) * DOTS
        broken: list[tuple[MeasuredLine, list[int]]] = []
        first: float | None = None
        if paragraph.hanging and not paragraph.bullet:
            first = max(0.0, width - paragraph.indent + paragraph.hanging) * DOTS
        for line in lines:
            tabs = Tabs.of(paragraph, container) if line.tabs else None
            broken.append((line, line_ends(line, room, first, tabs, hanging=reading == "spaced")))
            first = None
        return broken

    def explicit_lines(self, paragraph: Paragraph, container: Container, reading: Reading) -> Sequence[MeasuredLine]:
        """The explicit lines of a paragraph, measured in a reading; soft breaks part lines too."""
        return measured_lines(with_soft_breaks(paragraph, "\n").runs, self.fonts, container, reading)

    def _in_em(
        self, paragraph: Paragraph, width: float, container: Container
    ) -> tuple[TextProfile, float, float, float] | None:
        """The profile of a paragraph, the room of its lines and of the first one, and what rounding adds or takes,
        in em; None where its widths do not tell where its lines end."""
        runs = paragraph.runs
        if not runs or paragraph.breaks or math.isnan(width):
            return None
        size, role = runs[0].size, runs[0].font
        scaled: list[ScaledRun] = []
        length = 0
        for run in runs:
            text = run.text
            if run.size != size or run.font != role or run.superscript or run.link or "\t" in text:
                return None
            scaled.append((text, run.bold, 1.0, False))
            length += len(text)
        em = dots(size)
        room = (width - paragraph.indent) * DOTS / em
        first = room if paragraph.bullet else room + paragraph.hanging * DOTS / em
        # Each character is rounded to dots.
        return text_profile(tuple(scaled), self.fonts.for_role(role), container), room, first, length * 0.5 / em

    def _widths_in_dots(
        self, runs: Sequence[Run], tabs: Tabs, container: Container, reading: Reading = "spaced"
    ) -> list[float]:
        """The width of each explicit line on one line in a reading."""
        run = run_of_one_look(runs, self.fonts)
        if run is None or "\t" in run[0]:
            lines = measured_lines(runs, self.fonts, container, reading)
            return [width_with_tabs(line, tabs) if line.tabs else line.ends[-1] if line.text else 0.0 for line in lines]
        text, size, bold, font, _ = run
        if reading == "plain":
            return [plain_width(part, font, size, bold) for part in text.split("\n")]
        return [unbroken_width(part, font, size, bold, container) for part in text.split("\n")]


def estimated_lines(natural: float, room: float) -> int:
    """About how many lines a text takes whose ``natural`` width is known, if every line fills its room.

    A text 250 pt wide on one line takes 3 lines in a room of 100 pt; an empty one takes none.
    """
    return math.ceil(natural / room)
