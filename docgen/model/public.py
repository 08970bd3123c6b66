"""What is imported from ``docgen.model`` itself: the records, and what they are made of."""

from docgen.model.analysis import AnalysisItem, Candidate, Finding, IndicatorUse, LogicElement, ValueGroup
from docgen.model.annotation import ChangeArrow, LevelLine, PointNote, ShadedPeriod
from docgen.model.chart_kind import ChartKind
from docgen.model.compendium import Compendium
from docgen.model.data import DataReference, DataTable, Note, Source
from docgen.model.dataset import Dataset
from docgen.model.edition import Edition, Gap, MissingText
from docgen.model.fact import Fact, ListedFact, RowCount
from docgen.model.figure import Figure, Picture, SeriesSpec, Table, TableColumn, TargetMark
from docgen.model.indicator import (
    Attainment,
    Indicator,
    IndicatorPage,
    IndicatorValue,
    Observation,
    Override,
    Target,
    Trend,
    ValueSeries,
)
from docgen.model.measure import BudgetAmount, BudgetLine, BudgetUse, Measure, MeasureChart, PlanItem
from docgen.model.page import Page, PageEntry, RepeatedPage, Section
from docgen.model.period import Period
from docgen.model.precedent import ExcerptSection, Point, Precedent
from docgen.model.quantity import Quantity
from docgen.model.record import Record, Register

__all__ = [
    "AnalysisItem", "Attainment", "BudgetAmount", "BudgetLine", "BudgetUse", "Candidate", "ChangeArrow", "ChartKind",
    "Compendium",
    "DataReference", "DataTable", "Dataset", "Edition", "ExcerptSection", "Fact", "Figure", "Finding", "Gap", "Indicator",
    "IndicatorPage", "IndicatorUse", "IndicatorValue", "LevelLine", "ListedFact", "LogicElement", "Measure", "MeasureChart",
    "MissingText", "Note", "Observation", "Override", "Page", "PageEntry", "Period", "Picture", "PlanItem", "Point",
    "PointNote", "Precedent", "Quantity", "Record",
    "Register", "RepeatedPage", "RowCount", "Section", "SeriesSpec", "ShadedPeriod", "Source", "Table", "TableColumn",
    "Target", "TargetMark", "Trend", "ValueGroup", "ValueSeries",
]  # fmt: skip
