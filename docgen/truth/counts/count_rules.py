"""The rules on counts."""

from __future__ import annotations

from docgen.truth.counts import (
    all_of_counted,
    by_marks,
    by_thresholds,
    columns_compared,
    enumerated,
    items,
    listed,
    members,
    rows,
    stretches,
)

RULES = (
    enumerated.counts_of_names,
    enumerated.counts_of_lines,
    listed.counts_of_ranges,
    listed.counts_of_lists,
    stretches.counts_of_stretches,
    rows.counts_by_words,
    by_thresholds.counts_by_thresholds,
    columns_compared.counts_by_columns,
    by_marks.counts_by_marks,
    items.counts_of_items,
    members.members_as_told,
    by_marks.names_by_marks,
    all_of_counted.all_of_counted,
    rows.counts_of_all,
    rows.counts_of_the_rest,
)
"""All of them, in the order in which they are asked."""
