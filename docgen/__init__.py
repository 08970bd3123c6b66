"""docgen: structured content in, a government data compendium as a native PowerPoint deck out.

>>> import docgen
>>> fy2023 = docgen.load("content/fy2023")                                    # doctest: +SKIP
>>> docgen.build(fy2023, layout="cabinet-office").save("compendium.pptx")     # doctest: +SKIP

Importing docgen loads no stage: the model and the stages are imported when they are first used.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

# The packages of two stages bear the names of functions below. They are imported first, so that from
# then on ``docgen.load`` and ``docgen.check`` are the functions (the packages are all but empty).
import docgen.check
import docgen.load  # noqa: F401
from docgen.errors import DocgenError, DocgenErrors, DoesNotFit, Position
from docgen.shipped import DEFAULT_LAYOUT

if TYPE_CHECKING:
    from pathlib import Path

    from docgen.check.breach import Breach
    from docgen.deck import Deck
    from docgen.model import (
        AnalysisItem,
        BudgetAmount,
        BudgetLine,
        BudgetUse,
        Candidate,
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

__all__ = [
    "AnalysisItem", "Breach", "BudgetAmount", "BudgetLine", "BudgetUse", "BuiltDeck", "Candidate",
    "Compendium", "DataReference", "DataTable", "Dataset", "Deck", "DocgenError", "DocgenErrors", "DoesNotFit",
    "ExcerptSection", "Fact", "Figure", "Finding", "Indicator", "IndicatorPage", "IndicatorUse",
    "IndicatorValue", "LogicElement", "Measure", "MeasureChart", "Note", "Observation", "Override",
    "Page", "PageEntry", "Period", "Picture", "PlanItem", "Point", "Position", "Precedent", "Quantity", "Record",
    "Register", "RepeatedPage", "Section", "SeriesSpec", "Source", "Table", "TableColumn", "Target", "TargetMark",
    "ValueGroup", "ValueSeries",
    "build", "check", "load",
]  # fmt: skip

_PLACES = {"Breach": "docgen.check.breach", "BuiltDeck": "docgen.pipeline", "Deck": "docgen.deck"}


def load(folder: str | Path, previous: str | Path | None = None) -> Compendium:
    """The compendium of a content folder, read and validated; ``previous`` is the folder of the year before.

    Raises DocgenErrors with every error of the folder, each with its file, line and column.
    """
    from docgen import pipeline

    return pipeline.load(folder, previous)


def build(compendium: Compendium, layout: str | Path = DEFAULT_LAYOUT) -> BuiltDeck:
    """The deck of a compendium in a layout pack (its name, or a path to its folder); save it with ``.save``.

    Raises DocgenErrors for content that cannot be derived, DoesNotFit for what has no room.
    """
    from docgen import pipeline

    return pipeline.build(compendium, layout)


def check(compendium: Compendium, layout: str | Path = DEFAULT_LAYOUT) -> tuple[Breach, ...]:
    """What is amiss in a compendium's content and in its deck; empty where nothing is."""
    from docgen import pipeline

    return pipeline.check(compendium, layout)


def __getattr__(name: str) -> Any:
    """A class of the model, ``Deck`` and what the stages give, imported when first asked for."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(_PLACES.get(name, "docgen.model")), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
