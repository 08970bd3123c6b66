"""The placed deck: every mark of every slide with its box, ready to be spelled as XML.

It comes out of docgen.compose and goes into docgen.write. All lengths are points (1 pt = 12,700 EMU); colours are
names of the design's palette; nothing here knows PowerPoint's XML.

deck      PlacedDeck: slides, sections, properties, what a deck says of itself; read this first
mark      the closed set of marks: text, shape, connector, table with its cells, chart, picture
box       boxes, insets, lines; strokes through boxes
text      runs, paragraphs, bodies of text
address   links that leave the deck: which they are, whether they can be followed
chart     series, axes, number formats
design    theme, master and slide layouts
"""

from __future__ import annotations

from docgen.placed.box import Anchor, Box, Dash, Insets, Line
from docgen.placed.chart import (
    ChartAxis,
    ChartText,
    LabelPart,
    LabelPosition,
    NumberFormat,
    PlacedChart,
    PlacedSeries,
)
from docgen.placed.deck import (
    BudgetSummary,
    DeckProperties,
    DeckSection,
    DeckSummary,
    MeasureSummary,
    PageSummary,
    PlacedDeck,
    PlacedPart,
    PlacedSlide,
    ValueSummary,
)
from docgen.placed.design import (
    Decoration,
    Design,
    PaletteColour,
    PlaceholderForm,
    PlaceholderKind,
    SlideLayoutForm,
    TableForm,
)
from docgen.placed.mark import (
    BoxedMark,
    ChartMark,
    ConnectorMark,
    Glue,
    Mark,
    PictureMark,
    ShapeMark,
    TableCell,
    TableMark,
    TableRow,
    TextMark,
)
from docgen.placed.text import (
    Align,
    FontRole,
    Paragraph,
    Run,
    TabAlign,
    TextBody,
    texts_with_soft_breaks,
    with_soft_breaks,
)

__all__ = [
    "Align", "Anchor", "Box", "BoxedMark", "BudgetSummary", "ChartAxis", "ChartMark", "ChartText",
    "ConnectorMark", "Dash", "DeckProperties", "DeckSection", "DeckSummary", "Decoration", "Design", "FontRole",
    "Glue", "Insets", "LabelPart", "LabelPosition", "Line", "Mark", "MeasureSummary", "NumberFormat",
    "PageSummary", "PaletteColour", "Paragraph", "PictureMark", "PlacedChart", "PlacedDeck", "PlacedPart", "PlacedSeries",
    "PlacedSlide", "PlaceholderForm", "PlaceholderKind", "Run", "ShapeMark", "SlideLayoutForm", "TabAlign", "TableCell",
    "TableForm", "TableMark", "TableRow", "TextBody", "TextMark", "ValueSummary", "texts_with_soft_breaks",
    "with_soft_breaks",
]  # fmt: skip
