"""All that the claims of a deck are judged by: its tables, its other statements, its legends, lists, names and dates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from decimal import Decimal
from typing import Any, TypeVar

from docgen.bearing.fact import FactTable
from docgen.errors import Where
from docgen.model.house_term import HouseTerm
from docgen.model.period import Period
from docgen.value import value

Made = TypeVar("Made")

Better = str
"""higher or lower: in which direction a value is better; "" where none is stated."""


@value(frozen=True, slots=True)
class Statement:
    """A text of the deck: ``page`` is its slide's title or number, ``where`` tells its place.

    ``on`` is the id of its page where its place is none on a slide.
    """

    text: str
    page: str = ""
    where: Where = None
    on: str = ""


@value(frozen=True, slots=True)
class Legend:
    """What the marks or words of ``of`` (目標達成, 進捗, 略語) mean: ``marks`` holds each with its meaning.

    ``where`` is the place of a legend that was read from a deck; it holds for its slide. One without a place is stated by
    the content, whose targets are all known.
    """

    of: str
    marks: Mapping[str, str]
    where: Where = None


@value(frozen=True, slots=True)
class Goal:
    """A target value: ``of`` which value, in its base ``unit``, by ``period``."""

    of: str
    value: Decimal
    unit: str
    period: Period | None
    better: Better = ""


@value(frozen=True, slots=True)
class StatedJudgement:
    """A judgement stated by hand with its reason, which goes before the computed one."""

    of: str
    status: str
    reason: str


@value(frozen=True, slots=True)
class Titled:
    """A figure, table or page by its number (図3) and its title."""

    number: str
    title: str


@value(frozen=True, slots=True)
class Evidence:
    """What claims are judged by; each part may be empty.

    ``lists`` are enumerations (items with their numbers as printed), ``notes`` the notes with their markers, ``names``
    sources and documents as they are called, ``contents`` the entries of the table of contents.
    """

    tables: tuple[FactTable, ...] = ()
    statements: tuple[Statement, ...] = ()
    legends: tuple[Legend, ...] = ()
    goals: tuple[Goal, ...] = ()
    judgements: tuple[StatedJudgement, ...] = ()
    lists: tuple[tuple[str, ...], ...] = ()
    notes: tuple[tuple[str, ...], ...] = ()
    titles: tuple[Titled, ...] = ()
    names: tuple[str, ...] = ()
    contents: tuple[str, ...] = ()
    published: Period | None = None
    terms: tuple[HouseTerm, ...] = ()
    _made: dict[Callable[[Evidence], Any], Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def once(self, make: Callable[[Evidence], Made]) -> Made:
        """What ``make`` makes of all this, made when it is first asked for: an index that several rules look into.

        >>> def longest(evidence: Evidence) -> str:
        ...     return max(evidence.names, key=len)
        >>> evidence = Evidence(names=("年報", "統計年報"))
        >>> evidence.once(longest), evidence.once(longest)
        ('統計年報', '統計年報')
        """
        if make not in self._made:
            self._made[make] = make(self)
        made: Made = self._made[make]
        return made
