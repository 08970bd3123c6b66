"""Decisions: what the merged deck takes from the edited deck, and what from the new build."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from docgen.merging.conflict import Conflict, HandEdit
from docgen.merging.decisions.paragraphs import Taken
from docgen.merging.edited.deck import EditedShape, EditedSlide

Action = Literal["ours", "theirs", "edit", "drop"]


@dataclass(frozen=True, slots=True)
class CellEdit:
    """What a cell of the new table takes from the cell at ``row`` and ``column`` of the edited one."""

    row: int
    column: int
    order: tuple[Taken, ...] | None
    fill: bool


@dataclass(frozen=True, slots=True)
class ShapeDecision:
    """What becomes of a shape of the new build.

    ``ours`` leaves it, ``theirs`` puts the edited one in its place, ``drop`` takes it out; ``edit`` changes
    ``aspects`` (frame, fill, line, alt, picture), its paragraphs, its cells by place, and its chart's points
    by series and category.
    """

    action: Action
    now: EditedShape | None = None
    aspects: tuple[str, ...] = ()
    order: tuple[Taken, ...] | None = None
    cells: Mapping[tuple[int, int], CellEdit] = field(default_factory=dict)
    points: Mapping[tuple[int, int], float | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SlideDecision:
    """A slide of the merged deck.

    ``id`` is the new build's slide, None for one that comes from the edited deck as it is; ``now`` the
    edited slide, None for one that is new. ``shapes`` are decisions by name, ``added`` the shapes that came
    by hand. ``notes`` is the text of the speaker notes where it is not the new build's; ``told`` the
    conflicts that a note on the slide tells.
    """

    id: str | None
    now: EditedSlide | None
    shapes: Mapping[str, ShapeDecision] = field(default_factory=dict)
    added: tuple[EditedShape, ...] = ()
    notes: str | None = None
    told: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class Decisions:
    """The slides of the merged deck in their order, with what was found on the way."""

    slides: tuple[SlideDecision, ...]
    edits: tuple[HandEdit, ...]
    conflicts: tuple[Conflict, ...]
