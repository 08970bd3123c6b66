"""Sentences on tables of words, lists, notes and copies: what is wrong (《…》) is found there, and look-alikes are left alone."""

from __future__ import annotations

import re
from decimal import Decimal

from support.every_case import every_case

from docgen.bearing.evidence import Evidence, Goal, Legend, Statement
from docgen.bearing.fact import FactTable, fact_table
from docgen.model.period import Period
from docgen.truth.judged import contradictions


def table(title: str, columns: str, rows: str, unit: str = "") -> FactTable:
    return fact_table(title, title, columns.split(), [row.split() for row in rows.split("/")], unit)


LAKES = Evidence(
    tables=(table("湖の水質", "湖 COD", "鶴の湖 1.4/鴨の湖 2.8/鷺の湖 4.6", "mg/L"),),
    legends=(Legend("水質の類型", {"A": "2mg/L以下", "B": "3mg/L以下", "C": "5mg/L以下"}),),
)
HOMES = Evidence(tables=(table("雪原県の空き店舗の数", "年 空き店舗 うち活用済み", "2012年 400 20/2017年 500 60/2022年 520 90", "店"),))
TOP = Evidence(tables=(table("架空国の商標出願上位団体", "団体 件数", "甲 90/乙 80/丙 70/丁 60", "件"),))
PARTS = Evidence(lists=(("第1部 計画", "第2部 実施", "第3部 評価"),))
STEPS = Evidence(lists=(("①調査", "②設計", "③施工", "④検査"),))
INDICES = Evidence(
    tables=(table("指標の状況", "指標 区分 状況", "M-01 基本 順調/M-02 基本 遅れ/M-03 補助 目標なし/M-04 補助 順調"),)
)
AIMS = Evidence(
    tables=(table("研修の進捗", "研修 目標 実績", "英語 40 52/会計 60 45/法令 30 30"),),
    legends=(Legend("進捗", {"◎": "実績が目標を上回る", "○": "実績が目標と等しい", "△": "実績が目標を下回る"}),),
)
BODIES = Evidence(
    tables=(table("参加団体", "正式名称 略称 所在地", "湖北大学 湖北大 湖北市/湖北商科大学 湖商大 湖北市/湖南研究所 湖南研 湖南市"),)
)
EXPORTS = Evidence(
    tables=(table("木工品の輸出額", "年 輸出額", "2018年 70/2020年 80/2022年 101", "億円"),),
    goals=(Goal("木工品の輸出額", Decimal(10_000_000_000), "円", Period.parse("2025年"), "higher"),),
)
BUDGET = Evidence(
    tables=(table("予算", "事項 予算額 概算要求額 前年度予算額", "測量費 240 320 230/広報費 50 60 45", "百万円"),)
)
SURVEY = Evidence(statements=(Statement("湖北研究所の調査によると、小売店の41.5％が決済端末を導入していない。"),))
FIGURES = Evidence(lists=(("図1 推移", "図2 内訳", "図3 比較"),))
CHAPTERS = Evidence(lists=(("第1章 現状", "第2章 課題", "第3章 対策", "第4章 結び"),))
NOTES = Evidence(notes=(("注1：長期は60日以上をいう。", "注2：2021年度は集計を行っていない。"), ("※1 速報値", "※2 月末時点")))
GROUPS = Evidence(
    tables=(
        table(
            "連携団体の名称",
            "正式名称 略称 所在地",
            "蛍川大学 蛍大 蛍川市/桐生女子大学 桐女大 桐生市/桐生県酪農組合 酪農組 桐生市/蛍川港湾局 港湾局 蛍川市",
        ),
    )
)
PAPERS = Evidence(
    tables=(table("文書", "名称 種別", "水資源の保全に関する基本的考え方 指針/第2次水計画 計画/総合水戦略2021 戦略/総合水戦略2023 戦略"),)
)
REGISTER = Evidence(
    tables=(
        table(
            "指標一覧",
            "番号 名称 区分 単位 時点",
            "N-01 農産物加工場の年間出荷額 主要 億円 2022年10月/N-02 消防訓練の参加者数 主要 人 2023年3月/N-03 耕地面積 参考 ha 2022年10月",
        ),
    )
)
LOST = Evidence(lists=(("人手の不足", "機械の老朽化", "書式の不統一"),))
STORES = Evidence(statements=(Statement("湖北研究所の調査によると、町内の小売店の31.4％が後継者を確保していない。", "先行調査"),))
WELLS = Evidence(statements=(Statement("県内の観測井は64か所で、このうち21か所で地下水位が下がった。"),))
WASTE = Evidence(
    tables=(table("一人当たりごみ排出量", "年度 排出量", "2018年度 780/2022年度 702", "g"),),
    goals=(Goal("一人当たりごみ排出量", Decimal(720), "g", Period.parse("2025年度"), "lower"),),
)
STATIONS = Evidence(
    tables=(table("駅舎の活用", "駅 用途 運営", "東口駅 喫茶 民間/西口駅 喫茶 町/北口駅 宿泊 民間/南口駅 直売所 組合/中央駅 図書室 町"),)
)
SHORT = Evidence(legends=(Legend("略語", {"SC": "地域支援拠点", "KP": "協働推進事業"}),))
RAILS = Evidence(tables=(table("県別の営業キロ", "県 営業キロ", "朝日県 510/夕日県 760/月夜県 330", "km"),))
FIVE = Evidence(tables=(table("空き地の数の推移", "年 空き地", "2010年 40/2015年 55/2020年 70", "件"),))
CONTENTS = Evidence(contents=("1 現状 p.2", "2 比較 p.5", "3 今後の施策 p.9"))

