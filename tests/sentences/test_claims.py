"""What plain Japanese sentences claim: numbers with their intervals, units and kinds; periods; names with digits."""

from __future__ import annotations

import itertools
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.claims_corpus import cases
from support.every_case import every_case

import docgen
from docgen.sentences.claim import Claim
from docgen.sentences.claims import claims


def only(text: str) -> Claim:
    found = [claim for claim in claims(text) if claim.kind not in ("period", "identifier")]
    assert len(found) == 1, found
    return found[0]


def bounds(claim: Claim) -> tuple[str | None, str | None]:
    low, high = (None if end is None else f"{end.normalize():f}" for end in (claim.low, claim.high))
    return low, high


@every_case(
    ("text", "low", "high", "unit", "kind"),
    [
        ("2,610人", "2609.5", "2610.5", "人", "number"),
        ("２，６１０人", "2609.5", "2610.5", "人", "number"),
        ("1兆3,184億円", "1318350000000", "1318450000000", "円", "number"),
        ("54.4百万円", "54350000", "54450000", "円", "number"),
        ("40万2千件", "401500", "402500", "件", "number"),
        ("4,881千トン", "4880500", "4881500", "トン", "number"),
        ("千二百九十人", "1289.5", "1290.5", "人", "number"),
        ("十七か所", "16.5", "17.5", "か所", "number"),
        ("2区分", "1.5", "2.5", "区分", "number"),
        ("47.9%", "47.85", "47.95", "%", "share"),
        ("６割", "55", "65", "%", "share"),
        ("2割5分", "24.5", "25.5", "%", "share"),
        ("28‰", "2.75", "2.85", "%", "share"),
        ("過半数", "50", None, "%", "share"),
        ("3.2ポイント", "3.15", "3.25", "ポイント", "points"),
        ("9.4ポイント低下", "-9.45", "-9.35", "ポイント", "points"),
        ("1.6倍", "1.55", "1.65", "倍", "multiple"),
        ("倍増", "1.8", "2.4", "倍", "multiple"),
        ("25位", "25", "25", "位", "rank"),
        ("2番目", "2", "2", "位", "rank"),
        ("26.5%減", "-26.55", "-26.45", "%", "change"),
        ("66億円増加", "6550000000", "6650000000", "円", "change"),
        ("前年度比△9.1％", "-9.15", "-9.05", "%", "change"),
        ("－12％", "-12.5", "-11.5", "%", "change"),
        ("243人／日", "242.5", "243.5", "人/日", "ratio"),
        ("上位100社", "99.5", "100.5", "社", "base"),
        ("人口10万人当たり", "95000", "105000", "人", "base"),
        ("5年間", "4.5", "5.5", "年間", "duration"),
    ],
)
def test_a_number_claims_the_interval_of_its_last_digit(text: str, low: str, high: str, unit: str, kind: str) -> None:
    claim = only(text)
    assert (bounds(claim), claim.unit, claim.kind) == ((low, high), unit, kind)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("約80万人", "750000", "850000"),
        ("約1,000件", "900", "1100"),
        ("1万人超", "10000", None),
        ("100人以上", "100", None),
        ("5％未満", None, "5"),
        ("3割余り", "30", "40"),
        ("４割弱", "35", "40"),
        ("６割強", "60", "65"),
        ("900人近く", "810", "900"),
        ("15％台", "15", "16"),
        ("数十社", "20", "99"),
        ("十数件", "11", "19"),
        ("８割を超えた", "80", None),
        ("50人を割り込んだ", None, "50"),
        ("10～15％", "9.5", "15.5"),
        ("51件ないし52件", "50.5", "52.5"),
        ("三分の一", "31.6635", "34.9965"),
        ("6基に1基", "15.38461538461538461538461538", "18.18181818181818181818181818"),
        ("二十七機", "26.5", "27.5"),
        ("十二品目", "11.5", "12.5"),
        ("２５ａ", "24.5", "25.5"),
        ("931万m3", "9305000", "9315000"),
    ],
)
def test_words_beside_a_number_widen_or_open_its_interval(text: str, low: str | None, high: str | None) -> None:
    assert bounds(only(text)) == (low, high)


def test_a_target_that_is_surpassed_is_no_bound() -> None:
    assert bounds(claims("目標値の200件を超えた")[0]) == ("199.5", "200.5")


