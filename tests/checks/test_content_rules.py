"""Each rule on content finds what it is for, in every place where such a sentence or figure can stand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from support.real_deck import fy2023, ready_fy2023
from support.small_pages import INDICATOR, VALUE, excerpt_of, ready, study

from docgen.breach import Breach
from docgen.checks.check import check_compendium
from docgen.errors import CellPosition
from docgen.model import ChartKind, Compendium, DataTable, Page
from docgen.model.compendium import Origin
from docgen.ready import ReadyFigure, ReadyPage, ReadyPageRecord
from docgen.slides.chart_page import ChartPage
from docgen.slides.factor_analysis import FactorAnalysis
from docgen.slides.parts.figures import NumberCard

NUMBER = "死者は2,610人に減少した。"


def compendium(**fields: Any) -> Compendium:
    return Compendium.model_validate({"title": "データ集", "fiscal_year": 2023, "published": "2024年2月", **fields})


def rules(made: Compendium, *pages: ReadyPage) -> list[tuple[str, str]]:
    """What is amiss; the pages here are not made from the records, which is said as well (test_unshown_rules.py)."""
    breaches = check_compendium(made, ready(pages))
    return [(breach.code, str(breach.where)) for breach in breaches if breach.code not in ("unshown", "unused")]


def page(**fields: Any) -> dict[str, Any]:
    return {"indicators": [{"id": "I-1", "name": "指標", "category": "headline", "pages": [{"id": "p", **fields}]}]}


def precedent(**fields: Any) -> dict[str, Any]:
    return {"precedents": [{"id": "s", "number": 1, "title": "調査", **fields}]}


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        (page(messages=["よい。", NUMBER]), "indicators.I-1.pages.0.messages.1"),
        ({"findings": [{"id": "f", "element": "e", "indicator": "I-1", "points": [NUMBER]}]}, "findings.f.points.0"),
        (precedent(outline=[{"text": "概要。", "details": [NUMBER]}]), "precedents.s.outline.0.details.0.text"),
        (precedent(conclusion_lead=NUMBER), "precedents.s.conclusion_lead"),
        (precedent(excerpt=[{"id": "e", "heading": "抜粋", "lead": NUMBER}]), "precedents.s.excerpt.0.lead"),
        (
            precedent(excerpt=[{"id": "e", "heading": "抜粋", "panels": [{"id": "p", "heading": "枠", "points": [NUMBER]}]}]),
            "precedents.s.excerpt.0.panels.0.points.0.text",
        ),
        (
            {"measure_charts": [{"id": "m", "mark": "①", "title": "施策", "measures": [{"id": "M1", "text": NUMBER}]}]},
            "measure_charts.m.measures.0.text",
        ),
        (
            {"candidates": [{"id": "c", "element": "e", "number": 1, "name": "データ", "points": [NUMBER]}]},
            "candidates.c.points.0",
        ),
        ({"pages": [ChartPage(id="p", title="題名", messages=(NUMBER,))]}, "pages.p.messages.0"),
        (
            {"pages": [ChartPage(id="p", title="題名", numbers=(NumberCard(label="会員", value="111会員"),))]},
            "pages.p.numbers.0.value",
        ),
    ],
)
def test_a_number_typed_into_a_sentence_is_found_wherever_sentences_stand(fields: dict[str, Any], place: str) -> None:
    assert rules(compendium(**fields)) == [("literal-number", place)]


@pytest.mark.parametrize(
    "sentence",
    ["12億円", "1兆3,184億円", "47.9%", "４７.９％", "25位", "5年で3倍", "10.5ポイント", "14課題", "約9割", "33施策", "18拠点", "{{ values['I-1'].a }}から8件増"],
)
def test_figures_in_every_unit_are_found(sentence: str) -> None:
    assert rules(compendium(**page(messages=[sentence]))) != []


@pytest.mark.parametrize(
    "sentence",
    [
        "SIP第3期の第1位グループ",
        "被引用数Top10%補正論文",
        "トップ10%論文",
        "時価総額上位100社のうち",
        "2022年度から令和5年3月まで",
        "1人当たりの供給熱量",
        "「留学生30万人計画」の達成",
        "資本金1億円以上10億円未満の企業",
        "1人・1日当たりの供給熱量",
        "Society 5.0とSIP2",
        "{{ values['I-1'].deaths.latest }}（{{ data('a', 'b', unit='3人') }}）",
        "{% if fiscal_year > 2%}増加{% endif %}",
    ],
)
def test_names_years_and_templates_are_no_typed_numbers(sentence: str) -> None:
    assert rules(compendium(**page(messages=[sentence]))) == []


def test_titles_notes_and_definitions_may_state_numbers() -> None:
    fields = page(title="上位 100人", notes=[{"text": "24件以内。"}], definition=["100人を対象とする。"])
    assert rules(compendium(**fields)) == []


def test_a_statement_that_does_not_say_what_it_rests_on_is_found() -> None:
    def findings(**names: Any) -> FactorAnalysis:
        found = {"elements": ["e"], "statements": [{"text": "**進展**がみられる。", **names}]}
        return FactorAnalysis.model_validate({"id": "f", "title": "分析", "findings": [found]})

    place = "pages.f.findings.0.statements.0"
    assert rules(compendium(pages=[findings()])) == [("untraced-statement", place)]
    assert rules(compendium(pages=[findings(rests_on=["I-1065"])])) == []


def test_figures_without_data_are_notices_also_in_panels() -> None:
    gap = ReadyFigure("f", "推移", ChartKind.LINE, missing="未提供")
    inner = replace(gap, id="g", title="内訳")
    prior = study([excerpt_of(gap, excerpt_of(inner))], [gap, inner])
    breaches = check_compendium(compendium(), ready([ReadyPage("s", "prior_study", prior)]))
    found = [(b.code, b.level, b.what) for b in breaches]
    assert found == [("missing-series", "notice", "推移: 未提供"), ("missing-series", "notice", "内訳: 未提供")]


def test_an_indicator_without_data_is_a_notice() -> None:
    empty = replace(INDICATOR, values=(), figures=())
    assert rules(compendium(), ReadyPage("I-1", "no_data", empty)) == [("missing-data", "I-1")]


def test_a_judgement_set_by_a_person_is_a_notice_with_its_reason() -> None:
    judged = replace(INDICATOR, values=(replace(VALUE, override_reason="調査方法の変更"),))
    breaches = check_compendium(compendium(), ready([ReadyPage("I-1", "indicator_detail", judged)]))
    assert [(b.code, b.level, b.what) for b in breaches] == [("override", "notice", "交通事故死者数: 調査方法の変更")]


def test_a_breach_in_a_content_folder_is_placed_by_file_line_and_column() -> None:
    home = fy2023()
    path = ("indicators", "I-1065", "pages", 0)
    assert str(home.position(path)).endswith("indicators/I-1065.yaml:5:5")


def test_the_real_content_types_no_number_into_a_sentence() -> None:
    assert [str(b) for b in check_compendium(fy2023(), ready_fy2023()) if b.level == "error"] == []


def test_figures_without_data_are_notices_on_pages_with_a_record_of_their_own() -> None:
    gap = ReadyFigure("f", "推移", ChartKind.LINE, missing="未提供")
    record = ReadyPageRecord(Page(id="p", title="題名"), {"f": gap}, {})
    assert rules(compendium(), ReadyPage("p", "chart_page", record)) == [("missing-series", "p")]


def test_what_reading_had_to_say_is_said_once() -> None:
    at = CellPosition("data/表.xlsx", "指標", 15, 1)
    told = Breach("note-left-out", at, level="notice")
    table = DataTable(("年",), (), notices=(told,))
    made = compendium()
    made.attach(Origin(tables={"a": table, "b": table}, notices=(Breach("of-content", "x", level="notice"),)))
    assert rules(made) == [("of-content", "x"), ("note-left-out", "data/表.xlsx!指標!A15")]
