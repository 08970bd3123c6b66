"""FY2023 rolled forward: a folder of FY2024 that loads, builds and says what it waits for."""

from __future__ import annotations

import difflib
import shutil
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from support.real_deck import CONTENT, PACKS, bodies, pack_name, words
from support.small_folder import make_folder

import docgen
from docgen.checks.check import check_placed
from docgen.derive import derive
from docgen.errors import DocgenError, DocgenErrors
from docgen.layout.load import load_pack
from docgen.model import Compendium, Period
from docgen.pipeline import load, place
from docgen.placed import TextMark
from docgen.ready import ReadyCompendium, ReadyIndicatorPage, ReadyMeasureChart, ReadyValue


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.*"))}


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with fy2023 and, rolled from it, fy2024."""
    root = tmp_path_factory.mktemp("content")
    shutil.copytree(CONTENT, root / "fy2023")
    docgen.roll(root / "fy2023", root / "fy2024")
    return root


@pytest.fixture(scope="module")
def fy2024(years: Path) -> Compendium:
    return load(years / "fy2024")


@pytest.fixture(scope="module")
def ready(fy2024: Compendium) -> ReadyCompendium:
    return derive(fy2024)


def changed(years: Path, file: str) -> list[str]:
    """The lines that a file of FY2024 has otherwise than FY2023's, with - and + before them."""
    before, after = ((years / year / file).read_text(encoding="utf-8").splitlines() for year in ("fy2023", "fy2024"))
    return [line for line in difflib.ndiff(before, after) if line[0] in "+-"]


def values(ready: ReadyCompendium) -> Mapping[str, ReadyValue]:
    return {
        f"{page.record.indicator}/{value.id}": value
        for page in ready.pages
        if isinstance(page.record, ReadyIndicatorPage)
        for value in page.record.values
    }


def test_nothing_of_the_old_folder_is_changed(years: Path) -> None:
    assert files(years / "fy2023") == files(CONTENT)
    assert sorted(path.name for path in years.iterdir()) == ["fy2023", "fy2024"]


def test_the_front_says_the_new_year_and_names_the_one_before(years: Path) -> None:
    assert changed(years, "compendium.yaml") == [
        "- fiscal_year: 2023",
        "+ fiscal_year: 2024",
        "+ previous: ../fy2023",
        "- published: 2024年2月",
        "+ published: 2025年2月",
    ]


# value; what its past and latest value are now; whether it waits for a new one
MOVED = (
    ("I-1060/ai", None, "2022年度", False),
    ("I-1060/materials", None, "2021年度", True),
    ("I-1061/japan", "2021年度末", "2023年12月", True),
    ("I-1062/overall_rank", "2018年", "2023年", True),
    ("I-1064/at_setting", None, "2021年度", True),
    ("I-1065/traffic_deaths", "2018年", "2023年", False),
    ("I-1065/self_sufficiency_calorie", "2018年度", "2023年度", False),
    ("I-1065/fishery_exports", "2017年", "2022年", True),
    ("I-1069/metadata", "2022年3月", "2023年3月", True),
)


@pytest.mark.parametrize(("name", "past", "latest", "waits"), MOVED)
def test_values_move_on_where_the_data_has_the_number_and_else_stay_marked(
    ready: ReadyCompendium, name: str, past: str | None, latest: str, waits: bool
) -> None:
    value = values(ready)[name]
    periods = tuple(str(each.period) if each is not None else None for each in (value.past, value.latest))
    assert (*periods, value.carried_over) == (past, latest, waits)


@pytest.mark.parametrize(
    ("file", "added"),
    [
        ("data/strategic_field_rd_expenditure.csv", ["+ 2022,マテリアル等,,,"]),
        ("data/imd_overall_rank.csv", ["+ 2024,,,,"]),
        ("data/automated_driving_market.csv", ["+ 2022,,,"]),
        ("data/traffic_deaths.csv", []),
        (
            "data/agri_food_exports.csv",
            ["+ 2023,水産物,,文書の値,", "+ 2023,林産物,,文書の値,", "+ 2023,農産物,,文書の値,"],
        ),
    ],
)
def test_series_have_a_place_for_the_new_point(years: Path, file: str, added: list[str]) -> None:
    assert changed(years, file) == added


