"""The bounds that SECURITY.md states are those of the code."""

from __future__ import annotations

import re

from support.every_case import every_case
from support.processes import ROOT

from docgen.layout.pack import LARGEST_TEXT
from docgen.model.cells.number import MOST_DIGITS
from docgen.outside import bounds
from docgen.placed.address import ADDRESS_LENGTH
from docgen.prose import filters, parser, sandbox
from docgen.reading import snapshot, yaml_document
from docgen.reading.workbook import sheet_cells

STATED = dict(re.findall(r"^\| (.+?) \| ([\d,]+)", (ROOT / ".github" / "SECURITY.md").read_text(encoding="utf-8"), re.MULTILINE))
MB = bounds.MEGABYTE


@every_case(
    ("what", "bound"),
    [
        ("Entries of a zip (templates, decks, workbooks)", bounds.ZIP_ENTRIES),
        ("All entries of a zip, unpacked", bounds.ZIP_TOTAL // MB),
        ("One entry, unpacked", bounds.ZIP_ENTRY // MB),
        (f"An entry's size beside its packed size, above {bounds.ZIP_PLAIN // MB} MB", bounds.ZIP_RATIO),
        ("A part of XML held as a tree", bounds.XML_PART // MB),
        ("Slides of an edited deck", bounds.DECK_SLIDES),
        ("A deck's fingerprint, unpacked", bounds.FINGERPRINT // MB),
        ("A deck's manifest beside it", bounds.MANIFEST // MB),
        ("A picture's file", bounds.PICTURE_FILE // MB),
        ("Pixels of a picture", bounds.PICTURE_PIXELS),
        ("A picture's side", bounds.PICTURE_SIDE),
        ("Pixels of a picture that is turned or converted", bounds.PICTURE_CONVERTED),
        ("Pixels of a JPEG times its scans", bounds.PICTURE_SCANNED),
        ("Elements that an SVG draws", bounds.SVG_ELEMENTS),
        ("A font's file", bounds.FONT_FILE // MB),
        ("Letters of an address", ADDRESS_LENGTH),
        ("Files and folders of a content folder", snapshot.MOST_FILES),
        ("Values of a YAML file, anchors unfolded", yaml_document._MOST_VALUES),
        ("Levels of a YAML file", yaml_document._DEEPEST),
        ("Cells of a sheet", sheet_cells.MOST_CELLS),
        ("Letters of a sentence with expressions, and of what it prints", parser.LONGEST),
        ("Steps of loops in a sentence", sandbox._MOST_STEPS),
        ("Points of a text of a layout pack", LARGEST_TEXT),
        ("Levels of an expression", parser._DEEPEST),
        ("Digits of a number", MOST_DIGITS),
    ],
)
def test_a_bound_is_stated_as_it_is(what: str, bound: int) -> None:
    assert int(STATED[what].replace(",", "")) == bound


def test_every_bound_that_is_stated_is_held_here() -> None:
    assert len(STATED) == 25
    assert parser.LONGEST == filters.LONGEST
