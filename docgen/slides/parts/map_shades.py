"""The shades of a map of values: a class each, from pale to dark, and what the legend says of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from docgen.blocks.text.legend import LegendEntry
from docgen.layout.pack import Stroke

# From pale to dark; each is darker than the one before by a contrast that shows in greyscale as well.
RAMP = ("pale_blue", "light_blue", "blue", "navy")
# The palest of five classes is near the paper: where four are enough it is not used.
_PALEST = "pale_fill"
MOST_STEPS = len(RAMP)
_DARK = frozenset({"blue", "navy"})
_BORDER = Stroke(colour="light_rule", width=0.5)


def shades(steps: Sequence[Decimal]) -> tuple[str, ...]:
    """The fill of each class that ``steps`` (lower bounds) make, pale to dark."""
    ramp = RAMP if len(steps) < len(RAMP) else (_PALEST, *RAMP)
    return ramp[: len(steps) + 1]


def shade_of(number: Decimal, steps: Sequence[Decimal]) -> str:
    """The fill of a number: that of its class."""
    return shades(steps)[sum(number >= step for step in steps)]


def ink_on(shade: str) -> str:
    """The colour of a text on a shade."""
    return "paper" if shade in _DARK else "ink"


def shade_legend(steps: Sequence[Decimal], unit: str) -> Iterator[LegendEntry]:
    """An entry a class with its bounds; the darkest shade holds all from its bound on."""
    for shade, low, high in zip(shades(steps), (None, *steps), (*steps, None), strict=True):
        word = f"{low}{unit}以上" if low is not None else ""
        word += f"{high}{unit}未満" if high is not None else ""
        yield LegendEntry(word, fill=shade, border=_BORDER)
