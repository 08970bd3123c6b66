"""Advance widths of fonts: from shipped data, from a font's file or widths measured from it, or over-estimated.

A width is the advance of one character in em (1 em is the font size). The widths of BIZ UDPGothic, BIZ UDGothic and
Noto Sans CJK JP are those of the fonts' own tables, shipped as data: 1 em but for the ranges listed. Fonts that may
not be passed on have widths that are safe (:mod:`docgen.typeset.house_fonts`).
"""

from __future__ import annotations

import functools
import json
import struct
import unicodedata
import warnings
from collections.abc import Mapping, Sequence
from importlib import resources
from pathlib import Path
from typing import Any

from docgen.errors import DocgenError
from docgen.messages import message, reason_of
from docgen.placed import FontRole
from docgen.typeset.house_fonts import is_house_font, is_safe_latin, latin_with_widths
from docgen.value import value

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

_NOTO = "Noto Sans CJK JP"
_SHIPPED = {
    "BIZ UDPGothic": "biz_udp_gothic.json",
    "BIZ UDGothic": "biz_ud_gothic.json",
    _NOTO: "noto_sans_cjk_jp.json",
}
_ENGLISH_NAME = {
    "BIZ UDPゴシック": "BIZ UDPGothic",
    "BIZ UDゴシック": "BIZ UDGothic",
    **dict.fromkeys(("Noto Sans JP", "源ノ角ゴシック", "源ノ角ゴシック JP"), _NOTO),
    **dict.fromkeys(("Source Han Sans", "Source Han Sans JP"), _NOTO),
}
_HOUSE, _HOUSE_FILE, _LATIN_FILE = "house fonts", "house_fonts.json", "latin_fonts.json"
# Above this stand characters that programs set in the Japanese font.
_LAST_LATIN = "\u024f"


WIDTHS_SUFFIX = ".json"
"""Of a file that holds the widths of a font and not the font."""


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


@value(frozen=True, slots=True, eq=False)
class FontMetrics:
    """The advances of a font, regular and bold; equal only to itself, so that it can be a key."""

    name: str
    regular: Advances
    bold: Advances

    def advances(self, bold: bool = False) -> Advances:
        """Width in em by character: ``font.advances()["国"]`` is 1.0."""
        return self.bold if bold else self.regular


@value(frozen=True, slots=True, eq=False)
class Fonts:
    """The two fonts of a layout pack."""

    heading: FontMetrics
    body: FontMetrics

    def for_role(self, role: FontRole) -> FontMetrics:
        """The font of a role: heading or body."""
        return self.heading if role == "heading" else self.body


def load_metrics(name: str, path: str | Path | None = None, latin: str | None = None) -> FontMetrics:
    """The widths of a font by its name, or by the path of its file (or of widths measured from it) where one is given.

    ``latin`` is the font that Latin letters beside it are set in, where it is another. The same arguments give the
    same object. A font without a path whose widths are neither shipped nor safely told is over-estimated, with one
    :class:`UnknownFontWarning` that names it. DocgenError where the file cannot be read as a font.
    """
    if latin is not None and latin != name:
        return _with_latin(name, None if path is None else Path(path), latin)
    if path is not None:
        return _measured(name, Path(path)) if Path(path).suffix == WIDTHS_SUFFIX else _from_file(name, Path(path))
    known = _ENGLISH_NAME.get(name, name)
    if known in _SHIPPED:
        return _shipped(known, _SHIPPED[known], known)
    return _shipped(_HOUSE, _HOUSE_FILE, name) if is_house_font(name) else _unknown(name)


def is_known(name: str) -> bool:
    """Whether the widths of a font are shipped, or others are safe for it."""
    return _ENGLISH_NAME.get(name, name) in _SHIPPED or is_house_font(name)


def is_measured(name: str) -> bool:
    """Whether the widths of a font are shipped as its own tables have them."""
    return _ENGLISH_NAME.get(name, name) in _SHIPPED


@functools.cache
def _shipped(face: str, file: str, name: str) -> FontMetrics:
    source = resources.files("docgen.typeset") / "data" / file
    faces: dict[str, dict[str, Any]] = json.loads(source.read_text(encoding="utf-8"))
    return FontMetrics(name, _advances(faces[face]), _advances(faces[f"{face} Bold"]))


@functools.cache
def _with_latin(name: str, path: Path | None, latin: str) -> FontMetrics:
    """A Japanese font beside a Latin one; of characters that programs set in either, the wider."""
    base = load_metrics(name, path)
    own = latin_with_widths(latin)
    if own is not None:
        beside = _shipped(own, _LATIN_FILE, latin)
    elif is_safe_latin(latin) and not is_measured(latin):
        beside = _shipped(_HOUSE, _HOUSE_FILE, latin)
    else:
        beside = load_metrics(latin)
    return FontMetrics(name, *(_beside(base.advances(bold), beside.advances(bold)) for bold in (False, True)))


def _beside(base: Advances, latin: Advances) -> Advances:
    letters = {c: width for c, width in latin.items() if c <= _LAST_LATIN}
    either = {c: max(base[c], width) for c, width in letters.items() if unicodedata.east_asian_width(c) == "A"}
    return Advances({**base, **letters, **either}, narrow=max(base.narrow, latin.narrow))


@functools.cache
def _measured(name: str, path: Path) -> FontMetrics:
    """The widths that ``docgen layouts new`` measured from an installed font."""
    try:
        faces = json.loads(path.read_text(encoding="utf-8"))
        return FontMetrics(name, _advances(faces["regular"]), _advances(faces["bold"]))
    except (OSError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError) as error:
        reason = reason_of(error) if isinstance(error, OSError) else str(error) or type(error).__name__
        raise DocgenError("font-unreadable", where=str(path), name=name, reason=reason) from error


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
