"""Notes and sources: （注）, （注1） and so on, and （出典）, their lines aligned after the mark."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from docgen.blocks.block import Block, Laid, Parts, latest_split
from docgen.blocks.memory import Memory
from docgen.blocks.text.items import labelled
from docgen.layout.style import Style, TextStyle
from docgen.placed import Box, Paragraph, TextBody, TextMark
from docgen.typeset.text_measure import TextMeasure, estimated_lines
from docgen.value import value


@value(frozen=True, slots=True)
class NotesBlock(Block):
    """Notes, numbered where there are several, and sources, the first behind the word for sources.

    ``first`` and ``count`` number the notes of a part; ``sources_go_on`` says that the word for sources
    already stands on the page before.
    """

    id: str
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    role: str = "note"
    first: int = 1
    count: int | None = None
    sources_go_on: bool = False
    grow: float = 0

    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        """One text box, no height where there is nothing to say; parted between two notes or sources."""
        count = len(self.notes) + len(self.sources)
        if not count:
            return Laid(0, lambda box: ())
        body = memory.once(self._body, style)
        height = style.measure.height(body, width)
        return Laid(
            height,
            lambda box: (TextMark(self.id, Box(box.x, box.y, box.width, height), body),),
            partial(latest_split, count, self._parted, width, style, memory),
        )

    def estimate(self, width: float, style: Style, memory: Memory) -> float:
        """As high as if every character were one em wide."""
        look = style.text(self.role)
        room = max(look.size, width)
        lines = [estimated_lines(len(text) * look.size, room) for text in (*self.notes, *self.sources)]
        return sum(lines) * look.pitch + max(0, len(lines) - 1) * look.after

    def _parted(self, kept: int) -> Parts:
        """The parts with so many notes and sources in the head; numbers go on."""
        notes, sources = min(kept, len(self.notes)), max(0, kept - len(self.notes))
        count = self.count or len(self.notes)
        head = replace(self, notes=self.notes[:notes], sources=self.sources[:sources], count=count)
        tail = replace(
            self,
            notes=self.notes[notes:],
            sources=self.sources[sources:],
            first=self.first + notes,
            count=count,
            sources_go_on=self.sources_go_on or sources > 0,
        )
        return head, tail

    def _body(self, style: Style) -> TextBody:
        count = self.count or len(self.notes)
        entries = [
            (_note_mark(style, self.first + index, count), text, True) for index, text in enumerate(self.notes)
        ]
        for index, text in enumerate(self.sources):
            entries.append((style.word("source"), text, index == 0 and not self.sources_go_on))
        look, last = style.text(self.role), len(entries) - 1
        return TextBody(
            tuple(
                [
                    _entry(mark, text, look, style.measure, 0 if index == last else look.after, shown=shown)
                    for index, (mark, text, shown) in enumerate(entries)
                ]
            )
        )


def _note_mark(style: Style, number: int, count: int) -> str:
    return style.word("note_one") if count == 1 else style.word("note_many").format(number=number)


def _entry(mark: str, text: str, look: TextStyle, measure: TextMeasure, after: float, *, shown: bool) -> Paragraph:
    width = measure.runs_width(look.runs(mark))
    if shown:
        return labelled(mark, text, look, width, after=after)
    return Paragraph(look.runs(text), look.pitch, look.align, after=after, indent=width)
