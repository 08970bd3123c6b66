"""What goes beyond the tables and texts of a deck, or says them again otherwise, is found; what they bear out is not."""

from __future__ import annotations

from decimal import Decimal

import pytest

from docgen.bearing.evidence import Evidence, Goal, Legend, Statement
from docgen.bearing.fact import fact_table
from docgen.model.period import Period
from docgen.truth.judged import contradictions

HARVEST = fact_table(
    "harvest", "架空県の果樹の収穫量の推移", ["年度", "りんご", "ぶどう"],
    [["2019年度", "412", "96"], ["2020年度", "405", "99"], ["2021年度", "398", "104"], ["2022年度", "371", "110"]], "トン",
)
WARDS = fact_table(
    "wards", "区別の人口、保育士数及び定員（2022年10月）", ["区", "人口", "保育士数", "定員"],
    [["東区", "60", "900", "7200"], ["西区", "40", "720", "5600"], ["南区", "20", "300", "3400"], ["計", "120", "1920", "16200"]],
    {"人口": "万人", "保育士数": "人", "定員": "人"}, "計",
)
BRIDGES = Legend("健全性の区分", {"Ⅰ": "健全", "Ⅱ": "予防保全段階", "Ⅲ": "早期措置段階", "Ⅳ": "緊急措置段階"})
DRILL = "令和4年度の避難訓練は市内19地区で実施し、延べ3千人が参加した。計画していた残る2地区は荒天のため中止した。"
LOANS = "図書の貸出しは、2018年度の210千冊から2022年度の240千冊へと増加。"
ROOMS = "共用の実験機は、全国9機関に108台ある。"
PARKS = "市立公園24か所のうち、遊具の更新を終えたのは15か所であり、残る9か所は2028年度までに更新する。"


def found(text: str, evidence: Evidence) -> str:
    """The characters that are found in a text; "" for none."""
    return "、".join(one.spot.words for one in contradictions((Statement(text),), evidence) if one.spot)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("りんごの収穫量は、2019年度以降減少が続いている。", ""),
        ("りんごの収穫量の減少は、春先の霜害が主な要因である。", "春先の霜害が主な要因である"),
        ("りんごの減少分を、観光農園がけん引した。", "観光農園がけん引した"),
        ("2022年度のぶどうは110トンで、うち4割を醸造用が占める。", "4割を醸造用"),
        ("ぶどうの収穫量は2030年度に150トンに達する見込みである。", "2030年度に150トンに達する見込み"),
        ("りんごの収穫量は、2019年度から2022年度までに41トン減った。", ""),
        ("りんごの収穫量は、2019年から2022年までに41トン減った。", "2019年から2022年までに41トン"),
    ],
)
def test_what_a_series_does_not_show_is_found(text: str, words: str) -> None:
    assert found(text, Evidence(tables=(HARVEST,))) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("人口1万人当たりの定員は、南区が最も多い。", ""),
        ("人口1万人当たりの定員は、東区が最も多い。", "東区が最も多い"),
        ("保育士数は東区が最も多く、人口1万人当たりの保育士数は西区が最も多い。", ""),
        ("人口に占める定員の割合は、南区が最も高い。", ""),
        ("西区の保育士数720人は、5年前から倍増した。", "5年前から倍増した"),
    ],
)
def test_ratios_of_a_table_and_years_before_it(text: str, words: str) -> None:
    assert found(text, Evidence(tables=(WARDS,))) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("（要旨）令和4年度の避難訓練は、計画していた21地区のうち19地区で実施。", ""),
        ("（要旨）令和4年度の避難訓練は、計画した全ての地区で実施された。", "全て"),
        ("（再掲）遊具の更新が残る市立公園は、2028年度までに更新する。", ""),
        ("（再掲）遊具の更新が残る市立公園は、2026年度までに更新する。", "2026年度"),
        ("（要旨）令和4年度の避難訓練には、実人数で3千人が参加した。", "実人数"),
        ("【再掲】図書の貸出しは、4年間で30千冊増加。", ""),
        ("【再掲】図書の貸出しは、4年間で13千冊増加。", "13千冊"),
        ("【再掲】図書の貸出しは、2018年度より30千冊多い。", ""),
        ("【再掲】図書の貸出しは、2017年度より30千冊多い。", "2017年度"),
        ("（要旨）共用の実験機は、１機関当たり約12台である。", ""),
        ("（要旨）共用の実験機は、１機関当たり約16台である。", "約16台"),
        ("（要旨）避難訓練の参加者は、3年連続で増加した。", "3年連続で増加"),
    ],
)
def test_a_summary_says_no_more_than_its_page(text: str, words: str) -> None:
    assert found(text, Evidence(statements=(Statement(DRILL), Statement(PARKS), Statement(LOANS), Statement(ROOMS)))) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2022年度の林道延長は、目標を29km下回った。", ""),
        ("2022年度の林道延長は、目標を19km下回った。", "19km"),
        ("2022年度の林道延長は、目標の９割を超える。", ""),
        ("2022年度の林道延長は、目標の９割に満たない。", "９割に満た"),
    ],
)
def test_how_far_a_value_is_off_its_target(text: str, words: str) -> None:
    goal = Goal("林道延長", Decimal(400), "km", Period.parse("2025年度"), "higher")
    roads = fact_table("roads", "林道延長の推移", ["年度", "林道延長"], [["2020年度", "362"], ["2022年度", "371"]], "km")
    assert found(text, Evidence(tables=(roads,), goals=(goal,))) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("収穫量の順位は、2019年度から変わらない。", "順位は、2019年度から変わらない"),
        ("2020年度の収穫量は甲町、乙町の順に多く、この順位は2021年度も変わらない。", ""),
    ],
)
def test_an_order_that_stays(text: str, words: str) -> None:
    rows = [["甲町", "10", "30", "31"], ["乙町", "20", "21", "22"]]
    assert found(text, Evidence(tables=(fact_table("t", "収穫量", ["町", "2019年度", "2020年度", "2021年度"], rows, "トン"),))) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("区分Ⅱ（予防保全段階）の橋である。", ""),
        ("区分Ⅱ（早期措置段階）の橋である。", "早期措置段階"),
        ("健全性の区分は、Ⅰ～Ⅳの4区分である。", ""),
        ("健全性の区分は、Ⅰ～Ⅴの5区分である。", "Ⅰ～Ⅴの5区分"),
    ],
)
def test_marks_and_ranges_of_marks_are_those_of_the_legend(text: str, words: str) -> None:
    assert words in found(text, Evidence(legends=(BRIDGES,)))
    assert bool(words) == bool(found(text, Evidence(legends=(BRIDGES,))))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("地域医療の現状（第2章）", ""),
        ("地域医療の現状（第4章）", "地域医療の現状（第4章"),
        ("第3期みらい防災計画（令和5年3月策定）に基づく。", ""),
        ("第2期みらい防災計画（令和5年3月策定）に基づく。", "第2期みらい防災計画"),
        ("第2期みらい防災計画（平成30年3月策定）の成果を引き継ぐ。", ""),
    ],
)
def test_chapters_and_editions_have_their_numbers(text: str, words: str) -> None:
    contents = ("第1章 水産業の動向 p.2", "第2章 地域医療の現状 p.14")
    assert found(text, Evidence(contents=contents, names=("第3期みらい防災計画（令和5年3月策定）",))) == words
