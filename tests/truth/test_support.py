"""What nothing in a deck shows is found; what a table or another text shows is left alone."""

from __future__ import annotations

import pytest

from docgen.bearing.evidence import Evidence, Statement
from docgen.bearing.fact import FactTable, fact_table
from docgen.truth.sentence import sentences
from docgen.truth.support.support_rules import RULES

ROBOTS = fact_table(
    "robots",
    "産業用ロボットの稼働台数（主要4か国）",
    ["国", "2014年", "2018年", "2022年"],
    [["朱国", "310", "402", "520"], ["藍国", "280", "275", "268"], ["翠国", "95", "180", "330"], ["金国", "120", "118", "131"]],
    "千台",
)
THEATRES = fact_table(
    "theatres",
    "市町別の文化施設の利用者数（2022年度）",
    ["市町", "利用者数"],
    [["汐見市", "412"], ["柳市", "230"], ["奥沢町", "58"], ["計", "700"]],
    "千人",
    "計",
)
SURVEY = fact_table(
    "survey",
    "在宅勤務の実施状況（2023年調査、回答800社）",
    ["回答", "製造業", "非製造業", "全体"],
    [["実施", "120", "200", "320"], ["検討中", "80", "80", "160"], ["予定なし", "200", "120", "320"], ["計", "400", "400", "800"]],
    "社",
    "計",
)
SHIPS = "更新の対象となる巡視船48隻のうち45隻で改修が完了し、残る3隻は2027年度までに改修を完了する予定である。"
NURSES = "県立病院の看護師は2023年4月時点で612人、うち男性は74人。"


def found(text: str, *tables: FactTable, others: tuple[str, ...] = ()) -> list[str]:
    """The words that are found in a sentence."""
    evidence = Evidence(tables=tables, statements=tuple(map(Statement, (text, *others))))
    read = list(sentences(Statement(text)))
    return [breach.spot.words for rule in RULES for breach in rule(read, evidence) if breach.spot]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2022年の稼働台数は、朱国が世界で最も多い。", "世界で最も"),
        ("朱国の稼働台数は世界最多である。", "世界最多"),
        ("朱国は世界一の稼働台数を誇る。", "世界一"),
        ("朱国の稼働台数は世界第1位となった。", "世界第1位"),
        ("世界の国のうち、最も伸びが大きいのは翠国である。", "世界の国のうち、最も"),
        ("翠国は、藍国及び銀国を上回った。", "銀国"),
        ("2022年の上位3か国は、朱国、翠国及び銀国である。", "銀国"),
        ("翠国の稼働台数は、銀国の2.5倍である。", "銀国"),
        ("翠国の稼働台数は2005年から増え続け、2022年には330千台となった。", "2005年"),
        ("朱国の稼働台数は2025年に600千台を超えた。", "2025年"),
        ("朱国の稼働台数は2030年に700千台となる見込みである。", "2030年に700千台となる見込み"),
        ("藍国は、4か国で唯一、2018年を下回る。", None),
        ("稼働台数が最も少ない錫国では、131千台にとどまる。", "錫国"),
        ("朱国の稼働台額は、2014年から2022年までに68％増加した。", "稼働台額"),
        ("朱国の増加額は210千台である。", None),
        ("朱国の稼働台数は統計開始以来最も多い。", "統計開始以来最も"),
        ("朱国の稼働台数は、調査を始めて以来、最多となった。", "調査を始めて以来、最多"),
        ("朱国の稼働台数は2014年以降で最も多い。", None),
        ("朱国では、大雪により稼働台数が増加した。", "大雪により稼働台数が増加した"),
        ("藍国は長雨の影響で2.5％減少した。", "長雨の影響で2.5％減少した"),
        ("稼働台数の増減は国により異なる。", None),
        ("朱国の稼働は2005年以降増え続け、2022年には520千台となった。", "2005年"),
        ("藍国は、2018年に4か国で唯一、2014年を下回った。", "唯一、2014年を下回"),
    ],
)
def test_what_the_table_of_countries_does_not_show_is_found(text: str, words: str | None) -> None:
    assert found(text, ROBOTS) == ([words] if words else [])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("汐見市の利用者数は412千人であり、前年度から6％増加した。", "前年度から6％増加した"),
        ("3市町の利用者は計700千人で、前年度を3％上回る。", None),
        ("利用者が最も多いのは汐見市で、全国第1位である。", "全国第1位"),
        ("柳市及び浜田町の利用者数は、汐見市に次ぐ。", "浜田町"),
    ],
)
def test_what_the_table_of_towns_does_not_show_is_found(text: str, words: str | None) -> None:
    told = found(text, THEATRES)
    assert told == [words] if words else set(told) <= {"前年度を3％上回る"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("県内の全企業の4割が在宅勤務を実施している。", "県内の全企業"),
        ("建設業では120社が実施している。", "建設業"),
        ("実施していない企業の多くは、設備の不足を理由に挙げた。", "多くは、設備の不足を理由に"),
        ("製造業では120社が実施しており、2021年調査から2割増えた。", "2021年調査から2割増えた"),
        ("「費用が高い」として予定なしの企業は320社であった。", "「費用が高い」として予定なしの企業は"),
    ],
)
def test_what_a_survey_does_not_show_is_found(text: str, words: str) -> None:
    assert words in found(text, SURVEY)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("（概要）更新の対象となる巡視船は、全て改修を終えた。", "全て"),
        ("（概要）更新の対象となる巡視船は、全船で改修を終えた。", "全船"),
        ("（概要）残る3隻の改修は、2026年度に完了した。", "2026年度に完了した"),
        ("（まとめ）県立病院の男性看護師は80人を超えた。", "80人を超え"),
        ("（まとめ）県立病院の男性の看護師は年々増加し、74人となった。", "年々増加"),
    ],
)
def test_what_another_text_tells_otherwise_is_found(text: str, words: str) -> None:
    assert found(text, others=(SHIPS, NURSES)) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "2022年の稼働台数は、比較した4か国の中で朱国が最も多い。",
        "世界最高水準の拠点を整える。",
        "世界一を目指す。",
        "朱国の論文数は世界5位である。",
        "翠国は、藍国及び金国を上回った。",
        "朱国、翠国など各国で導入が進む。",
        "翠国の稼働台数は2014年から増え続け、2022年には330千台となった。",
        "朱国では、2005年に振興法を制定した。",
        "朱国の稼働台数は、今後も増えることが見込まれる。",
        "藍国は、2022年に4か国で唯一、2014年を下回る。",
        "翠国と他国との差は縮まった。",
    ],
)
def test_what_the_table_of_countries_shows_is_left_alone(text: str) -> None:
    assert found(text, ROBOTS) == []


