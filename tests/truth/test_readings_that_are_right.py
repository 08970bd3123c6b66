"""A number or a word that is right by another reading than the nearest is left alone; one that no reading bears is found."""

from __future__ import annotations

from support.beside_table import case_name, found_beside
from support.every_case import every_case

from docgen.bearing.fact import FactTable, fact_table

CARE = fact_table(
    "相談の件数（2022年度）",
    "相談の件数（2022年度）",
    ["圏域", "来所", "電話", "訪問", "計"],
    [
        ["山側", "4200", "1300", "1500", "7000"],
        ["中央", "9600", "2900", "3500", "16000"],
        ["海側", "3000", "800", "1200", "5000"],
        ["県計", "16800", "5000", "6200", "28000"],
    ],
    "件",
    total="県計",
)
ROADS = fact_table(
    "町道",
    "町道",
    ["年度末", "延長", "トンネル"],
    [["2018年度末", "1240.5", "612"], ["2023年度末", "1268.3", "618"]],
    {"延長": "km", "トンネル": "本"},
)
RIDERS = fact_table(
    "路線の輸送人員",
    "路線の輸送人員",
    ["種別", "2019年度", "2021年度", "2023年度"],
    [["通勤", "9200", "7100", "7900"], ["通学", "5300", "3200", "4900"], ["計", "14500", "10300", "12800"]],
    "千人",
    total="計",
)
BUDGET = fact_table(
    "農政課の主な事業",
    "農政課の主な事業",
    ["事業", "予算額", "前年度"],
    [["担い手確保事業", "412000", "386500"], ["鳥獣害対策事業", "96400", "71200"]],
    "千円",
)
COURSES = fact_table(
    "講座の名称",
    "講座の名称",
    ["名称", "略称", "開始"],
    [["親子で学ぶ防災講座", "防災講座", "2016年度"], ["初めての手話講座", "手話講座", "2021年度"], ["里山歩き講座", "里山", "2019年度"]],
)
JOBS = fact_table(
    "水産大学の就職先上位3業種（2022年度）",
    "水産大学の就職先上位3業種（2022年度）",
    ["業種", "就職者"],
    [["製造業", "182"], ["公務", "140"], ["教育", "96"]],
    "人",
)

RIGHT = (
    (ROADS, "測量の解像度は80cmから40cmへと向上している。"),
    (CARE, "相談の57.1％は中央が占め、山側の25.0％、海側の17.9％を大きく引き離している。"),
    (CARE, "中央が57.1％を占め、山側の25.0％がこれに次ぐ。"),
    (CARE, "山側の60.0％は来所である。"),
    (ROADS, "トンネル　618本（2018年度末に比べ6本の増）"),
    (RIDERS, "輸送人員は2019年度から2021年度に29.0％減った後、24.3％増えたが、元の水準には戻っていない（2023年度）。"),
    (RIDERS, "通学は2019年度から2021年度に減少したが、増加に転じた。"),
    (BUDGET, "【再掲】担い手確保事業には、前年度を25,500千円上回る4億1,200万円を計上した。"),
    (COURSES, "手話講座（初めての手話講座）は2021年度に始まり、三講座の中で最も新しい。"),
    (JOBS, "（表の題名）水産大学の卒業者の就職先上位3業種（2022年度、就職者数の順）"),
)
WRONG = (
    (ROADS, "舗装の満足度は82％から78％へと向上している。", "向上"),
    (CARE, "相談の57.1％は中央が占め、山側の26.0％を大きく引き離している。", "山側の26.0％"),
    (ROADS, "トンネル　618本（2018年度末に比べ8本の増）", "8本"),
    (RIDERS, "通学は2019年度から2021年度に増加した。", "増加"),
    (BUDGET, "【再掲】担い手確保事業には、前年度を25,500千円上回る4億2,200万円を計上した。", "4億2,200万円"),
    (JOBS, "（表の題名）水産大学の卒業者の就職先上位3業種（2021年度、就職者数の順）", "2021年度"),
)


@every_case(("table", "text"), RIGHT, ids=case_name)
def test_what_one_reading_bears_out_is_left_alone(table: FactTable, text: str) -> None:
    assert found_beside(table, text) == []


@every_case(("table", "text", "word"), WRONG, ids=case_name)
def test_what_no_reading_bears_out_is_found(table: FactTable, text: str, word: str) -> None:
    assert any(word in spot for spot in found_beside(table, text)), found_beside(table, text)
