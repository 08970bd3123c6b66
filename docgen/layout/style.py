"""What blocks draw with: a pack's looks at one step of the fitting ladder, and the measure of its texts."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import field

from docgen.layout.pack import ChartLook, FitStep, LayoutPack, Role, Stroke, TableLook
from docgen.placed import Align, FontRole, Insets, Line, Paragraph, Run
from docgen.typeset.fonts import Fonts, load_metrics
from docgen.typeset.markup import to_runs
from docgen.typeset.text_measure import TextMeasure
from docgen.value import value

# Gaps between blocks are so many halves of the pack's gap at the most; the insets of frames grow no more than so.
_MOST_HALVES = 4
_MOST_INSETS = 1.7
_CLOSEST = 4.5
GAP_STEP = 6.0
"""Gaps between the blocks of a page are multiples of so many points."""


@value(frozen=True, slots=True)
class TextStyle:
    """A role at one step of the ladder: size, line pitch and space after a paragraph in points."""

    size: float
    pitch: float
    bold: bool
    colour: str
    font: FontRole
    align: Align
    after: float

    def runs(self, text: str) -> tuple[Run, ...]:
        """The runs of a text with inline markup."""
        return to_runs(text, size=self.size, colour=self.colour, bold=self.bold, font=self.font)

    def paragraph(self, text: str, *, align: Align | None = None, bullet: str | None = None) -> Paragraph:
        """A paragraph of a text with inline markup; a bullet hangs by one em."""
        hanging = self.size if bullet else 0
        return Paragraph(self.runs(text), self.pitch, align or self.align, 0, self.after, hanging, hanging, bullet)


@value(frozen=True, slots=True)
class Style:
    """The looks that blocks measure and draw with, at one step of the ladder (``step``)."""

    pack: LayoutPack
    measure: TextMeasure
    step: FitStep
    texts: Mapping[str, TextStyle]
    more_generous: tuple[Style, ...] = field(default=(), repr=False, compare=False)
    """The styles of the steps before this one, from the most generous."""

    def text(self, role: str) -> TextStyle:
        """The look of a role; KeyError where the pack has no such role."""
        return self.texts[role]

    def space(self, points: float) -> float:
        """A space at this step of the ladder."""
        return points * self.step.space

    def insets(self, insets: Insets) -> Insets:
        """Insets whose upper and lower follow the spaces of this step, as far as frames may grow."""
        factor = min(self.step.space, _MOST_INSETS)
        return Insets(insets.left, insets.top * factor, insets.right, insets.bottom * factor)

    def gap_near(self, points: float) -> float:
        """A stated gap between two blocks at this step: the nearest multiple of six points, at least six.

        What is stated as less than six is that of a head to what it heads: on a full page it may be closer.
        """
        gap = self.space(points)
        if points < GAP_STEP and gap < _CLOSEST:
            return gap
        return GAP_STEP * max(1, math.floor(gap / GAP_STEP + 0.5))

    @property
    def gap(self) -> float:
        """The space between two blocks: a multiple of half the pack's gap, at the most twice the gap."""
        return self.pack.gap / 2 * min(_MOST_HALVES, max(1, round(2 * self.step.space)))

    @property
    def continuation(self) -> float:
        """The height of the line that says that a page goes on, or goes on from the page before."""
        return self.text("mark").pitch + 2

    @property
    def table(self) -> TableLook:
        """How tables look."""
        return self.pack.table

    @property
    def chart(self) -> ChartLook:
        """How charts look."""
        return self.pack.chart

    def word(self, key: str) -> str:
        """A printed label of the pack; KeyError where it has none."""
        return self.pack.words[key]


def measure_of(pack: LayoutPack) -> TextMeasure:
    """What measures a pack's texts: in its heading and its body font."""
    faces = (pack.fonts["heading"], pack.fonts["body"])
    heading, body = (load_metrics(face.name, face.file, face.latin) for face in faces)
    return TextMeasure(Fonts(heading, body))


def style_ladder(pack: LayoutPack) -> tuple[Style, ...]:
    """The pack's style at each step of its fitting ladder, generous first."""
    measure = measure_of(pack)
    ladder: tuple[Style, ...] = ()
    for step in pack.fit:
        ladder = (*ladder, style_at(pack, measure, step, ladder))
    return ladder


def limited(ladder: Sequence[Style], largest: float) -> tuple[Style, ...]:
    """A ladder none of whose steps is ``largest`` points larger than usual; what is smaller looks as it did."""
    made: tuple[Style, ...] = ()
    for style in ladder:
        if style.step.size <= largest:
            made = (*made, Style(style.pack, style.measure, style.step, style.texts, made))
        else:
            step = style.step.model_copy(update={"size": largest})
            made = (*made, style_at(style.pack, style.measure, step, made))
    return made


def style_at(pack: LayoutPack, measure: TextMeasure, step: FitStep, more_generous: tuple[Style, ...] = ()) -> Style:
    """The style of a pack at one step of its ladder, after the ``more_generous`` ones."""
    texts = {name: _text_style(role, step) for name, role in pack.roles.items()}
    return Style(pack, measure, step, texts, more_generous)


def line(stroke: Stroke | None) -> Line | None:
    """A stroke of a pack as a mark's line."""
    return None if stroke is None else Line(stroke.colour, stroke.width, stroke.dash)


def _text_style(role: Role, step: FitStep) -> TextStyle:
    size = max(role.floor, role.size + step.size)
    if role.ceiling is not None:
        size = min(size, role.ceiling)
    return TextStyle(
        size=size,
        pitch=round(size * max(1.1, role.pitch * step.pitch), 2),
        bold=role.bold,
        colour=role.colour,
        font=role.font,
        align=role.align,
        after=role.after * step.space,
    )
