"""What should be mended in a pack although it can be used: something is missing, hard to read or covered."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from types import MappingProxyType

from docgen.breach import Breach
from docgen.errors import FieldPath, nearest
from docgen.layout.colours import palette_colour
from docgen.layout.on_template import dropped_content, template_breaches
from docgen.layout.own_place import own_place
from docgen.layout.pack import LayoutPack, SlideLayout
from docgen.layout.rgb import contrast
from docgen.layout.series_colours import confusions
from docgen.layout.words import word_breaches
from docgen.messages import Message, message
from docgen.outside.left_behind import left_breaches
from docgen.placed import Box
from docgen.typeset.fonts import is_known

# Web Content Accessibility Guidelines 2.1, 1.4.3: text of ordinary size.
LEAST_CONTRAST = 4.5
# The same, 1.4.11: signs that are no text.
LEAST_SIGN_CONTRAST = 3.0
_VISIONS: Mapping[str, Message] = MappingProxyType(
    {
        "greyscale": message("vision-greyscale"),
        "usual": message("vision-usual"),
        "protanopia": message("vision-protanopia"),
        "deuteranopia": message("vision-deuteranopia"),
        "tritanopia": message("vision-tritanopia"),
    }
)
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
        *template_breaches(pack),
        *dropped_content(pack, standard),
        *word_breaches(pack, standard),
        *left_of_template(pack),
    )


def left_of_template(pack: LayoutPack) -> tuple[Breach, ...]:
    """What decks do not take of a pack's template: code, objects of other programs, links to files, broken pictures."""
    if pack.template is None:
        return ()
    return left_breaches(pack.template.left_behind, pack.origin.position(("template",)) or pack.template.path.name)


def unserved(pack: LayoutPack, kinds: Iterable[str]) -> tuple[Breach, ...]:
    """A breach for each of the ``kinds`` that the pack neither hides nor has a slide layout for."""
    served, layouts = (*pack.kinds, *pack.pages.hide), tuple(pack.slide_layouts)
    return tuple(
        Breach("no-slide-layout", own_place(pack, ("kinds",)), kind=kind, layouts=layouts)
        for kind in dict.fromkeys(kinds)
        if kind not in served
    )


def _fonts(pack: LayoutPack) -> Iterator[Breach]:
    for role, face in pack.fonts.items():
        if face.file is None and not is_known(face.name):
            yield Breach("unknown-font-widths", own_place(pack, ("fonts", role)), font=face.name, role=role)


def _missing(pack: LayoutPack, standard: LayoutPack) -> Iterator[Breach]:
    for name in _lacking(pack.roles, standard.roles):
        yield Breach("missing-role", own_place(pack, ("roles",)), name=name, standard=standard.name)
    for name in _lacking(pack.statuses, standard.statuses):
        yield Breach("missing-status", own_place(pack, ("statuses",)), name=name, standard=standard.name)
    for name in _lacking(pack.words, standard.words):
        yield Breach("missing-word", own_place(pack, ("words",)), name=name, standard=standard.name)


def _lacking(own: Container[str], wanted: Iterable[str]) -> Iterator[str]:
    return (name for name in wanted if name not in own)


def _contrasts(pack: LayoutPack, standard: LayoutPack) -> Iterator[Breach]:
    of_placeholders = {spec.role for layout in standard.slide_layouts.values() for spec in layout.placeholders.values()}
    for name, role in pack.roles.items():
        for ground in _grounds_of(name, pack, of_placeholders):
            yield from _contrast(pack, ("roles", name, "colour"), message("the-role", name=name), role.colour, ground)
    for name, layout in pack.slide_layouts.items():
        for key, spec in layout.placeholders.items():
            path = ("slide_layouts", name, "placeholders", key)
            below = _ground_in(layout, Box(*spec.box), _fill(name, key, pack))
            if below is not None:
                yield from _contrast(pack, path, message("the-placeholder", name=key), pack.roles[spec.role].colour, below)
    for name, status in pack.statuses.items():
        if status.mark:
            what, stated = message("mark-of-status", name=name), ("statuses", name, "mark_colour")
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
    own = pack.slide_layouts[layout].placeholders[placeholder].fill
    if own is not None or pack.template is None:
        return own
    form = pack.template.forms[layout].get(placeholder)
    return form.ground if form is not None else pack.template.grounds.get(layout, {}).get(placeholder)


def _ground_in(layout: SlideLayout, box: Box, fill: str | None) -> str | None:
    """The colour that a placeholder stands on: its fill, or that of the topmost decoration; None for paper."""
    if fill is not None:
        return fill
    fills = [spec.fill for spec in layout.decorations.values() if spec.fill and Box(*spec.box).contains(box)]
    return fills[-1] if fills else None


def _contrast(
    pack: LayoutPack, path: FieldPath, what: Message, colour: str, ground: str, least: float = LEAST_CONTRAST
) -> Iterator[Breach]:
    if colour not in pack.colours or ground not in pack.colours:
        return
    first, second = (palette_colour(name, pack.colours).rgb for name in (colour, ground))
    ratio = contrast(first, second)
    if ratio < least:
        yield Breach(
            "contrast.of-pack",
            own_place(pack, path, ("colours", colour), ("colours", ground)),
            thing=what,
            colour=colour,
            ground=ground,
            ratio=ratio,
            least=least,
            rgb=first,
        )


def _series(pack: LayoutPack) -> Iterator[Breach]:
    for confusion in confusions(pack):
        yield Breach(
            "similar-series-colours",
            own_place(pack, ("chart", "series")),
            first=confusion.first,
            second=confusion.second,
            vision=_VISIONS[confusion.vision],
            measured=confusion.measured,
            least=confusion.least,
        )


def _placeholders(pack: LayoutPack) -> Iterator[Breach]:
    for name, layout in pack.slide_layouts.items():
        path = ("slide_layouts", name)
        kinds: list[str] = [spec.kind for spec in layout.placeholders.values()]
        for kind in _SINGLE:
            if kinds.count(kind) > 1:
                where = own_place(pack, (*path, "placeholders"))
                yield Breach("duplicate-placeholder", where, count=kinds.count(kind), kind=kind)
        if "title" not in kinds:
            yield Breach("no-title", own_place(pack, path), name=name)
        yield from _covered(pack, (*path, "placeholders"), layout)


def _covered(pack: LayoutPack, path: FieldPath, layout: SlideLayout) -> Iterator[Breach]:
    slots = [(message("the-slot", name=key), layout.slot(key)) for key in layout.slots]
    above: list[tuple[Message, Box]] = []
    for key, spec in layout.placeholders.items():
        what, box = message("the-placeholder", name=key), Box(*spec.box)
        for other, other_box in (*above, *slots):
            if box.overlaps(other_box):
                yield Breach("overlap", own_place(pack, (*path, key, "box")), first=what, second=other)
        above.append((what, box))


def _kinds(pack: LayoutPack, kinds: tuple[str, ...]) -> Iterator[Breach]:
    for kind, layout in pack.kinds.items():
        if kind not in (*kinds, *_LEVELS):
            near = nearest(kind, kinds) or message("state-builder")
            yield Breach("unknown-kind", own_place(pack, ("kinds", kind)), kind=kind, near=near, kinds=kinds)
        elif not pack.slide_layouts[layout].slots and kind not in _WITHOUT_SLOTS:
            yield Breach("no-slot", own_place(pack, ("kinds", kind)), layout=layout, kind=kind)
    yield from unserved(pack, (kind for kind in kinds if kind != "repeated"))
