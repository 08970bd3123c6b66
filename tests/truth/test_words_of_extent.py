"""Words of extent, of all and of the greatest are judged by the table that their sentence names; other tables, other words."""

from __future__ import annotations

from support.every_case import every_case

from docgen.bearing.evidence import Evidence, Statement
from docgen.bearing.fact import FactTable, fact_table
from docgen.truth.judged import contradictions


def table(title: str, unit: str, columns: list[str], *rows: str) -> FactTable:
    return fact_table(title, title, columns, [row.split() for row in rows], unit)


WINE = table(
    "県内ワイナリーの生産量の推移",
    "千本",
    ["年", "赤", "白", "ロゼ", "計"],
    "2016年 410 380 60 850",
    "2017年 425 402 58 885",
    "2018年 440 398 61 899",
    "2019年 452 410 63 925",
    "2020年 388 371 49 808",
    "2021年 395 402 52 849",
    "2022年 421 433 66 920",
)
STUDENTS = table(
    "国・地域別の留学生数（各年5月1日）",
    "人",
    ["国・地域", "2020年", "2021年", "2022年"],
    "A国 3,120 2,640 2,810",
    "B国 1,450 1,180 1,490",
    "C国 620 590 605",
    "D国 310 260 255",
)
SATISFACTION = table(
    "窓口サービスの満足度（2022年度）",
    "%",
    ["部署", "満足度", "前年度"],
    "市民課 82.1 79.5",
    "税務課 74.6 75.2",
    "福祉課 77.0 76.1",
    "環境課 69.8 68.0",
)
UNEMPLOYED = table(
    "県の完全失業率",
    "%",
    ["年", "完全失業率"],
    "2018年 2.4",
    "2019年 2.3",
    "2020年 2.9",
    "2021年 2.8",
    "2022年 2.5",
)

