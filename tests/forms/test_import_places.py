"""Where answers go: amounts that the content writes out, points beside each other, what two answers would both write."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.filled_forms import Answers, fill, sent
from support.small_folder import FILES, make_folder

from docgen.errors import DocgenErrors
from docgen.forms.exchange import import_forms
from docgen.forms.importing import FormImport
from docgen.pipeline import load, roll


def took(folder: Path, answers: Answers) -> FormImport:
    """What answers change, written."""
    form = folder.parent / "form.xlsx"
    form.unlink(missing_ok=True)
    made = import_forms(fill(sent(load(folder), form), answers), folder)
    made.write()
    load(folder)
    return made


def text(folder: Path, file: str) -> str:
    return (folder / file).read_text(encoding="utf-8")


WRITTEN_OUT = """\
# 予算
- id: moon
  name: 月面探査
  amounts:
    - {fiscal_year: 2022, kind: executed, value: 2960, unit: 百万円}   # 決算
    - fiscal_year: 2023
      kind: 予算額
      value: "4,500百万円"

- id: mars
  name: 火星探査   # 新規
- {id: sun, name: 太陽探査, amounts: [{fiscal_year: 2023, kind: budgeted, value: 1, unit: 億円}]}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_folder(tmp_path / "fy2023", budget_lines=WRITTEN_OUT)


def test_an_amount_that_is_written_out_keeps_the_way_it_is_written(folder: Path) -> None:
    took(folder, {"budgets/moon/2022": {"value": "3000.5"}, "budgets/moon/2023": {"value": 46, "remark": "億円ではなく"}})
    lines = text(folder, "budget_lines.yaml")
    assert "{fiscal_year: 2022, kind: executed, value: 3000.5, unit: 百万円}   # 決算" in lines
    assert '      kind: 予算額\n      value: "46百万円"\n\n- id: mars' in lines


def test_an_amount_of_another_year_is_added_after_the_last(folder: Path) -> None:
    took(folder, {"budgets/moon/2024": {"value": 5000}, "budgets/sun/2024": {"value": 2}, "budgets/mars/2024": {"value": 7}})
    lines = text(folder, "budget_lines.yaml")
    assert '      value: "4,500百万円"\n    - fiscal_year: 2024\n      kind: requested\n      value: "5,000百万円"\n\n- id: mars' in lines
    assert "unit: 億円}, {fiscal_year: 2024, kind: requested, value: 2, unit: 億円}]}" in lines
    assert "火星探査   # 新規\n  amounts: [{fiscal_year: 2024, kind: requested, value: 7, unit: 百万円}]\n" in lines
    amounts = {line.id: [amount.fiscal_year for amount in line.amounts] for line in load(folder).budget_lines.values()}
    assert amounts == {"moon": [2022, 2023, 2024], "mars": [2024], "sun": [2023, 2024]}


TWO = FILES["indicators/I-1065.yaml"].replace(
    "        target: {value: 2000, unit: 人, due: 2025年}\n",
    """        target: {value: 2000, unit: 人, due: 2025年}
      - {id: wounded, name: 負傷者数, unit: 人, series: {data: deaths, column: wounded, x: year, x_name: 年}, latest: {period: 2022年}}
      - id: same
        name: 死者数（再掲）
        latest: {value: {data: deaths, column: deaths, where: {year: 2022}}, unit: 人, period: 2022年}
""",
)
CSV = "year,deaths,wounded\n2017,3694,50\n2022,2610,35\n"


@pytest.fixture
def beside(tmp_path: Path) -> Path:
    folder = make_folder(tmp_path / "fy2023", data__deaths=CSV)
    (folder / "indicators" / "I-1065.yaml").write_text(TWO, encoding="utf-8")
    return folder


