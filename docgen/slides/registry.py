"""Which builder makes which kind of slide: the core's, named here, and those that layout packs bring."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.errors import DocgenError, nearest
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
    organisation_chart,
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
from docgen.value import value

CORE_BUILDERS: tuple[Builder, ...] = (
    Builder("cover", cover.build),
    Builder("contents", contents.build),
    Builder("divider", divider.build),
    Builder("indicator_list", indicator_list.build),
    Builder("indicator_detail", indicator_detail.build),
    Builder("no_data", no_data.build),
    Builder("indicator_overview", indicator_overview.build),
    Builder("additional_list", additional_list.build),
    Builder("additional_overview", additional_overview.build),
    Builder("measure_chart", measure_chart.build),
    Builder("logic_chart", logic_chart.build, logic_chart.LogicChart),
    Builder("organisation_chart", organisation_chart.build, organisation_chart.OrganisationChart),
    Builder("goal_summary", goal_summary.build, goal_summary.GoalSummary),
    Builder("method_flow", method_flow.build, method_flow.MethodFlow),
    Builder("overall_summary", overall_summary.build, overall_summary.OverallSummary),
    Builder("measure_overview", measure_overview.build, measure_overview.MeasureOverview),
    Builder("factor_analysis", factor_analysis.build, factor_analysis.FactorAnalysis),
    Builder("prior_study", prior_study.build),
    Builder("figure", figure.build),
    Builder("table", table.build),
    Builder("picture", picture.build),
    Builder("chart_page", chart_page.build, chart_page.ChartPage),
    Builder("member_list", member_list.build, member_list.MemberList),
    Builder("map", map_page.build, map_page.MapPage),
    Builder("infographic", infographic.build, infographic.Infographic),
    Builder("survey_table", survey_table.build, survey_table.SurveyTable),
    Builder("ranking", ranking.build, ranking.Ranking),
    Builder("survey_donut", survey_donut.build, survey_donut.SurveyDonut),
    Builder("program_profile", program_profile.build, program_profile.ProgramProfile),
    Builder("table_page", table_page.build, table_page.TablePage),
    Builder("text_page", text_page.build, text_page.TextPage),
    Builder("kpi_table", kpi_table.build, kpi_table.KpiTable),
)


@value(frozen=True, slots=True)
class Extension:
    """The builders that a layout pack brings in its pack.py: of kinds of its own, and in the place of others."""

    builders: tuple[Builder, ...] = ()
    overrides: tuple[Builder, ...] = ()


def registry(*extensions: Extension) -> Mapping[str, Builder]:
    """The core's builders and those of ``extensions``, by kind; a later extension may override an earlier one.

    Raises DocgenError where two builders make the same kind and neither overrides the other (it names where
    both are defined), where an override has nothing to override, and where a record is of another kind.
    """
    builders: dict[str, Builder] = {}
    for extension in (Extension(CORE_BUILDERS), *extensions):
        for builder in extension.builders:
            if builder.kind in builders:
                raise _clash(builder, builders[builder.kind])
            builders[builder.kind] = _checked(builder)
        for builder in extension.overrides:
            if builder.kind not in builders:
                raise _nothing_to_override(builder, builders)
            record = builder.record or builders[builder.kind].record
            builders[builder.kind] = _checked(Builder(builder.kind, builder.build, record))
    repeated = repeated_builder(builders)
    return {**builders, repeated.kind: repeated}


def _checked(builder: Builder) -> Builder:
    """The builder. DocgenError where its record says that it is of another kind."""
    if builder.record is not None and builder.record.kind != builder.kind:
        raise DocgenError(
            "record-of-other-kind",
            where=builder.place,
            kind=builder.kind,
            other=builder.record.kind,
            record=builder.record.__name__,
        )
    return builder


def _clash(builder: Builder, other: Builder) -> DocgenError:
    return DocgenError("two-builders", where=builder.place, kind=builder.kind, other=other.place)


def _nothing_to_override(builder: Builder, known: Mapping[str, Builder]) -> DocgenError:
    return DocgenError(
        "nothing-to-override",
        where=builder.place,
        hint=nearest(builder.kind, known),
        kind=builder.kind,
        kinds=tuple(known),
    )
