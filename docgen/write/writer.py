"""A deck that is written slide by slide: what is made of a slide is packed, and nothing else of it stays."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Generic

from docgen.errors import DocgenError, nearest
from docgen.fingerprint.part import part_xml, slide_row
from docgen.fingerprint.placed import SlideMaker, told_of
from docgen.fingerprint.values import DeckSlide, Fingerprint
from docgen.messages import message
from docgen.placed import DeckProperties, DeckSection, DeckSummary, Design, PlacedPart, PlacedSlide
from docgen.write.design.layouts import layout_numbers
from docgen.write.design.parts import design_parts
from docgen.write.design.shown import shown_parts
from docgen.write.design.table_style import table_style_id
from docgen.write.design.theme import theme_colours
from docgen.write.document.parts import (
    fingerprint_parts,
    manifest_parts,
    notes_master_parts,
    notes_part,
    presentation_parts,
    property_parts,
)
from docgen.write.media import Kept, Media, SlideMedia
from docgen.write.package import part as names
from docgen.write.package.part import NewPart, References, xml_part
from docgen.write.slide.slide import slide_media, spelled_slide
from docgen.write.slide.table import TableStyle
from docgen.write.xml.colour import colours
from docgen.write.xml.text import TextContext


class DeckWriter(Generic[Kept]):
    """The parts of a deck while it is written.

    Each slide is taken, in the deck's order, which gives it its number; then, or once those that it leads to are taken
    as well, it is spelled. ``keep`` says what is kept of a part: the part itself, or the part packed.
    """

    def __init__(self, design: Design, keep: Callable[[NewPart], Kept]) -> None:
        palette = colours(design, theme_colours(design))
        self._design, self._keep = design, keep
        self._media = Media(palette, keep)
        designed = list(design_parts(design, palette, self._media))
        self._shown = tuple(shown_parts(part.data for part in designed))
        self._design_parts = [keep(part) for part in designed]
        self._layouts = {form.name: number for number, form in enumerate(design.layouts)}
        self._layout_parts = [names.layout_part(number) for number in layout_numbers(design)]
        self._text = TextContext(palette, link=str)
        self._tables = TableStyle(table_style_id(design), design.table)
        self._shapes = SlideMaker.of(design)
        self._numbers: dict[str, int] = {}
        self._taken: dict[str, SlideMedia] = {}
        self._slides: dict[int, Kept] = {}
        self._notes: dict[int, Kept] = {}
        self._rows: dict[int, bytes] = {}

    def take(self, slide: PlacedSlide) -> None:
        """Give a slide the next number, and its charts and pictures their parts.

        Raises DocgenError for a second slide of one id, and for a chart that has no sound spelling.
        """
        if slide.id in self._numbers:
            raise DocgenError("two-slides-of-one-id", name=slide.id)
        self._numbers[slide.id] = len(self._numbers) + 1
        if media := slide_media(slide, self._media):
            self._taken[slide.id] = media

    def spell(self, slide: PlacedSlide) -> DeckSlide:
        """Spell a slide that was taken; back comes what the deck's fingerprint says of it.

        Raises DocgenError for a mark, layout, placeholder, colour or link that does not exist or exists twice, and for
        a table or connector that PowerPoint cannot hold.
        """
        number, layout = self._numbers[slide.id], self._layout(slide)
        references = References()
        references.add("slideLayout", self._layout_parts[layout])
        if slide.notes:
            references.add("notesSlide", names.notes_part(number))
            self._notes[number] = self._keep(notes_part(number, slide.notes))
        media = self._taken.pop(slide.id, {})
        form = self._design.layouts[layout]
        made = spelled_slide(slide, form, self._numbers, self._text, references, media, self._tables)
        self._slides[number] = self._keep(xml_part(names.slide_part(number), made.xml, references.by_id()))
        looks = {mark: self._media.looks.pop(parts[0]) for mark, parts in media.items() if parts[0] in self._media.looks}
        told = self._shapes.slide(slide, made.digests, looks)
        self._rows[number] = slide_row(told)
        return told

    def finished(
        self,
        sections: Sequence[DeckSection],
        properties: DeckProperties,
        summary: DeckSummary,
        part: PlacedPart | None = None,
        manifest: str | None = None,
    ) -> list[Kept]:
        """All parts of the deck, in its order; ``part`` says what a part is a part of, ``manifest`` is carried as it is."""
        noted = len(self._notes)
        fingerprint = part_xml(self.told(sections, properties, summary, part), self._rows_in_order())
        whole = part.numbers if part is not None else self._numbers
        custom = (names.FINGERPRINT, *((names.MANIFEST,) if manifest is not None else ()))
        head = presentation_parts(self._design, sections, self._numbers, noted > 0, whole, custom)
        told = (*fingerprint_parts(fingerprint), *manifest_parts(manifest))
        tail = (*property_parts(properties, len(self._numbers), noted), *told)
        return [
            *map(self._keep, head),
            *self._design_parts,
            *_in_order(self._slides),
            *map(self._keep, notes_master_parts(self._design) if noted else ()),
            *_in_order(self._notes),
            *self._media.parts,
            *map(self._keep, tail),
        ]

    def told(
        self,
        sections: Sequence[DeckSection],
        properties: DeckProperties,
        summary: DeckSummary,
        part: PlacedPart | None = None,
    ) -> Fingerprint:
        """What the deck's fingerprint says beside its slides."""
        return told_of(summary, sections, properties, part, self._shown)

    def _rows_in_order(self) -> Iterator[bytes]:
        """The rows of the fingerprint, given away one by one."""
        return (self._rows.pop(number) for number in sorted(self._rows))

    def _layout(self, slide: PlacedSlide) -> int:
        if slide.layout not in self._layouts:
            raise DocgenError(
                "design-without-layout",
                where=message("on-slide", slide=slide.id),
                hint=nearest(slide.layout, self._layouts),
                layout=slide.layout,
                layouts=tuple(self._layouts),
            )
        return self._layouts[slide.layout]


def _in_order(parts: dict[int, Kept]) -> Iterator[Kept]:
    return (parts[number] for number in sorted(parts))
