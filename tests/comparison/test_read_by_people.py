"""A comparison as people read it: what is mechanical in a line, tables cell by cell, long texts cut, one language."""

from __future__ import annotations

import json
import re

import pytest
from click.testing import CliRunner
from support.small_folder import make_folder

from docgen.cli import main
from docgen.comparison.brief import excerpts
from docgen.comparison.change import Change, FieldChange
from docgen.comparison.comparison import Comparison
from docgen.comparison.shifts import runs
from docgen.comparison.tables import table_fields
from docgen.comparison.years import Moved, moved_years, reworded
from docgen.messages import message


def value(name: str, before: str, after: str, number: int = 5) -> Change:
    return Change("value", "changed", "I-1/a", number, name, (FieldChange("", before, after),))


def text(before: str, after: str, number: int = 5) -> Change:
    return Change("text", "changed", "I-1/a", number, "架空の指標", (FieldChange("", before, after),))


def budget(name: str, before: tuple[str, str], after: tuple[str, str]) -> Change:
    sides = (message("diff-amount", kind=kind, amount=amount) for kind, amount in (before, after))
    return Change("budget", "changed", "m", 8, name, (FieldChange(message("diff-fiscal-year", year=2023), *sides),))


def read(*changes: Change) -> list[str]:
    return Comparison("前", "後", changes).text("ja").splitlines()[2:-2]


@pytest.mark.parametrize(
    ("before", "after", "moved"),
    [
        ("2023年度の概要", "2024年度の概要", Moved(1, "2023年度", "2024年度")),
        ("令和5年版、平成30年から", "令和6年版、平成31年から", Moved(1, "令和5年", "令和6年")),
        ("2018～2022年の推移", "2019～2023年の推移", Moved(1, "2018", "2019")),
        ("平成31年", "令和2年", Moved(1, "平成31年", "令和2年")),
        ("2023年度に2,023件", "2024年度に2,024件", None),
        ("2018年から2022年", "2018年から2023年", Moved(1, "2022年", "2023年")),
        ("2018年から2022年", "2017年から2023年", None),
        ("製品2023", "製品2024", None),
        ("同じ2023年", "同じ2023年", None),
    ],
)
def test_years_move_where_nothing_else_does(before: str, after: str, moved: Moved | None) -> None:
    assert moved_years(before, after) == moved


@pytest.mark.parametrize(
    ("before", "after", "word"),
    [
        ("文科省の事業による交付先。", "文部科学省の事業による交付先。", ("文科省", "文部科学省")),
        ("架空省が架空省に通知した。", "仮想庁が仮想庁に通知した。", ("架空省", "仮想庁")),
        ("3件を採択した。", "4件を採択した。", None),
        ("全く別の文である。", "これも異なる話だ。", None),
    ],
)
def test_one_word_for_another(before: str, after: str, word: tuple[str, str] | None) -> None:
    assert reworded(before, after) == word


def test_amounts_that_stay_and_are_called_otherwise_are_one_line_with_a_count() -> None:
    same = [budget(f"架空事業{number}", ("予算額・執行額", f"{number}億円"), ("執行額", f"{number}億円")) for number in range(31)]
    other = budget("別の事業", ("予算額・執行額", "5億円"), ("執行額", "4億円"))
    assert read(*same, other) == [
        "一括の変更（1種類、31件）",
        "  2023年度の金額の区分: 予算額・執行額 → 執行額（31件、p.8）",
        "",
        "予算の変更（1件）",
        "  予算「別の事業」: 2023年度: 予算額・執行額 5億円 → 執行額 4億円（p.8）",
    ]


def test_latest_values_of_the_next_year_are_told_without_it_also_where_they_stayed() -> None:
    told = read(
        value("甲", "10人（2021年）", "12人（2022年）"), value("乙", "5%（2021年度）", "5%（2022年度）", 6), value("丙", "7件（2020年）", "8件（2021年）", 9)
    )
    assert told == [
        "一括の変更（1種類、3件）",
        "  指標の最新の時点: 2021年 → 2022年 1件、2021年度 → 2022年度 1件、2020年 → 2021年 1件（3件、p.5-6, 9）",
        "",
        "指標の変更（3件）",
        "  甲: 10人 → 12人（p.5）",
        "  乙: 5%のまま（p.6）",
        "  丙: 7件 → 8件（p.9）",
    ]


def test_fewer_than_three_of_a_kind_are_told_as_they_are() -> None:
    assert read(value("甲", "10人（2021年）", "12人（2022年）")) == ["指標の変更（1件）", "  甲: 10人（2021年） → 12人（2022年）（p.5）"]


