"""The keys of a record, as who writes content meets them: what each takes, what it means, what is within it."""

from __future__ import annotations

import inspect
import re
import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import StringConstraints

from docgen.fields import Meaning, meaning_of
from docgen.messages import Phrase, message
from docgen.model import DataReference, DataTable, Figure, Period, Record, Register, Table
from docgen.model.words import FieldWords

_NUMBERS = (Decimal, float)
# Records that stand in many others, by the kind that tells their keys.
_TOLD_ELSEWHERE: Mapping[type[Record], str] = types.MappingProxyType({Figure: "figure", Table: "table"})
_SENTENCE = re.compile(r"(?<=[.:;])\s+")


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a record: its name, what it takes, whether it must be there, what it means, the records within it."""

    name: str
    takes: Phrase
    required: bool
    meaning: Meaning
    inner: type[Record] | None


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """The keys of one record. ``path`` leads to it from the outermost: ``pages.values``; empty for that itself.

    ``told_by`` is the kind that tells the keys, where they are not listed here.
    """

    path: str
    keys: tuple[Key, ...]
    told_by: str | None = None


def key_groups(record: type[Record]) -> tuple[KeyGroup, ...]:
    """The keys of a record, then those of each record within it, once."""
    groups: list[KeyGroup] = []
    waiting: list[tuple[str, type[Record]]] = [("", record)]
    seen: set[type[Record]] = set()
    while waiting:
        path, kind = waiting.pop(0)
        if kind in seen:
            continue
        seen.add(kind)
        elsewhere = _TOLD_ELSEWHERE.get(kind) if path else None
        group = KeyGroup(path, () if elsewhere else keys_of(kind), elsewhere)
        groups.append(group)
        waiting += [(f"{path}.{key.name}" if path else key.name, key.inner) for key in group.keys if key.inner]
    return tuple(groups)


def keys_of(record: type[Record]) -> tuple[Key, ...]:
    """The keys of a record, in their order; those that must be there first."""
    fields = record.model_fields
    required = [name for name in fields if fields[name].is_required()]
    # Former ids come last: most records have none.
    rest = sorted((name for name in fields if name not in required), key=lambda name: name == "formerly")
    return tuple(_key(record, name) for name in (*required, *rest))


def _key(record: type[Record], name: str) -> Key:
    field = record.model_fields[name]
    annotation = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
    return Key(
        name=field.alias or name,
        takes=type_of(annotation),
        required=field.is_required(),
        meaning=_meaning(field.alias or name, name, record),
        inner=next(_records_in(annotation), None),
    )


def _meaning(key: str, name: str, record: type[Record]) -> Meaning:
    """What a key means, as editors show it; of a layout pack's own record what its docstring says."""
    told = _told_in_docstrings(name, record)
    return meaning_of(record, key) or {"en": told, "ja": told}


def _told_in_docstrings(name: str, record: type[Record]) -> str:
    """What the docstrings of a record, and of those that it extends, say of a key: the sentences that name it."""
    for kind in record.__mro__:
        words = " ".join((inspect.cleandoc(kind.__doc__) if kind.__doc__ else "").split("\n    ")[0].split())
        told = [sentence for sentence in _SENTENCE.split(words) if f"``{name}``" in sentence]
        if told:
            return " ".join(told).replace("``", "").rstrip(";:")
    return ""


def type_of(annotation: Any) -> Phrase:
    """What a field of this type takes, in words."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        closed = next((part for part in arguments[1:] if isinstance(part, FieldWords) and not part.is_open), None)
        if closed is not None and arguments[0] is not bool:
            return " | ".join(closed.listed())
        constrained = any(isinstance(part, StringConstraints) and part.pattern for part in arguments[1:])
        return message("key-type-id") if constrained else type_of(arguments[0])
    if origin in (Union, types.UnionType):
        return _union(tuple(part for part in arguments if part is not type(None)))
    if origin is Literal:
        return " | ".join(map(str, arguments))
    if origin is tuple:
        return message("key-type-list", of=type_of(arguments[0]))
    if origin is Register:
        return message("key-type-list", of=type_of(arguments[0]))
    if origin is not None and issubclass(origin, Mapping):
        return message("key-type-mapping", of=type_of(arguments[1]))
    return _plain(annotation)


def _union(parts: tuple[Any, ...]) -> Phrase:
    if DataReference in parts:
        return message("key-type-amount")
    if DataTable in parts:
        return message("key-type-data")
    # The widest: a list where one may stand alone, text where a number may.
    lists = [part for part in parts if get_origin(part) is tuple]
    return type_of((*lists, *parts)[0])


def _plain(annotation: Any) -> Phrase:
    if not isinstance(annotation, type):
        return message("key-type-text")
    if issubclass(annotation, Record):
        single = _single_key(annotation)
        return f"{{{single}: …}}" if single else message("key-type-record")
    if issubclass(annotation, Enum):
        return " | ".join(str(member.value) for member in annotation)
    if issubclass(annotation, Period):
        return message("key-type-period")
    if issubclass(annotation, bool):
        return message("key-type-truth")
    if issubclass(annotation, int):
        return message("key-type-whole-number")
    if issubclass(annotation, _NUMBERS):
        return message("key-type-number")
    return message("key-type-file") if issubclass(annotation, bytes) else message("key-type-text")


def _single_key(record: type[Record]) -> str | None:
    """The key of a record that has only one, which needs no telling of its own."""
    return next(iter(record.model_fields)) if len(record.model_fields) == 1 else None


def _records_in(annotation: Any) -> Iterator[type[Record]]:
    """The records that a type holds and that have keys to tell; references to data are values."""
    is_record = isinstance(annotation, type) and issubclass(annotation, Record)
    if is_record and annotation is not DataReference and not _single_key(annotation):
        yield annotation
    for part in get_args(annotation):
        yield from _records_in(part)
