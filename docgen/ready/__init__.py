"""What :mod:`docgen.derive` gives and :mod:`docgen.compose` takes: pages on which nothing is left to compute.

Every number is looked up, every judgement made, every sentence rendered; texts are final but for the inline
markup (:mod:`docgen.prose.markup`). All of it is frozen.

- ``compendium``: all pages, the sections, and what waits for a person; a page with its id and its kind, for which
  a slide builder takes the ``record``; records that are a page by themselves; cover, contents and dividers
- ``value``: a row of a value table, and the trace of each number to its file, line and column
- ``figure``: figures, pictures and tables with their data; ``figure_rules``: what a kind of figure cannot show,
  ``scale_rules``: what a stated scale would hide
- ``annotation``: what is drawn into a chart beside its data
- ``gap``: parts without data, and the card of a page of which nothing is there
- ``indicator``, ``measure``: the records of pages that are made from several records of the content
"""

from __future__ import annotations

from docgen.ready.compendium import (
    ContentsEntry,
    OpenItem,
    OpenKind,
    ReadyCompendium,
    ReadyContents,
    ReadyCover,
    ReadyDivider,
    ReadyPage,
    ReadyPageRecord,
    ReadyRepeat,
    ReadySection,
)
from docgen.ready.figure import (
    ReadyColumn,
    ReadyDifference,
    ReadyFigure,
    ReadyPicture,
    ReadySeries,
    ReadyTable,
    ReadyTargetMark,
    TimeAxis,
)
from docgen.ready.gap import ReadyGap, ReadyStatus
from docgen.ready.indicator import (
    CandidateRow,
    IndicatorChange,
    IndicatorListRow,
    IndicatorOverviewRow,
    Judgement,
    ReadyCandidates,
    ReadyIndicatorList,
    ReadyIndicatorOverview,
    ReadyIndicatorPage,
)
from docgen.ready.measure import (
    CHANGED_WORDS,
    ReadyBudgetLine,
    ReadyMeasure,
    ReadyMeasureChart,
    ReadyPlanItem,
)
from docgen.ready.value import ReadyObservation, ReadyTarget, ReadyValue, Trace, line_ranges

__all__ = [
    "CHANGED_WORDS", "CandidateRow", "ContentsEntry", "IndicatorChange", "IndicatorListRow",
    "IndicatorOverviewRow", "Judgement", "OpenItem", "OpenKind", "ReadyBudgetLine", "ReadyCandidates",
    "ReadyColumn", "ReadyCompendium", "ReadyContents", "ReadyCover", "ReadyDifference", "ReadyDivider", "ReadyFigure",
    "ReadyGap", "ReadyIndicatorList", "ReadyIndicatorOverview", "ReadyIndicatorPage", "ReadyMeasure",
    "ReadyMeasureChart", "ReadyObservation", "ReadyPage", "ReadyPageRecord", "ReadyPicture", "ReadyPlanItem",
    "ReadyRepeat", "ReadySection", "ReadySeries", "ReadyStatus", "ReadyTable", "ReadyTarget",
    "ReadyTargetMark", "ReadyValue", "TimeAxis", "Trace", "line_ranges",
]  # fmt: skip
