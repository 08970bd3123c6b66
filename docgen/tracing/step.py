"""A step of a trace: what it is, where it is written, what it reads and what it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from docgen.errors import Position

StepKind = Literal[
    "page", "indicator", "finding", "candidate", "measure chart", "prior study", "record",
    "statement", "sentence", "value", "figure", "table", "budget line", "dataset", "source",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """A cell of a data file that a number was read from; a whole row where ``column`` is empty.

    ``where`` is the cell's place in the file, ``text`` what stands there, ``source`` the source (出典) of the file's data,
    empty where the content states none for the file.
    """

    file: str
    where: Position | str
    column: str
    text: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: ``id`` is its name (empty for a sentence without one), ``text`` its title or sentence.

    ``where`` is its place in the content. ``readings`` are the cells that it reads itself; ``rests_on`` the
    steps below it. A step that stands in the trace already has ``above`` set and nothing below it.
    """

    kind: StepKind
    id: str
    text: str
    where: Position | str
    readings: tuple[Reading, ...] = ()
    rests_on: tuple[Step, ...] = ()
    above: bool = False

    def walk(self) -> Iterator[Step]:
        """This step and every one below it, from the top down."""
        yield self
        for step in self.rests_on:
            yield from step.walk()