def test_budgets_shift_and_have_a_place_for_the_new_request(years: Path, ready: ReadyCompendium) -> None:
    charts = [page.record for page in ready.pages if isinstance(page.record, ReadyMeasureChart)]
    assert {chart.years for chart in charts} == {((2023, "executed"), (2024, "budgeted"), (2025, "requested"))}
    moonshot = next(line for chart in charts for line in chart.budgets if line.id == "moonshot")
    shown = {year: (kind, str(amount)) for year, (kind, amount) in moonshot.amounts.items()}
    assert shown == {
        2022: ("executed", "2,960百万円"),
        2023: ("executed", "2,960百万円"),
        2024: ("budgeted", "4,960百万円"),
    }
    rows = (years / "fy2024" / "data" / "budgets.csv").read_text(encoding="utf-8").splitlines()
    assert [row.split(",")[2:6] for row in rows if row.split(",")[1] == "ムーンショット型研究開発プログラム"][:4] == [
        ["2022", "執行額", "2960", "百万円"],
        ["2023", "執行額", "2960", "百万円"],
        ["2024", "予算額・執行額", "4960", "百万円"],
        ["2025", "概算要求", "", "百万円"],
    ]


def test_comments_and_everything_that_has_no_year_are_kept(years: Path) -> None:
    for file in files(years / "fy2023"):
        if file.endswith(".yaml") and file != "compendium.yaml":
            lines = changed(years, file)
            assert len(lines) % 2 == 0, file
            assert all("20" in line and "#" not in line for line in lines), file


def test_figures_reach_the_point_that_their_values_moved_on_to(years: Path) -> None:
    assert [line for line in changed(years, "indicators/I-1065.yaml") if "x_to" in line] == [
        "-         x_to: 2022",
        "+         x_to: 2023",
        "-         x_to: 2022",
        "+         x_to: 2023",
    ]


def test_a_place_without_a_number_is_no_point_of_a_figure(ready: ReadyCompendium) -> None:
    figures = {
        figure.id: figure
        for page in ready.pages
        if isinstance(page.record, ReadyIndicatorPage)
        for figure in page.record.figures
    }
    assert figures["rank"].categories[-1] == "2023"
    assert figures["traffic-deaths"].categories[-1] == "2023"


def test_what_waits_for_a_person_is_in_one_list(fy2024: Compendium) -> None:
    items = docgen.todo(fy2024)
    assert Counter(item.kind for item in items) == {
        "value": 16, "measure": 7, "budget": 97, "text": 29, "note": 8, "newer": 4, "front": 1, "missing": 24,
    }  # fmt: skip
    assert len({(item.kind, item.id) for item in items}) == len(items)


def test_each_item_names_the_place_where_it_is_done(years: Path, fy2024: Compendium) -> None:
    shown = {item.id: item.text("ja").replace(f"{years / 'fy2024'}/", "") for item in docgen.todo(fy2024)}
    assert shown["I-1062/overall_rank"] == (
        "data/imd_overall_rank.csv:37:6: I-1062 日本の総合順位: 2024年の値を入れる（現在：35位【2023年】） [I-1062/overall_rank]"
    )
    assert shown["moonshot/2025"] == (
        "data/budgets.csv:9:51: ムーンショット型研究開発プログラム: 2025年度の概算要求を入れる [moonshot/2025]"
    )
    assert shown["moonshot/2023"].endswith("2023年度の執行額を入れる（現在：2,960百万円） [moonshot/2023]")
    assert shown["measures-4-international-markets/M2"].startswith(
        "measures/measures-4-international-markets.yaml:21:5: ④ スマートシティ等に関する国際市場環境の調査分析と方策の検討: 実施状況と文言を確かめる"
    )
    assert "「前年」のある文章を改める" in shown["pages/diplomacy-8-un-staff"]
    assert shown["published"] == "compendium.yaml:5:12: 公表の時期: 確かめる（現在：2025年2月） [published]"


