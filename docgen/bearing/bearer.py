"""A value that a number of a sentence can rest on, and how it is computed."""

from __future__ import annotations

from decimal import Decimal

from docgen.bearing.fact import Fact
from docgen.bearing.interval import Interval
from docgen.value import value


@value(frozen=True, slots=True)
class Bearer(Interval):
    """What a claim can rest on: ``how`` it is computed, ``of`` which cells or words, the least and the greatest value."""

    how: str
    of: tuple[str, ...]
    low: Decimal
    high: Decimal


def exactly(how: str, value: Decimal, *facts: Fact) -> Bearer:
    """A bearer of one value, computed of ``facts``."""
    return Bearer(how, tuple([fact.place for fact in facts]), value, value)


def as_it_stands(fact: Fact) -> Bearer:
    """A fact as what bears a claim out."""
    return Bearer("cell", (fact.place,), fact.low, fact.high)
