"""Tables whose columns go on from slide to slide are compared as the one table that they are."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.comparison.tables import table_fields, table_rows
from docgen.fingerprint.values import UNSAID, Grid, GridCell, Piece, TextParagraph

_YEARS = tuple(f"{year}年" for year in range(2018, 2024))


def _part(names: Sequence[str], years: Sequence[str], **changed: str) -> Grid:
    """A slide's part of the table: the rows of some towns, with the columns of some years."""
    cells = [("市", *years), *((name, *(changed.get(f"{name}{year}", f"{name}の{year}") for year in years)) for name in names)]
    return Grid((100.0,) * (len(years) + 1), tuple(tuple(map(_cell, row)) for row in cells))


def _cell(text: str) -> GridCell:
    return GridCell((TextParagraph((Piece(text, UNSAID),)),))


def _texts(grids: Sequence[Grid]) -> list[tuple[str, ...]]:
    return [tuple("".join(cell or ()) for cell in row) for row in table_rows(grids)]


def test_parts_with_other_columns_stand_side_by_side_and_parts_with_other_rows_below() -> None:
    whole = _texts([_part(("北", "南", "東", "西"), _YEARS)])
    parts = [_part(names, years) for names in (("北", "南"), ("東", "西")) for years in (_YEARS[:2], _YEARS[2:4], _YEARS[4:])]
    assert _texts(parts) == whole
    assert _texts([_part(("北", "南"), _YEARS), _part(("東", "西"), _YEARS)]) == whole


def test_a_cell_that_changed_is_named_by_its_row_and_column_whatever_stands_on_which_slide() -> None:
    old = table_rows([_part(("北", "南"), _YEARS)])
    new = table_rows([_part(("北", "南"), _YEARS[:3], 南2019年="9"), _part(("北", "南"), _YEARS[3:], 北2023年="8")])
    changes = [(str(field.name), field.before, field.after) for field in table_fields(old, new)]
    assert [(before, after) for _, before, after in changes] == [("北の2023年", "8"), ("南の2019年", "9")]
    assert all(row in name and year in name for (name, *_), row, year in zip(changes, "北南", ("2023年", "2019年"), strict=True))
