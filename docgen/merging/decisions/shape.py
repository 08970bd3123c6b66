"""A shape three ways: as built, as edited, as in the new build."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from docgen.fingerprint.values import BY_HAND, DeckShape
from docgen.merging.decisions.aspects import ASPECTS, KINDS
from docgen.merging.decisions.chart import changed_points, decide_points
from docgen.merging.decisions.decision import ShapeDecision
from docgen.merging.decisions.paragraphs import Text, decide_text, same_content, same_text, text_of
from docgen.merging.decisions.table import decide_cells
from docgen.merging.edited.deck import EditedShape
from docgen.merging.edited.shape import ALTERNATE
from docgen.merging.edited.value_comparison import (
    different_aspects,
    different_features,
    same_chart_form,
    same_colour,
    same_frame,
    same_grid_form,
    same_stroke,
)
from docgen.merging.report import SlideReport
from docgen.merging.versions import Versions
from docgen.messages import Message, Phrase, message

SameXml = Callable[[EditedShape], bool]
"""Whether an edited shape is spelled as the new build's of the same name is."""

_AXIS = re.compile(r"axis (\d+)")
# The aspects that are taken whole or not at all, with what is the same in them.
_PLAIN: Mapping[str, Callable[[DeckShape, DeckShape], bool]] = {
    "frame": lambda one, other: same_frame(one.frame, other.frame, one.kind),
    "fill": lambda one, other: same_colour(one.fill, other.fill),
    "line": lambda one, other: same_stroke(one.line, other.line),
    "alt": lambda one, other: one.alt == other.alt,
    "picture": lambda one, other: one.picture == other.picture,
}


def decide_shape(
    built: DeckShape, edited: EditedShape, new: DeckShape, report: SlideReport, same_xml: SameXml | None
) -> ShapeDecision:
    """The decision for a shape that all three decks have.

    Where the content did not touch it, an edited shape is taken whole, with all that was done to it; of one
    that LibreOffice spelled anew (``same_xml`` None) only what was edited is.
    """
    changed = different_aspects(built, edited.shape)
    if built.digest == new.digest and same_xml is not None:
        for aspect in changed:
            report.keep(built.name, ASPECTS[aspect], *_edit_texts(aspect, built, edited.shape))
        return ShapeDecision("ours" if not changed and same_xml(edited) else "theirs", edited)
    if not changed:
        return ShapeDecision("ours", edited)
    if edited.element.tag == ALTERNATE or (same_xml is not None and _is_beyond(built, edited.shape, new)):
        untouched = not content_changed(built, new)
        versions = Versions(built, edited.shape, new)
        return _whole(versions, edited, ASPECTS["look"], untouched, report) or ShapeDecision("ours", edited)
    return _by_aspects(Versions(built, edited.shape, new), edited, changed, report)


def _is_beyond(built: DeckShape, edited: DeckShape, new: DeckShape) -> bool:
    """Whether the look of a shape was edited in a way that can only be taken with the whole shape."""
    features = different_features(built, edited)
    if built.kind != "chart" or built.chart is None or edited.chart is None or new.chart is None:
        return bool(features.keys() - {"effects"})
    series = [[one.name for one in shape.chart.series] for shape in (edited, new) if shape.chart is not None]
    others = [name for name in different_features(built, new) if not _AXIS.fullmatch(name)]
    return bool(features) and (series[0] != series[1] or bool(others) or new.digest == BY_HAND)


def content_changed(built: DeckShape, new: DeckShape) -> bool:
    """Whether the content gives a shape other texts, cells, points or colours; not where it only moved."""
    if built.digest == new.digest:
        return False
    return not same_text(_text(built), _text(new), same_content) or any(
        part(built) != part(new)
        for part in (_cell_texts, operator.attrgetter("fill", "line", "chart", "picture"))
    )


def described(shape: DeckShape) -> Phrase:
    """A shape in words: the texts of its cells, its own text, its alternative text, or else its kind."""
    if shape.grid is not None:
        return "／".join(text for row in _cell_texts(shape) for text in row if text)
    return text_of(shape.paragraphs) or shape.alt or KINDS.get(shape.kind, shape.kind)


def _text(shape: DeckShape) -> Text:
    return shape.paragraphs or ()


def _cell_texts(shape: DeckShape) -> list[list[str]]:
    return [[cell.text for cell in row] for row in (shape.grid.rows if shape.grid else ())]


