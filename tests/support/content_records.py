"""The records of content folders and of manifests: those that a compendium holds, and those of docgen's kinds of page."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, Literal

import docgen
from docgen.model.acceptance import Acceptance
from docgen.model.manifest import Manifest
from docgen.model.record import Record
from docgen.model.words import FieldWords
from docgen.slides.registry import registry


def content_records() -> list[type[Record]]:
    """All of them, each once."""
    found: dict[type[Record], None] = {}
    ahead: list[type[Record]] = [docgen.Compendium, Manifest, Acceptance, *(b.record for b in registry().values() if b.record is not None)]
    while ahead:
        record = ahead.pop()
        if record in found:
            continue
        found[record] = None
        hints = typing.get_type_hints(record, include_extras=True)
        for name in record.model_fields:
            ahead += [part for part in parts_of(hints[name]) if isinstance(part, type) and issubclass(part, Record)]
    return list(found)


def parts_of(annotation: Any) -> Iterator[Any]:
    """The types that an annotation is made of; what has words of the field is left out."""
    origin = typing.get_origin(annotation)
    if origin is Annotated:
        if not any(isinstance(part, FieldWords) for part in annotation.__metadata__):
            yield from parts_of(annotation.__origin__)
    elif origin is Literal or origin is None:
        yield annotation
    else:
        if origin not in (tuple, typing.Union, UnionType):
            yield origin
        for part in typing.get_args(annotation):
            yield from parts_of(part)
