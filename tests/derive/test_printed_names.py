"""No id is printed on a page unless the content says so; names stand there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support.real_deck import bodies, words
from support.small_folder import FILES, make_folder

import docgen
from docgen.derive import derive_record
from docgen.pipeline import BuiltDeck
from docgen.placed import TableMark
from docgen.ready import ReadyIndicatorPage

_ID = re.compile(r"I-\d{4}|deaths-fall|measures-1|study-1|\bM1\b|\bP1\b")


def folder(root: Path, indicator: str = "") -> Path:
    """The small folder without its word that ids are shown; ``indicator`` is added to its second indicator."""
    main = FILES["compendium.yaml"]
    assert main.count("show_ids: true\n") == 1
    make_folder(root, compendium=main.replace("show_ids: true\n", ""))
    (root / "indicators/I-1070.yaml").write_text(FILES["indicators/I-1070.yaml"] + indicator, encoding="utf-8")
    return root


def printed(deck: BuiltDeck) -> str:
    """Everything that is printed: texts of pages and tables, and the speaker notes."""
    slides = deck.placed.slides
    texts = [words(body) for slide in slides for body in bodies(slide)]
    return "\n".join([*texts, *(slide.notes for slide in slides), *(slide.title for slide in slides)])


def test_no_page_and_no_note_prints_an_id(tmp_path: Path) -> None:
    text = printed(docgen.build(docgen.load(folder(tmp_path))))
    assert "社会課題関連指標" in text
    assert _ID.findall(text) == []


def test_the_compendium_says_that_ids_are_shown(tmp_path: Path) -> None:
    text = printed(docgen.build(docgen.load(make_folder(tmp_path))))
    assert {"I-1065", "I-1070", "deaths-fall"} <= set(_ID.findall(text))


def test_an_indicator_says_so_for_itself(tmp_path: Path) -> None:
    compendium = docgen.load(folder(tmp_path, "show_id: true\n"))
    assert set(_ID.findall(printed(docgen.build(compendium)))) == {"I-1070"}
    (page,) = derive_record(compendium.indicators["I-1070"])
    assert isinstance(page.record, ReadyIndicatorPage)
    assert page.record.title == "I-1070 国際共著論文"


def test_a_list_without_ids_has_no_column_for_them_and_its_names_are_the_links(tmp_path: Path) -> None:
    deck = docgen.build(docgen.load(folder(tmp_path))).placed
    (table,) = [mark for slide in deck.slides if slide.kind == "indicator_list" for mark in slide.marks if isinstance(mark, TableMark)]
    heads = [words(cell.body) for cell in table.rows[0].cells]
    assert heads == ["対応するロジックチャートの要素", "区分", "指標", "内訳等分析の視点"]
    paragraphs = [paragraph for cell in table.rows[1].cells for paragraph in cell.body.paragraphs]
    links = [run.link for paragraph in paragraphs for run in paragraph.runs]
    assert "I-1065/traffic" in links


@pytest.mark.parametrize("layout", ["cabinet_office", "digital", "maff", "mext"])
def test_every_pack_builds_lists_without_ids(layout: str, tmp_path: Path) -> None:
    assert _ID.findall(printed(docgen.build(docgen.load(folder(tmp_path)), layout))) == []


def test_an_indicator_of_a_script_is_called_by_its_name() -> None:
    record = docgen.Indicator.model_validate(
        {"id": "I-1", "name": "自動運転", "category": "参考指標", "pages": [{"id": "p", "definition": ["定義"]}]}
    )
    assert docgen.Deck().add(record).build().placed.slides[0].title == "自動運転"
