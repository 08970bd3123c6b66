"""Whether a pack's series colours can be told apart: in greyscale, and with a deficiency of colour vision.

Deficiencies are simulated with the matrices of Machado, Oliveira and Fernandes, "A Physiologically-based
Model for Simulation of Color Vision Deficiency", IEEE Transactions on Visualization and Computer Graphics
15 (6), 2009, severity 1.0, applied to linear RGB. Differences are Euclidean distances in CIE L*a*b* (D65,
CIE 1976), in which about 2.3 is just noticeable.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Iterator, Mapping
from itertools import combinations
from math import fsum

from docgen.layout.colours import palette_colour
from docgen.layout.pack import LayoutPack
from docgen.layout.rgb import contrast, linear_light
from docgen.value import value

Triple = tuple[float, float, float]

VISIONS: Mapping[str, tuple[Triple, Triple, Triple]] = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}
# sRGB (IEC 61966-2-1) to CIE XYZ under D65.
_TO_XYZ: tuple[Triple, Triple, Triple] = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_WHITE: Triple = (0.95047, 1.0, 1.08883)

# Segments of a stack touch: neighbours in the order must differ for every eye by as much as any two colours of a
# chart for the usual one.
LEAST_GREY_CONTRAST = 1.5
LEAST_NEIGHBOUR_DISTANCE = 20.0
LEAST_DISTANCE = 8.0


@value(frozen=True, slots=True)
class Confusion:
    """Two series colours that are too alike: for whom, how far apart they are, and how far they should be."""

    first: str
    second: str
    vision: str
    measured: float
    least: float


def confusions(pack: LayoutPack) -> Iterator[Confusion]:
    """The pairs of a pack's series colours that are too alike, in the order of the palette."""
    names = pack.chart.series
    rgb = [palette_colour(name, pack.colours).rgb for name in names]
    for first, second in combinations(range(len(names)), 2):
        beside = second - first == 1
        pair = names[first], names[second]
        grey = contrast(rgb[first], rgb[second])
        if beside and grey < LEAST_GREY_CONTRAST:
            yield Confusion(*pair, "greyscale", grey, LEAST_GREY_CONTRAST)
        for vision in VISIONS:
            least = LEAST_NEIGHBOUR_DISTANCE if beside or vision == "usual" else LEAST_DISTANCE
            measured = distance(rgb[first], rgb[second], vision)
            if measured < least:
                yield Confusion(*pair, vision, measured, least)


@functools.lru_cache(maxsize=1024)
def distance(first: str, second: str, vision: str = "usual") -> float:
    """How far apart two RGB colours are for an eye, as a distance in L*a*b*."""
    return math.dist(_lab(simulated(first, vision)), _lab(simulated(second, vision)))


def simulated(rgb: str, vision: str) -> Triple:
    """Linear RGB of a colour as an eye with this vision sees it."""
    red, green, blue = _times(VISIONS[vision], linear_light(rgb))
    return min(1.0, max(0.0, red)), min(1.0, max(0.0, green)), min(1.0, max(0.0, blue))


def _lab(linear: Triple) -> Triple:
    x, y, z = (_root(part / white) for part, white in zip(_times(_TO_XYZ, linear), _WHITE, strict=True))
    return (116 * y - 16, 500 * (x - y), 200 * (y - z))


def _root(part: float) -> float:
    return float(part ** (1 / 3)) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116


def _times(matrix: tuple[Triple, Triple, Triple], vector: Triple) -> Triple:
    red, green, blue = (fsum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return (red, green, blue)
