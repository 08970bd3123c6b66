"""The tests of sentences, which stand after ``is``: ``{% if change is number %}``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import tests as jinja_tests

from docgen.prose.filters import number_of
from docgen.prose.number import as_number


def _is_number(value: object) -> bool:
    return as_number(value) is not None


def _is_whole(value: object) -> bool:
    number = as_number(value)
    return number is not None and number.decimal == int(number.decimal)


def _is_divisible(value: object, divisor: object) -> bool:
    return not number_of(value) % number_of(divisor)


def _is_even(value: object) -> bool:
    return _is_divisible(value, 2)


def _is_odd(value: object) -> bool:
    return _is_divisible(number_of(value) + 1, 2)


_JINJA_TESTS: Mapping[str, Any] = jinja_tests.TESTS

TESTS: Mapping[str, Callable[..., Any]] = {
    "divisibleby": _is_divisible,
    "even": _is_even,
    "odd": _is_odd,
    "number": _is_number,
    "integer": _is_whole,
    **{
        name: _JINJA_TESTS[name]
        for name in (
            "!=", "<", "<=", "==", ">", ">=", "boolean", "defined", "eq", "equalto", "false", "ge",
            "greaterthan", "gt", "in", "le", "lessthan", "lower", "lt", "ne", "none", "string", "true",
            "undefined", "upper",
        )
    },
}  # fmt: skip
"""The tests of sentences, which stand after ``is``, by name."""
