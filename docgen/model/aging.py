"""Sentences that grow old: what no longer holds, or no longer fits, once the compendium is of the next year.

That is a relative word (今年度), a year that is typed beside one that moves on or beside an earlier one, and in a note
any year of data that is about to be renewed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Literal

from docgen.model.data import Note
from docgen.model.period import read_year
from docgen.model.prose import relative_words
from docgen.model.record import Record

# Data of these many years before the fiscal year is what the next year renews; earlier years are history.
_RECENT = 3
_TYPED = re.compile(r"(?<![0-9０-９\-－])(?:[12１２][0-9０-９]{3}|(?:令和|平成)(?:元|[0-9０-９]{1,2}))年")
_EXPRESSION = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
# A value's observations, and what is computed from them, are of another year after a roll.
_MOVING = re.compile(r"\.(?:past|latest|last_year|change|percent_change|points|multiple|ratio|rank|trend|attainment)\b")

AgingList = Literal["texts", "notes"]
"""The list of carried_over.yaml that a record's sentences are in, or its notes."""


def aging_words(text: str, fiscal_year: int, *, is_note: bool = False) -> tuple[str, ...]:
    """The words by which a sentence of a compendium of that year grows old, each once, in their order.

    >>> aging_words("{{ deaths.latest }}（2022年）", 2023), aging_words("2022年の値。", 2023)
    (('2022年',), ())
    >>> aging_words("2022年の値。", 2023, is_note=True), aging_words("昨年度の値。", 2023)
    (('2022年',), ('昨年度',))
    """
    typed = list(dict.fromkeys(_TYPED.findall(_EXPRESSION.sub(" ", text))))
    years = {read_year(word) for word in typed}
    is_recent = any(fiscal_year - _RECENT <= year <= fiscal_year for year in years)
    moves = any(_MOVING.search(expression) for expression in _EXPRESSION.findall(text))
    is_mixed = is_recent and (is_note or moves or len(years) > 1)
    return tuple(dict.fromkeys((*relative_words(text), *(typed if is_mixed else ()))))


def aging_list(record: object, text: object, fiscal_year: int) -> tuple[AgingList | None, tuple[str, ...]]:
    """The list that a text of a record is for, and the words by which it grows old; none for any other."""
    if not isinstance(text, str):
        return None, ()
    is_note = isinstance(record, Note)
    words = aging_words(text, fiscal_year, is_note=is_note)
    if not words:
        return None, ()
    # A relative word is wrong wherever it stands.
    return ("notes" if is_note and not relative_words(text) else "texts"), words


def aging_texts(record: Record, fiscal_year: int) -> Iterator[tuple[AgingList, str, tuple[str, ...]]]:
    """The texts of a record, and of its inner records, that grow old: the list they are for, the text, its words."""
    return _within(record, record, fiscal_year)


def aging_sentences(record: Record, listed: AgingList, fiscal_year: int) -> tuple[str, ...]:
    """The texts of a record that grow old and are for one list."""
    return tuple(text for name, text, _ in aging_texts(record, fiscal_year) if name == listed)


def _within(value: object, record: object, fiscal_year: int) -> Iterator[tuple[AgingList, str, tuple[str, ...]]]:
    if isinstance(value, str):
        listed, words = aging_list(record, value, fiscal_year)
        if listed is not None:
            yield listed, value, words
    elif isinstance(value, Record):
        for inner in value.__dict__.values():
            yield from _within(inner, value, fiscal_year)
    elif isinstance(value, tuple | Mapping):
        for inner in value.values() if isinstance(value, Mapping) else value:
            yield from _within(inner, record, fiscal_year)