def test_two_points_of_one_period_are_one_row(beside: Path) -> None:
    answer = {"value": 2678, "period": "2023年"}
    took(beside, {"values/I-1065/deaths": answer, "values/I-1065/wounded": {"value": 36, "period": "2023年"}})
    assert text(beside, "data/deaths.csv") == CSV + "2023,2678,36\n"


def test_two_answers_that_write_one_cell_alike_are_one(beside: Path) -> None:
    took(beside, {"values/I-1065/deaths": {"value": 2600}, "values/I-1065/same": {"value": "2,600"}})
    assert "2022,2600,35" in text(beside, "data/deaths.csv")


def test_two_answers_that_write_different_things_into_one_cell_are_refused(beside: Path) -> None:
    with pytest.raises(DocgenErrors) as raised:
        took(beside, {"values/I-1065/deaths": {"value": 2600}, "values/I-1065/same": {"value": 2601}})
    told = str(raised.value)
    assert "指標の値!G7: this answer and the one at " in told
    assert "指標の値!G5 would write different things into one place" in told
    assert text(beside, "data/deaths.csv") == CSV


def test_a_record_that_waits_for_its_sentences_is_confirmed_once_each_is(tmp_path: Path) -> None:
    study = FILES["precedents/study-1.yaml"].replace("  - '{{ facts.full }}満点で評価'\n", "  - 今年度の評価\n  - 昨年度の結果\n")
    folder = make_folder(tmp_path / "fy2023", precedents__study_1=None)
    (folder / "precedents" / "study-1.yaml").write_text(study, encoding="utf-8")
    rolled = roll(folder, tmp_path / "fy2024")
    first, second = (f"texts/precedents/study-1/outline/{number}/text" for number in (0, 1))
    took(rolled, {first: {"confirm": "据え置き"}})
    assert "precedents/study-1" in text(rolled, "carried_over.yaml")
    took(rolled, {first: {"confirm": "据え置き"}, second: {"text": "一昨年の結果"}})
    assert "precedents/study-1" not in text(rolled, "carried_over.yaml")
    assert "- 一昨年の結果\n" in text(rolled, "precedents/study-1.yaml")


def test_a_state_is_said_in_the_language_of_its_file(tmp_path: Path) -> None:
    chart = FILES["measures/measures-1.yaml"].replace("status: continuing", "status: 実施済")
    folder = make_folder(tmp_path / "fy2023", measures__measures_1=None)
    (folder / "measures" / "measures-1.yaml").write_text(chart, encoding="utf-8")
    took(folder, {"measures/measures-1/M1": {"status": "今後実施"}})
    assert "status: 今後実施" in text(folder, "measures/measures-1.yaml")


def test_a_state_that_is_not_to_be_shown_is_taken_out(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "fy2023")
    took(folder, {"measures/measures-1/M1": {"status": "示さない"}})
    assert "status" not in text(folder, "measures/measures-1.yaml")


FIGURE = FILES["indicators/I-1065.yaml"].replace("        x: year\n        x_suffix: 年\n", "        x: remark\n        where: {year: 2022}\n")


def test_a_figure_of_an_earlier_year_is_confirmed(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "fy2023")
    (folder / "indicators" / "I-1065.yaml").write_text(FIGURE, encoding="utf-8")
    rolled = roll(folder, tmp_path / "fy2024")
    assert "I-1065/traffic/deaths" in text(rolled, "carried_over.yaml")
    made = took(rolled, {"figures/I-1065/traffic/deaths": {"confirm": "据え置き", "remark": "2022年のままでよい"}})
    assert made.confirmed == ("I-1065 図「交通事故死者数の推移」",)
    assert "I-1065/traffic/deaths" not in text(rolled, "carried_over.yaml")


def test_the_date_of_publication_is_spelled_as_it_was(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "fy2023", compendium=FILES["compendium.yaml"].replace("2024年2月", "令和6年2月"))
    took(folder, {"front/published": {"period": "2025年2月"}})
    assert "published: 令和7年2月\n" in text(folder, "compendium.yaml")
