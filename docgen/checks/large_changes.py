"""The rule on numbers that are far from last year's: right perhaps, but worth a second look."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.breach import Breach
from docgen.errors import Located
from docgen.model import Compendium, Quantity
from docgen.model.budget import amounts_of
from docgen.model.renames import earlier
from docgen.ready import ReadyCompendium, ReadyIndicatorPage

LARGE = 20
"""From more than so many per cent of last year's number on, a change is large."""


def large_changes(compendium: Compendium, ready: ReadyCompendium) -> Iterator[Breach]:
    """Values, and amounts of budget lines, that differ from last year's by more than a fifth."""
    for page in ready.pages:
        if isinstance(page.record, ReadyIndicatorPage):
            for value in page.record.values:
                if value.latest is not None and value.last_year is not None:
                    yield from _large(page.id, value.name, value.last_year.quantity, value.latest.quantity)
    before = compendium.previous
    for line in compendium.budget_lines.values() if before is not None else ():
        last_line = earlier(line, before.budget_lines) if before is not None else None
        if before is not None and last_line is not None:
            where = compendium.position(("budget_lines", line.id))
            last = amounts_of(last_line, before.tables, None).quantities
            for year, amount in amounts_of(line, compendium.tables, where).quantities.items():
                if year in last:
                    yield from _large(where, f"{line.name}（{year}年度）", last[year], amount)


def _large(where: Located, name: str, before: Quantity, now: Quantity) -> Iterator[Breach]:
    share = large_change(before, now)
    if share is not None:
        percent = share.format(minus="△", sign=True)
        yield Breach("large-change", where, level="notice", name=name, now=str(now), before=str(before), share=percent)


def large_change(before: Quantity | None, after: Quantity) -> Quantity | None:
    """By how many per cent a number differs from the one before, where that is more than a fifth; else None.

    >>> str(large_change(Quantity.of(100, "人"), Quantity.of(125, "人"))), large_change(None, Quantity.of(1))
    ('25.0%', None)
    """
    if before is None or not before.value:
        return None
    try:
        now = after.convert(before.unit).value
    except ValueError:
        return None
    share = (now - before.value) / abs(before.value) * 100
    return Quantity(share, "%", 1) if abs(share) > LARGE else None
