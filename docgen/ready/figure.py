"""Figures with their data, and pictures."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from docgen.model import ChartKind
from docgen.ready.value import Trace


@dataclass(frozen=True, slots=True)
class ReadySeries:
    """A series of a figure, aligned with its categories; None is a gap."""

    name: str
    values: tuple[Decimal | None, ...]
    unit: str = ""
    decimals: int = 0
    colour: str | None = None
    highlighted: bool = False
    drawn_as: Literal["line", "column"] | None = None
    secondary: bool = False
    traces: tuple[Trace | None, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadyTargetMark:
    """A target in a figure; ``category`` is the index of its point, None for a line across."""

    value: Decimal
    name: str
    category: int | None = None
    series: str | None = None


@dataclass(frozen=True, slots=True)
class ReadyFigure:
    """A figure with its data. ``missing`` says in words that there is no data yet."""

    id: str
    title: str
    kind: ChartKind
    categories: tuple[str, ...] = ()
    series: tuple[ReadySeries, ...] = ()
    unit: str = ""
    labels: str = "ends"
    series_labels: str = "auto"
    forecast_from: int | None = None
    targets: tuple[ReadyTargetMark, ...] = ()
    breaks: tuple[int, ...] = ()
    highlights: tuple[int, ...] = ()
    reversed: bool = False
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    x_name: str = ""
    data_table: str = "none"
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    alt: str = ""
    missing: str | None = None
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadyPicture:
    """A picture of ``width`` × ``height`` points: PNG bytes, and SVG bytes that stay sharp."""

    id: str
    title: str
    alt: str
    png: bytes
    svg: bytes | None
    width: float
    height: float
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
