"""Which builder makes which kind of slide. Builders are registered here, not found by search."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from docgen.errors import DocgenError
from docgen.slides import (
    additional_list,
    additional_overview,
    chart_page,
    contents,
    cover,
    divider,
    factor_analysis,
    figure,
    goal_summary,
    indicator_detail,
    indicator_list,
    indicator_overview,
    infographic,
    kpi_table,
    logic_chart,
    map_page,
    measure_chart,
    measure_overview,
    member_list,
    method_flow,
    no_data,
    overall_summary,
    picture,
    prior_study,
    program_profile,
    ranking,
    survey_donut,
    survey_table,
    table,
    table_page,
    text_page,
)
from docgen.slides.draft import Builder
from docgen.slides.repeated import repeated_builder

CORE_BUILDERS: tuple[Builder, ...] = (
    Builder("cover", cover.build, "docgen.slides.cover"),
    Builder("contents", contents.build, "docgen.slides.contents"),
    Builder("divider", divider.build, "docgen.slides.divider"),
    Builder("indicator_list", indicator_list.build, "docgen.slides.indicator_list"),
    Builder("indicator_detail", indicator_detail.build, "docgen.slides.indicator_detail"),
    Builder("no_data", no_data.build, "docgen.slides.no_data"),
    Builder("indicator_overview", indicator_overview.build, "docgen.slides.indicator_overview"),
    Builder("additional_list", additional_list.build, "docgen.slides.additional_list"),
    Builder("additional_overview", additional_overview.build, "docgen.slides.additional_overview"),
    Builder("measure_chart", measure_chart.build, "docgen.slides.measure_chart"),
    Builder("logic_chart", logic_chart.build, "docgen.slides.logic_chart", logic_chart.LogicChart),
    Builder("goal_summary", goal_summary.build, "docgen.slides.goal_summary", goal_summary.GoalSummary),
    Builder("method_flow", method_flow.build, "docgen.slides.method_flow", method_flow.MethodFlow),
    Builder(
        "overall_summary", overall_summary.build, "docgen.slides.overall_summary", overall_summary.OverallSummary
    ),
    Builder(
        "measure_overview", measure_overview.build, "docgen.slides.measure_overview", measure_overview.MeasureOverview
    ),
    Builder(
        "factor_analysis", factor_analysis.build, "docgen.slides.factor_analysis", factor_analysis.FactorAnalysis
    ),
    Builder("prior_study", prior_study.build, "docgen.slides.prior_study"),
    Builder("figure", figure.build, "docgen.slides.figure"),
    Builder("table", table.build, "docgen.slides.table"),
    Builder("picture", picture.build, "docgen.slides.picture"),
    Builder("chart_page", chart_page.build, "docgen.slides.chart_page", chart_page.ChartPage),
    Builder("member_list", member_list.build, "docgen.slides.member_list", member_list.MemberList),
    Builder("map", map_page.build, "docgen.slides.map_page", map_page.MapPage),
    Builder("infographic", infographic.build, "docgen.slides.infographic", infographic.Infographic),
    Builder("survey_table", survey_table.build, "docgen.slides.survey_table", survey_table.SurveyTable),
    Builder("ranking", ranking.build, "docgen.slides.ranking", ranking.Ranking),
    Builder("survey_donut", survey_donut.build, "docgen.slides.survey_donut", survey_donut.SurveyDonut),
    Builder(
        "program_profile",
        program_profile.build,
        "docgen.slides.program_profile",
        program_profile.ProgramProfile,
    ),
    Builder("table_page", table_page.build, "docgen.slides.table_page", table_page.TablePage),
    Builder("text_page", text_page.build, "docgen.slides.text_page", text_page.TextPage),
    Builder("kpi_table", kpi_table.build, "docgen.slides.kpi_table", kpi_table.KpiTable),
)


def registry(*further: Iterable[Builder]) -> Mapping[str, Builder]:
    """The core's builders and those of ``further`` sources, by kind.

    Raises DocgenError where two builders make the same kind, naming where both are defined.
    """
    found: dict[str, Builder] = {}
    for builders in (CORE_BUILDERS, *further):
        for builder in builders:
            if builder.kind in found:
                raise DocgenError(
                    f"two builders make slides of kind {builder.kind!r}",
                    where=f"{found[builder.kind].origin} and {builder.origin}",
                    expected="one builder a kind",
                    hint="give one of them another kind, and name it in the pack's kinds",
                )
            found[builder.kind] = builder
    again = repeated_builder(found)
    return {**found, again.kind: again}
