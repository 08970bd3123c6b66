"""A record's new id in the templates of sentences, as they are spelled in a file, quotes and all."""

from __future__ import annotations

import re
from collections.abc import Mapping

from docgen.renaming.named_fields import Renamed

_EXPRESSION = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
# A quote in a template, as a text in quotes of YAML spells it: " \" ' ''
_QUOTE = r"(?:\\\"|''|\"|')"
# The names by which templates reach the records of a collection.
_NAMES: Mapping[str, str] = {"indicators": "values", "budget_lines": "budgets", "facts": "facts", "datasets": "data|count"}


def renamed_in(text: str, record: Renamed) -> str:
    """A sentence in which the names in its expressions are those that ``record`` has now.

    >>> line = Renamed(("budget_lines", "moon"), (), "moon", "lunar")
    >>> renamed_in('月面 {{ budgets["moon"][2023] }}、{{ budgets.moon }}', line)
    '月面 {{ budgets["lunar"][2023] }}、{{ budgets.lunar }}'
    """
    return _EXPRESSION.sub(lambda found: _expression(found[0], record), text)


def _expression(text: str, record: Renamed) -> str:
    if not record.outer and record.collection in _NAMES:
        return _at(text, _NAMES[record.collection], record.old, record.new, alone=record.collection == "facts")
    if record.path[-2] == "values":
        reached = _at(text, rf"values\[{_QUOTE}{re.escape(record.outer[0])}{_QUOTE}\]", record.old, record.new)
        return _alone(reached, record.old, record.new)
    return text


def _at(text: str, reached: str, old: str, new: str, alone: bool = False) -> str:
    """The key ``old`` after what reaches it, in brackets or after a dot; ``alone`` also as a name of its own."""
    name = re.escape(old)
    keyed = rf"\b(?P<to>(?:{reached})\s*[\[(]\s*)(?P<quote>{_QUOTE}){name}(?P=quote)"
    text = re.sub(keyed, lambda found: f"{found['to']}{found['quote']}{new}{found['quote']}", text)
    dotted = f".{new}" if new.isidentifier() else f'["{new}"]'
    text = re.sub(rf"\b(?P<to>{reached})\.{name}\b", lambda found: found["to"] + dotted, text)
    return _alone(text, old, new) if alone else text


def _alone(text: str, old: str, new: str) -> str:
    """A short name that stands by itself: not after a dot, in quotes or before an equals sign."""
    if not new.isidentifier():
        return text
    return re.sub(rf"(?<![\w.\"'\\-]){re.escape(old)}(?![\w\"'-]|\s*=[^=])", new, text)