@pytest.mark.parametrize("folder", PACKS, ids=pack_name)
def test_pages_on_which_something_waits_say_so_and_keep_the_rules(folder: Path, ready: ReadyCompendium) -> None:
    # In the first pack the whole compendium; in the others the pages of which something is to be said.
    pages = tuple(page for page in ready.pages if page.carried_over or folder == PACKS[0])
    deck = place(replace(ready, pages=pages), load_pack(folder))
    marked = {
        slide.record
        for slide in deck.placed.slides
        for mark in slide.marks
        if isinstance(mark, TextMark) and mark.placeholder == "badge" and words(mark.body) == "据え置き"
    }
    waiting = {page.id for page in ready.pages if page.carried_over}
    assert marked == waiting
    assert {"I-1060/expenditure", "I-1062/overall-rank", "diplomacy-8-un-staff", "summary-standards"} <= waiting
    assert {f"measures/{chart.stem}" for chart in (CONTENT / "measures").glob("*.yaml")} <= waiting
    assert not {"cover", "contents", "I-1067/needs", "logic-chart"} & waiting
    (chart,) = (slide for slide in deck.placed.slides if slide.id == "measures/measures-4-international-markets")
    texts = [words(body) for body in bodies(chart)]
    assert "〔据え置き〕スマートシティ等に関する国際市場環境の調査分析と方策の検討" in texts
    assert any(text.startswith("〔据え置き〕海外スマートシティ案件形成支援事業") for text in texts)
    (table,) = (slide for slide in deck.placed.slides if slide.id == "I-1062/overall-rank")
    period = deck.pack.printing.period(Period.year(2023))
    assert f"35位【{period}】\n〔据え置き〕" in [words(body) for body in bodies(table)]
    assert [str(breach) for breach in check_placed(deck.placed, deck.pack)] == []


def edited(years: Path, folder: Path, *edits: tuple[str, str, str]) -> Compendium:
    """FY2024 beside FY2023 in another place, with passages of its files replaced."""
    shutil.copytree(years, folder)
    for file, old, new in edits:
        path = folder / "fy2024" / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, (file, old, text.count(old))
        path.write_text(text.replace(old, new), encoding="utf-8")
    return load(folder / "fy2024")


def ids(compendium: Compendium) -> set[tuple[str, str]]:
    return {(item.kind, item.id) for item in docgen.todo(compendium)}


def test_filling_three_indicators_shortens_the_list_by_exactly_those(
    years: Path, fy2024: Compendium, tmp_path: Path
) -> None:
    filled = edited(
        years,
        tmp_path / "filled",
        ("data/strategic_field_rd_expenditure.csv", "2022,マテリアル等,,,", "2022,マテリアル等,14000,,試験"),
        ("data/imd_overall_rank.csv", "2024,,,,", "2024,36,試験,,"),
        ("data/agri_food_exports.csv", "2023,水産物,,文書の値,", "2023,水産物,3901,文書の値,試験"),
    )
    gone = {("value", "I-1060/materials"), ("value", "I-1062/overall_rank"), ("value", "I-1065/fishery_exports")}
    assert ids(fy2024) - ids(filled) == gone
    assert ids(filled) - ids(fy2024) == set()
    rank = values(derive(filled))["I-1062/overall_rank"]
    assert (str(rank.past), str(rank.latest), rank.carried_over, rank.trend) == ("30位", "36位", False, "down")


# What a person does, and which item is done by it.
DONE = (
    (
        ("measures/measures-4-international-markets.yaml", "市場環境の調査分析と方策の検討\n    status: upcoming", "市場環境の調査分析と方策の検討\n    status: continuing"),
        ("measure", "measures-4-international-markets/M2"),
    ),
    (
        ("pages/standards-3-categories.yaml", "前年", "2022年"),
        ("text", "pages/standards-3-categories"),
    ),
    (("carried_over.yaml", "  - published  # 公表の時期\n", ""), ("front", "published")),
)


def test_items_are_done_by_updates_and_by_taking_them_out_of_the_list(
    years: Path, fy2024: Compendium, tmp_path: Path
) -> None:
    after = edited(years, tmp_path / "done", *(edit for edit, _ in DONE))
    assert ids(fy2024) - ids(after) == {done for _, done in DONE}


def test_a_confirmed_value_keeps_last_years_number_without_the_mark(years: Path, tmp_path: Path) -> None:
    line = next(
        line
        for line in (years / "fy2024" / "carried_over.yaml").read_text(encoding="utf-8").splitlines()
        if "I-1062/overall_rank" in line
    )
    confirmed = edited(years, tmp_path / "confirmed", ("carried_over.yaml", line + "\n", ""))
    rank = values(derive(confirmed))["I-1062/overall_rank"]
    assert (str(rank.latest), str(rank.latest and rank.latest.period), rank.carried_over) == ("35位", "2023年", False)
    assert ("value", "I-1062/overall_rank") not in ids(confirmed)