@pytest.mark.parametrize(
    "text",
    [
        "汐見市の利用者数は412千人で、柳市の1.8倍である。",
        "県内で最も利用者が多いのは汐見市である。",
        "汐見市及び柳市の利用者数は、全体の9割を超える。",
        "回答した企業の4割が在宅勤務を実施している。",
        "「検討中」とした企業は160社である。",
        "利用者数が最も少ない町では、58千人にとどまる。",
        "製造業では120社が実施している。",
        "全ての企業に調査票を送った。",
        "実施している企業の多くは非製造業である。",
        "全企業の4割に当たる320社が、実施と回答した。",
    ],
)
def test_what_the_tables_show_is_left_alone(text: str) -> None:
    assert found(text, THEATRES, SURVEY) == []


@pytest.mark.parametrize(
    "text",
    [
        "（概要）更新の対象となる巡視船の9割で改修が完了した。",
        "（概要）残る3隻の改修は、2027年度までに完了する予定である。",
        "（概要）全ての職員に研修を行った。",
        "（まとめ）県立病院の男性看護師は70人を超えた。",
        "（まとめ）県立病院の看護師のうち男性は74人。",
        "（まとめ）看護師は600人を超える。",
        "（まとめ）救急の受入れは年々増加している。",
    ],
)
def test_what_another_text_shows_is_left_alone(text: str) -> None:
    assert found(text, others=(SHIPS, NURSES)) == []


