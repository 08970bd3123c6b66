"""The rules on support."""

from __future__ import annotations

from docgen.truth.support import only_one, reasons, samples, scopes, strangers, summaries, years

RULES = (
    scopes.superlatives_have_their_set,
    strangers.names_lie_in_the_table,
    years.years_lie_in_the_data,
    years.changes_have_their_base,
    samples.answers_are_of_those_asked,
    only_one.only_one_is_alone,
    reasons.reasons_are_told,
    summaries.parts_told_as_all,
    summaries.shares_told_otherwise,
    summaries.plans_told_as_done,
    summaries.trends_have_their_series,
)
"""All of them, in the order in which they are asked."""
