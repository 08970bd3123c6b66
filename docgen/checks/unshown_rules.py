"""Notices on what would otherwise be silent: records that no page shows, runs without pages, words of a ``where``.

Each rule looks at one kind of record. What a statement rests on counts as used, as what a page shows does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path

from docgen.breach import Breach
from docgen.errors import FieldPath, WrongValue
from docgen.model import Compendium, DataReference, DataTable, Figure, Finding, RowCount, Table
from docgen.model.cells.meaning import cells_meaning
from docgen.model.indicator import ValueSeries
from docgen.model.prose import is_template
from docgen.model.record import plain_values
from docgen.model.short_names import short_name
from docgen.nouns import NOUNS
from docgen.reading.text_files.file import path_named
from docgen.ready import ReadyCompendium

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]*")
_DATA = "data"
_SUFFIXES = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".ods")
_LISTS = ("additional_list", "additional_overview")


def unshown_indicators(compendium: Compendium, ready: ReadyCompendium) -> Iterator[Breach]:
    """An indicator, or one of its pages, that the deck plan asks for nowhere."""
    shown = {page.path for page in ready.pages}
    for identifier, indicator in compendium.indicators.items():
        paths = [("indicators", identifier, "pages", index) for index in range(len(indicator.pages))]
        hidden = [path for path in paths if path not in shown]
        if len(hidden) == len(paths):
            yield _unshown("indicators", identifier, compendium)
        else:
            for path in hidden:
                yield _unshown("pages", f"{identifier}/{indicator.pages[path[3]].id}", compendium, path)


def unshown_measure_charts(compendium: Compendium, ready: ReadyCompendium) -> Iterator[Breach]:
    """A measure chart that the deck plan asks for nowhere."""
    return _without_page("measure_charts", compendium, ready)


def unshown_precedents(compendium: Compendium, ready: ReadyCompendium) -> Iterator[Breach]:
    """A prior study that the deck plan asks for nowhere."""
    return _without_page("precedents", compendium, ready)


def unshown_pages(compendium: Compendium, ready: ReadyCompendium) -> Iterator[Breach]:
    """A page of its own that the deck plan asks for nowhere."""
    return _without_page("pages", compendium, ready)


def unshown_findings(compendium: Compendium, ready: ReadyCompendium) -> Iterator[Breach]:
    """A finding that no overview shows and no statement rests on."""
    items = {page.item.id if page.item is not None else None for page in ready.pages if page.kind == "indicator_overview"}
    cited = _cited(compendium)
    for identifier, finding in compendium.findings.items():
        if identifier not in cited and not _in_overview(finding, items, compendium):
            yield _unshown("findings", identifier, compendium)


def unshown_candidates(compendium: Compendium, ready: ReadyCompendium) -> Iterator[Breach]:
    """A candidate that no list and no overview shows, that has no page and that no statement rests on."""
    items = {page.item.id if page.item is not None else None for page in ready.pages if page.kind in _LISTS}
    pages, cited = {page.id for page in ready.pages}, _cited(compendium)
    for identifier, candidate in compendium.candidates.items():
        element = compendium.logic_elements.get(candidate.element)
        listed = None in items or (element is not None and element.item in items)
        if not (listed or identifier in cited or pages & set(candidate.pages)):
            yield _unshown("candidates", identifier, compendium)


def unused_budget_lines(compendium: Compendium, ready: ReadyCompendium) -> Iterator[Breach]:
    """A budget line that no measure chart shows and no sentence names."""
    on_charts = {use.line for chart in compendium.measure_charts.values() for use in chart.budgets}
    return _unused("budget_lines", on_charts, compendium)


def unused_facts(compendium: Compendium, ready: ReadyCompendium) -> Iterator[Breach]:
    """A fact, of the compendium or of a prior study, that no sentence names."""
    named = _named_in_templates(compendium)
    used = {identifier for identifier in compendium.facts if short_name(identifier) in named}
    yield from _unused("facts", used, compendium)
    for identifier, study in compendium.precedents.items():
        for name in study.facts:
            if name not in named and short_name(name) not in named:
                where = compendium.position(("precedents", identifier, "facts", name))
                yield Breach("unused", where, level="notice", kind=NOUNS["facts"], name=name)


def unused_datasets(compendium: Compendium, ready: ReadyCompendium) -> Iterator[Breach]:
    """A data file that nothing reads: no figure or table, no value, no budget line, no sentence."""
    read = {
        record.data
        for _, record in compendium.records
        if isinstance(record, DataReference | Figure | RowCount | Table | ValueSeries) and isinstance(record.data, str)
    }
    lines = {line.data for line in compendium.budget_lines.values() if isinstance(line.data, str)}
    return _unused("datasets", read | lines, compendium)


def unnamed_files(compendium: Compendium, ready: ReadyCompendium) -> Iterator[Breach]:
    """A file in the folder data/ that data.yaml does not name."""
    main = compendium.origin.positions.get(("title",))
    folder = Path(main.file).parent if main is not None else None
    if folder is None or not (folder / _DATA).is_dir():
        return
    named = {path_named(folder, dataset.file).resolve() for dataset in compendium.datasets.values()}
    for path in sorted((folder / _DATA).rglob("*")):
        if path.suffix.lower() in _SUFFIXES and not path.name.startswith((".", "~$")) and path.resolve() not in named:
            yield Breach("unnamed-file", str(path), level="notice", name=path.relative_to(folder).as_posix())


def unused_sources(compendium: Compendium, ready: ReadyCompendium) -> Iterator[Breach]:
    """A source that nothing cites: no page, figure or table, and no data file."""
    cited = {name for _, record in compendium.records for name in getattr(record, "sources", ())}
    of_data = {dataset.source for dataset in compendium.datasets.values() if dataset.source is not None}
    return _unused("sources", cited | of_data, compendium)


def unused_analysis_items(compendium: Compendium, ready: ReadyCompendium) -> Iterator[Breach]:
    """An analysis item, or a logic element, that no page is about."""
    items = {page.item.id for page in ready.pages if page.item is not None}
    named = _named_on_pages(compendium)
    for identifier in compendium.analysis_items:
        if identifier not in items and identifier not in named:
            yield _unshown("analysis_items", identifier, compendium)
    for identifier, element in compendium.logic_elements.items():
        if element.item not in items and identifier not in named:
            yield _unshown("logic_elements", identifier, compendium)


def runs_without_pages(compendium: Compendium, ready: ReadyCompendium) -> Iterator[Breach]:
    """An entry of the deck plan that adds no page."""
    return (Breach("no-page", compendium.position(path), level="notice") for path in ready.without_pages)


def conditions_without_rows(compendium: Compendium, ready: ReadyCompendium) -> Iterator[Breach]:
    """A value in a figure's or a table's ``where`` that no row of the data file has in that column."""
    for path, record in compendium.records:
        if not isinstance(record, Figure | Table | ValueSeries) or not isinstance(record.data, str):
            continue
        table = compendium.tables.get(record.data)
        for column, wanted in record.where.items() if table is not None else ():
            cells = _cells(column, table)
            for value in wanted if isinstance(wanted, tuple) else (wanted,):
                if table is not None and cells and not _meant(str(value), cells):
                    yield Breach(
                        "condition-without-rows",
                        compendium.position((*path, "where", column)),
                        level="notice",
                        column=column,
                        value=str(value),
                        file=table.file,
                    )


def categories_without_rows(compendium: Compendium, ready: ReadyCompendium) -> Iterator[Breach]:
    """A category that a figure orders (``x_order``) and no row of its data file has: its place stays empty."""
    for path, record in compendium.records:
        if not isinstance(record, Figure) or not isinstance(record.data, str) or not record.x_order:
            continue
        table = compendium.tables.get(record.data)
        cells = _cells(record.x or (table.columns[0] if table is not None and table.columns else ""), table)
        for index, name in enumerate(record.x_order):
            if table is not None and cells and not _meant(name, cells):
                where = compendium.position((*path, "x_order", index))
                yield Breach("category-without-rows", where, level="notice", name=name, file=table.file)


def _cells(column: str, table: DataTable | None) -> tuple[str, ...]:
    """The cells of a column; none where there is no such table, or no such column."""
    if table is None or column not in table.columns:
        return ()
    return tuple(row[table.columns.index(column)] for row in table.rows)


def _meant(wanted: str, cells: tuple[str, ...]) -> bool:
    try:
        return bool(cells_meaning(wanted, cells))
    except WrongValue:
        # Cells of several meanings are an error of their own.
        return True


def _unshown(collection: str, name: str, compendium: Compendium, path: FieldPath = ()) -> Breach:
    where = compendium.position(path or (collection, name))
    return Breach("unshown", where, level="notice", kind=NOUNS[collection], name=name)


def _without_page(collection: str, compendium: Compendium, ready: ReadyCompendium) -> Iterator[Breach]:
    """The records of a collection that no ready page is made from."""
    shown = {page.path[:2] for page in ready.pages}
    records: Mapping[str, object] = getattr(compendium, collection)
    return (_unshown(collection, name, compendium) for name in records if (collection, name) not in shown)


def _unused(collection: str, used: Collection[str], compendium: Compendium) -> Iterator[Breach]:
    """The records of a collection that are not ``used``, that no sentence names and no statement rests on."""
    records: Mapping[str, object] = getattr(compendium, collection)
    left = [name for name in records if name not in used]
    # Nearly always nothing is left, so that no sentence is asked.
    for told in (_cited, _named_in_templates):
        known = told(compendium) if left else frozenset()
        left = [name for name in left if name not in known]
    for name in left:
        where = compendium.position((collection, name))
        yield Breach("unused", where, level="notice", kind=NOUNS[collection], name=name)


def _in_overview(finding: Finding, items: Collection[str | None], compendium: Compendium) -> bool:
    """Whether an overview of one of the analysis ``items`` (None: of all) has a row that the finding stands in."""
    element = compendium.logic_elements.get(finding.element)
    if element is None or not {None, element.item} & set(items):
        return False
    return finding.indicator in {use.indicator for use in element.indicators}


def _cited(compendium: Compendium) -> frozenset[str]:
    """What the statements, findings and pages of a compendium say that they rest on."""
    return frozenset(name for _, record in compendium.records for name in getattr(record, "rests_on", ()))


def _named_in_templates(compendium: Compendium) -> frozenset[str]:
    """The names in the templates of all sentences."""
    names = {
        name
        for path, record in compendium.records
        for _, value in plain_values(record, path)
        if isinstance(value, str) and is_template(value)
        for name in _NAME.findall(value)
    }
    return frozenset(names | {part for name in names for part in name.split(".")})


def _named_on_pages(compendium: Compendium) -> frozenset[str]:
    """The texts in the records of pages: among them the ids of what they show."""
    return frozenset(
        value
        for path, record in compendium.records
        if path[0] == "pages"
        for _, value in plain_values(record, path)
        if isinstance(value, str)
    )


RULES: tuple[Callable[[Compendium, ReadyCompendium], Iterable[Breach]], ...] = (
    unshown_indicators,
    unshown_measure_charts,
    unshown_precedents,
    unshown_pages,
    unshown_findings,
    unshown_candidates,
    unused_budget_lines,
    unused_facts,
    unused_datasets,
    unnamed_files,
    unused_sources,
    unused_analysis_items,
    runs_without_pages,
    conditions_without_rows,
    categories_without_rows,
)
"""The rules of this file, in the order in which they are told."""
