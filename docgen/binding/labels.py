"""What the content calls a number: names of values, cells of its row, heads of its columns, titles of its figures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from docgen.binding.reference import Reference
from docgen.binding.words import words_of
from docgen.errors import FieldPath
from docgen.model import Compendium, DataTable, Figure, Period, Table
from docgen.model.short_names import NamedFact, NamedValue
from docgen.ready import Trace
from docgen.tracing.step import row_of

# A longer cell is a remark.
_LONGEST = 50
# Of so many references to a table each has words of its own.
_SEVERAL = 2
_YEAR = re.compile(r"(?<![0-9.,])((?:19|20)[0-9]{2})(?![0-9.,])")
_OF_YEARS = re.compile(r"year|年|period|date|edition", re.IGNORECASE)
_REMARKS = re.compile(r"source|url|about|note|出典|備考|注")


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of one reference: ``own`` tell it from its neighbours, ``shared`` tell what its table is about.

    ``period`` is when it holds, as far as that is stated; else ``years`` are those that its row or its column names.
    ``tables`` are the datasets that it reads, ``groups`` these and the record that
    it belongs to; ``telling`` are the words that few other references of its groups have.
    """

    own: frozenset[str]
    shared: frozenset[str]
    years: frozenset[int]
    period: Period | None
    tables: frozenset[str]
    groups: frozenset[str] = frozenset()
    telling: frozenset[str] = frozenset()


def joined(first: Labels, second: Labels) -> Labels:
    """The labels of what is computed of two data. Where both have a time, it holds at either."""
    period = first.period if first.period == second.period else None
    years = first.years | second.years if period is None else frozenset[int]()
    words = first.own | second.own, first.shared | second.shared
    return Labels(*words, years, period, first.tables | second.tables, first.groups | second.groups)


def with_telling(labels: Sequence[Labels], known: frozenset[str]) -> list[Labels]:
    """Labels with the words that tell each from the others of its tables; ``known`` are the words that sentences use."""
    counts: dict[str, Counter[str]] = {}
    sizes: Counter[str] = Counter()
    for own in labels:
        for group in own.groups:
            sizes[group] += 1
            counts.setdefault(group, Counter()).update(own.own)
    return [replace(own, telling=known & frozenset(_telling(own, counts, sizes))) for own in labels]


def _telling(own: Labels, counts: Mapping[str, Counter[str]], sizes: Mapping[str, int]) -> Iterator[str]:
    for word in own.own:
        # A single kanji is a unit or a time: 年, 人.
        is_name = len(word) > 1 and any(sizes[one] >= _SEVERAL for one in own.groups)
        if is_name and any(counts[one][word] <= sizes[one] / 2 for one in own.groups):
            yield word


@dataclass(slots=True)
class Labelling:
    """Finds the labels of references in a compendium."""

    compendium: Compendium
    _columns: dict[tuple[str, str], list[str]] = field(init=False, default_factory=dict)
    _titles: dict[str, list[str]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        for _, record in self.compendium.records:
            if isinstance(record, Figure | Table) and isinstance(record.data, str):
                self._titles.setdefault(record.data, []).append(record.title)
                for name, column in _heads(record):
                    self._columns.setdefault((record.data, column), []).append(name)

    def of(self, reference: Reference) -> Labels:
        """The labels of a reference."""
        own, shared = list(self._of_meaning(reference)), list(self._around(reference))
        years: set[int] = set()
        tables: set[str] = set()
        for trace in reference.traces:
            for name, table, row in self._rows(trace):
                tables.add(name)
                if trace.column:
                    own += self._of_cell(name, table, row, trace.column)
                    years |= _years_of_cell(table, row, trace.column)
                shared += self._titles.get(name, [])
                dataset = self.compendium.datasets.get(name)
                shared.append(dataset.title or "" if dataset is not None else "")
        if isinstance(reference.meaning, NamedFact) and reference.meaning.fact.count is not None:
            counted = reference.meaning.fact.count.where.items()
            of_time = (str(value) for name, value in counted if _OF_YEARS.search(name))
            years |= {int(year) for value in of_time for year in _YEAR.findall(value)}
        own_words = frozenset().union(*map(words_of, own))
        shared_words = frozenset().union(*map(words_of, shared)) - own_words
        home = home_of(reference)
        groups = frozenset(tables | ({"/".join(map(str, home))} if home else set()))
        return Labels(own_words, shared_words, frozenset(years), reference.period, frozenset(tables), groups)

    def _of_meaning(self, reference: Reference) -> Iterator[str]:
        meant = reference.meaning
        if isinstance(meant, NamedValue):
            yield meant.value.name
        elif isinstance(meant, NamedFact):
            yield from meant.identifier.split("_")
            yield meant.fact.label
            if meant.fact.count is not None:
                yield from meant.fact.count.where.values()
        elif reference.datum.operation == "budget":
            line = self.compendium.budget_lines[reference.datum.cells[0]]
            yield from (line.name, line.short_name or "")

    def _around(self, reference: Reference) -> Iterator[str]:
        if isinstance(reference.meaning, NamedValue):
            yield reference.meaning.indicator.name
            for page in reference.meaning.indicator.pages:
                if reference.meaning.value in page.values:
                    yield page.title or ""

    def _rows(self, trace: Trace) -> Iterator[tuple[str, DataTable, int]]:
        for name, table in self.compendium.tables.items():
            row = row_of(trace, table)
            if row is not None:
                yield name, table, row

    def _of_cell(self, name: str, table: DataTable, row: int, column: str) -> Iterator[str]:
        yield column
        yield from self._columns.get((name, column), [])
        for head, cell in zip(table.columns, table.rows[row], strict=True):
            if head != column and len(cell) <= _LONGEST and not _REMARKS.search(head):
                yield cell


def _heads(record: Figure | Table) -> Iterator[tuple[str, str]]:
    """What a figure or a table calls the columns of its data."""
    parts = record.series if isinstance(record, Figure) else record.columns
    for part in parts:
        name = getattr(part, "name", "") or getattr(part, "heading", "")
        if part.column is not None:
            yield name, part.column


def _years_of_cell(table: DataTable, row: int, column: str) -> set[int]:
    cells = zip(table.columns, table.rows[row], strict=True)
    of_time = (cell for head, cell in cells if not _REMARKS.search(head) and (_OF_YEARS.search(head) or "年" in cell))
    texts = [column, *of_time]
    return {int(year) for text in texts for year in _YEAR.findall(text)}


def home_of(reference: Reference) -> FieldPath:
    """The record that a reference belongs to: an indicator, a prior study; () for one of the whole compendium."""
    meant = reference.meaning
    if meant is None or meant.path[0] == "facts":
        return ()
    return meant.path[:2]


def tables_by_record(compendium: Compendium) -> Mapping[FieldPath, frozenset[str]]:
    """The datasets that each record's figures and tables show, by the first two parts of its path."""
    found: dict[FieldPath, set[str]] = {}
    for path, record in compendium.records:
        data = getattr(record, "data", None)
        if isinstance(data, str) and path[0] in ("indicators", "pages", "precedents", "findings"):
            found.setdefault(path[:2], set()).add(data)
    return {path: frozenset(tables) for path, tables in found.items()}
