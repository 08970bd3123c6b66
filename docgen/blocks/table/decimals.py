"""Numbers in a column of a table with their decimal points one below the other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docgen.blocks.table.cell_profile import RESERVE
from docgen.blocks.table.cell_text import CellText, DecimalPlace
from docgen.placed import TextBody
from docgen.with_fields import with_fields

# Where the decimal point stands, or would: after the whole digits. Decimals, a unit or a change may follow, such as
# .4(+0.1)ポイント; a longer text is prose.
_PRINTED_NUMBER = re.compile(r"(?P<whole>[(（]?[+\-−－＋△▲±]?\d[\d,]*(?:[兆億万]\d[\d,]*)*).{0,12}")
# The inset at the left of a cell of numbers may be as small as this, where the numbers need the room (points).
_LEAST_INSET = 1.0


def align_decimals(texts: Sequence[CellText]) -> list[CellText]:
    """The texts of a table's cells, those of a decimal column with their points one below the other.

    A number without decimals ends where the others have their point; what is no number, or stands in several
    columns, is centred.
    """
    aligned = list(texts)
    columns: dict[int, list[int]] = {}
    for index, text in enumerate(texts):
        if text.cell.decimal and text.cell.source.column_span > 1:
            aligned[index] = with_fields(text, align="center")
        elif text.cell.decimal:
            columns.setdefault(text.cell.column, []).append(index)
    for indices in columns.values():
        for index, text in zip(indices, _aligned([texts[index] for index in indices]), strict=True):
            aligned[index] = text
    return aligned


def _aligned(texts: Sequence[CellText]) -> Sequence[CellText]:
    """The texts of one column, all centred where none is a number."""
    parts = [_decimal_parts(text) for text in texts]
    numbers = [part for part in parts if part is not None]
    if not numbers:
        return [with_fields(text, align="center") for text in texts]
    longest_tail = max(tail for _, tail in numbers)
    column_width = max(whole for whole, _ in numbers) + longest_tail
    return [
        with_fields(text, align="center")
        if part is None
        else _placed(text, DecimalPlace(longest_tail - part[1], column_width))
        for text, part in zip(texts, parts, strict=True)
    ]


def _placed(text: CellText, decimal: DecimalPlace) -> CellText:
    """The text of a number at its place, which keeps the column as wide as all its numbers together."""
    width = decimal.column_width + RESERVE * text.look.em + text.look.inset_width
    unbroken = width + text.profile.items[0].indent * text.look.em
    return with_fields(text, align="right", least=width, wanted=width, unbroken=unbroken, decimal=decimal)


def decimal_body(text: CellText, width: float) -> TextBody:
    """The body of a cell in a column of this width: the column's numbers stand centred as one block."""
    body = text.body
    if text.decimal is None:
        return body
    short, column_width = text.decimal
    spare = max(0.0, width - text.look.inset_width - column_width) / 2
    insets = body.insets
    left = min(insets.left, _LEAST_INSET)
    right = min(insets.right + spare + short, max(insets.right, width - left - column_width))
    return with_fields(body, insets=with_fields(insets, left=left, right=right))


def _decimal_parts(text: CellText) -> tuple[float, float] | None:
    """The widths of a printed number up to its decimal point and from there on; None where the text is no number."""
    if len(text.cell.items) != 1 or text.note:
        return None
    runs = text.look.text.runs(text.cell.items[0].text)
    printed = "".join([run.text for run in runs])
    match = _PRINTED_NUMBER.fullmatch(printed.strip())
    if match is None or "\n" in printed:
        return None
    whole = text.measure.runs_width((with_fields(runs[0], text=match["whole"], link=None),), "cell")
    return whole, max(0.0, text.measure.runs_width(runs, "cell") - whole)
