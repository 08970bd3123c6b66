"""Indicators (指標): their values against about five years ago and the plan's target, and their pages."""

from __future__ import annotations

from typing import Literal

from docgen.model.data import Amount
from docgen.model.figure import Figure
from docgen.model.period import Period
from docgen.model.record import Identifier, Prose, Record
from docgen.model.source import Note

Trend = Literal["up", "down", "flat", "unknown"]
Attainment = Literal["off_track", "on_track", "unknown", "no_target"]


class Observation(Record):
    """A value at a period. ``label`` is printed after the period: 実績, 予測, 概算, 調査."""

    value: Amount
    unit: str = ""
    period: Period
    decimals: int | None = None
    label: str = ""


class Target(Record):
    """A target of the plan: an amount by a period, or words."""

    value: Amount | None = None
    unit: str = ""
    due: Period | None = None
    decimals: int | None = None
    text: str | None = None


class Override(Record):
    """A judgement set by a person instead of the computed one, with the reason, which is printed."""

    trend: Trend | None = None
    attainment: Attainment | None = None
    reason: str


class IndicatorValue(Record):
    """One row of the value table: past (about five years ago), latest, forecast, target.

    ``better`` says which direction is an improvement; ``rank`` marks a rank, where 1 is the top.
    """

    id: Identifier
    name: str
    past: Observation | None = None
    latest: Observation | None = None
    forecast: Observation | None = None
    target: Target | None = None
    better: Literal["higher", "lower"] = "higher"
    rank: bool = False
    override: Override | None = None


class IndicatorPage(Record):
    """One page of an indicator: key messages, values, figures, notes.

    Without values and figures it is a page without data.
    ``title`` replaces the indicator's id and name; ``definition`` says what the indicator means where
    there is no data.
    """

    id: Identifier
    title: str | None = None
    messages: tuple[Prose, ...] = ()
    values: tuple[IndicatorValue, ...] = ()
    figures: tuple[Figure, ...] = ()
    notes: tuple[Note, ...] = ()
    sources: tuple[Identifier, ...] = ()
    definition: tuple[Prose, ...] = ()


class Indicator(Record):
    """An indicator. ``paired`` holds further ids it is known by (I-1062 and I-1005 are one ranking)."""

    id: Identifier
    paired: tuple[Identifier, ...] = ()
    name: str
    category: Literal["headline", "reference"]
    pages: tuple[IndicatorPage, ...]
