"""Which fields of a compendium name a record, and what they say once it is called otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.errors import FieldPath
from docgen.model import Compendium, Finding, IndicatorUse, MeasureChart, PageEntry, Record, RepeatedPage
from docgen.model.compendium import CarriedOver
from docgen.validate.references import ENTRY_RECORDS, fields_of

_DATA = ("data",)
# The collection whose records a list of carried_over.yaml names first.
_CARRIED = {"values": "indicators", "figures": "indicators", "measures": "measure_charts", "budgets": "budget_lines"}

Naming = tuple[FieldPath, str, str]
"""The path of a field, the name in it, and the name that it is to have."""


@dataclass(frozen=True, slots=True)
class Renamed:
    """A record at a path that is to be called ``new``; ``outer`` are the ids of the records around it."""

    path: FieldPath
    outer: tuple[str, ...]
    old: str
    new: str

    @property
    def collection(self) -> str:
        """The collection that it, or the record around it, is of."""
        return str(self.path[0])

    def whole(self, name: str) -> str | None:
        """What a whole name becomes that names the record, or something in it; None for any other.

        Values and statements are also called without the page that they stand on.
        """
        for around in dict.fromkeys((self.outer, self.outer[:1])):
            before = "/".join((*around, self.old))
            if name == before or name.startswith(f"{before}/"):
                return "/".join((*around, self.new)) + name[len(before) :]
        return None


def naming_fields(record: Renamed, compendium: Compendium) -> Iterator[Naming]:
    """The fields that name ``record``, or something in it, each once."""
    seen: set[FieldPath] = set()
    for path, other in compendium.records:
        for field, name, after in _of(other, path, record):
            if field not in seen:
                seen.add(field)
                yield field, name, after


def _of(other: Record, path: FieldPath, record: Renamed) -> Iterator[Naming]:
    if not record.outer:
        yield from _ids(other, path, record)
    yield from _whole_names(other, path, record)
    yield from _inner(other, path, record)


def _ids(other: Record, path: FieldPath, record: Renamed) -> Iterator[Naming]:
    """Fields that hold the id of a record of its collection."""
    fields = [field for field, collection in fields_of(type(other)).items() if collection == record.collection]
    fields += _DATA if record.collection == "datasets" and "data" in type(other).model_fields else ()
    fields += ("serves",) if record.collection == "candidates" and "serves" in type(other).model_fields else ()
    fields += ("line",) if record.collection == "budget_lines" and "line" in type(other).model_fields else ()
    for field in fields:
        for inner, name in _values(getattr(other, field), (*path, field)):
            if name == record.old:
                yield inner, record.old, record.new


def _whole_names(other: Record, path: FieldPath, record: Renamed) -> Iterator[Naming]:
    """Fields that hold whole names: what it rests on, the record of an entry of the plan, carried_over.yaml."""
    named: list[tuple[FieldPath, str]] = list(_values(getattr(other, "rests_on", ()), (*path, "rests_on")))
    if isinstance(other, RepeatedPage) and record.collection in ("pages", "indicators"):
        named.append(((*path, "repeats"), other.repeats))
    if isinstance(other, PageEntry) and ENTRY_RECORDS.get(str(other.kind or other.run)) == record.collection:
        named += _values(other.record, (*path, "record"))
    if isinstance(other, CarriedOver):
        lists = (name for name, collection in _CARRIED.items() if collection == record.collection)
        named += [each for name in lists for each in _values(getattr(other, name), (*path, name))]
        for inner, name in (*_values(other.texts, (*path, "texts")), *_values(other.notes, (*path, "notes"))):
            if not record.outer and name == f"{record.collection}/{record.old}":
                yield inner, name, f"{record.collection}/{record.new}"
    for inner, name in named:
        after = record.whole(name)
        if after is not None:
            yield inner, name, after


def _inner(other: Record, path: FieldPath, record: Renamed) -> Iterator[Naming]:
    """Fields that hold the bare id of what stands inside of a record."""
    if len(record.outer) == 0:
        return
    outer, kind = record.outer[0], record.path[-2]
    named: list[tuple[FieldPath, str]] = []
    if isinstance(other, IndicatorUse) and other.indicator == outer and kind == "pages":
        named += _values(other.pages, (*path, "pages"))
    if isinstance(other, Finding) and other.indicator == outer and kind == "values":
        for index, group in enumerate(other.groups):
            named += _values(group.values, (*path, "groups", index, "values"))
    if isinstance(other, MeasureChart) and path[1] == outer:
        for index, measure in enumerate(other.measures if kind == "plan_items" else ()):
            named += _values(measure.plan_items, (*path, "measures", index, "plan_items"))
        for index, use in enumerate(other.budgets if kind in ("plan_items", "measures") else ()):
            named += _values(use.relates_to, (*path, "budgets", index, "relates_to"))
    yield from ((inner, record.old, record.new) for inner, name in named if name == record.old)


def _values(value: object, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        yield from (((*path, index), name) for index, name in enumerate(value) if isinstance(name, str))
