"""The pages that a pack shows, in its order: contents, sections and links follow."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from support.real_deck import PACKS, pack_in, pack_name, ready_fy2023, runs

from docgen.checks.check import check_placed
from docgen.compose.shown_pages import shown_pages
from docgen.layout.pack import PageChoice
from docgen.model import AnalysisItem, Period
from docgen.pipeline import place
from docgen.placed import TableMark
from docgen.ready import (
    ContentsEntry,
    ReadyCompendium,
    ReadyContents,
    ReadyDivider,
    ReadyPage,
    ReadyRepeat,
    ReadySection,
)

STRATEGY = AnalysisItem(id="strategy", number=1, name="戦略")
STANDARDS = AnalysisItem(id="standards", number=2, name="標準")


def page(identifier: str, kind: str, section: str, item: AnalysisItem | None = None) -> ReadyPage:
    return ReadyPage(identifier, kind, None, section, item=item)


def divider(section: str, level: int) -> ReadyPage:
    return ReadyPage(f"divider/{section}", "divider", ReadyDivider(level, section), section)


def compendium() -> ReadyCompendium:
    entries = (
        ContentsEntry(1, "A", "divider/a"),
        ContentsEntry(2, "①", "divider/a1"),
        ContentsEntry(2, "②", "divider/a2"),
        ContentsEntry(1, "B", "divider/b"),
    )
    pages = (
        ReadyPage("contents", "contents", ReadyContents(entries), "front"),
        divider("a", 1),
        divider("a1", 2),
        page("list-1", "list", "a1", STRATEGY),
        page("x-1", "detail", "a1", STRATEGY),
        page("over-1", "overview", "a1", STRATEGY),
        page("list-2", "list", "a1", STANDARDS),
        page("over-2", "overview", "a1", STANDARDS),
        divider("a2", 2),
        page("y-1", "candidate", "a2", STRATEGY),
        divider("b", 1),
        page("m-1", "measure", "b", STRATEGY),
        page("mo-1", "overview", "b", STRATEGY),
        ReadyPage("again", "repeated", ReadyRepeat(page("x-1", "detail", "a1"), "再び"), "b"),
    )
    sections = tuple(
        ReadySection(name, name, tuple(each.id for each in pages if each.section == name))
        for name in ("front", "a", "a1", "a2", "b")
    )
    return ReadyCompendium("題名", "データ集", 2023, Period.parse("2024年2月"), "", pages, sections)


def shown(**choice: tuple[str, ...]) -> ReadyCompendium:
    return shown_pages(compendium(), PageChoice(**choice))


def ids(ready: ReadyCompendium) -> list[str]:
    return [each.id for each in ready.pages]


def contents(ready: ReadyCompendium) -> list[tuple[str, str]]:
    record = ready.pages[0].record
    assert isinstance(record, ReadyContents)
    return [(entry.text, entry.slide) for entry in record.entries]


def test_without_a_choice_the_compendium_is_as_the_content_has_it() -> None:
    assert shown_pages(compendium(), PageChoice()) == compendium()


def test_hidden_kinds_and_what_repeats_them_are_left_out() -> None:
    ready = shown(hide=("detail", "list"))
    assert ids(ready)[2:6] == ["divider/a1", "over-1", "over-2", "divider/a2"]
    assert "again" not in ids(ready)
    assert ready.sections[2].pages == ("divider/a1", "over-1", "over-2")


def test_a_section_of_which_only_its_divider_is_left_goes_from_pages_contents_and_sections() -> None:
    ready = shown(hide=("candidate",))
    assert "divider/a2" not in ids(ready)
    assert contents(ready) == [("A", "divider/a"), ("①", "divider/a1"), ("B", "divider/b")]
    assert [section.id for section in ready.sections] == ["front", "a", "a1", "b"]


def test_a_section_around_empty_ones_goes_with_them() -> None:
    ready = shown(hide=("candidate", "list", "detail", "overview"))
    assert ids(ready) == ["contents", "divider/b", "m-1"]
    assert contents(ready) == [("B", "divider/b")]


def test_without_dividers_the_contents_lead_to_the_first_page_of_each_section() -> None:
    ready = shown(hide=("divider", "list"), order_in_item=("overview",))
    assert contents(ready) == [("A", "over-1"), ("①", "over-1"), ("②", "y-1"), ("B", "mo-1")]


def test_kinds_are_put_in_order_within_each_analysis_item() -> None:
    ready = shown(order_in_item=("overview", "detail"))
    assert ids(ready)[2:8] == ["divider/a1", "over-1", "x-1", "list-1", "over-2", "list-2"]
    assert ready.sections[2].pages == ("divider/a1", "over-1", "x-1", "list-1", "over-2", "list-2")


def test_kinds_are_put_in_order_within_a_section_after_its_divider() -> None:
    ready = shown(order_in_section=("overview",))
    assert ids(ready)[2:8] == ["divider/a1", "over-1", "over-2", "list-1", "x-1", "list-2"]
    assert ids(ready)[-4:] == ["divider/b", "mo-1", "m-1", "again"]


@pytest.mark.parametrize("folder", PACKS, ids=pack_name)
def test_a_pack_that_hides_and_orders_kinds_gives_a_deck_without_loose_links(folder: Path) -> None:
    choice = PageChoice(hide=("indicator_detail", "divider"), order_in_item=("indicator_overview",))
    pack = pack_in(folder)
    # A few pages are enough: the front, and lists and overviews that link to what is hidden.
    ready = ready_fy2023(pack.printing)
    kinds = {"cover", "contents", "divider", "indicator_list", "indicator_overview", "indicator_detail"}
    some = replace(ready, pages=tuple(each for each in ready.pages if each.kind in kinds))
    built = place(shown_pages(some, choice), pack)
    slides = {slide.id: number for number, slide in enumerate(built.placed.slides, start=1)}
    links = {run.link for slide in built.placed.slides for run in runs(slide) if run.link}
    assert {link for link in links if "://" not in link} <= set(slides)
    assert check_placed(built.placed, pack) == ()
    table = next(mark for slide in built.placed.slides for mark in slide.marks if mark.id == "contents/entries")
    assert isinstance(table, TableMark)
    last = [row.cells[1].body.paragraphs[0].runs[0] for row in table.rows[table.header_rows :]]
    entries = [(run.link, run.text) for run in last]
    assert entries
    assert all(link is not None and text == str(slides[link]) for link, text in entries)
