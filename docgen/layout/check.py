"""What keeps a pack that can be loaded from being a good one: what is missing, hard to read, unknown or covered."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping

from docgen.errors import nearest
from docgen.layout.contrast import contrast
from docgen.layout.design import palette_colour
from docgen.layout.pack import LayoutPack, SlideLayout
from docgen.layout.palette import confusions
from docgen.layout.whole import Inconsistency
from docgen.placed import Box
from docgen.typeset.fonts import is_known

# Web Content Accessibility Guidelines 2.1, 1.4.3: text of ordinary size.
LEAST_CONTRAST = 4.5
# The same, 1.4.11: signs that are no text.
LEAST_SIGN_CONTRAST = 3.0
# What the core's blocks and builders draw these roles on; all others stand on paper.
_GROUNDS: Mapping[str, tuple[str, ...]] = {
    "panel_heading": ("navy", "blue"),
    "flow_head": ("navy",),
    "flow_group": ("paper", "pale_head"),
    "lead": ("paper", "pale_blue"),
    "message": ("paper", "pale_fill"),
}
# Kinds that a builder draws on slide layouts of their own: a section within a section.
_LEVELS = ("divider_2",)
# Kinds whose slides are placeholders alone.
_WITHOUT_SLOTS = ("cover", "divider", *_LEVELS)
# Placeholders of which a slide has no more than one.
_SINGLE = ("title", "footer", "date", "slide_number")


def shortcomings(pack: LayoutPack, standard: LayoutPack, kinds: Iterable[str]) -> tuple[Inconsistency, ...]:
    """Everything that should be mended in a whole pack, in the order of the file.

    ``standard`` is the pack whose roles, words and statuses the core's builders were written for; ``kinds``
    are the slide kinds that there are builders for.
    """
    return (
        *_fonts(pack),
        *_missing(pack, standard),
        *_contrasts(pack, standard),
        *_series(pack),
        *_placeholders(pack),
        *_kinds(pack, tuple(kinds)),
    )


def unserved(pack: LayoutPack, kinds: Iterable[str]) -> tuple[Inconsistency, ...]:
    """The ``kinds`` that the pack shows and draws on no slide layout."""
    served = (*pack.kinds, *pack.pages.hide)
    return tuple(_unserved(kind, pack) for kind in dict.fromkeys(kinds) if kind not in served)


def _unserved(kind: str, pack: LayoutPack) -> Inconsistency:
    return Inconsistency(
        ("kinds",),
        f"pages of kind {kind!r} have no slide layout",
        f"{kind}: one of {', '.join(pack.slide_layouts)}",
    )


def _fonts(pack: LayoutPack) -> Iterator[Inconsistency]:
    for role, face in pack.fonts.items():
        if face.file is None and not is_known(face.name):
            yield Inconsistency(
                ("fonts", role),
                f"the widths of the font {face.name!r} are not known: its text is measured wider than it is",
                "a font whose widths docgen carries (BIZ UDPゴシック, BIZ UDゴシック), or the font's file",
                f"{role}: {{name: {face.name}, file: the font's file in the pack's folder}}",
            )


def _missing(pack: LayoutPack, standard: LayoutPack) -> Iterator[Inconsistency]:
    parts: tuple[tuple[str, str], ...] = (("roles", "role"), ("statuses", "status"), ("words", "word"))
    for part, thing in parts:
        have = getattr(pack, part)
        for name in getattr(standard, part):
            if name not in have:
                yield Inconsistency(
                    (part,),
                    f"there is no {thing} {name!r}",
                    f"a {thing} of that name, as {standard.name} has it",
                    f"extends: {standard.name}, or state it",
                )


def _contrasts(pack: LayoutPack, standard: LayoutPack) -> Iterator[Inconsistency]:
    of_placeholders = {spec.role for layout in standard.slide_layouts.values() for spec in layout.placeholders.values()}
    for name, role in pack.roles.items():
        for ground in _grounds_of(name, pack, of_placeholders):
            yield from _contrast(("roles", name, "colour"), f"role {name!r}", role.colour, ground, pack)
    for name, layout in pack.slide_layouts.items():
        for key, spec in layout.placeholders.items():
            path = ("slide_layouts", name, "placeholders", key)
            found = _ground_in(layout, Box(*spec.box), _fill(name, key, pack))
            if found is not None:
                yield from _contrast(path, f"placeholder {key!r}", pack.roles[spec.role].colour, found, pack)
    for name, status in pack.statuses.items():
        if status.mark:
            what = f"the mark of status {name!r}"
            at = ("statuses", name, "mark_colour")
            yield from _contrast(at, what, status.mark_colour, status.fill, pack, LEAST_SIGN_CONTRAST)


def _grounds_of(role: str, pack: LayoutPack, of_placeholders: Container[str]) -> tuple[str, ...]:
    """The colours that text of a role stands on; none where only placeholders with a ground of their own have it.

    Of the roles ``of_placeholders`` no more is drawn than the pack's placeholders have.
    """
    table = pack.table
    if role == "table_head":
        return (table.head_fill or "paper",)
    if role in ("table_body", "budget"):
        return tuple(fill for fill in ("paper", table.band_fill, table.total_fill) if fill)
    if role == "flow_box":
        return tuple(dict.fromkeys(status.fill for status in pack.statuses.values()))
    if role in _GROUNDS:
        return tuple(ground for ground in _GROUNDS[role] if ground in pack.colours)
    grounds = [
        _ground_in(layout, Box(*spec.box), _fill(name, key, pack))
        for name, layout in pack.slide_layouts.items()
        for key, spec in layout.placeholders.items()
        if spec.role == role
    ]
    nowhere = not grounds and role in of_placeholders
    return () if nowhere or (grounds and all(grounds)) else ("paper",)


def _fill(layout: str, placeholder: str, pack: LayoutPack) -> str | None:
    """The ground that a placeholder has of its own, or in the pack's template."""
    form = pack.template.forms[layout].get(placeholder) if pack.template is not None else None
    return pack.slide_layouts[layout].placeholders[placeholder].fill or (form.ground if form is not None else None)


