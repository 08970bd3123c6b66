"""What should be mended in a pack although it can be used: something is missing, hard to read or covered."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping

from docgen.breach import Breach
from docgen.errors import FieldPath, nearest
from docgen.layout.colours import contrast, palette_colour
from docgen.layout.pack import LayoutPack, SlideLayout
from docgen.layout.series_colours import confusions
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


def shortcomings(pack: LayoutPack, standard: LayoutPack, kinds: Iterable[str]) -> tuple[Breach, ...]:
    """Everything that should be mended in a pack, each with its place in layout.yaml.

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


def unserved(pack: LayoutPack, kinds: Iterable[str]) -> tuple[Breach, ...]:
    """A breach for each of the ``kinds`` that the pack neither hides nor has a slide layout for."""
    served, layouts = (*pack.kinds, *pack.pages.hide), ", ".join(pack.slide_layouts)
    return tuple(
        _breach(
            "no-slide-layout",
            pack,
            ("kinds",),
            f"pages of kind {kind!r} have no slide layout",
            f"{kind}: one of {layouts}",
        )
        for kind in dict.fromkeys(kinds)
        if kind not in served
    )


def _fonts(pack: LayoutPack) -> Iterator[Breach]:
    for role, face in pack.fonts.items():
        if face.file is None and not is_known(face.name):
            yield _breach(
                "unknown-font-widths",
                pack,
                ("fonts", role),
                f"the widths of the font {face.name!r} are not known: its text is measured wider than it is",
                "take a font whose widths docgen carries (BIZ UDPゴシック, BIZ UDゴシック), or add the font's file: "
                f"{role}: {{name: {face.name}, file: the font's file in the pack's folder}}",
            )


def _missing(pack: LayoutPack, standard: LayoutPack) -> Iterator[Breach]:
    for part, thing in (("roles", "role"), ("statuses", "status"), ("words", "word")):
        have = getattr(pack, part)
        for name in getattr(standard, part):
            if name not in have:
                hint = f"extends: {standard.name}, or state it as {standard.name} does"
                yield _breach(f"missing-{thing}", pack, (part,), f"there is no {thing} {name!r}", hint)


def _contrasts(pack: LayoutPack, standard: LayoutPack) -> Iterator[Breach]:
    of_placeholders = {spec.role for layout in standard.slide_layouts.values() for spec in layout.placeholders.values()}
    for name, role in pack.roles.items():
        for ground in _grounds_of(name, pack, of_placeholders):
            yield from _contrast(pack, ("roles", name, "colour"), f"role {name!r}", role.colour, ground)
    for name, layout in pack.slide_layouts.items():
        for key, spec in layout.placeholders.items():
            path = ("slide_layouts", name, "placeholders", key)
            below = _ground_in(layout, Box(*spec.box), _fill(name, key, pack))
            if below is not None:
                yield from _contrast(pack, path, f"placeholder {key!r}", pack.roles[spec.role].colour, below)
    for name, status in pack.statuses.items():
        if status.mark:
            what, stated = f"the mark of status {name!r}", ("statuses", name, "mark_colour")
            yield from _contrast(pack, stated, what, status.mark_colour, status.fill, LEAST_SIGN_CONTRAST)


def _grounds_of(role: str, pack: LayoutPack, of_placeholders: Container[str]) -> tuple[str, ...]:
    """The colours behind text of a role; none where all of it stands in placeholders with a colour of their own.

    Only placeholders use the roles ``of_placeholders``: one that this pack's do not use is drawn nowhere.
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
    """The colour behind a placeholder's text, as the pack or its template states it."""
    form = pack.template.forms[layout].get(placeholder) if pack.template is not None else None
    return pack.slide_layouts[layout].placeholders[placeholder].fill or (form.ground if form is not None else None)


def _ground_in(layout: SlideLayout, box: Box, fill: str | None) -> str | None:
    """The colour that a placeholder stands on: its fill, or that of the topmost decoration; None for paper."""
    if fill is not None:
        return fill
    fills = [spec.fill for spec in layout.decorations.values() if spec.fill and Box(*spec.box).contains(box)]
    return fills[-1] if fills else None


def _contrast(
    pack: LayoutPack, path: FieldPath, what: str, colour: str, ground: str, least: float = LEAST_CONTRAST
) -> Iterator[Breach]:
    if colour not in pack.colours or ground not in pack.colours:
        return
    first, second = (palette_colour(name, pack.colours).rgb for name in (colour, ground))
    ratio = contrast(first, second)
    if ratio < least:
        what = f"{what}: {colour} on {ground} has a contrast of {ratio:.1f} to 1, needs {least:g}"
        yield _breach("contrast", pack, path, what, f"a darker or lighter colour than {first}")


def _series(pack: LayoutPack) -> Iterator[Breach]:
    for confusion in confusions(pack):
        hint = "colours that everybody can tell apart"
        yield _breach("similar-series-colours", pack, ("chart", "series"), str(confusion), hint)


def _placeholders(pack: LayoutPack) -> Iterator[Breach]:
    for name, layout in pack.slide_layouts.items():
        path = ("slide_layouts", name)
        kinds: list[str] = [spec.kind for spec in layout.placeholders.values()]
        for kind in _SINGLE:
            if kinds.count(kind) > 1:
                what = f"{kinds.count(kind)} placeholders of kind {kind}"
                yield _breach("duplicate-placeholder", pack, (*path, "placeholders"), what, "keep one")
        if "title" not in kinds:
            what = f"slide layout {name!r} has no title placeholder"
            yield _breach("no-title", pack, path, what, "add one of kind: title")
        yield from _covered(pack, (*path, "placeholders"), layout)


def _covered(pack: LayoutPack, path: FieldPath, layout: SlideLayout) -> Iterator[Breach]:
    slots = [(f"slot {key!r}", layout.slot(key)) for key in layout.slots]
    above: list[tuple[str, Box]] = []
    for key, spec in layout.placeholders.items():
        what, box = f"placeholder {key!r}", Box(*spec.box)
        for other, other_box in (*above, *slots):
            if box.overlaps(other_box):
                said = f"{what} overlaps {other}"
                yield _breach("overlap", pack, (*path, key, "box"), said, "set the boxes beside each other")
        above.append((what, box))


def _kinds(pack: LayoutPack, kinds: tuple[str, ...]) -> Iterator[Breach]:
    for kind, layout in pack.kinds.items():
        if kind not in (*kinds, *_LEVELS):
            near = nearest(kind, kinds) or "state its builder in BUILDERS of the pack's pack.py"
            hint = f"{near}; there are builders for {', '.join(kinds)}"
            yield _breach("unknown-kind", pack, ("kinds", kind), f"no builder makes slides of kind {kind!r}", hint)
        elif not pack.slide_layouts[layout].slots and kind not in _WITHOUT_SLOTS:
            what = f"slide layout {layout!r} has no slot for pages of kind {kind!r}"
            yield _breach("no-slot", pack, ("kinds", kind), what, "add a slot body")
    yield from unserved(pack, (kind for kind in kinds if kind != "repeated"))


def _breach(code: str, pack: LayoutPack, path: FieldPath, what: str, hint: str) -> Breach:
    return Breach(code, pack.origin.position(path) or ".".join(map(str, path)), what, hint)
