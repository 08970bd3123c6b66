"""A review: the breaches of one check in the order in which they are told, each with its number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from docgen.breach import Breach
from docgen.truth.coverage import Coverage


@dataclass(frozen=True, slots=True)
class ListedBreach:
    """A breach as it is told: its ``number`` in the list, from 1, and the ``slides`` that show it, as their numbers."""

    breach: Breach
    number: int
    slides: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """What a check found, and how many numbers it judged; ``coverage`` is None where it judges none."""

    listed: tuple[ListedBreach, ...]
    coverage: Coverage | None = None

    @property
    def errors(self) -> int:
        """How many breaches must be mended."""
        return sum(listed.breach.level == "error" for listed in self.listed)

    @property
    def notices(self) -> int:
        """How many are worth knowing."""
        return len(self.listed) - self.errors


def review_of(
    breaches: Iterable[tuple[Breach, tuple[int, ...]]], coverage: Coverage | None = None
) -> Review:
    """The review of breaches, each with the numbers of its slides."""
    numbered = enumerate(breaches, start=1)
    return Review(tuple(ListedBreach(breach, number, slides) for number, (breach, slides) in numbered), coverage)
