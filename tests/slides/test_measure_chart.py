"""The measure chart's slide: what it shows, how it is parted, what a bureau may change."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from support.drawn_marks import drawn_marks

from docgen.blocks.flow.keyed import KeyedFlow
from docgen.blocks.memory import Memory
from docgen.checks.check import check_placed
from docgen.compose.numbering import number_pages
from docgen.compose.pages import place_page
from docgen.errors import DocgenError
from docgen.layout.design import design
from docgen.layout.load import load_pack
from docgen.layout.pack import LayoutPack
from docgen.layout.style import measure_of, style_ladder
from docgen.model import Quantity
from docgen.model.measure import BudgetKind
from docgen.placed import ConnectorMark, Mark, PlacedDeck, PlacedSlide, ShapeMark, TextMark
from docgen.ready import ReadyBudgetLine, ReadyMeasure, ReadyMeasureChart, ReadyPage, ReadyPlanItem
from docgen.slides.draft import Builder
from docgen.slides.measure_chart import MeasureChartOptions, build, chart_block

PACK = load_pack("cabinet_office")
WIDE = load_pack(Path(__file__).parent.parent / "layouts" / "wide")
KINDS: dict[int, BudgetKind] = {2022: "executed", 2023: "budgeted", 2024: "requested"}


def _line(name: str, amounts: dict[int, Quantity], *related: str) -> ReadyBudgetLine:
    return ReadyBudgetLine(
        name, f"事業{name}", {year: (KINDS[year], amount) for year, amount in amounts.items()}, related
    )


CHART = ReadyMeasureChart(
    mark="⑤",
    title="科学技術外交の戦略的な推進",
    group="科学技術外交の基盤強化と戦略展開",
    plan_items=(ReadyPlanItem("P1", "国際共同研究の強化"), ReadyPlanItem("P2", "人材の派遣", new_page=True)),
    measures=(
        ReadyMeasure("M1", "新たな基金の創設", "expanded", ("P1",)),
        ReadyMeasure("M2", "協力形態の公開", "continuing", ("P1",), repeated=True, owner="文部科学省"),
        ReadyMeasure("M3", "邦人職員の増加", "upcoming", ("P2",)),
        ReadyMeasure("M4", "計画に紐づかない取組", None, ()),
    ),
    budgets=(
        _line("fund", {2022: Quantity.of("50050", "百万円"), 2024: Quantity.of("45", "億円")}, "M1", "M3"),
        _line("jpo", {2023: Quantity.of("116.5", "百万円")}, "P2"),
    ),
    years=tuple(KINDS.items()),
    notes=("戦略に記載のある施策を中心に整理",),
)
ONE_PAGE = replace(CHART, plan_items=tuple(replace(item, new_page=False) for item in CHART.plan_items))


def _slides(chart: ReadyMeasureChart, pack: LayoutPack = PACK) -> tuple[PlacedSlide, ...]:
    builders = {"measure_chart": Builder("measure_chart", build)}
    return place_page(ReadyPage("chart-5", "measure_chart", chart), builders, style_ladder(pack), Memory())


def _texts(marks: tuple[Mark, ...]) -> dict[str, str]:
    return {
        mark.id: "\n".join("".join(run.text for run in p.runs) for p in mark.body.paragraphs)
        for mark in marks
        if isinstance(mark, (ShapeMark, TextMark)) and mark.body is not None
    }


def _shape(slide: PlacedSlide, name: str) -> ShapeMark:
    (found,) = (mark for mark in slide.marks if mark.id == f"chart-5/chart/{name}")
    assert isinstance(found, ShapeMark)
    return found


def _drawn(options: MeasureChartOptions) -> dict[str, str]:
    block = chart_block("chart-5", ONE_PAGE, PACK, options)
    return _texts(drawn_marks(block, PACK.slide_layouts["content"].slot("body"), style_ladder(PACK)[2]))


def test_the_title_and_the_tag_are_those_of_the_group() -> None:
    draft = build(ReadyPage("chart-5", "measure_chart", CHART), CHART, PACK)
    assert (draft.title, draft.texts["tag"]) == ("⑤ 科学技術外交の戦略的な推進", "施策群⑤")


def test_heads_and_group_stand_over_the_columns() -> None:
    texts = _texts(_slides(ONE_PAGE)[0].marks)
    heads = [texts[f"chart-5/chart/{name}"] for name in ("title", "head-1", "head-2", "head-3", "head-3/1")]
    assert heads == [
        "科学技術外交の基盤強化と戦略展開",
        "基本計画",
        "戦略等に基づく施策",
        "関連する主な予算（百万円）",
        "2022年度\n執行額",
    ]


@pytest.mark.parametrize(
    ("measure", "status"), [("M1", "expanded"), ("M2", "continuing"), ("M3", "upcoming")]
)
def test_a_status_shows_by_fill_border_and_mark(measure: str, status: str) -> None:
    shape, look = _shape(_slides(ONE_PAGE)[0], measure), PACK.statuses[status]
    assert shape.line is not None
    assert shape.body is not None
    words = shape.body.paragraphs[0]
    assert (shape.fill, shape.line.colour, shape.line.dash) == (
        look.fill,
        look.border.colour,
        look.border.dash,
    )
    assert (words.bullet, words.bullet_colour) == (look.mark, look.mark_colour)


def test_a_measure_without_a_plan_item_and_without_a_status_is_drawn_neutral() -> None:
    (slide,) = _slides(ONE_PAGE)
    assert _shape(slide, "M4").fill == PACK.statuses["neutral"].fill
    ends = {glue.shape for m in slide.marks if isinstance(m, ConnectorMark) for glue in (m.start, m.end)}
    assert "chart-5/chart/M4" not in ends


def test_a_repeated_measure_says_so() -> None:
    assert _texts(_slides(ONE_PAGE)[0].marks)["chart-5/chart/M2"] == "協力形態の公開（再掲）"


def test_amounts_stand_in_one_unit_and_missing_years_are_dashes() -> None:
    texts = _texts(_slides(ONE_PAGE)[0].marks)
    assert texts["chart-5/chart/budget/fund"] == "事業fund\n\t50,050\t－\t4,500"
    assert texts["chart-5/chart/budget/jpo"] == "事業jpo\n\t－\t116.5\t－"


def test_a_chart_continues_on_a_new_page_by_whole_groups_with_what_belongs_to_both() -> None:
    first, second = (_texts(slide.marks) for slide in _slides(CHART))
    assert {"chart-5/chart/P1", "chart-5/chart/M1", "chart-5/chart/M2"} <= set(first)
    assert {"chart-5/chart/P2", "chart-5/chart/M3", "chart-5/chart/M4"} <= set(second)
    assert "chart-5/chart/P2" not in first
    assert "chart-5/chart/M1" not in second
    for name in ("title", "head-1", "head-3", "budget/fund", "notes"):
        assert first[f"chart-5/chart/{name}"] == second[f"chart-5/chart/{name}"]
    assert "次ページに続く" in first.values()
    assert "前ページからの続き" in second.values()


def test_each_page_has_a_legend_of_what_occurs_on_it() -> None:
    legends = [
        [text for name, text in _texts(slide.marks).items() if "legend" in name and len(text) > 1]
        for slide in _slides(CHART)
    ]
    assert legends == [["実施済・継続", "新規・大幅拡充"], ["今後実施", "実施状況の記載なし"]]


def test_every_text_has_at_least_eight_points_but_notes() -> None:
    for slide in _slides(CHART):
        for mark in slide.marks:
            if isinstance(mark, ShapeMark) and mark.body and "legend" not in mark.id:
                assert all(run.size >= 8 for p in mark.body.paragraphs for run in p.runs), mark.id


def test_a_word_more_in_one_measure_leaves_the_other_page_as_it_is() -> None:
    changed = replace(CHART.measures[2], text="邦人職員の一層の増加")
    measures = (*CHART.measures[:2], changed, CHART.measures[3])
    before, after = _slides(CHART), _slides(replace(CHART, measures=measures))
    assert before[0] == after[0]
    assert before[1] != after[1]


def test_the_checks_find_nothing_wrong_with_the_slides() -> None:
    placed = PlacedDeck(design(PACK), number_pages([*_slides(CHART)]))
    assert check_placed(placed, PACK) == ()


def test_the_same_chart_gives_the_same_slides() -> None:
    assert _slides(CHART) == _slides(CHART)


def test_a_line_that_is_used_twice_on_a_chart_is_drawn_once() -> None:
    chart = replace(ONE_PAGE, budgets=(*ONE_PAGE.budgets, replace(ONE_PAGE.budgets[0], relates_to=("M2",))))
    (slide,) = _slides(chart)
    ends = {
        m.start.shape for m in slide.marks if isinstance(m, ConnectorMark) and m.end.shape.endswith("fund")
    }
    assert ends == {f"chart-5/chart/{name}" for name in ("M1", "M2", "M3")}


def test_a_chart_fits_another_pack() -> None:
    (slide,) = _slides(ONE_PAGE, WIDE)
    slot = WIDE.slide_layouts["content"].slot("body")
    assert all(slot.contains(mark.box) for mark in slide.marks if isinstance(mark, ShapeMark))


def test_budgets_can_be_hidden() -> None:
    texts = _drawn(MeasureChartOptions(budgets=False))
    assert not any("budget" in name for name in texts)
    assert "chart-5/chart/head-3" not in texts


def test_owners_can_be_shown() -> None:
    assert _drawn(MeasureChartOptions(owners=True))["chart-5/chart/M2"].endswith("\n文部科学省")


def test_heads_can_be_other_words() -> None:
    texts = _drawn(MeasureChartOptions(heads={"measure_plan": "計画の項目"}))
    assert texts["chart-5/chart/head-1"] == "計画の項目"


def test_a_total_and_the_change_are_shown_where_asked() -> None:
    texts = _drawn(MeasureChartOptions(total="合計", change="増減"))
    assert texts["chart-5/chart/total"] == "合計\n\t50,050\t116.5\t4,500\t+4,383.5"
    assert texts["chart-5/chart/head-3/4"] == "増減"


def test_units_can_stay_as_the_source_has_them() -> None:
    texts = _drawn(MeasureChartOptions(one_unit=False))
    assert texts["chart-5/chart/budget/fund"] == "事業fund\n\t50,050百万円\t－\t45億円"
    assert texts["chart-5/chart/head-3"] == "関連する主な予算"


def _with_options(**options: object) -> LayoutPack:
    return PACK.model_copy(update={"options": {"measure_chart": options}})


def test_a_pack_says_by_its_options_what_its_charts_show() -> None:
    pack = _with_options(owners=True, total="合計", change="増減", heads={"measure_budget": "主な事業"})
    (slide,) = _slides(ONE_PAGE, pack)
    texts = _texts(slide.marks)
    assert texts["chart-5/chart/M2"].endswith("\n文部科学省")
    assert texts["chart-5/chart/total"].startswith("合計\n")
    assert texts["chart-5/chart/head-3"] == "主な事業（百万円）"
    assert check_placed(PlacedDeck(design(pack), number_pages([slide])), pack) == ()


def test_the_heads_of_four_columns_of_figures_keep_apart() -> None:
    (slide,) = _slides(ONE_PAGE, _with_options(change="増減"))
    heads = [_shape(slide, f"head-3/{number}") for number in range(1, 5)]
    assert all(head.body is not None for head in heads)
    for head in heads:
        assert head.body is not None
        widest = max(measure_of(PACK).natural_width(paragraph) for paragraph in head.body.paragraphs)
        assert widest + head.body.insets.right < head.box.width - 2


def test_a_pack_may_hide_budgets_and_turn_the_columns() -> None:
    (slide,) = _slides(ONE_PAGE, _with_options(budgets=False, columns=["measures", "plan"]))
    assert _shape(slide, "M1").box.right < _shape(slide, "P1").box.x
    assert not any("budget" in mark.id for mark in slide.marks)


def test_an_option_that_the_kind_does_not_know_is_an_error_with_its_place() -> None:
    with pytest.raises(DocgenError, match="no option 'owner'") as caught:
        _slides(ONE_PAGE, _with_options(owner=True))
    assert "measure_chart.owner" in str(caught.value.where)
    assert "owners" in str(caught.value.hint)


def test_the_content_order_can_be_kept() -> None:
    block = chart_block("chart-5", ONE_PAGE, PACK, MeasureChartOptions(content_order=True))
    assert isinstance(block, KeyedFlow)
    assert all(column.fixed for column in block.flow.columns)
