"""A content folder in the field's own words is the same compendium as one in English words."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.small_folder import FILES, make_folder, spoil

from docgen.editing.edits import CellEdit, TextEdit
from docgen.editing.source import Source
from docgen.errors import DocgenErrors
from docgen.reading import load
from docgen.rollover.budgets import rolled_budgets
from docgen.validate import validate

# Passages of the small folder, by file, and how a bureau may write them.
JAPANESE = {
    "compendium.yaml": [
        ("fiscal_year: 2023", "fiscal_year: 令和５年度"),
        ("{kind: cover}, {kind: contents}", "{kind: 表紙}, {kind: 目次}"),
        ("run: indicators", "run: 指標"),
        ("kind: indicator_overview", "kind: 指標の概況"),
        ("run: measure_charts", "run: 施策チャート"),
        ("run: precedents", "run: 先行調査"),
    ],
    "indicators/I-1065.yaml": [
        ("category: reference", "category: 参考指標"),
        ("better: lower", "better: 低いほど良い"),
        ("period: 2022年", "period: 令和4年"),
        ("{value: 2000, unit: 人, due: 2025年}", "{value: '2,000人', due: R7}"),
    ],
    "indicators/I-1070.yaml": [("category: headline", "category: 主要指標")],
    "measures/measures-1.yaml": [("status: continuing", "status: 実施済・継続")],
    "precedents/study-1.yaml": [("year: 2022", "year: 令和4年"), ("{value: 315, unit: 点}", "{value: ３１５点}")],
}


def test_a_folder_in_japanese_words_is_the_same_compendium(tmp_path: Path) -> None:
    english, japanese = tmp_path / "english", tmp_path / "japanese"
    make_folder(english)
    make_folder(japanese)
    for file, passages in JAPANESE.items():
        text = FILES[file]
        for old, new in passages:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        (japanese / file).write_text(text, encoding="utf-8")
    assert validate(load(japanese)) == validate(load(english))


def test_an_unknown_word_in_a_file_is_an_error_with_its_place_and_the_words_of_both_languages(tmp_path: Path) -> None:
    spoil(tmp_path, "indicators/I-1070.yaml", "category: headline", "category: 主用指標")
    with pytest.raises(DocgenErrors) as raised:
        validate(load(tmp_path))
    (error,) = raised.value.errors
    assert str(error.where).endswith("indicators/I-1070.yaml:3:11")
    assert error.expected == "one of headline (主要指標), reference (参考指標)"
    assert error.hint == "did you mean '主要指標'?"


def test_an_amount_with_commas_in_braces_gets_the_hint_to_quote_it(tmp_path: Path) -> None:
    spoil(tmp_path, "indicators/I-1065.yaml", "{value: 2000, unit: 人,", "{value: 2,000人,")
    with pytest.raises(DocgenErrors) as raised:
        validate(load(tmp_path))
    assert [error.hint for error in raised.value.errors] == ["put an amount with commas in quotes"]


def test_a_kind_of_budget_rolls_on_in_the_language_that_it_is_written_in(tmp_path: Path) -> None:
    amounts = "{fiscal_year: R5, kind: 予算額, value: 45億円}, {fiscal_year: 2024, kind: requested, value: 50億円}"
    make_folder(tmp_path)
    (tmp_path / "budget_lines.yaml").write_text(f"- {{id: moon, name: 月面探査, amounts: [{amounts}]}}\n", encoding="utf-8")
    edits = rolled_budgets(Source(tmp_path, validate(load(tmp_path)))).edits
    assert [edit.text for edit in edits if isinstance(edit, TextEdit)] == ["執行額", "budgeted"]


def test_budgets_in_a_data_file_may_have_years_of_an_era_and_roll_on_in_them(tmp_path: Path) -> None:
    rows = "月面探査,R4,執行額,2960,百万円\n月面探査,令和5年度,予算額,45,億円\n月面探査,R6,概算要求額,4960,百万円\n"
    make_folder(tmp_path)
    (tmp_path / "data/budgets.csv").write_text(f"measure,fiscal_year,kind,amount,unit\n{rows}", encoding="utf-8")
    compendium = validate(load(tmp_path))
    changes = rolled_budgets(Source(tmp_path, compendium))
    kinds = [(edit.line, edit.text) for edit in changes.edits if isinstance(edit, CellEdit)]
    assert kinds == [(3, "執行額"), (4, "予算額")]
    assert [point.cells for point in changes.points] == [("月面探査", "R7", "概算要求額", "", "百万円")]
