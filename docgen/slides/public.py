"""What is imported from ``docgen.slides`` itself: what a builder of a pack.py needs."""

from docgen.layout.pack import LayoutPack
from docgen.model.edition import MissingText
from docgen.model.record import Identifier, Prose
from docgen.model.words import Flag, words
from docgen.ready import ReadyFigure, ReadyPage, ReadyPageRecord, ReadyTable
from docgen.slides.draft import Build, Builder, Draft
from docgen.slides.parts.bullets import bullets
from docgen.slides.parts.figures import (
    NumberCard,
    figure_blocks,
    missing_block,
    number_blocks,
    ready_figures,
    side_by_side,
    table_blocks,
)
from docgen.slides.parts.levels import circle_of, levels_of
from docgen.slides.parts.names import printed_name, trend_words, with_item
from docgen.slides.parts.options import ColumnOptions, options_of, shown_columns
from docgen.slides.parts.page import (
    message_blocks,
    note_blocks,
    page_draft,
    record_of,
    titled_draft,
    titled_table,
)
from docgen.slides.parts.tables import bulleted, dash, element_table, merged_rows

__all__ = [
    "Build", "Builder", "ColumnOptions", "Draft", "Flag", "Identifier", "LayoutPack", "MissingText", "NumberCard", "Prose",
    "ReadyFigure",
    "ReadyPage", "ReadyPageRecord", "ReadyTable", "bulleted", "bullets", "circle_of", "dash", "element_table",
    "figure_blocks", "levels_of", "merged_rows", "message_blocks", "missing_block", "note_blocks", "number_blocks",
    "options_of", "page_draft", "printed_name", "ready_figures", "record_of", "shown_columns",
    "side_by_side", "table_blocks", "titled_draft", "titled_table", "trend_words", "with_item",
    "words",
]  # fmt: skip
