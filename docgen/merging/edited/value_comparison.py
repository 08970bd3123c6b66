"""Whether what is in an edited deck is what was built, in meaning and within what programs round.

LibreOffice keeps lengths in 1/100 mm (0.03 pt), and lets rows grow. Both programs leave out what a
placeholder says already, which is None here and agrees with anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.fingerprint.soft_breaks import PERHAPS_SOFT, without_breaks
from docgen.fingerprint.values import (
    UNSAID,
    ChartData,
    DeckShape,
    Frame,
    Grid,
    GridCell,
    Look,
    Stroke,
    TextParagraph,
)
from docgen.merging.edited.respelled import is_whole

# How far two values may lie apart and be the same: points, or steps of 255 for a colour.
_LENGTH = 0.15
_COLUMN_WIDTH = 0.5
_FONT_SIZE = 0.11
_COLOUR_STEPS = 3
_RELATIVE = 1e-9
_RGB_DIGITS = 6


def different_aspects(built: DeckShape, edited: DeckShape) -> tuple[str, ...]:
    """What differs between two shapes: frame, fill, line, alt, text, table, chart, picture, look.

    An alternative text that is gone says nothing: LibreOffice drops those of tables and charts.
    """
    same = {
        "frame": same_frame(built.frame, edited.frame, built.kind),
        "fill": built.kind not in ("shape", "text") or same_colour(built.fill, edited.fill),
        "line": built.kind not in ("shape", "connector") or same_stroke(built.line, edited.line),
        "alt": not edited.alt or built.alt == edited.alt,
        "text": same_paragraphs(built.paragraphs, edited.paragraphs),
        "table": _same_grid(built.grid, edited.grid),
        "chart": _same_chart(built.chart, edited.chart),
        "picture": not built.picture or not edited.picture or built.picture == edited.picture,
        "look": not different_features(built, edited),
    }
    return tuple(aspect for aspect, is_same in same.items() if not is_same)


def different_features(built: DeckShape, edited: DeckShape) -> dict[str, tuple[str, str]]:
    """The features of two looks that differ, by name.

    A chart of which nothing is known was built by an earlier docgen. Of what LibreOffice spelled anew only titles can be
    told to be gone.
    """
    if built.kind == "chart" and not built.look:
        return {}
    before, after = dict(built.look), dict(edited.look)
    told = set(after) | {name for name in before if "title" in name}
    if is_whole(edited.look):
        told |= set(before)
    return {
        name: (before.get(name, ""), after.get(name, ""))
        for name in sorted(told)
        if before.get(name, "") != after.get(name, "")
    }


def same_frame(built: Frame | None, edited: Frame | None, kind: str = "") -> bool:
    """Whether two frames agree; the height of a shape of kind "table" is its rows' matter."""
    if built is None or edited is None:
        return True
    lengths = 3 if kind == "table" else 4
    return _close(built[:lengths], edited[:lengths], _LENGTH) and (built.turn - edited.turn) % 360 == 0


def same_colour(built: str | None, edited: str | None) -> bool:
    """Whether two colours are the same to the eye."""
    if built is None or edited is None or built == edited:
        return True
    if len(built) != _RGB_DIGITS or len(edited) != _RGB_DIGITS:
        return False
    try:
        return _close(bytes.fromhex(built), bytes.fromhex(edited), _COLOUR_STEPS)
    except ValueError:
        return False


def same_stroke(built: Stroke | None, edited: Stroke | None) -> bool:
    """Whether two lines agree."""
    if built is None or edited is None:
        return True
    return same_colour(built.colour, edited.colour) and abs(built.width - edited.width) <= _LENGTH


def same_paragraph(built: TextParagraph, edited: TextParagraph) -> bool:
    """Whether two paragraphs have the same characters in the same look."""
    if PERHAPS_SOFT in edited.text:
        built, edited = on_one_line(built), on_one_line(edited)
    if built.text != edited.text:
        return False
    if built.text.strip() and not (_agree(built.align, edited.align) and _agree(built.bullet, edited.bullet)):
        return False
    return all(_same_look(one, other) for one, other, text in _stretches(built, edited) if text.strip())


