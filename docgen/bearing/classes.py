"""The rows of a table that are classes, and those that a bound takes together: 65歳以上 of 65～74歳 and 75歳以上."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import docgen.patterns as re
from docgen.bearing.cue import Cue
from docgen.sentences.claim import Claim
from docgen.sentences.claims import claims
from docgen.sentences.plain import plain

Ends = tuple[Decimal | None, Decimal | None]
_BOUND = re.compile("(?:以上|以下|未満|超)$")
_RANGE = re.compile(r"(?P<first>[\d,]+)[^\d～]{0,3}(?:～|-|以上)(?P<last>[\d,]+)(?P<unit>\D{1,2}?)(?P<under>未満)?$")


def rows_of_class(cue: Cue) -> tuple[str, ...]:
    """The rows that the class right before the claim takes together: 45歳未満 of 15歳未満 and 15～44歳.

    () where no class is named, where it is a row itself, or where the rows do not part just there.
    """
    before = [one for one in cue.others if one.end <= cue.claim.start and one.kind == "number"]
    bounds = [one for one in before if _BOUND.search(one.text) and (one.low is None) != (one.high is None)]
    if not bounds or any(plain(bounds[-1].text) in plain(row) for row in cue.table.rows):
        return ()
    classes = _classes(cue.table.rows, bounds[-1].unit)
    chosen = [row for row, ends in classes if _within(ends, bounds[-1])]
    crossing = [row for row, ends in classes if row not in chosen and not _outside(ends, bounds[-1])]
    return tuple(chosen) if len(chosen) > 1 and not crossing else ()


def _classes(rows: Sequence[str], unit: str) -> list[tuple[str, Ends]]:
    return [(row, ends) for row in rows if (ends := _ends(row, unit)) is not None]


def _ends(row: str, unit: str) -> Ends | None:
    """Where a class begins and ends, the end itself left out: 15 and 45 of 15～44歳; None for no class of the unit."""
    words = plain(row)
    between = _RANGE.fullmatch(words)
    if between is not None and between["unit"] == unit:
        last = Decimal(between["last"].replace(",", ""))
        return Decimal(between["first"].replace(",", "")), last if between["under"] else last + 1
    found = [one for one in claims(words) if one.kind == "number" and one.unit == unit]
    if len(found) != 1 or (found[0].low is None) == (found[0].high is None):
        return None
    return _span(found[0])


def _span(bound: Claim) -> Ends:
    low, high = bound.low, bound.high
    inside = bound.text.endswith(("以下", "超"))
    return (None if low is None else low + inside), (None if high is None else high + inside)


def _within(ends: Ends, bound: Claim) -> bool:
    low, high = _span(bound)
    if low is not None:
        return ends[0] is not None and ends[0] >= low
    return high is not None and ends[1] is not None and ends[1] <= high


def _outside(ends: Ends, bound: Claim) -> bool:
    low, high = _span(bound)
    if low is not None:
        return ends[1] is not None and ends[1] <= low
    return high is not None and ends[0] is not None and ends[0] >= high
