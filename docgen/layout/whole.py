"""What a layout pack must hold to be whole: every name that it uses is defined, every slot is on the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from docgen.errors import DocgenError, Position, nearest
from docgen.layout.pack import LayoutPack, SlideLayout, Stroke
from docgen.placed import Box

# The roles, words and statuses that the core's blocks and builders use.
_LADDER_ROLES = ("body", "note", "table_head", "table_body", "mark")
_TOLERANCE = 0.01


@dataclass(frozen=True, slots=True)
class Inconsistency:
    """Something in a pack that names what is not there; ``path`` leads to it in layout.yaml."""

    path: tuple[str | int, ...]
    what: str
    expected: str
    hint: str | None = None

    def at(self, where: Position | str | None) -> DocgenError:
        """What it says, at its place."""
        return DocgenError(self.what, where=where, expected=self.expected, hint=self.hint)


def inconsistencies(pack: LayoutPack) -> tuple[Inconsistency, ...]:
    """All of them, in the order of the file."""
    return (*_fonts(pack), *_colours(pack), *_roles(pack), *_layouts(pack), *_kinds(pack))


def _fonts(pack: LayoutPack) -> Iterator[Inconsistency]:
    for role in ("heading", "body"):
        if role not in pack.fonts:
            yield Inconsistency(("fonts",), f"no font for {role!r}", "fonts: heading and body")


def _colours(pack: LayoutPack) -> Iterator[Inconsistency]:
    for name, colour in pack.colours.items():
        if colour.rgb is None and (colour.base is None or colour.base not in pack.colours):
            yield _unknown(("colours", name), "colour", colour.base or name, pack.colours)
        elif _in_a_circle(name, pack):
            what = f"colour {name!r} is based on itself"
            yield Inconsistency(("colours", name), what, "a base that leads to a colour with rgb")
    used: list[tuple[tuple[str | int, ...], str]] = [
        *((("roles", name, "colour"), role.colour) for name, role in pack.roles.items()),
        *((("chart", "series", index), name) for index, name in enumerate(pack.chart.series)),
        *((("statuses", name, "fill"), status.fill) for name, status in pack.statuses.items()),
        *((("statuses", name, "border"), status.border.colour) for name, status in pack.statuses.items()),
        *((("table", "head_fill"), fill) for fill in (pack.table.head_fill,) if fill),
        *((("table",), stroke.colour) for stroke in _strokes(pack) if stroke),
        (("colours",), "ink"),
        (("colours",), "paper"),
    ]
    for path, name in used:
        if name not in pack.colours:
            yield _unknown(path, "colour", name, pack.colours)


def _in_a_circle(name: str, pack: LayoutPack) -> bool:
    """Whether the bases of a colour lead back to it."""
    seen, at = {name}, pack.colours[name]
    while at.rgb is None and at.base is not None and at.base in pack.colours:
        if at.base in seen:
            return True
        seen.add(at.base)
        at = pack.colours[at.base]
    return False


def _strokes(pack: LayoutPack) -> tuple[Stroke | None, ...]:
    look = pack.table
    return (look.head_top, look.head_bottom, look.rule, look.column_rule, look.bottom)


def _roles(pack: LayoutPack) -> Iterator[Inconsistency]:
    for name in _LADDER_ROLES:
        if name not in pack.roles:
            yield _unknown(("roles",), "role", name, pack.roles)
    for name, role in pack.roles.items():
        if role.size < role.floor:
            yield Inconsistency(
                ("roles", name),
                f"role {name!r} has size {role.size:g} below its floor {role.floor:g}",
                "a size of at least the floor",
            )


def _layouts(pack: LayoutPack) -> Iterator[Inconsistency]:
    page = Box(0, 0, pack.page.width, pack.page.height)
    for name, layout in pack.slide_layouts.items():
        path = ("slide_layouts", name)
        for key, spec in layout.placeholders.items():
            if spec.role not in pack.roles:
                yield _unknown((*path, "placeholders", key, "role"), "role", spec.role, pack.roles)
            if not page.contains(Box(*spec.box), _TOLERANCE):
                yield _off_page((*path, "placeholders", key, "box"), f"placeholder {key!r}", pack)
        for key, box in layout.slots.items():
            if not page.contains(Box(*box), _TOLERANCE):
                yield _off_page((*path, "slots", key), f"slot {key!r}", pack)
        yield from _overlaps(path, layout)


def _overlaps(path: tuple[str | int, ...], layout: SlideLayout) -> Iterator[Inconsistency]:
    boxes = [(name, Box(*box)) for name, box in layout.slots.items()]
    for index, (name, box) in enumerate(boxes):
        for other, other_box in boxes[:index]:
            if box.overlaps(other_box):
                yield Inconsistency(
                    (*path, "slots", name), f"slots {other!r} and {name!r} overlap", "slots beside each other"
                )


def _kinds(pack: LayoutPack) -> Iterator[Inconsistency]:
    for kind, layout in pack.kinds.items():
        if layout not in pack.slide_layouts:
            yield _unknown(("kinds", kind), "slide layout", layout, pack.slide_layouts)
    for kind in pack.options:
        if kind not in pack.kinds:
            yield _unknown(("options", kind), "slide kind", kind, pack.kinds)
    for name, kinds in pack.pages:
        for index, kind in enumerate(kinds):
            if kind not in pack.kinds:
                yield _unknown(("pages", name, index), "slide kind", kind, pack.kinds)


def _off_page(path: tuple[str | int, ...], what: str, pack: LayoutPack) -> Inconsistency:
    return Inconsistency(
        path,
        f"{what} reaches over the edge of the page",
        f"a box [left, top, width, height] within {pack.page.width:g} × {pack.page.height:g} pt",
    )


def _unknown(path: tuple[str | int, ...], thing: str, name: str, known: Iterable[str]) -> Inconsistency:
    names = list(known)
    return Inconsistency(path, f"unknown {thing} {name!r}", f"one of {', '.join(names)}", nearest(name, names))
