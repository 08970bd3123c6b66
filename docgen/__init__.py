"""docgen: structured content in, a government data compendium as a native PowerPoint deck out.

>>> import docgen
>>> fy2023 = docgen.load("content/fy2023")                                    # doctest: +SKIP
>>> docgen.build(fy2023, layout="cabinet-office").save("compendium.pptx")     # doctest: +SKIP

Importing docgen loads no stage: the model and the stages are imported when they are first used.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

# The packages of some stages bear the names of functions below. They are imported first, so that from
# then on ``docgen.load``, ``docgen.check``, ``docgen.diff``, ``docgen.merge`` and ``docgen.trace`` are the
# functions (the packages are all but empty).
import docgen.checks
import docgen.comparison
import docgen.merging
import docgen.reading
import docgen.tracing  # noqa: F401
from docgen.errors import DocgenError, DocgenErrors, DoesNotFit, Position
from docgen.shipped import DEFAULT_LAYOUT

if TYPE_CHECKING:
    from pathlib import Path

    from docgen.breach import Breach
    from docgen.comparison.change import Change, Comparison, FieldChange
    from docgen.comparison.source import Source as DiffSource
    from docgen.deck import Deck
    from docgen.layout.pack import LayoutPack
    from docgen.merging.conflict import Conflict, HandEdit, Rule
    from docgen.merging.merged_deck import MergedDeck
    from docgen.model import (
        AnalysisItem,
        BudgetAmount,
        BudgetLine,
        BudgetUse,
        Candidate,
        ChartKind,
        Compendium,
        DataReference,
        Dataset,
        DataTable,
        ExcerptSection,
        Fact,
        Figure,
        Finding,
        Indicator,
        IndicatorPage,
        IndicatorUse,
        IndicatorValue,
        LogicElement,
        Measure,
        MeasureChart,
        Note,
        Observation,
        Override,
        Page,
        PageEntry,
        Period,
        Picture,
        PlanItem,
        Point,
        Precedent,
        Quantity,
        Record,
        Register,
        RepeatedPage,
        Section,
        SeriesSpec,
        Source,
        Table,
        TableColumn,
        Target,
        TargetMark,
        ValueGroup,
        ValueSeries,
    )
    from docgen.pipeline import BuiltDeck
    from docgen.tracing.step import Reading, Step
    from docgen.worklist.item import WorkItem

__all__ = [
    "AnalysisItem", "Breach", "BudgetAmount", "BudgetLine", "BudgetUse", "BuiltDeck", "Candidate",
    "Change", "ChartKind", "Comparison", "Compendium", "Conflict", "DataReference", "DataTable", "Dataset", "Deck",
    "DocgenError", "DocgenErrors", "DoesNotFit",
    "ExcerptSection", "Fact", "FieldChange", "Figure", "Finding", "HandEdit", "Indicator", "IndicatorPage", "IndicatorUse",
    "IndicatorValue", "LogicElement", "Measure", "MeasureChart", "MergedDeck", "Note", "Observation", "Override",
    "Page", "PageEntry", "Period", "Picture", "PlanItem", "Point", "Position", "Precedent", "Quantity", "Reading",
    "Record", "Register", "RepeatedPage", "Section", "SeriesSpec", "Source", "Step", "Table", "TableColumn", "Target",
    "TargetMark", "ValueGroup", "ValueSeries", "WorkItem",
    "build", "check", "diff", "load", "merge", "roll", "todo", "trace",
]  # fmt: skip

_PLACES = {
    "Breach": "docgen.breach",
    "BuiltDeck": "docgen.pipeline",
    "Change": "docgen.comparison.change",
    "Comparison": "docgen.comparison.change",
    "Deck": "docgen.deck",
    "Conflict": "docgen.merging.conflict",
    "FieldChange": "docgen.comparison.change",
    "HandEdit": "docgen.merging.conflict",
    "MergedDeck": "docgen.merging.merged_deck",
    "Reading": "docgen.tracing.step",
    "Step": "docgen.tracing.step",
    "WorkItem": "docgen.worklist.item",
}


def load(
    folder: str | Path, previous: str | Path | None = None, layout: str | Path | LayoutPack | None = None
) -> Compendium:
    """The compendium of a content folder, read and validated; ``previous`` is the folder of the year before.

    ``layout`` names the pack whose own kinds of page the content holds; without one, docgen's kinds are known.
    Raises DocgenErrors with every error of the folder, each with its file, line and column.
    """
    from docgen import pipeline

    return pipeline.load(folder, previous, layout)


def build(compendium: Compendium, layout: str | Path | LayoutPack = DEFAULT_LAYOUT) -> BuiltDeck:
    """The deck of a compendium in a layout pack (its name, or a path to its folder); save it with ``.save``.

    Raises DocgenErrors for content that cannot be derived, DoesNotFit for what has no room.
    """
    from docgen import pipeline

    return pipeline.build(compendium, layout)


def check(compendium: Compendium, layout: str | Path | LayoutPack = DEFAULT_LAYOUT) -> tuple[Breach, ...]:
    """What is amiss in a compendium's content and in its deck; empty where nothing is."""
    from docgen import pipeline

    return pipeline.check(compendium, layout)


def roll(folder: str | Path, target: str | Path) -> Path:
    """The content folder of the next fiscal year, made from the one of this year, which stays as it is.

    >>> docgen.roll("content/fy2023", "content/fy2024")                        # doctest: +SKIP

    Raises DocgenErrors for a folder that does not load, DocgenError for a target that is there already.
    """
    from docgen import pipeline

    return pipeline.roll(folder, target)


def todo(compendium: Compendium) -> tuple[WorkItem, ...]:
    """What waits for a person in a compendium: carried over from last year and not updated yet, or without data."""
    from docgen import pipeline

    return pipeline.todo(compendium)


def trace(compendium: Compendium, identifier: str) -> Step:
    """What a page, record, statement, value, figure or budget line rests on, step by step down to files and rows.

    >>> print(docgen.trace(fy2023, "summary-strategy/food").text)              # doctest: +SKIP

    Raises DocgenError, with the names most like it, for a name that nothing has.
    """
    from docgen import pipeline

    return pipeline.trace(compendium, identifier)


def diff(old: DiffSource, new: DiffSource, layout: str | Path | LayoutPack = DEFAULT_LAYOUT) -> Comparison:
    """What changed from ``old`` to ``new``: content folders, decks' files, compendia or built decks.

    Content is composed in ``layout``, for the numbers of its pages. True where anything changed. Raises
    DocgenError for a deck that docgen did not build, and for two different compendia.
    """
    from docgen.comparison.source import compare_sources

    return compare_sources(old, new, layout)


def merge(
    edited: str | Path,
    compendium: Compendium | BuiltDeck,
    layout: str | Path | LayoutPack = DEFAULT_LAYOUT,
    conflicts: Rule = "both",
) -> MergedDeck:
    """The compendium's new deck with what was done by hand to the deck ``edited``; save it with ``.save``.

    ``conflicts`` says whose change is taken where both sides changed the same: "theirs" the edited deck's,
    "ours" the new content's, "both" the new content's with the edited deck's told in a note on the slide.
    Raises DocgenError for a deck that docgen did not build, or of another compendium.
    """
    from docgen.merging.merged_deck import merge_into

    return merge_into(edited, compendium, layout, conflicts)


def __getattr__(name: str) -> Any:
    """A class of the model, ``Deck`` and what the stages give, imported when first asked for."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(_PLACES.get(name, "docgen.model")), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
