"""Marks and words that their legend does not have, and what follows from a mark."""

from __future__ import annotations

import pytest

from docgen.bearing.evidence import Evidence, Legend, Statement
from docgen.bearing.fact import FactTable, fact_table
from docgen.truth.sentence import sentences
from docgen.truth.words.word_rules import RULES

STATES = Legend("進み具合", {"済": "全工程を完了", "順": "予定どおり", "遅": "予定より遅れている"})
LINES = Legend("図1の線", {"実線": "実績値", "破線": "見込値"})
COLOURS = Legend("図2の色", {"青": "都市部", "緑": "山間部"})
SHORT = Legend("略語", {"DC": "データセンター", "EV": "電気自動車"})
GRADES = Legend("評価", {"A": "計画どおり", "B": "やや遅れ", "C": "見直しが必要"})
RULE = "評価がAの課題は継続、Bは減額、Cは中止とする。"
SIGNS = Legend("評価", {"◎": "目標を上回る", "○": "目標どおり"})
ROWS = fact_table("r", "取組の評価", ["取組", "評価"], [["歩道の整備", "◎"], ["街灯の更新", "○"]])


def found(text: str, *legends: Legend, tables: tuple[FactTable, ...] = (), others: tuple[str, ...] = ()) -> list[str]:
    """The words that are found in a sentence."""
    evidence = Evidence(tables=tables, legends=legends, statements=tuple(map(Statement, others)))
    read = tuple(sentences(Statement(text)))
    return [breach.spot.words for rule in RULES for breach in rule(read, evidence) if breach.spot]


@pytest.mark.parametrize(
    ("text", "legend", "words"),
    [
        ("橋の補修の進み具合は「止」である。", STATES, "止"),
        ("橋の補修の進み具合は「順」である。", STATES, None),
        ("道路は「済」、河川は「未」である。", STATES, "未"),
        ("図1の点線は見込値を表す。", LINES, "点線"),
        ("見込値は破線で示した。", LINES, None),
        ("図2の赤は山間部を表す。", COLOURS, "赤"),
        ("図2では、山間部を緑で示した。", COLOURS, None),
        ("データセンター（DB）の立地が進む。", SHORT, "DB"),
        ("データセンター（DC）の立地が進む。", SHORT, None),
    ],
)
def test_a_word_of_the_kind_of_a_legends_marks_is_one_of_them(text: str, legend: Legend, words: str | None) -> None:
    assert found(text, legend) == ([words] if words else [])


def test_a_sign_for_a_row_that_has_a_mark_is_one_of_the_legend() -> None:
    assert found("歩道の整備は☆（5件）である。", SIGNS, tables=(ROWS,)) == ["☆"]
    assert found("観光案内は☆（5件）である。", SIGNS, tables=(ROWS,)) == []


def test_what_a_text_says_follows_from_a_mark_is_held_against_it() -> None:
    assert found("蓄電の課題（評価C）は、配分を減額とする。", GRADES, others=(RULE,)) == ["C）は、配分を減額"]
    assert found("蓄電の課題（評価B）は、配分を減額とする。", GRADES, others=(RULE,)) == []


def test_the_meaning_of_a_mark_that_stands_behind_it_in_brackets_is_its_own() -> None:
    legend = Legend("判定", {"x": "秘匿", "－": "判定しないもの", "適": "基準以下"})
    assert found("沼は値が秘匿（x）とされており、判定は「－」。", legend) == []
