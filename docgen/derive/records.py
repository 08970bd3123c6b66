"""The third stage: a compendium, or one record, to pages on which nothing is left to compute. Read this first."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.derive.desk import Desk
from docgen.derive.edition import in_edition
from docgen.derive.figures import ready_figure, ready_picture
from docgen.derive.gaps import gaps_of
from docgen.derive.indicators import indicator_page
from docgen.derive.judgements import DEFAULT_RULE, TrendRule
from docgen.derive.kinds import PageKind, Place
from docgen.derive.library import Library, library_of
from docgen.derive.measures import measure_page
from docgen.derive.narrator import Narrator
from docgen.derive.open_items import open_items, with_open_items
from docgen.derive.page_records import record_page
from docgen.derive.precedents import precedent_page
from docgen.derive.printed_names import with_printed_grounds
from docgen.derive.reader import Reader
from docgen.derive.runs import KINDS, plan_pages
from docgen.derive.tables import ready_table
from docgen.errors import DocgenError
from docgen.model import (
    Compendium,
    Edition,
    Figure,
    Indicator,
    MeasureChart,
    Page,
    Picture,
    Precedent,
    Record,
    Section,
    Table,
)
from docgen.model.printing import PLAIN, Printing
from docgen.model.renames import renames_of, whole_names
from docgen.ready import (
    ReadyCandidates,
    ReadyCompendium,
    ReadyContents,
    ReadyCover,
    ReadyDivider,
    ReadyFigure,
    ReadyIndicatorList,
    ReadyIndicatorOverview,
    ReadyIndicatorPage,
    ReadyPage,
    ReadyPicture,
    ReadyTable,
)

# Records that a compendium makes from many others, with the kind of their page.
_KINDS_OF_READY: Mapping[type[object], str] = {
    ReadyCover: "cover",
    ReadyContents: "contents",
    ReadyDivider: "divider",
    ReadyIndicatorList: "indicator_list",
    ReadyIndicatorOverview: "indicator_overview",
    ReadyCandidates: "additional_list",
}
# The place of a page that stands in no deck plan.
_BY_ITSELF = Place(Section(id="pages"), 1, ())


def derive(
    compendium: Compendium,
    kinds: Mapping[str, PageKind] = KINDS,
    rule: TrendRule = DEFAULT_RULE,
    printing: Printing = PLAIN,
    edition: Edition | None = None,
) -> ReadyCompendium:
    """Every page of the deck plan, with its numbers looked up and its sentences rendered.

    ``kinds`` says how each kind of page is derived, ``rule`` when a change counts as none, where the content
    does not say, ``printing`` how years and negative numbers are printed, ``edition`` (the compendium's where it is None)
    whether what is missing is drawn. Raises DocgenErrors with
    everything that fails: numbers, templates, data of figures, unknown page kinds.
    """
    desk = Desk(Reader(Library(compendium, rule)), Narrator(printing), edition=edition or compendium.edition)
    planned = plan_pages(compendium, desk, kinds)
    items = open_items(desk)
    desk.problems.raise_all()
    return ReadyCompendium(
        title=compendium.title,
        document_type=compendium.document_type,
        fiscal_year=compendium.fiscal_year,
        published=compendium.published,
        organisation=compendium.organisation,
        pages=with_printed_grounds(with_open_items(in_edition(planned.pages, desk), items, compendium), compendium),
        sections=planned.sections,
        warnings=_warnings(planned.pages),
        open_items=items,
        words=compendium.words,
        without_pages=planned.without_pages,
        renamed=tuple(whole_names(renames_of(compendium))),
        edition=desk.edition,
        gaps=tuple(gap for page in planned.pages for gap in gaps_of(page)),
    )


def derive_record(
    record: Record, rule: TrendRule = DEFAULT_RULE, printing: Printing = PLAIN, edition: Edition = "final"
) -> tuple[ReadyPage, ...]:
    """The pages of one record: an indicator, a measure chart, a precedent, a figure, a table, a picture.

    A record of a loaded compendium finds its data, sources and values there; one made in a script works
    by itself. What is missing is drawn in an ``edition`` that is a draft. Raises DocgenErrors for what fails, DocgenError
    for a record that has no pages.
    """
    desk = Desk(Reader(library_of(record, rule)), Narrator(printing), edition=edition)
    pages = _pages(record, desk)
    desk.problems.raise_all()
    return with_printed_grounds(in_edition(pages, desk), desk.library.content)


def ready_page(record: object, identifier: str | None = None, kind: str | None = None) -> ReadyPage:
    """The page of a record that is ready already: a cover, contents, a divider, a list, an overview.

    In a compendium these are made from many records; a script gives them their rows. The page is called
    ``identifier`` (its kind where there is none). ``kind`` tells a list of candidates from their overview.
    """
    if type(record) not in _KINDS_OF_READY:
        names = tuple(ready.__name__ for ready in _KINDS_OF_READY)
        raise DocgenError("ready-record-without-page", record=type(record).__name__, names=names)
    chosen = kind or _KINDS_OF_READY[type(record)]
    return _BY_ITSELF.page(identifier or chosen, chosen, record)


def _pages(record: Record, desk: Desk) -> tuple[ReadyPage, ...]:
    if isinstance(record, Indicator):
        return tuple(indicator_page(record, index, _BY_ITSELF, desk) for index in range(len(record.pages)))
    if isinstance(record, MeasureChart):
        return (measure_page(record, _BY_ITSELF, desk),)
    if isinstance(record, Precedent):
        return (precedent_page(record, _BY_ITSELF, desk),)
    if isinstance(record, Page):
        return (record_page(record, _BY_ITSELF, desk),)
    if isinstance(record, Figure | Table | Picture):
        return _single(record, desk.for_page())
    raise DocgenError(
        "record-without-page", where=str(getattr(record, "id", "")) or None, record=type(record).__name__
    )


def _single(record: Figure | Table | Picture, desk: Desk) -> tuple[ReadyPage, ...]:
    ready: ReadyFigure | ReadyTable | ReadyPicture | None
    if isinstance(record, Figure):
        kind, ready = "figure", ready_figure(record, desk, ("figure", record.id))
    elif isinstance(record, Table):
        kind, ready = "table", ready_table(record, desk, ("table", record.id))
    else:
        kind, ready = "picture", ready_picture(record, desk, ("picture", record.id))
    page = _BY_ITSELF.page(f"{kind}/{record.id}", kind, ready, path=(kind, record.id), desk=desk)
    return (page,) if ready is not None else ()


def _warnings(pages: tuple[ReadyPage, ...]) -> tuple[str, ...]:
    """Judgements that a person set, for the report."""
    return tuple(
        f"{page.id}: {value.name}: judged by hand: {value.override_reason}"
        for page in pages
        if isinstance(page.record, ReadyIndicatorPage)
        for value in page.record.values
        if value.override_reason
    )
