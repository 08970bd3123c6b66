"""Which formulas depend on a cell: by areas, other sheets, each other; what cannot be told counts as if it did."""

from __future__ import annotations

from support.every_case import every_case

from docgen.editing.dependents import Formula, dependents

READS: tuple[tuple[str, bool], ...] = (
    ("B8", True),
    ("$B$8*2", True),
    ("B9", False),
    ("SUM(B2:B8)", True),
    ("SUM(B2:B7)", False),
    ("SUM(B:B)", True),
    ("SUM(C:C)", False),
    ("SUM(8:8)", True),
    ("SUM(9:9)", False),
    ("SUM(A1:C20)/2", True),
    ("死者数!B8", True),
    ("'死者数'!$B$8", True),
    ("別表!B8", False),
    ("'別 表'!B8", False),
    ('IF(A1="B8",1,0)', False),
    ("LOG10(A1)", False),
    ("IF(TRUE,A1,C1)", False),
    ("ROUND(A1,1)", False),
    ("合計", True),
    ("INDIRECT(A1)", True),
    ("OFFSET(A1,1,0)", True),
    ("表1[死者数]", True),
    ("[1]死者数!A1", True),
    ("死者数:別表!A1", True),
)


@every_case(("text", "reads"), READS)
def test_a_formula_depends_on_what_it_names(text: str, reads: bool) -> None:
    formula = Formula("死者数", 1, 4, text)
    assert dependents([formula], [("死者数", 8, 2)]) == (((("死者数", 1, 4)),) if reads else ())


def test_a_formula_that_is_shared_or_fills_several_cells_counts_always() -> None:
    formula = Formula("A", 1, 4, "C1", is_plain=False)
    assert dependents([formula], [("A", 8, 2)]) == (("A", 1, 4),)


def test_formulas_that_read_each_other_end() -> None:
    first, second = Formula("A", 1, 1, "B1+C1"), Formula("A", 1, 2, "A1")
    assert dependents([first, second], [("A", 1, 3)]) == (("A", 1, 1), ("A", 1, 2))
