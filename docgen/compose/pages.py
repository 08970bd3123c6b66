"""From ready pages to a placed deck: draft, fit, split, number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from docgen.blocks.memory import Memory
from docgen.compose.fit import TooTall, draw, fit
from docgen.compose.numbering import number_pages
from docgen.compose.orphans import draw_in_orphans
from docgen.compose.placeholders import in_reading_order, placeholder_marks
from docgen.compose.speaker_notes import speaker_notes
from docgen.compose.summary import summary
from docgen.errors import DocgenError, DoesNotFit, nearest
from docgen.layout.design import design
from docgen.layout.pack import LayoutPack, SlideLayout
from docgen.layout.style import Style, style_ladder
from docgen.layout.words import with_words
from docgen.messages import message
from docgen.model import Period
from docgen.model.lookup import not_among
from docgen.placed import ConnectorMark, DeckProperties, DeckSection, Mark, PlacedDeck, PlacedSlide
from docgen.ready import ReadyCompendium, ReadyPage, ReadySection
from docgen.slides.draft import Builder, Draft, drafted
from docgen.slides.parts.figure_notes import figure_notes


def compose(ready: ReadyCompendium, pack: LayoutPack, builders: Mapping[str, Builder]) -> PlacedDeck:
    """The placed deck of a compendium.

    ``builders`` maps slide kinds to slide builders. Raises DocgenError for a kind that no builder or no
    slide layout serves, and :class:`DoesNotFit` for what cannot be placed.
    """
    pack = with_words(pack, ready.words)
    ladder, texts = style_ladder(pack), Memory()
    slides: list[PlacedSlide] = []
    slides_of_page: dict[str, tuple[str, ...]] = {}
    for page in ready.pages:
        placed = _place(page, builders, ladder, texts)
        slides_of_page[page.id] = tuple(slide.id for slide in placed)
        slides.extend(placed)
    return PlacedDeck(
        design=design(pack),
        slides=number_pages(draw_in_orphans(slides, ladder[0].measure)),
        sections=_sections(ready.sections, slides_of_page),
        properties=DeckProperties(
            title=ready.title,
            subject=ready.document_type,
            author=ready.organisation,
            keywords=f"{ready.fiscal_year}年度",
            created=f"{(ready.published or Period.for_fiscal_year(ready.fiscal_year)).end.isoformat()}T00:00:00Z",
        ),
        summary=summary(ready, slides),
    )


def _place(
    page: ReadyPage, builders: Mapping[str, Builder], ladder: Sequence[Style], texts: Memory
) -> tuple[PlacedSlide, ...]:
    """The slides of one page; an error without a place is said of the page."""
    try:
        return place_page(page, builders, ladder, texts)
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
    return tuple(slides)


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
        raise DoesNotFit(
            record=draft.id, slide=draft.id, slot=slot, room=box.height, need=error.need
        ) from error
    for mark in (mark for page in pages for mark in page if not isinstance(mark, ConnectorMark)):
        if mark.box.width < 0 or mark.box.height < 0:
            where = message("on-slide", slide=draft.id)
            raise DocgenError("no-room-across", where=where, mark=mark.id, slot=slot, width=box.width)
    return pages


def _sections(
    sections: Iterable[ReadySection], slides_of_page: Mapping[str, tuple[str, ...]]
) -> tuple[DeckSection, ...]:
    return tuple(
        DeckSection(
            section.name,
            tuple(slide for page in section.pages for slide in slides_of_page.get(page, ())),
        )
        for section in sections
    )
