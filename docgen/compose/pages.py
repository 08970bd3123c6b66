"""From ready pages to a placed deck: draft, fit, split, number."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from math import isinf

from docgen.blocks.memory import Memory
from docgen.compose.families import Ladders, ladders
from docgen.compose.fit import TooTall, draw, fit, fitting_style
from docgen.compose.listed_pages import with_page_list
from docgen.compose.numbering import number_pages
from docgen.compose.placeholders import in_reading_order, placeholder_marks
from docgen.compose.set_well import set_well
from docgen.compose.speaker_notes import speaker_notes
from docgen.compose.summary import SummaryInMaking
from docgen.errors import DocgenError, DoesNotFit, nearest
from docgen.layout.design import design
from docgen.layout.pack import LayoutPack, SlideLayout
from docgen.layout.style import Style
from docgen.layout.words import with_words
from docgen.messages import message
from docgen.model import Period
from docgen.model.lookup import not_among
from docgen.placed import ConnectorMark, DeckProperties, DeckSection, Mark, PlacedDeck, PlacedSlide
from docgen.ready import ReadyCompendium, ReadyPage, ReadySection
from docgen.slides.draft import Builder, Draft
from docgen.slides.drafted import drafted
from docgen.slides.parts.figure_notes import figure_notes
from docgen.value import value

# So many texts of placeholders are remembered: footers and running titles come again within a section, titles never.
_PLACEHOLDER_TEXTS = 500

Placing = Callable[[ReadyPage, Mapping[str, Builder], Sequence[Style], Memory], tuple[PlacedSlide, ...]]
"""Gives the slides of a page, as :func:`place_page` does."""
SizeOf = Callable[[Mapping[str, Builder], ReadyPage, Sequence[Style]], float | None]
"""Gives the size at which a page fits, as :func:`size_of` does."""


def compose(
    ready: ReadyCompendium,
    pack: LayoutPack,
    builders: Mapping[str, Builder],
    placing: Placing | None = None,
    sizing: SizeOf | None = None,
) -> PlacedDeck:
    """The placed deck of a compendium.

    ``builders`` maps slide kinds to slide builders; ``placing`` and ``sizing`` may know slides and sizes of pages
    already. Raises DocgenError for a kind that no builder or no slide layout serves, and :class:`DoesNotFit` for what
    cannot be placed.
    """
    composer = Composer.of(with_words(pack, ready.words), builders, ready.pages, placing, sizing)
    slides = [slide for page in ready.pages for slide in composer.slides(page)]
    return PlacedDeck(
        design=design(composer.pack),
        slides=number_pages(slides),
        sections=composer.sections(ready.sections),
        properties=deck_properties(ready),
        summary=composer.summary.finished(ready),
    )


@value(frozen=True, slots=True)
class Composer:
    """Makes the slides of a deck page by page; what the deck says of itself gathers.

    ``texts`` remembers the placeholders' texts, which many pages of a deck have in common; ``members`` are the ids of
    each page's slides; ``placing`` gives the slides of a page; ``pages`` are all pages of the deck, of
    which a divider lists those that follow it.
    """

    ladders: Ladders
    builders: Mapping[str, Builder]
    texts: Memory
    summary: SummaryInMaking
    members: dict[str, tuple[str, ...]]
    placing: Placing
    pages: Sequence[ReadyPage]

    @classmethod
    def of(
        cls,
        pack: LayoutPack,
        builders: Mapping[str, Builder],
        pages: Sequence[ReadyPage] = (),
        placing: Placing | None = None,
        sizing: SizeOf | None = None,
    ) -> Composer:
        """That of a deck in a layout pack that has the deck's own words; ``pages`` are all that it has."""
        sized = ladders(pages, pack, partial(sizing or size_of, builders))
        return cls(sized, builders, Memory(_PLACEHOLDER_TEXTS), SummaryInMaking(), {}, placing or place_page, pages)

    @property
    def pack(self) -> LayoutPack:
        """The layout pack."""
        return self.ladders.whole[0].pack

    def slides(self, page: ReadyPage) -> tuple[PlacedSlide, ...]:
        """The slides of the deck's next page, their page numbers and links still open."""
        ladder = self.ladders.of(page)
        page = with_page_list(page, self.pages, self.builders, self.pack)
        slides = _place(page, self.builders, ladder, self.texts, self.placing)
        self.members[page.id] = tuple(slide.id for slide in slides)
        self.summary.add(page, slides)
        return slides

    def sections(self, sections: Iterable[ReadySection]) -> tuple[DeckSection, ...]:
        """The sections of the deck with their slides, once all pages are composed."""
        return tuple(
            DeckSection(section.name, tuple(slide for page in section.pages for slide in self.members.get(page, ())))
            for section in sections
        )


def deck_properties(ready: ReadyCompendium) -> DeckProperties:
    """What a deck's document properties say."""
    published = ready.published or Period.for_fiscal_year(ready.fiscal_year)
    return DeckProperties(
        title=ready.title,
        subject=ready.document_type,
        author=ready.organisation,
        keywords=f"{ready.fiscal_year}年度",
        created=f"{published.end.isoformat()}T00:00:00Z",
    )


