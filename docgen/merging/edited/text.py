"""Paragraphs of an edited deck, read into the values of the fingerprint."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from docgen.fingerprint.soft_breaks import PERHAPS_SOFT, is_soft
from docgen.fingerprint.values import SLIDE_NUMBER, UNSAID, Look, Piece, TextParagraph
from docgen.merging.edited.colours import fill_of
from docgen.merging.edited.table_styles import StyleFills
from docgen.merging.xml_names import A

_ALIGNMENTS = {"l": "left", "ctr": "center", "r": "right"}
_TRUE = ("1", "true")

SavedBy = Literal["", "LibreOffice", "ONLYOFFICE"]
"""A program that spells decks in its own way and saved the deck; "" for any other."""


@dataclass(frozen=True, slots=True)
class ReadContext:
    """What reading a shape needs to know of its deck: the theme's colours, which program saved it, and the fills of its
    table styles.

    LibreOffice and ONLYOFFICE state the looks of links anew, so those are taken as unsaid.
    """

    theme: Mapping[str, str]
    saved_by: SavedBy = ""
    styles: Mapping[str, StyleFills] = field(default_factory=dict)

    @property
    def by_libreoffice(self) -> bool:
        """Whether LibreOffice saved the deck."""
        return self.saved_by == "LibreOffice"


def read_paragraphs(body: Any, context: ReadContext) -> tuple[TextParagraph, ...]:
    """The paragraphs of a text body; a single one without characters counts as none."""
    if body is None:
        return ()
    paragraphs = tuple([_paragraph(element, context) for element in body.iterchildren(f"{A}p")])
    return () if len(paragraphs) == 1 and not paragraphs[0].pieces else paragraphs


def _paragraph(element: Any, context: ReadContext) -> TextParagraph:
    pieces: list[Piece] = []
    for child in element:
        text = _text(child, context)
        if not text:
            continue
        look = _look(child.find(f"{A}rPr"), context)
        if pieces and (pieces[-1].look == look or text in ("\n", PERHAPS_SOFT)):
            pieces[-1] = Piece(pieces[-1].text + text, pieces[-1].look)
        else:
            pieces.append(Piece(text, look))
    properties = element.find(f"{A}pPr")
    return TextParagraph(tuple(pieces), _alignment(properties), _bullet(properties))


def _text(child: Any, context: ReadContext) -> str:
    """The characters of a run, a field or a line break; none of other elements, and of soft breaks."""
    if child.tag == f"{A}br":
        return "" if is_soft(child) else PERHAPS_SOFT if context.saved_by else "\n"
    if child.tag == f"{A}fld" and (child.get("type") or "").startswith("slidenum"):
        return SLIDE_NUMBER
    if child.tag in (f"{A}r", f"{A}fld"):
        return child.findtext(f"{A}t") or ""
    return ""


def _alignment(properties: Any) -> str | None:
    name = None if properties is None else properties.get("algn")
    return None if name is None else _ALIGNMENTS.get(name, name)


def _bullet(properties: Any) -> str | None:
    if properties is None:
        return None
    character = properties.find(f"{A}buChar")
    if character is not None:
        return str(character.get("char"))
    return "" if properties.find(f"{A}buNone") is not None else None


def _look(properties: Any, context: ReadContext) -> Look:
    if properties is None or (context.saved_by and properties.find(f"{A}hlinkClick") is not None):
        return UNSAID
    size, bold = properties.get("sz"), properties.get("b")
    underline, strike = properties.get("u"), properties.get("strike")
    return Look(
        int(size) / 100 if size else None,
        bold in _TRUE if bold is not None else None,
        fill_of(properties, context.theme),
        underline != "none" if underline is not None else None,
        strike != "noStrike" if strike is not None else None,
        int((properties.get("baseline") or "0").rstrip("%")) > 0,
    )
