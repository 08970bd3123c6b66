from __future__ import annotations

import pytest

from docgen.errors import DocgenError
from docgen.placed import Box, Line, TableCell, TableMark, TableRow, TextBody
from docgen.write.slide.table_grid import cell_owners, grid_edges

THIN, THICK, OTHER = Line("grey", 0.5), Line("navy", 1.5), Line("red", 0.5)
EMPTY = TextBody(())
COVERED = TableCell(EMPTY, covered=True)


def table(*rows: tuple[TableCell, ...]) -> TableMark:
    return TableMark("t", Box(0, 0, 20, 10), (10,) * len(rows[0]), tuple(TableRow(row, 10) for row in rows))


def test_every_place_of_a_merge_belongs_to_its_origin() -> None:
    merged = TableCell(EMPTY, row_span=2, column_span=2)
    owners = cell_owners(table((merged, COVERED, TableCell(EMPTY)), (COVERED, COVERED, TableCell(EMPTY))))

    assert {place for place, origin in owners.items() if origin == (0, 0)} == {(0, 0), (0, 1), (1, 0), (1, 1)}
    assert owners[1, 2] == (1, 2)


def test_the_wider_of_two_borders_on_one_edge_wins_and_of_equal_ones_the_lower() -> None:
    mark = table(
        (TableCell(EMPTY, bottom=THICK), TableCell(EMPTY, bottom=THIN)),
        (TableCell(EMPTY, top=THIN), TableCell(EMPTY, top=OTHER)),
    )
    edges = grid_edges(mark, cell_owners(mark))

    assert edges.horizontal == {(1, 0): THICK, (1, 1): OTHER}
    assert edges.vertical == {}


def test_a_merge_has_borders_at_its_rim_only() -> None:
    merged = TableCell(EMPTY, row_span=2, column_span=2, top=THIN, bottom=THIN, left=THIN, right=THIN)
    mark = table((merged, COVERED), (COVERED, COVERED))
    edges = grid_edges(mark, cell_owners(mark))

    assert set(edges.horizontal) == {(0, 0), (0, 1), (2, 0), (2, 1)}
    assert set(edges.vertical) == {(0, 0), (1, 0), (0, 2), (1, 2)}


@pytest.mark.parametrize(
    ("rows", "what"),
    [
        (((TableCell(EMPTY),), (TableCell(EMPTY), TableCell(EMPTY))), "row has 2 cells"),
        (((TableCell(EMPTY, column_span=2),),), "reaches out of the table"),
        (((TableCell(EMPTY, column_span=2), TableCell(EMPTY)),), "not marked as covered"),
        (((TableCell(EMPTY), COVERED),), "no merged cell covers"),
        (
            (
                (TableCell(EMPTY), TableCell(EMPTY, row_span=2)),
                (TableCell(EMPTY, column_span=2), COVERED),
            ),
            "overlap",
        ),
    ],
)
def test_an_incomplete_merge_is_an_error_that_names_the_cell(
    rows: tuple[tuple[TableCell, ...], ...], what: str
) -> None:
    with pytest.raises(DocgenError, match=what) as caught:
        cell_owners(table(*rows))
    assert "table t, row" in str(caught.value)
