"""The pages of an indicator: messages, value table, figures, notes, sources."""

from __future__ import annotations

from dataclasses import replace

from docgen.derive.desk import Desk
from docgen.derive.figures import ready_figure
from docgen.derive.indicator_changes import compared_definition, compared_value, indicator_change
from docgen.derive.kinds import Place, item_of
from docgen.derive.plan import asked_for, page_id, planned_overview
from docgen.derive.printed_names import printed_ids
from docgen.errors import DocgenError, FieldPath
from docgen.model import AnalysisItem, Gap, Indicator, IndicatorPage, PageEntry
from docgen.ready import ReadyFigure, ReadyIndicatorPage, ReadyPage


def indicator_pages(entry: PageEntry, place: Place, desk: Desk) -> tuple[ReadyPage, ...]:
    """The indicator pages that an entry of the plan asks for; their tags lead to the overview of their item."""
    compendium = desk.compendium
    asked = asked_for(entry, compendium)
    if entry.kind is not None and not asked:
        raise DocgenError("entry-without-indicator", where=desk.where(place.path), kind=entry.kind)
    item = item_of(entry, compendium)
    overview = planned_overview("indicator_overview", entry.item, compendium)
    pages = (indicator_page(indicator, index, place, desk, item) for indicator, index in asked.values())
    return tuple(replace(page, overview=overview) for page in pages)


def indicator_page(
    indicator: Indicator, index: int, place: Place, desk: Desk, item: AnalysisItem | None = None
) -> ReadyPage:
    """One page of an indicator."""
    page_desk = desk.for_page()
    record = _ready_page(indicator, index, page_desk)
    return place.page(
        page_id(indicator, indicator.pages[index]),
        "indicator_detail" if record.has_data else "no_data",
        record,
        item=item,
        path=("indicators", indicator.id, "pages", index),
        desk=page_desk,
    )


def _ready_page(indicator: Indicator, index: int, desk: Desk) -> ReadyIndicatorPage:
    page = indicator.pages[index]
    path: FieldPath = ("indicators", indicator.id, "pages", index)
    values = desk.problems.each(lambda value: compared_value(value, indicator, desk), page.values)
    set_by_hand = (f"{value.name}：{value.override_reason}" for value in values if value.override_reason)
    definition = desk.sentences(page.definition, (*path, "definition"))
    title = desk.text(page.title, (*path, "title")) if page.title is not None else ""
    return ReadyIndicatorPage(
        indicator=indicator.id,
        ids=(indicator.id, *indicator.paired),
        name=indicator.name,
        title=title or _named(indicator, desk),
        messages=desk.sentences(page.messages, (*path, "messages")),
        values=values,
        figures=_figures(indicator, index, desk, path),
        notes=(*desk.notes(page.notes, (*path, "notes")), *set_by_hand),
        sources=desk.sources(page.sources, (*path, "sources")),
        definition=compared_definition(definition, page, indicator, desk),
        plan_name=desk.library.content.plan_name,
        change=indicator_change(indicator, (page,), desk),
        previous_year=desk.library.previous_year,
        with_last_year=page.last_year,
        gap=_gap(page, desk, path),
    )


def _gap(page: IndicatorPage, desk: Desk, path: FieldPath) -> Gap | None:
    if page.gap is None or page.gap.reason is None:
        return page.gap
    return page.gap.model_copy(update={"reason": desk.text(page.gap.reason, (*path, "gap", "reason"))})


def _named(indicator: Indicator, desk: Desk) -> str:
    """The indicator's name, behind its id where that is printed."""
    ids = printed_ids(indicator, desk.library.content)
    return f"{ids[0]} {indicator.name}" if ids else indicator.name


def _figures(indicator: Indicator, index: int, desk: Desk, path: FieldPath) -> tuple[ReadyFigure, ...]:
    figures = enumerate(indicator.pages[index].figures)
    ready = (ready_figure(figure, desk, (*path, "figures", number)) for number, figure in figures)
    return tuple(figure for figure in ready if figure is not None)