CASES = (
    (SHORT, "SC（《地域協働拠点》）の整備を進める。"),
    (SHORT, "SC（地域支援拠点）の整備を進める。"),
    (RAILS, "（見出し）営業キロ、《朝日県》が最長"),
    (RAILS, "（見出し）営業キロ、夕日県が最長"),
    (FIVE, "（図の題名）空き地の数、《３年ごと》（2010年から2020年まで）"),
    (FIVE, "（図の題名）空き地の数、５年ごと（2010年から2020年まで）"),
    (CONTENTS, "（目次）《３　今後の施策方針》　p.9"),
    (CONTENTS, "（目次）３　今後の施策　p.9"),
    (CONTENTS, "（目次）１　現状……２　２　比較……５"),
    (CONTENTS, "比較は《三つ目》の項目である。"),
    (CONTENTS, "比較は二つ目の項目である。"),
    (STEPS, "手順は《①～③》の四段階からなる。"),
    (STEPS, "①～④の《五段階》を順に進める。"),
    (STEPS, "①～④の四段階を順に進める。"),
    (STEPS, "②から④までの三段階を外部に委ねる。"),
    (FIGURES, "図は《四つ》（図１～図３）ある。"),
    (FIGURES, "図は三つ（図１～図３）ある。"),
    (CHAPTERS, "《全３章》のうち、現状は第１章に示す。"),
    (CHAPTERS, "全４章のうち、現状は第１章に示す。"),
    (NOTES, "《2020年度》は集計を行っていない（注２）。"),
    (NOTES, "2020年度の次は2022年度の値を示す（注２）。"),
    (NOTES, "長期（注１）には、《90日》以上のものを計上した。"),
    (NOTES, "※２を付した値は、いずれも《月初時点》のものである。"),
    (NOTES, "※２を付した値は、いずれも月末時点のものである。"),
    (GROUPS, "《桐生女学院大学》の研究室が協力した。"),
    (GROUPS, "出典は、《桐生県酪農協会》の調べである。"),
    (GROUPS, "蛍川市の《蛍川港湾事務所》が参加する。"),
    (GROUPS, "《蛍川大学校》との共同実施。"),
    (GROUPS, "桐生県酪農組合と桐生女子大学が参加する。"),
    (PAPERS, "「《水資源の保全に関する基本方針》」を公表。"),
    (PAPERS, "指針の一つである「水資源の保全に関する基本的考え方」を掲げる。"),
    (PAPERS, "《戦略の一つである「水資源の保全に関する基本的考え方》」を掲げる。"),
    (REGISTER, "単位は、《N-01が人》、N-03がhaである。"),
    (REGISTER, "単位は、N-01が億円、N-02が人である。"),
    (REGISTER, "主要指標《N-01で捉えるのは、農産物直売所の年間出荷額》である。"),
    (REGISTER, "主要指標N-01で捉えるのは、農産物加工場の年間出荷額である。"),
    (REGISTER, "N-03は、農業の基盤に関する指標である。"),
    (REGISTER, "《N-02「消防訓練の参加者数」は2022年10月》時点の値による。"),
    (LOST, "機械の老朽化を除いても、課題はなお《３つ》残る。"),
    (LOST, "機械の老朽化を除いても、課題はなお２つ残る。"),
    (STORES, "先行調査によると、《製造業者》の31.4％が後継者を確保していない。"),
    (STORES, "先行調査によると、小売店の31.4％が後継者を確保していない。"),
    (WELLS, "前述のとおり、64か所の観測井のうち21か所で地下水位が《上がった》。"),
    (WELLS, "前述のとおり、64か所の観測井のうち21か所で地下水位が下がった。"),
    (WASTE, "2022年度の排出量（702g）は、目標値の720gより《18g多い》。"),
    (WASTE, "2022年度の排出量（702g）は、目標値の720gより18g少ない。"),
    (STATIONS, "5駅のうち、民間の運営は《3駅》である。"),
    (STATIONS, "5駅のうち、民間の運営は2駅である。"),
    (LAKES, "B類型の鴨の湖（2.8mg/L）は、《2mg/L以下》の区分に入る。"),
    (LAKES, "B類型の鴨の湖（2.8mg/L）は、3mg/L以下の区分に入る。"),
    (HOMES, "（見出し）活用された空き店舗の割合は上昇"),
    (HOMES, "（図の題名）《雨原県》の空き店舗の数の推移"),
    (TOP, "（表の題名）商標出願の上位四団体とその件数"),
    (PARTS, "（目次）第１部～第３部　計画、実施、評価"),
    (PARTS, "（目次）《第３部　計画》"),
    (STEPS, "手順：①調査→②設計→《④施工》→④検査"),
    (STEPS, "手順：①調査→②設計→③施工→④検査"),
    (STEPS, "③の前に設計があり、後に検査がある。"),
    (STEPS, "《③》で検査を行う。"),
    (INDICES, "目標のない指標はM-03のみで、基本指標にはない。"),
    (INDICES, "《M-03は、基本》指標である。"),
    (AIMS, "実績が目標に届かず△となったのは、《英語》である。"),
    (AIMS, "実績が目標に届かず△となったのは、会計である。"),
    (AIMS, "目標を上回りも下回りもしない法令は、○。"),
    (BODIES, "「湖北」の名を冠する大学は、湖北大学と湖北商科大学の二つである。"),
    (EXPORTS, "2020年には目標まで20億円を残していた輸出額が、2022年には101億円と、目標値に達した。"),
    (EXPORTS, "2020年の輸出額は80億円で、目標まで《30億円》を残した。"),
    (BUDGET, "測量費の予算額は240百万円で、概算要求額（320百万円）には80百万円及ばない。"),
    (BUDGET, "広報費（再掲）　予算額5,000万円、前年度4,500万円"),
    (BUDGET, "広報費（再掲）　予算額《6,000万円》、前年度4,500万円"),
    (BUDGET, "測量費は、概算要求額320百万円の４分の３に当たる2.4億円（再掲）。"),
    (SURVEY, "湖北研究所の調査では、決済端末を《導入している》小売店は41.5％であった。"),
    (SURVEY, "湖北研究所の調査では、決済端末を導入していない小売店は41.5％であった。"),
)
_WRONG = re.compile("《(.*?)》")


def _found(evidence: Evidence, text: str) -> list[tuple[int, int]]:
    breaches = contradictions((Statement(text),), evidence)
    return [(breach.spot.start, breach.spot.end) for breach in breaches if breach.spot and breach.spot.text == text]


@every_case(("evidence", "text"), [case for case in CASES if "《" not in case[1]])
def test_what_only_looks_wrong_is_left_alone(evidence: Evidence, text: str) -> None:
    assert _found(evidence, text) == []


@every_case(("evidence", "text"), [case for case in CASES if "《" in case[1]])
def test_a_slip_is_found_where_it_stands(evidence: Evidence, text: str) -> None:
    start = text.index("《")
    [wrong] = _WRONG.findall(text)
    found = _found(evidence, _WRONG.sub(r"\1", text))
    assert found
    assert all(first < start + len(wrong) and start < last for first, last in found)
