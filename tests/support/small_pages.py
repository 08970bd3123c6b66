"""A page of every slide kind, small, from records made here: what the slide tests build in every pack."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from PIL import Image

from docgen.compose import compose
from docgen.derive.gaps import gaps_of
from docgen.layout.pack import LayoutPack
from docgen.model import AnalysisItem, ChartKind, ExcerptSection, Figure, Period, Precedent, Quantity
from docgen.placed import PlacedDeck
from docgen.ready import (
    CandidateRow,
    ContentsEntry,
    IndicatorListRow,
    IndicatorOverviewRow,
    Judgement,
    ReadyBudgetLine,
    ReadyCandidates,
    ReadyColumn,
    ReadyCompendium,
    ReadyContents,
    ReadyCover,
    ReadyDivider,
    ReadyFigure,
    ReadyIndicatorList,
    ReadyIndicatorOverview,
    ReadyIndicatorPage,
    ReadyMeasure,
    ReadyMeasureChart,
    ReadyObservation,
    ReadyPage,
    ReadyPageRecord,
    ReadyPicture,
    ReadyPlanItem,
    ReadySection,
    ReadySeries,
    ReadyTable,
    ReadyTarget,
    ReadyValue,
)
from docgen.slides.registry import registry
from support.real_deck import pack_in

ITEM = AnalysisItem(id="strategy", number=1, name="エビデンスに基づく戦略策定")
RUNNING = "A-1 基本計画の目標が達成されているか。"
FOOTER = "A-1 指標による分析"


def _people(value: int, year: int) -> ReadyObservation:
    return ReadyObservation(Quantity(Decimal(value), "人"), Period.year(year))


VALUE = ReadyValue(
    id="deaths",
    name="交通事故死者数",
    past=_people(3694, 2017),
    latest=_people(2610, 2022),
    forecast=None,
    target=ReadyTarget(Quantity(Decimal(2000), "人"), Period.year(2025)),
    trend="down",
    attainment="on_track",
    better="lower",
)

FIGURE = ReadyFigure(
    id="deaths",
    title="交通事故死者数の推移",
    kind=ChartKind.LINE,
    categories=("2017", "2018", "2019", "2020", "2021", "2022"),
    series=(
        ReadySeries("死者数", tuple(map(Decimal, (3694, 3532, 3215, 2839, 2636, 2610))), "人"),
    ),
    unit="人",
    x_name="年",
    notes=("死者数は、事故発生後24時間以内に死亡した者の数。",),
    sources=("警察庁「交通事故統計」",),
    alt="折れ線：3,694人（2017年）から2,610人（2022年）",
)

TABLE = ReadyTable(
    id="grades",
    title="評価の区分",
    columns=(ReadyColumn("評価", "center"), ReadyColumn("得点率"), ReadyColumn("点数", "decimal")),
    rows=(("S", "90%以上", "283.5"), ("A", "70%以上", "220.5"), ("B", "50%以上", "157.5")),
    notes=("満点は315点。",),
    sources=("評価委員会（2022）",),
)

INDICATOR = ReadyIndicatorPage(
    indicator="I-1065",
    ids=("I-1065",),
    name="社会課題関連指標",
    title="I-1065 社会課題関連指標",
    plan_name="第6期基本計画",
    messages=("交通事故死者数は2,610人（2022年）と5年前より29.3%減少。", "目標（2,000人）に近づく傾向。"),
    values=(VALUE,),
    figures=(FIGURE,),
    notes=("対象は全国。",),
    sources=("警察庁「交通事故統計」",),
)

NO_DATA = ReadyIndicatorPage(
    indicator="I-1071",
    ids=("I-1071",),
    name="国際的なルール形成",
    title="I-1071 国際的なルール形成",
    definition=("国際標準の策定に我が国が関わる程度。", "国際機関における議長・幹事の引受けを含む。"),
)

INDICATOR_LIST = ReadyIndicatorList(
    (
        IndicatorListRow(
            "社会課題の解決が進む", ("I-1065",), "reference", "社会課題関連指標", ("交通事故", "食料自給率")
        ),
        IndicatorListRow("社会課題の解決が進む", ("I-1062", "I-1005"), "headline", "競争力ランキング"),
        IndicatorListRow("未来社会像が作成される"),
    )
)

OVERVIEW = ReadyIndicatorOverview(
    (
        IndicatorOverviewRow(
            "社会課題の解決が進む",
            ("I-1065",),
            "社会課題関連指標",
            (Judgement("交通事故", "on_track", "down"), Judgement("食料自給率", "off_track", "flat")),
            ("交通事故死者数は5年前より29.3%減少。", "食料自給率は横ばい。"),
            has_data=True,
        ),
        IndicatorOverviewRow("社会課題の解決が進む", ("I-1062",), "競争力ランキング"),
        IndicatorOverviewRow("未来社会像が作成される"),
    ),
    fiscal_year=2023,
)

CANDIDATES = ReadyCandidates(
    (
        CandidateRow(
            "社会課題の解決が進む",
            1,
            "戦略分野の研究開発",
            ("研究開発ネットワーク",),
            "参画機関数の可視化",
            ("111会員が参画。", "情報発信が進む。"),
            "figure/deaths",
        ),
        CandidateRow("社会課題の解決が進む", 2, "課題の取組状況", ("内閣府「概要」", "文部科学省「指標」"), repeated=True),
        CandidateRow("未来社会像が作成される"),
    )
)

MEASURES = ReadyMeasureChart(
    mark="①",
    title="エビデンスに基づく戦略策定",
    group="総合知を活用した課題解決",
    plan_items=(
        ReadyPlanItem("P1", "総合知に関する検討と取りまとめ"),
        ReadyPlanItem("P2", "社会課題に直結したテーマの課題化"),
    ),
    measures=(
        ReadyMeasure("M1", "ポータルサイトの開設と活用事例の発信", "continuing", ("P1",)),
        ReadyMeasure("M2", "次期SIPの開始", "expanded", ("P1", "P2")),
        ReadyMeasure("M3", "人材育成の方策の検討", "upcoming", ("P2",)),
        ReadyMeasure("M4", "事例の収集", None, ("P2",)),
    ),
    budgets=(
        ReadyBudgetLine(
            "sip",
            "戦略的イノベーション創造プログラム",
            {
                2022: ("executed", Quantity(Decimal(28000), "百万円")),
                2023: ("budgeted", Quantity(Decimal(28000), "百万円")),
            },
            ("M2",),
        ),
    ),
    years=((2022, "executed"), (2023, "budgeted")),
    notes=("主な施策を掲載している。",),
    plan_name="第6期基本計画",
)

PRECEDENT = ReadyPageRecord(
    Precedent.model_validate(
        {
            "id": "four",
            "number": 4,
            "title": "最終課題評価",
            "author": "評価委員会",
            "year": 2022,
            "outline": [
                {"text": "制度改正を経て平均点が向上した。", "details": ["社会実装責任者を設置した。"]},
                "実装に向けた取組が加速した。",
            ],
            "conclusions": ["評価軸の継続性が保たれている。"],
            "excerpt": [
                {"id": "grades", "heading": "得点率に基づくランク付け", "lead": "平均点 237.4点", "table": {"id": "grades"}},
                {"id": "points", "heading": "主な指摘", "points": ["体制の明確化"], "numbered": True},
            ],
        }
    ),
    figures={},
    tables={"grades": TABLE},
    sources=("評価委員会（2022）",),
)


def study(excerpt: Sequence[ExcerptSection], figures: Sequence[ReadyFigure] = (), lead: str = "") -> ReadyPageRecord:
    """The prior study with another excerpt, which shows ``figures``, and with a lead of its conclusions."""
    record = PRECEDENT.record.model_copy(update={"excerpt": tuple(excerpt), "conclusion_lead": lead})
    return replace(PRECEDENT, record=record, figures={figure.id: figure for figure in figures})


def excerpt_of(figure: ReadyFigure, *panels: ExcerptSection) -> ExcerptSection:
    """A section of an excerpt with a figure."""
    shown = Figure(id=figure.id, data="data")
    return ExcerptSection(id=f"section-{figure.id}", heading="抜粋", figure=shown, panels=panels)


def _square_png() -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (30, 20), "#2E6DA4").save(stream, "PNG")
    return stream.getvalue()


PICTURE = ReadyPicture(
    id="square",
    title="本書のための図",
    alt="青い長方形",
    image=_square_png(),
    svg=b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><rect width="30" height="20" fill="#2E6DA4"/></svg>',
    width=300,
    height=200,
    notes=("大きさは任意。",),
    sources=("試験部局",),
)

PAGES: tuple[ReadyPage, ...] = (
    ReadyPage(
        "cover", "cover", ReadyCover("小さなデータ集", "データ集", Period.parse("2024年2月"), "試験部局")
    ),
    ReadyPage(
        "contents",
        "contents",
        ReadyContents(
            (ContentsEntry(1, "A-1 目標が達成されているか。", "divider/a1"), ContentsEntry(2, "①既存指標", "I-1065"))
        ),
        footer=FOOTER,
    ),
    ReadyPage("divider/a1", "divider", ReadyDivider(1, "目標が達成されているか。", "達成状況分析", "A-1"), footer=FOOTER),
    ReadyPage("divider/a1-existing", "divider", ReadyDivider(2, "既存指標の分析", mark="①"), footer=FOOTER),
    ReadyPage("list/strategy", "indicator_list", INDICATOR_LIST, "a1", RUNNING, FOOTER, ITEM),
    ReadyPage("I-1065", "indicator_detail", INDICATOR, "a1", RUNNING, FOOTER, ITEM),
    ReadyPage("I-1071", "no_data", NO_DATA, "a1", RUNNING, FOOTER, ITEM),
    ReadyPage("overview/strategy", "indicator_overview", OVERVIEW, "a1", RUNNING, FOOTER, ITEM),
    ReadyPage("candidates/strategy", "additional_list", CANDIDATES, "a1", RUNNING, FOOTER, ITEM),
    ReadyPage("candidates-overview/strategy", "additional_overview", CANDIDATES, "a1", RUNNING, FOOTER, ITEM),
    ReadyPage("measures/strategy", "measure_chart", MEASURES, "a2", RUNNING, FOOTER, ITEM),
    ReadyPage("precedents/four", "prior_study", PRECEDENT, "a3", RUNNING, FOOTER),
    ReadyPage("figure/deaths", "figure", FIGURE, "a3", RUNNING, FOOTER),
    ReadyPage("table/grades", "table", TABLE, "a3", RUNNING, FOOTER),
    ReadyPage("picture/square", "picture", PICTURE, "a3", RUNNING, FOOTER),
)  # fmt: skip


def ready(pages: Sequence[ReadyPage] = PAGES) -> ReadyCompendium:
    """A compendium of these pages."""
    return ReadyCompendium(
        title="小さなデータ集",
        document_type="データ集",
        fiscal_year=2023,
        published=Period.parse("2024年2月"),
        organisation="試験部局",
        pages=tuple(pages),
        sections=(ReadySection("all", "すべて", tuple(page.id for page in pages)),),
        gaps=tuple(gap for page in pages for gap in gaps_of(page)),
    )


def placed(pack: LayoutPack | Path, pages: Sequence[ReadyPage] = PAGES) -> PlacedDeck:
    """These pages, composed in a pack."""
    return compose(ready(pages), pack if isinstance(pack, LayoutPack) else pack_in(pack), registry())