def _ground_in(layout: SlideLayout, box: Box, fill: str | None) -> str | None:
    """What a placeholder stands on, where that is not the paper: its own fill, or the topmost filled decoration."""
    if fill is not None:
        return fill
    under = [each.fill for each in layout.decorations.values() if each.fill and Box(*each.box).contains(box)]
    return under[-1] if under else None


def _contrast(
    path: tuple[str | int, ...],
    what: str,
    colour: str,
    ground: str,
    pack: LayoutPack,
    least: float = LEAST_CONTRAST,
) -> Iterator[Inconsistency]:
    if colour not in pack.colours or ground not in pack.colours:
        return
    first, second = (palette_colour(name, pack.colours).rgb for name in (colour, ground))
    ratio = contrast(first, second)
    if ratio < least:
        yield Inconsistency(
            path,
            f"{what}: {colour} on {ground} has a contrast of {ratio:.1f} to 1",
            f"at least {least:g} to 1",
            f"a darker or lighter colour than {first}",
        )


def _series(pack: LayoutPack) -> Iterator[Inconsistency]:
    for confusion in confusions(pack):
        yield Inconsistency(("chart", "series"), str(confusion), "colours that everybody can tell apart")


def _placeholders(pack: LayoutPack) -> Iterator[Inconsistency]:
    for name, layout in pack.slide_layouts.items():
        path = ("slide_layouts", name)
        kinds: list[str] = [spec.kind for spec in layout.placeholders.values()]
        for kind in _SINGLE:
            if kinds.count(kind) > 1:
                yield Inconsistency((*path, "placeholders"), f"{kinds.count(kind)} placeholders of kind {kind}", "one")
        if "title" not in kinds:
            yield Inconsistency(path, f"slide layout {name!r} has no title placeholder", "one of kind: title")
        yield from _covered((*path, "placeholders"), layout)


def _covered(path: tuple[str | int, ...], layout: SlideLayout) -> Iterator[Inconsistency]:
    boxes = [(f"placeholder {key!r}", key, Box(*spec.box)) for key, spec in layout.placeholders.items()]
    slots = [(f"slot {key!r}", Box(*box)) for key, box in layout.slots.items()]
    for index, (what, key, box) in enumerate(boxes):
        for other, other_box in [*((name, each) for name, _, each in boxes[:index]), *slots]:
            if box.overlaps(other_box):
                yield Inconsistency((*path, key, "box"), f"{what} overlaps {other}", "boxes beside each other")


def _kinds(pack: LayoutPack, kinds: tuple[str, ...]) -> Iterator[Inconsistency]:
    for kind, layout in pack.kinds.items():
        if kind not in (*kinds, *_LEVELS):
            yield Inconsistency(
                ("kinds", kind),
                f"no builder makes slides of kind {kind!r}",
                f"one of {', '.join(kinds)}",
                nearest(kind, kinds) or "state its builder in BUILDERS of the pack's pack.py",
            )
        elif not pack.slide_layouts[layout].slots and kind not in _WITHOUT_SLOTS:
            yield Inconsistency(
                ("kinds", kind), f"slide layout {layout!r} has no slot for pages of kind {kind!r}", "a slot body"
            )
    yield from unserved(pack, (kind for kind in kinds if kind != "repeated"))
