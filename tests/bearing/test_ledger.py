"""A number of a sentence is borne out by a cell, by what is computed of cells, or by the rest of the deck."""

from __future__ import annotations

from decimal import Decimal

import pytest
from support.claims_corpus import cases
from support.claims_evidence import evidence as evidence_of

from docgen.bearing.base_units import base_unit
from docgen.bearing.bearer import Bearer
from docgen.bearing.evidence import Evidence, Goal, Statement
from docgen.bearing.fact import FactTable, fact_table
from docgen.bearing.ledger import bearer_of
from docgen.bearing.mentions import mentions
from docgen.model.period import Period
from docgen.sentences.claims import claims
from docgen.sentences.plain import plain

TRADE = fact_table(
    "trade",
    "港の貨物量",
    ["年", "輸出", "輸入", "計"],
    [["2020年", "1,820", "2,610", "4,430"], ["2021年", "2,004", "2,745", "4,749"], ["2022年", "1,953", "2,928", "4,881"]],
    "千トン",
)
CITIES = fact_table(
    "cities",
    "市別の医師数（2022年度）",
    ["市", "人口", "医師"],
    [["東市", "84,000", "210"], ["西市", "52,000", "104"], ["南市", "31,500", "42"], ["計", "167,500", "356"]],
    {"人口": "人", "医師": "人"},
)
SITES = fact_table(
    "sites", "実証地区", ["地区", "種別", "状況"], [["あ", "水田", "継続"], ["い", "果樹", "継続"], ["う", "水田", "新規"]]
)


def borne(text: str, evidence: Evidence) -> dict[str, Bearer | None]:
    """What bears out each number of a text, by the number as it is printed."""
    found, words = claims(text), plain(text)
    numbers = [claim for claim in found if claim.kind not in ("period", "identifier")]
    return {claim.text: bearer_of(words, found, claim, evidence) for claim in numbers}


def entries(text: str, *tables: FactTable, goals: tuple[Goal, ...] = ()) -> dict[str, Bearer | None]:
    return borne(text, Evidence(tables=tables or (TRADE, CITIES, SITES), goals=goals))


@pytest.mark.parametrize(
    ("text", "number", "how"),
    [
        ("2022年の輸出は1,953千トン。", "1,953千トン", "cell"),
        ("2022年の輸出は約195万トン。", "約195万トン", "cell"),
        ("輸入は2020年の2,610千トンから2022年の2,928千トンへと318千トン増加。", "318千トン", "difference"),
        ("2022年の輸入は前年比6.7％増。", "6.7％", "percent_change"),
        ("2022年の輸入は輸出の1.5倍。", "1.5倍", "multiple"),
        ("2022年の輸出が計に占める割合は40.0％。", "40.0％", "share"),
        ("2020～2022年の輸出は累計5,777千トン。", "5,777千トン", "sum"),
        ("輸出は3年間の平均で1,926千トン（2020～2022年）。", "1,926千トン", "mean"),
        ("医師は東市と西市を合わせて314人。", "314人", "sum"),
        ("人口1,000人当たりの医師は、東市で2.5人。", "2.5人", "quotient"),
        ("医師の数は、東市が1番目に多い。", "1番目", "rank"),
        ("医師は東市が210人と最も多い。", "210人", "cell"),
        ("水田は2地区。", "2地区", "count"),
        ("継続のうち水田は1地区。", "1地区", "count"),
        ("東市以外の医師は146人。", "146人", "complement"),
        ("輸出が全体の4割を占め、輸出1,953千トンに対し計4,881千トン（2022年）。", "4割", "share"),
    ],
)  # fmt: skip
def test_a_number_is_borne_out_by_the_cells_that_its_words_name(text: str, number: str, how: str) -> None:
    bearer = entries(text)[number]
    assert bearer is not None
    assert bearer.how == how


@pytest.mark.parametrize(
    "text",
    [
        "2022年の輸出は2,928千トン。",
        "2022年の輸出は2,004千トン。",
        "2022年の輸出は1,953百万トン。",
        "2022年の輸出は1,935千トン。",
        "医師は東市と西市を合わせて341人。",
    ],
)
def test_a_number_of_another_label_period_unit_or_digit_is_not(text: str) -> None:
    assert list(entries(text).values()) == [None]


def test_a_change_with_the_wrong_sign_is_not_borne_out() -> None:
    assert entries("2022年の輸出は前年比2.5％減。")["2.5％"] is not None
    assert entries("2022年の輸出は前年比2.5％増。")["2.5％"] is None


def test_a_target_and_what_is_left_to_it_are_borne_out() -> None:
    rate = fact_table("rate", "整備率", ["年度", "整備率"], [["2022年度", "8.8"]], "%")
    goal = Goal("整備率", Decimal(10), "%", Period.parse("2025年度"))
    found = entries("整備率の目標値（2025年度：10％）まで残り1.2ポイント。", rate, goals=(goal,))
    assert {text: bearer.how for text, bearer in found.items() if bearer} == {"10％": "target", "1.2ポイント": "to_target"}


def test_another_statement_bears_a_number() -> None:
    evidence = Evidence(statements=(Statement("利用者は2022年度に9,860人。", "概要"),))
    assert borne("2022年度の利用者は約1万人。", evidence)["約1万人"] is not None
    assert borne("2022年度の利用者は9,680人。", evidence) == {"9,680人": None}


def test_nothing_bears_a_number_that_nothing_speaks_of() -> None:
    assert borne("参加者は300人。", Evidence()) == {"300人": None}


@pytest.mark.parametrize(
    ("unit", "base"), [("百万円", ("円", 10**6)), ("千トン", ("トン", 1000)), ("か国", ("国", 1)), ("％", ("%", 1)), ("億ドル", ("ドル", 10**8)), ("", ("", 1))]
)
def test_units_are_compared_in_their_base_unit(unit: str, base: tuple[str, int]) -> None:
    name, scale = base_unit(unit)
    assert (name, int(scale)) == base


def test_a_label_is_found_by_its_whole_name_before_its_short_one() -> None:
    labels = ["研究者", "外国人研究者", "輸出額"]
    assert [mention.label for mention in mentions("研究者のうち外国人研究者、輸出は", labels)] == ["研究者", "外国人研究者", "輸出額"]


def test_of_the_tuned_half_numbers_are_told_apart_as_well_as_before() -> None:
    """Right sentences of the families that only numbers decide: at most 2 of 100 have a number that is not borne out."""
    families = {"mixed-years", "one-fact", "outliers", "recomputed", "time", "totals", "units"}
    right = [case for case in cases("tuned") if case.right and case.family in families]
    doubted = [case.text for case in right if None in borne(case.text, evidence_of(case)).values()]
    assert len(doubted) <= len(right) // 50, doubted
