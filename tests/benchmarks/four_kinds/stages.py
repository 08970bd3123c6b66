"""Where the time of a deck goes, stage by stage, in CPU seconds: ``python -m four_kinds.stages DECK`` prints JSON."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec, TypeVar

from docgen.compose.numbering import PageCount
from docgen.compose.pages import Composer
from docgen.derive import derive_record
from docgen.layout.design import design
from docgen.layout.load import load_pack
from docgen.placed import DeckProperties, DeckSummary
from docgen.slides.pack_module import builders_of
from docgen.write.deck import file_pieces
from docgen.write.package.packed import PackedPart, packed_part
from docgen.write.package.part import NewPart
from docgen.write.writer import DeckWriter
from four_kinds.content import read_deck
from four_kinds.with_docgen import record

P = ParamSpec("P")
T = TypeVar("T")


class Clock:
    """CPU seconds by stage; what a stage spends in another is the other's."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}
        self._running: list[str] = []
        self._since = time.process_time()

    def timed(self, stage: str, work: Callable[P, T]) -> Callable[P, T]:
        """``work``, its time told as the stage's."""

        def run(*arguments: P.args, **named: P.kwargs) -> T:
            self._tell()
            self._running.append(stage)
            try:
                return work(*arguments, **named)
            finally:
                self._tell()
                self._running.pop()

        return run

    def _tell(self) -> None:
        now = time.process_time()
        if self._running:
            self.spent[self._running[-1]] = self.spent.get(self._running[-1], 0) + now - self._since
        self._since = now


def main(deck: Path) -> dict[str, float]:
    """The seconds of each stage."""
    clock, pack = Clock(), load_pack("cabinet_office")
    composer = Composer.of(pack, builders_of(pack))
    keep: Callable[[NewPart], PackedPart] = clock.timed("pack", packed_part)
    writer, count = DeckWriter(design(pack), keep), PageCount()
    make, derive = clock.timed("records", record), clock.timed("derive", derive_record)
    compose, number = clock.timed("compose", composer.slides), clock.timed("compose", lambda slide: list(count.add(slide)))
    take, spell = clock.timed("write", writer.take), clock.timed("write", writer.spell)
    for at, said in enumerate(read_deck(deck)):
        for page in derive(make(at, said)):
            for slide in compose(page):
                take(slide)
                for numbered in number(slide):
                    spell(numbered)
    parts = clock.timed("write", writer.finished)((), DeckProperties(), DeckSummary())
    clock.timed("pack", lambda: b"".join(file_pieces(parts)))()
    return clock.spent


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]))))
