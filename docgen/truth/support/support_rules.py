"""The rules on support."""

from __future__ import annotations

from docgen.truth.support import (
    courses,
    forecasts,
    listed_beside,
    measures_told,
    only_one,
    parts_unknown,
    portions,
    reasons,
    records,
    samples,
    scopes,
    strangers,
    summaries,
    surveys_told,
    years,
)

RULES = (
    scopes.superlatives_have_their_set,
    records.records_have_their_time,
    strangers.names_lie_in_the_table,
    listed_beside.things_told_beside,
    measures_told.measures_lie_in_the_table,
    parts_unknown.parts_are_known,
    years.years_lie_in_the_data,
    forecasts.forecasts_are_told,
    courses.changes_have_their_base,
    samples.answers_are_of_those_asked,
    only_one.only_one_is_alone,
    reasons.reasons_are_told,
    portions.parts_as_told,
    summaries.shares_told_otherwise,
    summaries.plans_told_as_done,
    surveys_told.surveys_as_told,
)
"""All of them, in the order in which they are asked."""
