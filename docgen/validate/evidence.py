"""What findings, statements, candidates and pages rest on: each name must lead to a record, or to a statement."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.errors import DocgenError, FieldPath
from docgen.model import Compendium, Finding
from docgen.model.page import Statement
from docgen.validate.references import unknown

_OF_FINDINGS = ("datasets", "findings", "measure_charts", "precedents", "sources", "budget_lines")
_COLLECTIONS = (
    "pages", "candidates", "findings", "indicators", "measure_charts", "precedents", "datasets", "budget_lines",
    "sources",
)  # fmt: skip


def evidence(compendium: Compendium) -> Iterator[DocgenError]:
    """Errors for names in ``rests_on`` that nothing has. Findings rest on no summary and on no statement."""
    pages = [name for indicator in compendium.indicators.values() for name in _names(indicator.id, compendium)]
    of_findings = dict.fromkeys((*pages, *_ids(_OF_FINDINGS, compendium)))
    named = (name for name, _ in statements(compendium))
    of_all = dict.fromkeys((*_ids(_COLLECTIONS, compendium), *pages, *named))
    for path, record in compendium.records:
        in_finding = isinstance(record, Finding)
        known = of_findings if in_finding else of_all
        kind = "page, dataset or finding" if in_finding else "record or statement"
        for index, name in enumerate(getattr(record, "rests_on", ())):
            first = name.partition("/")[0]
            if name not in known and not any(compendium.is_unread(first, where) for where in _COLLECTIONS):
                yield unknown(kind, name, known, (*path, "rests_on", index), compendium)


def statements(compendium: Compendium) -> Iterator[tuple[str, FieldPath]]:
    """Every statement that has an id: the name ``page/statement`` that others call it by, and its path."""
    for path, record in compendium.records:
        if isinstance(record, Statement) and record.id is not None and path[0] == "pages":
            yield f"{path[1]}/{record.id}", path


def _names(indicator: str, compendium: Compendium) -> list[str]:
    """The names of an indicator and of its pages."""
    return [indicator, *(f"{indicator}/{page.id}" for page in compendium.indicators[indicator].pages)]


def _ids(collections: tuple[str, ...], compendium: Compendium) -> Iterator[str]:
    return (identifier for collection in collections for identifier in getattr(compendium, collection))
