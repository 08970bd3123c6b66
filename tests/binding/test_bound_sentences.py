"""Plain sentences as people write them, and what they are bound to."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from support.processes import ROOT

import docgen
from docgen.binding.bound import BoundContent

STARTER = ROOT / "content" / "starter"
DEATHS = "indicators/I-1.yaml"
EXPENDITURE = "pages/rd-expenditure.yaml"
FINDINGS = "findings/social-issues.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(STARTER, tmp_path / "content")


def put(folder: Path, file: str, *sentences: str) -> None:
    """Put sentences in place of the first list of sentences of a file."""
    path = folder / file
    lines = "".join(f"\\1- {sentence}\n" for sentence in sentences)
    text, count = re.subn(r"(?m)^( +)- [^\n:]*\{\{.*\n(?:\1- [^\n:]*\n)*", lines, path.read_text(encoding="utf-8"), count=1)
    assert count == 1
    path.write_text(text, encoding="utf-8")


def bound_sentence(folder: Path, file: str, sentence: str) -> str:
    """The sentence after it was bound and written; the folder loads."""
    put(folder, file, sentence)
    bound = docgen.bind(folder)
    bound.write()
    docgen.load(folder)
    (line,) = (line[1:] for line in bound.diff.splitlines() if line.startswith("+ "))
    return line.strip().removeprefix("- ").strip("'")


SENTENCES = [
    (
        DEATHS,
        "死者数は2022年に2,610人と、2017年の3,694人から29.3%減少した。",
        "死者数は{{ traffic_deaths.latest.period }}に{{ traffic_deaths.latest }}と、{{ traffic_deaths.past.period }}の"
        "{{ traffic_deaths.past }}から{{ traffic_deaths.percent_change.amount }}減少した。",
    ),
    (
        DEATHS,
        "死者数は3,694人（2017年）から2,610人（2022年）に減った（29.3%減）。",
        "死者数は{{ traffic_deaths.past.dated }}から{{ traffic_deaths.latest.dated }}に減った"
        "（{{ traffic_deaths.percent_change }}）。",
    ),
    (
        DEATHS,
        "死者数は5年間で1,084人減り、約0.7倍となった。",
        "死者数は5年間で{{ traffic_deaths.change.amount }}減り、{{ traffic_deaths.multiple }}となった。",
    ),
    (DEATHS, "死者数は２，６１０人（２０２２年）。", "死者数は{{ traffic_deaths.latest.dated }}。"),
    (DEATHS, "死者数は約2,600人である。", "死者数は約{{ traffic_deaths.latest|round(-2) }}である。"),
    (
        DEATHS,
        "2021年の死者数は2,636人であった。",
        '2021年の死者数は{{ data("traffic-deaths", "死者数（人）", where={"年": "2021"}, unit="人") }}であった。',
    ),
    (
        EXPENDITURE,
        "研究費はマテリアル等が1兆3,184億円と最多で、AIの約7.6倍。",
        "研究費はマテリアル等が{{ materials_expenditure }}と最多で、AIの"
        "{{ materials_expenditure|multiple_of(ai_expenditure) }}。",
    ),
    (
        EXPENDITURE,
        "AIの研究費は1,744億円（2021年度）、つまり174,400百万円。",
        'AIの研究費は{{ ai_expenditure.dated }}、つまり{{ ai_expenditure|convert("百万円") }}。',
    ),
    (
        EXPENDITURE,
        "研究費はマテリアル等が約1.3兆円、AIが約1,700億円。",
        '研究費はマテリアル等が約{{ materials_expenditure|convert("兆円")|decimals(1) }}、AIが約'
        "{{ ai_expenditure|round(-2) }}。",
    ),
    (
        EXPENDITURE,
        "研究費はAIが1,744億円、マテリアル等が1兆3,184億円で、差は1兆1,440億円、合計は1兆4,928億円。",
        "研究費はAIが{{ ai_expenditure }}、マテリアル等が{{ materials_expenditure }}で、差は"
        "{{ materials_expenditure - ai_expenditure }}、合計は{{ ai_expenditure + materials_expenditure }}。",
    ),
]


@pytest.mark.parametrize(("file", "sentence", "wanted"), SENTENCES, ids=[wanted for _, wanted, _ in SENTENCES])
def test_each_number_that_one_datum_bears_out_becomes_its_reference(
    folder: Path, file: str, sentence: str, wanted: str
) -> None:
    assert bound_sentence(folder, file, sentence) == wanted


UNTOUCHED = [
    (DEATHS, "上位100社と24時間以内の死者を、3つの段階で5年間調べた。"),
    (DEATHS, "資本金1億円以上10億円未満の企業を調べた。"),
    (DEATHS, "死者数は2,601人であった。"),
    (DEATHS, "第6期の2,610億円の予算を計上した。"),
    (DEATHS, "2019年の死者数は2,610人であった。"),
    (DEATHS, "死者数は1,084人（2022年）であった。"),
    ("indicators/I-2.yaml", "食料自給率のカロリーベースは58%（2022年度）。"),
    (EXPENDITURE, "研究費はAIが1,745億円である。"),
    (EXPENDITURE, "研究費はAIが1,744億円（2019年度）である。"),
    (EXPENDITURE, "1,744人の研究者がAIに取り組む。"),
]


@pytest.mark.parametrize(("file", "sentence"), UNTOUCHED, ids=[sentence for _, sentence in UNTOUCHED])
def test_a_number_that_the_data_does_not_bear_out_stays(folder: Path, file: str, sentence: str) -> None:
    put(folder, file, sentence)
    bound = docgen.bind(folder)
    assert [one.meaning.expression for one in bound.bindings] == []


@pytest.mark.parametrize(("year", "bound"), [(2021, ["ai_expenditure"]), (2019, [])])
def test_a_number_by_itself_holds_at_the_year_that_its_label_names(folder: Path, year: int, bound: list[str]) -> None:
    path = folder / EXPENDITURE
    numbers = f"numbers:\n  - {{label: AIの研究費（{year}年度）, value: '1,744億円'}}\n"
    path.write_text(path.read_text(encoding="utf-8") + numbers, encoding="utf-8")
    assert [one.meaning.expression for one in docgen.bind(folder).bindings] == bound


def test_a_number_that_may_be_two_data_stays_and_is_listed_with_both(folder: Path) -> None:
    file = folder / "indicators" / "I-2.yaml"
    trial = '    values:\n      - {id: trial, name: 食料自給率（試算）, unit: "%", latest: {value: 58, period: 2022年度}}\n'
    file.write_text(file.read_text(encoding="utf-8").replace("    values:\n", trial), encoding="utf-8")
    put(folder, "indicators/I-2.yaml", "食料自給率は58%（2022年度）。")
    bound = docgen.bind(folder)
    assert _bound_numbers(bound) == []
    (found,) = bound.ambiguous
    assert found.number.text == "58%"
    assert {meaning.expression for meaning in found.meanings} == {"trial.latest", "production_value_base.latest"}


def test_comments_layout_and_line_ends_of_the_files_stay(folder: Path) -> None:
    put(folder, DEATHS, "死者数は2,610人（2022年）。")
    path = folder / DEATHS
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    before = path.read_bytes().decode()
    docgen.bind(folder).write()
    after = path.read_bytes().decode()
    assert after == before.replace("- 死者数は2,610人（2022年）。", "- '死者数は{{ traffic_deaths.latest.dated }}。'")


def test_a_sentence_that_several_places_share_stays_and_its_number_is_told(folder: Path) -> None:
    put(folder, DEATHS, "&shared 死者数は2,610人（2022年）。", "*shared")
    before = (folder / DEATHS).read_bytes()
    bound = docgen.bind(folder)
    assert (bound.bindings, bound.files) == ((), {})
    assert [number.text for number in bound.unbound] == ["2,610人", "2,610人"]
    bound.write()
    assert (folder / DEATHS).read_bytes() == before


def test_what_is_bound_stays_bound_and_nothing_is_left_to_do(folder: Path) -> None:
    put(folder, DEATHS, "死者数は2,610人（2022年）。")
    docgen.bind(folder).write()
    again = docgen.bind(folder)
    assert (again.bindings, again.files, again.diff) == ((), {}, "")


def test_a_sentence_that_is_partly_bound_is_bound_to_its_end(folder: Path) -> None:
    sentence = "'死者数は{{ traffic_deaths.past.dated }}から2,610人（2022年）に減少。'"
    assert bound_sentence(folder, DEATHS, sentence).endswith("から{{ traffic_deaths.latest.dated }}に減少。")


def test_bound_sentences_carry_the_new_values_after_the_year_was_rolled(folder: Path, tmp_path: Path) -> None:
    path = folder / "findings" / "social-issues.yaml"
    plain = "日本の総合順位は、25位（2018年）から35位（2023年）と10ランク後退した。"
    path.write_text(re.sub(r"日本の総合順位は、.*", plain, path.read_text("utf-8")), encoding="utf-8")
    docgen.bind(folder).write()
    rolled = docgen.roll(folder, tmp_path / "next")
    ranks = rolled / "data" / "imd_rank.csv"
    ranks.write_text(re.sub(r"(?m)^2024,$", "2024,38", ranks.read_text("utf-8")), encoding="utf-8")
    sentences = [step.text for step in docgen.trace(docgen.load(rolled), "finding-rank").walk()]
    assert "日本の総合順位は、30位（2019年）から38位（2024年）と8ランク後退した。" in sentences


def test_nothing_is_written_where_a_file_was_changed_meanwhile(folder: Path) -> None:
    put(folder, DEATHS, "死者数は2,610人（2022年）。")
    bound = docgen.bind(folder)
    path = folder / DEATHS
    path.write_bytes(path.read_bytes() + b"# later\n")
    kept = {file: (folder / file).read_bytes() for file in bound.files}
    with pytest.raises(docgen.DocgenError, match="changed since"):
        bound.write()
    assert {file: (folder / file).read_bytes() for file in bound.files} == kept


HARDLY_SENTENCES = ["－", "1,", "約", "3.", "2022年", "１２３４５６７８９０" * 3 + "人", "%%%", "2,610", "2,610人" * 3]


@pytest.mark.parametrize("sentence", HARDLY_SENTENCES)
def test_sentences_that_are_hardly_any_are_read_without_an_error(folder: Path, sentence: str) -> None:
    put(folder, DEATHS, f'"{sentence}"')
    docgen.bind(folder).write()
    docgen.load(folder)


def test_a_paragraph_of_100_kilobytes_is_bound_or_left_and_the_folder_loads(folder: Path) -> None:
    put(folder, DEATHS, "死者数は2,610人（2022年）、" * 3000)
    docgen.bind(folder).write()
    docgen.load(folder)


def test_a_folder_with_errors_is_told_and_nothing_is_written(folder: Path) -> None:
    put(folder, DEATHS, "死者数は2,610人（2022年）、{{ traffic_deths.past }}から。")
    before = (folder / DEATHS).read_bytes()
    with pytest.raises(docgen.DocgenErrors, match="traffic_deths"):
        docgen.bind(folder)
    assert (folder / DEATHS).read_bytes() == before


def _bound_numbers(bound: BoundContent) -> list[str]:
    return [one.number.text for one in bound.bindings]
