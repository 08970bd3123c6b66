"""What can be traced by name: pages, records, statements, values, figures, tables, budget lines, data files."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from docgen.errors import DocgenError, FieldPath
from docgen.messages import message
from docgen.model import Compendium, IndicatorPage, IndicatorValue, Record
from docgen.model.renames import now_named, renames_of
from docgen.ready import ReadyCompendium, ReadyPage

_COLLECTIONS = (
    "pages", "indicators", "findings", "candidates", "measure_charts", "precedents", "facts", "budget_lines", "datasets",
    "sources",
)  # fmt: skip
_SUGGESTIONS = 3
_LIKENESS = 0.5


@dataclass(frozen=True, slots=True)
class Subject:
    """Something with a name: its record with its path, its page in the deck, or both."""

    path: FieldPath
    record: Record | None = None
    page: ReadyPage | None = None


def subjects(compendium: Compendium, ready: ReadyCompendium) -> Mapping[str, Subject]:
    """Everything that can be traced, by name.

    A page has the id of its slide, a record its own id; what stands inside a record is called by both:
    ``I-1065/traffic_deaths``, ``summary-strategy/food``, and, as its shape is called on the slide,
    ``I-1065/mobility/deaths``.
    """
    every = {path: record for path, record in compendium.records if path[0] in _COLLECTIONS}
    named = {page.id: Subject(page.path, every.get(page.path), page) for page in ready.pages}
    for name, path in _names(every):
        named.setdefault(name, Subject(path, every[path]))
    return named


def subject_named(name: str, known: Mapping[str, Subject]) -> Subject:
    """The subject of a name. DocgenError, with the names most like it, where there is none."""
    if name in known:
        return known[name]
    near = difflib.get_close_matches(name, known, n=_SUGGESTIONS, cutoff=_LIKENESS)
    raise DocgenError(
        "nothing-of-that-name",
        hint=message("did-you-mean-one", names=tuple(near)) if near else None,
        name=name,
    )


def name_today(name: str, known: Mapping[str, Subject], compendium: Compendium) -> str:
    """The name itself, or what a record of that former name is called now. DocgenError where that is several records."""
    now = (name,) if name in known else now_named(name, renames_of(compendium))
    if len(now) > 1:
        raise DocgenError("name-of-several", name=name, now=now)
    return now[0]


def _names(every: Mapping[FieldPath, Record]) -> Iterator[tuple[str, FieldPath]]:
    """The names of records: first the records of the collections, then what stands inside them."""
    yield from ((str(path[1]), path) for path in every if len(path) == 2)
    inside = [(path, record) for path, record in every.items() if len(path) > 2 and getattr(record, "id", None)]
    yield from ((f"{path[1]}/{_id(record)}", path) for path, record in inside)
    # A value shares its slide with figures, whose shapes bear these names: theirs go first.
    for path, record in sorted(inside, key=lambda entry: isinstance(entry[1], IndicatorValue)):
        page = every.get(path[:4])
        if isinstance(page, IndicatorPage) and page is not record:
            yield f"{path[1]}/{page.id}/{_id(record)}", path


def _id(record: Record) -> str:
    return str(getattr(record, "id", ""))
