"""What a compendium is: frozen records, one file a concept."""

from docgen.model.analysis import AnalysisItem, IndicatorUse, LogicElement
from docgen.model.candidate import Candidate
from docgen.model.chart_kind import ChartKind
from docgen.model.compendium import Compendium
from docgen.model.data import DataReference, Dataset, DataTable
from docgen.model.figure import Figure, SeriesSpec, Table, TableColumn, TargetMark
from docgen.model.finding import Finding, ValueGroup
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
from docgen.model.measure import (
    BudgetAmount,
    BudgetLine,
    BudgetUse,
    Measure,
    MeasureChart,
    PlanItem,
)
from docgen.model.page import Page, RepeatedPage
from docgen.model.period import Period
from docgen.model.picture import Picture
from docgen.model.plan import PageEntry, Section
from docgen.model.precedent import ExcerptSection, Fact, Point, Precedent
from docgen.model.quantity import Quantity
from docgen.model.record import Record, Register
from docgen.model.source import Note, Source

__all__ = [
    "AnalysisItem", "Attainment", "BudgetAmount", "BudgetLine", "BudgetUse", "Candidate", "ChartKind", "Compendium",
    "DataReference", "DataTable", "Dataset", "ExcerptSection", "Fact", "Figure", "Finding", "Indicator", "IndicatorPage",
    "IndicatorUse", "IndicatorValue", "LogicElement", "Measure", "MeasureChart", "Note", "Observation",
    "Override", "Page", "PageEntry", "Period", "Picture", "PlanItem", "Point", "Precedent", "Quantity", "Record",
    "Register", "RepeatedPage",
    "Section", "SeriesSpec", "Source", "Table", "TableColumn", "Target", "TargetMark", "Trend", "ValueGroup",
    "ValueSeries",
]  # fmt: skip
