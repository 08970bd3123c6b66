"""References by id: each must lead to a record that is there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

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
from docgen.validate.known import to_nothing, unread


def references(compendium: Compendium) -> Iterator[DocgenError]:
    """Errors for references to nothing."""
    check = _Check(compendium)
    for path, record in compendium.records:
        for kind, rule in _RULES.items():
            if isinstance(record, kind):
                yield from rule(record, path, check)


class _Check:
    """The references of one compendium: each gives an error, or nothing."""

    def __init__(self, compendium: Compendium) -> None:
        self.compendium = compendium

    def to(self, collection: str, names: Iterable[tuple[str | None, FieldPath]]) -> Iterator[DocgenError]:
        """References to records of a collection."""
        known: Mapping[str, object] = getattr(self.compendium, collection)
        missing = unread(self.compendium, collection)
        for name, path in names:
            if name is not None and name not in known and name not in missing:
                yield to_nothing(self.compendium, _WORDS[collection], name, known, path)

    def among(
        self, kind: str, known: Iterable[str], names: Iterable[tuple[str, FieldPath]]
    ) -> Iterator[DocgenError]:
        """References to what a record itself holds."""
        names_known = list(known)
        for name, path in names:
            if name not in names_known:
                yield to_nothing(self.compendium, kind, name, names_known, path)


_WORDS = {
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


def _listed(names: Iterable[str], path: FieldPath) -> Iterator[tuple[str, FieldPath]]:
    return ((name, (*path, index)) for index, name in enumerate(names))


def _sources(record: Record, path: FieldPath, check: _Check) -> Iterator[DocgenError]:
    assert isinstance(record, IndicatorPage | Figure | Table | Precedent | Page)
    yield from check.to("sources", _listed(record.sources, (*path, "sources")))


def _dataset(record: Record, path: FieldPath, check: _Check) -> Iterator[DocgenError]:
    assert isinstance(record, Dataset)
    yield from check.to("sources", [(record.source, (*path, "source"))])


def _element(record: Record, path: FieldPath, check: _Check) -> Iterator[DocgenError]:
    assert isinstance(record, LogicElement)
    yield from check.to("analysis_items", [(record.item, (*path, "item"))])
    for index, use in enumerate(record.indicators):
        at: FieldPath = (*path, "indicators", index)
        yield from check.to("indicators", [(use.indicator, (*at, "indicator"))])
        indicator = check.compendium.indicators.get(use.indicator)
        if indicator is not None:
            pages = [page.id for page in indicator.pages]
            yield from check.among(f"page of {indicator.id}", pages, _listed(use.pages, (*at, "pages")))


def _finding(record: Record, path: FieldPath, check: _Check) -> Iterator[DocgenError]:
    assert isinstance(record, Finding)
    yield from check.to("logic_elements", [(record.element, (*path, "element"))])
    yield from check.to("indicators", [(record.indicator, (*path, "indicator"))])
    indicator = check.compendium.indicators.get(record.indicator)
    if indicator is not None:
        values = [value.id for page in indicator.pages for value in page.values]
        for index, group in enumerate(record.groups):
            at: FieldPath = (*path, "groups", index, "values")
            yield from check.among(f"value of {indicator.id}", values, _listed(group.values, at))
    missing = [unread(check.compendium, name) for name in ("indicators", "datasets", "findings")]
    known = list(_what_findings_rest_on(check.compendium))
    names = [
        (name, at)
        for name, at in _listed(record.rests_on, (*path, "rests_on"))
        if not any(name.partition("/")[0] in each for each in missing)
    ]
    yield from check.among("page, dataset or finding", known, names)


def _what_findings_rest_on(compendium: Compendium) -> Iterator[str]:
    for indicator in compendium.indicators.values():
        yield indicator.id
        yield from (f"{indicator.id}/{page.id}" for page in indicator.pages)
    for collection in ("datasets", "findings", "measure_charts", "precedents", "sources", "budget_lines"):
        yield from getattr(compendium, collection)


def _chart(record: Record, path: FieldPath, check: _Check) -> Iterator[DocgenError]:
    assert isinstance(record, MeasureChart)
    yield from check.to("analysis_items", [(record.item, (*path, "item"))])
    items = [item.id for item in record.plan_items]
    for index, measure in enumerate(record.measures):
        at: FieldPath = (*path, "measures", index, "plan_items")
        yield from check.among("plan item", items, _listed(measure.plan_items, at))
    own = {line.id for line in record.budget_lines}
    both = [*items, *(measure.id for measure in record.measures)]
    for index, use in enumerate(record.budgets):
        at = (*path, "budgets", index)
        if use.line not in own:
            yield from check.to("budget_lines", [(use.line, (*at, "line"))])
        names = _listed(use.relates_to, (*at, "relates_to"))
        yield from check.among("plan item or measure", both, names)


def _precedent(record: Record, path: FieldPath, check: _Check) -> Iterator[DocgenError]:
    assert isinstance(record, Precedent)
    yield from check.to("analysis_items", _listed(record.items, (*path, "items")))
    yield from _sources(record, path, check)


def _candidate(record: Record, path: FieldPath, check: _Check) -> Iterator[DocgenError]:
    assert isinstance(record, Candidate)
    yield from check.to("logic_elements", [(record.element, (*path, "element"))])
    yield from check.to("pages", _listed(record.pages, (*path, "pages")))


def _page(record: Record, path: FieldPath, check: _Check) -> Iterator[DocgenError]:
    assert isinstance(record, Page)
    yield from check.to("analysis_items", [(record.item, (*path, "item"))])
    yield from _sources(record, path, check)


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


def _entry(record: Record, path: FieldPath, check: _Check) -> Iterator[DocgenError]:
    assert isinstance(record, PageEntry)
    yield from check.to("analysis_items", [(record.item, (*path, "item"))])
    yield from check.to("pages", [(record.page, (*path, "page"))])
    collection = _ENTRY_RECORDS.get(str(record.kind or record.run))
    if collection is not None and record.record is not None:
        name, _, page = record.record.partition("/")
        if collection != "indicators" or not page:
            yield from check.to(collection, [(record.record, (*path, "record"))])
            return
        yield from check.to(collection, [(name, (*path, "record"))])
        indicator = check.compendium.indicators.get(name)
        if indicator is not None:
            pages = [each.id for each in indicator.pages]
            yield from check.among(f"page of {name}", pages, [(page, (*path, "record"))])


def _carried_over(record: Record, path: FieldPath, check: _Check) -> Iterator[DocgenError]:
    """What carried_over.yaml lists is there; a budget names one of the line's years."""
    assert isinstance(record, CarriedOver)
    for name, paths in carriable(check.compendium).items():
        yield from check.among(_CARRIED[name], paths, _listed(getattr(record, name), (*path, name)))


def _section(record: Record, path: FieldPath, check: _Check) -> Iterator[DocgenError]:
    """A section of the contents with no page anywhere in it leads to nothing."""
    assert isinstance(record, Section)
    if not record.pages and not record.sections:
        yield DocgenError(
            f"section {record.id!r} has no pages",
            where=check.compendium.position(path),
            expected="pages: a list such as [{kind: divider}]",
        )


# What the lists of carried_over.yaml hold, in the words of a message.
_CARRIED = {
    "values": "value",
    "figures": "figure",
    "measures": "measure",
    "budgets": "budget line and year",
    "texts": "text",
    "front": "field",
}

_RULES: Mapping[type[Record], Callable[[Record, FieldPath, _Check], Iterator[DocgenError]]] = {
    IndicatorPage: _sources,
    Figure: _sources,
    Table: _sources,
    Dataset: _dataset,
    LogicElement: _element,
    Finding: _finding,
    MeasureChart: _chart,
    Precedent: _precedent,
    Candidate: _candidate,
    Page: _page,
    PageEntry: _entry,
    Section: _section,
    CarriedOver: _carried_over,
}