@every_case(
    "text",
    [
        "I-1065", "SIP3", "Q604", "A-2-1", "Society 5.0", "第6期", "第三部", "図3", "注１", "※2", "①", "(3)", "（1/2）", "G7",
        "科学技術指標2023", "No.194", "5G", "10時30分", "03-1234-5678", "https://example.org/2023", "問１", "レベル4",
    ],
)  # fmt: skip
def test_digits_that_name_something_count_nothing(text: str) -> None:
    found = claims(text)
    assert [claim.kind for claim in found] == ["identifier"]


def test_the_rows_of_a_data_file_count_nothing() -> None:
    rows = claims("（データ）data/exports.csv 2、12-13、22行")
    assert [(claim.text, claim.kind) for claim in rows] == [("2、12-13、22行", "identifier")]
    assert claims("（データ）data/exports.csvは22行である。")[0].kind == "number"


@pytest.mark.parametrize("word", ["二酸化炭素", "四国地方", "八戸市", "六本木", "十分", "唯一", "一時的", "千葉県", "百貨店", "億円を単位とする", "一人ひとり", "二機能", "三基本"])
def test_kanji_that_are_no_numbers_claim_nothing(word: str) -> None:
    assert claims(word) == []


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2022年", "2022年"),
        ("令和４年度末", "2022年度末"),
        ("令和元年", "2019年"),
        ("2022年12月時点", "2022年12月"),
        ("2018-2022年", "2018年～2022年"),
        ("2021～2025年度", "2021年度～2025年度"),
        ("2021〜23年度", "2021年度～2023年度"),
        ("令和5～7年度", "2023年度～2025年度"),
        ("平成30年度～令和4年度", "2018年度～2022年度"),
        ("2012年から2022年まで", "2012年～2022年"),
        ("2020～2024", "2020年～2024年"),
        ("2021年3月末", "2021年3月31日"),
        ("1990年代", "1990年～1999年"),
        ("FY2022", "2022年度"),
        ("2023年10～12月期", "2023年10～12月"),
        ("令和4年1-3月", "2022年1～3月"),
        ("2022年度上半期", "2022年4～9月"),
        ("2023年産", "2023年"),
        ("令和４年下期", "2022年7～12月"),
    ],
)
def test_a_period_is_read_with_the_unit_that_both_its_ends_share(text: str, period: str) -> None:
    [claim] = claims(text)
    assert (claim.kind, str(claim.period)) == ("period", period)


def test_a_quarter_of_a_fiscal_year_has_its_days() -> None:
    [claim] = claims("2022年度第4四半期")
    assert claim.period is not None
    assert (str(claim.period.start), str(claim.period.end)) == ("2023-01-01", "2023-03-31")


@every_case(
    ("text", "number", "period"),
    [
        ("2022年は57件。", "57件", "2022年"),
        ("66%（2017年度）から58%（2022年度）に減少。", "58%", "2022年度"),
        ("SATREPSは55か国・174件（2008～2023年）。", "55か国", "2008年～2023年"),
        ("男性6.4、女性5.2（2022年）。", "6.4", "2022年"),
        ("2020年度に41.5％、翌年度には78.2％、翌々年度には99.6％。", "99.6％", "2022年度"),
        ("支援件数は2021年度に288件となり、前年度の210件を上回る。", "210件", "2020年度"),
        ("44億円の黒字（前年度は35億円）となった2022年度。", "35億円", None),
        ("2022年は、2018年の240万kWから2割増。", "2割", "2022年"),
        ("予算額は、2019年度の120億円から2023年度の186億円へと66億円増加した。", "66億円", "2023年度"),
        ("2022年の電力は、2018年の240万kWから288万kWとなった。", "240万kW", "2018年"),
        ("2022年の研究費は、前年から5億円増の50億円。", "50億円", "2022年"),
        ("（2019年度243人／日、2022年度168人／日）", "243人／日", "2019年度"),
        ("2019年は640件、翌年は588件、その翌年は655件。", "655件", "2021年"),
        ("順位は2019年から下がり、2021年には25位から30位となった。", "25位", None),
        ("2022年は297人（2021年は203人）であった。", "297人", "2022年"),
        ("2022年は2019年（52.4％）を上回ったが、施設は1,655人。", "1,655人", "2022年"),
        ("2020年度に減った後、5回に増やした2021年度に回復した。", "5回", "2021年度"),
        ("2022年度第3四半期は402件で、前四半期の355件を上回る。", "355件", "2022年7～9月"),
        ("2022年度は、第2四半期が355件であった。", "355件", "2022年7～9月"),
        ("2022年第3四半期は402件。", "402件", "2022年7～9月"),
        ("2022年第3四半期は402件、第4四半期は355件。", "355件", "2022年10～12月"),
        ("第3四半期は402件で、前四半期の355件を上回る（2022年度）。", "355件", "2022年7～9月"),
        ("2022年度第3四半期は、前期の355件、前年同期の290件を上回る。", "290件", "2021年10～12月"),
        ("2022年9月末に325人、同年度末に331人となった。", "331人", "2022年度末"),
        ("2022年9月末に325人、年度末には331人となった。", "331人", None),
        ("2023年3月末は452か所、前年同月末は431か所。", "431か所", "2022年3月31日"),
        ("2020年度に38.5％まで落ち込んだ後、2年連続で上昇し、63.4％となった。", "63.4％", None),
        ("2022年は640件で、前回の588件を上回る。", "588件", None),
        ("漁獲は前年の52トンを上回り、2021年に58トンとなった。", "52トン", "2020年"),
        ("漁獲は前年の52トンから、2021年の見込みは58トンとなる。", "52トン", None),
        ("2023年度の上半期は120件、下半期は140件。", "140件", "2023年10月～2024年3月"),
        ("2023年上期は12件、下期は14件。", "14件", "2023年7～12月"),
    ],
)
def test_a_number_holds_at_the_period_that_its_sentence_gives_it(text: str, number: str, period: str | None) -> None:
    dated = {claim.text: claim.period for claim in claims(text) if claim.kind != "period"}
    assert (str(dated[number]) if dated[number] else None) == period


