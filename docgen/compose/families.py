"""Families: pages that a reader turns to and fro between are set in one size, that of the fullest of them.

A pack states them by kinds of slide (``families``): those of one section, or those of one analysis item in a section.
Each page of a family is fitted by itself; the smallest size that one of them needs is the largest that any may have.
Spaces and pitch stay each page's own. A page of no deck plan, as a script makes it, belongs to no family.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from docgen.layout.pack import Families, LayoutPack
from docgen.layout.style import Style, limited, style_ladder
from docgen.ready import ReadyPage

Family = tuple[str, str, int]
"""A kind of slide, a section, and the number of the analysis item where the family is that of one (else 0)."""

Sizing = Callable[[ReadyPage, Sequence[Style]], float | None]
"""The largest size at which a page fits on a ladder: points added to its roles' sizes; None where it has no blocks."""


class Ladders:
    """The fitting ladders of a deck's pages: the pack's, or that which its family leaves."""

    def __init__(self, whole: tuple[Style, ...], sizes: Mapping[Family, float]) -> None:
        """``whole`` is the pack's ladder; ``sizes`` are those of the families."""
        self.whole = whole
        self._sizes = sizes
        self._limited: dict[float, tuple[Style, ...]] = {}

    def of(self, page: ReadyPage) -> tuple[Style, ...]:
        """The ladder of a page, from generous to tight."""
        family = family_of(page, self.whole[0].pack.families)
        most = None if family is None else self._sizes.get(family)
        if most is None or most >= self.whole[0].step.size:
            return self.whole
        if most not in self._limited:
            self._limited[most] = limited(self.whole, most)
        return self._limited[most]


def ladders(pages: Sequence[ReadyPage], pack: LayoutPack, sizing: Sizing) -> Ladders:
    """The ladders of a deck's ``pages``; ``sizing`` gives the size that a page needs."""
    whole = style_ladder(pack)
    members: dict[Family, list[ReadyPage]] = {}
    for page in pages:
        family = family_of(page, pack.families)
        if family is not None:
            members.setdefault(family, []).append(page)
    several = {family: siblings for family, siblings in members.items() if len(siblings) > 1}
    return Ladders(whole, {family: _size(siblings, whole, sizing) for family, siblings in several.items()})


def _size(siblings: Sequence[ReadyPage], whole: Sequence[Style], sizing: Sizing) -> float:
    """The largest size at which each of the pages fits; so none is tried at a size that another has ruled out."""
    steps = whole
    for page in siblings:
        size = sizing(page, steps)
        if size is not None:
            tightest = max([index for index, style in enumerate(steps) if style.step.size >= size], default=0)
            steps = steps[tightest:]
    return steps[0].step.size


def family_of(page: ReadyPage, families: Families) -> Family | None:
    """The family of a page; None where it has none."""
    if not page.path:
        return None
    if page.kind in families.section:
        return page.kind, page.section, 0
    if page.kind in families.item and page.item is not None:
        return page.kind, page.section, page.item.number
    return None
