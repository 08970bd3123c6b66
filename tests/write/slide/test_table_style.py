from __future__ import annotations

from dataclasses import replace

from lxml import etree
from support.every_mark import full_deck

from docgen.merging.edited.table_styles import given_fills, table_style_fills
from docgen.placed import Box, Insets, Line, TableCell, TableForm, TableMark, TableRow, TextBody
from docgen.write.deck import spelled
from docgen.write.slide.table import TableStyle, table
from docgen.write.xml.colour import Colours
from docgen.write.xml.namespaces import DRAWING
from docgen.write.xml.text import TextContext

A = f"{{{DRAWING}}}"
HEAD, RULE = Line("navy", 1), Line("grey", 0.5)
FORM = TableForm(head_fill="pale", head_top=HEAD, head_bottom=HEAD, rule=RULE, bottom=RULE, total_fill="sand")
COLOURS = Colours({name: f'<a:srgbClr val="{name}"/>' for name in ("navy", "grey", "pale", "sand", "red")})


def row(*cells: TableCell) -> TableRow:
    return TableRow(cells, 10)


def cell(fill: str | None = None, top: Line | None = None, bottom: Line | None = RULE) -> TableCell:
    return TableCell(TextBody((), Insets()), fill=fill, top=top, bottom=bottom)


def head() -> TableCell:
    return cell("pale", HEAD, HEAD)


def written(*rows: TableRow, form: TableForm = FORM, header_rows: int = 1) -> etree._Element:
    columns = (10.0,) * len(rows[0].cells)
    mark = TableMark("t", Box(0, 0, 20, 10), columns, rows, header_rows)
    xml = table(mark, "", TextContext(COLOURS, link=str), TableStyle("{1}", form))
    return etree.fromstring(f'<x xmlns:a="{DRAWING}" xmlns:p="p">{xml}</x>').find(f".//{A}tbl")


def stated(table: etree._Element) -> list[list[list[str]]]:
    """What each cell states of its look, row by row."""
    return [
        [[child.tag.removeprefix(A) for child in properties] for properties in line.iterfind(f"{A}tc/{A}tcPr")]
        for line in table.iterfind(f"{A}tr")
    ]


BORDERS = ["lnL", "lnR", "lnT", "lnB"]


def test_cells_that_look_as_the_style_has_them_state_nothing() -> None:
    table = written(row(head(), head()), row(cell(), cell()), row(cell(), cell()))
    assert stated(table) == [[[], []], [[], []], [[], []]]
    assert dict(table.find(f"{A}tblPr").attrib) == {"firstRow": "1"}
    assert table.findtext(f"{A}tblPr/{A}tableStyleId") == "{1}"


def test_a_cell_states_a_fill_of_its_own_alone() -> None:
    table = written(row(head(), head()), row(cell("red"), cell()))
    assert stated(table) == [[[], []], [["solidFill"], []]]


def test_a_header_cell_without_the_headers_fill_says_so() -> None:
    assert stated(written(row(cell(None, HEAD, HEAD)), row(cell()))) == [[["noFill"]], [[]]]


def test_a_cell_with_one_border_otherwise_states_all_four() -> None:
    table = written(row(head()), row(cell(bottom=HEAD)), row(cell(top=HEAD)), row(cell()))
    assert stated(table) == [[[]], [BORDERS], [BORDERS], [[]]]


def test_the_last_row_is_the_styles_where_all_of_it_has_the_fill_of_totals() -> None:
    table = written(row(head(), head()), row(cell(), cell("sand")), row(cell("sand"), cell("sand")))
    assert dict(table.find(f"{A}tblPr").attrib) == {"firstRow": "1", "lastRow": "1"}
    assert stated(table) == [[[], []], [[], ["solidFill"]], [[], []]]


def test_a_second_header_row_states_what_the_first_has_from_the_style() -> None:
    upper, lower = cell("pale", HEAD, RULE), cell("pale", None, HEAD)
    table = written(row(upper), row(lower), row(cell()), header_rows=2)
    assert stated(table) == [[BORDERS], [[*BORDERS, "solidFill"]], [BORDERS]]


def test_every_cell_of_a_merge_states_its_borders() -> None:
    merged = TableCell(TextBody(()), row_span=2, bottom=RULE)
    covered = TableCell(TextBody(()), covered=True)
    table = written(row(head(), head()), row(merged, cell()), row(covered, cell()))
    assert stated(table)[1:] == [[BORDERS, []], [BORDERS, []]]


def test_an_edge_whose_neighbours_the_style_has_otherwise_is_stated_where_programs_differ() -> None:
    form = replace(FORM, head_bottom=None)
    table = written(row(cell("pale", HEAD, None)), row(cell()), form=form)
    assert stated(table) == [[BORDERS], [BORDERS]]


def test_the_fills_of_the_style_are_read_as_those_of_the_cells() -> None:
    placed = full_deck()
    form = TableForm(head_fill="navy", total_fill="amber")
    package = spelled(replace(placed, design=replace(placed.design, table=form))).package
    styles = table_style_fills(package, {})
    assert len(styles) == 1
    ((style, fills),) = styles.items()
    assert set(fills) >= {"firstRow", "lastRow", "wholeTbl"}
    grid = '<a:tblGrid><a:gridCol w="1"/></a:tblGrid>' + "<a:tr><a:tc/></a:tr>" * 3
    properties = f'<a:tblPr firstRow="1" lastRow="1"><a:tableStyleId>{style}</a:tableStyleId></a:tblPr>'
    drawn = etree.fromstring(f'<a:tbl xmlns:a="{DRAWING}">{properties}{grid}</a:tbl>')
    assert given_fills(drawn, styles) == [[fills["firstRow"]], [""], [fills["lastRow"]]]
    assert given_fills(drawn, {}) == [[""], [""], [""]]
