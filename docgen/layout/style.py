"""What blocks draw with: a pack's looks at one step of the fitting ladder, and the measure of its texts."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import field, replace
from typing import Any, TypeVar

from docgen.layout.pack import ChartLook, FitStep, LayoutPack, Role, Stroke, TableLook
from docgen.placed import Align, FontRole, Line, Paragraph, Run
from docgen.typeset.markup import to_runs
from docgen.typeset.text_measure import TextMeasure
from docgen.value import value

T = TypeVar("T")


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
    """The looks that blocks measure and draw with, at one step of the ladder (``step``).

    What was measured with it is remembered in it, so that a block that stands in several arrangements is
    measured once at each width; ``heights`` are the blocks' by identity and width, beside the blocks.
    """

    pack: LayoutPack
    measure: TextMeasure
    step: FitStep
    texts: Mapping[str, TextStyle]
    heights: dict[tuple[int, float], tuple[object, float]] = field(default_factory=dict, repr=False, compare=False)
    _measured: dict[tuple[int, str, float], tuple[object, Any]] = field(
        default_factory=dict, repr=False, compare=False
    )
    _made: dict[Hashable, Any] = field(default_factory=dict, repr=False, compare=False)
    _at_any_step: dict[tuple[int, str], tuple[object, Any]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def once(self, block: object, what: str, width: float, measure: Callable[[], T]) -> T:
        """``measure()``, or its result from before for the same block, matter and width (points).

        Blocks are frozen, so a result stays true; the block is kept beside it, so that its identity is
        not given to another.
        """
        key = (id(block), what, width)
        known = self._measured.get(key)
        if known is None:
            known = self._measured[key] = (block, measure())
        result: T = known[1]
        return result

    def at_any_step(self, block: object, what: str, make: Callable[[], T]) -> T:
        """As :meth:`once`, for what is the same at every step of the ladder and every width."""
        key = (id(block), what)
        known = self._at_any_step.get(key)
        if known is None:
            known = self._at_any_step[key] = (block, make())
        result: T = known[1]
        return result

    def shared(self, key: Hashable, make: Callable[[], T]) -> T:
        """``make()``, or its result from before for an equal key, which says what is made and of what."""
        known: T | None = self._made.get(key)
        if known is None:
            known = self._made[key] = make()
        return known

    def more_generous(self) -> tuple[Style, ...]:
        """The styles of the steps of the pack's ladder before this one, from the most generous."""
        return self.once(self, "more_generous", 0, self._steps_before)

    def _steps_before(self) -> tuple[Style, ...]:
        steps = self.pack.fit
        before = steps[: steps.index(self.step)] if self.step in steps else ()
        styles = [style_at(self.pack, self.measure, step) for step in before]
        return tuple([replace(style, _at_any_step=self._at_any_step) for style in styles])

    def text(self, role: str) -> TextStyle:
        """The look of a role; KeyError where the pack has no such role."""
        return self.texts[role]

    def space(self, points: float) -> float:
        """A space at this step of the ladder."""
        return points * self.step.space

    @property
    def gap(self) -> float:
        """The space between two blocks."""
        return self.space(self.pack.gap)

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


def style_at(pack: LayoutPack, measure: TextMeasure, step: FitStep) -> Style:
    """The style of a pack at one step of its ladder."""
    return Style(pack, measure, step, {name: _text_style(role, step) for name, role in pack.roles.items()})


def afresh(ladder: Iterable[Style]) -> tuple[Style, ...]:
    """The same ladder without what was measured of blocks with it: for blocks that have nothing to do with
    those before. What was made of equal keys stays."""
    at_any_step: dict[tuple[int, str], tuple[object, Any]] = {}
    return tuple(
        [
            Style(each.pack, each.measure, each.step, each.texts, _made=each._made, _at_any_step=at_any_step)
            for each in ladder
        ]
    )


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
