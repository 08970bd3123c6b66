"""A review: the breaches of one check in the order in which they are told, each with its number; read this first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.breach import Breach
from docgen.model.accepted import SIGNED
from docgen.review.accepted_file import AcceptedFile
from docgen.review.settle import settle
from docgen.truth.coverage import Coverage
from docgen.value import value

if TYPE_CHECKING:
    from docgen.model.acceptance import Acceptance


@value(frozen=True, slots=True)
class Shown:
    """Which slides show what a breach is about, as their numbers from 1, and the bureaus that are responsible for it."""

    slides: tuple[int, ...] = ()
    bureaus: tuple[str, ...] = ()


Finder = Callable[[Breach], Shown]
"""Tells of a breach which slides show it."""


@value(frozen=True, slots=True)
class ListedBreach:
    """A breach as it is told: its ``number`` in the list, from 1, and where what it is about is ``shown``.

    ``acceptance`` is the entry that accepts it or, where it is told nonetheless, did so before the values changed.
    """

    breach: Breach
    number: int
    shown: Shown = Shown()
    acceptance: Acceptance | None = None


@value(frozen=True, slots=True)
class Review:
    """What a check found: what is to be told (``listed``), what people have accepted, and how many numbers were judged.

    ``checked`` is the content folder or deck, ``file`` its accepted.yaml, of which a breach that is listed may hold an
    expired entry; ``coverage`` is None where no numbers are judged.
    """

    listed: tuple[ListedBreach, ...]
    accepted: tuple[ListedBreach, ...] = ()
    coverage: Coverage | None = None
    file: AcceptedFile | None = None
    checked: Path = Path()

    @property
    def errors(self) -> int:
        """How many breaches must be mended."""
        return sum(listed.breach.level == "error" for listed in self.listed)

    @property
    def notices(self) -> int:
        """How many are worth knowing."""
        return len(self.listed) - self.errors


def plain_review(breaches: Sequence[Breach]) -> Review:
    """The review of breaches that nobody can accept, such as those of a layout pack."""
    return Review(tuple(ListedBreach(breach, number) for number, breach in enumerate(breaches, start=1)))


def review_of(
    breaches: Sequence[Breach], finder: Finder, checked: Path, file: AcceptedFile, coverage: Coverage | None = None
) -> Review:
    """The review of what a check of the folder or deck ``checked`` found."""
    settled = settle(breaches, file, checked)
    # A signature whose page is gone is told as such.
    stale = [_stale(file, entry) for entry in settled.stale if file.entries[entry].code != SIGNED]
    accepted = tuple(
        ListedBreach(breaches[number], 0, finder(breaches[number]), file.entries[entry])
        for number, entry in settled.accepted.items()
    )
    left = [number for number in range(len(breaches)) if number not in settled.accepted]
    told = [
        ListedBreach(breaches[place], number, finder(breaches[place]), _entry(file, settled.expired.get(place)))
        for number, place in enumerate(left, start=1)
    ]
    told += [ListedBreach(breach, number) for number, breach in enumerate(stale, start=len(told) + 1)]
    if coverage is not None:
        coverage = coverage.accepting(one.breach.spot for one in accepted if one.breach.spot is not None)
    return Review(tuple(told), accepted, coverage, file, checked)


def _entry(file: AcceptedFile, number: int | None) -> Acceptance | None:
    return file.entries[number] if number is not None else None


def _stale(file: AcceptedFile, number: int) -> Breach:
    entry = file.entries[number]
    return Breach("acceptance-stale", file.positions[number], level="notice", rule=entry.code, place=entry.place)