def test_an_entry_that_names_nothing_is_an_error_with_the_nearest_name(years: Path, tmp_path: Path) -> None:
    with pytest.raises(DocgenErrors) as caught:
        edited(years, tmp_path / "wrong", ("carried_over.yaml", "I-1062/overall_rank ", "I-1062/overal_rank "))
    (error,) = caught.value.errors
    assert error.what == "there is no value 'I-1062/overal_rank'"
    assert error.hint == "did you mean 'I-1062/overall_rank'?"


# Bad input: nothing is written, and what is there stays.


@pytest.fixture
def small(tmp_path: Path) -> Path:
    (tmp_path / "fy2023").mkdir()
    return make_folder(tmp_path / "fy2023")


def test_a_folder_can_be_rolled_again_with_its_items_open(small: Path) -> None:
    docgen.roll(small, small.parent / "fy2024")
    docgen.roll(small.parent / "fy2024", small.parent / "fy2025")
    third = load(small.parent / "fy2025")
    deaths = values(derive(third))["I-1065/deaths"]
    assert (third.fiscal_year, str(deaths.latest), deaths.carried_over) == (2025, "2,610人", True)


def refused(folder: Path, target: Path) -> str:
    before = files(folder.parent)
    with pytest.raises(DocgenError) as caught:
        docgen.roll(folder, target)
    assert files(folder.parent) == before
    assert [path for path in folder.parent.iterdir() if path.name.startswith(".")] == []
    return str(caught.value)


def test_a_target_that_is_not_free_is_refused(small: Path) -> None:
    target = small.parent / "fy2024"
    target.mkdir()
    (target / "notes.txt").write_text("mine", encoding="utf-8")
    assert refused(small, target).startswith(f"{target}: there is something already")
    assert refused(small, target / "notes.txt").startswith(f"{target / 'notes.txt'}: there is something already")


def test_an_empty_target_is_free(small: Path) -> None:
    (small.parent / "fy2024").mkdir()
    docgen.roll(small, small.parent / "fy2024")
    assert load(small.parent / "fy2024").fiscal_year == 2024


@pytest.mark.parametrize("target", [".", "data/fy2024", "../fy2023"])
def test_a_target_in_the_old_folder_is_refused(small: Path, target: str) -> None:
    assert "the new folder is the old one, or lies in it" in refused(small, small / target)


def test_a_target_in_a_folder_that_does_not_exist_is_refused(small: Path) -> None:
    assert "the folder cannot be written" in refused(small, small.parent / "none" / "fy2024")


def test_a_folder_that_does_not_load_is_refused_with_its_errors(small: Path) -> None:
    (small / "measures" / "wrong.yaml").write_text("id: x\n", encoding="utf-8")
    assert "'mark' is missing" in refused(small, small.parent / "fy2024")


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    assert "there is no such content folder" in refused(tmp_path / "fy2023", tmp_path / "fy2024")


def test_marks_that_the_author_set_are_last_years(small: Path) -> None:
    chart = (small / "measures").glob("*.yaml").__next__()
    text = chart.read_text(encoding="utf-8")
    first = text.index("    status:")
    chart.write_text(f"{text[:first]}    change: new\n{text[first:]}", encoding="utf-8")
    docgen.roll(small, small.parent / "fy2024")
    rolled = (small.parent / "fy2024" / "measures" / chart.name).read_text(encoding="utf-8")
    assert "change:" not in rolled


@pytest.mark.parametrize(("name", "parted"), [("deaths.csv", ","), ("deaths.tsv", "\t")])
def test_a_row_for_the_new_number_is_written_as_the_file_writes_it(small: Path, name: str, parted: str) -> None:
    rows = ["年度,deaths,remark", "2017年度,3694,", "2022年度,2610,", "（注）24時間以内。"]
    (small / "data" / "deaths.csv").unlink()
    text = "\n".join(rows).replace(",", parted) + "\n"
    (small / "data" / name).write_bytes(text.encode("cp932"))
    main = small / "data.yaml"
    main.write_text(main.read_text(encoding="utf-8").replace("data/deaths.csv", f"data/{name}"), encoding="utf-8")
    indicator = small / "indicators" / "I-1065.yaml"
    written = indicator.read_text(encoding="utf-8").replace("{year: ", "{年度: ").replace("x: year", "x: 年度")
    indicator.write_text(written, encoding="utf-8")
    docgen.roll(small, small.parent / "fy2024")
    after = (small.parent / "fy2024" / "data" / name).read_bytes().decode("cp932").splitlines()
    assert after == [*(row.replace(",", parted) for row in rows[:3]), parted.join(("2023年度", "", "")), rows[3]]
