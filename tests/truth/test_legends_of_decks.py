"""A deck that docgen never saw tells its own legends and targets; its marks and words are held against them."""

from __future__ import annotations

from pathlib import Path

import pytest
from pptx import Presentation
from pptx.util import Pt

from docgen.bearing.fact import fact_table
from docgen.opened.goals import goals_of
from docgen.opened.legends import legend_in
from docgen.reconciling.deck import deck_judged

ROWS = (("取組", "目標（件）", "実績（件）", "進捗"), ("植栽", "40", "46", "◎"), ("清掃", "12", "12", "○"), ("講座", "30", "21", "△"))


def deck(path: Path, rows: tuple[tuple[str, ...], ...], text: str) -> list[tuple[str, str]]:
    """What is found in a slide with a table, its legend and a sentence: the codes and the places."""
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[5])
    slide.shapes.title.text = "緑化の進み具合"
    table = slide.shapes.add_table(len(rows), len(rows[0]), Pt(20), Pt(200), Pt(500), Pt(60))
    table.name = "表 2"
    for row, line in enumerate(rows):
        for column, cell in enumerate(line):
            table.table.cell(row, column).text = cell
    for name, words in (("凡例", "◎：目標を上回る　○：目標どおり　△：目標を下回る"), ("本文", text)):
        box = slide.shapes.add_textbox(Pt(20), Pt(400), Pt(500), Pt(40))
        box.name = name
        box.text_frame.text = words
    presentation.save(str(path))
    return [(breach.code, str(breach.where)) for breach in deck_judged(path).breaches]


def test_marks_that_fit_their_rows_are_left_alone(tmp_path: Path) -> None:
    assert deck(tmp_path / "a.pptx", ROWS, "講座は△となった。") == []


def test_a_mark_of_a_cell_that_its_row_denies_is_found_in_its_cell(tmp_path: Path) -> None:
    rows = (*ROWS[:3], ("講座", "30", "21", "○"))
    assert deck(tmp_path / "a.pptx", rows, "") == [("mark-against-values", "a.pptx!p1!表 2!R4C4")]


def test_a_mark_that_the_legend_lacks_is_found_in_its_cell(tmp_path: Path) -> None:
    rows = (*ROWS[:3], ("講座", "30", "21", "×"))
    assert deck(tmp_path / "a.pptx", rows, "") == [("mark-undefined", "a.pptx!p1!表 2!R4C4")]


def test_a_sentence_is_held_against_the_legend_of_its_slide(tmp_path: Path) -> None:
    assert ("mark-against-values", "a.pptx!p1!本文") in deck(tmp_path / "a.pptx", ROWS, "講座の進捗は◎である。")


@pytest.mark.parametrize(
    ("text", "of", "marks"),
    [
        ("（凡例）◎…完了、○…実施中、△…未着手", "", {"◎": "完了", "○": "実施中", "△": "未着手"}),
        ("評価の区分　Ａ：順調、Ｂ：遅れ", "評価の区分", {"A": "順調", "B": "遅れ"}),
        ("●＝継続　◇＝新規", "", {"●": "継続", "◇": "新規"}),
    ],
)
def test_a_text_that_gives_marks_their_meanings_is_a_legend(text: str, of: str, marks: dict[str, str]) -> None:
    legend = legend_in(text)
    assert legend is not None
    assert (legend.of, dict(legend.marks)) == (of, marks)


@pytest.mark.parametrize("text", ["出典：統計室　注：速報値", "○ 植えた。○ 整えた。", "A：男性、B：女性", "○：良い", ""])
def test_other_texts_are_no_legends(text: str) -> None:
    assert legend_in(text) is None


def test_a_column_of_targets_states_them_with_their_years_and_what_is_better() -> None:
    columns = ["指標", "現状値", "目標値", "目標年度"]
    rows = [["普及率（％）", "82.9", "90以上", "2027年度"], ["火災件数（件）", "41", "35", "2025年度"]]
    found = [
        (goal.of, int(goal.value), goal.unit, str(goal.period), goal.better)
        for goal in goals_of((fact_table("t", "指標", columns, rows),))
    ]
    assert found == [("普及率", 90, "%", "2027年度", "higher"), ("火災件数", 35, "件", "2025年度", "")]
