"""The notes of pages whose figures and tables have notes of their own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from support.real_deck import PACKS, pack_name

import docgen
from docgen.placed import Paragraph, TextMark
from docgen.slides.chart_page import ChartPage

in_every_pack = pytest.mark.parametrize("folder", PACKS, ids=pack_name)

EXPORTS = {"year": [2019, 2020, 2021], "exports": [120, 131, 128]}


def figure(name: str, **texts: Any) -> dict[str, Any]:
    return {"id": name, "title": "架空の図", "kind": "line", "data": EXPORTS, "x": "year", **texts}


def notes(*texts: str) -> list[dict[str, str]]:
    return [{"text": text} for text in texts]


def feet(folder: Path, *figures: dict[str, Any], **page: Any) -> dict[str, list[str]]:
    """The lines of notes and sources on a page of figures, by the part under which they stand."""
    record = ChartPage(id="p", title="架空の輸出額", figures=figures, **page)
    (slide,) = docgen.Deck(layout=folder).add(record).build().placed.slides
    marks = [mark for mark in slide.marks if isinstance(mark, TextMark) and mark.id.endswith("/notes")]
    return {
        mark.id: [plain_of(paragraph) for paragraph in mark.body.paragraphs] for mark in marks
    }


def plain_of(paragraph: Paragraph) -> str:
    return "".join(run.text for run in paragraph.runs).replace("\t", "")


@in_every_pack
def test_one_figures_source_stands_behind_the_notes_of_its_page(folder: Path) -> None:
    one = figure("count", notes=notes("速報値。"), source_text="架空省「貿易表」")
    (lines,) = feet(folder, one, notes=notes("年度の値。")).values()
    assert lines == ["（注1）速報値。", "（注2）年度の値。", "（出典）架空省「貿易表」"]


@in_every_pack
def test_numbers_of_notes_go_on_from_figure_to_figure_and_to_the_page(folder: Path) -> None:
    left, middle = figure("count", notes=notes("甲。", "乙。")), figure("yen", notes=notes("丙。"))
    right = figure("share", notes=notes("丁。", "戊。"))
    found = feet(folder, left, middle, right, notes=notes("己。", "庚。"))
    assert list(found.values()) == [
        ["（注1）甲。", "（注2）乙。"],
        ["（注）丙。"],
        ["（注3）丁。", "（注4）戊。"],
        ["（注5）己。", "（注6）庚。"],
    ]


def test_figures_without_notes_and_of_one_source_have_it_at_the_foot_of_a_page_with_notes() -> None:
    both = [figure(name, source_text="架空省「貿易表」") for name in ("count", "yen")]
    assert list(feet(PACKS[0], *both, notes=notes("速報値。"))) == ["p/notes"]
    assert list(feet(PACKS[0], *both)) == ["p/count/notes", "p/yen/notes"]
    other = figure("share", source_text="架空県「統計書」")
    assert list(feet(PACKS[0], both[0], other, notes=notes("速報値。"))) == ["p/count/notes", "p/share/notes", "p/notes"]


def test_a_figure_alone_keeps_its_source_under_it_on_a_page_that_says_nothing_more() -> None:
    assert list(feet(PACKS[0], figure("count", source_text="架空省「貿易表」"))) == ["p/count/notes"]
