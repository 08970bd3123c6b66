"""The third stage: a compendium, or one record, to pages on which nothing is left to compute."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.derive.desk import Desk
from docgen.derive.figures import ready_figure
from docgen.derive.indicators import ready_indicator_page
from docgen.derive.kinds import PageKind, Place, page_id
from docgen.derive.measures import measure_page
from docgen.derive.narrative import Narrator
from docgen.derive.open_items import open_items, with_open_items
from docgen.derive.page_records import record_page
from docgen.derive.pictures import ready_picture
from docgen.derive.precedents import precedent_page
from docgen.derive.runs import KINDS, plan_pages
from docgen.derive.tables import ready_table
from docgen.derive.trend import DEFAULT_RULE, TrendRule
from docgen.errors import DocgenError, DocgenErrors
from docgen.model import (
    Compendium,
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
from docgen.ready import (
    ReadyCompendium,
    ReadyFigure,
    ReadyIndicatorPage,
    ReadyPage,
    ReadyPicture,
    ReadyTable,
)


def derive(
    compendium: Compendium,
    kinds: Mapping[str, PageKind] = KINDS,
    rule: TrendRule = DEFAULT_RULE,
    printing: Printing = PLAIN,
) -> ReadyCompendium:
    """Every page of the deck plan, with its numbers looked up and its sentences rendered.

    ``kinds`` says how each kind of page is derived, ``rule`` when a change counts as none, where the content
    does not say, ``printing`` how years and negative numbers are printed. Raises DocgenErrors with
    everything that fails: numbers, templates, data of figures, unknown page kinds.
    """
    desk = Desk.at(compendium, rule, narrator=Narrator(printing))
    pages, sections = plan_pages(compendium, desk, kinds)
    items = open_items(desk)
    raise_problems(desk)
    return ReadyCompendium(
        title=compendium.title,
        document_type=compendium.document_type,
        fiscal_year=compendium.fiscal_year,
        published=compendium.published,
        organisation=compendium.organisation,
        pages=with_open_items(pages, items, compendium),
        sections=sections,
        warnings=_warnings(pages),
        open_items=items,
    )


def derive_record(
    record: Record, rule: TrendRule = DEFAULT_RULE, printing: Printing = PLAIN
) -> tuple[ReadyPage, ...]:
    """The pages of one record: an indicator, a measure chart, a precedent, a figure, a table, a picture.

    A record of a loaded compendium finds its data, sources and values there; one made in a script works
    by itself. Raises DocgenErrors for what fails, DocgenError for a record that has no pages.
    """
    home = record.home if isinstance(record.home, Compendium) else None
    extra = (record,) if isinstance(record, Indicator) and home is None else ()
    lines = record.budget_lines if isinstance(record, MeasureChart) and home is None else ()
    desk = Desk.at(home, rule, (*extra, *lines), Narrator(printing))
    pages = _pages(record, desk, Place(Section(id="pages"), 1, ()))
    raise_problems(desk)
    return pages


def raise_problems(desk: Desk) -> None:
    """Raise what went wrong, each error once."""
    problems = {str(problem): problem for problem in desk.problems}
    if problems:
        raise DocgenErrors(problems.values())


def _pages(record: Record, desk: Desk, place: Place) -> tuple[ReadyPage, ...]:
    if isinstance(record, Indicator):
        return tuple(_indicator_page(record, index, desk, place) for index in range(len(record.pages)))
    if isinstance(record, MeasureChart):
        return (measure_page(record, place, desk),)
    if isinstance(record, Precedent):
        return (precedent_page(record, place, desk),)
    if isinstance(record, Page):
        return (record_page(record, place, desk),)
    if isinstance(record, Figure | Table | Picture):
        return _single(record, desk.for_page(), place)
    raise DocgenError(
        f"a {type(record).__name__} has no page of its own",
        where=str(getattr(record, "id", "")) or None,
        expected="an Indicator, a MeasureChart, a Precedent, a Figure, a Table, a Picture or the record of a page",
    )


def _indicator_page(indicator: Indicator, index: int, desk: Desk, place: Place) -> ReadyPage:
    own = desk.for_page()
    record = ready_indicator_page(indicator, index, own)
    return place.page(
        page_id(indicator, indicator.pages[index]),
        "indicator_detail" if record.has_data else "no_data",
        record,
        path=("indicators", indicator.id, "pages", index),
        used=own,
    )


def _single(record: Figure | Table | Picture, desk: Desk, place: Place) -> tuple[ReadyPage, ...]:
    made: ReadyFigure | ReadyTable | ReadyPicture | None
    if isinstance(record, Figure):
        kind, made = "figure", ready_figure(record, desk, ("figure", record.id))
    elif isinstance(record, Table):
        kind, made = "table", ready_table(record, desk, ("table", record.id))
    else:
        kind, made = "picture", ready_picture(record, desk, ("picture", record.id))
    path = (kind, record.id)
    page = place.page(f"{kind}/{record.id}", kind, made, path=path, used=desk)
    return (page,) if made is not None else ()


def _warnings(pages: tuple[ReadyPage, ...]) -> tuple[str, ...]:
    """Judgements that a person set, for the report."""
    return tuple(
        f"{page.id}: {value.name}: judged by hand: {value.override_reason}"
        for page in pages
        if isinstance(page.record, ReadyIndicatorPage)
        for value in page.record.values
        if value.override_reason
    )
