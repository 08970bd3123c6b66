"""What the names in a template lead to: values and facts by their short names, indicators, budget lines; their words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from docgen.errors import DocgenError, FieldPath, Where
from docgen.messages import Message, message
from docgen.model import Compendium, Indicator
from docgen.model.prose import (
    CHANGE_WORDS,
    NAMES,
    NUMBER_WORDS,
    OBSERVATION_WORDS,
    PERIOD_WORDS,
    TARGET_WORDS,
    VALUE_WORDS,
)
from docgen.model.short_names import Meaning, NamedFact, ShortNames, ambiguous
from docgen.prose.sandbox import unknown_name
from docgen.validate.renames import renamed_error
from docgen.validate.template_place import place_of
from docgen.value import value

Errors = Iterator[DocgenError]
Key = str | None
"""A key after a name, as it is written; None where it is computed."""

_OBSERVATION = (*NUMBER_WORDS, *OBSERVATION_WORDS)
_CHANGE = (*NUMBER_WORDS, *CHANGE_WORDS)
# What may follow a word. Other words have no parts, or are not looked into.
_AFTER: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("past", "latest", "forecast", "last_year", "rank"), _OBSERVATION),
    **dict.fromkeys(("change", "points", "percent_change"), _CHANGE),
    **dict.fromkeys(("amount", "quantity", "ratio", "value"), NUMBER_WORDS),
    **dict.fromkeys(("period", "due"), PERIOD_WORDS),
    # Whether a target is words or a number is not known by its name.
    "target": (*NUMBER_WORDS, *TARGET_WORDS, "text"),
}


@value(frozen=True, slots=True)
class Template:
    """A template at the field ``path``, and the short names of its compendium."""

    text: str
    path: FieldPath
    compendium: Compendium
    short_names: ShortNames

    def where(self, word: str | None = None) -> Where:
        """The place of the template, or of a word in it, as near as its file lets one say."""
        position = self.compendium.position(self.path)
        return position if word is None else place_of(word, self.text, position)

    def unknown(self, kind: Message, name: str, known: Iterable[object]) -> DocgenError:
        """The error for a name that is not there."""
        renamed = renamed_error(kind, name, self.where(name), self.compendium)
        return renamed or unknown_name(kind, name, known, self.where(name))


def named(name: str, keys: Sequence[Key], template: Template) -> Errors:
    """Errors for a name that a template takes from outside, and for the ``keys`` after it."""
    if name in _NAMED:
        yield from _NAMED[name](keys, template) if keys else ()
    elif name not in NAMES:
        yield from _short(name, keys, template)


def _short(name: str, keys: Sequence[Key], template: Template) -> Errors:
    meanings = template.short_names.meanings(name, template.path)
    if len(meanings) > 1:
        yield ambiguous(name, meanings, template.where(name))
    elif meanings:
        yield from _words(keys, _words_of(meanings[0]), template)
    elif not any(template.compendium.origin.unread.get(collection) for collection in ("indicators", "facts")):
        known = (*template.short_names.known(template.path), *NAMES)
        yield template.unknown(message("noun-name"), name, known)


def _words_of(meaning: Meaning) -> tuple[str, ...]:
    """The words that may follow what a name means."""
    if isinstance(meaning, NamedFact):
        return _CHANGE if meaning.fact.change else _OBSERVATION
    return VALUE_WORDS


def _words(keys: Sequence[Key], words: tuple[str, ...], template: Template) -> Errors:
    """Errors for the words after a value or a fact, of which the first is one of ``words``."""
    for key in keys:
        if key is None:
            return
        if key not in words:
            yield template.unknown(message("noun-attribute"), key, words)
            return
        words = _AFTER.get(key, ())


def _values(keys: Sequence[Key], template: Template) -> Errors:
    indicators = _known_indicators(template.compendium)
    name, value, *words = (*keys, None, None)
    if name is None or template.compendium.is_unread(name, "indicators"):
        return
    if name not in indicators:
        yield template.unknown(message("noun-the-indicator"), name, indicators)
    elif value is not None:
        known = [row.id for page in indicators[name].pages for row in page.values]
        if value not in known:
            yield template.unknown(message("noun-value-of", indicator=name), value, known)
        else:
            yield from _words(words, VALUE_WORDS, template)


def _known_indicators(compendium: Compendium) -> dict[str, Indicator]:
    """The indicators by their ids, and by those that they are also known by."""
    further = {other: indicator for indicator in compendium.indicators.values() for other in indicator.paired}
    return {**further, **compendium.indicators}


def _budgets(keys: Sequence[Key], template: Template) -> Errors:
    name, lines = keys[0], template.compendium.budget_lines
    if name is not None and name not in lines and not template.compendium.is_unread(name, "budget_lines"):
        yield template.unknown(message("noun-the-budget-line"), name, lines)


def _facts(keys: Sequence[Key], template: Template) -> Errors:
    name, facts = keys[0], template.short_names.facts(template.path)
    if name is None or template.compendium.is_unread(name, "facts"):
        return
    if name not in facts:
        yield template.unknown(message("noun-fact"), name, facts)
    else:
        yield from _words(keys[1:], _words_of(facts[name]), template)


_NAMED: Mapping[str, Callable[[Sequence[Key], Template], Errors]] = {
    "values": _values,
    "budgets": _budgets,
    "facts": _facts,
}
