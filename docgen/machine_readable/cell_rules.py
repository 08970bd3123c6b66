"""The rules on the cells that hold numbers: one datum a cell, numbers as numbers, no formulas, no signs between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.breach import Breach
from docgen.machine_readable.finding import Finding, Mend, listed
from docgen.machine_readable.parts import Parts, holds_two_numbers, is_code, spelled_number
from docgen.machine_readable.table_file import WrittenCell
from docgen.model.cells.number import read_cell


def one_datum_a_cell(parts: Parts) -> Iterator[Finding]:
    """Rule 1-2: a cell holds one datum, not 100（95） nor 12／34.

    A program takes such a cell for a word, and both numbers are lost.
    """
    two = [cell for cell in _texts(parts) if holds_two_numbers(cell.text)]
    if two:
        told = listed(parts, two)
        breach = Breach(
            "table-several-data-in-cell", told.where, level="notice", count=told.count, cells=told.cells,
            text=_one_line(two[0].text),
        )
        yield Finding(breach, parts.file)


def numbers_as_numbers(parts: Parts) -> Iterator[Finding]:
    """Rule 1-3: a number is stored as a number, without a unit, commas or full-width letters.

    "1,234" or ▲5 as a text adds up to nothing. Commas and signs are a matter of the number format; a unit belongs into
    the head. Codes such as 01100 stay texts.
    """
    spelled = [
        cell
        for cell in _texts(parts)
        if spelled_number(cell.text) and not is_code(parts, cell) and not holds_two_numbers(cell.text)
    ]
    if spelled:
        mends = tuple(mend for cell in spelled if (mend := _as_number(cell)) is not None)
        told = listed(parts, spelled)
        breach = Breach(
            "table-number-as-text", told.where, level="notice", count=told.count, cells=told.cells,
            text=_one_line(spelled[0].text),
        )
        yield Finding(breach, parts.file, mends)


def no_formulas(parts: Parts) -> Iterator[Finding]:
    """Rule 1-7: what is published holds values, not the formulas that gave them.

    A formula refers to cells and files that the reader may not have. It is not mended: the workbook that is worked
    with needs its formulas.
    """
    computed = [cell for row in parts.body for cell in row if cell.formula]
    if computed:
        told = listed(parts, computed)
        breach = Breach(
            "table-formula-published", told.where, level="notice", count=told.count, cells=told.cells
        )
        yield Finding(breach, parts.file)


def no_signs_among_numbers(parts: Parts) -> Iterator[Finding]:
    """Rule 1-13: a column of numbers holds no signs such as …, x or ***.

    What a sign stands for (withheld, not surveyed, none) belongs into a column of its own, or into a note.
    """
    signs = [cell for cell in _texts(parts) if _is_sign(cell.text)]
    if signs:
        used = tuple(dict.fromkeys(cell.text for cell in signs))
        notes = " ".join(cell.text for row in parts.notes for cell in row)
        if not all(sign in notes for sign in used):
            told = listed(parts, signs)
            breach = Breach(
                "table-sign-among-numbers", told.where, level="notice", count=told.count, cells=told.cells,
                text="、".join(used),
            )
            yield Finding(breach, parts.file)


def _texts(parts: Parts) -> Sequence[WrittenCell]:
    return [cell for cell in parts.numbers() if not cell.is_number]


def _as_number(cell: WrittenCell) -> Mend | None:
    """The cell with the number that it says, where it says nothing else."""
    try:
        read = read_cell(cell.text)
    except ValueError:
        return None
    return Mend(cell.row, cell.column, read.value) if read.value is not None and not read.unit else None


def _is_sign(text: str) -> bool:
    try:
        return read_cell(text).value is None
    except ValueError:
        return False


def _one_line(text: str) -> str:
    return " ".join(text.split())
