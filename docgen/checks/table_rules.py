"""Rules on the tables of a placed slide."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.breach import Breach
from docgen.layout.pack import LayoutPack
from docgen.layout.style import measure_of
from docgen.placed import Box, Design, PlacedSlide, TableCell, TableMark
from docgen.placed.box import UNSEEN
from docgen.typeset.text_measure import TextMeasure

# A number with its commas and points, or a word of Latin letters.
_WHOLE = re.compile(r"[0-9]+(?:[,.][0-9]+)*|[A-Za-z]{2,}")
# What has letters and is longer than this without a space is an address, which may go on.
_ADDRESS = re.compile(r"(?=[!-~]*[A-Za-z])[!-~]{25,}")


def numbers_unbroken(slide: PlacedSlide, design: Design, pack: LayoutPack) -> Iterator[Breach]:
    """No number and no word in a cell of a table goes on in the next line."""
    measure = measure_of(pack)
    for mark in slide.marks:
        if isinstance(mark, TableMark):
            for row, cell, box in mark.cells():
                for part in _broken(cell, box, measure):
                    yield Breach("broken-number", slide.id, table=mark.id, row=row + 1, part=part)


def _broken(cell: TableCell, box: Box, measure: TextMeasure) -> Iterator[str]:
    """The numbers and words in a cell that go on from a line to the next."""
    insets = cell.body.insets
    room = box.width - insets.left - insets.right
    for paragraph in cell.body.paragraphs:
        if measure.natural_width(paragraph, "cell") <= room + UNSEEN:
            continue
        for line, ends in measure.broken(paragraph, room, "cell", "spaced"):
            addresses = [address.span() for address in _ADDRESS.finditer(line.text)]
            for whole in _WHOLE.finditer(line.text):
                is_address = any(begin <= whole.start() < end for begin, end in addresses)
                if not is_address and any(whole.start() < end < whole.end() for end in ends):
                    yield whole.group()
