"""References by id: each must lead to a record that is there; names in ``rests_on`` to a record or to a statement."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping

from docgen.errors import DocgenError, FieldPath
from docgen.messages import Message, message
from docgen.model import (
    Candidate,
    Compendium,
    Dataset,
    Figure,
    Finding,
    Gap,
    IndicatorPage,
    IndicatorUse,
    LogicElement,
    MeasureChart,
    Page,
    PageEntry,
    Precedent,
    Record,
    Section,
    Table,
    lookup,
)
from docgen.model.compendium import CarriedOver, carriable
from docgen.model.page import Statement
from docgen.nouns import NOUNS
from docgen.validate.renames import renamed_error

Errors = Iterator[DocgenError]
Names = Iterable[tuple[str, FieldPath]]
"""Names, each with the path to it."""

# The fields that hold ids, or lists of ids, and the collection where the records of these are.
_FIELDS: Mapping[type[Record], Mapping[str, str]] = {
    Candidate: {"element": "logic_elements", "pages": "pages"},
    Dataset: {"source": "sources"},
    Figure: {"sources": "sources"},
    Finding: {"element": "logic_elements", "indicator": "indicators"},
    IndicatorPage: {"sources": "sources"},
    IndicatorUse: {"indicator": "indicators"},
    LogicElement: {"item": "analysis_items"},
    MeasureChart: {"item": "analysis_items"},
    Page: {"item": "analysis_items", "sources": "sources"},
    PageEntry: {"item": "analysis_items", "page": "pages"},
    Precedent: {"items": "analysis_items", "sources": "sources"},
    Table: {"sources": "sources"},
}
# Where the record of a page entry is looked up, by the entry's kind or run.
ENTRY_RECORDS = {
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
    "values": message("noun-value"),
    "figures": message("word-figure"),
    "measures": message("noun-measure"),
    "budgets": message("noun-budget-and-year"),
    "texts": message("word-text"),
    "notes": message("word-text"),
    "front": message("noun-field"),
}
_OF_PAGES = ("pages", "indicators")
# What findings, and all others, may rest on.
_OF_FINDINGS = ("datasets", "findings", "measure_charts", "precedents", "sources", "budget_lines")
_COLLECTIONS = (
    "pages", "candidates", "findings", "indicators", "measure_charts", "precedents", "datasets", "budget_lines",
    "sources",
)  # fmt: skip


def references(compendium: Compendium) -> Errors:
    """Errors for references to nothing."""
    for path, record in compendium.records:
        for field, collection in fields_of(type(record)).items():
            yield from _to(collection, _names(getattr(record, field), (*path, field)), compendium)
        yield from _further(record, path, compendium)


def unknown(kind: Message, name: str, known: Iterable[str], path: FieldPath, compendium: Compendium) -> DocgenError:
    """The error for the ``name`` of a ``kind`` of record that stands at ``path`` and is not among the ``known``."""
    renamed = renamed_error(kind, name, compendium.position(path), compendium)
    return renamed or lookup.unknown(name, known, kind, compendium.position(path), message("define-or-take-out", kind=kind))


@functools.cache
def fields_of(kind: type[Record]) -> Mapping[str, str]:
    """The fields with ids of a class, and those that it inherits."""
    return {field: where for base in kind.__mro__ for field, where in _FIELDS.get(base, {}).items()}


def _names(value: str | tuple[str, ...] | None, path: FieldPath) -> Names:
    if value is None:
        return ()
    return [(value, path)] if isinstance(value, str) else [(name, (*path, index)) for index, name in enumerate(value)]


def _to(collection: str, names: Names, compendium: Compendium) -> Errors:
    """Errors for names that no record of a collection has."""
    known: Mapping[str, object] = getattr(compendium, collection)
    for name, path in names:
        if name not in known and not compendium.is_unread(name, collection):
            yield unknown(NOUNS[collection], name, known, path, compendium)


def _among(kind: Message, known: Iterable[str], names: Names, compendium: Compendium) -> Errors:
    """Errors for names that are not among those which a record itself holds."""
    known = list(known)
    return (unknown(kind, name, known, path, compendium) for name, path in names if name not in known)


def _pages_of(indicator: str, names: Names, compendium: Compendium) -> Errors:
    """Errors for pages that an indicator does not have."""
    if indicator in compendium.indicators:
        pages = [page.id for page in compendium.indicators[indicator].pages]
        yield from _among(message("noun-page-of", indicator=indicator), pages, names, compendium)


@functools.singledispatch
def _further(record: Record, path: FieldPath, compendium: Compendium) -> Errors:
    """The errors of references that are more than an id in a field, by the class of the record; most have none."""
    return iter(())


@_further.register
def _indicator_use(record: IndicatorUse, path: FieldPath, compendium: Compendium) -> Errors:
    return _pages_of(record.indicator, _names(record.pages, (*path, "pages")), compendium)


@_further.register
def _finding(record: Finding, path: FieldPath, compendium: Compendium) -> Errors:
    indicator = compendium.indicators.get(record.indicator)
    if indicator is not None:
        values = [value.id for page in indicator.pages for value in page.values]
        for index, group in enumerate(record.groups):
            names = _names(group.values, (*path, "groups", index, "values"))
            yield from _among(message("noun-value-in", indicator=indicator.id), values, names, compendium)


@_further.register
def _measure_chart(record: MeasureChart, path: FieldPath, compendium: Compendium) -> Errors:
    items = [item.id for item in record.plan_items]
    for index, measure in enumerate(record.measures):
        names = _names(measure.plan_items, (*path, "measures", index, "plan_items"))
        yield from _among(message("noun-plan-item"), items, names, compendium)
    own = {line.id for line in record.budget_lines}
    both = [*items, *(measure.id for measure in record.measures)]
    for index, use in enumerate(record.budgets):
        inner: FieldPath = (*path, "budgets", index)
        if use.line not in own:
            yield from _to("budget_lines", [(use.line, (*inner, "line"))], compendium)
        names = _names(use.relates_to, (*inner, "relates_to"))
        yield from _among(message("noun-item-or-measure"), both, names, compendium)


@_further.register
def _gap(record: Gap, path: FieldPath, compendium: Compendium) -> Errors:
    """The pages that come nearest are pages of their own, or those of an indicator."""
    known = [*compendium.pages, *_indicator_pages(compendium)]
    if not any(compendium.is_unread(name.partition("/")[0], where) for name in record.see for where in _OF_PAGES):
        yield from _among(message("noun-page"), known, _names(record.see, (*path, "see")), compendium)


def _indicator_pages(compendium: Compendium) -> Iterator[str]:
    for indicator in compendium.indicators.values():
        yield from (f"{indicator.id}/{page.id}" for page in indicator.pages)


@_further.register
def _page_entry(record: PageEntry, path: FieldPath, compendium: Compendium) -> Errors:
    collection = ENTRY_RECORDS.get(str(record.kind or record.run))
    if collection is None or record.record is None:
        return
    where: FieldPath = (*path, "record")
    name, _, page = record.record.partition("/") if collection == "indicators" else (record.record, "", "")
    yield from _to(collection, [(name, where)], compendium)
    if page:
        yield from _pages_of(name, [(page, where)], compendium)


@_further.register
def _carried_over(record: CarriedOver, path: FieldPath, compendium: Compendium) -> Errors:
    """What carried_over.yaml lists is there; a budget names one of the line's years."""
    for name, paths in carriable(compendium).items():
        yield from _among(_CARRIED[name], paths, _names(getattr(record, name), (*path, name)), compendium)


