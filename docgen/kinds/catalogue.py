"""The kinds of slide with their names and what they are for: docgen's own (catalogue.yaml), and those of a pack."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from docgen.errors import DocgenError, nearest
from docgen.kinds.named_within import kinds_with
from docgen.messages import Language, Message, message
from docgen.model import (
    Candidate,
    Figure,
    Finding,
    Indicator,
    MeasureChart,
    Picture,
    Precedent,
    Record,
    Section,
    Table,
)
from docgen.model.page import PAGE_KIND_WORDS
from docgen.slides.draft import Builder

_FILE = Path(__file__).parent / "catalogue.yaml"
_NAMES = dict(PAGE_KIND_WORDS.japanese)
# The records of the kinds that have none of their own in pages/.
_RECORDS: Mapping[str, type[Record]] = MappingProxyType(
    {
        "divider": Section,
        "indicator_detail": Indicator,
        "no_data": Indicator,
        "indicator_overview": Finding,
        "additional_list": Candidate,
        "additional_overview": Candidate,
        "measure_chart": MeasureChart,
        "prior_study": Precedent,
        "figure": Figure,
        "table": Table,
        "picture": Picture,
    }
)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of slide: its word in YAML, its Japanese name, what it is for, and the record that makes it.

    ``record`` is None for a kind that is made from many records: cover, contents, a list.
    """

    word: str
    name: str
    purposes: Mapping[Language, str]
    record: type[Record] | None

    def purpose(self, language: Language) -> str:
        """What it is for, in one line."""
        return self.purposes[language]


def kinds_of(builders: Mapping[str, Builder]) -> tuple[Kind, ...]:
    """The kinds that ``builders`` make: docgen's own in the catalogue's order, then a pack's own in theirs."""
    own = [_own_kind(builder) for word, builder in builders.items() if word not in _entries()]
    return (*(_kind(word, builders[word]) for word in _entries() if word in builders), *own)


def kind_named(word: str, kinds: Iterable[Kind]) -> Kind:
    """The kind of that word, or of that Japanese name. DocgenError with all kinds where there is none.

    Where the word is that of a record within the records of kinds, the error says in which.
    """
    kinds = tuple(kinds)
    known = {name: kind for kind in kinds for name in (kind.name, kind.word)}
    found = known.get(PAGE_KIND_WORDS.value(word) or word)
    if found is None:
        names = tuple(_named(kind) for kind in kinds)
        around = kinds_with(word, {kind.word: kind.record for kind in kinds if kind.record is not None})
        within = tuple(_named(kind) for kind in kinds if kind.word in around)
        hint = message("kinds-within", name=word, kinds=within, first=around[0]) if around else nearest(word, known)
        raise DocgenError("kinds-unknown", hint=hint, name=word, known=names)
    return found


def _named(kind: Kind) -> Message:
    return message("kinds-named", word=kind.word, name=kind.name)


def _kind(word: str, builder: Builder) -> Kind:
    record = builder.record if builder.record is not None else _RECORDS.get(word)
    return Kind(word, _NAMES[word][0], _entries()[word], record)


def _own_kind(builder: Builder) -> Kind:
    """The kind of a pack's own builder; its record's docstring says in its first line what it is for."""
    words = inspect.getdoc(builder.record) if builder.record is not None else inspect.getdoc(builder.build)
    first = (words or "").partition("\n")[0].rstrip(".")
    name = builder.record.kind_words[0] if builder.record is not None and builder.record.kind_words else builder.kind
    return Kind(builder.kind, name, MappingProxyType({"en": first, "ja": first}), builder.record)


@functools.cache
def _entries() -> Mapping[str, Mapping[Language, str]]:
    # Imported here: nothing else in this file needs the library.
    import yaml

    return MappingProxyType(yaml.safe_load(_FILE.read_text(encoding="utf-8")))
