"""What makes a layout pack unusable: names that it uses and does not define, boxes off the page, slots that overlap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from docgen.errors import DocgenError, FieldPath, nearest
from docgen.layout.pack import LayoutPack, SlideLayout
from docgen.layout.words import unfilled_words
from docgen.messages import Message, message
from docgen.model.record import Record
from docgen.placed import Box

# The roles that the core's blocks take without being told.
_NEEDED_ROLES = ("body", "note", "table_head", "table_body", "mark")
_COLOUR_FIELDS = frozenset(
    {"colour", "fill", "head_fill", "band_fill", "total_fill", "mark_colour", "highlight", "muted", "target"}
)


def inconsistencies(pack: LayoutPack) -> tuple[DocgenError, ...]:
    """The errors of a pack, each with its place in layout.yaml."""
    return (*_fonts(pack), *_colours(pack), *_roles(pack), *_layouts(pack), *_kinds(pack), *unfilled_words(pack))


def _fonts(pack: LayoutPack) -> Iterator[DocgenError]:
    for role in ("heading", "body"):
        if role not in pack.fonts:
            yield DocgenError("no-font-for", where=pack.origin.position(("fonts",)), role=role)


def _colours(pack: LayoutPack) -> Iterator[DocgenError]:
    for name, colour in pack.colours.items():
        if colour.rgb is None and (colour.base is None or colour.base not in pack.colours):
            yield _unknown(pack, ("colours", name), message("noun-colour"), colour.base or name, pack.colours)
        elif _based_on_itself(name, pack):
            yield DocgenError("colour-based-on-itself", where=pack.origin.position(("colours", name)), colour=name)
    for path, name in (*_named_colours(pack, ()), *((("colours",), name) for name in ("ink", "paper"))):
        if name not in pack.colours:
            yield _unknown(pack, path, message("noun-colour"), name, pack.colours)


def _named_colours(value: object, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    """Every name of a colour within a value, with the path to it."""
    if isinstance(value, Record):
        for field, inner in value:
            if field in _COLOUR_FIELDS and isinstance(inner, str):
                yield (*path, field), inner
            elif field == "series":
                yield from (((*path, field, index), name) for index, name in enumerate(inner))
            else:
                yield from _named_colours(inner, (*path, field))
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _named_colours(inner, (*path, key))


def _based_on_itself(name: str, pack: LayoutPack) -> bool:
    """Whether the bases of a colour lead back to one of them."""
    seen, colour = {name}, pack.colours[name]
    while colour.rgb is None and colour.base is not None and colour.base in pack.colours:
        if colour.base in seen:
            return True
        seen.add(colour.base)
        colour = pack.colours[colour.base]
    return False


def _roles(pack: LayoutPack) -> Iterator[DocgenError]:
    for name in _NEEDED_ROLES:
        if name not in pack.roles:
            yield _unknown(pack, ("roles",), message("noun-role"), name, pack.roles)
    for name, role in pack.roles.items():
        if role.size < role.floor:
            where = pack.origin.position(("roles", name))
            yield DocgenError("size-below-floor", where=where, role=name, size=role.size, floor=role.floor)


def _layouts(pack: LayoutPack) -> Iterator[DocgenError]:
    page = Box(0, 0, pack.page.width, pack.page.height)
    on_the_page = message("box-on-page", width=page.width, height=page.height)
    for name, layout in pack.slide_layouts.items():
        path = ("slide_layouts", name)
        for key, spec in layout.placeholders.items():
            place = (*path, "placeholders", key)
            if spec.role not in pack.roles:
                yield _unknown(pack, (*place, "role"), message("noun-role"), spec.role, pack.roles)
            if not page.contains(Box(*spec.box)):
                where = pack.origin.position((*place, "box"))
                yield DocgenError("placeholder-off-page", where=where, expected=on_the_page, name=key)
        for key in layout.slots:
            if not page.contains(layout.slot(key)):
                where = pack.origin.position((*path, "slots", key))
                yield DocgenError("slot-off-page", where=where, expected=on_the_page, name=key)
        yield from _overlaps(pack, path, layout)


def _overlaps(pack: LayoutPack, path: FieldPath, layout: SlideLayout) -> Iterator[DocgenError]:
    for first, second in combinations(layout.slots, 2):
        if layout.slot(first).overlaps(layout.slot(second)):
            where = pack.origin.position((*path, "slots", second))
            yield DocgenError("slots-overlap", where=where, first=first, second=second)


def _kinds(pack: LayoutPack) -> Iterator[DocgenError]:
    for kind, layout in pack.kinds.items():
        if layout not in pack.slide_layouts:
            yield _unknown(pack, ("kinds", kind), message("noun-slide-layout"), layout, pack.slide_layouts)
    for kind in pack.options:
        if kind not in pack.kinds:
            yield _unknown(pack, ("options", kind), message("noun-slide-kind"), kind, pack.kinds)
    for name, kinds in pack.pages:
        for index, kind in enumerate(kinds):
            if kind not in pack.kinds:
                yield _unknown(pack, ("pages", name, index), message("noun-slide-kind"), kind, pack.kinds)


def _unknown(pack: LayoutPack, path: FieldPath, kind: Message, name: str, known: Iterable[str]) -> DocgenError:
    names = tuple(known)
    where = pack.origin.position(path)
    return DocgenError("unknown-thing", where=where, hint=nearest(name, names), kind=kind, name=name, names=names)
