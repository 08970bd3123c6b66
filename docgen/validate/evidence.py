"""What statements rest on: each name must lead to a record, or to a statement of a page."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.errors import DocgenError, FieldPath
from docgen.model import Compendium, Finding
from docgen.model.statement import Statement
from docgen.validate.known import to_nothing, unread

_COLLECTIONS = (
    "pages", "candidates", "findings", "indicators", "measure_charts", "precedents", "datasets", "budget_lines",
    "sources",
)  # fmt: skip


def evidence(compendium: Compendium) -> Iterator[DocgenError]:
    """Errors for names in ``rests_on`` that nothing has, and for statements of one page with one name.

    Findings are held to a narrower rule of their own.
    """
    yield from _twice(compendium)
    known = dict.fromkeys(_known(compendium))
    missing = [unread(compendium, name) for name in _COLLECTIONS]
    for path, record in compendium.records:
        if isinstance(record, Finding):
            continue
        for index, name in enumerate(getattr(record, "rests_on", ())):
            if name not in known and not any(name.partition("/")[0] in each for each in missing):
                place = (*path, "rests_on", index)
                yield to_nothing(compendium, "record or statement", name, known, place)


def statements(compendium: Compendium) -> Iterator[tuple[str, FieldPath]]:
    """Every statement that has an id: the name ``page/statement`` that others call it by, and its path."""
    for path, record in compendium.records:
        if isinstance(record, Statement) and record.id is not None and path[0] == "pages":
            yield f"{path[1]}/{record.id}", path


def _twice(compendium: Compendium) -> Iterator[DocgenError]:
    first: dict[str, FieldPath] = {}
    for name, path in statements(compendium):
        if name in first:
            yield DocgenError(
                f"duplicate statement {name!r}",
                where=compendium.position((*path, "id")),
                expected="an id of its own for each statement of a page",
                hint=f"the first one is at {compendium.position((*first[name], 'id'))}",
            )
        first.setdefault(name, path)


def _known(compendium: Compendium) -> Iterator[str]:
    for collection in _COLLECTIONS:
        yield from getattr(compendium, collection)
    for indicator in compendium.indicators.values():
        yield from (f"{indicator.id}/{page.id}" for page in indicator.pages)
    yield from (name for name, _ in statements(compendium))
