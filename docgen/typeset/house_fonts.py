"""The fonts that houses set besides those whose widths come with docgen, and the widths that are safe for them.

Meiryo, Yu Gothic, Hiragino and the like may not be measured and passed on. Their kana and kanji are no wider than
the em, and their Latin letters no wider than those of any of nine text faces whose widths were measured (the widest,
DejaVu Sans, has the proportions of Verdana, from which those of Meiryo come).
"""

from __future__ import annotations

import re
import unicodedata

# The families, in whatever weight, as their names begin in Japanese and in English.
_FAMILIES = re.compile(
    r"(メイリオ|meiryo|游ゴシック|游明朝|yu ?gothic|yu ?mincho|ヒラギノ|hiragino|ms (p|ui )?(ゴシック|gothic|明朝|mincho)"
    r"|ms p?明朝|noto s|源ノ|source han|ipa(ex|p)?(ゴシック|明朝|gothic|mincho|m|g)|ud デジタル|ud digi"
    r"|biz udp?(明朝|mincho)|hg|zen (kaku|maru|old)|m plus|m\+|kozuka|小塚)"
)
# Latin fonts with the widths of one whose file is free: Liberation Sans and Serif, Carlito, Caladea.
_LATIN = {"arial": "Arial", "helvetica": "Arial", "times new roman": "Times New Roman", "calibri": "Calibri"}
_LATIN |= {"calibri light": "Calibri", "cambria": "Cambria", "liberation sans": "Arial", "carlito": "Calibri"}
_SAFE_LATIN = re.compile(
    r"(segoe ui|verdana|tahoma|trebuchet|century gothic|franklin gothic|gill sans|corbel|candara|roboto|inter\b|open sans"
    r"|noto s|dejavu sans|aptos|source sans|georgia|garamond|palatino|book antiqua|constantia|lato|helvetica)"
)


def is_house_font(name: str) -> bool:
    """Whether the safe widths hold for a Japanese font.

    >>> is_house_font("Meiryo UI"), is_house_font("游ゴシック Light"), is_house_font("架空ゴシック")
    (True, True, False)
    """
    return _FAMILIES.match(_plain(name)) is not None


def latin_with_widths(name: str) -> str | None:
    """The Latin font of docgen's data that has the widths of ``name``; None where none has.

    >>> latin_with_widths("Helvetica"), latin_with_widths("Segoe UI")
    ('Arial', None)
    """
    return _LATIN.get(_plain(name))


def is_safe_latin(name: str) -> bool:
    """Whether the safe widths hold for a Latin font, those of Japanese fonts included."""
    return _SAFE_LATIN.match(_plain(name)) is not None or is_house_font(name)


def _plain(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).split()).casefold()
