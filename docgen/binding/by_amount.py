"""References by their amounts, so that those which may stand at a spot are found without trying all."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Generic, Protocol, TypeVar

from docgen.bearing.base_units import base_unit
from docgen.binding.spot import Spot
from docgen.prose.number import Number
from docgen.sentences.plain import plain


class Amounted(Protocol):
    """Something that has a number, or a text that holds one."""

    @property
    def number(self) -> Number | str: ...  # noqa: D102


T = TypeVar("T", bound=Amounted)


class ByAmount(Generic[T]):
    """Things by the amounts of their numbers: in their own unit, and in its base unit (円 of 億円)."""

    def __init__(self, things: Iterable[T]) -> None:
        self._texts: list[tuple[str, int, T]] = []
        self._amounts: list[tuple[Decimal, int, T]] = []
        for order, thing in enumerate(things):
            number = thing.number
            if isinstance(number, str):
                self._texts.append((plain(number), order, thing))
                continue
            amount = abs(number.decimal)
            for value in {amount, amount * base_unit(number.unit)[1]}:
                self._amounts.append((value, order, thing))
        self._amounts.sort(key=lambda entry: entry[:2])
        self._values = [value for value, _, _ in self._amounts]

    def near(self, spot: Spot) -> Iterator[T]:
        """The things whose number is, to the precision of a spot, the one that stands there; in their order, each once."""
        written, half = spot.numeral.value, max(spot.numeral.step, spot.precision) / 2
        first, last = bisect_left(self._values, written - half), bisect_right(self._values, written + half)
        found = {order: thing for _, order, thing in self._amounts[first:last]}
        found.update((order, thing) for text, order, thing in self._texts if spot.words in text)
        return (found[order] for order in sorted(found))
