"""What the tests of blocks ask of drawn marks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from docgen.layout.style import Style
from docgen.placed import Box, Mark, ShapeMark, TextBody, TextMark


@dataclass(frozen=True, slots=True)
class Bricks:
    """A block of known height that parts anywhere between bricks of ten points."""

    id: str
    count: int
    grow: float = 0
    keep_with_next: bool = False

    def height(self, width: float, style: Style) -> float:
        return self.count * 10.0

    def split(self, room: float, width: float, style: Style) -> tuple[Bricks, Bricks] | None:
        fits = int(room // 10)
        if not 0 < fits < self.count:
            return None
        return Bricks(self.id, fits, self.grow), Bricks(self.id, self.count - fits, self.grow)

    def draw(self, box: Box, style: Style) -> tuple[Mark, ...]:
        return (ShapeMark(self.id, box),)


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
