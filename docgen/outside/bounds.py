"""The table of bounds: how much a file that comes from outside may hold. What is beyond is refused, with its place.

Each is many times what honest files need: a deck of a hundred pages has some 500 entries and 30 MB.
"""

from __future__ import annotations

MEGABYTE = 1024 * 1024

ZIP_ENTRIES = 50_000
"""Entries of a zip: templates, decks, workbooks. A deck of ten thousand slides has some thirty thousand."""

ZIP_TOTAL = 512 * MEGABYTE
"""Bytes of all entries of a zip, unpacked."""

ZIP_ENTRY = 256 * MEGABYTE
"""Bytes of one entry, unpacked."""

ZIP_RATIO = 100
"""How many times its packed size an entry may be, where it is larger than ``ZIP_PLAIN``."""

ZIP_PLAIN = 32 * MEGABYTE
"""Up to this size an entry may be packed as tightly as it likes: blank pictures, sheets of equal cells."""

XML_PART = 64 * MEGABYTE
"""Bytes of a part of XML that is held in memory as a tree."""

DECK_SLIDES = 2_000
"""Slides of an edited deck."""

FINGERPRINT = 64 * MEGABYTE
"""Bytes of a deck's fingerprint, unpacked; that of a hundred pages has under 1 MB."""

MANIFEST = 16 * MEGABYTE
"""Bytes of a deck's manifest; that of a hundred pages has under 0.1 MB."""

PICTURE_FILE = 64 * MEGABYTE
"""Bytes of a picture's file."""

PICTURE_PIXELS = 100_000_000
"""Pixels of a picture: 10,000 × 10,000."""

PICTURE_SIDE = 30_000
"""Pixels of a side of a picture."""

PICTURE_CONVERTED = 50_000_000
"""Pixels of a picture that is turned or converted, for which all of it is held in memory."""

PICTURE_SCANNED = 250_000_000
"""Pixels of a JPEG times the scans that it is made of; a photograph of 24 million has some ten."""

SVG_ELEMENTS = 200_000
"""Elements of an SVG, those that it repeats counted each time."""

FONT_FILE = 64 * MEGABYTE
"""Bytes of a font's file."""
