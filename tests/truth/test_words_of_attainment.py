"""What is said of a target and of a judgement is held against the target, the values and the legend."""

from __future__ import annotations

from decimal import Decimal

from support.every_case import every_case

from docgen.bearing.evidence import Evidence, Goal, Legend, StatedJudgement, Statement
from docgen.bearing.fact import FactTable, fact_table
from docgen.model.period import Period
from docgen.truth.judged import contradictions


def table(title: str, columns: list[str], *rows: str, unit: str = "") -> FactTable:
    return fact_table(title, title, columns, [row.split() for row in rows], unit)


TABLES = (
    table("風待市の下水道の普及率", ["年度", "普及率"], "2018年度 78.4", "2020年度 81.0", "2022年度 82.9", unit="%"),
    table("風待市の火災件数", ["年", "件数"], "2018年 46", "2020年 41", "2022年 33", unit="件"),
    table("風待市の公共施設の電力使用量（千kWh）", ["年度", "使用量"], "2018年度 9,120", "2020年度 9,140", "2022年度 9,150"),
    table("架空都市魅力指数における風待市の順位", ["年", "順位"], "2019年 31", "2021年 27", "2023年 24", unit="位"),
)
GOALS = (
    Goal("下水道の普及率", Decimal(90), "%", Period.parse("2027年度"), "higher"),
    Goal("火災件数", Decimal(35), "件", Period.parse("2025年"), "lower"),
    Goal("公共施設の電力使用量", Decimal(8500000), "kWh", Period.parse("2026年度"), "lower"),
    Goal("都市魅力指数の順位", Decimal(20), "位", Period.parse("2027年"), "lower"),
)
LEGENDS = (
    Legend(
        "達成状況",
        {
            "達成": "最新値が目標値に達している",
            "達成見込み": "現在の傾向が続けば目標年度までに目標値に達する",
            "要努力": "現在の傾向が続いても目標年度までに目標値に達しない",
            "－": "目標値の設定がない",
        },
    ),
)

