"""Connectors as ``p:cxnSp``: glued at both ends, straight or bent, the path as PowerPoint's presets draw it.

A bent connector runs in a frame of its own: it starts at the frame's top left, its first segment goes
right, and it ends at the bottom right. Flips mirror the frame; a turn by a quarter makes the first segment
vertical. The inner corners are adjustments, in 100,000ths of the frame's width or height.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from docgen.errors import DocgenError
from docgen.placed import ConnectorMark, Glue
from docgen.value import value
from docgen.write.xml.colour import Colours
from docgen.write.xml.units import EMU_PER_POINT

Corner = tuple[int, int]
"""A corner of a path: EMU from the left and the top of the slide."""
_ARROW = '<a:tailEnd type="triangle" w="med" len="med"/>'
_WHOLE = 100_000
# The frame's size where the ends are level: adjustments are shares of it and need something to share.
_THIN = 1270
_MOST_CORNERS = 4


@value(frozen=True, slots=True)
class Route:
    """A path as a preset connector: its name, adjustments, flips, whether it is turned by a quarter, and its frame.

    The frame is left, top, width and height in EMU.
    """

    preset: str
    adjustments: tuple[int, ...]
    flip_across: bool
    flip_down: bool
    turned: bool
    frame: tuple[int, int, int, int]


def connector(mark: ConnectorMark, name: str, numbers: Mapping[str, int], colours: Colours) -> str:
    """A connector's XML; ``numbers`` gives the shape ids of the slide's marks by mark id."""
    glue = _glued("stCxn", mark.start, mark, numbers) + _glued("endCxn", mark.end, mark, numbers)
    shape = _drawn(route(corners(mark)))
    line = colours.line(mark.line, ends=_ARROW if mark.arrow else "")
    return (
        f"<p:cxnSp><p:nvCxnSpPr>{name}<p:cNvCxnSpPr>{glue}</p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr>"
        f"<p:spPr>{shape}{line}</p:spPr></p:cxnSp>"
    )


def corners(mark: ConnectorMark) -> list[Corner]:
    """The corners of a connector's path, from end to end: no point twice, and none inside a straight stretch.

    Raises DocgenError for a connector with fewer than two points.
    """
    points = [(round(x * EMU_PER_POINT), round(y * EMU_PER_POINT)) for x, y in mark.points]
    path: list[Corner] = []
    for point in points:
        if path and point == path[-1]:
            continue
        if len(path) > 1 and _in_line(path[-2], path[-1], point):
            path.pop()
        path.append(point)
    if len(points) < 2:
        raise DocgenError("connector-without-path", connector=mark.id)
    return path if len(path) > 1 else [path[0], path[0]]


def route(path: list[Corner]) -> Route:
    """The preset connector that draws a path of corners.

    >>> route([(0, 0), (0, 500), (900, 500)]).preset
    'bentConnector2'

    Raises DocgenError for a slanted segment, and for more corners than PowerPoint's connectors have.
    """
    if len(path) == 2:
        return _straight(path[0], path[1])
    for (x, y), (next_x, next_y) in pairwise(path):
        if x != next_x and y != next_y:
            raise DocgenError("connector-slanted", path=str(path))
    if len(path) - 2 > _MOST_CORNERS:
        raise DocgenError(
            "connector-of-many-corners", count=len(path) - 2, path=str(path), most=_MOST_CORNERS
        )
    return _bent(path)


def _straight(start: Corner, end: Corner) -> Route:
    left, right = sorted((start[0], end[0]))
    top, bottom = sorted((start[1], end[1]))
    frame = (left, top, right - left, bottom - top)
    return Route("straightConnector1", (), end[0] < start[0], end[1] < start[1], False, frame)


def _bent(path: list[Corner]) -> Route:
    (start_x, start_y), (end_x, end_y) = path[0], path[-1]
    turned = path[1][0] == start_x
    along, across = (1, 0) if turned else (0, 1)
    start, end = (path[0][along], path[0][across]), (path[-1][along], path[-1][across])
    length, depth = (end[0] - start[0]) or _THIN, (end[1] - start[1]) or _THIN
    # Inner corners are fixed alternately along and across; the last one follows from the end point.
    inner = path[1:-2] if len(path) > 3 else []
    adjustments = tuple(
        round((point[along] - start[0]) * _WHOLE / length)
        if number % 2 == 0
        else round((point[across] - start[1]) * _WHOLE / depth)
        for number, point in enumerate(inner)
    )
    # A quarter turn clockwise brings the frame's bottom to the left, hence the second flip's reversal.
    flip_down = (depth > 0) if turned else (depth < 0)
    size = (abs(length), abs(depth))
    middle = ((start_x + end_x) / 2, (start_y + end_y) / 2)
    frame = (round(middle[0] - size[0] / 2), round(middle[1] - size[1] / 2), *size)
    return Route(f"bentConnector{len(path) - 1}", adjustments, length < 0, flip_down, turned, frame)


def _in_line(first: Corner, second: Corner, third: Corner) -> bool:
    """Whether the middle one of three points lies on a level or upright stretch through the others."""
    return (first[0] == second[0] == third[0]) or (first[1] == second[1] == third[1])


def _drawn(drawn: Route) -> str:
    turn = ' rot="5400000"' if drawn.turned else ""
    flips = (' flipH="1"' if drawn.flip_across else "") + (' flipV="1"' if drawn.flip_down else "")
    x, y, width, height = drawn.frame
    adjustments = "".join(
        f'<a:gd name="adj{number}" fmla="val {value}"/>' for number, value in enumerate(drawn.adjustments, 1)
    )
    return (
        f'<a:xfrm{turn}{flips}><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        f'<a:prstGeom prst="{drawn.preset}"><a:avLst>{adjustments}</a:avLst></a:prstGeom>'
    )


def _glued(tag: str, glue: Glue, mark: ConnectorMark, numbers: Mapping[str, int]) -> str:
    if glue.shape not in numbers:
        raise DocgenError("glued-to-nothing", connector=mark.id, shape=glue.shape)
    return f'<a:{tag} id="{numbers[glue.shape]}" idx="{glue.site}"/>'
