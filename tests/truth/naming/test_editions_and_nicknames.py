"""Second names, editions, publishers and pairs of a name with its number are those that the deck's lists tell."""

from __future__ import annotations

from support.every_case import every_case

from docgen.bearing.evidence import Evidence, Statement, Titled
from docgen.bearing.fact import fact_table
from docgen.truth.judged import contradictions

EVIDENCE = Evidence(
    tables=(
        fact_table(
            "p",
            "潮見市の計画の名称",
            ["名称", "策定"],
            [["第5次潮見市総合計画", "2021年3月"], ["潮見市住宅戦略2023", "2023年6月"], ["潮見市港湾整備計画", "2019年4月"]],
        ),
        fact_table(
            "t",
            "潮見市の路面電車",
            ["車両", "愛称", "導入"],
            [["1001号", "あさなぎ", "2014年"], ["1002号", "ゆうなぎ", "2018年"], ["1003号", "はまかぜ", "2021年"]],
        ),
        fact_table("b", "協力団体の名称", ["正式名称", "略称"], [["潮見観光公社", "観光公社"], ["潮見観光連盟", "観光連"]]),
    ),
    lists=(("T-1 鉄道", "T-2 バス", "T-3 船"),),
    names=("潮見観光連盟「来訪者の調べ」（2023年4月）",),
    titles=(Titled("図7", "路面電車の利用者数の推移（2010年度～2022年度）"),),
)
RIGHT = (
    "1002号は、「ゆうなぎ」の愛称で親しまれている。",
    "「はまかぜ」と名付けられた1003号は、2021年に導入された。",
    "2021年3月に、第5次潮見市総合計画を策定した。",
    "第4次潮見市総合計画に基づき、2016年度から2020年度まで整備を進めた。",
    "次期の第6次潮見市総合計画は、2026年3月に策定する予定である。",
    "（出典）観光連「来訪者の調べ」",
    "同連盟「来訪者の調べ」による。",
    "交通の番号　バス：T-2　船：T-3",
    "図7は、2010年度から2022年度までの利用者数を示す。",
    "図7は、2010年度から2015年度までの減少を示している。",
)
WRONG = (
    ("1002号は、「あさなぎ」の愛称で親しまれている。", "あさなぎ"),
    ("1003号の愛称は「ゆうなぎ」である。", "ゆうなぎ"),
    ("「はまかぜ」と名付けられた1001号は、2014年に導入された。", "1001号"),
    ("2021年3月に、第6次潮見市総合計画を策定した。", "第6次潮見市総合計画"),
    ("第4次潮見市総合計画に沿って、道路を整備する。", "第4次潮見市総合計画"),
    ("住まいの施策は、「潮見市住宅戦略2022」に定められている。", "潮見市住宅戦略2022"),
    ("（出典）潮見観光公社「来訪者の調べ」", "潮見観光公社"),
    ("観光公社の「来訪者の調べ」から作成。", "観光公社"),
    ("交通の番号　バス：T-3　鉄道：T-1", "バス：T-3"),
    ("図7は、2010年度から2020年度までの利用者数を示す。", "2010年度から2020年度"),
)


def found(text: str) -> list[str]:
    return [breach.spot.words for breach in contradictions((Statement(text),), EVIDENCE) if breach.spot is not None]


@every_case("text", RIGHT)
def test_names_as_listed_and_other_times_are_left_alone(text: str) -> None:
    assert found(text) == []


@every_case(("text", "part"), WRONG)
def test_a_name_of_another_is_found(text: str, part: str) -> None:
    assert any(part in spot for spot in found(text)), found(text)
