"""Since when something goes so, for the first time, year by year, in first place, and how many marks, chapters and steps."""

from __future__ import annotations

import pytest

from docgen.bearing.evidence import Evidence, Legend, Statement
from docgen.bearing.fact import FactTable, fact_table
from docgen.truth.judged import contradictions


def table(title: str, columns: list[str], *rows: str, unit: str = "") -> FactTable:
    return fact_table(title, title, columns, [row.split() for row in rows], unit)


BATHS = table(
    "公衆浴場の利用者数",
    ["年度", "東町", "西町", "全国平均"],
    "2018年度 640 210 300",
    "2019年度 655 205 290",
    "2020年度 300 120 150",
    "2021年度 360 118 170",
    "2022年度 480 126 210",
    unit="千人",
)
WEEDS = table("外来草の確認か所数", ["年", "か所数"], "2018年 40", "2019年 52", "2020年 47", "2021年 41", "2022年 45", unit="か所")
LOANS = table("図書館別の貸出", ["館", "2021年度", "2022年度"], "港館 120 131", "森館 98 104", "川館 75 80", unit="千冊")
DECK = Evidence(
    tables=(BATHS, WEEDS, LOANS),
    legends=(Legend("劣化度", {"a": "軽い", "b": "中程度", "c": "重い"}),),
    lists=(("柱1 入浴の習慣", "柱2 施設の改修", "柱3 担い手の育成"),),
    contents=("1 利用の現状", "2 施設の課題", "3 今後の対策", "4 費用の負担"),
    statements=(Statement("第2次振興計画の計画期間は、2021年度から2025年度までの5年間とする。"),),
)

RIGHT = (
    "東町の利用者数は、2020年度に前年度の半数を割り込んで以降、２年続けて増えている。",
    "東町の利用者数は、2020年度を底に毎年度増え続けている。",
    "西町の2022年度の利用者数は全国平均を下回った。",
    "外来草の確認か所数は、2020年に48か所を下回り、以後は増減している。",
    "外来草の確認か所数は、2022年に45か所と、2019年以降で初めて前年を上回った。",
    "外来草の確認か所数は2019年以降2年連続で減少していたが、2022年は増加に転じた。",
    "外来草の確認か所数が45か所に届かなかったのは、2018年と2021年である。",
    "外来草の確認か所数が初めて50か所を超えたのは2019年。",
    "東町の利用者数が500千人を下回ったのは、2020年度から2022年度まで。",
    "2021年は、東町の利用者数が50か所の会場に対し多い。",
    "西町の利用者数は、210千人（2018年度）から126千人（2022年度）へと減った。",
    "2022年度の貸出は、三つの館のすべてで前年度を上回った。",
    "2022年度の貸出は港館が首位を維持した。",
    "2022年度の貸出は森館が港館に次いで多い。",
    "2018年に40か所であったか所数は、4年後の2022年に45か所となった。",
    "見直しの要点は、①料金の改定、②時間の延長、③清掃の委託の三つに整理される。",
    "本計画は、全4章から成る。",
    "三つの柱を立てて取り組む。",
    "劣化度は3段階で評価した。",
    "第2次振興計画（2021年度～2025年度）に基づき、改修を進める。",
    "第1次振興計画（2016年度～2020年度）では、改修を進めた。",
)
WRONG = (
    ("西町の利用者数は、2020年度を底に毎年度増え続けている。", "毎年度増え続けている"),
    ("東町の2022年度の利用者数は全国平均を下回った。", "下回った"),
    ("外来草の確認か所数は、2021年に初めて前年を下回った。", "初めて"),
    ("外来草の確認か所数は2019年以降4年連続で減少していたが、2022年は増加に転じた。", "4年連続"),
    ("外来草の確認か所数が45か所に届かなかったのは、2018年と2020年である。", "2020年"),
    ("外来草の確認か所数が初めて50か所を超えたのは2023年。", "2023年"),
    ("外来草の確認か所数は、2020年に初めて45か所を超えた。", "2020年"),
    ("西町の利用者数が200千人に満たないのは2019年度以外では2020年度。西町の利用者数が200千人を上回った年度は、2021年度。", "、2021年度"),
    ("西町の利用者数は、205千人（2018年度）から126千人（2022年度）へと減った。", "205千人（2018年度）"),
    ("2022年度は、東町の利用者数480千人に対し、西町の利用者数は118千人。", "118千人"),
    ("2022年度の貸出は、三つの館のすべてで100千冊を超えた。", "三つの館のすべてで"),
    ("2022年度の貸出は森館が首位を維持した。", "首位"),
    ("2018年に40か所であったか所数は、5年後の2022年に45か所となった。", "5年後"),
    ("見直しの要点は、①料金の改定、②時間の延長、③清掃の委託の四つに整理される。", "四つ"),
    ("本計画は、全5章から成る。", "5章"),
    ("四つの柱を立てて取り組む。", "四つ"),
    ("劣化度は4段階で評価した。", "4段階"),
    ("第2次振興計画（2021年度～2026年度）に基づき、改修を進める。", "2021年度～2026年度"),
)


@pytest.mark.parametrize("text", RIGHT)
def test_what_holds_since_then_or_counts_right_is_left_alone(text: str) -> None:
    assert not [str(breach) for breach in contradictions((Statement(text),), DECK) if breach.spot and breach.spot.text == text]


@pytest.mark.parametrize(("text", "words"), WRONG)
def test_what_does_not_is_found(text: str, words: str) -> None:
    start = text.index(words)
    spots = [breach.spot for breach in contradictions((Statement(text),), DECK)]
    assert any(spot is not None and spot.text == text and spot.start < start + len(words) and start < spot.end for spot in spots)