RIGHT = (
    "2020年度には目標まで9.0ポイントを残していた下水道の普及率が、2022年度には82.9％となった。",
    "下水道の普及率は2018年度から4.5ポイント上昇したが、目標の90％まで7.1ポイントを残す。",
    "普及率の目標は2027年度までに90％で、残り7.1ポイントに対し、2022年度の伸びは1.9ポイントである。",
    "市の目標は2025年までに35件で、残り6件に対し、2022年の減少は8件である。",
    "下水道の普及率：82.9％（目標値90％、未達成）",
    "火災件数が目標に達したのは、2022年だけである。",
    "火災件数は2020年には目標を達成していなかったが、2022年は33件と目標に達した。",
    "下水道の普及率は82.9％まで高まったが、目標の達成には至っていない。",
    "下水道の普及率は、90％とする目標を2022年度の時点で満たしていない。",
    "火災件数を2025年に35件以下に抑えることを目標としている。",
    "火災件数は2018年の7割程度まで減り、目標を達成している。",
    "下水道の普及率は82.9％（2022年度）で、目標値の90％に届いていない。",
    "下水道の普及率は目標値の90％を下回る。",
    "下水道の普及率は、目標（2027年度：90％）まで残り7.1ポイントである。",
    "下水道の普及率の達成率は92.1％である。",
    "2027年度に普及率90％とする目標に向けて、管の敷設を進める。",
    "目標の達成に向け、普及率の向上を図る。",
    "下水道の普及率の達成状況は「要努力」である。",
    "2022年の火災件数は33件で、目標値の35件を下回り、目標を達成した。",
    "火災件数は2022年に33件となり、「達成」と判定した。",
    "火災件数は、2025年の目標（35件以下）を3年早く達成した。",
    "2020年の火災件数は41件と、目標値の35件を上回っていた。",
    "2020年の火災件数は41件で、目標を達成していなかった。",
    "火災件数は2018年の46件から2022年の33件へと改善した。",
    "電力使用量は9,150千kWh（2022年度）で、目標値の8,500千kWhを上回る。",
    "電力使用量は目標に達しておらず、「要努力」とした。",
    "電力使用量の目標（2026年度）の達成には、650千kWhの削減が必要である。",
    "都市魅力指数の順位は24位（2023年）で、目標の20位に及ばない。",
    "順位は2021年の27位から2023年の24位へと改善した。",
    "都市魅力指数の順位は、目標まであと四つである。",
    "目標を達成した指標は火災件数のみである。",
    "目標値を設けた4指標について、達成状況を示す。",
    "前計画では、普及率85％を目標としていた。",
    "目標値に達したのは火災件数のみである。",
    "火災の件数が目標を達成すれば、被害額も減る。",
    "下水道の普及率の目標年度は2027年度である。",
)
WRONG = (
    ("2020年度には目標まで8.0ポイントを残していた下水道の普及率が、2022年度には82.9％となった。", "8.0ポイント"),
    ("下水道の普及率：82.9％（目標値90％、達成）", "達成"),
    ("火災件数が目標に達したのは、2020年だけである。", "2020年"),
    ("火災件数は2020年に目標を達成し、2022年にも目標に達した。", "目標を達成し"),
    ("下水道の普及率の目標は、2027年度に80％である。", "80％"),
    ("火災件数は2022年に33件となったが、35件以下とする目標の達成には至っていない。", "達成には至っていない"),
    ("下水道の普及率は2022年度に82.9％となり、目標を満たしている。", "満たしている"),
    ("火災件数を2025年に35件以上とすることが目標である。", "35件以上"),
    ("下水道の普及率を2027年度に90％以下とする目標を定めた。", "90％以下"),
    ("下水道の普及率は82.9％（2022年度）で、目標値の90％に達した。", "達し"),
    ("下水道の普及率は目標値の90％を上回る。", "上回る"),
    ("下水道の普及率は、2022年度に目標を達成した。", "達成"),
    ("下水道の普及率は、目標（2027年度：90％）まで残り6.1ポイントである。", "6.1ポイント"),
    ("下水道の普及率は、目標値の95％に届いていない。", "95％"),
    ("下水道の普及率を2025年度に90％とする目標を掲げる。", "2025年度"),
    ("下水道の普及率の達成率は95.1％である。", "95.1％"),
    ("下水道の普及率の達成状況は「達成」である。", "達成"),
    ("下水道の普及率の達成状況は「達成見込み」である。", "達成見込み"),
    ("2022年の火災件数は33件で、目標値の35件を上回った。", "上回った"),
    ("2022年の火災件数は33件で、目標は未達である。", "未達"),
    ("2020年の火災件数は41件で、目標を達成した。", "達成した"),
    ("火災件数の目標値は30件である。", "30件"),
    ("火災件数は2018年の46件から2022年の33件へと悪化した。", "悪化"),
    ("火災件数は2022年に33件となり、「要努力」と判定した。", "要努力"),
    ("電力使用量は9,150千kWh（2022年度）で、目標値の8,500千kWhを下回る。", "下回る"),
    ("2022年度の電力使用量は目標を達成しており、「達成」とした。", "達成"),
    ("電力使用量の目標（2026年度）の達成には、560千kWhの削減が必要である。", "560千kWh"),
    ("電力使用量の達成状況は「達成見込み」とした。", "達成見込み"),
    ("都市魅力指数の順位は24位（2023年）で、目標の20位を達成した。", "達成した"),
    ("順位は2021年の27位から2023年の24位へと悪化した。", "悪化"),
    ("都市魅力指数の順位は、目標の15位に及ばない。", "15位"),
    ("目標値に達したのは下水道の普及率のみである。", "普及率"),
)

