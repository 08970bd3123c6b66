"""What the tests of blocks ask of drawn marks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from docgen.blocks.block import Block, Laid, Parts
from docgen.blocks.memory import Memory
from docgen.layout.style import Style
from docgen.placed import Box, Mark, ShapeMark, TextBody, TextMark

B = TypeVar("B", bound=Block)


@dataclass(frozen=True, slots=True)
class Bricks(Block):
    """A block of known height that parts anywhere between bricks of ten points."""

    id: str
    count: int
    grow: float = 0
    keep_with_next: bool = False

    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        return Laid(self.count * 10.0, lambda box: (ShapeMark(self.id, box),), self._split)

    def _split(self, room: float, fairly: bool = False) -> Parts | None:
        fits = int(room // 10)
        if not 0 < fits < self.count:
            return None
        return Bricks(self.id, fits, self.grow), Bricks(self.id, self.count - fits, self.grow)


def drawn_marks(block: Block, box: Box, style: Style) -> tuple[Mark, ...]:
    """The marks of a block in a box."""
    return block.laid(box.width, style).draw(box)


def parts_of(block: B, room: float, width: float, style: Style) -> tuple[B, B] | None:
    """The two parts of a block, which are blocks of its kind."""
    parts = block.laid(width, style).split(room)
    if parts is None:
        return None
    head, tail = parts
    assert isinstance(head, type(block))
    assert isinstance(tail, type(block))
    return head, tail


def words(body: TextBody | None) -> list[str]:
    """The text of each paragraph."""
    paragraphs = body.paragraphs if body is not None else ()
    return ["".join(run.text for run in paragraph.runs) for paragraph in paragraphs]


def written(mark: Mark) -> list[str]:
    """The paragraphs of a text or a shape."""
    assert isinstance(mark, (TextMark, ShapeMark))
    return words(mark.body)


def boxes(marks: Iterable[Mark]) -> dict[str, Box]:
    """Each mark's box by its id; ids are unique."""
    found = {mark.id: mark.box for mark in marks if not hasattr(mark, "points")}
    assert len(found) == len(list(marks))
    return found
