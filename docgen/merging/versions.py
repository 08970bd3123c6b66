"""One thing in the three decks that are merged."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

T_co = TypeVar("T_co", covariant=True)
U = TypeVar("U")


@dataclass(frozen=True, slots=True)
class Versions(Generic[T_co]):
    """The same thing as it was built, as it was edited by hand, and as the new build has it.

    >>> Versions("2,636人", "約2,600人", "2,610人").map(len)
    Versions(built=6, edited=7, new=6)
    """

    built: T_co
    edited: T_co
    new: T_co

    def map(self, function: Callable[[T_co], U]) -> Versions[U]:
        """What a function gives for each version."""
        return Versions(function(self.built), function(self.edited), function(self.new))
