"""The values made again of what JSON holds: named tuples, which it holds as lists."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_args, get_origin, get_type_hints

from docgen.fingerprint.values import Fingerprint

Maker = Callable[[Any], Any]


def fingerprint_from(rows: list[Any]) -> Fingerprint:
    """The fingerprint of nested lists. Raises TypeError or ValueError where they are not one."""
    fingerprint: Fingerprint = _record_maker(Fingerprint)(rows)
    return fingerprint


def _maker(kind: Any) -> Maker | None:
    """What makes a value of a type out of what JSON holds; None where JSON holds it as it is.

    Types are named tuples, ``tuple[X, ...]``, ``X | None``, and what JSON knows: texts, numbers, truth values.
    """
    arguments = get_args(kind)
    if get_origin(kind) is tuple:
        return _tuple_maker(_maker(arguments[0]))
    if arguments:
        return _optional_maker(next(filter(None, map(_maker, arguments)), None))
    return _record_maker(kind) if issubclass(kind, tuple) else None


def _tuple_maker(part: Maker | None) -> Maker:
    return tuple if part is None else lambda row: tuple([part(entry) for entry in row])


def _optional_maker(value: Maker | None) -> Maker | None:
    return None if value is None else lambda row: None if row is None else value(row)


def _record_maker(kind: Any) -> Maker:
    """What makes a named tuple of a row with its fields in their order."""
    makers = [(index, maker) for index, hint in enumerate(get_type_hints(kind).values()) if (maker := _maker(hint))]

    def made(row: list[Any]) -> Any:
        fields = list(row)
        for index, maker in makers:
            fields[index] = maker(fields[index])
        return kind._make(fields)

    return made
