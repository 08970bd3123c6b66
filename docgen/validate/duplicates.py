"""Ids that must differ: pages and values of an indicator, items of a chart, sections of the plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docgen.errors import DocgenError, FieldPath
from docgen.model import Compendium, Indicator, MeasureChart, Precedent

Named = Iterable[tuple[str, FieldPath]]


def duplicates(compendium: Compendium) -> Iterator[DocgenError]:
    """Errors for ids that occur twice where each must be one's own."""
    for indicator in compendium.indicators.values():
        yield from _of_indicator(indicator, compendium)
    for chart in compendium.measure_charts.values():
        yield from _of_chart(chart, compendium)
    for study in compendium.precedents.values():
        at: FieldPath = ("precedents", study.id, "excerpt")
        yield from _twice("excerpt section", _excerpt_ids(study, at), compendium)
    for element in compendium.logic_elements.values():
        at = ("logic_elements", element.id, "indicators")
        uses = ((use.indicator, (*at, index, "indicator")) for index, use in enumerate(element.indicators))
        yield from _twice(f"indicator of {element.id}", uses, compendium)
    yield from _twice("section", _section_ids(compendium), compendium)
    yield from _twice("indicator", _indicator_ids(compendium), compendium)


def _of_indicator(indicator: Indicator, compendium: Compendium) -> Iterator[DocgenError]:
    path: FieldPath = ("indicators", indicator.id, "pages")
    pages = list(enumerate(indicator.pages))
    yield from _twice("page", ((page.id, (*path, at, "id")) for at, page in pages), compendium)
    values = (
        (value.id, (*path, at, "values", index, "id"))
        for at, page in pages
        for index, value in enumerate(page.values)
    )
    yield from _twice("value", values, compendium)
    for at, page in pages:
        figures = (
            (figure.id, (*path, at, "figures", index, "id")) for index, figure in enumerate(page.figures)
        )
        yield from _twice("figure", figures, compendium)


def _of_chart(chart: MeasureChart, compendium: Compendium) -> Iterator[DocgenError]:
    path: FieldPath = ("measure_charts", chart.id)
    items = [(each.id, (*path, "plan_items", at, "id")) for at, each in enumerate(chart.plan_items)]
    items += [(each.id, (*path, "measures", at, "id")) for at, each in enumerate(chart.measures)]
    yield from _twice("plan item or measure", items, compendium)


def _excerpt_ids(study: Precedent, path: FieldPath) -> Iterator[tuple[str, FieldPath]]:
    for at, section in enumerate(study.excerpt):
        yield section.id, (*path, at, "id")
        for inner, panel in enumerate(section.panels):
            yield panel.id, (*path, at, "panels", inner, "id")


def _section_ids(compendium: Compendium) -> Iterator[tuple[str, FieldPath]]:
    for at, section in enumerate(compendium.sections):
        yield section.id, ("sections", at, "id")
        for inner, below in enumerate(section.sections):
            yield below.id, ("sections", at, "sections", inner, "id")


def _indicator_ids(compendium: Compendium) -> Iterator[tuple[str, FieldPath]]:
    for indicator in compendium.indicators.values():
        yield indicator.id, ("indicators", indicator.id, "id")
        for at, other in enumerate(indicator.paired):
            yield other, ("indicators", indicator.id, "paired", at)


def _twice(kind: str, named: Named, compendium: Compendium) -> Iterator[DocgenError]:
    first: dict[str, FieldPath] = {}
    for name, path in named:
        if name in first:
            yield DocgenError(
                f"duplicate {kind} {name!r}",
                where=compendium.position(path),
                expected="an id of its own for each",
                hint=f"the first one is at {compendium.position(first[name])}",
            )
        else:
            first[name] = path