def test_a_year_in_many_titles_is_a_line() -> None:
    field = message("diff-title")
    titles = [
        Change("page", "changed", f"p{n}", n, f"架空の表{n}", (FieldChange(field, f"架空の表{n}（2023年度）", f"架空の表{n}（2024年度）"),))
        for n in range(4, 9)
    ]
    assert read(*titles) == ["一括の変更（1種類、5件）", "  表題の年: 2023年度 → 2024年度（5件、p.4-8）"]


def test_a_direction_that_turned_is_told_each_time() -> None:
    turned = [text(f"架空の指標{n}は前年から増加した。", f"架空の指標{n}は前年から減少した。") for n in "甲乙丙"]
    assert len([line for line in read(*turned) if "増加" in line]) == 3


def test_many_additions_are_told_page_by_page() -> None:
    added = [Change("measure", "added", "m", number, f"架空の施策{place}") for number in (82, 83) for place in range(5)]
    assert read(*added)[1:] == [
        "  追加 5件: 架空の施策0、架空の施策1、ほか（p.82）",
        "  追加 5件: 架空の施策0、架空の施策1、ほか（p.83）",
    ]


def row(*cells: str | None) -> tuple[tuple[str, ...] | None, ...]:
    return tuple((cell,) if cell is not None else None for cell in cells)


def test_cells_are_named_by_row_and_column_also_below_merged_ones() -> None:
    head = row("要素", "ID", "指標", "値")
    old = (head, row("社会課題", "I-2", "架空の数", "10"), row(None, "I-3", "架空の率", "5%"))
    new = (head, row("社会課題", "I-1", "新しい数", "1"), row(None, "I-2", "架空の数", "12"), row(None, "I-3", "架空の率", "5%"))
    assert [field.text("ja") for field in table_fields(old, new)] == [
        "行「I-1」: － → 社会課題 I-1 新しい数 1",
        "I-2／値: 10 → 12",
    ]


def test_a_cell_that_says_something_else_is_one_change() -> None:
    old, new = ((row("指標", "傾向"), row("架空の率", trend)) for trend in ("横ばい", "増加"))
    assert [field.text("ja") for field in table_fields(old, new)] == ["架空の率／傾向: 横ばい → 増加"]


def test_a_table_with_many_changes_is_cut_and_the_rest_counted() -> None:
    fields = tuple(FieldChange(f"行{n}／値", str(n), str(n + 1)) for n in range(12))
    told = read(Change("table", "changed", "t", 4, "架空の表", fields))
    assert told[1] == "  「架空の表」の表: 12か所（p.4）"
    assert told[2:] == [*(f"    行{n}／値: {n} → {n + 1}" for n in range(5)), "    ほか7か所"]


def test_long_texts_are_cut_around_what_differs() -> None:
    before, after = (f"{'前置きの文が続く。' * 20}値は{number}件であった。{'後の文も続く。' * 20}" for number in (10, 12))
    cut = excerpts(before, after)
    assert max(map(len, cut)) <= 62
    assert "値は10件" in cut[0]
    assert "値は12件" in cut[1]


def test_an_arrow_in_a_side_is_told_from_the_one_between() -> None:
    assert FieldChange("傾向", "→", "↗").text("ja") == "傾向: 「→」 → ↗"


def test_slides_are_named_in_runs() -> None:
    assert runs((5, 3, 4, 9, 9)) == "3-5, 9"


def test_the_answer_is_in_one_language_and_all_of_it_is_there_when_asked_for(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("years")
    old, new = make_folder(folder / "old"), make_folder(folder / "new")
    budgets = new / "data" / "budgets.csv"
    budgets.write_text(budgets.read_text(encoding="utf-8").replace("予算額・執行額,45", "執行額,45"), encoding="utf-8")
    english = CliRunner().invoke(main, ["diff", str(old), str(new), "--lang", "en", "--all"]).stdout
    japanese = CliRunner().invoke(main, ["diff", str(old), str(new), "--lang", "ja"]).stdout
    assert "FY2023 budgeted 45億円 → executed 45億円" in english
    assert "2023年度: 予算額・執行額 45億円 → 執行額 45億円" in japanese
    assert not re.search(r"[A-Za-z]{4,}", japanese)
    rows = json.loads(CliRunner().invoke(main, ["diff", str(old), str(new), "--format", "json"]).stdout)
    assert rows["shifts"] == []
    assert len(rows["changes"]) == 1
