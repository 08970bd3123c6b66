"""What a user can do wrong, said so that the user can mend it.

A :class:`DocgenError` names what is wrong, where (``file:line:column``, ``workbook!sheet!cell``, or the record, slide
and slot),
what was expected, and a hint. :class:`DocgenErrors` carries all the errors of one folder.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a file; ``line`` and ``column`` count from 1."""

    file: str
    line: int
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class CellPosition:
    """A cell of a workbook; ``row`` and ``column`` count from 1. Without them it is a sheet, without a sheet the workbook.

    >>> str(CellPosition("指標データ.xlsx", "指標", 15, 5)), str(CellPosition("指標データ.xlsx", "指標"))
    ('指標データ.xlsx!指標!E15', '指標データ.xlsx!指標')
    """

    file: str
    sheet: str = ""
    row: int = 0
    column: int = 0

    @property
    def cell(self) -> str:
        """The cell's address in its sheet: E15; empty for a whole sheet."""
        return f"{column_letters(self.column)}{self.row}" if self.row else ""

    def __str__(self) -> str:
        return "!".join(part for part in (self.file, self.sheet, self.cell) if part)


def column_letters(number: int) -> str:
    """The letters that a workbook calls a column by, of its number from 1.

    >>> column_letters(5), column_letters(28)
    ('E', 'AB')
    """
    letters = ""
    while number:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


FieldPath = tuple[str | int, ...]
"""The way to a field of the content or of a layout pack: ``("indicators", "I-1065", "values", 0, "name")``."""

Located = Position | CellPosition | str
"""The place that a message names: in a file, in a workbook, or in words where there is neither."""

Where = Located | None
"""The same, or None where it is unknown."""


def nearest_position(path: FieldPath, positions: Mapping[FieldPath, Position]) -> Position | None:
    """The position of the field at ``path``, or of the nearest one around it; None where there is neither."""
    for length in range(len(path), -1, -1):
        position = positions.get(path[:length])
        if position is not None:
            return position
    return None


class DocgenError(Exception):
    """One thing that is wrong with what a user gave.

    ``what`` says what is wrong; ``where`` is a :class:`Position`, a :class:`CellPosition` or words that name the place;
    ``expected`` says what would have been right; ``hint`` says what to do.
    """

    def __init__(
        self,
        what: str,
        *,
        where: Where = None,
        expected: str | None = None,
        hint: str | None = None,
    ) -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.expected = expected
        self.hint = hint

    def __str__(self) -> str:
        lines = [f"{self.where}: {self.what}" if self.where is not None else self.what]
        if self.expected:
            lines.append(f"  expected: {self.expected}")
        if self.hint:
            lines.append(f"  hint: {self.hint}")
        return "\n".join(lines)


class DocgenErrors(DocgenError):
    """Several errors of one run, in the order of their places."""

    def __init__(self, errors: Iterable[DocgenError]) -> None:
        self.errors = tuple(sorted(errors, key=lambda error: place_in_order(error.where)))
        count = len(self.errors)
        super().__init__(f"{count} error{'s' if count != 1 else ''}")

    def __str__(self) -> str:
        return "\n".join(str(error) for error in self.errors)


class DoesNotFit(DocgenError):
    """What cannot be placed even at the floor of its role and after every split.

    ``room`` and ``need`` are heights in points.
    """

    def __init__(self, *, record: str, slide: str, slot: str, room: float, need: float) -> None:
        super().__init__(
            f"record {record} does not fit: slot {slot!r} has {room:.1f} pt, {need:.1f} pt are needed",
            where=f"slide {slide}",
            expected="content that fits the slot at the smallest size of its role",
            hint="shorten the text, or give the slot more room in the layout pack",
        )
        self.record = record
        self.slide = slide
        self.slot = slot
        self.room = room
        self.need = need


def place_in_order(where: Where) -> tuple[str, str, int, int]:
    """A key by which places sort: by file, sheet, line (or row) and column; words stand before the lines of their file."""
    if isinstance(where, Position):
        return (where.file, "", where.line, where.column)
    if isinstance(where, CellPosition):
        return (where.file, where.sheet, where.row, where.column)
    return (str(where or ""), "", 0, 0)


def repeated(items: Iterable[T], key: Callable[[T], object]) -> Iterator[tuple[T, T]]:
    """The items whose key an earlier one has, each with the first item of that key.

    >>> list(repeated(["I-1", "I-2", "i-1"], key=str.lower))
    [('i-1', 'I-1')]
    """
    first: dict[object, T] = {}
    for item in items:
        if key(item) in first:
            yield item, first[key(item)]
        first.setdefault(key(item), item)


def nearest(name: str, names: Iterable[str]) -> str | None:
    """A hint that names the entry of ``names`` most like ``name``, or None where none is like it."""
    matches = difflib.get_close_matches(name, [str(other) for other in names], n=1, cutoff=0.5)
    return f"did you mean {matches[0]!r}?" if matches else None
