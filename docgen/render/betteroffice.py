"""Pages drawn in this process by the library BetterOffice, with the fonts of this machine."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from docgen.errors import DocgenError
from docgen.outside.zips import damage_told, open_zip, read_entry
from docgen.typeset.font_files import Faces, installed_faces

PIXELS_PER_POINT = 2
# Pixels of the library in a point: it counts 96 to an inch.
_PIXELS_AT_ONE = 96 / 72
_TYPEFACE = re.compile(rb'typeface="([^"+]+)"')
_WITH_FONTS = re.compile(r"ppt/(?:theme|slideMasters|slideLayouts|slides)/[^/]+\.xml")
# What texts are drawn in where a deck's own fonts are not installed, the likeliest first.
_FALLBACKS = (
    "BIZ UDPゴシック", "BIZ UDPGothic", "Yu Gothic", "Meiryo", "Hiragino Sans", "Noto Sans CJK JP", "Noto Sans JP",
    "IPAexGothic", "IPAGothic", "TakaoPGothic", "MS PGothic", "MS Gothic",
)  # fmt: skip


def draw(deck: bytes, where: str, pages: Sequence[int] | None = None) -> tuple[bytes, ...]:
    """The pages of a .pptx as PNG, each two pixels a point; ``pages`` count from 1, all where none are named.

    Raises DocgenError, at ``where``, for a deck that the library cannot draw, a page that it does not have, and a
    machine without a Japanese font.
    """
    import betteroffice_pptx

    fonts = _fonts(deck, where)
    try:
        # The library's decks belong to the thread that opened them: this one ends here.
        presentation = betteroffice_pptx.Presentation.open(deck)
        for family, faces in fonts.items():
            presentation.register_font(family, _read(faces.regular))
            if faces.bold is not None:
                presentation.register_font(family, _read(faces.bold), bold=True)
        count = presentation.slide_count
        wanted = tuple(pages) if pages is not None else tuple(range(1, count + 1))
        for page in wanted:
            if not 1 <= page <= count:
                raise DocgenError("no-such-page", where=where, page=page, count=count)
        scale = PIXELS_PER_POINT / _PIXELS_AT_ONE
        return tuple(presentation.render_png(page - 1, scale=scale).bytes for page in wanted)
    except betteroffice_pptx.PptxError as error:
        raise DocgenError("deck-not-drawn", where=where, reason=str(error)) from error


def _fonts(deck: bytes, where: str) -> Mapping[str, Faces]:
    """The fonts that a deck names and this machine has; where it has none of them, one for Japanese texts."""
    installed = installed_faces()
    named = {family: installed[family] for family in dict.fromkeys(_families(deck, where)) if family in installed}
    if named:
        return named
    fallback = next((family for family in _FALLBACKS if family in installed), None)
    if fallback is None:
        raise DocgenError("no-font-to-draw", where=where)
    return {fallback: installed[fallback]}


def _families(deck: bytes, where: str) -> Iterator[str]:
    with damage_told(where), open_zip(deck, where) as package:
        for name in package.namelist():
            if _WITH_FONTS.fullmatch(name):
                for family in _TYPEFACE.findall(read_entry(package, name, where)):
                    yield family.decode("utf-8", "replace")


def _read(file: Path) -> bytes:
    return file.read_bytes()
