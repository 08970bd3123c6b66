"""How the parts of a chart look: fills, strokes, texts and number formats."""

from __future__ import annotations

from docgen.errors import DocgenError, nearest
from docgen.placed import ChartText, Dash, Line
from docgen.write.xml import escape
from docgen.write.xml.colour import DASHES, Colours
from docgen.write.xml.presets import PATTERNS
from docgen.write.xml.text import FONTS, LANGUAGE
from docgen.write.xml.units import emu, hundredths

# The paper: what shows between slices, in a hollow marker and behind a pattern.
PAPER = '<a:schemeClr val="bg1"/>'
PAPER_FILL = f"<a:solidFill>{PAPER}</a:solidFill>"
PAPER_LINE = f'<a:ln w="{emu(0.75)}">{PAPER_FILL}</a:ln>'
NO_LINE = "<a:ln><a:noFill/></a:ln>"
NO_SHAPE = f"<c:spPr><a:noFill/>{NO_LINE}</c:spPr>"

# The fill of a forecast, in the colour of its series; no pattern that series are told apart by.
_FORECAST = "wdDnDiag"


def stroke(line: Line | None, colours: Colours, *, dash: Dash | None = None) -> str:
    """``a:ln`` of ``line``; no line at all for None or a width of 0. ``dash`` stands in for its own.

    Joins are round: the mitres of a steep peak in a line would stand out above its value.
    """
    if line is None or line.width <= 0:
        return NO_LINE
    return (
        f'<a:ln w="{emu(line.width)}" cap="flat">{colours.fill(line.colour)}'
        f'<a:prstDash val="{DASHES[dash or line.dash]}"/><a:round/></a:ln>'
    )


def fill(colour: str, pattern: str | None, colours: Colours, *, forecast: bool = False) -> str:
    """A solid fill, or ``pattern`` drawn in the colour on paper; a hatch of its own for a ``forecast``.

    Raises DocgenError for a pattern DrawingML does not know.
    """
    ink = colours.element(colour)
    pattern = _FORECAST if forecast else pattern
    if pattern is None:
        return f"<a:solidFill>{ink}</a:solidFill>"
    if pattern not in PATTERNS:
        raise DocgenError("no-such-pattern", hint=nearest(pattern, PATTERNS), pattern=pattern)
    return f'<a:pattFill prst="{pattern}"><a:fgClr>{ink}</a:fgClr><a:bgClr>{PAPER}</a:bgClr></a:pattFill>'


def text_properties(
    text: ChartText, colours: Colours, *, colour: str | None = None, level: bool = False, wrap: bool = True
) -> str:
    """The ``c:txPr`` of an axis, a legend or labels; ``colour`` stands in for the text's own.

    ``level`` keeps the program from turning names that it finds too long; without ``wrap`` a text stays
    on its line.
    """
    turn = ' rot="0" vert="horz"' if level else ""
    turn += "" if wrap else ' wrap="none"'
    return (
        f"<c:txPr><a:bodyPr{turn}/><a:lstStyle/>"
        f"<a:p><a:pPr>{run_properties('defRPr', text, colours, colour)}</a:pPr>"
        f"<a:endParaRPr {LANGUAGE}/></a:p></c:txPr>"
    )


def run_properties(element: str, text: ChartText, colours: Colours, colour: str | None = None) -> str:
    """``a:defRPr`` or ``a:rPr``: language, size, weight, colour and the theme's body fonts."""
    return (
        f'<a:{element} {LANGUAGE} sz="{hundredths(text.size)}" b="{int(text.bold)}">'
        f"{colours.fill(colour or text.colour)}{FONTS['body']}</a:{element}>"
    )


def number_format(code: str) -> str:
    """``c:numFmt`` with a format code of its own, not the source cell's."""
    return f'<c:numFmt formatCode="{escape.attribute(code)}" sourceLinked="0"/>'