def test_another_text_or_table_bears_a_superlative_a_name_and_a_year_out() -> None:
    assert found("朱国の稼働台数は世界最多である。", ROBOTS, others=("世界で最も多いのは朱国である（国際ロボット年鑑）。",)) == []
    ranks = fact_table("ranks", "稼働台数の順位", ["国", "順位"], [["朱国", "1位"], ["藍国", "4位"]])
    assert found("朱国の稼働台数は世界第1位である。", ROBOTS, ranks) == []
    assert found("翠国は、藍国及び銀国を上回った。", ROBOTS, others=("銀国は統計の対象に含まない。",)) == []
    assert found("翠国の稼働台数は2005年から増え続けている。", ROBOTS, others=("2005年の稼働台数は4か国で計420千台である。",)) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("汐見市の利用者数は412千人で、過去最多となった。", "過去最多"),
        ("汐見市の利用者数は412千人と、全国平均を上回る。", "全国平均を上回る"),
        ("汐見市の利用者数は412千人で、回復傾向にある。", None),
        ("汐見市の利用者数は、前年度から大きく増えた。", "前年度から大きく増えた"),
        ("柳市の利用者数は230千人で、全国第8位である。", "全国第8位"),
        ("汐見市の利用者数は、全国の約1割を占める。", "全国の約1割を占め"),
    ],
)
def test_a_course_an_average_or_a_rank_of_which_nothing_tells_is_found(text: str, words: str | None) -> None:
    assert found(text, THEATRES) == ([words] if words else [])


def test_a_course_is_left_alone_where_the_table_has_one_or_another_text_tells_it() -> None:
    assert found("翠国の稼働台数は年々増加し、330千台となった。", ROBOTS) == []
    assert found("汐見市の利用者数は412千人で、前年度を上回った。", THEATRES, others=("汐見市の利用者数は前年度を5％上回る。",)) == []
    assert found("汐見市の利用者数は412千人と、全国平均を上回る。", THEATRES, others=("全国平均は1市町当たり180千人である。",)) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("（要旨）更新の対象となる巡視船の半数近くで改修が完了した。", "半数近く"),
        ("（要旨）更新の対象となる巡視船の大半で改修が完了した。", None),
        ("（要旨）改修が残る巡視船は1割に満たない。", None),
        ("（要旨）県立病院の看護師の約3割が男性である。", "約3割"),
        ("（要旨）県立病院の看護師の1割強が男性である。", None),
        ("（要旨）県立病院の男性看護師は初めて70人を超えた。", "初めて70人を超え"),
    ],
)
def test_a_part_or_a_course_in_a_summary_is_held_against_what_it_sums_up(text: str, words: str | None) -> None:
    assert found(text, others=(SHIPS, NURSES)) == ([words] if words else [])


def test_a_rate_of_answers_is_held_against_those_asked_and_those_who_answered() -> None:
    asked = "調査対象は町内の事業所200か所、有効回答は130か所である。"
    assert found("回収率は7割を超えた。", others=(asked,)) == ["7割を超え"]
    assert found("回収率は65.0％であった。", others=(asked,)) == []
    assert found("町内の全ての事業所から回答を得た。", others=(asked,)) == ["全て"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("汐見市は412千人、柳市は230千人、浦波村は96千人である。", "浦波村は96千人"),
        ("利用者は汐見市で412千人であり、博物館は88千人である。", "博物館は88千人"),
        ("汐見市は412千人、柳市は230千人、合計は700千人である。", None),
        ("汐見市の利用者は412千人、柳市との差は182千人である。", None),
        ("汐見市は412千人、柳市は230千人で、割合は汐見市が58.9％である。", None),
    ],
)
def test_a_thing_listed_with_its_number_beside_those_of_a_table_is_one_of_them(text: str, words: str | None) -> None:
    assert found(text, THEATRES) == ([words] if words else [])
    others = ("浦波村の文化施設は96千人、博物館は88千人が利用した。",)
    assert found(text, THEATRES, others=others) == []


def test_a_stretch_of_years_or_a_greatest_since_lies_in_the_data() -> None:
    assert found("翠国の稼働台数は、2008年から2022年にかけて増加した。", ROBOTS) == ["2008年から2022年"]
    assert found("翠国の稼働台数は、2014年から2022年にかけて増加した。", ROBOTS) == []
    assert found("翠国の稼働台数は、2010年以降で最も多い。", ROBOTS) == ["2010年"]


def test_towns_that_a_text_leaves_out_are_none_of_those_compared() -> None:
    told = "利用者は汐見市が412千人と、県内全市町村の中で最も多い。"
    assert found(told, THEATRES) == []
    assert found(told, THEATRES, others=("表の3市町の値であり、県内の他の市町村は含まない。",)) == ["県内全市町村の中で最も"]
