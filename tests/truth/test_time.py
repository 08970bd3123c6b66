"""Periods that cannot all be true are found, and those that only look so are left alone."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from pptx import Presentation
from support.every_case import every_case

from docgen.bearing.evidence import Evidence, Goal, Statement
from docgen.bearing.fact import FactTable, fact_table
from docgen.errors import SlidePosition
from docgen.model.period import Period
from docgen.opened.deck import opened
from docgen.opened.publication import publication
from docgen.truth.another_cell import numbers_in_their_cell
from docgen.truth.sentence import sentences
from docgen.truth.time.time_rules import RULES

FERRY = fact_table(
    "ferry",
    "汐見航路の旅客",
    ["年", "旅客数", "便数"],
    [["2018年", "412", "1,460"], ["2019年", "405", "1,452"], ["2020年", "188", "980"], ["2021年", "203", "1,010"], ["2022年", "297", "1,204"]],
    {"旅客数": "千人", "便数": "便"},
)
GRANTS = fact_table(
    "grants",
    "空き店舗活用の補助",
    ["年度", "交付件数", "交付額"],
    [["2019年度", "24", "31.2"], ["2020年度", "37", "46.8"], ["2021年度", "41", "52.5"], ["2022年度", "56", "70.1"]],
    {"交付件数": "件", "交付額": "百万円"},
)
STAFF = fact_table(
    "staff", "保健師の数", ["時点", "保健師"], [["2021年度末", "318"], ["2022年9月末", "325"], ["2022年度末", "331"]], "人"
)
CALLS = fact_table(
    "calls",
    "相談の受付",
    ["四半期", "受付件数"],
    [["2022年度第1四半期", "1,208"], ["2022年度第2四半期", "1,344"], ["2022年度第3四半期", "1,291"], ["2022年度第4四半期", "1,415"]],
    "件",
)
PLAN = Statement("推進計画の計画期間は2022年度から2026年度までの5年間とする。", "計画の概要")
PUBLISHED = Period.parse("2023年10月")
GOAL = Goal("空き店舗活用の交付件数", Decimal(80), "件", Period.parse("2026年度"))


def found(text: str, *tables: FactTable, published: Period | None = PUBLISHED, goals: Sequence[Goal] = ()) -> list[str]:
    """The words that are found in a sentence."""
    evidence = Evidence(
        tables=tables, statements=(PLAN,), goals=tuple(goals), published=published, names=("汐見県「港湾要覧」（2023年6月公表）",)
    )
    read = list(sentences(Statement(text)))
    return [breach.spot.words for rule in (*RULES, numbers_in_their_cell) for breach in rule(read, evidence) if breach.spot]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("旅客数は2021年に297千人となった。", "2021年に297千人"),
        ("2020年度の旅客数は188千人である。", "2020年度の旅客数は188千人"),
        ("旅客数は、2019年の412千人から2022年の297千人へ減った。", "2019年の412千人"),
        ("旅客数は2020年に188千人まで減り、翌年は297千人まで戻した。", "翌年は297千人"),
        ("2022年の便数は1,204便で、前年の980便を上回る。", "前年の980便"),
        ("令和3年の便数は1,204便であった。", "1,204便"),
        ("2018年は旅客数412千人、便数1,452便であった。", "1,452便"),
        ("交付件数は2022年に56件となった。", "2022年に56件"),
        ("2020年度の交付件数は37件、交付額は52.5百万円である。", "52.5百万円"),
        ("2021年度の交付額は、前年度の31.2百万円から52.5百万円に増えた。", "前年度の31.2百万円"),
        ("保健師は2022年度末に325人となった。", "2022年度末に325人"),
        ("2022年9月末の保健師は318人である。", "318人"),
        ("相談の受付件数は、2022年度第3四半期に1,344件となった。", "2022年度第3四半期に1,344件"),
        ("2022年7～9月期の受付件数は1,291件である。", "1,291件"),
        ("2022年度の受付件数は、第1四半期が1,208件、第2四半期が1,291件であった。", "1,291件"),
        ("2022年度第4四半期の受付件数は1,415件で、前期の1,344件を上回った。", "前期の1,344件"),
        ("第4四半期の受付件数は1,415件で、前四半期の1,344件を上回った（2022年度）。", "前四半期の1,344件"),
        ("旅客数は2022年に297千人と、前回の188千人を上回った。", "188千人"),
        ("旅客数は2022年に297千人（前回は188千人）となった。", "188千人"),
        ("第4四半期の受付件数は1,415件である（2021年度）。", "1,415件である（2021年度"),
        ("推進計画は、最終年度の2027年度まで続く。", "2027年度"),
        ("推進計画は、2023年度が初年度である。", "2023年度"),
        ("2020年に188千人まで減った旅客数は、３年後の2022年に297千人となった。", "３年後の2022年"),
    ],
)
def test_a_number_of_another_period_is_found(text: str, words: str) -> None:
    assert words in found(text, FERRY, GRANTS, STAFF, CALLS)


@every_case(
    "text",
    [
        "旅客数は2021年に203千人となった。",
        "令和4年の旅客数は297千人、便数は1,204便である。",
        "旅客数は2022年に297千人（前回203千人）となり、前々回の188千人も上回った。",
        "2020年に188千人まで減った旅客数は、二年後の2022年に297千人となった。",
        "就航から30年後の2022年の旅客数は297千人である。",
        "推進計画は、最終年度の2026年度まで続く。",
        "推進計画は、2022年度が初年度である。",
        "旅客数は2020年に188千人まで減り、翌年は203千人、翌々年は297千人まで戻した。",
        "旅客数は、2018年の412千人から2022年の297千人へ減った。",
        "2022年の便数は、前年を194便上回る1,204便となった。",
        "便数は2022年に1,010便から1,204便に増えた。",
        "2022年の旅客数は2019年（405千人）を下回ったが、便数は1,204便まで戻した。",
        "405千人だった2019年に比べ、2022年の旅客数は少ない。",
        "2022年の旅客数は297千人で、ピーク時の412千人には及ばない。",
        "旅客数は、2022年には297千人（2021年は203千人）であった。",
        "2022年の旅客数は2018年の半分に近い203千人を見込んでいたが、これを上回った。",
        "2022年度末の保健師は331人で、2022年9月末の325人から6人増えた。",
        "令和4年度末（2023年3月31日）の保健師は331人である。",
        "2023年3月末の保健師は331人となった。",
        "2022年9月末に325人であった保健師は、年度末には331人となった。",
        "2022年7～9月期の受付件数は1,344件である。",
        "2022年度第4四半期の受付件数は1,415件で、前期の1,291件を上回った。",
        "2022年度の受付件数は、第1四半期が1,208件、第2四半期が1,344件であった。",
        "交付件数は2021年度に41件、2年前は24件であった。",
        "2021年度の交付件数は目標の56件に届かなかった。",
        "旅客数は2022年12月に297千人の月間目標を掲げた。",
        "2022年の旅客数は203千人とする資料もある。",
    ],
)
def test_a_number_of_its_own_period_is_left_alone(text: str) -> None:
    assert found(text, FERRY, GRANTS, STAFF, CALLS) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("令和3年（2022年）に条例を定めた。", "令和3年（2022年）"),
        ("2018年度（平成31年度）から実施している。", "2018年度（平成31年度）"),
        ("令和5（2022）年度の予算である。", "令和5（2022）"),
        ("1999年（平成10年）に開館した。", "1999年（平成10年）"),
        ("H28（2017）に改修した。", "H28（2017）"),
        ("事業は2025年度から2022年度まで実施する。", "2025年度から2022年度"),
        ("調査期間は2023年10月から2023年4月までである。", "2023年10月から2023年4月"),
        ("平成30年度～平成27年度の実績を示す。", "平成30年度～平成27年度"),
        ("2018年度から2022年度までの4年間を対象とする。", "4年間"),
        ("対象は6年間（2018～2022年度）である。", "6年間"),
        ("2022年4月から2022年9月までの5か月間に実施した。", "5か月間"),
        ("2018年から2022年までの6年間で旅客数は減少した。", "6年間"),
        ("出動は12月から3月までの5か月間に集中した。", "5か月間"),
    ],
)
def test_a_span_or_a_year_that_cannot_be_is_found(text: str, words: str) -> None:
    assert found(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "令和4年（2022年）に条例を定めた。",
        "平成31年度・令和元年度（2019年度）の実績である。",
        "2019年（令和元年）に開館した。",
        "昭和64年（1989年）に始まる。",
        "令和5（2023）年度の予算である。",
        "事業は2022年度から2025年度まで実施する。",
        "2018年度から2022年度までの5年間を対象とする。",
        "2018年から2022年までの4年間で旅客数は減少した。",
        "対象は5年間（2018～2022年度）である。",
        "2021年度末から2022年度末までの1年間に13人増えた。",
        "2022年4月から2022年9月までの6か月間に実施した。",
        "2022～2026年度の2年目に当たる。",
        "2016～2022年の3年ごとに調べた。",
        "2022年から2018年の水準に戻すことは難しい、とされた。",
    ],
)
def test_a_span_and_a_year_that_may_be_are_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2024年度に新しい窓口を開設した。", "2024年度に新しい窓口を開設した"),
        ("2025年に目標の400件を達成した。", "2025年に目標の400件を達成した"),
        ("2023年度の旅客数は310千人であった。", "2023年度の旅客数は310千人であった"),
        ("目標年度（2026年度）は到来した。", "2026年度）は到来した"),
        ("目標年度である2022年度は到来していない。", "2022年度は到来していな"),
        ("2021年度に拠点を開設する予定である。", "2021年度に拠点を開設する予定"),
        ("2021年度に新たな拠点を開設する予定である。", "2021年度に新たな拠点を開設する予定"),
        ("推進計画は、令和5年度を初年度とする取組である。", "令和5年度"),
        ("（出典）汐見県「港湾統計」（2024年2月）", "2024年2月"),
        ("（出典）汐見県「港湾要覧」（2022年6月）", "2022年6月"),
        ("本資料は2022年に公表した。", "2022年"),
        ("計画期間（2022～2026年）を通じて取り組む。", "2022～2026年"),
        ("推進計画の計画期間は2022年度から2025年度までである。", "2022年度から2025年度"),
        ("推進計画の最終年度は令和7年度である。", "令和7年度"),
        ("2023年度は、推進計画の3年目に当たる。", "3年目"),
    ],
)
def test_what_cannot_have_happened_by_the_publication_is_found(text: str, words: str) -> None:
    assert words in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "2024年度に新しい窓口を開設する予定である。",
        "2024年度からの実施を決定した。",
        "2026年度を目標とする計画を策定した。",
        "2024年度予算に3億円を計上した。",
        "2023年度に窓口を開設した。",
        "2023年度の旅客数は、8月末時点で150千人であった。",
        "2022年度に実施した調査を踏まえ、改定する予定である。",
        "2021年度に開設する予定であったが、延期した。",
        "目標年度（2026年度）は到来していない。",
        "（出典）汐見県「港湾統計」（2023年2月）",
        "（出典）汐見県「港湾要覧」（2023年6月）",
        "（出典）汐見県「港湾年報」（2022年6月）",
        "本資料は2023年10月に公表した。",
        "「港湾要覧」は、本資料の4か月前の2023年6月に公表された。",
        "推進計画は、令和4年度を初年度とする取組である。",
        "推進計画の計画期間の5年は、2027年3月末に終わる。",
        "計画期間（令和4～8年度）を通じて取り組む。",
        "推進計画の最終年度は令和8年度、初年度は令和4年度である。",
        "2023年度は、推進計画の2年目に当たる。",
        "2023年度は、事業の開始から8年目である。",
        "前期計画の計画期間は2017年度から2021年度までである。",
    ],
)
def test_what_can_have_happened_by_the_publication_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_the_year_of_a_target_is_that_of_the_target() -> None:
    assert found("2025年度の目標である80件に向けて進める。", goals=[GOAL]) == ["2025年度"]
    assert found("2026年度の目標である80件に向けて進める。", goals=[GOAL]) == []
    assert found("2022年度の交付件数は56件で、目標の80件に対する進捗率は70.0％。", GRANTS, goals=[GOAL]) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("旅客数は3年連続で増加している。", ["3年連続で増"]),
        ("旅客数は2年連続で増加している。", []),
        ("2020年に底を打った後、旅客数は2年連続で増加した。", []),
        ("交付件数は3年連続で増加している。", []),
        ("旅客数は2021年、2年ぶりに増加した。", []),
    ],
)
def test_a_streak_is_counted_in_the_series(text: str, words: list[str]) -> None:
    assert found(text, FERRY, GRANTS) == words


def test_the_publication_of_a_deck_is_the_date_on_its_cover(tmp_path: Path) -> None:
    def deck(*lines: str) -> Period | None:
        presentation = Presentation()
        slide = presentation.slides.add_slide(presentation.slide_layouts[0])
        slide.shapes.title.text = "汐見県データ集"
        slide.placeholders[1].text = "\n".join(lines)
        path = tmp_path / "deck.pptx"
        presentation.save(str(path))
        return publication(opened(path))

    assert deck("令和5年12月", "汐見県") == Period.parse("2023年12月")
    assert deck("汐見県　2023年12月5日") == Period.parse("2023年12月5日")
    assert deck("2022年度版") is None
    assert deck("2023年12月", "2024年1月改訂") is None
    assert deck("2023年4月の条例の改正と2022年の調査とを受けて作成したこの資料は、県の港の現況をまとめたものである。") is None


def test_after_the_date_of_its_cover_a_deck_tells_nothing_as_past(tmp_path: Path) -> None:
    from docgen.reconciling.deck import deck_judged

    presentation = Presentation()
    for title, body in (("汐見県データ集", "令和5年10月"), ("概要", "2024年度に窓口を開設した。")):
        slide = presentation.slides.add_slide(presentation.slide_layouts[1])
        slide.shapes.title.text, slide.placeholders[1].text = title, body
    path = tmp_path / "deck.pptx"
    presentation.save(str(path))
    [breach] = deck_judged(path).breaches
    assert (breach.code, isinstance(breach.where, SlidePosition) and breach.where.slide) == ("after-publication", 2)


HARBOURS = fact_table(
    "harbours", "架空指数の国別の港の数", ["国", "上位20港", "上位50港"], [["東国", "8", "17"], ["西国", "6", "13"], ["南国", "4", "9"]], "港"
)


def test_a_number_of_another_column_or_row_is_found() -> None:
    assert found("上位20港のうち、東国の港は17港を占める。", HARBOURS) == ["17港"]
    assert found("上位50港では、西国が9港である。", HARBOURS) == ["9港"]
    assert found("東国は、上位50港では17港、上位20港では8港を占める。", HARBOURS) == []
    assert found("上位20港のうち、東国を除く12港は他の国にある。", HARBOURS) == []
