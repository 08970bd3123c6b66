"""The rules on words, in the order in which they are asked."""

from __future__ import annotations

from docgen.truth.words import (
    alone,
    attainment,
    compared,
    counted,
    crossings,
    directions,
    everyone,
    extents,
    extremes,
    halves,
    how_many,
    legends,
    orders,
    portions,
    runners_up,
    share_bounds,
    table_marks,
    turning,
    undefined,
)

RULES = (
    directions.directions_follow,
    extents.extents_hold,
    compared.comparisons_hold,
    everyone.all_hold,
    alone.listed_hold,
    counted.counts_hold,
    how_many.hold_of_so_many,
    crossings.crossings_hold,
    extremes.extremes_hold,
    runners_up.runners_up_hold,
    runners_up.orders_hold,
    orders.orders_stay,
    turning.turns_hold,
    portions.portions_hold,
    halves.halves_of_named_hold,
    share_bounds.share_bounds_hold,
    attainment.targets_right,
    attainment.attainment_holds,
    undefined.marks_defined,
    legends.marks_fit,
    table_marks.marks_of_tables,
)
