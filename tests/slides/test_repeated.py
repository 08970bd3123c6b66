"""A page that is shown again."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.real_deck import PACKS, pack_in, pack_name, words

from docgen.checks.check import check_placed
from docgen.errors import DocgenError
from docgen.pipeline import build, load
from docgen.placed import PlacedSlide, TableMark, TextMark
from docgen.slides.registry import registry

in_every_pack = pytest.mark.parametrize("folder", PACKS, ids=pack_name)

FILES = {
    "compendium.yaml": """\
title: 小さなデータ集
fiscal_year: 2023
published: 2024年2月
analysis_items:
  - {id: strategy, number: 1, name: 戦略策定}
  - {id: standards, number: 2, name: 標準の活用}
sections:
  - id: data
    title: 追加データ
    pages: [{page: themes}, {page: themes-again}]
""",
    "pages/all.yaml": """\
- id: themes
  kind: table_page
  item: strategy
  title: （5）課題取組一覧
  tables:
    - {id: list, data: themes}
- {id: themes-again, kind: repeated, repeats: themes, item: standards, title: （1）課題取組一覧}
""",
    "data.yaml": "- {id: themes, file: data/themes.csv}\n",
    "data/themes.csv": "課題,件数\n防災,5\nモビリティ,15\n",
}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def slides_of(content: Path, folder: Path) -> tuple[PlacedSlide, PlacedSlide]:
    deck = build(load(content), folder)
    assert check_placed(deck.placed, deck.pack) == ()
    first, again = deck.placed.slides
    return first, again


def texts_of(slide: PlacedSlide) -> list[str]:
    return [words(mark.body) for mark in slide.marks if isinstance(mark, TextMark)]


@in_every_pack
def test_it_shows_what_the_other_page_shows_under_ids_of_its_own(content: Path, folder: Path) -> None:
    tables = []
    for slide in slides_of(content, folder):
        assert all(mark.id.startswith(f"{slide.id}/") for mark in slide.marks)
        (table,) = (mark for mark in slide.marks if isinstance(mark, TableMark))
        tables.append([[words(cell.body) for cell in row.cells] for row in table.rows])
    assert tables[0] == tables[1] == [["課題", "件数"], ["防災", "5"], ["モビリティ", "15"]]


@in_every_pack
def test_it_has_its_own_title_and_item_and_the_kind_of_the_other(content: Path, folder: Path) -> None:
    first, again = slides_of(content, folder)
    assert (first.id, again.id) == ("themes", "themes-again")
    assert (first.title, again.title) == ("（5）課題取組一覧", "（1）課題取組一覧")
    assert first.kind == again.kind == "table_page"
    assert any("標準の活用" in text for text in texts_of(again))
    assert not any("戦略策定" in text for text in texts_of(again))


@in_every_pack
def test_the_mark_stands_on_the_repetition_alone(content: Path, folder: Path) -> None:
    first, again = slides_of(content, folder)
    mark = pack_in(folder).words["repeated"]
    assert mark not in texts_of(first)
    assert mark in texts_of(again)


@in_every_pack
def test_its_speaker_notes_name_the_rows_it_shows(content: Path, folder: Path) -> None:
    first, again = slides_of(content, folder)
    assert "data/themes.csv 2-3行" in first.notes
    assert again.notes == first.notes


@pytest.mark.parametrize("repeats", ["teams", "themes-again"])
def test_a_page_that_is_not_there_or_a_repetition_cannot_be_repeated(content: Path, repeats: str) -> None:
    pages = content / "pages" / "all.yaml"
    pages.write_text(FILES["pages/all.yaml"].replace("repeats: themes", f"repeats: {repeats}"), encoding="utf-8")
    with pytest.raises(DocgenError) as caught:
        build(load(content))
    assert f"there is no repeatable page '{repeats}'" in str(caught.value)
    assert "all.yaml:7" in str(caught.value)


def test_every_registry_can_repeat_the_pages_of_its_kinds() -> None:
    assert registry()["repeated"].place.file.endswith("slides/repeated.py")
