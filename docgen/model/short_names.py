"""Short names: what a sentence calls values and facts by, and which one it means where it stands.

On an indicator's own pages, and in findings on it, a name means the indicator's own value; in a prior study its own
fact; anywhere else, and where there is none of its own, the one value or fact of the compendium that has the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field

from docgen.errors import DocgenError, FieldPath, Where
from docgen.model.compendium import Compendium
from docgen.model.fact import Fact
from docgen.model.indicator import Indicator, IndicatorValue
from docgen.model.prose import NAMES
from docgen.value import value

RESERVED = frozenset(
    {
        *NAMES,
        "and", "dict", "elif", "else", "endfor", "endif", "endset", "false", "False", "for", "if", "in", "is", "loop",
        "lipsum", "namespace", "none", "None", "not", "or", "range", "self", "set", "super", "true", "True",
    }
)  # fmt: skip
"""The words of templates, which no value and no fact may be called."""

_NO_LETTER = re.compile(r"\W")


@value(frozen=True, slots=True)
class NamedValue:
    """A value of an indicator, and the path to it."""

    indicator: Indicator
    value: IndicatorValue
    path: FieldPath

    @property
    def long_form(self) -> str:
        """How a sentence names it wherever it stands."""
        return f'values["{self.indicator.id}"]["{self.value.id}"]'


@value(frozen=True, slots=True)
class NamedFact:
    """A fact, and the path to it."""

    identifier: str
    fact: Fact
    path: FieldPath

    @property
    def long_form(self) -> str:
        """How a sentence names it besides."""
        return f'facts["{self.identifier}"]'


Meaning = NamedValue | NamedFact
ByName = Mapping[str, tuple[Meaning, ...]]
"""What each name may mean."""


def short_name(identifier: str) -> str:
    """The name by which a sentence calls what has this id.

    >>> short_name("traffic_deaths"), short_name("5g-sites")
    ('traffic_deaths', '_5g_sites')
    """
    name = _NO_LETTER.sub("_", identifier)
    return f"_{name}" if name[:1].isdigit() else name


@value(frozen=True, slots=True)
class ShortNames:
    """The short names of one compendium: those that records have of their own, and those that hold everywhere."""

    own: Mapping[FieldPath, ByName] = field(default_factory=dict)
    everywhere: ByName = field(default_factory=dict)

    @classmethod
    def of(cls, compendium: Compendium) -> ShortNames:
        """The short names of a compendium."""
        own: dict[FieldPath, ByName] = {
            ("indicators", indicator.id): _by_name(_values(indicator)) for indicator in compendium.indicators.values()
        }
        findings: dict[FieldPath, ByName] = {
            ("findings", finding.id): own[("indicators", finding.indicator)]
            for finding in compendium.findings.values()
            if ("indicators", finding.indicator) in own
        }
        studies: dict[FieldPath, ByName] = {
            ("precedents", study.id): _by_name(_facts(study.facts, ("precedents", study.id, "facts")))
            for study in compendium.precedents.values()
        }
        facts = _facts(compendium.facts, ("facts",))
        values = (meaning for indicator in compendium.indicators.values() for meaning in _values(indicator))
        return cls({**own, **findings, **studies}, _by_name([*facts, *values]))

    def meanings(self, name: str, path: FieldPath) -> tuple[Meaning, ...]:
        """What a name may mean in a sentence at ``path``; several where it is ambiguous, none where it is unknown."""
        return self.own.get(path[:2], {}).get(name) or self.everywhere.get(name, ())

    def facts(self, path: FieldPath) -> Mapping[str, NamedFact]:
        """The facts that a sentence at ``path`` may name, by their ids: those of its record go before the others."""
        everywhere = (*self.everywhere.values(), *self.own.get(path[:2], {}).values())
        return {
            meaning.identifier: meaning
            for meanings in everywhere
            for meaning in meanings
            if isinstance(meaning, NamedFact)
        }

    def known(self, path: FieldPath) -> tuple[str, ...]:
        """The names that a sentence at ``path`` may use."""
        return tuple(dict.fromkeys((*self.own.get(path[:2], {}), *self.everywhere)))


def ambiguous(name: str, meanings: tuple[Meaning, ...], where: Where) -> DocgenError:
    """The error for a name that may mean several values or facts."""
    forms = tuple(meaning.long_form for meaning in meanings)
    return DocgenError("name-ambiguous", where=where, name=name, forms=forms)


def _values(indicator: Indicator) -> Iterator[NamedValue]:
    for number, page in enumerate(indicator.pages):
        for index, one in enumerate(page.values):
            yield NamedValue(indicator, one, ("indicators", indicator.id, "pages", number, "values", index))


def _facts(facts: Mapping[str, Fact], path: FieldPath) -> Iterator[NamedFact]:
    return (NamedFact(identifier, fact, (*path, identifier)) for identifier, fact in facts.items())


def _by_name(meanings: Iterator[Meaning] | list[Meaning]) -> dict[str, tuple[Meaning, ...]]:
    named: dict[str, tuple[Meaning, ...]] = {}
    for meaning in meanings:
        identifier = meaning.value.id if isinstance(meaning, NamedValue) else meaning.identifier
        name = short_name(identifier)
        named[name] = (*named.get(name, ()), meaning)
    return named
