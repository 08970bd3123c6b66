"""Where PowerPoint draws a preset connector: the preset's path, mirrored, turned and moved to its frame."""

from __future__ import annotations

from docgen.write.slide.connector import Route

Point = tuple[float, float]


def drawn_path(route: Route) -> list[Point]:
    """The corners of the connector on the slide, in EMU."""
    x, y, width, height = route.frame
    middle = (x + width / 2, y + height / 2)
    path = [(u - width / 2, v - height / 2) for u, v in _preset_path(route, width, height)]
    if route.flip_across:
        path = [(-u, v) for u, v in path]
    if route.flip_down:
        path = [(u, -v) for u, v in path]
    if route.turned:
        path = [(-v, u) for u, v in path]
    return [(middle[0] + u, middle[1] + v) for u, v in path]


def _preset_path(route: Route, width: float, height: float) -> list[Point]:
    """The path as presetShapeDefinitions.xml of ECMA-376 gives it, in the connector's own frame."""
    share = [value / 100_000 for value in route.adjustments]
    end = (width, height)
    match route.preset:
        case "straightConnector1":
            return [(0, 0), end]
        case "bentConnector2":
            return [(0, 0), (width, 0), end]
        case "bentConnector3":
            first = width * share[0]
            return [(0, 0), (first, 0), (first, height), end]
        case "bentConnector4":
            first, second = width * share[0], height * share[1]
            return [(0, 0), (first, 0), (first, second), (width, second), end]
        case "bentConnector5":
            first, second, third = width * share[0], height * share[1], width * share[2]
            return [(0, 0), (first, 0), (first, second), (third, second), (third, height), end]
    raise AssertionError(f"unknown preset {route.preset}")