def _place(
    page: ReadyPage, builders: Mapping[str, Builder], ladder: Sequence[Style], texts: Memory, placing: Placing
) -> tuple[PlacedSlide, ...]:
    """The slides of one page; an error without a place is said of the page."""
    try:
        return placing(page, builders, ladder, texts)
    except DocgenError as error:
        raise error if error.where is not None else error.at(page.id) from error


def place_page(
    page: ReadyPage, builders: Mapping[str, Builder], ladder: Sequence[Style], texts: Memory
) -> tuple[PlacedSlide, ...]:
    """The slides of one page: one, or several where its blocks go on.

    ``ladder`` are the styles of a layout pack; ``texts`` remembers the placeholders' texts, which many pages
    of a deck have in common.
    """
    pack = ladder[0].pack
    draft = drafted(page, pack, builders)
    name, layout = _layout(draft, pack)
    bodies = _bodies(draft, layout, ladder)
    notes = speaker_notes((draft.notes, figure_notes(page.record)), page, pack.words)
    printed = {"footer": page.footer, **draft.texts}
    if page.carried_over:
        printed["badge"] = pack.words["carried_over"]
    slides = []
    for index, body in enumerate(bodies):
        identifier = draft.id if index == 0 else f"{draft.id}/{index + 1}"
        # What tells the titles of a page's slides apart: （1/2）.
        part = pack.words["part"].format(number=index + 1, count=len(bodies)) if len(bodies) > 1 else ""
        title = {"title": printed["title"] + part} if printed.get("title") else {}
        placeholders = placeholder_marks(identifier, draft.id, layout, {**printed, **title}, ladder[0], texts)
        slides.append(
            PlacedSlide(
                id=identifier,
                kind=draft.kind,
                layout=name,
                title=draft.title + part,
                marks=in_reading_order(placeholders, body, layout),
                section=page.section,
                notes=notes,
                record=page.id,
                page_title=draft.title,
            )
        )
    return tuple([set_well(slide, ladder[0].measure) for slide in slides])


def size_of(builders: Mapping[str, Builder], page: ReadyPage, ladder: Sequence[Style]) -> float | None:
    """The largest size at which a page fits, as points added to its roles' sizes; None where nothing of it is fitted.

    A page that cannot be drafted or does not fit has none: that is said where it is placed.
    """
    memory = Memory()
    try:
        draft = drafted(page, ladder[0].pack, builders)
        _, layout = _layout(draft, ladder[0].pack)
        steps = [
            fitting_style(block, layout.slot(slot), ladder, memory).step
            for slot, block in draft.slots.items()
            if slot in layout.slots
        ]
    except (DocgenError, TooTall):
        return None
    finally:
        memory.clear()
    return min([step.size for step in steps], default=None)


def _layout(draft: Draft, pack: LayoutPack) -> tuple[str, SlideLayout]:
    name = pack.kinds.get(draft.kind)
    if name is None or name not in pack.slide_layouts:
        raise DocgenError(
            "no-layout-for-kind",
            where=draft.id,
            hint=nearest(name or draft.kind, pack.slide_layouts),
            pack=pack.name,
            kind=draft.kind,
            layouts=tuple(pack.slide_layouts),
        )
    return name, pack.slide_layouts[name]


def _bodies(draft: Draft, layout: SlideLayout, ladder: Sequence[Style]) -> list[tuple[Mark, ...]]:
    """The marks of all slots on each slide of the page, at least one."""
    memory = Memory()
    slots = [_slot_pages(draft, slot, layout, ladder, memory) for slot in draft.slots]
    # Laid blocks hold the memory that holds them: unless it is cleared, they stay until the end.
    memory.clear()
    count = max((len(pages) for pages in slots), default=1)
    return [
        tuple(mark for pages in slots if index < len(pages) for mark in pages[index]) for index in range(count)
    ]


def _slot_pages(
    draft: Draft, slot: str, layout: SlideLayout, ladder: Sequence[Style], memory: Memory
) -> tuple[tuple[Mark, ...], ...]:
    if slot not in layout.slots:
        raise not_among(
            message("layout-without-slot", layout=layout.label, slot=slot), slot, layout.slots, draft.id
        )
    box = layout.slot(slot)
    try:
        pages = draw(fit(draft.slots[slot], box, ladder, memory), box, f"{draft.id}/{slot}")
    except TooTall as error:
        if isinf(error.need):
            where = message("on-slide", slide=draft.id)
            raise DocgenError("table-too-wide", where=where, slot=slot, width=box.width) from error
        raise DoesNotFit(
            record=draft.id, slide=draft.id, slot=slot, room=box.height, need=error.need
        ) from error
    for mark in (mark for page in pages for mark in page if not isinstance(mark, ConnectorMark)):
        if mark.box.width < 0 or mark.box.height < 0:
            where = message("on-slide", slide=draft.id)
            raise DocgenError("no-room-across", where=where, mark=mark.id, slot=slot, width=box.width)
    return pages