def test_a_relative_year_counts_on_across_sentences() -> None:
    found = claims("2021年度に採択した。翌年度に3件を加えた。")
    assert [str(claim.period) for claim in found] == ["2021年度", "2022年度", "2022年度"]


def test_admits_tells_whether_a_value_may_be_printed_so() -> None:
    claim = only("約2.6倍")
    assert claim.admits(Decimal("2.55"))
    assert not claim.admits(Decimal("2.44"))
    assert only("100人以上").admits(Decimal(10**9))


def test_claims_is_what_a_script_imports() -> None:
    assert docgen.claims("47.9%")[0] == only("47.9%")
    assert isinstance(docgen.claims("47.9%")[0], docgen.Claim)


@pytest.mark.parametrize("text", ["", "。", "12.", "1,234,56", "約", "△", "第", "～", "3..4", "年度末から", "(((", "2022年13月", "令和99年度末日", "９９９９年９９月"])
def test_half_a_claim_is_no_error(text: str) -> None:
    assert all(claim.text in text for claim in claims(text))


_LETTERS = st.text(st.sampled_from("0123456789０１２,.，．、。約数△-－～年度月日末第期位人件社億万千円%割倍ポイント増減（）() 一二三十百I-A①から前翌同比"), max_size=60)


@given(_LETTERS)
def test_claims_are_parts_of_the_text_in_order_and_hold_every_digit(text: str) -> None:
    found = claims(text)
    assert all(claim.text == text[claim.start : claim.end] and claim.start < claim.end for claim in found)
    assert all(first.end <= second.start for first, second in itertools.pairwise(found))
    covered = {place for claim in found for place in range(claim.start, claim.end)}
    assert all(place in covered for place, letter in enumerate(text) if letter in "0123456789０１２")
    assert all(claim.low is None or claim.high is None or claim.low <= claim.high for claim in found)


@given(st.decimals(min_value=0, max_value=10**9, places=1, allow_nan=False), st.sampled_from(["億円", "件", "%", "ポイント", "倍"]))
def test_a_printed_number_admits_itself(value: Decimal, unit: str) -> None:
    scale = 10**8 if unit == "億円" else 1
    assert only(f"{value:,}{unit}").admits(value * scale)


def test_a_paragraph_of_100_kilobytes_is_read() -> None:
    text = "2022年度の支援件数は316件（前年度比9.7％増）で、目標の400件に対する進捗率は79.0％。" * 800
    assert len(claims(text)) == 800 * len(claims("2022年度の支援件数は316件（前年度比9.7％増）で、目標の400件に対する進捗率は79.0％。"))


def test_in_the_corpus_every_printed_derivation_is_a_claim() -> None:
    """The tuned half alone: what a derivation prints as a number is read as one, and admits the derived value."""
    missed = []
    for case in cases("tuned"):
        found = claims(case.text)
        for derivation in case.derivations if case.right else ():
            span = derivation.get("span", "")
            start = case.text.find(span) if span and any(letter.isdigit() for letter in span) else -1
            if start < 0 or case.text.count(span) != 1:
                continue
            read = [claim for claim in found if claim.start < start + len(span) and start < claim.end]
            if not any(claim.kind not in ("period", "identifier") for claim in read):
                missed.append((case.text, span))
    assert len(missed) <= 2, missed