@_further.register
def _section(record: Section, path: FieldPath, compendium: Compendium) -> Errors:
    """A section of the contents with no page anywhere in it leads to nothing."""
    if not record.pages and not record.sections:
        yield DocgenError("section-without-pages", where=compendium.position(path), section=record.id)


def evidence(compendium: Compendium) -> Errors:
    """Errors for names in ``rests_on`` that nothing has. Findings rest on no summary and on no statement."""
    pages = [*compendium.indicators, *_indicator_pages(compendium)]
    of_findings = dict.fromkeys((*pages, *_ids(_OF_FINDINGS, compendium)))
    named = (name for name, _ in statements(compendium))
    of_all = dict.fromkeys((*_ids(_COLLECTIONS, compendium), *pages, *named))
    for path, record in compendium.records:
        in_finding = isinstance(record, Finding)
        known = of_findings if in_finding else of_all
        kind = message("noun-ground-of-finding") if in_finding else message("noun-record-or-statement")
        for index, name in enumerate(record.__dict__.get("rests_on", ())):
            first = name.partition("/")[0]
            if name not in known and not any(compendium.is_unread(first, where) for where in _COLLECTIONS):
                yield unknown(kind, name, known, (*path, "rests_on", index), compendium)


def statements(compendium: Compendium) -> Iterator[tuple[str, FieldPath]]:
    """Every statement that has an id: the name ``page/statement`` that others call it by, and its path."""
    for path, record in compendium.records:
        if isinstance(record, Statement) and record.id is not None and path[0] == "pages":
            yield f"{path[1]}/{record.id}", path


def _ids(collections: tuple[str, ...], compendium: Compendium) -> Iterator[str]:
    return (identifier for collection in collections for identifier in getattr(compendium, collection))
