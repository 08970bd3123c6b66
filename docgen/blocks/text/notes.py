"""Notes and sources: （注）, （注1） and so on, and （出典）, their lines aligned after the mark."""

from __future__ import annotations

from dataclasses import dataclass, replace

from docgen.blocks.measured import height_of
from docgen.blocks.text.items import labelled
from docgen.layout.style import Style, TextStyle
from docgen.placed import Box, Mark, Paragraph, TextBody, TextMark
from docgen.typeset.text_measure import TextMeasure

_TOLERANCE = 0.01


@dataclass(frozen=True, slots=True)
class NotesBlock:
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

    def height(self, width: float, style: Style) -> float:
        """The height of all lines; zero where there is nothing to say."""
        return style.measure.height(self._body(style), width) if self.notes or self.sources else 0.0

    def split(self, room: float, width: float, style: Style) -> tuple[NotesBlock, NotesBlock] | None:
        """Parted between two notes or sources, as late as the room allows; numbers go on."""
        for kept in range(len(self.notes) + len(self.sources) - 1, 0, -1):
            head, tail = self._parted(kept)
            if head.height(width, style) <= room + _TOLERANCE:
                return head, tail
        return None

    def draw(self, box: Box, style: Style) -> tuple[Mark, ...]:
        """One text box at the top of ``box``."""
        if not self.notes and not self.sources:
            return ()
        place = Box(box.x, box.y, box.width, height_of(self, box.width, style))
        return (TextMark(self.id, place, self._body(style)),)

    def _parted(self, kept: int) -> tuple[NotesBlock, NotesBlock]:
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
        return style.once(self, "body", 0, lambda: self._set(style))

    def _set(self, style: Style) -> TextBody:
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