KPI = fact_table(
    "k",
    "環境計画の指標",
    ["指標", "単位", "基準値（2019年度）", "実績値（2023年度）", "目標値（2026年度）"],
    [["苗木の配布数", "本", "400", "520", "500"], ["公用車の電動化率", "%", "8", "31", "60"], ["不法投棄の件数", "件", "70", "45", "50"]],
)
TOWNS = fact_table(
    "w",
    "町別の接種率（2023年度）",
    ["町", "目標", "実績"],
    [["磯部町", "60.0", "63.1"], ["川瀬町", "60.0", "57.2"], ["谷口町", "55.0", "55.0"]],
    "%",
)
PATROLS = fact_table(
    "s",
    "見守り員の数",
    ["地区", "2021年度", "2022年度", "2023年度", "目標値"],
    [["東部", "210", "228", "252", "250"], ["西部", "90", "88", "85", "100"]],
    "人",
)
LISTED_RIGHT = (
    "三つの指標のうち、目標値に達したのは二つである。",
    "川瀬町は、目標を達成していない。",
    "磯部町と谷口町は、いずれも目標を達成した。",
    "目標を下回ったのは、川瀬町だけである。",
    "東部の見守り員は、2022年度には目標に届いていなかった。",
    "目標値に既に達しているのは、苗木の配布数及び不法投棄の件数である。",
    "目標に届いていない指標は、公用車の電動化率だけである。",
    "不法投棄の件数は45件まで減り、50件以下とする目標を達成した。",
)
LISTED_WRONG = (
    ("三つの町のうち、目標に達したのは三つである。", "三つ"),
    ("川瀬町と谷口町は、いずれも目標を達成した。", "目標を達成した"),
    ("磯部町は目標を達成したが、谷口町は目標に達していない。", "目標に達していない"),
    ("目標を下回ったのは、川瀬町と谷口町である。", "谷口町"),
    ("東部の見守り員は、2022年度に目標を達成していた。", "目標を達成して"),
    ("実績値が目標値に達しているものは、苗木の配布数及び公用車の電動化率である。", "公用車の電動化率"),
    ("目標に届いていない指標は、公用車の電動化率と不法投棄の件数である。", "不法投棄の件数"),
    ("不法投棄の件数は45件まで減り、50件以下とする目標を達成できていない。", "達成できていない"),
)


def found(text: str, evidence: Evidence) -> list[str]:
    """The characters amiss in a text."""
    return [breach.spot.words for breach in contradictions((Statement(text),), evidence) if breach.spot is not None]


@every_case("text", RIGHT)
def test_what_the_values_and_targets_bear_out_is_left_alone(text: str) -> None:
    assert found(text, Evidence(tables=TABLES, goals=GOALS, legends=LEGENDS)) == []


@every_case(("text", "word"), WRONG)
def test_what_the_values_and_targets_contradict_is_found_where_it_stands(text: str, word: str) -> None:
    spots = found(text, Evidence(tables=TABLES, goals=GOALS, legends=LEGENDS))
    assert any(word in spot or spot in word for spot in spots), spots


def test_a_judgement_stated_by_hand_goes_before_the_computed_one() -> None:
    by_hand = Evidence(
        tables=TABLES[:1],
        goals=GOALS[:1],
        legends=LEGENDS,
        judgements=(StatedJudgement("下水道の普及率", "達成見込み", "工事の前倒しを考慮"),),
    )
    assert found("下水道の普及率の達成状況は「達成見込み」である。", by_hand) == []
    assert found("下水道の普及率の達成状況は「要努力」である。", by_hand) == ["要努力"]


def test_a_status_that_asks_for_a_target_is_given_to_nothing_without_one() -> None:
    alone = Evidence(tables=TABLES[:1], legends=LEGENDS)
    assert found("下水道の普及率の達成状況は「達成見込み」である。", alone) == ["達成見込み"]
    assert found("下水道の普及率には目標値がなく、達成状況は「－」とした。", alone) == []


def test_rows_listed_as_having_reached_a_target_have() -> None:
    rates = fact_table("r", "市町別の受診率", ["市町", "2022年度", "2023年度"], [["汐市", "52.0", "56.1"], ["柳町", "49.5", "53.2"]], "％")
    goal = Goal("受診率", Decimal(55), "%", Period.parse("2023年度"), "higher")
    evidence = Evidence(tables=(rates,), goals=(goal,))
    wrong = "2023年度に目標の55％を達成した市町は、汐市（56.1％）と柳町（53.2％）である。"
    told = [breach.spot.words for breach in contradictions([Statement(wrong)], evidence) if breach.spot]
    assert told == ["柳町"]
    right = "2023年度に目標の55％を達成した市町は、汐市（56.1％）である。"
    assert list(contradictions([Statement(right)], evidence)) == []


@every_case("text", LISTED_RIGHT)
def test_items_listed_by_whether_they_reached_their_targets_did(text: str) -> None:
    assert found(text, Evidence(tables=(KPI, TOWNS, PATROLS))) == []


@every_case(("text", "word"), LISTED_WRONG)
def test_an_item_listed_among_those_it_is_not_of_is_found(text: str, word: str) -> None:
    spots = found(text, Evidence(tables=(KPI, TOWNS, PATROLS)))
    assert any(word in spot for spot in spots), spots
