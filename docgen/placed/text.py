"""Text as it is set: runs, paragraphs and bodies, in points."""

from __future__ import annotations

from typing import Literal

from docgen.placed.box import Anchor, Insets
from docgen.value import value
from docgen.with_fields import with_fields

Align = Literal["left", "center", "right"]
FontRole = Literal["heading", "body"]
TabAlign = Literal["left", "right"]


@value(frozen=True, slots=True)
class Run:
    """Characters of one look. ``size`` in points; ``link`` is a slide's id or a URL.

    ``spacing`` is added to each character's advance, in points (negative sets closer). ``underline`` and
    ``strike`` draw a line under and through the characters.
    ``page_of`` names a slide whose page number is the run's text; compose fills it in once the pages
    are counted.
    """

    text: str
    size: float
    bold: bool = False
    colour: str = "ink"
    font: FontRole = "body"
    superscript: bool = False
    link: str | None = None
    page_of: str | None = None
    spacing: float = 0
    underline: bool = False
    strike: bool = False


@value(frozen=True, slots=True)
class Paragraph:
    """Runs set with one alignment and one exact line pitch (points).

    ``indent`` is where the text begins, ``hanging`` how far the first line (its bullet) hangs back to
    the left of it; ``before`` and ``after`` are spaces; all in points. A line break is ``\\n`` in a run.
    ``bullet_colour`` is the bullet's where it is not the text's, ``bullet_size`` its size as a part of the text's (not
    above 1). Texts begin at the stops ``tabs``, or, by ``tab_align``, end there. (Stops for decimal points are not known
    to every program.) ``breaks`` are the places in the text, all runs together, at which a line ends so that it reads
    well: they are no part of the text.
    """

    runs: tuple[Run, ...]
    pitch: float
    align: Align = "left"
    before: float = 0
    after: float = 0
    indent: float = 0
    hanging: float = 0
    bullet: str | None = None
    tabs: tuple[float, ...] = ()
    tab_align: TabAlign = "left"
    bullet_colour: str | None = None
    bullet_size: float = 1
    breaks: tuple[int, ...] = ()


def with_soft_breaks(paragraph: Paragraph, sign: str) -> Paragraph:
    """The paragraph with a sign in its text at each of its ``breaks``, of which it has none then."""
    if not paragraph.breaks:
        return paragraph
    texts = texts_with_soft_breaks(paragraph, sign)
    runs = [
        run if run.text == text else with_fields(run, text=text)
        for run, text in zip(paragraph.runs, texts, strict=True)
    ]
    return with_fields(paragraph, runs=tuple(runs), breaks=())


def texts_with_soft_breaks(paragraph: Paragraph, sign: str) -> list[str]:
    """The texts of a paragraph's runs with a sign at each of its ``breaks``."""
    texts: list[str] = []
    begin = 0
    for run in paragraph.runs:
        end, text = begin + len(run.text), run.text
        for place in reversed(paragraph.breaks):
            if begin < place <= end:
                text = text[: place - begin] + sign + text[place - begin :]
        texts.append(text)
        begin = end
    return texts


@value(frozen=True, slots=True)
class TextBody:
    """Paragraphs inside a box, with insets and a vertical anchor."""

    paragraphs: tuple[Paragraph, ...]
    insets: Insets = Insets()
    anchor: Anchor = "top"
