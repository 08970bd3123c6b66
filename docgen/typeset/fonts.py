"""Advance widths of fonts: from shipped data, from a font's file, or over-estimated for an unknown font.

A width is the advance of one character in em (1 em is the font size). The widths of BIZ UDPGothic and BIZ
UDGothic are those of the fonts' own tables, shipped as data: 1 em but for the ranges listed.
"""

from __future__ import annotations

import functools
import json
import struct
import unicodedata
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from docgen.errors import DocgenError
from docgen.messages import message, reason_of
from docgen.placed import FontRole

# Kanji of the basic plane, which are the most that a table leaves out.
_FIRST_KANJI, _LAST_KANJI = "\u3400", "\u9fff"
# Emoji come from another font than the text's; those of the common ones are up to 1.4 em wide.
EMOJI_EM = 1.4
# Latin widths that few text faces pass: small letters, digits and points; capitals and signs; the widest.
UNKNOWN_LATIN_EM = 0.78
_UNKNOWN_EM = {
    **dict.fromkeys("ABCDEFGHIJKLNOPQRSTUVXYZ#$&+<=>~", 0.95),
    **dict.fromkeys("MWmw@%", 1.0),
}

_SHIPPED = {"BIZ UDPGothic": "biz_udp_gothic.json", "BIZ UDGothic": "biz_ud_gothic.json"}
_ENGLISH_NAME = {"BIZ UDPゴシック": "BIZ UDPGothic", "BIZ UDゴシック": "BIZ UDGothic"}


class UnknownFontWarning(UserWarning):
    """Text is measured by a safe over-estimate since the widths of its font are not known."""


class Advances(dict[str, float]):
    """Widths in em by character; one that the table does not list gets the width of its kind.

    ``widest`` is the most that a character of the basic plane has.
    """

    def __init__(self, known: Mapping[str, float], *, narrow: float = 1.0) -> None:
        super().__init__({character: width for character, width in known.items() if not _is_zero(character)})
        self.narrow = narrow
        self.widest = max(1.0, narrow, max(self.values(), default=1.0))

    def __missing__(self, character: str) -> float:
        width = self[character] = _width_by_kind(character, self.narrow)
        return width


@dataclass(frozen=True, slots=True, eq=False)
class FontMetrics:
    """The advances of a font, regular and bold; equal only to itself, so that it can be a key."""

    name: str
    regular: Advances
    bold: Advances

    def advances(self, bold: bool = False) -> Advances:
        """Width in em by character: ``font.advances()["国"]`` is 1.0."""
        return self.bold if bold else self.regular


@dataclass(frozen=True, slots=True, eq=False)
class Fonts:
    """The two fonts of a layout pack."""

    heading: FontMetrics
    body: FontMetrics

    def for_role(self, role: FontRole) -> FontMetrics:
        """The font of a role: heading or body."""
        return self.heading if role == "heading" else self.body


def load_metrics(name: str, path: str | Path | None = None) -> FontMetrics:
    """The widths of a font by its name, or by the path of its file where one is given.

    The same arguments give the same object. A font without a path whose widths are not shipped is
    over-estimated, with one :class:`UnknownFontWarning` that names it. DocgenError where the file
    cannot be read as a font.
    """
    if path is not None:
        return _from_file(name, Path(path))
    return _shipped(_ENGLISH_NAME.get(name, name)) if is_known(name) else _unknown(name)


def is_known(name: str) -> bool:
    """Whether the widths of a font are shipped."""
    return _ENGLISH_NAME.get(name, name) in _SHIPPED


@functools.cache
def _shipped(name: str) -> FontMetrics:
    source = resources.files("docgen.typeset") / "data" / _SHIPPED[name]
    faces: dict[str, dict[str, Any]] = json.loads(source.read_text(encoding="utf-8"))
    return FontMetrics(name, _advances(faces[name]), _advances(faces[f"{name} Bold"]))


def _advances(face: Mapping[str, Any]) -> Advances:
    """The widths of a face: ``upem`` units an em, ``w`` ranges of characters by width, ``default`` for all others."""
    em = face["upem"]
    return Advances(
        {chr(code): int(width) / em for width, codes in face["w"].items() for code in _codes(codes)},
        narrow=face["default"] / em,
    )


def _codes(ranges: Sequence[int | list[int]]) -> list[int]:
    codes: list[int] = []
    for entry in ranges:
        codes.extend([entry] if isinstance(entry, int) else range(entry[0], entry[1] + 1))
    return codes


@functools.cache
def _unknown(name: str) -> FontMetrics:
    warnings.warn(
        str(message("font-widths-unknown", name=name)),
        UnknownFontWarning,
        stacklevel=3,
    )
    return FontMetrics(name, *(Advances(_UNKNOWN_EM, narrow=UNKNOWN_LATIN_EM) for _ in range(2)))


@functools.cache
def _from_file(name: str, path: Path) -> FontMetrics:
    from fontTools.ttLib import TTFont, TTLibError

    # What fontTools raises on files that are cut short or garbled.
    unreadable = (OSError, TTLibError, LookupError, AttributeError, ValueError, TypeError, ArithmeticError)
    try:
        with TTFont(path, fontNumber=0, lazy=True) as font:
            em = font["head"].unitsPerEm
            widths = font["hmtx"].metrics
            known = {chr(code): widths[glyph][0] / em for code, glyph in font.getBestCmap().items()}
    except (*unreadable, AssertionError, struct.error) as error:
        raise DocgenError(
            "font-unreadable",
            where=str(path),
            name=name,
            reason=reason_of(error) if isinstance(error, OSError) else str(error) or type(error).__name__,
        ) from error
    # A bold face has a file of its own; where only one file is named, both weights take its widths.
    return FontMetrics(name, Advances(known), Advances(known))


def _width_by_kind(character: str, narrow: float) -> float:
    """The width of a character that no table lists, in em."""
    if _FIRST_KANJI <= character <= _LAST_KANJI:
        return 1.0
    if _is_zero(character):
        return 0.0
    code = ord(character)
    if 0x1F000 <= code <= 0x1FAFF:
        return EMOJI_EM
    return narrow if code < 0x2000 else 1.0


def _is_zero(character: str) -> bool:
    """Whether a character takes no room: controls, format characters and marks set over their base."""
    return unicodedata.category(character) in ("Cc", "Cf", "Mn", "Me") and character != "\u00ad"
