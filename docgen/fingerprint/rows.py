"""The values made again of what JSON holds: named tuples, which it holds as lists. Each is of the type that it says."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial
from typing import Any, get_args, get_origin, get_type_hints

from docgen.fingerprint.values import Fingerprint

Maker = Callable[[Any], Any]


def fingerprint_from(rows: object) -> Fingerprint:
    """The fingerprint of nested lists. Raises TypeError where they are not one."""
    fingerprint: Fingerprint = _record_maker(Fingerprint)(rows)
    return fingerprint


def _maker(kind: Any) -> Maker:
    """What makes a value of a type out of what JSON holds.

    Types are named tuples, ``tuple[X, ...]``, ``X | None``, and what JSON knows: texts, numbers, truth values.
    """
    arguments = get_args(kind)
    if get_origin(kind) is tuple:
        return partial(_tuple, _maker(arguments[0]))
    if arguments:
        (value,) = (argument for argument in arguments if argument is not type(None))
        return partial(_optional, _maker(value))
    if kind is float:
        return _number
    return _record_maker(kind) if issubclass(kind, tuple) else partial(_plain, kind)


def _tuple(part: Maker, row: object) -> tuple[Any, ...]:
    return tuple([part(entry) for entry in _list(row)])


def _optional(value: Maker, row: object) -> Any:
    return None if row is None else value(row)


def _plain(kind: type, row: object) -> Any:
    if type(row) is not kind:
        raise TypeError(f"{type(row).__name__} for {kind.__name__}")
    return row


def _number(row: object) -> float:
    if type(row) not in (int, float) or not math.isfinite(row):  # type: ignore[arg-type]
        raise TypeError("no number")
    return row  # type: ignore[return-value]


def _list(row: object) -> list[Any]:
    if not isinstance(row, list):
        raise TypeError(f"{type(row).__name__} for a list")
    return row


def _record_maker(kind: Any) -> Maker:
    """What makes a named tuple of a row with its fields in their order; an earlier docgen did not know the last ones."""
    makers = [_maker(hint) for hint in get_type_hints(kind).values()]
    least = len(makers) - len(kind._field_defaults)

    def made(row: object) -> Any:
        fields = _list(row)
        if not least <= len(fields) <= len(makers):
            raise TypeError(f"{len(fields)} fields for {kind.__name__}")
        return kind(*[maker(field) for maker, field in zip(makers, fields, strict=False)])

    return made
