"""The ready compendium: every number looked up, every judgement made, every sentence rendered.

Out of :mod:`docgen.derive`, into :mod:`docgen.compose`. Nothing on a page is computed later than this.
Texts are final but for the inline markup (:mod:`docgen.typeset.markup`).
"""

from __future__ import annotations

from docgen.ready.candidate import CandidateRow, ReadyCandidates
from docgen.ready.compendium import ReadyCompendium, ReadySection
from docgen.ready.figure import ReadyFigure, ReadyPicture, ReadySeries, ReadyTargetMark
from docgen.ready.front import ContentsEntry, ReadyContents, ReadyCover, ReadyDivider
from docgen.ready.indicator import (
    IndicatorChange,
    IndicatorListRow,
    IndicatorOverviewRow,
    Judgement,
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
from docgen.ready.open_item import OpenItem, OpenKind
from docgen.ready.page import ReadyPage, ReadyPageRecord, ReadyRepeat
from docgen.ready.precedent import ReadyExcerptSection, ReadyPoint, ReadyPrecedent
from docgen.ready.table import ReadyColumn, ReadyTable
from docgen.ready.value import ReadyObservation, ReadyTarget, ReadyValue, Trace, line_ranges

__all__ = [
    "CHANGED_WORDS",
    "CandidateRow",
    "ContentsEntry",
    "IndicatorChange",
    "IndicatorListRow",
    "IndicatorOverviewRow",
    "Judgement",
    "OpenItem",
    "OpenKind",
    "ReadyBudgetLine",
    "ReadyCandidates",
    "ReadyColumn",
    "ReadyCompendium",
    "ReadyContents",
    "ReadyCover",
    "ReadyDivider",
    "ReadyExcerptSection",
    "ReadyFigure",
    "ReadyIndicatorList",
    "ReadyIndicatorOverview",
    "ReadyIndicatorPage",
    "ReadyMeasure",
    "ReadyMeasureChart",
    "ReadyObservation",
    "ReadyPage",
    "ReadyPageRecord",
    "ReadyPicture",
    "ReadyPlanItem",
    "ReadyPoint",
    "ReadyPrecedent",
    "ReadyRepeat",
    "ReadySection",
    "ReadySeries",
    "ReadyTable",
    "ReadyTarget",
    "ReadyTargetMark",
    "ReadyValue",
    "Trace",
    "line_ranges",
]
