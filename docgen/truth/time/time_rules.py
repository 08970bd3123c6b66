"""The rules on time."""

from __future__ import annotations

from docgen.truth.time import (
    another_period,
    changes_by_calendar,
    elapsed,
    era_years,
    published,
    rows_periods,
    spans,
    stated_periods,
    streaks,
    told_twice,
    years_apart,
)

RULES = (
    another_period.numbers_at_their_period,
    changes_by_calendar.changes_in_their_calendar,
    era_years.years_by_two_names,
    spans.spans_in_order,
    spans.lengths_of_spans,
    spans.lengths_in_months,
    published.nothing_actual_after_publication,
    published.plans_lie_ahead,
    published.sources_older_than_the_deck,
    published.sources_of_one_date,
    published.own_publication,
    stated_periods.periods_of_one_name,
    rows_periods.periods_of_rows,
    elapsed.years_of_plans,
    stated_periods.years_of_targets,
    streaks.streaks_of_series,
    told_twice.years_by_word_and_number,
    told_twice.latest_are_the_last,
    told_twice.years_left,
    years_apart.years_as_far_apart,
)
"""All of them, in the order in which they are asked."""
