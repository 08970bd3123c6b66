"""Every kind of chart in every option, and the bad cases, by name."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from docgen.placed import (
    Box,
    ChartAxis,
    ChartText,
    Dash,
    Line,
    NumberFormat,
    PaletteColour,
    PlacedChart,
    PlacedSeries,
)

YEARS = tuple(f"{year}年" for year in range(14, 24))
COUNTRIES = ("韓国", "米国", "日本", "独国", "仏国", "英国")
LINES = (
    ("日本", (2.1, 2.4, 2.2, 2.9, 3.1, 3.0, 2.6, 3.4, 3.9, 4.2), "navy", "circle"),
    ("米国", (4.0, 4.2, 4.5, 4.4, 4.9, 5.1, 4.8, 5.4, 5.9, 6.1), "amber", "square"),
    ("EU", (1.0, 1.1, 1.4, 1.3, 1.6, 1.5, 1.2, 1.9, 2.0, 2.1), "light blue", "diamond"),
)
PALETTE = {
    "ink": PaletteColour("222222", "dk1"),
    "paper": PaletteColour("FFFFFF", "lt1"),
    "navy": PaletteColour("1F3A5F", "dk2"),
    "pale": PaletteColour("F3F6FA", "lt2"),
    "blue": PaletteColour("2E6DA4", "accent1"),
    "light blue": PaletteColour("8FB8DE", "accent2"),
    "amber": PaletteColour("B46A00", "accent3"),
    "half blue": PaletteColour("72A8D8", "accent1", lum_mod=60, lum_off=40),
    "rule": PaletteColour("A9B7C6", "accent4"),
    "red": PaletteColour("C00000"),
    "grey": PaletteColour("5F6B7A"),
}
INKS = ("navy", "light blue", "amber", "blue", "rule", "half blue")

Charts = dict[str, PlacedChart]


def chart(categories: tuple[str, ...], *series: PlacedSeries, **look: Any) -> PlacedChart:
    base = PlacedChart(
        categories,
        series,
        text=ChartText(7),
        label_text=ChartText(8),
        gridline=Line("rule", 0.5),
        axis_line=Line("grey", 0.75),
        category_name="年",
    )
    return replace(base, **look)


def one_line(**look: Any) -> PlacedSeries:
    name, values, colour, marker = LINES[0]
    series = PlacedSeries(name, values, colour, "line", NumberFormat(1), marker)  # type: ignore[arg-type]
    return replace(series, **look)


def lines(**look: Any) -> tuple[PlacedSeries, ...]:
    return tuple(
        replace(one_line(), name=name, values=values, colour=colour, marker=marker, **look)  # type: ignore[arg-type]
        for name, values, colour, marker in LINES
    )


def columns(count: int = 3, kind: str = "column", size: int = 6) -> tuple[PlacedSeries, ...]:
    rows = ((420, 380, 510, 610, 580, 944), (210, 260, 300, 290, 410, 520), (150, 90, 120, 200, 260, 310))
    names = ("当初予算", "補正予算", "基金")
    return tuple(
        PlacedSeries(names[at], rows[at][:size], INKS[at], kind, NumberFormat(unit="億円"))  # type: ignore[arg-type]
        for at in range(count)
    )


def line_charts() -> Charts:
    last = len(YEARS) - 1
    dashes: tuple[Dash, ...] = ("solid", "dash", "dot")
    ends = {0: "above", last: "right"}
    gaps = (2.1, None, 2.2, 2.9, None, None, 2.6, None, 3.9, 4.2)
    named = tuple(replace(s, labels=(last,), name_labels=(last,), label_position="right") for s in lines())
    ranks = one_line(values=(20, 21, 22, 20, 19, 23, 25, 25, 24, 25), number_format=NumberFormat(unit="位"))
    slope = tuple(
        replace(s, values=s.values[:1] + s.values[-1:], labels=(0, 1), name_labels=(1,), label_positions={0: "left", 1: "right"})
        for s in lines()
    )
    target = PlacedSeries("目標", (None,) * last + (5.0,), "red", "line", NumberFormat(1), "triangle", Line("red", 0), labels=(last,), label_position="above", label_colour="red")
    return {
        "line": chart(YEARS, one_line()),
        "line, no markers": chart(YEARS, one_line(marker="none")),
        "line, all labels": chart(YEARS, one_line(labels=tuple(range(10)), label_position="above", label_positions={2: "below", 6: "below"})),
        "line, first and last label": chart(YEARS, one_line(labels=(0, last), label_positions=ends), plot=Box(0.12, 0.08, 0.74, 0.74)),
        "line, forecast": chart(YEARS, one_line(dash_from=7)),
        "line, forecast without markers": chart(YEARS, one_line(dash_from=7, marker="none")),
        "line, highlighted point": chart(YEARS, one_line(point_colours={5: "red"}, labels=(5,), label_colour="red", label_position="above")),
        "line, all points highlighted": chart(YEARS, one_line(marker="none", point_colours=dict.fromkeys(range(10), "amber"))),
        "line, gaps": chart(YEARS, one_line(values=gaps)),
        "line, gaps without markers": chart(YEARS, one_line(values=gaps, marker="none")),
        "line, break of series": chart(YEARS, one_line(breaks=(5,), marker="none")),
        "line, target point": chart(YEARS, one_line(), target, legend="bottom"),
        "line, target line": chart(YEARS, one_line(), PlacedSeries("目標", (4.0,) * 10, "red", "line", NumberFormat(1), line=Line("red", 1, "dash")), legend="top"),
        "line, rank": chart(YEARS, replace(ranks, labels=(0, 4, last), label_position="above"), axis=ChartAxis(1, 40, 13, NumberFormat(unit="位"), reversed=True)),
        "lines, legend bottom": chart(YEARS, *lines(), legend="bottom"),
        "lines, legend right": chart(YEARS, *lines(), legend="right"),
        "lines, legend top": chart(YEARS, *lines(), legend="top"),
        "lines, one legend entry hidden": chart(YEARS, *lines()[:2], replace(lines()[2], in_legend=False), legend="bottom"),
        "lines, names at the ends": chart(YEARS, *named, plot=Box(0.1, 0.05, 0.66, 0.78)),
        "lines, dashes": chart(YEARS, *(replace(s, line=Line(s.colour, 1.5, dash), marker="none") for s, dash in zip(lines(), dashes, strict=True)), legend="bottom"),
        "lines, step 3": chart(YEARS, *lines(), category_label_step=3),
        "lines, axis": chart(YEARS, *lines(), axis=ChartAxis(0, 8, 2, NumberFormat(1, "%"), "割合（％）")),
        "lines, axis hidden": chart(YEARS, *lines(), axis=ChartAxis(visible=False), gridline=None),
        "slope": chart(("2014年", "2023年"), *slope, axis=ChartAxis(visible=False), gridline=None, plot=Box(0.1, 0.05, 0.6, 0.8)),
        "sparkline": chart(YEARS, one_line(marker="none", point_colours={9: "red"}), axis=ChartAxis(visible=False), category_labels=False, gridline=None, axis_line=None),
        "dots": chart(COUNTRIES, replace(one_line(), values=(25.0, 18.5, 12.5, 11.0, 9.5, 7.0), line=Line("navy", 0), labels=tuple(range(6)), label_position="right", point_colours={2: "red"})),
    }  # fmt: skip


def column_charts() -> Charts:
    years = YEARS[:6]
    every = tuple(range(6))
    one = columns(1)[0]
    three = columns()
    negative = (replace(three[0], values=(120, -80, 60, -40, 90, 30)), replace(three[1], values=(-60, 50, -30, 80, -20, 10)))
    labelled = tuple(replace(s, labels=every, label_position="center", label_colour=ink) for s, ink in zip(three, ("paper", "ink", "paper"), strict=True))
    total = PlacedSeries("合計", (780, 730, 930, 1100, 1250, 1774), "ink", "line", NumberFormat(), line=Line("ink", 0), labels=every, label_position="above", in_legend=False)
    patterned = tuple(replace(s, pattern=p) for s, p in zip(three, (None, "wdUpDiag", "pct25"), strict=True))
    ratio = PlacedSeries("執行率", (0.81, 0.84, 0.79, 0.88, None, 0.93), "amber", "line", NumberFormat(percent=True), "circle", secondary=True)
    share = ChartAxis(0, 1, 0.25, NumberFormat(percent=True))
    return {
        "column": chart(years, one),
        "column, labels outside": chart(years, replace(one, labels=every, label_position="outside_end", number_format=NumberFormat())),
        "column, last label inside": chart(years, replace(one, labels=(5,), label_position="inside_end", label_colour="paper", number_format=NumberFormat()), gap_width=30),
        "column, forecast": chart(years, replace(one, dash_from=4)),
        "column, highlight": chart(years, replace(one, point_colours={2: "red"})),
        "column, pattern": chart(years, replace(one, pattern="wdUpDiag")),
        "column, pattern with outline and forecast": chart(years, replace(one, pattern="ltHorz", line=Line("navy", 0.75), dash_from=4)),
        "column, gaps": chart(years, replace(one, values=(420, None, 510, None, 580, 700))),
        "column, negative": chart(years, replace(one, values=(120, -80, 60, -40, 90, 30), labels=every, label_position="outside_end", number_format=NumberFormat(minus="△"))),
        "column, rank": chart(years, replace(one, values=(3, 5, 2, 1, 4, 6), number_format=NumberFormat(unit="位"), labels=every, label_position="inside_end", label_colour="paper"), axis=ChartAxis(1, 8, 1, NumberFormat(unit="位"), reversed=True)),
        "column, narrow gap": chart(years, one, gap_width=10),
        "column, axis title": chart(years, one, axis=ChartAxis(0, 2000, 500, title="予算額（億円）")),
        "column, axis hidden": chart(years, replace(one, labels=every, label_position="outside_end", number_format=NumberFormat()), axis=ChartAxis(visible=False), gridline=None),
        "clustered": chart(years, *three, legend="bottom"),
        "clustered, patterns": chart(years, *patterned, legend="right"),
        "clustered, negative": chart(years, *negative, legend="top"),
        "stacked": chart(years, *three, grouping="stacked", legend="bottom"),
        "stacked, labels": chart(years, *(replace(s, number_format=NumberFormat()) for s in labelled), grouping="stacked", legend="right", gap_width=30),
        "stacked, totals": chart(years, *three, total, grouping="stacked", legend="bottom"),
        "stacked, patterns and forecast": chart(years, *(replace(s, dash_from=5) for s in patterned), grouping="stacked", legend="top"),
        "stacked, negative": chart(years, *negative, grouping="stacked", legend="bottom"),
        "stacked, gaps": chart(years, replace(three[0], values=(420, None, 510, 610, None, 700)), three[1], grouping="stacked"),
        "percent": chart(years, *three, grouping="percent", legend="bottom"),
        "percent, axis": chart(years, *three, grouping="percent", legend="right", axis=ChartAxis(0, 1, 0.25, NumberFormat(percent=True))),
        "percent, labels": chart(years, *(replace(s, number_format=NumberFormat()) for s in labelled), grouping="percent", legend="bottom"),
        "combined": chart(years, one, ratio, axis=ChartAxis(0, 1600, 400), secondary_axis=share, legend="bottom"),
        "combined, titles and labels": chart(years, one, replace(ratio, labels=(0, 5), label_position="above"), axis=ChartAxis(0, 3000, 1000, title="億円"), secondary_axis=replace(share, title="執行率"), legend="top"),
        "combined, stacked": chart(years, *three, ratio, grouping="stacked", secondary_axis=share, legend="bottom"),
        "combined, rank on the second axis": chart(years, one, replace(ratio, values=(25, 22, 20, 18, 15, 12), number_format=NumberFormat(unit="位")), secondary_axis=ChartAxis(1, 40, 13, NumberFormat(unit="位"), reversed=True), legend="bottom"),
        "combined, one axis": chart(years, one, replace(ratio, values=(500, 600, 700, 800, 900, 1000), secondary=False, number_format=NumberFormat()), legend="bottom"),
        "combined, columns second": chart(years, replace(ratio, secondary=False), replace(one, secondary=True), axis=share, secondary_axis=ChartAxis(0, 4000, 1000), legend="bottom"),
    }  # fmt: skip


def bar_charts() -> Charts:
    every = tuple(range(6))
    one = PlacedSeries("1人当たり", (54.4, 47.9, 44.1, 39.5, 33.2, 25.0), "rule", "bar", NumberFormat(1), point_colours={2: "blue"})
    three = columns(3, "bar")
    labelled = tuple(replace(s, number_format=NumberFormat(), labels=every, label_position="center", label_colour=ink) for s, ink in zip(three, ("paper", "ink", "paper"), strict=True))
    prefectures = tuple(f"{at + 1}位 都道府県名{at + 1}" for at in range(20))
    many = PlacedSeries("値", tuple(100 - 4.5 * at for at in range(20)), "blue", "bar", NumberFormat(1), labels=tuple(range(20)), label_position="outside_end")
    return {
        "bar, ranking": chart(COUNTRIES, replace(one, labels=every, label_position="outside_end"), axis=ChartAxis(visible=False), gridline=None),
        "bar": chart(COUNTRIES, one),
        "bar, forecast and pattern": chart(COUNTRIES, replace(one, pattern="wdDnDiag", dash_from=4)),
        "bar, axis title": chart(COUNTRIES, one, axis=ChartAxis(0, 60, 20, NumberFormat(), "千ドル")),
        "bar, reversed": chart(COUNTRIES, replace(one, values=(1, 5, 9, 12, 20, 25), labels=every, label_position="inside_end", label_colours={2: "paper"}), axis=ChartAxis(1, 31, 10, NumberFormat(unit="位"), reversed=True)),
        "bar, negative": chart(COUNTRIES, replace(one, values=(5, 3, 1, -2, -4, -6), labels=every, label_position="outside_end")),
        "bar, twenty": chart(prefectures, many, text=ChartText(6), label_text=ChartText(6), axis=ChartAxis(visible=False), gridline=None, gap_width=30),
        "bar, clustered": chart(COUNTRIES, *three[:2], legend="bottom", axis=ChartAxis(0, 1000, 250)),
        "bar, stacked": chart(COUNTRIES, *three, grouping="stacked", legend="bottom", axis=ChartAxis(0, 2000, 500)),
        "bar, percent labels": chart(COUNTRIES, *labelled, grouping="percent", legend="top", gap_width=30, axis=ChartAxis(0, 1, 0.5, NumberFormat(percent=True))),
        "bar, percent": chart(COUNTRIES, *three, grouping="percent", legend="right"),
        "columns laid down": chart(COUNTRIES, *columns(2), horizontal=True, legend="right", axis=ChartAxis(0, 1000, 500)),
    }  # fmt: skip


def round_charts() -> Charts:
    names = ("大学", "企業", "公的機関", "その他")
    pie = PlacedSeries("研究費", (37.4, 138.6, 14.1, 1.9), "blue", "pie", NumberFormat(1), point_colours=dict(enumerate(INKS[:4])))
    every = (0, 1, 2, 3)
    inside = replace(pie, labels=(0, 1), label_position="center", label_colour="paper", label_colours={1: "ink"})
    light = {0: "paper", 2: "paper", 3: "paper"}
    ring: dict[str, dict[str, Any]] = {"pie": {}, "donut": {"label_colours": light, "labels": (0, 1)}}
    result: Charts = {}
    for grouping in ("pie", "donut"):
        shares = replace(pie, labels=every, label_parts=("category", "percent"), number_format=NumberFormat(percent=True))
        result |= {
            grouping: chart(names, pie, grouping=grouping, legend="right"),
            f"{grouping}, values": chart(names, inside, grouping=grouping, legend="bottom"),
            f"{grouping}, shares": chart(names, replace(shares, label_position="outside_end", **ring[grouping]), grouping=grouping),
            f"{grouping}, one colour and a pattern": chart(names, replace(pie, point_colours={1: "amber"}, pattern="pct50"), grouping=grouping, legend="top"),
            f"{grouping}, a gap": chart(names, replace(pie, values=(37.4, None, 14.1, 1.9)), grouping=grouping, legend="right"),
        }
    result["donut, two rings, small hole"] = chart(names, pie, replace(pie, name="人数", values=(30, 50, 15, 5)), grouping="donut", hole=30, legend="right")
    return result  # fmt: skip


def odd_charts() -> Charts:
    odd = ("A&B", "<b>太字</b>", '"引用"', "=SUM(A1:A9)", "一行目\n二行目", "'単引用' \x07\ud800終")
    days = tuple(f"{at // 28 + 1}/{at % 28 + 1}" for at in range(200))
    wave = tuple(float(at % 17) + at / 20 for at in range(200))
    many = tuple(
        PlacedSeries(f"系列{at + 1}", tuple(float((at * 7 + year) % 23) for year in range(6)), INKS[at % 6], "line")
        for at in range(40)
    )
    named = tuple(PlacedSeries(name, (at + 1.0,) * 6, INKS[at]) for at, name in enumerate(odd))
    kinds: tuple[tuple[str, str, str], ...] = (("line", "line", "standard"), ("column", "column", "clustered"), ("bar", "bar", "stacked"), ("pie", "pie", "pie"), ("donut", "pie", "donut"))
    result = {
        "no series": chart(YEARS),
        "no categories": chart((), PlacedSeries("空", (), "blue")),
        "nothing at all": chart((), grouping="pie", legend="bottom"),
        "200 categories": chart(days, PlacedSeries("日", wave, "blue", "line"), category_label_step=28),
        "200 columns": chart(days, PlacedSeries("日", wave, "blue"), category_label_step=28, gap_width=0),
        "40 lines": chart(YEARS[:6], *many),
        "40 series stacked": chart(YEARS[:6], *(replace(s, kind="column") for s in many), grouping="stacked"),
        "odd names": chart(odd, *named, legend="right", category_name="=名前"),
        "tiny and large": chart(YEARS[:4], PlacedSeries("値", (1e-07, 0.1 + 0.2, 1.2345678901234567e18, -1e17), "blue", "line", NumberFormat(1), "circle"), axis=ChartAxis(number_format=NumberFormat(1))),
    }  # fmt: skip
    for label, kind, grouping in kinds:
        series = PlacedSeries("値", (5.0,), "light blue", kind, NumberFormat(), labels=(0,))  # type: ignore[arg-type]
        result[f"{label}, single point"] = chart(("2023年",), series, grouping=grouping)
        result[f"{label}, all gaps"] = chart(YEARS[:3], replace(series, values=(None,) * 3), grouping=grouping, legend="bottom")
    return result


def matrix() -> Charts:
    return line_charts() | column_charts() | bar_charts() | round_charts() | odd_charts()
