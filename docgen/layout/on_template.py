"""What should be mended in a pack on a template: what its template covers, what cannot be read there, what is dropped."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.breach import Breach
from docgen.errors import FieldPath
from docgen.layout.colours import palette_colour
from docgen.layout.own_place import own_place
from docgen.layout.pack import LayoutPack, SlideLayout
from docgen.layout.rgb import contrast
from docgen.layout.template.ground import grounds, hindrances
from docgen.layout.template.values import PackTemplate
from docgen.messages import Message, message
from docgen.placed import Box

# A ground is the pack's paper where the two hardly differ (contrast).
_LIKE = 1.08


def template_breaches(pack: LayoutPack) -> Iterator[Breach]:
    """What the drawings of a pack's template cover, and the slots that lie on another ground than the pack's paper."""
    template = pack.template
    if template is None:
        return
    for name in template.layouts:
        layout = pack.slide_layouts[name]
        for what, path, box in _places(name, layout):
            for drawn in hindrances(box, template.layouts[name].drawn):
                yield Breach("covered-by-template", own_place(pack, path), thing=what, drawn=drawn.name)
        for key in layout.slots:
            yield from _unlike_paper(pack, template, name, key)


def _places(name: str, layout: SlideLayout) -> Iterator[tuple[Message, FieldPath, Box]]:
    """The placeholders and slots of a slide layout with their places in layout.yaml and their boxes."""
    for key, spec in layout.placeholders.items():
        path = ("slide_layouts", name, "placeholders", key)
        yield message("the-placeholder", name=key), path, Box(*spec.box)
    for key in layout.slots:
        yield message("the-slot", name=key), ("slide_layouts", name, "slots", key), layout.slot(key)


def _unlike_paper(pack: LayoutPack, template: PackTemplate, name: str, key: str) -> Iterator[Breach]:
    paper = palette_colour("paper", pack.colours).rgb
    behind = grounds(pack.slide_layouts[name].slot(key), template.layouts[name], template.master)
    where = own_place(pack, ("slide_layouts", name, "slots", key))
    if not behind:
        yield Breach("ground-not-known", where, slot=key)
    for ground in dict.fromkeys(template.master.rgb(colour) for colour in behind):
        if contrast(ground, paper) > _LIKE:
            yield Breach("ground-unlike-paper", where, slot=key, ground=ground, paper=paper)


def dropped_content(pack: LayoutPack, standard: LayoutPack) -> Iterator[Breach]:
    """What pages say and a pack has no placeholder for, unless the pack says so itself (null).

    ``standard`` is the pack that has one for everything.
    """
    seen: set[tuple[str, str]] = set()
    for kind, name in pack.kinds.items():
        usual = standard.slide_layouts[standard.kinds[kind]] if kind in standard.kinds else None
        for key in usual.placeholders if usual is not None else ():
            path: FieldPath = ("slide_layouts", name, "placeholders", key)
            there = key in pack.slide_layouts[name].placeholders
            if not there and path not in pack.origin.positions and (name, key) not in seen:
                seen.add((name, key))
                yield Breach("drops-content", own_place(pack, path), name=key, layout=name)
