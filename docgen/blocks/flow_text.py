"""The text inside a flow's boxes: mark, words, caption and figures, measured for a width."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from docgen.blocks.flow_box import FlowBox, FlowColumn
from docgen.layout.style import Style, TextStyle
from docgen.placed import Insets, Paragraph, Run, TextBody
from docgen.typeset.measure import body_height, natural_width, paragraph_lines

# Between a box's border and its text, left and right (points).
INSET_X = 6.0
_INSET_Y = 4.0
_LEAST_INSET_Y = 2.0
# A last line of fewer characters than this is filled by narrowing the lines before it, by at most so many em.
_ORPHAN = 4
_MOST_NARROWER = 6
# Room that figures leave at the right, so that a line of them never breaks (points).
_AFTER_FIGURES = 3.0
# Between a mark and the words after it (em).
_AFTER_MARK = 0.4
CAPTION_ROLE = "note"


@dataclass(frozen=True, slots=True)
class BoxText:
    """A box's text, set for a width, and the height that the box needs for it."""

    body: TextBody
    height: float


@dataclass(frozen=True, slots=True)
class Figures:
    """Columns of figures in boxes: the right edge of each one's whole digits, from the text's left."""

    edges: tuple[float, ...]


def figures(column: FlowColumn, width: float, style: Style) -> Figures:
    """Equal columns of figures over the width of a box; fractions stand to the right of one edge."""
    count = max((len(box.cells) for box in column.boxes), default=0)
    inner = width - 2 * INSET_X
    edges: list[float] = []
    for number in range(count):
        fractions = [
            _width(_fraction(box.cells[number]), style.text(box.look.role), style)
            for box in column.boxes
            if number < len(box.cells)
        ]
        edges.append(inner * (number + 1) / count - max(fractions))
    return Figures(tuple(edges))


def box_text(box: FlowBox, width: float, style: Style, places: Figures) -> BoxText:
    """The text of a box of this width, without a last line of one or two characters where that can be."""
    look = style.text(box.look.role)
    words = _marked(replace(look.paragraph(box.text, align=box.look.align), after=0.0), box, look, style)
    room = width - 2 * INSET_X
    lines = paragraph_lines(words, room, style.fonts, "shape")
    height = len(lines) * words.pitch
    reserve = 0.0 if box.cells else _reserve(words, lines, room, style)
    paragraphs = [words]
    if box.caption:
        caption = replace(style.text(CAPTION_ROLE).paragraph(box.caption), after=0.0, indent=words.indent)
        paragraphs.append(caption)
        height += body_height(TextBody((caption,)), room - reserve, style.fonts)
    if box.cells:
        paragraphs.append(_cells(box.cells, look, style, places))
        height += look.pitch
    inset = max(_LEAST_INSET_Y, style.space(_INSET_Y))
    insets = Insets(INSET_X, inset, INSET_X - _AFTER_FIGURES if box.cells else INSET_X + reserve, inset)
    return BoxText(TextBody(tuple(paragraphs), insets, "middle"), height + 2 * inset)


def _marked(words: Paragraph, box: FlowBox, look: TextStyle, style: Style) -> Paragraph:
    """The words with their lines, after a mark that hangs before them as a bullet: they begin at one edge."""
    runs = tuple(
        replace(run, strike=box.struck, underline=run.colour == box.underlined) for run in words.runs
    )
    if not box.look.mark:
        return replace(words, runs=runs)
    hanging = round(_width(box.look.mark, look, style) + _AFTER_MARK * look.size, 2)
    return replace(
        words,
        runs=runs,
        indent=hanging,
        hanging=hanging,
        bullet=box.look.mark,
        bullet_colour=box.look.mark_colour,
    )


def _reserve(words: Paragraph, lines: Sequence[str], room: float, style: Style) -> float:
    """How much narrower to set the words so that the last line is no orphan and no line is added."""
    if len(lines) < 2 or len(lines[-1]) >= _ORPHAN:
        return 0.0
    size = words.runs[0].size
    for more in range(1, _MOST_NARROWER + 1):
        narrower = paragraph_lines(words, room - more * size, style.fonts, "shape")
        if len(narrower) > len(lines):
            break
        if len(narrower[-1]) >= _ORPHAN:
            return more * size
    return 0.0


def _cells(cells: Sequence[str], look: TextStyle, style: Style, places: Figures) -> Paragraph:
    """One line of figures with their decimal points at the column's stops, wherever they are edited to."""
    text = "".join(f"\t{cell}" for cell in cells)
    run = Run(text, look.size, look.bold, look.colour, look.font)
    stops = tuple(round(edge, 2) for edge in places.edges[: len(cells)])
    return Paragraph((run,), look.pitch, tabs=stops, tab_align="decimal")


def _width(text: str, look: TextStyle, style: Style) -> float:
    if not text:
        return 0.0
    run = Run(text, look.size, look.bold, look.colour, look.font)
    return natural_width(Paragraph((run,), look.pitch), style.fonts)


def _fraction(cell: str) -> str:
    _, point, digits = cell.partition(".")
    return point + digits
