"""Every kind of figure in every option, by name, and a deck that holds them four a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from docgen.blocks.figure.figure import figure_block
from docgen.layout.design import design
from docgen.layout.load import load_pack
from docgen.layout.pack import LayoutPack
from docgen.model import ChartKind
from docgen.placed import Box, Mark, PlacedDeck, PlacedSlide, TextMark
from docgen.ready import ReadyFigure, ReadySeries, ReadyTargetMark
from support.drawn_marks import drawn_marks
from support.styles import style_of_size

Number = int | float | str | None
Figures = dict[str, ReadyFigure]

YEARS = tuple(f"{year}" for year in range(2013, 2023))
LONG_YEARS = tuple(f"{year}" for year in range(1965, 2023))
# Deaths within 24 hours of a traffic accident, 2013 to 2022 (National Police Agency).
DEATHS = (4388, 4113, 4117, 3904, 3694, 3532, 3215, 2839, 2636, 2610)
# Food self-sufficiency by calories and by production value, fiscal 1965 to 2022 (MAFF).
CALORIES = (73, 68, 66, 65, 62, 60, 58, 57, 55, 55, 54, 53, 53, 54, 54, 53, 52, 53, 52, 53, 53, 51, 50, 50, 49, 48, 46, 46, 37, 46, 43, 42, 41, 40, 40, 40, 40, 40, 40, 40, 40, 39, 40, 41, 40, 39, 39, 39, 39, 39, 39, 38, 38, 37, 38, 37, 38, 38)  # fmt: skip
VALUES = (86, 86, 91, 89, 86, 85, 83, 84, 80, 78, 83, 81, 83, 85, 81, 77, 82, 80, 80, 81, 82, 83, 81, 80, 77, 75, 74, 76, 72, 78, 74, 71, 71, 70, 72, 71, 70, 70, 70, 70, 70, 69, 67, 66, 70, 70, 67, 68, 65, 64, 66, 68, 66, 66, 66, 67, 63, 58)  # fmt: skip
RANKS = (1, 1, 1, 1, 2, 3, 4, 4, 17, 20, 24, 21, 23, 27, 27, 21, 21, 22, 24, 22, 17, 27, 26, 27, 24, 21, 27, 26, 26, 25, 30, 34, 31, 34, 35)  # fmt: skip
EXPORTS = {
    "農産物": (None, None, 3570, 4431, 4593, 4966, 5661, 5878, 6560, None, 8862),
    "林産物": (None, None, 211, 263, 268, 355, 376, 370, None, None, 638),
    "水産物": (None, None, 2337, 2757, 2640, 2749, 3031, 2873, 2277, None, 3872),
    "合計（区分別の値なし）": (4497, 5505, None, None, None, None, None, None, None, 12382, None),
}
COUNTRIES = ("米国", "中国", "韓国", "独国", "日本", "英国", "仏国", "伊国")
THEMES = (
    "ビッグデータ・AIを活用したサイバー空間基盤技術",
    "フィジカル空間デジタルデータ処理基盤",
    "IoT社会に対応したサイバー・フィジカル・セキュリティ",
    "自動運転（システムとサービスの拡張）",
    "統合型材料開発システムによるマテリアル革命",
    "国家レジリエンス（防災・減災）の強化",
)


def series(name: str, values: Sequence[Number], **more: Any) -> ReadySeries:
    numbers = tuple(None if value is None else Decimal(str(value)) for value in values)
    return ReadySeries(name=name, values=numbers, **more)


def figure(kind: str, categories: Sequence[str], *all_series: ReadySeries, **more: Any) -> ReadyFigure:
    base = ReadyFigure("figure", "", ChartKind(kind), tuple(categories), all_series, alt="試験用の図。", x_name="年")
    return replace(base, **more)


def target(value: Number, name: str = "目標", **more: Any) -> ReadyTargetMark:
    return ReadyTargetMark(Decimal(str(value)), name, **more)


def line_figures() -> Figures:
    deaths = series("死者数", DEATHS, unit="人")
    one = figure("line", YEARS, deaths, unit="人")
    food = figure("line", LONG_YEARS, series("生産額ベース", VALUES), series("カロリーベース", CALORIES), unit="%", minimum=Decimal(0), maximum=Decimal(100))
    abroad = (series("日本", (2.1, 2.4, 2.2, 2.9, 3.1, 3.0, 2.6, 3.4, 3.9, 4.2), decimals=1), series("米国", (4.0, 4.2, 4.5, 4.4, 4.9, 5.1, 4.8, 5.4, 5.9, 6.1), decimals=1), series("EU", (1.0, 1.1, 1.4, 1.3, 1.6, 1.5, 1.2, 1.9, 2.0, 2.1), decimals=1))
    three = figure("line", YEARS, *abroad, unit="千ドル")
    near = figure("line", YEARS, series("男性", (51.0, 52, 53.5, 52, 50, 51, 53, 54, 53, 52.4), decimals=1), series("女性", (50.5, 51, 52, 53, 51.5, 50, 52, 53, 53.6, 52.0), decimals=1), unit="%")
    rank = figure("line", tuple(str(year) for year in range(1989, 2024)), series("日本", RANKS), unit="位", reversed=True)
    gaps = series("値", (10, None, 14, 15, None, None, 13, None, 18, 20))
    ahead = figure("line", (*(f"{year}年度" for year in range(2018, 2023)), "2030年度"), series("食料自給率", (37, 38, 37, 38, 38, None), unit="%"), unit="%", minimum=Decimal(0), maximum=Decimal(100))
    return {
        "line": one,
        "line from zero": replace(one, minimum=Decimal(0)),
        "line, all labels": replace(one, labels="all"),
        "line, last label": replace(one, labels="last"),
        "line, no labels": replace(one, labels="none"),
        "line, forecast": replace(one, forecast_from=8),
        "line, forecast, many categories": replace(food, series=food.series[1:], forecast_from=50),
        "line, forecast after a gap": figure("line", YEARS, series("値", (1, 2, 3, 4, 5, 6, None, 8, 9, 9.5), decimals=1), forecast_from=7),
        "lines, forecast": replace(three, forecast_from=7),
        "line, target across": replace(one, targets=(target(2000),), minimum=Decimal(0)),
        "line, target point": replace(ahead, targets=(target(45, category=5),)),
        "lines, two target points": replace(ahead, series=(*ahead.series, series("生産額ベース", (66, 66, 67, 63, 58, None), unit="%")), targets=(target(45, category=5, series="食料自給率"), target(75, category=5, series="生産額ベース"))),
        "line, break": replace(one, breaks=(4,)),
        "line, break and forecast": replace(one, breaks=(4,), forecast_from=8, labels="all"),
        "line, gaps": figure("line", YEARS, gaps, labels="all"),
        "line, highlighted point": replace(one, highlights=(5,)),
        "line, rank": rank,
        "line, few ranks": figure("line", YEARS[:5], series("順位", (3, 2, 4, 1, 2)), unit="位", reversed=True, labels="all"),
        "lines, names at the ends": three,
        "lines, legend": replace(three, series_labels="legend"),
        "lines, near each other": near,
        "lines, near each other, all labels": replace(near, labels="all"),
        "lines, highlighted": figure("line", YEARS, replace(abroad[0], highlighted=True), *abroad[1:], unit="千ドル"),
        "lines, 58 years": food,
        "lines, seven": figure("line", YEARS, *(series(f"系列{at + 1}", tuple(10 + at * 7 + (year * (at + 2)) % 9 for year in range(10))) for at in range(7)), unit="件"),
        "line, era years": figure("line", tuple(f"令和{year}年" for year in range(1, 6)), series("件数", (12, 15, 18, 17, 21)), unit="件"),
        "line, a single point": figure("line", ("2022年",), series("値", (12,)), unit="件"),
        "line, one value": figure("line", YEARS, series("値", (None,) * 9 + (7,)), unit="件"),
        "line, 200 categories": figure("line", tuple(f"{1824 + at}" for at in range(200)), series("値", tuple(100 + at % 17 + at / 3 for at in range(200)), decimals=0), unit="件"),
        "line, negative": figure("line", YEARS, series("収支", (3, 1, -2, -4, -1, 2, 5, 3, -1, -3)), unit="億円", labels="all"),
        "slope": figure("slope", ("2017年", "2022年"), *(series(name, ends, unit="%") for name, ends in (("日本", (38, 33)), ("米国", (55, 61)), ("独国", (47, 44)), ("韓国", (22, 29)))), unit="%"),
        "slope, near each other": figure("slope", ("2017年", "2022年"), series("男性", (51.2, 52.4), decimals=1), series("女性", (50.8, 52.1), decimals=1), unit="%"),
        "sparkline": figure("sparkline", YEARS, deaths, unit="人"),
    }  # fmt: skip


def column_figures() -> Figures:
    budget = (series("当初予算", (420, 380, 510, 610, 580, 944), unit="億円"), series("補正予算", (210, 260, 300, 290, 410, 520), unit="億円"), series("基金", (150, 90, 20, 200, 260, 310), unit="億円"))
    years = tuple(f"{year}年度" for year in range(2017, 2023))
    one = figure("column", years, budget[0], unit="億円", labels="all")
    two = figure("column", ("2022年3月", "2023年3月"), series("公開メタデータ", (336143, 529622), unit="件"), unit="件", labels="all")
    companies = figure("column", ("米国", "中国", "日本"), series("2021年度末", (59, 13, 3), unit="社"), series("2023年12月", (64, 13, 1), unit="社"), unit="社", labels="all")
    stack = figure("stacked_column", years, *budget, unit="億円", labels="all")
    driving = figure(
        "stacked_column",
        ("2018年", "2021年", "2030年"),
        series("レベル1", (21148, "25173.873", 12020), unit="千台"),
        series("レベル2", (2704, "14935.26", None), unit="千台"),
        series("レベル2+", (2, "866.786", None), unit="千台"),
        series("レベル2・2+（合計）", (None, None, 60150), unit="千台"),
        series("レベル3", (None, "0.1", "6252.5"), unit="千台"),
        series("レベル4", (None, None, 726), unit="千台"),
        unit="千台", labels="all", forecast_from=2,
    )  # fmt: skip
    exports = figure("stacked_column", tuple(str(year) for year in range(2012, 2023)), *(series(name, values, unit="億円") for name, values in EXPORTS.items()), unit="億円", labels="last")
    ratio = series("執行率", (81.2, 84.0, 79.5, 88.1, None, 93.4), unit="%", decimals=1, secondary=True, drawn_as="line")
    negative = figure("column", years, series("収支", (120, -80, 60, -40, 90, 30), unit="億円"), unit="億円", labels="all")
    fields = figure("column", ("AI", "バイオテクノロジー", "量子技術", "マテリアル等"), series("研究費", (1744, 2482, 1168, 13184), unit="億円"), unit="億円", labels="all")
    return {
        "column": one,
        "column, ends": replace(one, labels="ends"),
        "column, last": replace(one, labels="last"),
        "column, two categories": two,
        "column, one category": figure("column", ("2022年",), series("値", (12,)), unit="件", labels="all"),
        "column, long names": fields,
        "column, highlighted point": replace(fields, highlights=(3,)),
        "column, forecast": replace(one, forecast_from=4),
        "column, target across": replace(one, targets=(target(800),)),
        "column, target point": replace(one, targets=(target(800, category=5),)),
        "column, gaps": figure("column", years, series("値", (10, None, 14, 15, None, 12)), labels="all"),
        "column, negative": negative,
        "column, 58 years": figure("column", LONG_YEARS, series("カロリーベース", CALORIES), unit="%"),
        "column, rank": figure("column", years, series("順位", (20, 18, 25, 12, 9, 4)), unit="位", reversed=True, labels="all"),
        "clustered": companies,
        "clustered, three, all labels": figure("column", years, *budget, unit="億円", labels="all"),
        "clustered, eight series": figure("column", ("2021年", "2022年"), *(series(f"系列{at + 1}", (10 + at, 14 - at)) for at in range(8)), unit="件", labels="all"),
        "stacked": stack,
        "stacked, last": replace(stack, labels="last"),
        "stacked, no labels": replace(stack, labels="none"),
        "stacked, forecast": replace(stack, forecast_from=5),
        "stacked, levels of driving": driving,
        "stacked, exports with gaps": exports,
        "stacked, negative": figure("stacked_column", years, series("収入", (120, 80, 60, 40, 90, 30)), series("支出", (-60, -50, -30, -80, -20, -10)), unit="億円", labels="all"),
        "stacked, target": replace(stack, targets=(target(2000),)),
        "stacked, nine series": figure("stacked_column", years, *(series(f"区分{at + 1}", tuple(40 + (at * 13 + year * 7) % 50 for year in range(6))) for at in range(9)), unit="億円", labels="all"),
        "percent": replace(stack, kind=ChartKind.PERCENT_COLUMN),
        "percent, two categories": figure("percent_column", ("2021年", "2022年"), series("課題あり", (62, 55)), series("達成見込み", (30, 38)), series("不明", (8, 7)), unit="%", labels="all"),
        "column and line": figure("column_line", years, budget[0], ratio, unit="億円", labels="all"),
        "column and line, ends": figure("column_line", years, budget[0], ratio, unit="億円"),
        "column and line, stated by kind alone": figure("column_line", years, budget[0], replace(budget[2], unit="億円"), unit="億円"),
        "columns and line": figure("column_line", years, *budget[:2], ratio, unit="億円", labels="last"),
    }  # fmt: skip


def other_figures() -> Figures:
    ranking = figure("bar", COUNTRIES, series("1人当たり研究費", (54.4, 47.9, 44.1, 39.5, 33.2, 25.0, 21.7, 14.6), decimals=1), unit="万円")
    scores = figure("bar", THEMES, series("総合点", (265.0, 245.7, 231.8, 240.0, 236.5, 251.2), decimals=1), unit="点")
    shares = figure("pie", ("大学", "企業", "公的機関", "その他"), series("研究費", (37.4, 138.6, 14.1, 6.9), decimals=1, unit="千億円"), unit="千億円", labels="all")
    many = replace(shares, categories=tuple(f"分野{at}" for at in range(1, 10)), series=(series("割合", (31, 22, 14, 11, 8, 6, 4, 3, 1), unit="%"),), unit="%")
    prefectures = tuple(f"{name}" for name in ["北海道", "青森県", "岩手県", "宮城県", "秋田県", "山形県", "福島県", "茨城県", "栃木県", "群馬県", "埼玉県", "千葉県"])
    grid = figure("small_multiples", YEARS, *(series(name, tuple(20 + at * 6 + (year * (at + 3)) % 11 for year in range(10)), unit="件") for at, name in enumerate(COUNTRIES)), unit="件")
    return {
        "bar": ranking,
        "bar, highlighted point": replace(ranking, highlights=(4,)),
        "bar, no labels": replace(ranking, labels="none"),
        "bar, last label": replace(ranking, labels="last"),
        "bar, long names": scores,
        "bar, target": replace(scores, targets=(target(237.4, "平均"),)),
        "bar, negative": figure("bar", COUNTRIES, series("伸び率", (5, 3, 1, 0, -1, -2, -4, -6)), unit="%"),
        "bar, three categories": figure("bar", ("米国", "中国", "日本"), series("社数", (64, 13, 1)), unit="社"),
        "bar, twelve": figure("bar", prefectures, series("値", tuple(100 - 7 * at for at in range(12))), unit="件"),
        "bars": figure("bar", COUNTRIES[:4], series("2017年", (50, 40, 30, 20)), series("2022年", (60, 45, 28, 24)), unit="件"),
        "stacked bar": figure("stacked_bar", COUNTRIES[:5], series("大学", (50, 40, 30, 20, 25)), series("企業", (160, 145, 128, 90, 130)), series("公的機関", (30, 35, 12, 8, 11)), unit="億ドル", labels="all"),
        "pie": shares,
        "pie, legend": many,
        "pie, no labels": replace(shares, labels="none"),
        "pie, highlighted": replace(shares, highlights=(0,)),
        "donut": replace(shares, kind=ChartKind.DONUT),
        "donut, nine": replace(many, kind=ChartKind.DONUT),
        "small multiples": grid,
        "small multiples, ranks": replace(grid, unit="位", reversed=True, series=grid.series[:4]),
        "small multiples, two units": replace(grid, series=(*grid.series[:2], series("割合", (41, 42, 43, 44, 45, 46, 47, 48, 49, 50), unit="%"))),
        "missing": ReadyFigure("figure", "", ChartKind.LINE, missing="系列の値が未入手のため、図は掲載していない。"),
    }  # fmt: skip


def every_figure() -> Figures:
    """All figures, each with its name as its title, and one with a table of its data."""
    named = {**line_figures(), **column_figures(), **other_figures()}
    five = series("死者数", DEATHS[5:], unit="人")
    named["line, table below"] = figure("line", YEARS[5:], five, unit="人", data_table="below")

    return {name: replace(each, id=f"f{at}", title=name) for at, (name, each) in enumerate(named.items())}


def figure_deck(figures: Mapping[str, ReadyFigure], pack: LayoutPack, per_page: int = 4) -> PlacedDeck:
    """The figures on pages of the pack, ``per_page`` (1, 2 or 4) of them on each."""
    style = style_of_size(pack)
    slot = pack.slide_layouts["content"].slot("body")
    columns, rows = {1: (1, 1), 2: (2, 1), 4: (2, 2)}[per_page]
    width, height = (slot.width - 24 * (columns - 1)) / columns, (slot.height - 14 * (rows - 1)) / rows
    slides = []
    items = list(figures.items())
    for start in range(0, len(items), per_page):
        marks: list[Mark] = []
        for at, (_, each) in enumerate(items[start : start + per_page]):
            x, y = slot.x + at % columns * (width + 24), slot.y + at // columns * (height + 14)
            marks += drawn_marks(figure_block(f"p{start}/{each.id}", each), Box(x, y, width, height), style)
        slides.append(PlacedSlide(f"p{start}", "figure", "content", f"図{start}", tuple(marks)))
    return PlacedDeck(design(pack), tuple(slides))


def placed_texts(marks: Sequence[Mark]) -> list[str]:
    """The texts of all text marks."""
    return [
        "".join(run.text for run in paragraph.runs)
        for mark in marks
        if isinstance(mark, TextMark)
        for paragraph in mark.body.paragraphs
    ]


def cabinet_office() -> LayoutPack:
    return load_pack("cabinet_office")