RIGHT = (
    (WINE, "赤の生産量は2019年まで増加を続けたが、2020年には大きく落ち込んだ。"),
    (WINE, "2020年の計は808千本と、前年の925千本から1割以上減少した。"),
    (WINE, "白は2021年、2022年と2年連続で増加し、2022年には赤を上回った。"),
    (WINE, "2022年の計は920千本まで回復したが、2019年には届いていない。"),
    (WINE, "ロゼは計の1割に満たない。"),
    (WINE, "白の生産量は2022年に過去最多の433千本となった。"),
    (WINE, "赤が最も多かったのは2019年である。"),
    (WINE, "ロゼは50千本前後から60千本台の間で推移し、大きな割合を占めない。"),
    (WINE, "2022年は赤、白、ロゼのいずれも前年を上回った。"),
    (WINE, "白は2017年に赤を下回っていたが、2021年以降は逆転した。"),
    (WINE, "2020年は全ての種類で前年を下回った。"),
    (WINE, "赤の生産量が400千本を下回ったのは、2020年と2021年のみである。"),
    (WINE, "計は、2020年を除き毎年増加している。"),
    (WINE, "計は2016年の850千本から2022年の920千本へと緩やかに増加した。"),
    (WINE, "白は2018年に微減となった。"),
    (WINE, "ロゼは2020年に急減した後、増加に転じた。"),
    (STUDENTS, "A国からの留学生は2021年に減少したが、2022年には増加に転じた。"),
    (STUDENTS, "2022年はA国が2,810人で最も多く、B国が1,490人で続く。"),
    (STUDENTS, "2022年に2020年を上回ったのはB国のみである。"),
    (STUDENTS, "D国の留学生は2年連続で減少した。"),
    (STUDENTS, "2021年はいずれの国・地域も前年を下回った。"),
    (STUDENTS, "C国はほぼ横ばいである。"),
    (STUDENTS, "A国が全体の過半数を占める（2022年）。"),
    (SATISFACTION, "満足度が最も高いのは市民課、最も低いのは環境課である。"),
    (SATISFACTION, "税務課を除く全ての部署で、満足度が前年度を上回った。"),
    (SATISFACTION, "市民課の満足度は8割を超えた。"),
    (SATISFACTION, "環境課の満足度は7割に届かなかった。"),
    (SATISFACTION, "福祉課の満足度は前年度からわずかに上昇した。"),
    (SATISFACTION, "全ての部署で満足度は6割を超える。"),
    (SATISFACTION, "満足度が前年度を下回ったのは税務課である。"),
    (UNEMPLOYED, "完全失業率は2020年に悪化したが、その後は改善が続いている。"),
    (UNEMPLOYED, "完全失業率は2020年の2.9％から2022年の2.5％へと低下した。"),
    (UNEMPLOYED, "完全失業率は2022年も2019年を上回る。"),
    (UNEMPLOYED, "完全失業率は3％を下回る水準で推移している。"),
    (UNEMPLOYED, "2019年の完全失業率は2.3％と、この5年で最も低い。"),
    (UNEMPLOYED, "失業率が上昇すれば、求職者は増加する。"),
    (UNEMPLOYED, "雇用者は増加し、完全失業率は2年連続で低下した。"),
    (WINE, "輸出量は増加傾向にある。"),
    (WINE, "県は生産量の拡大を目指し、苗木の導入を支援する。"),
    (STUDENTS, "E国の留学生は増加した。"),
    (SATISFACTION, "職員の満足度は低下した。"),
)
WRONG = (
    (WINE, "赤の生産量は2016年から2022年まで一貫して増加した。", "一貫して"),
    (WINE, "2020年の計は前年から1割以上増加した。", "増加"),
    (WINE, "白は2021年、2022年と2年連続で減少した。", "減少"),
    (WINE, "2022年の白は赤を下回った。", "下回"),
    (WINE, "2022年の計は、2019年を上回った。", "上回"),
    (WINE, "ロゼは計の過半を占める。", "過半"),
    (WINE, "赤の生産量は2022年に過去最多となった。", "過去最多"),
    (WINE, "赤が最も少なかったのは2016年である。", "2016年"),
    (WINE, "2020年は赤、白、ロゼのいずれも前年を上回った。", "いずれも"),
    (WINE, "赤の生産量が400千本を下回ったのは2020年のみである。", "2020年のみ"),
    (WINE, "計は毎年増加している。", "毎年"),
    (WINE, "白は2018年に大幅に減少した。", "大幅"),
    (WINE, "ロゼの生産量は2020年から2022年まで横ばいで推移した。", "横ばい"),
    (WINE, "計は2019年から2020年にかけて半減した。", "半減"),
    (WINE, "2021年は全ての種類で減少した。", "全ての種類"),
    (WINE, "赤は2019年まで減少を続けた。", "減少"),
    (STUDENTS, "A国からの留学生は2022年に前年から減少した。", "減少"),
    (STUDENTS, "2022年はB国が最も多い。", "B国が最も多"),
    (STUDENTS, "2022年に2020年を上回ったのはA国のみである。", "A国のみ"),
    (STUDENTS, "D国の留学生は2年連続で増加した。", "増加"),
    (STUDENTS, "2022年はいずれの国・地域も前年を上回った。", "いずれの国・地域も"),
    (STUDENTS, "2022年は全ての国・地域で留学生が増加した。", "全ての国・地域"),
    (STUDENTS, "B国は2021年に大きく増加した。", "増加"),
    (STUDENTS, "C国はD国を下回る（2022年）。", "下回"),
    (SATISFACTION, "満足度が最も高いのは福祉課である。", "福祉課"),
    (SATISFACTION, "全ての部署で、満足度が前年度を上回った。", "全ての部署"),
    (SATISFACTION, "税務課の満足度は前年度から上昇した。", "上昇"),
    (SATISFACTION, "市民課の満足度は8割を下回った。", "下回"),
    (SATISFACTION, "全ての部署で満足度は7割を超える。", "全ての部署"),
    (SATISFACTION, "福祉課の満足度は大幅に上昇した。", "大幅"),
    (SATISFACTION, "満足度が前年度を下回ったのは環境課である。", "環境課"),
    (SATISFACTION, "税務課と環境課の満足度は、いずれも前年度を上回った。", "いずれも"),
    (UNEMPLOYED, "完全失業率は2020年に改善した。", "改善"),
    (UNEMPLOYED, "完全失業率は2020年の2.9％から2022年の2.5％へと上昇した。", "上昇"),
    (UNEMPLOYED, "完全失業率は2018年以降、年々低下している。", "年々低下"),
    (UNEMPLOYED, "完全失業率は2020年に過去最低となった。", "過去最低"),
    (UNEMPLOYED, "完全失業率は2022年に2018年を下回った。", "下回"),
    (UNEMPLOYED, "完全失業率は、2020年以降悪化が続いている。", "悪化"),
    (UNEMPLOYED, "完全失業率は2021年、2022年と2年連続で上昇した。", "上昇"),
)


def found(table: FactTable, text: str) -> list[str]:
    """The characters amiss in a text beside one table."""
    breaches = contradictions((Statement(text),), Evidence(tables=(table,)))
    return [breach.spot.words for breach in breaches if breach.spot is not None]


def name(value: object) -> str:
    return "" if isinstance(value, FactTable) else str(value)


@every_case(("table", "text"), RIGHT, ids=name)
def test_what_the_table_bears_out_or_does_not_tell_of_is_left_alone(table: FactTable, text: str) -> None:
    assert found(table, text) == []


@every_case(("table", "text", "word"), WRONG, ids=name)
def test_what_the_table_contradicts_is_found_at_its_word(table: FactTable, text: str, word: str) -> None:
    spots = found(table, text)
    assert any(word in spot or spot in word for spot in spots), spots


def test_a_word_with_numbers_of_another_table_is_not_judged_by_this_one() -> None:
    told = "B国の留学生は、2021年の{}から2022年の{}へとわずかに増加した。"
    assert found(STUDENTS, told.format("1,180人", "1,490人")) == ["わずか"]
    # The numbers themselves are not the table's, which is found.
    assert found(STUDENTS, told.format("157人", "302人")) == ["157人", "302人"]
