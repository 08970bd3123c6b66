"""The rule on pages that are to be signed: which of them nobody has reviewed as they are now.

It is not among the rules of a plain check: a content whose accepted.yaml has no signature asks for none.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from docgen.breach import Breach
from docgen.model import Compendium, Record
from docgen.ready import ReadyCompendium, ReadyPage

_COLLECTIONS = (
    "pages", "findings", "candidates", "indicators", "measure_charts", "precedents", "budget_lines", "sources", "facts",
)  # fmt: skip
_LENGTH = 16


def unsigned_pages(compendium: Compendium, ready: ReadyCompendium) -> Iterator[Breach]:
    """Pages that nobody has signed as they are now; a signature expires when anything that the page rests on changes."""
    for page in ready.pages:
        yield Breach("page-unsigned", page.id, level="notice", state=_state(page, compendium, ready))


def _state(page: ReadyPage, compendium: Compendium, ready: ReadyCompendium) -> str:
    """A checksum of what a page says and of what it rests on: its record, the records it names, its data files."""
    state = hashlib.sha256(repr((page.kind, page.record, page.sources, page.grounds)).encode("utf-8", "surrogatepass"))
    for part in sorted(_rests_on(page, compendium, ready)):
        state.update(part.encode("utf-8", "surrogatepass"))
    files = {(trace.file, trace.sheet) for trace in page.traces}
    for table in compendium.tables.values():
        if (table.file, table.sheet) in files:
            state.update(repr((table.file, table.columns, table.rows)).encode("utf-8", "surrogatepass"))
    return state.hexdigest()[:_LENGTH]


def _rests_on(page: ReadyPage, compendium: Compendium, ready: ReadyCompendium) -> Iterator[str]:
    """The records that a page names as what it rests on, and those that these name."""
    pages = {each.id: each for each in ready.pages}
    outer = (record for path, record in compendium.records if path and path == page.path[: len(path)])
    named = [name for record in outer for name in _named(record)]
    waiting, seen = [*page.rests_on, *named], set[str]()
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        if name in pages:
            yield repr((name, pages[name].record))
            waiting += pages[name].rests_on
        for collection in _COLLECTIONS:
            record = getattr(compendium, collection).get(name.partition("/")[0])
            if record is not None:
                yield repr((name, record))
                waiting += _named(record)


def _named(record: Record) -> tuple[str, ...]:
    """The names in ``rests_on`` of a record and of what stands in it."""
    inner = (value for value in record.__dict__.values() if isinstance(value, tuple))
    records = (part for value in inner for part in value if isinstance(part, Record))
    return (*getattr(record, "rests_on", ()), *(name for part in records for name in getattr(part, "rests_on", ())))
