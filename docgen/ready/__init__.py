"""What :mod:`docgen.derive` gives and :mod:`docgen.compose` takes: pages on which nothing is left to compute.

Every number is looked up, every judgement made, every sentence rendered; texts are final but for the inline
markup (:mod:`docgen.typeset.markup`). All of it is frozen.

- ``compendium``: all pages, the sections, and what waits for a person
- ``page``: a page with its id and its kind, for which a slide builder takes the ``record``; and the ready form of
  the records that are a page by themselves
- ``value``: a row of a value table, and the trace of each number to its file, line and column
- ``figure``, ``table``: figures, pictures and tables with their data; ``figure_rules`` what a kind cannot show
- ``front``, ``indicator``, ``measure``: the records of pages that are made from several records of the content
"""

from __future__ import annotations

from docgen.ready.compendium import OpenItem, OpenKind, ReadyCompendium, ReadySection
from docgen.ready.figure import ReadyFigure, ReadyPicture, ReadySeries, ReadyTargetMark
from docgen.ready.front import ContentsEntry, ReadyContents, ReadyCover, ReadyDivider
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
from docgen.ready.page import ReadyPage, ReadyPageRecord, ReadyRepeat
from docgen.ready.table import ReadyColumn, ReadyTable
from docgen.ready.value import ReadyObservation, ReadyTarget, ReadyValue, Trace, line_ranges

__all__ = [
    "CHANGED_WORDS", "CandidateRow", "ContentsEntry", "IndicatorChange", "IndicatorListRow",
    "IndicatorOverviewRow", "Judgement", "OpenItem", "OpenKind", "ReadyBudgetLine", "ReadyCandidates",
    "ReadyColumn", "ReadyCompendium", "ReadyContents", "ReadyCover", "ReadyDivider", "ReadyFigure",
    "ReadyIndicatorList", "ReadyIndicatorOverview", "ReadyIndicatorPage", "ReadyMeasure",
    "ReadyMeasureChart", "ReadyObservation", "ReadyPage", "ReadyPageRecord", "ReadyPicture", "ReadyPlanItem",
    "ReadyRepeat", "ReadySection", "ReadySeries", "ReadyTable", "ReadyTarget",
    "ReadyTargetMark", "ReadyValue", "Trace", "line_ranges",
]  # fmt: skip
