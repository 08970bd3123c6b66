"""The language of prose: the names and filters that its jinja2 templates may use, and words that grow old.

``{{ values["I-1065"].deaths.latest }}``, ``{{ data("grades", "score", where={"grade": "A"}, unit="点") }}``,
``{{ count("themes", where={"event": "有"}, unit="課題") }}``, ``{{ facts.full_marks }}`` (in precedents),
``{{ budgets["moonshot"][2023] }}``, ``{{ fiscal_year }}``, ``約{{ (women.value / all.value)|tenths }}`` (約6割).

Relative words name a year as seen from today (今年度, 昨年度, 本年): they are wrong when a year has passed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from docgen.model.record import Record

NAMES = ("values", "data", "count", "facts", "budgets", "fiscal_year")
"""What every template may name."""

FILTERS = ("decimals", "absolute", "signed", "convert", "tenths")
"""The filters for quantities, besides those of jinja2."""

# 日本年金 and 基本年 hold 本年 by chance, 前年比 is a term of statistics.
_WORDS = re.compile(
    r"(?:一?昨|今|来|翌)年度?|(?<![日基])本年度?|前年度?(?!比)|ここ[0-9０-９一二三四五]+年間?|最近[0-9０-９一二三四五]+年間?"
)


def is_template(text: str) -> bool:
    """Whether ``text`` has anything for jinja2 to do."""
    return "{{" in text or "{%" in text


def relative_words(text: str) -> tuple[str, ...]:
    """The relative words in a text, each once, in their order."""
    return tuple(dict.fromkeys(match.group() for match in _WORDS.finditer(text)))


def relative_sentences(record: Record) -> Iterator[str]:
    """The texts of a record, and of its inner records, that hold relative words."""
    return (text for text in _texts(record) if relative_words(text))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Record):
        yield from _texts(tuple(value.__dict__.values()))
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
    elif isinstance(value, Mapping):
        yield from _texts(tuple(value.values()))
