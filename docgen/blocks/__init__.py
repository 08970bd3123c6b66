"""Blocks: parts of a page that are laid out at a width, then drawn as marks or parted over pages.

In come texts, numbers and ready records, out go marks in a box of the page (:mod:`docgen.placed`). A block is a
frozen value and knows nothing of pages or of PowerPoint; widths, heights and boxes are points.

``block`` says what a block is, ``memory`` keeps what was measured, ``ladder`` finds the step at which a page fits.
Every block, and what is needed to make one, is imported from ``docgen.blocks`` itself (``public`` names them all):

text      TextBlock, its items and frames; notes and sources; legends
arrange   Stack, Columns, Panel and other blocks that hold blocks
table     TableBlock with cells that merge and rows that split over pages
chart     native charts of figures
figure    figures with title, chart, notes and source; pictures; donuts; small charts beside tables
flow      boxes in columns with connectors: measure charts, diagrams
map       maps of Japan by prefecture
"""

# ruff: noqa: F403

from typing import TYPE_CHECKING

from docgen.lazy import lazy_names

if TYPE_CHECKING:
    from docgen.blocks.public import *

__getattr__, __dir__ = lazy_names(__name__, rest="docgen.blocks.public")
