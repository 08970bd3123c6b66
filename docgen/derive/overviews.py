"""Indicator lists and overviews of an analysis item, by logic element."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.derive.desk import Desk
from docgen.derive.front import compendium_of
from docgen.derive.indicator_changes import indicator_change
from docgen.derive.kinds import Place, item_of, planned_slide
from docgen.derive.plan import overview_id, pages_of
from docgen.errors import DocgenError, nearest
from docgen.model import Finding, Indicator, IndicatorUse, LogicElement, PageEntry
from docgen.model.lookup import one_of
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
    compendium = compendium_of(desk)
    rows: list[IndicatorListRow] = []
    for element in elements_of(entry, desk):
        rows.extend(_list_row(element, use, desk) for use in element.indicators)
        if not element.indicators:
            rows.append(IndicatorListRow(element.name))
    identifier = f"indicators/{entry.item}" if entry.item is not None else "indicators"
    record = ReadyIndicatorList(tuple(rows))
    item, shown = item_of(entry, compendium), _indicators_of(entry, desk)
    return (place.page(identifier, "indicator_list", record, item=item, rests_on=shown),)


def overview_pages(entry: PageEntry, place: Place, desk: Desk) -> tuple[ReadyPage, ...]:
    """What the indicators of an analysis item show, with target attainment, trend and findings."""
    compendium = compendium_of(desk)
    own = desk.for_page()
    rows: list[IndicatorOverviewRow] = []
    for element in elements_of(entry, desk):
        rows.extend(_overview_row(element, use, own) for use in element.indicators)
        if not element.indicators:
            rows.append(IndicatorOverviewRow(element.name))
    record = ReadyIndicatorOverview(tuple(rows), compendium.fiscal_year)
    item = item_of(entry, compendium)
    findings = tuple(
        finding.id
        for element in elements_of(entry, desk)
        for finding in compendium.findings.values()
        if finding.element == element.id
    )
    rests_on = (*findings, *_indicators_of(entry, desk))
    identifier = overview_id(entry.item)
    return (place.page(identifier, "indicator_overview", record, item=item, used=own, rests_on=rests_on),)


def elements_of(entry: PageEntry, desk: Desk) -> Iterator[LogicElement]:
    """The logic elements of the entry's analysis item, or all of them."""
    for element in compendium_of(desk).logic_elements.values():
        if entry.item is None or element.item == entry.item:
            yield element


def _indicators_of(entry: PageEntry, desk: Desk) -> tuple[str, ...]:
    """The ids of the indicators of the entry's elements, each once."""
    return tuple(dict.fromkeys(use.indicator for element in elements_of(entry, desk) for use in element.indicators))


def _indicator(element: LogicElement, use: IndicatorUse, desk: Desk) -> Indicator:
    known = compendium_of(desk).indicators
    if use.indicator not in known:
        raise DocgenError(
            f"there is no indicator {use.indicator!r}",
            where=desk.where(("logic_elements", element.id)),
            expected=one_of(known, "an indicator"),
            hint=nearest(use.indicator, known),
        )
    return known[use.indicator]


def _list_row(element: LogicElement, use: IndicatorUse, desk: Desk) -> IndicatorListRow:
    indicator = _indicator(element, use, desk)
    pages = tuple(page for _, page in pages_of(use, indicator))
    return IndicatorListRow(
        element=element.name,
        ids=(indicator.id, *indicator.paired),
        category=indicator.category,
        name=indicator.name,
        viewpoints=use.viewpoints,
        slide=planned_slide(indicator, pages, compendium_of(desk)),
        change=indicator_change(indicator, pages, desk),
    )


def _overview_row(element: LogicElement, use: IndicatorUse, desk: Desk) -> IndicatorOverviewRow:
    indicator = _indicator(element, use, desk)
    pages = pages_of(use, indicator)
    values = [
        value
        for index, _ in pages
        for value in _values(indicator, index, desk)
    ]
    findings = [
        finding
        for finding in compendium_of(desk).findings.values()
        if finding.element == element.id and finding.indicator == indicator.id
    ]
    has_data = any(page.values or page.figures for _, page in pages)
    return IndicatorOverviewRow(
        element=element.name,
        ids=(indicator.id, *indicator.paired),
        name=indicator.name,
        judgements=_judgements(values, findings, indicator, desk) if has_data else (),
        points=tuple(
            point
            for finding in findings
            for point in desk.texts(finding.points, ("findings", finding.id, "points"))
        ),
        slide=planned_slide(indicator, tuple(page for _, page in pages), compendium_of(desk)),
        has_data=has_data,
        change=indicator_change(indicator, (page for _, page in pages), desk),
    )


def _values(indicator: Indicator, page: int, desk: Desk) -> tuple[ReadyValue, ...]:
    rows = range(len(indicator.pages[page].values))
    return desk.each(lambda row: desk.value(indicator, page, row), rows)


def _judgements(
    values: Sequence[ReadyValue], findings: Sequence[Finding], indicator: Indicator, desk: Desk
) -> tuple[Judgement, ...]:
    """The judgements of the findings' groups; without groups one for each value, or one for all alike."""
    if not values:
        return (Judgement("", "no_target", "unknown"),)
    groups = [(finding, at) for finding in findings for at in range(len(finding.groups))]
    if groups:
        return desk.each(lambda group: _group(group[0], group[1], values, indicator, desk), groups)
    alike = {(value.attainment, value.trend, value.rank) for value in values}
    if len(alike) == 1:
        return (_judgement("", values[0]),)
    return tuple(_judgement(value.name, value) for value in values)


def _group(
    finding: Finding, index: int, values: Sequence[ReadyValue], indicator: Indicator, desk: Desk
) -> Judgement:
    group = finding.groups[index]
    where = desk.where(("findings", finding.id, "groups", index))
    by_id = {value.id: value for value in values}
    for name in group.values:
        if name not in by_id:
            raise DocgenError(
                f"{indicator.id} has no value {name!r} on the pages of this element",
                where=where,
                expected=one_of(by_id, "a value"),
                hint=nearest(name, by_id),
            )
    chosen = [by_id[name] for name in group.values]
    if not chosen:
        raise DocgenError(f"group {group.label!r} has no values", where=where, expected="values: a list")
    if len({(value.attainment, value.trend, value.rank) for value in chosen}) > 1:
        listed = "、".join(f"{value.name} {value.attainment} {value.trend}" for value in chosen)
        raise DocgenError(
            f"the values judged together under {group.label!r} differ: {listed}",
            where=where,
            expected="values with one attainment and one trend",
            hint="make a group for each judgement",
        )
    return _judgement(group.label, chosen[0])


def _judgement(label: str, value: ReadyValue) -> Judgement:
    return Judgement(label, value.attainment, value.trend, value.rank)
