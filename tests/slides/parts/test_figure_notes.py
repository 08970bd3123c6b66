"""The data of figures in the speaker notes, on whatever page they stand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from support.real_deck import PACKS, pack_name
from support.small_pages import FIGURE, FOOTER, INDICATOR, ITEM, RUNNING, excerpt_of, placed, study

from docgen.ready import ReadyFigure, ReadyPage, ReadyPageRecord, ReadyRepeat
from docgen.slides.chart_page import ChartPage
from docgen.slides.parts.figure_notes import figure_notes

in_every_pack = pytest.mark.parametrize("folder", PACKS, ids=pack_name)

ASKED = replace(FIGURE, data_table="notes")
DATA = (
    "交通事故死者数の推移（人）\n"
    "年\t2017\t2018\t2019\t2020\t2021\t2022\n"
    "死者数\t3,694\t3,532\t3,215\t2,839\t2,636\t2,610"
)


def chart_page(*figures: ReadyFigure) -> ReadyPageRecord:
    record = ChartPage(id="deaths", title="死者数", figures=[{"id": each.id, "data": "deaths"} for each in figures])
    return ReadyPageRecord(record, {each.id: each for each in figures}, {})


def notes(kind: str, record: object, folder: Path) -> str:
    return placed(folder, [ReadyPage("p", kind, record, "a1", RUNNING, FOOTER, ITEM)]).slides[0].notes


@in_every_pack
def test_every_page_that_shows_a_figure_has_its_data_in_the_notes(folder: Path) -> None:
    assert notes("figure", ASKED, folder) == DATA
    assert notes("indicator_detail", replace(INDICATOR, figures=(ASKED,)), folder) == DATA
    assert notes("chart_page", chart_page(ASKED), folder) == DATA
    assert notes("prior_study", study([excerpt_of(ASKED)], [ASKED]), folder) == DATA
    page = ReadyPage("p", "chart_page", chart_page(ASKED))
    assert notes("repeated", ReadyRepeat(page, "死者数（再掲）"), folder) == DATA


def test_the_tables_of_several_figures_stand_one_below_the_other() -> None:
    assert figure_notes((ASKED, FIGURE, replace(ASKED, id="again"))) == f"{DATA}\n\n{DATA}"


def test_a_figure_that_does_not_ask_or_has_no_data_leaves_the_notes_alone() -> None:
    assert figure_notes((FIGURE, replace(FIGURE, data_table="below"), replace(ASKED, missing="未提供"))) == ""
