"""Escaping of characters for XML, in one place.

Characters that XML 1.0 forbids (control characters, lone surrogates, U+FFFE and U+FFFF) have no glyph and
no spelling in a text run, so they are left out: PowerPoint would show the ``_x0007_`` form as it stands.
"""

from __future__ import annotations

import re

_IN_TEXT = re.compile("[&<>\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_IN_ATTRIBUTE = re.compile('[&<>"\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]')
_SPELLINGS = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "\t": "&#9;",
    "\n": "&#10;",
}


def text(value: str) -> str:
    """``value`` as the text of an element: ``A & B`` becomes ``A &amp; B``; tab and line feed stay as they are."""
    return _IN_TEXT.sub(_spelling, value) if _IN_TEXT.search(value) else value


def attribute(value: str) -> str:
    """``value`` as the text between an attribute's double quotes."""
    return _IN_ATTRIBUTE.sub(_spelling, value) if _IN_ATTRIBUTE.search(value) else value


def _spelling(character: re.Match[str]) -> str:
    return _SPELLINGS.get(character[0], "")
