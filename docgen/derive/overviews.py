"""Indicator lists and overviews of an analysis item, by logic element."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.derive.desk import Desk
from docgen.derive.indicator_changes import indicator_change
from docgen.derive.kinds import Place, item_of
from docgen.derive.plan import item_page_id, pages_of, planned_slide
from docgen.derive.printed_names import printed_ids
from docgen.errors import DocgenError, FieldPath
from docgen.messages import message
from docgen.model import Finding, Indicator, IndicatorPage, IndicatorUse, LogicElement, PageEntry
from docgen.model.analysis import ValueGroup
from docgen.model.lookup import named
from docgen.ready import (
    IndicatorListRow,
    IndicatorOverviewRow,
    Judgement,
    ReadyIndicatorList,
    ReadyIndicatorOverview,
    ReadyPage,
    ReadyValue,
)


def list_pages(entry: PageEntry, place: Place, desk: Desk) -> tuple[ReadyPage, ...]:
    """The list of an analysis item's indicators; an element without any has a row of its own."""
    rows = [
        row
        for element in elements_of(entry, desk)
        for row in [_list_row(element, use, desk) for use in element.indicators] or [IndicatorListRow(element.name)]
    ]
    return (
        place.page(
            item_page_id("indicator_list", entry.item),
            "indicator_list",
            ReadyIndicatorList(tuple(rows)),
            item=item_of(entry, desk.compendium),
            rests_on=_indicators_of(entry, desk),
        ),
    )


def overview_pages(entry: PageEntry, place: Place, desk: Desk) -> tuple[ReadyPage, ...]:
    """What the indicators of an analysis item show: target attainment, trend and findings."""
    compendium = desk.compendium
    page_desk = desk.for_page()
    rows: list[IndicatorOverviewRow] = []
    findings: list[str] = []
    for element in elements_of(entry, desk):
        of_element = [_overview_row(element, use, page_desk) for use in element.indicators]
        rows += of_element or [IndicatorOverviewRow(element.name)]
        findings += (finding.id for finding in compendium.findings.values() if finding.element == element.id)
    return (
        place.page(
            item_page_id("indicator_overview", entry.item),
            "indicator_overview",
            ReadyIndicatorOverview(tuple(rows), compendium.fiscal_year),
            item=item_of(entry, compendium),
            desk=page_desk,
            rests_on=(*findings, *_indicators_of(entry, desk)),
        ),
    )


def elements_of(entry: PageEntry, desk: Desk) -> Iterator[LogicElement]:
    """The logic elements of the entry's analysis item, or all of them."""
    elements = desk.compendium.logic_elements.values()
    return (element for element in elements if entry.item in (None, element.item))


def _indicators_of(entry: PageEntry, desk: Desk) -> tuple[str, ...]:
    """The ids of the indicators of the entry's elements, each once."""
    return tuple(dict.fromkeys(use.indicator for element in elements_of(entry, desk) for use in element.indicators))


def _used(element: LogicElement, use: IndicatorUse, desk: Desk) -> tuple[Indicator, tuple[IndicatorPage, ...]]:
    """The indicator that an element uses, and those of its pages that it shows."""
    where = desk.where(("logic_elements", element.id))
    indicator = named(use.indicator, desk.compendium.indicators, message("noun-indicator"), where)
    return indicator, tuple(page for _, page in pages_of(use, indicator))


def _list_row(element: LogicElement, use: IndicatorUse, desk: Desk) -> IndicatorListRow:
    indicator, pages = _used(element, use, desk)
    return IndicatorListRow(
        element=element.name,
        ids=printed_ids(indicator, desk.compendium),
        category=indicator.category,
        name=indicator.name,
        viewpoints=use.viewpoints,
        slide=planned_slide(indicator, pages, desk.compendium),
        change=indicator_change(indicator, pages, desk),
    )


def _overview_row(element: LogicElement, use: IndicatorUse, desk: Desk) -> IndicatorOverviewRow:
    indicator, pages = _used(element, use, desk)
    values = desk.problems.each(
        lambda value: desk.reader.value(indicator, value), (value for page in pages for value in page.values)
    )
    findings = [
        finding
        for finding in desk.compendium.findings.values()
        if finding.element == element.id and finding.indicator == indicator.id
    ]
    has_data = any(page.values or page.figures for page in pages)
    return IndicatorOverviewRow(
        element=element.name,
        ids=printed_ids(indicator, desk.compendium),
        name=indicator.name,
        judgements=_judgements(values, findings, indicator, desk) if has_data else (),
        points=tuple(
            point
            for finding in findings
            for point in desk.sentences(finding.points, ("findings", finding.id, "points"))
        ),
        slide=planned_slide(indicator, pages, desk.compendium),
        has_data=has_data,
        change=indicator_change(indicator, pages, desk),
    )


def _judgements(
    values: Sequence[ReadyValue], findings: Sequence[Finding], indicator: Indicator, desk: Desk
) -> tuple[Judgement, ...]:
    """The judgements of the findings' groups; without groups one for each value, or one for all alike."""
    if not values:
        return (Judgement("", "no_target", "unknown"),)
    groups: list[tuple[ValueGroup, FieldPath]] = [
        (group, ("findings", finding.id, "groups", index))
        for finding in findings
        for index, group in enumerate(finding.groups)
    ]
    if groups:
        return desk.problems.each(lambda group: _of_group(*group, values, indicator, desk), groups)
    if len({(value.attainment, value.trend, value.rank) for value in values}) == 1:
        return (_judgement("", values[0]),)
    return tuple(_judgement(value.name, value) for value in values)


def _of_group(
    group: ValueGroup, path: FieldPath, values: Sequence[ReadyValue], indicator: Indicator, desk: Desk
) -> Judgement:
    """The judgement that the values of a group share. DocgenError where they differ, or one is not there."""
    where = desk.where(path)
    by_id = {value.id: value for value in values}
    of_pages = message("noun-value-on-pages", indicator=indicator.id)
    chosen = [named(name, by_id, of_pages, where) for name in group.values]
    if not chosen:
        raise DocgenError("group-without-values", where=where, group=group.label)
    if len({(value.attainment, value.trend, value.rank) for value in chosen}) > 1:
        listed = tuple(f"{value.name} {value.attainment} {value.trend}" for value in chosen)
        raise DocgenError("group-differs", where=where, group=group.label, values=listed)
    return _judgement(group.label, chosen[0])


def _judgement(label: str, value: ReadyValue) -> Judgement:
    return Judgement(label, value.attainment, value.trend, value.rank)
