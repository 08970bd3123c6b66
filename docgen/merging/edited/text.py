"""Paragraphs of an edited deck, in the terms of the fingerprint."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from docgen.fingerprint.values import SLIDE_NUMBER, Look, Piece, TextParagraph
from docgen.merging.edited.colours import fill_of
from docgen.merging.xml_names import A

_ALIGNMENTS = {"l": "left", "ctr": "center", "r": "right"}
_UNSAID = Look(None, None, None, None, None, False)


@dataclass(frozen=True, slots=True)
class Reading:
    """How to read a deck: its theme, and whether LibreOffice saved it.

    LibreOffice states the looks of links anew, so those of a ``loose`` deck are taken as unsaid.
    """

    theme: Mapping[str, str]
    loose: bool = False


def paragraphs_of(body: Any, reading: Reading) -> tuple[TextParagraph, ...]:
    """The paragraphs of a text body; a single one without characters is none."""
    if body is None:
        return ()
    found = tuple([_paragraph(each, reading) for each in body.iterchildren(f"{A}p")])
    return () if len(found) == 1 and not found[0].pieces else found


def _paragraph(paragraph: Any, reading: Reading) -> TextParagraph:
    pieces: list[Piece] = []
    for child in paragraph:
        text = _text(child)
        if not text:
            continue
        look = _look(child.find(f"{A}rPr"), reading)
        if pieces and (pieces[-1].look == look or text == "\n"):
            pieces[-1] = Piece(pieces[-1].text + text, pieces[-1].look)
        else:
            pieces.append(Piece(text, look))
    properties = paragraph.find(f"{A}pPr")
    return TextParagraph(tuple(pieces), _align(properties), _bullet(properties))


def _text(child: Any) -> str:
    if child.tag == f"{A}br":
        return "\n"
    if child.tag == f"{A}fld" and (child.get("type") or "").startswith("slidenum"):
        return SLIDE_NUMBER
    if child.tag in (f"{A}r", f"{A}fld"):
        return child.findtext(f"{A}t") or ""
    return ""


def _align(properties: Any) -> str | None:
    name = None if properties is None else properties.get("algn")
    return None if name is None else _ALIGNMENTS.get(name, name)


def _bullet(properties: Any) -> str | None:
    if properties is None:
        return None
    character = properties.find(f"{A}buChar")
    if character is not None:
        return str(character.get("char"))
    return "" if properties.find(f"{A}buNone") is not None else None


def _look(properties: Any, reading: Reading) -> Look:
    if properties is None or (reading.loose and properties.find(f"{A}hlinkClick") is not None):
        return _UNSAID
    size, bold = properties.get("sz"), properties.get("b")
    underline, strike = properties.get("u"), properties.get("strike")
    return Look(
        int(size) / 100 if size else None,
        bold in ("1", "true") if bold is not None else None,
        fill_of(properties, reading.theme),
        underline != "none" if underline is not None else None,
        strike != "noStrike" if strike is not None else None,
        int((properties.get("baseline") or "0").rstrip("%")) > 0,
    )
