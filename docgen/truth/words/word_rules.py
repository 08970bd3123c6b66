"""The rules on words, in the order in which they are asked."""

from __future__ import annotations

from docgen.truth.words import (
    alone,
    attainment,
    compared,
    directions,
    everyone,
    extents,
    extremes,
    legends,
    portions,
    table_marks,
)

RULES = (
    directions.directions_follow,
    extents.extents_hold,
    compared.comparisons_hold,
    everyone.all_hold,
    alone.listed_hold,
    extremes.extremes_hold,
    portions.portions_hold,
    attainment.targets_right,
    attainment.attainment_holds,
    legends.marks_defined,
    legends.marks_fit,
    table_marks.marks_of_tables,
)
