"""The widths of an installed font, measured from its files, as a pack keeps them: figures, and not the font."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

from docgen.typeset.font_files import family_names, is_bold_face, names_of

# Those of other planes are one em wide, or emoji.
_LAST = 0xFFFF
_EM = 1000


def measured_widths(family: str, files: Iterable[Path]) -> str | None:
    """The widths of a family, regular and bold, as JSON; None where none of the ``files`` holds it.

    A family without a bold face has those of its regular one for both.
    """
    faces: dict[bool, Mapping[str, Any]] = {}
    for file in files:
        if family in family_names(file):
            for bold, widths in _faces(family, file):
                faces.setdefault(bold, widths)
    if not faces:
        return None
    regular = faces.get(False) or faces[True]
    whole = {"regular": regular, "bold": faces.get(True, regular)}
    return json.dumps(whole, separators=(",", ":")) + "\n"


def _faces(family: str, file: Path) -> Iterator[tuple[bool, Mapping[str, Any]]]:
    from fontTools.ttLib import TTCollection, TTFont

    if file.suffix.lower() in (".ttc", ".otc"):
        with TTCollection(file, lazy=True) as collection:
            for font in collection:
                if family in names_of(font):
                    yield is_bold_face(font), _widths(font)
    else:
        with TTFont(file, lazy=True) as font:
            yield is_bold_face(font), _widths(font)


def _widths(font: Any) -> Mapping[str, Any]:
    """The widths of a face by thousandths of the em: ranges of characters by width, those of an em left out."""
    em, metrics = font["head"].unitsPerEm, font["hmtx"].metrics
    widths = {
        code: round(metrics[glyph][0] * _EM / em) for code, glyph in font.getBestCmap().items() if 0x20 <= code <= _LAST
    }
    ranges: dict[str, list[int | list[int]]] = {}
    places = enumerate(sorted(code for code, width in widths.items() if width != _EM))
    for (_, width), run in groupby(places, key=lambda place: (place[1] - place[0], widths[place[1]])):
        codes = [code for _, code in run]
        ranges.setdefault(str(width), []).append(codes[0] if len(codes) == 1 else [codes[0], codes[-1]])
    return {"upem": _EM, "default": _EM, "w": ranges}
