"""Numbers of a chart and its workbook, and the look of a chart's texts."""

from __future__ import annotations

from docgen.placed import ChartText
from docgen.write.xml.colour import Colours
from docgen.write.xml.text import FONTS, LANGUAGE
from docgen.write.xml.units import hundredths


def number(value: float) -> str:
    """The shortest spelling that reads back as the same number, used by cache and workbook alike."""
    value = float(value)
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)


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
