"""What is drawn into a chart beside its data, computed and placed by category."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from docgen.value import value


@value(frozen=True, slots=True)
class ReadyShade:
    """Categories from ``first`` to ``last`` that are shaded; ``places`` are the same on the figure's time axis."""

    name: str
    first: int
    last: int
    places: tuple[int, int] | None = None


@value(frozen=True, slots=True)
class ReadyChange:
    """An arrow from the category ``first`` to ``last`` with its ``text``; ``said`` is the whole sentence."""

    first: int
    last: int
    text: str
    said: str


@value(frozen=True, slots=True)
class ReadyRemark:
    """Words at the point of a series at a category; without a series at the top of a stack."""

    category: int
    text: str
    series: int | None = None


@value(frozen=True, slots=True)
class ReadyAnnotations:
    """All that is drawn into a chart beside its data. Levels are among the figure's targets."""

    shades: tuple[ReadyShade, ...] = ()
    changes: tuple[ReadyChange, ...] = ()
    remarks: tuple[ReadyRemark, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.shades or self.changes or self.remarks)

    def at(self, places: Sequence[int]) -> ReadyAnnotations:
        """The same on a time axis, where each category lies at its place."""

        def shade(one: ReadyShade) -> ReadyShade:
            first, last = one.places or (places[one.first], places[one.last])
            return replace(one, first=first, last=last)

        return ReadyAnnotations(
            tuple(map(shade, self.shades)),
            tuple(replace(one, first=places[one.first], last=places[one.last]) for one in self.changes),
            tuple(replace(one, category=places[one.category]) for one in self.remarks),
        )


NO_ANNOTATIONS = ReadyAnnotations()