def on_one_line(paragraph: TextParagraph) -> TextParagraph:
    """A paragraph without line breaks."""
    pieces = [piece._replace(text=without_breaks(piece.text)) for piece in paragraph.pieces]
    return paragraph._replace(pieces=tuple(piece for piece in pieces if piece.text))


def _agree(built: object, edited: object) -> bool:
    return built is None or edited is None or built == edited


def _same_look(built: Look, edited: Look) -> bool:
    return (
        (built.size is None or edited.size is None or abs(built.size - edited.size) <= _FONT_SIZE)
        and _agree(built.bold, edited.bold)
        and same_colour(built.colour, edited.colour)
        and _agree(built.underline, edited.underline)
        and _agree(built.strike, edited.strike)
        and (built.raised == edited.raised or UNSAID in (built, edited))
    )


def _stretches(built: TextParagraph, edited: TextParagraph) -> Iterator[tuple[Look, Look, str]]:
    """The stretches of characters over which neither of two paragraphs with one text changes its look."""
    left, right = list(built.pieces), list(edited.pieces)
    while left and right:
        length = min(len(left[0].text), len(right[0].text))
        yield left[0].look, right[0].look, left[0].text[:length]
        for side in (left, right):
            rest = side[0].text[length:]
            side[:1] = [side[0]._replace(text=rest)] if rest else []


def same_paragraphs(built: Sequence[TextParagraph] | None, edited: Sequence[TextParagraph] | None) -> bool:
    """Whether two texts agree; no text and text without characters are the same."""
    if built == edited:
        return True
    one, other = built or (), edited or ()
    if len(one) != len(other):
        return not any(paragraph.text for paragraph in (*one, *other))
    return all(map(same_paragraph, one, other))


def same_cell(built: GridCell, edited: GridCell) -> bool:
    """Whether two cells agree in text and fill."""
    return same_paragraphs(built.paragraphs, edited.paragraphs) and same_colour(built.fill, edited.fill)


def same_grid_form(built: Grid, edited: Grid) -> bool:
    """Whether two tables have as many rows and columns, these as wide."""
    return [len(row) for row in built.rows] == [len(row) for row in edited.rows] and _close(
        built.columns, edited.columns, _COLUMN_WIDTH
    )


def _same_grid(built: Grid | None, edited: Grid | None) -> bool:
    if built is None or edited is None:
        return built is edited
    return built == edited or (
        same_grid_form(built, edited)
        and all(all(map(same_cell, *rows)) for rows in zip(built.rows, edited.rows, strict=True))
    )


def same_number(built: float | None, edited: float | None) -> bool:
    """Whether two points of a chart agree."""
    if built is None or edited is None:
        return built is edited
    return abs(built - edited) <= _RELATIVE * max(abs(built), abs(edited), 1e-9)


def same_chart_form(built: ChartData, edited: ChartData) -> bool:
    """Whether two charts have the same categories and the same series, drawn in the same plain colours.

    A category whose name is not shown may have lost it.
    """
    return (
        len(built.categories) == len(edited.categories)
        and all(one == other or not other for one, other in zip(built.categories, edited.categories, strict=True))
        and [series.name for series in built.series] == [series.name for series in edited.series]
        and all(
            same_colour(one.colour, other.colour if len(other.colour) == _RGB_DIGITS else None)
            for one, other in zip(built.series, edited.series, strict=True)
        )
    )


def _same_chart(built: ChartData | None, edited: ChartData | None) -> bool:
    if built is None or edited is None:
        return built is edited
    return same_chart_form(built, edited) and all(
        all(map(same_number, one.values, other.values))
        for one, other in zip(built.series, edited.series, strict=True)
    )


def _close(built: Sequence[float], edited: Sequence[float], most: float) -> bool:
    """Whether two lists are as long, and no two numbers of them lie more than ``most`` apart."""
    return len(built) == len(edited) and all(
        abs(one - other) <= most for one, other in zip(built, edited, strict=True)
    )
