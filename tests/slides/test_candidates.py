"""Candidates for additional indicators: list, overview and pages come from one record each."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from support.real_deck import PACKS, pack_name
from support.record_slides import cells_of
from support.small_folder import FILES
from support.small_pages import CANDIDATES, FOOTER, ITEM, RUNNING, placed

from docgen.derive import derive
from docgen.errors import DocgenErrors
from docgen.layout.load import load_pack
from docgen.model import Page
from docgen.pipeline import load, place
from docgen.placed import PlacedSlide, Run, TableMark, TextMark
from docgen.ready import ReadyCandidates, ReadyCompendium, ReadyPage, ReadyPageRecord

in_every_pack = pytest.mark.parametrize("folder", PACKS, ids=pack_name)

CONTENT = {
    **FILES,
    "compendium.yaml": FILES["compendium.yaml"].replace(
        "          - {kind: indicator_overview, item: strategy}\n",
        "          - {kind: indicator_overview, item: strategy}\n"
        "          - {kind: additional_list, item: strategy}\n"
        "          - {run: candidates, item: strategy}\n"
        "          - {kind: additional_overview, item: strategy}\n",
    ),
    "candidates/strategy.yaml": """\
- id: ageing
  element: social-issues
  number: 1
  name: 年齢別の死者数
  sources: [警察庁「交通事故統計」]
  aim: 年齢による差の把握
  pages: [by-age, by-year]
  points: ["{{ count('deaths') }}年分を集めた。"]
- id: again
  element: social-issues
  number: 2
  name: 年別の死者数
  pages: [by-year]
""",
    "pages/all.yaml": """\
- {id: by-year, kind: table_page, title: 年別, tables: [{id: years, data: deaths}]}
- {id: by-age, kind: table_page, title: 年齢別, tables: [{id: ages, data: deaths}]}
""",
}


def derived(root: Path, files: dict[str, str]) -> ReadyCompendium:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return derive(load(root))


def pages_of_their_own(ready: ReadyCompendium) -> list[ReadyPage]:
    return [
        page for page in ready.pages if isinstance(page.record, ReadyPageRecord) and isinstance(page.record.record, Page)
    ]


def test_the_pages_of_candidates_come_in_their_order_each_once(tmp_path: Path) -> None:
    ready = derived(tmp_path, CONTENT)
    pages = pages_of_their_own(ready)
    assert [page.id for page in pages] == ["by-age", "by-year"]
    assert [page.item.id for page in pages if page.item] == ["strategy", "strategy"]


def test_the_pages_of_candidates_lead_back_to_the_overview(tmp_path: Path) -> None:
    ready = derived(tmp_path, CONTENT)
    pages = pages_of_their_own(ready)
    assert [page.overview for page in pages] == ["candidates-overview/strategy"] * 2
    assert "candidates-overview/strategy" in [page.id for page in ready.pages]
    slides = place(ready, load_pack(PACKS[0])).placed.slides
    tag = next(mark for mark in slides[[slide.id for slide in slides].index("by-age")].marks if mark.id == "by-age/tag")
    assert isinstance(tag, TextMark)
    assert tag.link == "candidates-overview/strategy"


def test_list_and_overview_have_the_same_rows_and_link_to_the_first_page(tmp_path: Path) -> None:
    ready = derived(tmp_path, CONTENT)
    records = [page.record for page in ready.pages if isinstance(page.record, ReadyCandidates)]
    assert len(records) == 2
    assert [replace(row, points=()) for row in records[1].rows] == list(records[0].rows)
    rows = records[1].rows
    assert [(row.number, row.name, row.slide) for row in rows] == [
        (1, "年齢別の死者数", "by-age"),
        (2, "年別の死者数", "by-year"),
        (0, "", None),
    ]
    assert rows[0].points == ("6年分を集めた。",)
    assert [row.points for row in records[0].rows] == [(), (), ()]
    assert rows[2].element == "未来社会像が作成される"


def test_a_candidate_whose_pages_the_deck_does_not_show_has_no_link(tmp_path: Path) -> None:
    plan = CONTENT["compendium.yaml"].replace("          - {run: candidates, item: strategy}\n", "")
    ready = derived(tmp_path, {**CONTENT, "compendium.yaml": plan})
    record = next(page.record for page in ready.pages if isinstance(page.record, ReadyCandidates))
    assert [row.slide for row in record.rows] == [None, None, None]


def test_unknown_elements_and_pages_are_errors_with_their_places(tmp_path: Path) -> None:
    text = CONTENT["candidates/strategy.yaml"].replace("[by-year]", "[by-yaer]")
    text = text.replace("social-issues", "social-isues", 1)
    with pytest.raises(DocgenErrors) as caught:
        derived(tmp_path, {**CONTENT, "candidates/strategy.yaml": text})
    report = str(caught.value)
    assert "strategy.yaml:2:12: there is no logic element 'social-isues'" in report
    assert "strategy.yaml:13:11: there is no page 'by-yaer'" in report


def overview(folder: Path, record: ReadyCandidates) -> tuple[PlacedSlide, ...]:
    page = ReadyPage("overview", "additional_overview", record, "a1", RUNNING, FOOTER, ITEM)
    return placed(folder, [page, ReadyPage("figure/deaths", "additional_list", CANDIDATES, "a1")]).slides[:-1]


@in_every_pack
def test_a_row_that_begins_a_page_repeats_its_element_there(folder: Path) -> None:
    first, second, third = CANDIDATES.rows
    slides = overview(folder, ReadyCandidates((first, replace(second, new_page=True), third)))
    assert [slide.id for slide in slides] == ["overview", "overview/2"]
    tables = [next(mark for mark in slide.marks if isinstance(mark, TableMark)) for slide in slides]
    assert tables[0].columns == tables[1].columns
    elements = [table.rows[1].cells[0].body.paragraphs[0].runs[0].text for table in tables]
    assert elements == ["社会課題の解決が進む", "社会課題の解決が進む"]


@in_every_pack
def test_an_overview_without_breaks_is_one_page_that_marks_what_is_repeated(folder: Path) -> None:
    slides = overview(folder, CANDIDATES)
    assert len(slides) == 1
    rows = cells_of(slides[0], "table")
    assert rows[1][1:] == ["(1) 戦略分野の研究開発", "研究開発ネットワーク", "111会員が参画。\n情報発信が進む。"]
    assert rows[2] == ["", "(2) 課題の取組状況", "内閣府「概要」\n文部科学省「指標」", "再掲"]
    assert rows[3][1] == rows[3][2] == rows[3][3]


@in_every_pack
def test_the_number_of_a_candidate_leads_to_its_page(folder: Path) -> None:
    table = next(mark for mark in overview(folder, CANDIDATES)[0].marks if isinstance(mark, TableMark))
    runs: list[Run] = [run for row in table.rows for run in row.cells[1].body.paragraphs[0].runs] if table else []
    assert [(run.text, run.link) for run in runs if run.link] == [("(1) ", "figure/deaths")]
