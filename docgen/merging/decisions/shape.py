"""A shape three ways: as built, as edited, as in the new build."""

from __future__ import annotations

from collections.abc import Callable

from docgen.fingerprint.values import DeckShape
from docgen.merging.decisions.chart import decide_points
from docgen.merging.decisions.decision import ShapeDecision
from docgen.merging.decisions.paragraphs import merge_paragraphs, same_content, text_of
from docgen.merging.decisions.table import decide_cells
from docgen.merging.edited.deck import EditedShape
from docgen.merging.edited.value_comparison import (
    different_aspects,
    same_colour,
    same_form_of_chart,
    same_frame,
    same_shape_of_grid,
    same_stroke,
)
from docgen.merging.ledger import Ledger

SameXml = Callable[[EditedShape], bool]
"""Whether an edited shape is spelled as the new build's of the same name is."""

_PLAIN = ("frame", "fill", "line", "alt", "picture")


def decide_shape(
    built: DeckShape, now: EditedShape, ours: DeckShape, ledger: Ledger, same_xml: SameXml | None
) -> ShapeDecision:
    """The decision for a shape that all three have.

    Where the content did not touch it, an edited shape is taken whole, with all that was done to it; of one
    that LibreOffice spelled anew (``same_xml`` None) only what was edited is.
    """
    changed = different_aspects(built, now.shape)
    untouched = built.digest == ours.digest
    if untouched and same_xml is not None:
        _note(built, now.shape, changed, ledger)
        return ShapeDecision("ours" if not changed and same_xml(now) else "theirs", now)
    if not changed:
        return ShapeDecision("ours", now)
    return _by_aspects(built, now, ours, changed, ledger)


def content_changed(built: DeckShape, ours: DeckShape) -> bool:
    """Whether the content gives a shape other texts, cells, points, colours; not where it only moved."""
    if built.digest == ours.digest:
        return False
    old, new = built.paragraphs or (), ours.paragraphs or ()
    texts = len(old) != len(new) or not all(same_content(*pair) for pair in zip(old, new, strict=True))
    cells = [[cell.text for cell in row] for row in (built.grid.rows if built.grid else ())] != [
        [cell.text for cell in row] for row in (ours.grid.rows if ours.grid else ())
    ]
    looks = (built.fill, built.line, built.chart, built.picture) != (
        ours.fill,
        ours.line,
        ours.chart,
        ours.picture,
    )
    return texts or cells or looks


def _by_aspects(
    built: DeckShape, now: EditedShape, ours: DeckShape, changed: tuple[str, ...], ledger: Ledger
) -> ShapeDecision:
    name, edited = built.name, now.shape
    aspects = tuple(
        aspect for aspect in _PLAIN if aspect in changed and _take(aspect, built, edited, ours, ledger)
    )
    decision = ShapeDecision("edit", now, aspects)
    if "text" in changed:
        merged = merge_paragraphs(
            built.paragraphs or (),
            edited.paragraphs or (),
            ours.paragraphs or (),
            take_theirs=ledger.take_theirs,
        )
        for clash in merged.clashes:
            ledger.clash(name, "text", clash.built, clash.by_hand, clash.by_content)
        if not merged.clashes:
            ledger.kept(name, "text", text_of(built.paragraphs), text_of(edited.paragraphs))
        decision = ShapeDecision("edit", now, aspects, tuple(merged.order))
    if "table" in changed and built.grid and edited.grid and ours.grid:
        if not same_shape_of_grid(built.grid, edited.grid):
            return _whole(built, now, ours, "rows and columns", built.grid == ours.grid, ledger) or decision
        cells = decide_cells(name, built.grid, edited.grid, ours.grid, ledger)
        decision = ShapeDecision("edit", now, aspects, cells=cells)
    if "chart" in changed and built.chart and edited.chart and ours.chart:
        if not same_form_of_chart(built.chart, edited.chart):
            return _whole(built, now, ours, "chart", built.chart == ours.chart, ledger) or decision
        points = decide_points(name, built.chart, edited.chart, ours.chart, ledger)
        decision = ShapeDecision("edit", now, aspects, points=points)
    return decision


def _whole(
    built: DeckShape, now: EditedShape, ours: DeckShape, what: str, untouched: bool, ledger: Ledger
) -> ShapeDecision | None:
    """The edited table or chart whole, where only its form can tell what was done; None for ours."""
    if untouched:
        ledger.kept(built.name, what)
        return ShapeDecision("theirs", now)
    if ledger.clash(built.name, what, _form(built), _form(now.shape), _form(ours)):
        return ShapeDecision("theirs", now)
    return None


def _form(shape: DeckShape) -> str:
    if shape.grid is not None:
        return f"{len(shape.grid.rows)} × {len(shape.grid.columns)}"
    if shape.chart is not None:
        return " ".join((*(series.name for series in shape.chart.series), *shape.chart.categories))
    return ""


def _take(aspect: str, built: DeckShape, now: DeckShape, ours: DeckShape, ledger: Ledger) -> bool:
    """Whether a plain aspect that was edited is taken: always where the content left it."""
    texts = tuple(_shown(aspect, shape) for shape in (built, now, ours))
    if _same(aspect, built, ours) or _same(aspect, ours, now):
        ledger.kept(built.name, aspect, texts[0], texts[1])
        return True
    return ledger.clash(built.name, aspect, *texts)


def _same(aspect: str, one: DeckShape, other: DeckShape) -> bool:
    if aspect == "frame":
        return same_frame(one.frame, other.frame, one.kind)
    if aspect == "fill":
        return same_colour(one.fill, other.fill)
    if aspect == "line":
        return same_stroke(one.line, other.line)
    return bool(getattr(one, aspect) == getattr(other, aspect))


def _note(built: DeckShape, now: DeckShape, changed: tuple[str, ...], ledger: Ledger) -> None:
    for aspect in changed:
        ledger.kept(built.name, aspect, _shown(aspect, built), _shown(aspect, now))


def _shown(aspect: str, shape: DeckShape) -> str:
    if aspect == "frame" and shape.frame is not None:
        x, y, width, height, _ = shape.frame
        return f"({x:g}, {y:g}) {width:g} × {height:g} pt"
    if aspect == "text":
        return text_of(shape.paragraphs)
    if aspect == "line" and shape.line is not None:
        return f"{shape.line.colour} {shape.line.width:g} pt" if shape.line.colour else "none"
    if aspect in ("fill", "alt"):
        return str(getattr(shape, aspect) or "")
    return _form(shape)
