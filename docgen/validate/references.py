"""References by id: each must lead to a record that is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import singledispatch

from docgen.errors import DocgenError, FieldPath
from docgen.model import (
    Candidate,
    Compendium,
    Dataset,
    Figure,
    Finding,
    IndicatorPage,
    LogicElement,
    MeasureChart,
    Page,
    PageEntry,
    Precedent,
    Record,
    Section,
    Table,
)
from docgen.model.carriable import carriable
from docgen.model.carried_over import CarriedOver
from docgen.validate.unknown import is_unread, unknown

Errors = Iterator[DocgenError]
Names = Iterable[tuple[str | None, FieldPath]]
"""Names, each with the path to it; None where a field that may hold one is empty."""

_KINDS = {
    "sources": "source",
    "datasets": "dataset",
    "analysis_items": "analysis item",
    "logic_elements": "logic element",
    "indicators": "indicator",
    "findings": "finding",
    "candidates": "candidate",
    "budget_lines": "budget line",
    "measure_charts": "measure chart",
    "precedents": "precedent",
    "pages": "page",
}
# Where the record of a page entry is looked up, by the entry's kind or run.
_ENTRY_RECORDS = {
    "indicators": "indicators",
    "indicator_detail": "indicators",
    "no_data": "indicators",
    "measure_charts": "measure_charts",
    "measure_chart": "measure_charts",
    "precedents": "precedents",
    "prior_study": "precedents",
    "candidates": "candidates",
}
# What the lists of carried_over.yaml hold, in the words of a message.
_CARRIED = {
    "values": "value",
    "figures": "figure",
    "measures": "measure",
    "budgets": "budget line and year",
    "texts": "text",
    "front": "field",
}


def references(compendium: Compendium) -> Errors:
    """Errors for references to nothing."""
    for path, record in compendium.records:
        yield from _of_record(record, path, compendium)


@singledispatch
def _of_record(record: Record, path: FieldPath, compendium: Compendium) -> Errors:
    """The errors of one record, by its class; most refer to nothing."""
    return iter(())


def _to(collection: str, names: Names, compendium: Compendium) -> Errors:
    """Errors for names that no record of a collection has."""
    known: Mapping[str, object] = getattr(compendium, collection)
    for name, path in names:
        if name is not None and name not in known and not is_unread(name, collection, compendium):
            yield unknown(_KINDS[collection], name, known, path, compendium)


def _among(kind: str, known: Iterable[str], names: Names, compendium: Compendium) -> Errors:
    """Errors for names that are not among those which a record itself holds."""
    names_known = list(known)
    for name, path in names:
        if name is not None and name not in names_known:
            yield unknown(kind, name, names_known, path, compendium)


def _listed(names: Iterable[str], path: FieldPath) -> Names:
    return ((name, (*path, index)) for index, name in enumerate(names))


@_of_record.register
def _sources(record: IndicatorPage | Figure | Table, path: FieldPath, compendium: Compendium) -> Errors:
    yield from _to("sources", _listed(record.sources, (*path, "sources")), compendium)


@_of_record.register
def _dataset(record: Dataset, path: FieldPath, compendium: Compendium) -> Errors:
    yield from _to("sources", [(record.source, (*path, "source"))], compendium)


@_of_record.register
def _logic_element(record: LogicElement, path: FieldPath, compendium: Compendium) -> Errors:
    yield from _to("analysis_items", [(record.item, (*path, "item"))], compendium)
    for index, use in enumerate(record.indicators):
        inner: FieldPath = (*path, "indicators", index)
        yield from _to("indicators", [(use.indicator, (*inner, "indicator"))], compendium)
        yield from _pages_of(use.indicator, _listed(use.pages, (*inner, "pages")), compendium)


def _pages_of(indicator: str, names: Names, compendium: Compendium) -> Errors:
    """Errors for pages that an indicator does not have."""
    if indicator in compendium.indicators:
        pages = [page.id for page in compendium.indicators[indicator].pages]
        yield from _among(f"page of {indicator}", pages, names, compendium)


@_of_record.register
def _finding(record: Finding, path: FieldPath, compendium: Compendium) -> Errors:
    yield from _to("logic_elements", [(record.element, (*path, "element"))], compendium)
    yield from _to("indicators", [(record.indicator, (*path, "indicator"))], compendium)
    indicator = compendium.indicators.get(record.indicator)
    if indicator is not None:
        values = [value.id for page in indicator.pages for value in page.values]
        for index, group in enumerate(record.groups):
            names = _listed(group.values, (*path, "groups", index, "values"))
            yield from _among(f"value of {indicator.id}", values, names, compendium)


@_of_record.register
def _measure_chart(record: MeasureChart, path: FieldPath, compendium: Compendium) -> Errors:
    yield from _to("analysis_items", [(record.item, (*path, "item"))], compendium)
    items = [item.id for item in record.plan_items]
    for index, measure in enumerate(record.measures):
        names = _listed(measure.plan_items, (*path, "measures", index, "plan_items"))
        yield from _among("plan item", items, names, compendium)
    own = {line.id for line in record.budget_lines}
    both = [*items, *(measure.id for measure in record.measures)]
    for index, use in enumerate(record.budgets):
        inner: FieldPath = (*path, "budgets", index)
        if use.line not in own:
            yield from _to("budget_lines", [(use.line, (*inner, "line"))], compendium)
        names = _listed(use.relates_to, (*inner, "relates_to"))
        yield from _among("plan item or measure", both, names, compendium)


@_of_record.register
def _precedent(record: Precedent, path: FieldPath, compendium: Compendium) -> Errors:
    yield from _to("analysis_items", _listed(record.items, (*path, "items")), compendium)
    yield from _to("sources", _listed(record.sources, (*path, "sources")), compendium)


@_of_record.register
def _candidate(record: Candidate, path: FieldPath, compendium: Compendium) -> Errors:
    yield from _to("logic_elements", [(record.element, (*path, "element"))], compendium)
    yield from _to("pages", _listed(record.pages, (*path, "pages")), compendium)


@_of_record.register
def _page(record: Page, path: FieldPath, compendium: Compendium) -> Errors:
    yield from _to("analysis_items", [(record.item, (*path, "item"))], compendium)
    yield from _to("sources", _listed(record.sources, (*path, "sources")), compendium)


@_of_record.register
def _page_entry(record: PageEntry, path: FieldPath, compendium: Compendium) -> Errors:
    yield from _to("analysis_items", [(record.item, (*path, "item"))], compendium)
    yield from _to("pages", [(record.page, (*path, "page"))], compendium)
    collection = _ENTRY_RECORDS.get(str(record.kind or record.run))
    if collection is None or record.record is None:
        return
    where: FieldPath = (*path, "record")
    name, _, page = record.record.partition("/") if collection == "indicators" else (record.record, "", "")
    yield from _to(collection, [(name, where)], compendium)
    if page:
        yield from _pages_of(name, [(page, where)], compendium)


@_of_record.register
def _carried_over(record: CarriedOver, path: FieldPath, compendium: Compendium) -> Errors:
    """What carried_over.yaml lists is there; a budget names one of the line's years."""
    for name, paths in carriable(compendium).items():
        yield from _among(_CARRIED[name], paths, _listed(getattr(record, name), (*path, name)), compendium)


@_of_record.register
def _section(record: Section, path: FieldPath, compendium: Compendium) -> Errors:
    """A section of the contents with no page anywhere in it leads to nothing."""
    if not record.pages and not record.sections:
        yield DocgenError(
            f"section {record.id!r} has no pages",
            where=compendium.position(path),
            expected="pages: a list such as [{kind: divider}]",
        )
