"""What is imported from ``docgen.blocks`` itself: every block, and what is needed to make one."""

from docgen.blocks.arrange.balanced import BalancedPair, TwoColumns
from docgen.blocks.arrange.choice import InRowOrBelow, Largest, LowestOf
from docgen.blocks.arrange.columns import Columns, EqualHeight
from docgen.blocks.arrange.panel import Panel
from docgen.blocks.arrange.stack import PageBreaks, Spacer, Stack
from docgen.blocks.arrange.steps import Step, Steps
from docgen.blocks.block import Block, Laid, latest_split
from docgen.blocks.chart.chart import ChartBlock
from docgen.blocks.figure.data_table import DataTableBlock
from docgen.blocks.figure.donut import DonutBlock, DonutLegend
from docgen.blocks.figure.dumbbell import DumbbellBlock
from docgen.blocks.figure.figure import figure_block
from docgen.blocks.figure.heat_table import HeatTable
from docgen.blocks.figure.numbers import NumbersBlock
from docgen.blocks.figure.picture import PictureBlock
from docgen.blocks.figure.scatter import ScatterBlock
from docgen.blocks.figure.share_bar import ShareBarBlock
from docgen.blocks.figure.sparklines import SparklineTable, table_block
from docgen.blocks.flow.boxes import BoxLook, FlowBox, FlowColumn, FlowFrame, Heads
from docgen.blocks.flow.flow import Flow
from docgen.blocks.flow.keyed import KeyedFlow
from docgen.blocks.map.outlines_map import CountryMap
from docgen.blocks.map.tiles_map import PrefectureMap, Tile
from docgen.blocks.memory import Memory
from docgen.blocks.table.cell import BodyRow, Cell, ColumnSpec, ShadeRule
from docgen.blocks.table.column_parts import ColumnParts, RowBlock
from docgen.blocks.table.halves import TableHalves
from docgen.blocks.table.schedule import schedule_block
from docgen.blocks.table.table import TableBlock
from docgen.blocks.table.values import ValueWords, value_table
from docgen.blocks.text.items import TextItem, texts
from docgen.blocks.text.legend import LegendBlock, LegendEntry, LegendText
from docgen.blocks.text.notes import NotesBlock
from docgen.blocks.text.text import TextBlock, heading, message_box, missing_line, statement
from docgen.layout.pack import Stroke
from docgen.layout.style import Style
from docgen.placed import (
    Box,
    ChartMark,
    ConnectorMark,
    Insets,
    Line,
    Mark,
    Paragraph,
    PictureMark,
    Run,
    ShapeMark,
    TableMark,
    TextBody,
    TextMark,
)

__all__ = [
    "BalancedPair",
    "Block",
    "BodyRow",
    "Box",
    "BoxLook",
    "Cell",
    "ChartBlock",
    "ChartMark",
    "ColumnParts",
    "ColumnSpec",
    "Columns",
    "ConnectorMark",
    "CountryMap",
    "DataTableBlock",
    "DonutBlock",
    "DonutLegend",
    "DumbbellBlock",
    "EqualHeight",
    "Flow",
    "FlowBox",
    "FlowColumn",
    "FlowFrame",
    "Heads",
    "HeatTable",
    "InRowOrBelow",
    "Insets",
    "KeyedFlow",
    "Laid",
    "Largest",
    "LegendBlock",
    "LegendEntry",
    "LegendText",
    "Line",
    "LowestOf",
    "Mark",
    "Memory",
    "NotesBlock",
    "NumbersBlock",
    "PageBreaks",
    "Panel",
    "Paragraph",
    "PictureBlock",
    "PictureMark",
    "PrefectureMap",
    "RowBlock",
    "Run",
    "ScatterBlock",
    "ShadeRule",
    "ShapeMark",
    "ShareBarBlock",
    "Spacer",
    "SparklineTable",
    "Stack",
    "Step",
    "Steps",
    "Stroke",
    "Style",
    "TableBlock",
    "TableHalves",
    "TableMark",
    "TextBlock",
    "TextBody",
    "TextItem",
    "TextMark",
    "Tile",
    "TwoColumns",
    "ValueWords",
    "figure_block",
    "heading",
    "latest_split",
    "message_box",
    "missing_line",
    "schedule_block",
    "statement",
    "table_block",
    "texts",
    "value_table",
]  # fmt: skip
