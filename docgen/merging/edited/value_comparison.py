"""Whether what is in an edited deck is what was built, in meaning and within what programs round.

LibreOffice keeps lengths in 1/100 mm (0.03 pt), and lets rows grow; both programs leave out what a
placeholder says already, which is None here.
"""

from __future__ import annotations

from collections.abc import Sequence

from docgen.fingerprint.values import ChartData, DeckShape, Frame, Grid, GridCell, Look, Stroke, TextParagraph

_POINTS = 0.15
_COLUMN_POINTS = 0.5
_COLOUR_STEPS = 3
_SIZE = 0.11
_RELATIVE = 1e-9
_HEX = 6


def same_frame(built: Frame | None, now: Frame | None, kind: str = "") -> bool:
    """Whether two frames agree; the height of a table is its rows' matter."""
    if built is None or now is None:
        return True
    lengths = 3 if kind == "table" else 4
    return all(
        abs(one - other) <= _POINTS for one, other in zip(built[:lengths], now[:lengths], strict=True)
    ) and (abs(built.turn - now.turn) % 360) in (0, 360)


def same_colour(built: str | None, now: str | None) -> bool:
    """Whether two colours are the same to the eye."""
    if built is None or now is None or built == now:
        return True
    if len(built) != _HEX or len(now) != _HEX:
        return False
    try:
        steps = [abs(int(built[at : at + 2], 16) - int(now[at : at + 2], 16)) for at in (0, 2, 4)]
    except ValueError:
        return False
    return max(steps) <= _COLOUR_STEPS


def same_stroke(built: Stroke | None, now: Stroke | None) -> bool:
    """Whether two lines agree."""
    if built is None or now is None:
        return True
    return same_colour(built.colour, now.colour) and abs(built.width - now.width) <= _POINTS


def same_look(built: Look, now: Look) -> bool:
    """Whether characters look alike; what one side leaves unsaid agrees with anything."""
    flags = zip(built[3:5], now[3:5], strict=True)
    return (
        (built.size is None or now.size is None or abs(built.size - now.size) <= _SIZE)
        and (built.bold is None or now.bold is None or built.bold == now.bold)
        and same_colour(built.colour, now.colour)
        and all(one is None or other is None or one == other for one, other in flags)
        and (built.raised == now.raised or now == _UNSAID or built == _UNSAID)
    )


_UNSAID = Look(None, None, None, None, None, False)


def same_paragraph(built: TextParagraph, now: TextParagraph) -> bool:
    """Whether two paragraphs have the same characters in the same look."""
    if built.text != now.text:
        return False
    if built.text.strip() and not (_same_side(built, now) and _same_bullet(built, now)):
        return False
    return all(same_look(one, other) for one, other, text in _stretches(built, now) if text.strip())


def _same_side(built: TextParagraph, now: TextParagraph) -> bool:
    """Left is what a paragraph is that says nothing."""
    return built.align is None or now.align is None or built.align == now.align


def _same_bullet(built: TextParagraph, now: TextParagraph) -> bool:
    return built.bullet is None or now.bullet is None or built.bullet == now.bullet


def _stretches(built: TextParagraph, now: TextParagraph) -> list[tuple[Look, Look, str]]:
    """The stretches of characters over which neither paragraph changes its look."""
    found: list[tuple[Look, Look, str]] = []
    left, right = list(built.pieces), list(now.pieces)
    while left and right:
        length = min(len(left[0].text), len(right[0].text))
        found.append((left[0].look, right[0].look, left[0].text[:length]))
        for side in (left, right):
            rest = side[0].text[length:]
            side[:1] = [side[0]._replace(text=rest)] if rest else []
    return found


def same_paragraphs(built: Sequence[TextParagraph] | None, now: Sequence[TextParagraph] | None) -> bool:
    """Whether two texts agree; no text and text without characters are the same."""
    if built == now:
        return True
    one, other = list(built or ()), list(now or ())
    if len(one) != len(other):
        return not any(each.text for each in (*one, *other))
    return all(same_paragraph(*pair) for pair in zip(one, other, strict=True))


def same_cell(built: GridCell, now: GridCell) -> bool:
    """Whether two cells agree in text and fill."""
    return same_paragraphs(built.paragraphs, now.paragraphs) and same_colour(built.fill, now.fill)


def same_shape_of_grid(built: Grid, now: Grid) -> bool:
    """Whether two tables have the same rows and columns, these as wide."""
    return (
        len(built.rows) == len(now.rows)
        and [len(row) for row in built.rows] == [len(row) for row in now.rows]
        and all(
            abs(one - other) <= _COLUMN_POINTS for one, other in zip(built.columns, now.columns, strict=True)
        )
    )


def same_grid(built: Grid | None, now: Grid | None) -> bool:
    """Whether two tables agree in form and in every cell."""
    if built is None or now is None:
        return built is now
    return built == now or (same_shape_of_grid(built, now) and all(
        same_cell(*cells)
        for rows in zip(built.rows, now.rows, strict=True)
        for cells in zip(*rows, strict=True)
    ))


def same_number(built: float | None, now: float | None) -> bool:
    """Whether two points of a chart agree."""
    if built is None or now is None:
        return built is now
    return abs(built - now) <= _RELATIVE * max(abs(built), abs(now), 1e-9)


def same_categories(built: Sequence[str], now: Sequence[str]) -> bool:
    """Whether two charts count the same categories; one that is not shown may have lost its name."""
    return len(built) == len(now) and all(
        one == other or not other for one, other in zip(built, now, strict=True)
    )


def same_form_of_chart(built: ChartData, now: ChartData) -> bool:
    """Whether two charts have the same categories and the same series, drawn in the same plain colours."""
    return (
        same_categories(built.categories, now.categories)
        and [series.name for series in built.series] == [series.name for series in now.series]
        and all(
            same_colour(one.colour, other.colour if len(other.colour) == _HEX else None)
            for one, other in zip(built.series, now.series, strict=True)
        )
    )


def same_chart(built: ChartData | None, now: ChartData | None) -> bool:
    """Whether two charts agree in form and in every point."""
    if built is None or now is None:
        return built is now
    return same_form_of_chart(built, now) and all(
        same_number(*points)
        for one, other in zip(built.series, now.series, strict=True)
        for points in zip(one.values, other.values, strict=True)
    )


def different_aspects(built: DeckShape, now: DeckShape) -> tuple[str, ...]:
    """What differs between two shapes: frame, fill, line, alt, text, table, chart, picture.

    An alternative text that is gone says nothing: LibreOffice drops those of tables and charts.
    """
    found = {
        "frame": same_frame(built.frame, now.frame, built.kind),
        "fill": built.kind not in ("shape", "text") or same_colour(built.fill, now.fill),
        "line": built.kind not in ("shape", "connector") or same_stroke(built.line, now.line),
        "alt": not now.alt or built.alt == now.alt,
        "text": same_paragraphs(built.paragraphs, now.paragraphs),
        "table": same_grid(built.grid, now.grid),
        "chart": same_chart(built.chart, now.chart),
        "picture": not built.picture or not now.picture or built.picture == now.picture,
    }
    return tuple(aspect for aspect, same in found.items() if not same)
