"""Candidates for additional indicators."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CandidateRow:
    """A row of a candidate list or overview; an element without candidates has a row without ``name``.

    ``slide`` is the first page of the candidate's data, None where the deck shows none.
    """

    element: str
    number: int = 0
    name: str = ""
    sources: tuple[str, ...] = ()
    aim: str = ""
    points: tuple[str, ...] = ()
    slide: str | None = None
    repeated: bool = False
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class ReadyCandidates:
    """The candidates of an analysis item by logic element."""

    rows: tuple[CandidateRow, ...]
