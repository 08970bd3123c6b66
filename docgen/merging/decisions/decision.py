"""Decisions: what the merged deck takes from the edited deck, and what from the new build."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from docgen.merging.edited.deck import EditedShape, EditedSlide
from docgen.merging.report import Conflict, HandEdit

Action = Literal["ours", "theirs", "edit", "drop"]

CellIndex = tuple[int, int]
"""Row and column of a cell, from 0."""
PointIndex = tuple[int, int]
"""Series and category of a point of a chart, from 0."""


@dataclass(frozen=True, slots=True)
class ParagraphChoice:
    """A paragraph of a merged text: whose it is, the new build's (ours) or the edited one, and its index there."""

    side: Literal["ours", "theirs"]
    index: int


@dataclass(frozen=True, slots=True)
class CellEdit:
    """What a cell of the new table takes from the cell ``edited`` of the edited table; texts None if nothing."""

    edited: CellIndex
    paragraphs: tuple[ParagraphChoice, ...] | None
    fill: bool


@dataclass(frozen=True, slots=True)
class ShapeDecision:
    """What becomes of a shape of the new build.

    ``ours`` leaves it, ``theirs`` puts the edited one in its place, ``drop`` takes it out; ``edit`` changes
    ``aspects`` (frame, fill, line, alt, picture, look), its paragraphs, its cells, and its chart's points. A chart whose
    look is edited is the edited one with the data of the new build, and those of its axes that are ``kept_axes``.
    """

    action: Action
    edited: EditedShape | None = None
    aspects: tuple[str, ...] = ()
    paragraphs: tuple[ParagraphChoice, ...] | None = None
    cells: Mapping[CellIndex, CellEdit] = field(default_factory=dict)
    points: Mapping[PointIndex, float | None] = field(default_factory=dict)
    kept_axes: tuple[int, ...] = ()

    @property
    def leaves(self) -> bool:
        """Whether the shape stays what it is in the new build."""
        edited = bool(self.aspects or self.cells or self.points) or self.paragraphs is not None
        return self.action == "ours" or (self.action == "edit" and not edited)


@dataclass(frozen=True, slots=True)
class SlideDecision:
    """A slide of the merged deck.

    ``id`` is the new build's slide, None for one that comes from the edited deck as it is; ``edited`` the
    edited slide, None for one that is new. ``shapes`` are decisions by name, ``added`` the shapes that came
    by hand. ``notes`` is the text of the speaker notes where it is not the new build's; ``told`` the
    conflicts that a note on the slide tells; ``layout`` the slide layout that was chosen by hand.
    """

    id: str | None
    edited: EditedSlide | None
    shapes: Mapping[str, ShapeDecision] = field(default_factory=dict)
    added: tuple[EditedShape, ...] = ()
    notes: str | None = None
    told: tuple[Conflict, ...] = ()
    layout: str | None = None


@dataclass(frozen=True, slots=True)
class Decisions:
    """The slides of the merged deck in their order, with the edits and conflicts to report."""

    slides: tuple[SlideDecision, ...]
    edits: tuple[HandEdit, ...]
    conflicts: tuple[Conflict, ...]
