"""What a value is compared with: another time, another thing, and another thing at a time of its own."""

from __future__ import annotations

from support.beside_table import case_name, found_beside
from support.every_case import every_case

from docgen.bearing.fact import FactTable, fact_table


def table(title: str, unit: str, columns: list[str], *rows: str) -> FactTable:
    return fact_table(title, title, columns, [row.split() for row in rows], unit)


PORTS = table(
    "漁港別の水揚げ",
    "トン",
    ["年", "白浜港", "黒瀬港", "計"],
    "2018年 1,200 410 1,610",
    "2019年 1,150 520 1,670",
    "2020年 900 540 1,440",
    "2021年 980 1,060 2,040",
    "2022年 1,240 1,010 2,250",
    "2023年 1,100 1,330 2,430",
)
TOWNS = table("出荷額", "億円", ["市", "2012年度", "2022年度"], "西原市 410 620", "北川市 530 480", "南谷市 700 900")

RIGHT = (
    (PORTS, "黒瀬港は前年を上回り、2021年に1,060トンとなった。"),
    (PORTS, "白浜港は前年を下回り、2020年には900トンにとどまった。"),
    (PORTS, "2020年をみると、白浜港は前年を下回った。"),
    (PORTS, "2021年より前は、黒瀬港が白浜港を下回った。"),
    (PORTS, "2021年の黒瀬港は、2018年の2倍を超える1,060トンに達した。"),
    (PORTS, "2022年の白浜港は、黒瀬港の前年の水準（1,060トン）を上回った。"),
    (PORTS, "2021年の白浜港は、黒瀬港の2019年の水準（520トン）を460トン上回る。"),
    (PORTS, "2022年の白浜港は、隣県の港の前年の水準を下回った。"),
    (TOWNS, "2022年度の西原市は、北川市の10年前の水準（530億円）を90億円上回る。"),
    (TOWNS, "2022年度の北川市は、南谷市の10年前の水準を下回る。"),
)
WRONG = (
    (PORTS, "白浜港は前年を上回り、2020年に900トンとなった。", "上回り"),
    (PORTS, "黒瀬港は前年を下回り、2021年には1,060トンとなった。", "下回り"),
    (PORTS, "2022年の白浜港は、黒瀬港の前年の水準（1,060トン）を下回った。", "下回っ"),
    (PORTS, "2023年の白浜港は、黒瀬港の2021年の値を下回る。", "下回る"),
    (PORTS, "2021年の白浜港は、黒瀬港の2019年の水準を480トン上回る。", "480トン"),
    (TOWNS, "2022年度の西原市は、北川市の10年前の水準（530億円）を下回る。", "下回る"),
    (TOWNS, "2022年度の北川市は、南谷市の2012年度の水準を上回っている。", "上回っ"),
)


@every_case(("table", "text"), RIGHT, ids=case_name)
def test_what_holds_of_the_time_and_thing_compared_with_is_left_alone(table: FactTable, text: str) -> None:
    assert found_beside(table, text) == []


@every_case(("table", "text", "word"), WRONG, ids=case_name)
def test_what_does_not_hold_of_them_is_found(table: FactTable, text: str, word: str) -> None:
    assert any(word in spot for spot in found_beside(table, text)), found_beside(table, text)
