"""Measures a year later: those to come are to be confirmed; marks that the author set were last year's."""

from __future__ import annotations

from docgen.errors import FieldPath
from docgen.model import Measure, MeasureChart
from docgen.rollover.edits import Changes, Waiting
from docgen.rollover.source import Source


def rolled_measures(source: Source) -> Changes:
    """The changes of all measure charts. A measure that was dropped was shown for its one year."""
    changes = Changes()
    for chart in source.compendium.measure_charts.values():
        for index, measure in enumerate(chart.measures):
            changes += _rolled(chart, measure, ("measure_charts", chart.id, "measures", index), source)
    return changes


def _rolled(chart: MeasureChart, measure: Measure, path: FieldPath, source: Source) -> Changes:
    if measure.change == "dropped":
        return Changes(source.without_item(path))
    edits = source.without_key((*path, "change")) if measure.change is not None else ()
    if measure.status != "upcoming":
        return Changes(edits)
    remark = f"{chart.mark}の今後実施とした施策の実施状況"
    return Changes(edits, (Waiting("measures", f"{chart.id}/{measure.id}", remark),))
