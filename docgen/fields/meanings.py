"""The meaning of a key: what fields.yaml says of it for its record, for one that this extends, or for every record."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from docgen.messages import Language
from docgen.model import Record

Meaning = Mapping[Language, str]
"""What a key means, by language."""

FILE = Path(__file__).parent / "fields.yaml"
EVERY_RECORD = "every record"


@functools.cache
def meanings() -> Mapping[str, Mapping[str, Meaning]]:
    """What fields.yaml says: the meanings of keys by record."""
    # Imported here: nothing else in this file needs the library.
    import yaml

    written = yaml.load(FILE.read_text(encoding="utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return MappingProxyType({record: MappingProxyType(fields or {}) for record, fields in written.items()})


def meaning_of(record: type[Record], key: str) -> Meaning | None:
    """What a key of a record means; None for one of a layout pack's own record, of which nothing is known.

    >>> from docgen.model import Figure
    >>> meaning_of(Figure, "divide")["ja"]
    '数値をこの数で割って示します。'
    """
    known = meanings()
    for name in (*(kind.__name__ for kind in record.__mro__), EVERY_RECORD):
        if key in known.get(name, {}):
            return known[name][key]
    return None
