"""Numbers that a sentence computes of others: shares, differences, sums and multiples of two data."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from docgen.binding.printed_form import PrintedForm, printed_form
from docgen.binding.reference import Datum, Reference
from docgen.binding.spot import Spot
from docgen.errors import DocgenError, WrongValue
from docgen.model.short_names import NamedValue
from docgen.prose.filters import multiple_of, share_of, tenths_of
from docgen.prose.number import Number, as_number

_DIFFERENCE = re.compile("差|増|減|残り|上回|下回|開き|伸び|縮|不足")
_SUM = re.compile("計|合わせ|年間で|合計|あわせ")
# Behind a difference stands its direction: 5名増.
_BEHIND = 6


@dataclass(frozen=True, slots=True)
class Computed:
    """A number computed of ``first`` and ``second``, and the form in which it stands at a spot."""

    first: Reference
    second: Reference
    template: str
    form: PrintedForm
    operation: str

    @property
    def datum(self) -> Datum:
        """What it means: two sums of the same are one."""
        cells = (*self.first.datum.cells, *self.second.datum.cells)
        return Datum(self.operation, tuple(sorted(cells)) if self.operation == "sum" else cells)

    def expression(self, first: str, second: str) -> str:
        """The expression, with the names that its two data have where it stands."""
        return self.template.format(first, second) + self.form.suffix.replace(".number", "|number")


def computed(
    spot: Spot, sentence: str, close: str, said: Sequence[Reference], known: Iterable[Reference]
) -> Iterator[Computed]:
    """What stands at a spot as computed of two data: ``said`` are those of the text, ``known`` those that it may name.

    ``close`` are the words before the spot. A share is of one row of a table, or of what is said; a difference, a sum and a
    multiple have a part that is said.
    """
    around = close + sentence[spot.end : spot.end + _BEHIND]
    for operation, template, compute, pairs in _ways(spot, around, said, known):
        for first, second in pairs:
            if first.datum == second.datum or not _comparable(first, second) or _of_shares(operation, first):
                continue
            number = _result(compute, first, second)
            form = printed_form(number, sentence, spot) if number is not None else None
            if form is not None and (form.same_unit or spot.shared):
                wrapped = f"({template})" if form.suffix and " " in template else template
                yield Computed(first, second, wrapped, form, operation)


_Way = tuple[str, str, Callable[[Number, Number], object], Iterator[tuple[Reference, Reference]]]


def _ways(spot: Spot, around: str, said: Sequence[Reference], known: Iterable[Reference]) -> Iterator[_Way]:
    among = list(known)
    if spot.kind in ("share", "change"):
        tenths = spot.kind == "share" and "割" in around[-_BEHIND - 2 :]
        yield "ratio", "{}|share_of({})", share_of, _of_rows(said, among)
        if spot.kind == "share" or tenths:
            yield "ratio", "{}|tenths_of({})", tenths_of, _of_rows(said, among)
    if spot.kind == "multiple":
        yield "ratio", "{}|multiple_of({})", multiple_of, _with_said(said, among)
    if spot.kind == "points" or (spot.kind in ("number", "change") and _DIFFERENCE.search(around)):
        yield "difference", "{} - {}", lambda one, other: one - other, _both_said(said)
    if spot.kind == "number" and _SUM.search(around):
        yield "sum", "{} + {}", lambda one, other: one + other, _both_said(said)


def _of_rows(said: Sequence[Reference], known: Sequence[Reference]) -> Iterator[tuple[Reference, Reference]]:
    """Pairs of one row, and pairs of what is said."""
    rows: dict[frozenset[tuple[str, int]], list[Reference]] = {}
    for reference in {id(one): one for one in (*known, *said)}.values():
        row = frozenset((trace.file, trace.line) for trace in reference.traces)
        if len(row) == 1 and reference.datum.operation in ("", "sum"):
            rows.setdefault(row, []).append(reference)
    for group in rows.values():
        yield from ((one, other) for one in group for other in group)
    yield from _both_said(said)


def _with_said(said: Sequence[Reference], known: Sequence[Reference]) -> Iterator[tuple[Reference, Reference]]:
    """Pairs of what is said, and of one that is said with another value of its indicator of the same kind."""
    for one in said:
        for other in known:
            if _is_sibling(one, other):
                yield one, other
    yield from _both_said(said)


def _both_said(said: Sequence[Reference]) -> Iterator[tuple[Reference, Reference]]:
    return ((one, other) for one in said for other in said if one is not other)


def _is_sibling(one: Reference, other: Reference) -> bool:
    """Whether one is another value of the same page at the same time, or in another row of the same column."""
    first, second = one.meaning, other.meaning
    if isinstance(first, NamedValue) and isinstance(second, NamedValue):
        return first.path[:4] == second.path[:4] and first.path != second.path and one.words == other.words
    columns = [{(trace.file, trace.sheet, trace.column) for trace in part.traces} for part in (one, other)]
    return len(columns[0]) == 1 and columns[0] == columns[1] and not one.datum.operation and not other.datum.operation


def _comparable(first: Reference, second: Reference) -> bool:
    one, other = first.number, second.number
    if not isinstance(one, Number) or not isinstance(other, Number) or one.unit != other.unit:
        return False
    return bool(other.decimal) and one.unit != "位"


def _of_shares(operation: str, first: Reference) -> bool:
    """Whether a share or a multiple would be one of shares, which nobody tells."""
    return operation == "ratio" and isinstance(first.number, Number) and first.number.unit in ("%", "ポイント")


def _result(compute: Callable[[Number, Number], object], first: Reference, second: Reference) -> Number | str | None:
    one, other = first.number, second.number
    if isinstance(one, str) or isinstance(other, str):
        return None
    try:
        number = compute(one, other)
    except (DocgenError, WrongValue):
        return None
    if isinstance(number, str):
        return number
    read = as_number(number)
    return read if read is not None and read.decimal > 0 else None
