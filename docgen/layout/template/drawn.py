"""What is drawn on the pages of a template besides placeholders: shapes, pictures, lines, and the page's background.

Shapes of a slide layout lie over those of its master, as in the file; those in groups stand at their place on the
page. Fills are told by their colours (ECMA-376 Part 1, 20.1.8): one of a solid fill, those of all stops of a
gradient, none of a picture.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, radians, sin
from typing import Any

from docgen.layout.template.values import Drawn, TemplateColour
from docgen.layout.template.xml import EMU_PER_POINT, all_of, attribute, colour_of, opacity_of, tag_of
from docgen.placed import Box
from docgen.value import value

_NO_PLACEHOLDER = "./*[1]/p:nvPr[not(p:ph)]"
_FILLS = "./a:solidFill | ./a:gradFill | ./a:pattFill | ./a:blipFill | ./a:noFill | ./a:grpFill"
# The fills of a theme's backgrounds are counted from here (20.1.10.8 of the style matrix).
_BACKGROUNDS = 1000


@value(frozen=True, slots=True)
class _Frame:
    """How a group's own coordinates lie on the page, and its fill."""

    across: float = 1 / EMU_PER_POINT
    down: float = 1 / EMU_PER_POINT
    left: float = 0
    top: float = 0
    fill: Any = None

    def box(self, transform: Any) -> Box | None:
        """The box on the page of a transform; of one that is turned, the box around it."""
        values = [_number(transform, path) for path in ("a:off/@x", "a:off/@y", "a:ext/@cx", "a:ext/@cy")]
        if None in values:
            return None
        x, y, width, height = (value or 0 for value in values)
        turn = radians(int(transform.get("rot", "0")) / 60000)
        turned = (abs(width * cos(turn)) + abs(height * sin(turn)), abs(width * sin(turn)) + abs(height * cos(turn)))
        x, y = x + (width - turned[0]) / 2, y + (height - turned[1]) / 2
        return Box(
            self.left + x * self.across, self.top + y * self.down, turned[0] * self.across, turned[1] * self.down
        )

    def inside(self, group: Any) -> _Frame:
        """The frame of what stands in a group."""
        fill = next(iter(all_of(group, f"./p:grpSpPr/*[{_named(_FILLS)}]")), self.fill)
        transform = next(iter(all_of(group, "./p:grpSpPr/a:xfrm")), None)
        box = None if transform is None else self.box(transform)
        own = [_number(transform, path) for path in ("a:chOff/@x", "a:chOff/@y", "a:chExt/@cx", "a:chExt/@cy")]
        if box is None or None in own:
            return _Frame(self.across, self.down, self.left, self.top, fill)
        x, y, width, height = (value or 0 for value in own)
        across = box.width / width if width else self.across
        down = box.height / height if height else self.down
        return _Frame(across, down, box.x - x * across, box.y - y * down, fill)


def drawn_on(layout: Any, master: Any) -> tuple[Drawn, ...]:
    """What a slide layout shows of its master and then of its own, the lowest first."""
    sources = [master, layout] if layout.get("showMasterSp", "1") in ("1", "true") else [layout]
    trees = [tree for source in sources for tree in all_of(source, "./p:cSld/p:spTree")]
    return tuple(drawn for tree in trees for drawn in _shapes(tree, _Frame()))


def background_of(layout: Any, master: Any, theme: Any) -> tuple[TemplateColour, ...]:
    """The colours of the page behind all: one of a plain page, several of a gradient, none of a picture."""
    for source in (layout, master):
        for stated in all_of(source, "./p:cSld/p:bg/p:bgPr"):
            return _colours(next(iter(all_of(stated, _FILLS)), None))
        for reference in all_of(source, "./p:cSld/p:bg/p:bgRef"):
            own = [colour_of(colour) for colour in reference]
            number = int(reference.get("idx", "0")) - _BACKGROUNDS - 1
            fills = all_of(theme, "./a:themeElements/a:fmtScheme/a:bgFillStyleLst/*")
            # What is not in the theme is plain.
            return _colours(fills[number], own) if 0 <= number < len(fills) else tuple(own)
    return (TemplateColour(slot="lt1"),)


def _shapes(tree: Any, frame: _Frame) -> Iterator[Drawn]:
    for shape in tree:
        kind = tag_of(shape)
        if kind == "grpSp":
            yield from _shapes(shape, frame.inside(shape))
        elif kind == "AlternateContent":
            yield from _shapes(next(iter(shape), ()), frame)
        elif kind in ("sp", "pic", "cxnSp", "graphicFrame") and all_of(shape, _NO_PLACEHOLDER):
            drawn = _drawn(shape, kind, frame)
            if drawn is not None:
                yield drawn


def _drawn(shape: Any, kind: str, frame: _Frame) -> Drawn | None:
    """A shape that is seen; None for one that is not, or has no place."""
    transform = next(iter(all_of(shape, "./p:spPr/a:xfrm | ./p:xfrm")), None)
    box = None if transform is None else frame.box(transform)
    hidden = all_of(shape, "./*[1]/p:cNvPr[@hidden='1' or @hidden='true']")
    if box is None or hidden:
        return None
    name = attribute(all_of(shape, "./*[1]/p:cNvPr"), "name", "")
    if kind in ("pic", "graphicFrame"):
        return Drawn(box, name, (), filled=True)
    fill = next(iter(all_of(shape, f"./p:spPr/*[{_named(_FILLS)}]")), None)
    if fill is not None and tag_of(fill) == "grpFill":
        fill = frame.fill
    references = all_of(shape, "./p:style/a:fillRef[@idx!='0']/*")
    styled = [colour_of(colour) for colour in references] if fill is None else []
    colours = tuple(styled) or _colours(fill)
    filled = kind == "sp" and (bool(styled) or (fill is not None and tag_of(fill) != "noFill"))
    texts = all_of(shape, "./p:txBody/a:p/a:r/a:t")
    outlined = _outlined(shape)
    if not (filled or outlined or any((text.text or "").strip() for text in texts)):
        return None
    opaque = opacity_of(fill) if filled and fill is not None else 1.0
    return Drawn(box, name, colours if filled else (), filled, opaque, open=not filled and not texts)


def _named(paths: str) -> str:
    return " or ".join(f"self::{path.strip()[2:]}" for path in paths.split("|"))


def _outlined(shape: Any) -> bool:
    lines = all_of(shape, "./p:spPr/a:ln")
    if lines:
        return not all_of(lines[0], "./a:noFill") and (len(lines[0]) > 0 or bool(all_of(shape, "./p:style/a:lnRef")))
    return bool(all_of(shape, "./p:style/a:lnRef[@idx!='0']"))


def _colours(fill: Any, own: list[TemplateColour] | None = None) -> tuple[TemplateColour, ...]:
    """The colours of a fill; ``own`` are those that stand in for the theme's placeholder colour."""
    if fill is None or tag_of(fill) in ("noFill", "blipFill", "grpFill"):
        return ()
    paths = {"solidFill": "./*", "gradFill": "./a:gsLst/a:gs/*", "pattFill": "./a:fgClr/* | ./a:bgClr/*"}
    return tuple(_meant(colour, own or []) for colour in all_of(fill, paths[tag_of(fill)]))


def _meant(colour: Any, own: list[TemplateColour]) -> TemplateColour:
    return colour_of(colour, own[0]) if own and colour.get("val") == "phClr" else colour_of(colour)


def _number(transform: Any, path: str) -> float | None:
    values = all_of(transform, f"./{path}") if transform is not None else []
    return float(values[0]) if values else None
