"""What the page in the browser is told: rows of plain values, ready for JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from docgen.errors import CellPosition, DocgenError, DocgenErrors, Located, Position, Where
from docgen.messages import Language
from docgen.placed import Box, ConnectorMark, PlacedSlide
from docgen.preview.places import Origin
from docgen.preview.workshop import Made
from docgen.tracing.step import Step

_MOST_ERRORS = 50
_MOST_READINGS = 40
_DEEPEST = 5

Row = dict[str, Any]


def deck_row(made: Made, keys: Sequence[str]) -> Row:
    """A build as the page shows it: its slides with the keys of their pictures, and what it cost."""
    names = {slide: section.name for section in made.deck.placed.sections for slide in section.slides}
    design = made.deck.placed.design
    return {
        "title": made.compendium.title,
        "layout": made.deck.pack.label or made.deck.pack.name,
        "width": design.width,
        "height": design.height,
        "slides": [
            {"id": slide.id, "page": slide.record, "title": slide.title, "section": names.get(slide.id, ""), "key": key}
            for slide, key in zip(made.deck.placed.slides, keys, strict=True)
        ],
        "composed": made.composed,
        "seconds": {stage: round(seconds, 4) for stage, seconds in made.seconds.items()},
    }


def error_rows(error: DocgenError, language: Language) -> list[Row]:
    """What is wrong with the content, each with its place."""
    errors = error.errors if isinstance(error, DocgenErrors) else (error,)
    return [
        {
            "what": single.part("what", language) or "",
            "expected": single.part("expected", language) or "",
            "hint": single.part("hint", language) or "",
            **place_row(single.where),
        }
        for single in errors[:_MOST_ERRORS]
    ]


def shape_rows(slide: PlacedSlide) -> list[Row]:
    """The shapes of a slide that can be clicked, in points."""
    boxed = (mark for mark in slide.marks if not isinstance(mark, ConnectorMark))
    return [{"id": mark.id, **box_row(mark.box)} for mark in boxed]


def box_row(box: Box) -> Row:
    """A box in points."""
    return {
        "x": round(box.x, 2), "y": round(box.y, 2), "width": round(box.width, 2), "height": round(box.height, 2),
    }  # fmt: skip


def origin_row(origin: Origin) -> Row:
    """Where a shape comes from, with the trace below it."""
    return {
        "text": origin.text,
        "shape": origin.mark,
        **place_row(origin.where),
        "trace": step_row(origin.step) if origin.step is not None else None,
    }


def step_row(step: Step, depth: int = 0) -> Row:
    """A step of a trace, down to some levels."""
    below = step.rests_on if depth < _DEEPEST else ()
    return {
        "kind": step.kind,
        "id": step.id,
        "text": step.text,
        **place_row(step.where),
        "reads": [
            {"column": reading.column, "text": reading.text, "source": reading.source, **place_row(reading.where)}
            for reading in step.readings[:_MOST_READINGS]
        ],
        "more": max(0, len(step.readings) - _MOST_READINGS),
        "below": [step_row(inner, depth + 1) for inner in below],
    }


def place_row(where: Where) -> Mapping[str, str]:
    """A place as text, and as an address that VS Code and other editors open, where it is in a file."""
    if where is None:
        return {"where": "", "link": ""}
    return {"where": str(where), "link": link_of(where) if isinstance(where, Position | CellPosition | str) else ""}


def link_of(where: Located) -> str:
    """The address by which an editor opens a place; empty where it is in no file."""
    if isinstance(where, Position):
        return f"vscode://file/{_absolute(where.file)}:{where.line}:{where.column}"
    if isinstance(where, CellPosition):
        return f"vscode://file/{_absolute(where.file)}"
    return ""


def _absolute(file: str) -> str:
    return Path(file).resolve().as_posix().lstrip("/")