def _by_aspects(
    versions: Versions[DeckShape], edited: EditedShape, changed: tuple[str, ...], report: SlideReport
) -> ShapeDecision:
    name = versions.built.name
    aspects = tuple(
        aspect
        for aspect, same in _PLAIN.items()
        if aspect in changed
        and report.takes(name, ASPECTS[aspect], versions, same, lambda shape, aspect=aspect: _aspect_text(aspect, shape))  # type: ignore[misc]
    )
    axes: tuple[int, ...] = ()
    if "look" in changed:
        axes = _kept_axes(versions, report)
        aspects = (*aspects, "look")
    decision = ShapeDecision("edit", edited, aspects, kept_axes=axes)
    if "text" in changed:
        decision = replace(decision, paragraphs=decide_text(name, ASPECTS["text"], versions.map(_text), report))
    built, by_hand, new = versions.built, versions.edited, versions.new
    if "table" in changed and built.grid and by_hand.grid and new.grid:
        if not same_grid_form(built.grid, by_hand.grid):
            return _whole(versions, edited, message("merge-rows-and-columns"), built.grid == new.grid, report) or decision
        cells = decide_cells(name, Versions(built.grid, by_hand.grid, new.grid), report)
        decision = replace(decision, cells=cells)
    if "chart" in changed and built.chart and by_hand.chart and new.chart:
        # What another deck took whole has a look of its own, which points alone do not tell.
        if not same_chart_form(built.chart, by_hand.chart) or new.digest == BY_HAND:
            return _whole(versions, edited, ASPECTS["chart"], built.chart == new.chart, report) or decision
        points = decide_points(name, Versions(built.chart, by_hand.chart, new.chart), report)
        decision = replace(decision, points=points)
    return decision


def _kept_axes(versions: Versions[DeckShape], report: SlideReport) -> tuple[int, ...]:
    """The axes of a chart that stay as the new build has them; the edit of a look is noted, or each conflict in it."""
    by_hand = different_features(versions.built, versions.edited)
    by_content = different_features(versions.built, versions.new) if versions.built.kind == "chart" else {}
    kept = dict(by_content)
    for feature, (before, after) in by_hand.items():
        named = (f"{feature} {before}".strip(), f"{feature} {after}".strip())
        if feature not in by_content or by_content[feature][1] == after:
            report.keep(versions.built.name, ASPECTS["look"], *named)
        elif report.conflict(versions.built.name, ASPECTS["look"], Versions(*named, f"{feature} {by_content[feature][1]}")):
            del kept[feature]
    return tuple(int(match[1]) for feature in kept if (match := _AXIS.fullmatch(feature)) is not None)


def _whole(
    versions: Versions[DeckShape], edited: EditedShape, what: Message, untouched: bool, report: SlideReport
) -> ShapeDecision | None:
    """The edited table or chart whole, where only its form can tell what was done; None where it is not taken."""
    name = versions.built.name
    if untouched:
        report.keep(name, what)
    elif not report.conflict(name, what, versions.map(_form)):
        return None
    return ShapeDecision("theirs", edited)


def _form(shape: DeckShape) -> str:
    """The form of a table ("3 × 4"), or the names of a chart's series and categories."""
    if shape.grid is not None:
        return f"{len(shape.grid.rows)} × {len(shape.grid.columns)}"
    if shape.kind not in ("table", "chart"):
        return text_of(shape.paragraphs)
    if shape.chart is not None:
        return " ".join((*(series.name for series in shape.chart.series), *shape.chart.categories))
    return ""


def _edit_texts(aspect: str, built: DeckShape, edited: DeckShape) -> tuple[Phrase, Phrase]:
    """An aspect before and after; of a table or chart that kept its form, the cells or points that differ."""
    pairs: list[tuple[str, str]] = []
    if aspect == "look":
        pairs += [
            tuple(f"{name} {text}".strip() for text in texts)  # type: ignore[misc]
            for name, texts in different_features(built, edited).items()
        ]
    if aspect == "table" and built.grid and edited.grid and same_grid_form(built.grid, edited.grid):
        for row, others in zip(built.grid.rows, edited.grid.rows, strict=True):
            pairs += [(one.text, other.text) for one, other in zip(row, others, strict=True) if one.text != other.text]
    if aspect == "chart" and built.chart and edited.chart and same_chart_form(built.chart, edited.chart):
        pairs += changed_points(built.chart, edited.chart)
    if not pairs:
        return _aspect_text(aspect, built), _aspect_text(aspect, edited)
    before, after = zip(*pairs, strict=True)
    return message("merge-several", texts=before), message("merge-several", texts=after)


def _aspect_text(aspect: str, shape: DeckShape) -> Phrase:
    if aspect == "frame" and shape.frame is not None:
        x, y, width, height, _ = shape.frame
        return f"({x:g}, {y:g}) {width:g} × {height:g} pt"
    if aspect == "text":
        return text_of(shape.paragraphs)
    if aspect == "line" and shape.line is not None:
        return f"{shape.line.colour} {shape.line.width:g} pt" if shape.line.colour else message("merge-no-line")
    if aspect in ("fill", "alt"):
        return str(getattr(shape, aspect) or "")
    return _form(shape)
