"""Parts without data, and what a page says of itself where nothing of it is there yet."""

from __future__ import annotations

from typing import Literal

from docgen.model.indicator import Category
from docgen.model.record import Record
from docgen.value import value

GapKind = Literal["page", "figure", "part"]
"""A page without data, a figure, or another part of a page such as a list of names."""


@value(frozen=True, slots=True)
class ReadyGap:
    """A part without data on a page: what it is called, and the words that say what is missing.

    ``indicator`` is the id of the one that a page is of.
    """

    kind: GapKind
    page: str
    id: str
    title: str
    words: str = ""
    indicator: str = ""


@value(frozen=True, slots=True)
class ReadyStatus:
    """The card of a page of which nothing, or numbers alone, is there yet: its title, and what the record holds of it.

    ``numbers`` are all that is left to show. ``ids``, ``name``, ``category``, ``elements`` and ``definition`` are an
    indicator's; ``candidate``, ``aim`` and ``points`` those of the candidate that a page answers to. ``reason`` says
    why nothing is measured, ``expected`` when data is first expected, ``see`` the ids and titles of the pages that come
    nearest.
    """

    title: str
    messages: tuple[str, ...] = ()
    numbers: tuple[Record, ...] = ()
    ids: tuple[str, ...] = ()
    name: str = ""
    category: Category | None = None
    elements: tuple[str, ...] = ()
    definition: tuple[str, ...] = ()
    candidate: str = ""
    aim: str = ""
    points: tuple[str, ...] = ()
    reason: str = ""
    expected: str = ""
    see: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
