"""In which kinds of slide a record stands that is no kind by itself: a budget (予算), a finding (所見)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from docgen.kinds.keys import Key, key_groups, keys_of
from docgen.model import Compendium, Record


def kinds_with(word: str, records: Mapping[str, type[Record]]) -> tuple[str, ...]:
    """The kinds in whose records a record of that name stands; ``records`` are those of all kinds.

    A name is the key that holds the record, or what that key means in Japanese.

    >>> from docgen.model import Finding, MeasureChart
    >>> kinds_with("予算", {"indicator_overview": Finding, "measure_chart": MeasureChart})
    ('measure_chart',)
    """
    named = {key.inner for key in keys_of(Compendium) if key.inner is not None and _is_named(key, word)}
    return tuple(kind for kind, record in records.items() if record in named or _holds(record, named, word))


def _holds(record: type[Record], named: set[type[Record]], word: str) -> bool:
    keys = (key for group in key_groups(record) for key in group.keys if key.inner is not None)
    return any(key.inner in named or _is_named(key, word) for key in keys)


def _is_named(key: Key, word: str) -> bool:
    return word in (key.name, re.split("[（。]", key.meaning["ja"])[0])
