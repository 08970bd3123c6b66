"""Pages of a family are set in the size of the fullest of them; others each in their own."""

from __future__ import annotations

from dataclasses import replace

from support.real_deck import ROOT, pack_in
from support.small_pages import PAGES, TABLE, placed

from docgen.layout.pack import Families, LayoutPack
from docgen.placed import PlacedSlide, TableMark
from docgen.ready import ReadyPage
from docgen.shipped import DEFAULT_LAYOUT


def pack(*kinds: str) -> LayoutPack:
    return pack_in(ROOT / "layouts" / DEFAULT_LAYOUT).model_copy(update={"families": Families(section=kinds)})


def page(identifier: str, rows: int, path: tuple[str, ...] = ("contents",)) -> ReadyPage:
    table = replace(TABLE, rows=tuple((f"評価{number}", "九割以上", str(number)) for number in range(rows)))
    original = next(each for each in PAGES if each.kind == "table")
    return replace(original, id=identifier, record=table, section="a1", path=path)


def size(slide: PlacedSlide) -> float:
    """The size of the text of a table's first row."""
    table = next(mark for mark in slide.marks if isinstance(mark, TableMark))
    return table.rows[table.header_rows].cells[0].body.paragraphs[0].runs[0].size


def sizes(pages: list[ReadyPage], *kinds: str) -> list[float]:
    return [size(slide) for slide in placed(pack(*kinds), pages).slides]


def test_pages_of_a_family_have_the_size_of_the_fullest() -> None:
    pages = [page("few", 3), page("many", 22)]
    few, many = sizes(pages)
    assert few > many
    assert sizes(pages, "table") == [many, many]


def test_a_family_is_that_of_one_section() -> None:
    pages = [page("few", 3), replace(page("many", 22), section="a2")]
    assert sizes(pages, "table") == sizes(pages)


def test_pages_that_a_script_makes_are_of_no_family() -> None:
    pages = [page("few", 3, path=()), page("many", 22, path=())]
    assert sizes(pages, "table") == sizes(pages)


def test_a_page_that_goes_on_over_several_slides_counts_with_the_size_that_it_has_there() -> None:
    pages = [page("few", 3), page("very-many", 60)]
    own, family = sizes(pages), sizes(pages, "table")
    assert set(family) == {own[-1]}
