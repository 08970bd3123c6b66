"""What a compendium is: frozen records as content folders and scripts state them. The first values of the way.

compendium                  Compendium, which holds all records; Origin: where they were written; CarriedOver
record                      the base of records; Register: records by id
indicator                   indicators (指標) with their values and pages
measure, budget             measure charts (施策チャート); the amounts of their budget lines
precedent                   prior studies (先行調査)
fact, short_names           numbers that sentences take by a name; which value or fact a name means
edition                     draft and final; what a record says of data that is not there yet
page                        pages of their own with their statements; the order of the deck
analysis                    analysis items, logic elements, findings (所見), candidates (追加指標等候補)
figure, chart_kind          figures, tables and pictures; the kinds of charts
annotation                  what is drawn into a chart beside its data
data, dataset               tables of data and references to them; data files and how they are read
lookup, series              the number in a cell; the points of a value
period, quantity, printing  2022年度, 1,744億円, and how they are printed
cells                       what a cell holds: the one reader of values of files, workbooks and scripts
explain, given              errors of pydantic in words, with a place in a file, or the record and field of a script
acceptance                  what people have accepted of what checks find
mark                        marks at numbers: 速報, 推計, *
prose                       what templates may name; words such as 今年度
"""

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
